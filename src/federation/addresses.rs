//! Where everything of this server is found: ids are addresses, and never change.

use url::Url;

use crate::{ids::ActivityId, settings::Settings};

/// The addresses below the public URL.
#[derive(Clone, Debug)]
pub struct Addresses {
    base: Url,
}

impl Addresses {
    /// The addresses of this server.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        let mut base = settings.server.public_url.clone();
        base.set_path("/");
        Self { base }
    }

    /// Host, with the port where it is not the usual one: what `Host` must say.
    #[must_use]
    pub fn authority(&self) -> String {
        authority(&self.base)
    }

    /// The host without a port: the name of the instance actor.
    #[must_use]
    pub fn host(&self) -> &str {
        self.base.host_str().unwrap_or_default()
    }

    /// The public URL.
    #[must_use]
    pub const fn base(&self) -> &Url {
        &self.base
    }

    /// The address of `path` on this server.
    #[must_use]
    pub fn at(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        url.set_path(path);
        url
    }

    /// The actor of the neighbourhood.
    #[must_use]
    pub fn group(&self, handle: &str) -> Url {
        self.at(&format!("/ap/groups/{handle}"))
    }

    /// Who follows the neighbourhood.
    #[must_use]
    pub fn followers(&self, handle: &str) -> Url {
        self.at(&format!("/ap/groups/{handle}/followers"))
    }

    /// The actor that signs fetches.
    #[must_use]
    pub fn instance(&self) -> Url {
        self.at("/ap/actor")
    }

    /// An activity.
    #[must_use]
    pub fn activity(&self, id: ActivityId) -> Url {
        self.at(&format!("/ap/activities/{id}"))
    }

    /// A proposal.
    #[must_use]
    pub fn proposal(&self, number: i64) -> Url {
        self.at(&format!("/ap/proposals/{number}"))
    }

    /// That a vote opened.
    #[must_use]
    pub fn opening(&self, number: i64) -> Url {
        self.at(&format!("/ap/openings/{number}"))
    }

    /// The result of a vote.
    #[must_use]
    pub fn result(&self, number: i64) -> Url {
        self.at(&format!("/ap/results/{number}"))
    }

    /// The page of a proposal.
    #[must_use]
    pub fn proposal_page(&self, number: i64) -> Url {
        self.at(&format!("/proposals/{number}"))
    }

    /// The page of a vote.
    #[must_use]
    pub fn vote_page(&self, number: i64) -> Url {
        self.at(&format!("/votes/{number}"))
    }

    /// The page of a result.
    #[must_use]
    pub fn result_page(&self, number: i64) -> Url {
        self.at(&format!("/votes/{number}/result"))
    }
}

/// Host, with the port where it is not the usual one of its scheme.
#[must_use]
pub fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_named_where_it_is_not_the_usual_one() {
        let mut settings = Settings::default();
        assert_eq!(Addresses::new(&settings).authority(), "localhost:8080");
        settings.server.public_url = Url::parse("https://banne.example").unwrap();
        let it = Addresses::new(&settings);
        assert_eq!(it.authority(), "banne.example");
        assert_eq!(it.group("banne").as_str(), "https://banne.example/ap/groups/banne");
    }
}
