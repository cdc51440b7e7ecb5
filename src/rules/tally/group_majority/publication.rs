use serde::{Deserialize, Serialize};

/// Fewest ballots of a group whose numbers are published, unless the charter sets another number.
pub const MINIMUM: u64 = 5;

/// Which numbers of a secret vote may be published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// The numbers of everybody.
    pub total: bool,
    /// The numbers of each of these groups.
    pub alone: Vec<String>,
    /// The numbers of these groups, only as one sum.
    pub together: Vec<String>,
    /// Whether the sum holds those, too, who belong to no group.
    pub together_with_others: bool,
}

impl Publication {
    /// Whether there is a sum of several groups to publish.
    #[must_use]
    pub const fn has_sum(&self) -> bool {
        self.total && !self.together.is_empty()
    }
}

/// Says which groups' numbers a secret vote may publish, given how many ballots each cast: those of
/// a group with fewer than `minimum` never alone, and no such group can be computed from the
/// total and the others either. What is hidden is merged; if one small group would be left alone,
/// or the merged ones are too few together, the next larger group is merged with them.
///
/// A group that cast no ballot hides nobody, and has nothing to hide. A unanimous group shows what
/// everybody in it voted, however large it is: no minimum helps against that.
#[must_use]
pub fn publishable<'a>(
    minimum: u64,
    cast: impl IntoIterator<Item = (&'a str, u64)>,
    cast_by_others: u64,
) -> Publication {
    let named = cast.into_iter().map(|(group, ballots)| (ballots, Some(group)));
    let mut groups: Vec<(u64, Option<&str>)> = named.collect();
    if cast_by_others > 0 {
        groups.push((cast_by_others, None));
    }
    // The smallest first; which of two equal ones is merged decides nothing, so the key may.
    groups.sort_unstable();
    let total: u64 = groups.iter().fold(0, |sum, (ballots, _)| sum.saturating_add(*ballots));
    if total < minimum {
        return Publication::default();
    }
    let mut publication = Publication { total: true, ..Publication::default() };
    let (mut merged, mut sum) = (0_u64, 0_u64);
    for (ballots, group) in groups {
        let is_short = merged > 0 && (merged < 2 || sum < minimum);
        if ballots > 0 && (ballots < minimum || is_short) {
            merged = merged.saturating_add(1);
            sum = sum.saturating_add(ballots);
            match group {
                Some(group) => publication.together.push(group.to_owned()),
                None => publication.together_with_others = true,
            }
        } else if let Some(group) = group {
            publication.alone.push(group.to_owned());
        }
    }
    publication.alone.sort_unstable();
    publication.together.sort_unstable();
    publication
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn of(groups: &[(&'static str, u64)], others: u64) -> (Vec<String>, Vec<String>, bool) {
        let it = publishable(MINIMUM, groups.iter().copied(), others);
        (it.alone, it.together, it.total)
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn groups_that_are_large_enough_stand_alone() {
        let groups = [("residents", 7), ("business", 5)];
        assert_eq!(of(&groups, 0), (words(&["business", "residents"]), vec![], true));
    }

    #[test]
    fn two_small_groups_are_merged() {
        let groups = [("residents", 7), ("business", 3), ("research", 2)];
        let expected = (words(&["residents"]), words(&["business", "research"]), true);
        assert_eq!(of(&groups, 0), expected);
    }

    #[test]
    fn one_small_group_takes_the_next_larger_with_it() {
        let groups = [("residents", 9), ("business", 6), ("research", 2)];
        let expected = (words(&["residents"]), words(&["business", "research"]), true);
        assert_eq!(of(&groups, 0), expected);
    }

    #[test]
    fn small_groups_that_are_too_few_together_take_a_third() {
        let groups = [("residents", 9), ("business", 1), ("research", 1)];
        let all = words(&["business", "research", "residents"]);
        assert_eq!(of(&groups, 0), (vec![], all, true));
    }

    #[test]
    fn those_without_a_group_could_be_computed_like_one() {
        let it = publishable(MINIMUM, [("residents", 9), ("business", 6)], 1);
        assert_eq!(it.together, ["business"]);
        assert!(it.together_with_others);
    }

    #[test]
    fn a_group_that_cast_nothing_hides_nobody() {
        let groups = [("residents", 9), ("business", 2), ("research", 0)];
        let expected = (words(&["research"]), words(&["business", "residents"]), true);
        assert_eq!(of(&groups, 0), expected);
    }

    #[test]
    fn fewer_than_the_minimum_in_all_publish_nothing() {
        assert_eq!(of(&[("residents", 3), ("business", 1)], 0), (vec![], vec![], false));
    }

    proptest! {
        #[test]
        fn nothing_published_tells_about_one_small_group(
            sizes in proptest::collection::vec(0_u64..9, 1..7),
            others in 0_u64..7,
        ) {
            let groups: BTreeMap<String, u64> =
                (0_u8..).map(|n| char::from(b'a' + n).to_string()).zip(sizes).collect();
            let pairs = groups.iter().map(|(group, size)| (group.as_str(), *size));
            let it = publishable(MINIMUM, pairs, others);
            prop_assert!(it.alone.iter().all(|group| groups[group] == 0 || groups[group] >= MINIMUM));
            let hidden: Vec<u64> = groups
                .iter()
                .filter(|(group, size)| **size > 0 && !it.alone.contains(group))
                .map(|(_, size)| *size)
                .chain((it.together_with_others || !it.total).then_some(others).filter(|n| *n > 0))
                .collect();
            if it.total {
                // The total less what stands alone is all that can be computed of the hidden ones.
                let sum: u64 = hidden.iter().sum();
                prop_assert!(hidden.is_empty() || (hidden.len() >= 2 && sum >= MINIMUM));
                prop_assert!(it.together_with_others || others == 0 || others >= MINIMUM);
            } else {
                prop_assert!(it.alone.is_empty() && it.together.is_empty());
            }
        }
    }
}
