//! Partner neighbourhoods: whom we follow. Following is not trusting.

use super::word::words;

words! {
    /// Where it stands with a neighbourhood that we want to follow.
    pub enum Stage {
        /// The secretary named it; our request is on its way.
        Asked = "asked",
        /// It answered: its proposals, openings and results come in.
        Following = "following",
        /// It said no.
        Refused = "refused",
        /// It could not be found at this handle.
        NotFound = "not_found",
        /// The secretary ended it.
        Ended = "ended",
    }
}

words! {
    /// What another neighbourhood publishes.
    pub enum NoticeKind {
        Proposal = "proposal",
        Opening = "opening",
        Result = "result",
    }
}

/// A handle in the fediverse: `@banne@banne.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle {
    pub name: String,
    /// Host, with a port only during development.
    pub host: String,
}

/// Why a handle or a step is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("not a handle: {0}")]
    NotAHandle(String),
    #[error("that is this neighbourhood itself")]
    Ourselves,
    #[error("already a partner")]
    Already,
    #[error("not a partner any more")]
    NotAPartner,
    #[error("a proposal is shared once")]
    SharedAlready,
    #[error("only proposals of others are shared")]
    NotAProposal,
}

impl Handle {
    /// Reads `@name@host` or `name@host`.
    ///
    /// # Errors
    /// [`Refusal::NotAHandle`] with what was typed.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        let wrong = || Refusal::NotAHandle(typed.chars().take(120).collect());
        let text = typed.trim();
        let (name, host) =
            text.strip_prefix('@').unwrap_or(text).split_once('@').ok_or_else(wrong)?;
        let name_fits = !name.is_empty()
            && name.len() <= 100
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'));
        let host_fits = !host.is_empty()
            && host.len() <= 253
            && host.starts_with(|c: char| c.is_ascii_alphanumeric())
            && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'));
        if !name_fits || !host_fits {
            return Err(wrong());
        }
        Ok(Self { name: name.to_ascii_lowercase(), host: host.to_ascii_lowercase() })
    }
}

impl std::fmt::Display for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "@{}@{}", self.name, self.host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_are_read_as_people_write_them() {
        for typed in ["@banne@banne.example", " Banne@Banne.example "] {
            assert_eq!(Handle::read(typed).unwrap().to_string(), "@banne@banne.example");
        }
        assert_eq!(Handle::read("@banne@localhost:8801").unwrap().host, "localhost:8801");
        for bad in ["banne", "@banne", "@@x", "a@b@c", "@ba nne@x.nl", "a@http://x", "@a@/x", ""] {
            assert!(Handle::read(bad).is_err(), "{bad}");
        }
    }
}
