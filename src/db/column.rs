//! How a rule's value becomes a column: as its word.

/// Stores a value that has `Display` and `FromStr` as text.
macro_rules! text_column {
    ($($type:ty),* $(,)?) => {$(
        impl From<$type> for sea_orm::Value {
            fn from(value: $type) -> Self {
                value.to_string().into()
            }
        }

        impl sea_orm::TryGetable for $type {
            fn try_get_by<I: sea_orm::ColIdx>(
                row: &sea_orm::QueryResult,
                column: I,
            ) -> Result<Self, sea_orm::TryGetError> {
                String::try_get_by(row, column)?.parse().map_err(|error| {
                    sea_orm::DbErr::TryIntoErr {
                        from: "text",
                        into: stringify!($type),
                        source: std::sync::Arc::new(error),
                    }
                    .into()
                })
            }
        }

        impl sea_orm::sea_query::ValueType for $type {
            fn try_from(value: sea_orm::Value) -> Result<Self, sea_orm::sea_query::ValueTypeErr> {
                <String as sea_orm::sea_query::ValueType>::try_from(value)?
                    .parse()
                    .map_err(|_| sea_orm::sea_query::ValueTypeErr)
            }

            fn type_name() -> String {
                stringify!($type).to_owned()
            }

            fn array_type() -> sea_orm::sea_query::ArrayType {
                sea_orm::sea_query::ArrayType::String
            }

            fn column_type() -> sea_orm::sea_query::ColumnType {
                sea_orm::sea_query::ColumnType::Text
            }
        }

        impl sea_orm::sea_query::Nullable for $type {
            fn null() -> sea_orm::Value {
                <String as sea_orm::sea_query::Nullable>::null()
            }
        }
    )*};
}

pub(crate) use text_column;
