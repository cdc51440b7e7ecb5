//! What follows a vote that decided nothing: a second reading, another round, or a vote by majority
//! where there was no consent. Who votes again votes by the rules with which the first vote began.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    outcome::Outcome,
    tally::{
        consent::{self, Turn},
        majority_v2,
        method::{Method, Opt, Rules, Tally},
        persons,
    },
};

/// The next vote on a proposal that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    pub method: Method,
    pub options: Vec<Opt>,
}

/// How a vote ended that has to be followed by another.
#[derive(Clone, Debug)]
pub struct Earlier<'a> {
    pub method: &'a Method,
    pub options: &'a [Opt],
    pub tally: &'a Tally,
    /// Objections that stand after a round of consent, by seat, with their arguments.
    pub standing: BTreeMap<String, String>,
}

/// The new vote instead of one whose outcome is disputed: what was asked, asked once more by the same
/// rules. A decision by consent may have to be looked at again on another day.
#[must_use]
pub fn anew(earlier: &Earlier<'_>, evaluate_on: Option<NaiveDate>) -> FollowUp {
    let mut method = earlier.method.clone();
    if let (Rules::Consent(turn), Some(day)) = (&mut method.rules, evaluate_on) {
        turn.evaluate_on = day;
    }
    FollowUp { method, options: earlier.options.to_vec() }
}

/// The vote that follows, if one does. `evaluate_on` is when a decision by consent is looked at again;
/// without it the day of the round before stays.
#[must_use]
pub fn follow_up(earlier: Earlier<'_>, evaluate_on: Option<NaiveDate>) -> Option<FollowUp> {
    let Earlier { method, options, tally, standing } = earlier;
    let same = |rules: Rules| Method { rules, ..method.clone() };
    let all = options.to_vec();
    match (tally.outcome, &method.rules) {
        (Outcome::Postponed, _) => {
            Some(FollowUp { method: Method { second: true, ..method.clone() }, options: all })
        }
        (Outcome::NextRound, Rules::Persons(rules)) => {
            let round = rules.round.saturating_add(1);
            let steps: Vec<persons::Step> = tally.read().ok()?;
            let between = persons::run_off(&steps);
            let stands = |option: &Opt| between.is_none_or(|pair| pair.contains(&option.key));
            let options = all.into_iter().filter(stands).collect();
            Some(FollowUp { method: same(Rules::Persons(persons::Rules { round })), options })
        }
        (Outcome::NextRound, Rules::Consent(turn)) => {
            let turn = Turn {
                round: turn.round.saturating_add(1),
                evaluate_on: evaluate_on.unwrap_or(turn.evaluate_on),
                standing,
                meetings: meetings(tally).unwrap_or(turn.meetings),
                ..turn.clone()
            };
            Some(FollowUp { method: same(Rules::Consent(turn)), options: all })
        }
        (Outcome::ToVote, Rules::Consent(turn)) => {
            let (quorum, majority) = (turn.rules.quorum, turn.rules.fallback);
            let rules = majority_v2::Rules { quorum, majority, ..majority_v2::Rules::default() };
            Some(FollowUp { method: Method::new(Rules::MajorityV2(rules)), options: all })
        }
        _ => None,
    }
}

/// How many meetings had ended without a decision by the end of a round; nothing where none was marked
/// in it.
fn meetings(tally: &Tally) -> Option<u32> {
    let steps: Vec<consent::Step> = tally.read().ok()?;
    steps.iter().rev().find_map(|step| match step {
        consent::Step::MeetingEnded { meeting } => Some(*meeting),
        _ => None,
    })
}

/// Further people who are named for the second round, which is free (art. 31 Gemeentewet leaves it so,
/// and usual statutes do): after those who stand already, each with a key that nobody had.
#[must_use]
pub fn named(options: &[Opt], titles: &[String]) -> Vec<Opt> {
    let highest = options.iter().filter_map(|option| option.key.parse::<u64>().ok()).max();
    let first = highest.unwrap_or_default().saturating_add(1);
    let option = |(title, key): (&String, u64)| Opt {
        key: key.to_string(),
        title: title.trim().to_owned(),
        cost: None,
    };
    titles.iter().zip(first..).map(option).collect()
}

/// Whether further people may be named in this vote.
#[must_use]
pub const fn may_name(method: &Method) -> bool {
    matches!(&method.rules, Rules::Persons(persons::Rules { round: 2 }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tally::{majority::Share, majority_v2::OnTie};

    fn next(method: &Method, options: &[Opt], tally: &Tally) -> Option<FollowUp> {
        let standing = BTreeMap::from([("residents-1".to_owned(), "Too dear".to_owned())]);
        follow_up(Earlier { method, options, tally, standing }, None)
    }

    #[test]
    fn what_was_postponed_is_asked_once_more_by_the_same_rules() {
        let rules = majority_v2::Rules { tie: OnTie::PostponeOnce, ..Default::default() };
        let method = Method::new(Rules::MajorityV2(rules));
        let second = next(&method, &[], &Tally::of(Outcome::Postponed, Vec::new())).unwrap();
        assert_eq!(second.method, Method { second: true, ..method.clone() });
        for outcome in [Outcome::Tied, Outcome::NoQuorum, Outcome::Rejected, Outcome::Adopted] {
            assert_eq!(next(&method, &[], &Tally::of(outcome, Vec::new())), None);
        }
    }

    #[test]
    fn a_new_vote_asks_the_same_by_the_same_rules() {
        let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: None };
        let (method, options) =
            (Method::new(Rules::Persons(persons::Rules { round: 2 })), ["1", "2"].map(option));
        let tally = Tally::of(Outcome::Chosen, Vec::new());
        let standing = BTreeMap::new();
        let earlier = Earlier { method: &method, options: &options, tally: &tally, standing };
        let new = anew(&earlier, None);
        assert_eq!((&new.method, new.options.as_slice()), (&method, options.as_slice()));
        assert_eq!(follow_up(earlier, None), None);
    }

    #[test]
    fn the_last_round_is_between_two() {
        let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: None };
        let options = ["1", "2", "3"].map(option);
        let of = |round| Method::new(Rules::Persons(persons::Rules { round }));
        let none = Tally::of(Outcome::NextRound, Vec::new());
        let second = next(&of(1), &options, &none).unwrap();
        assert_eq!((second.method, second.options.len()), (of(2), 3));
        let between = persons::Step::RunOff { between: ["1".to_owned(), "3".to_owned()] };
        let steps = vec![serde_json::to_value(between).unwrap()];
        let last = next(&of(2), &options, &Tally::of(Outcome::NextRound, steps)).unwrap();
        assert_eq!((last.method, last.options), (of(3), vec![option("1"), option("3")]));
    }

    #[test]
    fn people_are_named_for_the_second_round_under_keys_of_their_own() {
        let option = |key: &str, title: &str| Opt {
            key: key.to_owned(),
            title: title.to_owned(),
            cost: None,
        };
        let stand = [option("1", "Alice"), option("7", "Bob")];
        let more = named(&stand, &[" Carol ".to_owned(), "Dora".to_owned()]);
        assert_eq!(more, [option("8", "Carol"), option("9", "Dora")]);
        assert_eq!(named(&[], &["Carol".to_owned()]), [option("1", "Carol")]);
        let rounds = [1, 2, 3].map(|round| Method::new(Rules::Persons(persons::Rules { round })));
        assert_eq!(rounds.map(|method| may_name(&method)), [false, true, false]);
    }

    #[test]
    fn objections_go_along_and_the_fallback_is_a_majority() {
        let fallback = Some(Share { need: 3, of: 4 });
        let turn = Turn {
            rules: consent::Rules { fallback, ..consent::Rules::default() },
            round: 1,
            version: 1,
            evaluate_on: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
            standing: BTreeMap::new(),
            meetings: 0,
        };
        let method = Method::new(Rules::Consent(turn));
        let second = next(&method, &[], &Tally::of(Outcome::NextRound, Vec::new())).unwrap();
        let Rules::Consent(turn) = second.method.rules else { unreachable!() };
        assert_eq!((turn.round, turn.standing["residents-1"].as_str()), (2, "Too dear"));
        let ended = serde_json::to_value(consent::Step::MeetingEnded { meeting: 1 }).unwrap();
        let second = next(&method, &[], &Tally::of(Outcome::NextRound, vec![ended])).unwrap();
        let Rules::Consent(turn) = second.method.rules else { unreachable!() };
        assert_eq!((turn.round, turn.meetings), (2, 1));
        let vote = next(&method, &[], &Tally::of(Outcome::ToVote, Vec::new())).unwrap();
        assert_eq!(vote.method.of_everybody().unwrap().majority, fallback);
    }
}
