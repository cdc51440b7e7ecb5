//! What stands on a ballot paper.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{
    tally::consent::Answer,
    word::{UnknownWord, words},
};

words! {
    /// A voter's answer to a proposal. An abstention counts for the quorum and for neither side.
    pub enum Choice {
        For = "for",
        Against = "against",
        Abstain = "abstain",
    }
}

words! {
    /// How a ballot came in.
    pub enum Channel {
        Web = "web",
        /// On paper, entered by two tellers.
        Paper = "paper",
        /// By mail, entered like paper.
        Post = "post",
        /// Raised hands in a meeting, counted by the tellers.
        Hands = "hands",
        /// By the holder of a proxy.
        Proxy = "proxy",
    }
}

words! {
    /// Who decides.
    pub enum BodyKind {
        /// Everybody on the roll: one member, one ballot.
        Assembly = "assembly",
        /// The seats: one seat, one ballot.
        Council = "council",
    }
}

words! {
    /// Who may know who voted what.
    pub enum Secrecy {
        /// The ballot is kept with its voter; she can replace it until the close.
        Open = "open",
        /// The ballot is kept apart from its voter and can't be replaced.
        Secret = "secret",
    }
}

/// What somebody marked on a ballot paper. Written as text, in a column, a record and a file:
/// `for`, `blank`, `spoiled`, `approve:2,5`, `rank:3>1=2`; options by their keys. Answers of a round of
/// consent go on with what was written: `consent`, `concern:…`, `aside`, `objection:…`.
///
/// An approval of nothing and a ranking of nothing are blank: nothing is marked. They are written as
/// `blank`, and no ballot paper bears them otherwise; ranks in which nobody stands are closed up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Mark {
    /// For, against or abstaining.
    Choice(Choice),
    /// Nothing is marked, on purpose or not.
    Blank,
    /// It can't be read as an answer.
    Spoiled,
    /// These options are approved of.
    Approve(Vec<String>),
    /// Options in order of preference, those of equal rank together; the others are not ranked.
    Rank(Vec<Vec<String>>),
    /// The answer to a proposal in a round of consent.
    Answer(Answer),
}

impl Mark {
    /// Whether this is an answer: neither blank nor spoiled.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        !matches!(self, Self::Blank | Self::Spoiled)
    }

    /// The choice in one word, or what kind of mark it is.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Choice(choice) => choice.word(),
            Self::Blank => "blank",
            Self::Spoiled => "spoiled",
            Self::Approve(_) => "approve",
            Self::Rank(_) => "rank",
            Self::Answer(answer) => answer.word(),
        }
    }

    /// The options that are named, in the order in which they are.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        let (approved, ranked): (&[String], &[Vec<String>]) = match self {
            Self::Approve(keys) => (keys, &[]),
            Self::Rank(ranks) => (&[], ranks),
            Self::Choice(_) | Self::Blank | Self::Spoiled | Self::Answer(_) => (&[], &[]),
        };
        approved.iter().chain(ranked.iter().flatten()).map(String::as_str)
    }
}

impl From<Choice> for Mark {
    fn from(choice: Choice) -> Self {
        Self::Choice(choice)
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Choice(choice) => choice.fmt(f),
            Self::Blank => f.write_str("blank"),
            Self::Spoiled => f.write_str("spoiled"),
            Self::Approve(_) | Self::Rank(_) if self.named().next().is_none() => {
                f.write_str("blank")
            }
            Self::Approve(keys) => write!(f, "approve:{}", keys.join(",")),
            Self::Rank(ranks) => {
                let taken = ranks.iter().filter(|rank| !rank.is_empty());
                let ranks: Vec<String> = taken.map(|rank| rank.join("=")).collect();
                write!(f, "rank:{}", ranks.join(">"))
            }
            Self::Answer(answer) => match answer.text() {
                Some(text) => write!(f, "{}:{text}", answer.word()),
                None => f.write_str(answer.word()),
            },
        }
    }
}

impl FromStr for Mark {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let unknown = || UnknownWord(text.to_owned());
        let keys = |list: &str, between: char| -> Result<Vec<String>, UnknownWord> {
            let keys: Vec<String> = list.split(between).map(ToOwned::to_owned).collect();
            if keys.iter().all(|key| is_key(key)) { Ok(keys) } else { Err(unknown()) }
        };
        match text.split_once(':') {
            None if text == "blank" => Ok(Self::Blank),
            None if text == "spoiled" => Ok(Self::Spoiled),
            None if text == "consent" => Ok(Self::Answer(Answer::Consent)),
            None if text == "aside" => Ok(Self::Answer(Answer::StandAside)),
            None => Ok(Self::Choice(text.parse()?)),
            Some(("concern", concern)) => {
                Ok(Self::Answer(Answer::ConsentWithConcern { concern: concern.to_owned() }))
            }
            Some(("objection", argument)) => {
                Ok(Self::Answer(Answer::Objection { argument: argument.to_owned() }))
            }
            Some(("approve", list)) => Ok(Self::Approve(keys(list, ',')?)),
            Some(("rank", ranks)) => {
                let ranks: Result<Vec<_>, _> =
                    ranks.split('>').map(|rank| keys(rank, '=')).collect();
                Ok(Self::Rank(ranks?))
            }
            Some(_) => Err(unknown()),
        }
    }
}

impl TryFrom<String> for Mark {
    type Error = UnknownWord;

    fn try_from(text: String) -> Result<Self, UnknownWord> {
        text.parse()
    }
}

impl From<Mark> for String {
    fn from(mark: Mark) -> Self {
        mark.to_string()
    }
}

/// Whether this can be the key of an option: lower case letters, digits and hyphens.
#[must_use]
pub fn is_key(key: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&key.len()) && key.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_mark_is_read_as_it_is_written() {
        for text in ["for", "abstain", "blank", "spoiled", "approve:2,5", "rank:3>1=2>4"] {
            let mark: Mark = text.parse().unwrap();
            assert_eq!(mark.to_string(), text);
            assert_eq!(serde_json::to_string(&mark).unwrap(), format!("\"{text}\""));
        }
        for text in
            ["", "perhaps", "approve:", "approve:1,,2", "rank:", "rank:1>>2", "rank:A", "drop:1"]
        {
            assert!(text.parse::<Mark>().is_err(), "{text}");
        }
    }

    #[test]
    fn nothing_approved_of_and_nothing_ranked_is_blank() {
        let nothing = [Mark::Approve(vec![]), Mark::Rank(vec![]), Mark::Rank(vec![vec![], vec![]])];
        for nothing in nothing {
            assert_eq!(nothing.to_string(), "blank");
        }
        let (first, last) = (vec!["2".to_owned()], vec!["1".to_owned()]);
        assert_eq!(Mark::Rank(vec![first, vec![], last]).to_string(), "rank:2>1");
    }

    /// What a mark means: of nothing, it is blank.
    fn meaning(mark: Mark) -> Mark {
        match mark {
            Mark::Approve(keys) if keys.is_empty() => Mark::Blank,
            Mark::Rank(mut ranks) => {
                ranks.retain(|rank| !rank.is_empty());
                if ranks.is_empty() { Mark::Blank } else { Mark::Rank(ranks) }
            }
            other => other,
        }
    }

    /// Every mark that can be built, also those that no paper bears.
    fn any_mark() -> impl Strategy<Value = Mark> {
        let keys = || proptest::collection::vec("[a-z0-9-]{1,40}", 0..5);
        let text = || any::<String>();
        prop_oneof![
            proptest::sample::select(Choice::ALL).prop_map(Mark::Choice),
            Just(Mark::Blank),
            Just(Mark::Spoiled),
            keys().prop_map(Mark::Approve),
            proptest::collection::vec(keys(), 0..5).prop_map(Mark::Rank),
            Just(Mark::Answer(Answer::Consent)),
            Just(Mark::Answer(Answer::StandAside)),
            text().prop_map(|concern| Mark::Answer(Answer::ConsentWithConcern { concern })),
            text().prop_map(|argument| Mark::Answer(Answer::Objection { argument })),
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_marked_is_read_as_it_is_written(mark in any_mark()) {
            let meant = meaning(mark.clone());
            prop_assert_eq!(mark.to_string().parse::<Mark>(), Ok(meant.clone()));
            let text = serde_json::to_string(&mark).unwrap();
            prop_assert_eq!(serde_json::from_str::<Mark>(&text).unwrap(), meant);
        }
    }

    #[test]
    fn the_options_that_are_named_are_known() {
        let named =
            |text: &str| text.parse::<Mark>().unwrap().named().collect::<Vec<_>>().join(" ");
        assert_eq!(named("rank:3>1=2"), "3 1 2");
        assert_eq!(named("approve:4"), "4");
        assert_eq!(named("against"), "");
    }
}
