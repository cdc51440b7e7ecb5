use super::Voice;
use crate::rules::record::schema;

/// Print the description of records as a JSON Schema.
///
/// Every field with its type and its meaning, for whoever checks records with another program. Every
/// server shows the same at `/schemas/record-v2.json`.
#[derive(Debug, clap::Args)]
pub struct Schema {}

/// Prints the schema.
pub fn schema(voice: &mut Voice<'_>) {
    voice.say(schema::TEXT.trim_end());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_the_schema_that_servers_show() {
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        schema(&mut voice);
        assert_eq!(String::from_utf8(out).unwrap(), schema::TEXT);
    }
}
