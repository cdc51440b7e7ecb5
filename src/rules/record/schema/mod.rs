//! The description of records as a JSON Schema (draft 2020-12), for whoever reads them with another
//! program: every field with its type, what it is in Dutch, and what it means.

/// The schema of the records that this program writes.
pub const TEXT: &str = include_str!("v2.json");

/// Where every server shows it.
pub const PATH: &str = "/schemas/record-v2.json";

#[cfg(test)]
mod tests;
