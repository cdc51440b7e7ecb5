//! A value as it stands in a file or in the environment, before it is known to fit.

use std::str::FromStr;

use toml::de::DeValue;

/// A value that somebody set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(String),
    Truth(bool),
    List(Vec<Value>),
    /// From the environment, where everything is text.
    Variable(String),
    /// Something that no setting is.
    Other(&'static str),
}

impl Value {
    /// Reads a value of a file.
    #[must_use]
    pub fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(text) => Self::Text(text.to_string()),
            DeValue::Integer(number) if number.radix() == 10 => {
                Self::Number(number.as_str().to_owned())
            }
            DeValue::Boolean(truth) => Self::Truth(*truth),
            DeValue::Array(items) => {
                Self::List(items.iter().map(|item| Self::of(item.get_ref())).collect())
            }
            other => Self::Other(other.type_str()),
        }
    }

    /// A text.
    ///
    /// # Errors
    /// What it is instead.
    pub fn text(self) -> Result<String, String> {
        match self {
            Self::Text(text) | Self::Variable(text) => Ok(text),
            other => Err(format!("expected a text in quotes, not {}", other.kind())),
        }
    }

    /// A text that means something: `what` says what, with an example.
    ///
    /// # Errors
    /// That it isn't one.
    pub fn meaning<T: FromStr>(self, what: &str) -> Result<T, String> {
        let text = self.text()?;
        text.parse().map_err(|_| format!("{text:?} is not {what}"))
    }

    /// A whole number.
    ///
    /// # Errors
    /// That it isn't one, or is out of range.
    pub fn number<T: FromStr>(self) -> Result<T, String> {
        match self {
            Self::Number(text) | Self::Variable(text) => {
                text.trim().parse().map_err(|_| format!("{text:?} is not a number that fits here"))
            }
            other => Err(format!("expected a number, not {}", other.kind())),
        }
    }

    /// True or false.
    ///
    /// # Errors
    /// That it is neither.
    pub fn truth(self) -> Result<bool, String> {
        match self {
            Self::Truth(truth) => Ok(truth),
            Self::Variable(text) => {
                text.trim().parse().map_err(|_| format!("{text:?} is neither true nor false"))
            }
            other => Err(format!("expected true or false, not {}", other.kind())),
        }
    }

    /// A list of such texts; in the environment with commas between them.
    ///
    /// # Errors
    /// The first that isn't one.
    pub fn list<T: FromStr>(self, what: &str) -> Result<Vec<T>, String> {
        let items = match self {
            Self::List(items) => items,
            Self::Variable(text) => {
                let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
                parts.map(|part| Self::Variable(part.to_owned())).collect()
            }
            other => return Err(format!("expected a list, not {}", other.kind())),
        };
        items.into_iter().map(|item| item.meaning(what)).collect()
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) | Self::Variable(_) => "a text",
            Self::Number(_) => "a number",
            Self::Truth(_) => "true or false",
            Self::List(_) => "a list",
            Self::Other(kind) => kind,
        }
    }
}
