//! What is wrong with the settings: all of it at once, each with its place and its key.

use std::{fmt, path::PathBuf};

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The program itself.
    Default,
    File {
        path: PathBuf,
        line: usize,
    },
    Environment(String),
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    pub place: Place,
    /// The key, as in `server.listen`; nothing when the file itself can't be read.
    pub key: Option<String>,
    pub what: String,
}

/// Everything that is wrong, in the order of the file, then of the environment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.place, &self.key) {
            (Place::Default, None) => f.write_str(&self.what),
            (Place::Default, Some(key)) => write!(f, "{key}: {}", self.what),
            (Place::File { path, line: 0 }, _) => write!(f, "{}: {}", path.display(), self.what),
            (Place::File { path, line }, None) => {
                write!(f, "{}:{line}: {}", path.display(), self.what)
            }
            (Place::File { path, line }, Some(key)) => {
                write!(f, "{}:{line}: {key}: {}", path.display(), self.what)
            }
            (Place::Environment(variable), _) => write!(f, "{variable}: {}", self.what),
        }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}
