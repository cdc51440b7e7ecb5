//! Who takes the place of those who can't sit, and who are the alternates, from the papers of an
//! election by `stv_scottish`.
//!
//! Vacant seats go by countback. The alternates are put in order in the same way: the first is who
//! would be elected if there were one seat more, the second if there were two, and so on; everybody
//! before her keeps her place. So those whom many voters left without a seat come first, and nothing
//! is decided by who dropped out when.

use serde::{Deserialize, Serialize};

use super::{
    lot::{Lots, Tie},
    method::{Line, Method, Opt, Rules, Stop},
    paper::Options,
    papers::Papers,
    stv_scottish::{Step, countback},
};
use crate::rules::ballot::Mark;

/// One countback: by which rules, and what came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    pub rules: countback::Rules,
    pub winners: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    pub steps: Vec<Step>,
}

/// Who follows whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Followed {
    /// Who takes the vacant seats, in the order in which they were elected.
    pub elected: Vec<String>,
    /// Everybody else who can sit, in order.
    pub alternates: Vec<String>,
    /// The countbacks: one for the vacant seats if there are any, then one for each alternate.
    pub rounds: Vec<Round>,
}

/// Fills the seats that those who keep theirs leave open, and puts the alternates in order.
///
/// # Errors
/// The vote was not counted by `stv_scottish`, or a lot is needed that wasn't drawn.
pub fn follow<'a>(
    method: &Method,
    options: &[Opt],
    marks: impl IntoIterator<Item = &'a Mark>,
    (sitting, gone): (&[String], &[String]),
    lots: &Lots,
) -> Result<Followed, Stop> {
    let Rules::StvScottish(rules) = &method.rules else {
        return Err(Stop::Unknown { id: method.id(), version: method.version });
    };
    let names = Options::new(options.iter().map(|option| option.key.clone()))?;
    let lines = marks.into_iter().map(|mark| Line { sector: None, mark: Some(mark) });
    let papers = Papers::sort(lines).rankings(&names);
    let gone: Vec<String> = gone.iter().chain(&rules.withdrawn).cloned().collect();
    let mut followed = Followed::default();
    let mut placed = sitting.to_vec();
    let mut seats = rules.seats;
    let mut vacant = usize::try_from(seats).unwrap_or(usize::MAX) > placed.len();
    loop {
        let is_left = options.iter().any(|it| !placed.contains(&it.key) && !gone.contains(&it.key));
        if !is_left {
            return Ok(followed);
        }
        if !vacant {
            seats = u32::try_from(placed.len()).unwrap_or(u32::MAX).saturating_add(1);
        }
        let rules = countback::Rules { seats, sitting: placed.clone(), gone: gone.clone() };
        let counted = countback::count(&rules, &names, &papers, lots)?;
        if counted.winners.is_empty() {
            return Ok(followed);
        }
        let list = if vacant { &mut followed.elected } else { &mut followed.alternates };
        list.extend(counted.winners.iter().cloned());
        placed.extend(counted.winners.iter().cloned());
        let (winners, ties, steps) = (counted.winners, counted.ties, counted.steps);
        followed.rounds.push(Round { rules, winners, ties, steps });
        vacant = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tally::stv_scottish;

    fn keys(list: &str) -> Vec<String> {
        list.split_whitespace().map(str::to_owned).collect()
    }

    /// Two seats; alice and bob are elected.
    fn followed(sitting: &str, gone: &str) -> Followed {
        let option = |key: String| Opt { title: key.clone(), key, cost: None };
        let options: Vec<Opt> = keys("alice bob carol dave eve").into_iter().map(option).collect();
        let papers = [
            (9, "rank:alice>dave"),
            (6, "rank:bob>eve"),
            (3, "rank:carol>alice"),
            (2, "rank:dave>alice"),
            (1, "rank:eve>bob"),
        ];
        let marks: Vec<Mark> = papers
            .into_iter()
            .flat_map(|(n, mark)| std::iter::repeat_n(mark.parse().unwrap(), n))
            .collect();
        let rules = stv_scottish::Rules { seats: 2, withdrawn: Vec::new() };
        let method = Method::new(Rules::StvScottish(rules));
        let lots = Lots::None;
        follow(&method, &options, &marks, (&keys(sitting), &keys(gone)), &lots).unwrap()
    }

    #[test]
    fn the_voters_of_who_leaves_choose_who_comes() {
        let it = followed("bob", "alice");
        assert_eq!(it.elected, ["dave"]);
        assert_eq!(followed("alice", "bob").elected, ["eve"]);
        assert_eq!(followed("bob", "alice dave").elected, ["carol"]);
    }

    #[test]
    fn alternates_stand_in_order_and_nobody_is_forgotten() {
        let it = followed("alice bob", "");
        assert!(it.elected.is_empty());
        assert_eq!(it.alternates.len(), 3);
        assert_eq!(it.rounds.len(), 3);
        assert_eq!(it.rounds[1].rules.seats, 4);
        assert_eq!(it.rounds[1].rules.sitting[2], it.alternates[0]);
    }

    #[test]
    fn where_nobody_is_left_a_seat_stays_empty() {
        let it = followed("alice", "bob carol dave eve");
        assert_eq!(it, Followed::default());
    }

    #[test]
    fn another_method_has_no_countback() {
        let rules = crate::rules::tally::approval::Rules { seats: 1, fill: false };
        let method = Method::new(Rules::Approval(rules));
        assert!(follow(&method, &[], [], (&[], &[]), &Lots::None).is_err());
    }
}
