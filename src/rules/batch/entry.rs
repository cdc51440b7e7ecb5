//! What a teller typed of a batch, and how it differs from what another one typed. It holds no
//! order: neither that of the pile nor that of typing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::rules::ballot::Mark;

/// A batch as one teller typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Who handed in or was present, by number on the roll; with the mark where it stands beside it.
    pub voters: BTreeMap<i64, Option<Mark>>,
    /// Marks that stand beside no number: how many papers or hands of each.
    pub apart: BTreeMap<Mark, u64>,
    /// Papers that were put aside and don't count.
    pub aside: u64,
    /// Voters whom somebody helped.
    pub helped: u64,
}

/// What one teller has of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Has {
    Nothing,
    Number,
    Mark(Mark),
}

/// A place where two entries differ; in each pair the first is of the one who reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    Number { number: i64, has: (Has, Has) },
    Papers { mark: Mark, has: (u64, u64) },
    Aside { has: (u64, u64) },
    Helped { has: (u64, u64) },
}

impl Entry {
    /// How many numbers there are.
    #[must_use]
    pub fn numbers(&self) -> u64 {
        u64::try_from(self.voters.len()).unwrap_or(u64::MAX)
    }

    /// How many marks there are, beside numbers or apart.
    #[must_use]
    pub fn papers(&self) -> u64 {
        let beside = self.voters.values().flatten().fold(0_u64, |n, _| n.saturating_add(1));
        self.apart.values().fold(beside, |sum, papers| sum.saturating_add(*papers))
    }

    fn has(&self, number: i64) -> Has {
        match self.voters.get(&number) {
            None => Has::Nothing,
            Some(None) => Has::Number,
            Some(Some(mark)) => Has::Mark(mark.clone()),
        }
    }
}

/// Where two entries differ. Marks that lie apart are compared only when the numbers agree: one
/// number and one mark too many would join the two.
#[must_use]
pub fn compare(hers: &Entry, other: &Entry) -> Vec<Difference> {
    let numbers: BTreeSet<i64> = hers.voters.keys().chain(other.voters.keys()).copied().collect();
    let mut differences: Vec<Difference> = numbers
        .into_iter()
        .map(|number| (number, (hers.has(number), other.has(number))))
        .filter(|(_, (one, other))| one != other)
        .map(|(number, has)| Difference::Number { number, has })
        .collect();
    if differences.is_empty() {
        let marks: BTreeSet<&Mark> = hers.apart.keys().chain(other.apart.keys()).collect();
        let papers = |it: &Entry, mark| it.apart.get(mark).copied().unwrap_or_default();
        let pairs = marks.into_iter().map(|mark| (mark, (papers(hers, mark), papers(other, mark))));
        let unequal = pairs.filter(|(_, (one, other))| one != other);
        differences
            .extend(unequal.map(|(mark, has)| Difference::Papers { mark: mark.clone(), has }));
    }
    if hers.aside != other.aside {
        differences.push(Difference::Aside { has: (hers.aside, other.aside) });
    }
    if hers.helped != other.helped {
        differences.push(Difference::Helped { has: (hers.helped, other.helped) });
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(voters: &[(i64, Option<&str>)], apart: &[(&str, u64)]) -> Entry {
        let mark = |text: &str| text.parse::<Mark>().unwrap();
        Entry {
            voters: voters.iter().map(|(number, it)| (*number, it.map(mark))).collect(),
            apart: apart.iter().map(|(it, papers)| (mark(it), *papers)).collect(),
            ..Entry::default()
        }
    }

    #[test]
    fn two_entries_that_are_equal_differ_nowhere() {
        let it = entry(&[(1, Some("for")), (2, Some("blank"))], &[]);
        assert_eq!(compare(&it, &it.clone()), []);
        assert_eq!((it.numbers(), it.papers()), (2, 2));
    }

    #[test]
    fn a_number_and_a_mark_that_differ_are_named() {
        let hers = entry(&[(1, Some("for")), (2, Some("for"))], &[]);
        let other = entry(&[(1, Some("against")), (3, Some("for"))], &[]);
        let mark = |text: &str| Has::Mark(text.parse().unwrap());
        assert_eq!(
            compare(&hers, &other),
            [
                Difference::Number { number: 1, has: (mark("for"), mark("against")) },
                Difference::Number { number: 2, has: (mark("for"), Has::Nothing) },
                Difference::Number { number: 3, has: (Has::Nothing, mark("for")) },
            ]
        );
    }

    #[test]
    fn marks_that_lie_apart_are_compared_only_when_the_numbers_agree() {
        let hers = entry(&[(1, None), (2, None)], &[("for", 2)]);
        let other = entry(&[(1, None)], &[("for", 1)]);
        let has = (Has::Number, Has::Nothing);
        assert_eq!(compare(&hers, &other), [Difference::Number { number: 2, has }]);
        let other = entry(&[(1, None), (2, None)], &[("for", 1), ("against", 1)]);
        let papers = |mark: &str, has| Difference::Papers { mark: mark.parse().unwrap(), has };
        assert_eq!(compare(&hers, &other), [papers("for", (2, 1)), papers("against", (0, 1))]);
    }

    #[test]
    fn what_was_put_aside_and_who_was_helped_is_compared_too() {
        let it = entry(&[(1, Some("for"))], &[]);
        let other = Entry { aside: 1, helped: 2, ..it.clone() };
        let has = [Difference::Aside { has: (0, 1) }, Difference::Helped { has: (0, 2) }];
        assert_eq!(compare(&it, &other), has);
    }

    #[test]
    fn an_entry_is_read_as_it_was_written() {
        let it = entry(&[(1, None), (12, Some("rank:2>1"))], &[("approve:1,2", 3)]);
        let text = serde_json::to_string(&it).unwrap();
        assert_eq!(serde_json::from_str::<Entry>(&text).unwrap(), it);
    }
}
