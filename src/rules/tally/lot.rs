//! Drawing lots. A lot is an event with a published seed, or one that was drawn by hand before
//! witnesses; it is never the order of a list.
//!
//! With a seed, options are ordered by SHA-256 of the seed followed by the option's id, the smallest
//! first: anybody can check it, and no order of names or ballots has a part in it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The lots that may decide a tie.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lots {
    /// None were drawn: a count that needs one stops and says so.
    #[default]
    None,
    /// By a seed, published with the result.
    Seed(String),
    /// By hand: option ids in the order in which they were drawn.
    Drawn(Vec<String>),
}

/// A tie that a lot decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// The options among which the lot was drawn, by id in alphabetical order.
    pub among: Vec<String>,
    /// The option on which it fell.
    pub drawn: String,
}

/// A count can't go on without a lot among these options.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a lot is needed among {}", among.join(", "))]
pub struct Needed {
    /// By id in alphabetical order.
    pub among: Vec<String>,
}

impl Lots {
    /// Draws one of some options.
    ///
    /// # Errors
    /// [`Needed`] when no lot was drawn that names one of them.
    pub fn draw<'a>(&self, among: impl IntoIterator<Item = &'a str>) -> Result<Tie, Needed> {
        let mut among: Vec<&str> = among.into_iter().collect();
        among.sort_unstable();
        let drawn = match self {
            Self::None => None,
            Self::Seed(seed) => among.iter().min_by_key(|id| rank(seed, id)).copied(),
            Self::Drawn(order) => {
                order.iter().find_map(|id| among.iter().find(|one| *one == id)).copied()
            }
        };
        let drawn = drawn.map(ToOwned::to_owned);
        let among: Vec<String> = among.into_iter().map(ToOwned::to_owned).collect();
        match drawn {
            Some(drawn) => Ok(Tie { among, drawn }),
            None => Err(Needed { among }),
        }
    }
}

/// All of some options in the order in which a seed draws them: by SHA-256 of the seed and the id.
#[must_use]
pub fn order<'a>(seed: &str, among: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut drawn: Vec<&str> = among.into_iter().collect();
    drawn.sort_by_cached_key(|id| (rank(seed, id), *id));
    drawn
}

/// Where an option stands in the order of a seed.
fn rank(seed: &str, id: &str) -> [u8; 32] {
    Sha256::new().chain_update(seed.as_bytes()).chain_update(id.as_bytes()).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_lot_the_count_says_among_whom_it_is_needed() {
        let needed = Lots::None.draw(["b", "a"]).unwrap_err();
        assert_eq!(needed.to_string(), "a lot is needed among a, b");
    }

    #[test]
    fn a_seed_draws_the_same_whatever_the_order() {
        let seed = Lots::Seed("2026-11-21".to_owned());
        let drawn = seed.draw(["a", "b", "c"]).unwrap();
        assert_eq!(seed.draw(["c", "a", "b"]).unwrap(), drawn);
        assert_eq!(drawn.among, ["a", "b", "c"]);
    }

    #[test]
    fn seeds_draw_everybody_about_as_often() {
        let mut fell = [0; 3];
        for n in 0..3_000 {
            let drawn = Lots::Seed(format!("seed {n}")).draw(["a", "b", "c"]).unwrap().drawn;
            fell[["a", "b", "c"].iter().position(|id| *id == drawn).unwrap()] += 1;
        }
        assert!(fell.iter().all(|n| (900..1_100).contains(n)), "{fell:?}");
    }

    #[test]
    fn a_seed_puts_all_in_an_order_that_begins_with_whom_it_draws() {
        let seed = "2026-11-21";
        let ordered = order(seed, ["a", "b", "c"]);
        let drawn = Lots::Seed(seed.to_owned()).draw(["a", "b", "c"]).unwrap().drawn;
        assert_eq!(ordered[0], drawn);
        assert_eq!(order(seed, ["c", "b", "a"]), ordered);
        let orders: std::collections::BTreeSet<_> =
            (0..200).map(|n| order(&format!("seed {n}"), ["a", "b", "c"])).collect();
        assert_eq!(orders.len(), 6);
    }

    #[test]
    fn by_hand_the_first_that_was_drawn_counts() {
        let lots = Lots::Drawn(vec!["c".to_owned(), "a".to_owned()]);
        assert_eq!(lots.draw(["a", "b"]).unwrap().drawn, "a");
        assert!(lots.draw(["b", "d"]).is_err());
    }
}
