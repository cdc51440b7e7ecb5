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
