//! Seats of a drawing that are kept for the young and the old, so that those who are drawn mirror the
//! neighbourhood (*loting naar leeftijd*).
//!
//! Source: the practice of citizens' assemblies, which draw within quotas. A drawing is for the seats of
//! one sector among its own members, so a quota by sector is the number of its seats. Beyond the sector
//! the roll knows one thing of people that a quota can ask for, the year of birth; nobody is asked for
//! more. Who gave none, or an age check only, counts for no quota, and is drawn with the others.
//!
//! A quota that can't be met, since too few of an age take part, is lowered to those who do: a seat
//! doesn't stay empty for it.

use serde::{Deserialize, Serialize};

use super::{
    candidacy::Way,
    tally::sortition::{PANELS, Person, Quota, Rules},
};

/// The name of the feature in a lottery.
pub const FEATURE: &str = "age";
/// Highest age that a quota may name.
pub const AGE_MOST: u32 = 120;

/// Seats for people on one side of an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// In years reached this calendar year.
    pub age: u32,
    /// So many seats at least.
    pub seats: u32,
}

/// What is asked of a drawing, if anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeQuotas {
    /// For those who are younger than an age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub younger: Option<Group>,
    /// For those who have an age, or are older.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<Group>,
}

/// Why quotas can't be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("quotas are for seats that are drawn by lot")]
    NotByLot,
    #[error("an age from 1 to {AGE_MOST}, and one seat at least")]
    Group,
    #[error("nobody can be younger than the one age and older than the other")]
    Overlap,
    #[error("{asked} seats are asked for, and there are {seats}")]
    TooMany { asked: u32, seats: u32 },
}

impl AgeQuotas {
    /// Whether nothing is asked.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.younger.is_none() && self.older.is_none()
    }

    /// Checks what is asked of a drawing for so many seats.
    ///
    /// # Errors
    /// The first [`Refusal`] that holds.
    pub fn check(&self, way: Way, seats: u32) -> Result<(), Refusal> {
        if self.is_empty() {
            return Ok(());
        }
        if way != Way::Lot {
            return Err(Refusal::NotByLot);
        }
        let groups = || [self.younger, self.older].into_iter().flatten();
        if groups().any(|it| !(1..=AGE_MOST).contains(&it.age) || it.seats == 0) {
            return Err(Refusal::Group);
        }
        if self.younger.zip(self.older).is_some_and(|(younger, older)| younger.age > older.age) {
            return Err(Refusal::Overlap);
        }
        let asked = groups().fold(0_u32, |sum, it| sum.saturating_add(it.seats));
        if asked > seats { Err(Refusal::TooMany { asked, seats }) } else { Ok(()) }
    }

    /// The group of somebody who was born in this year, as a lottery names it, in the year `year`.
    #[must_use]
    pub fn group(&self, born_in: Option<i32>, year: i32) -> String {
        let age = born_in.and_then(|born| u32::try_from(year.checked_sub(born)?).ok());
        match age {
            None => "unknown".to_owned(),
            Some(age) => match (self.younger, self.older) {
                (Some(it), _) if age < it.age => younger(it),
                (_, Some(it)) if age >= it.age => older(it),
                _ => "between".to_owned(),
            },
        }
    }

    /// What is asked, as a lottery for so many seats names it.
    #[must_use]
    pub fn quotas(&self, seats: u32) -> Vec<Quota> {
        let quota = |value: String, it: Group| {
            let (feature, min, max) = (FEATURE.to_owned(), it.seats, seats);
            Quota { feature, value, min, max }
        };
        let younger = self.younger.map(|it| quota(younger(it), it));
        let older = self.older.map(|it| quota(older(it), it));
        younger.into_iter().chain(older).collect()
    }
}

fn younger(it: Group) -> String {
    format!("under-{}", it.age)
}

fn older(it: Group) -> String {
    format!("from-{}", it.age)
}

/// The rules of a lottery over a pool: what is asked, lowered where too few take part.
#[must_use]
pub fn rules(asked: &[Quota], size: u32, pool: &[Person]) -> Rules {
    let lowered = |quota: &Quota| {
        let there = pool.iter().filter(|person| person.is_in(quota)).count();
        let min = quota.min.min(u32::try_from(there).unwrap_or(u32::MAX));
        Quota { min, ..quota.clone() }
    };
    Rules { size, quotas: asked.iter().map(lowered).collect(), panels: PANELS }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn quotas(younger: Option<(u32, u32)>, older: Option<(u32, u32)>) -> AgeQuotas {
        const fn group(it: Option<(u32, u32)>) -> Option<Group> {
            match it {
                Some((age, seats)) => Some(Group { age, seats }),
                None => None,
            }
        }
        AgeQuotas { younger: group(younger), older: group(older) }
    }

    #[test]
    fn quotas_are_for_a_drawing_and_leave_no_seat_over() {
        let checked = |it: AgeQuotas| it.check(Way::Lot, 3);
        assert_eq!(quotas(None, None).check(Way::Ballot, 3), Ok(()));
        let both = quotas(Some((30, 1)), Some((65, 2)));
        assert_eq!(checked(both), Ok(()));
        assert_eq!(both.check(Way::Ballot, 3), Err(Refusal::NotByLot));
        assert_eq!(both.check(Way::Lot, 2), Err(Refusal::TooMany { asked: 3, seats: 2 }));
        for wrong in [(0, 1), (121, 1), (30, 0)] {
            assert_eq!(checked(quotas(Some(wrong), None)), Err(Refusal::Group));
        }
        assert_eq!(checked(quotas(Some((66, 1)), Some((65, 1)))), Err(Refusal::Overlap));
        assert_eq!(checked(quotas(Some((65, 1)), Some((65, 1)))), Ok(()));
    }

    #[test]
    fn everybody_is_in_one_group_by_the_age_she_reaches_this_year() {
        let it = quotas(Some((30, 1)), Some((65, 1)));
        let group = |born| it.group(born, 2026);
        assert_eq!(group(Some(1997)), "under-30");
        assert_eq!(group(Some(1996)), "between");
        assert_eq!(group(Some(1962)), "between");
        assert_eq!(group(Some(1961)), "from-65");
        assert_eq!(group(None), "unknown");
        assert_eq!(group(Some(2027)), "unknown");
    }

    #[test]
    fn a_quota_is_lowered_to_those_who_take_part() {
        let asked = quotas(Some((30, 2)), Some((65, 1))).quotas(4);
        let person = |id: &str, age: &str| Person {
            id: id.to_owned(),
            features: [(FEATURE.to_owned(), age.to_owned())].into(),
        };
        let pool = [person("a", "under-30"), person("b", "from-65"), person("c", "between")];
        let it = rules(&asked, 2, &pool);
        assert_eq!(it.quotas.iter().map(|it| it.min).collect::<Vec<_>>(), [1, 1]);
        assert_eq!(it.quotas.iter().map(|it| it.max).collect::<Vec<_>>(), [4, 4]);
    }
}
