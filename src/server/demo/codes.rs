//! The sign-in codes of a demonstration: kept in a file, because the database holds only hashes.

use serde::{Deserialize, Serialize};

/// Codes as they are typed, for three people of one neighbourhood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Codes {
    pub resident: String,
    pub council: String,
    pub secretary: String,
}
