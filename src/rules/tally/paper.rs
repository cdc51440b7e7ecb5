//! Ballot papers with several options, as the methods read them. Options are numbered in the order
//! in which they were put on the ballot; the number only saves space, it never decides anything.

use std::collections::BTreeMap;

/// The options of one count, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    ids: Vec<String>,
    places: BTreeMap<String, usize>,
}

/// An option that stands on the ballot twice.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the option {0} is there twice")]
pub struct Twice(pub String);

impl Options {
    /// The options with these ids.
    ///
    /// # Errors
    /// An id that is there twice.
    pub fn new(ids: impl IntoIterator<Item = impl Into<String>>) -> Result<Self, Twice> {
        let ids: Vec<String> = ids.into_iter().map(Into::into).collect();
        let mut places = BTreeMap::new();
        for (place, id) in ids.iter().enumerate() {
            if places.insert(id.clone(), place).is_some() {
                return Err(Twice(id.clone()));
            }
        }
        Ok(Self { ids, places })
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The id of an option; nothing stands for a number that is no option.
    #[must_use]
    pub fn id(&self, option: usize) -> &str {
        self.ids.get(option).map_or("", String::as_str)
    }

    /// All ids, in the order of the ballot.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// The number of an option.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The ids of some options.
    #[must_use]
    pub fn names(&self, options: impl IntoIterator<Item = usize>) -> Vec<String> {
        options.into_iter().map(|option| self.id(option).to_owned()).collect()
    }
}

/// Equal papers that approve of options: each option at most once, smallest number first. None is a
/// blank paper.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Approval {
    pub options: Vec<usize>,
    /// How many papers are like this, in ballots.
    pub papers: u64,
}

/// Equal papers that rank options: the first rank first, options of equal rank together. What isn't
/// ranked stands in no rank.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ranking {
    pub ranks: Vec<Vec<usize>>,
    /// How many papers are like this, in ballots.
    pub papers: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_stands_on_the_ballot_once() {
        let it = Options::new(["a", "b"]).unwrap();
        assert_eq!((it.len(), it.id(1), it.place("b")), (2, "b", Some(1)));
        assert_eq!(Options::new(["a", "b", "a"]), Err(Twice("a".to_owned())));
    }
}
