//! A round of consent: how many had to take part, and how many objections stood in the way.

use std::collections::BTreeSet;

use super::{Answer, quorum};
use crate::rules::tally::consent::{Silence, Step, Turn};

/// The quorum, where silence isn't taking part, and what the objections did.
pub fn answers(turn: &Turn, steps: &[Step]) -> Vec<Answer> {
    let quorum = steps.iter().rev().find_map(|step| match step {
        Step::Quorum { least, have, .. } if *least > 0 => {
            Some((quorum(*least, *have), have < least))
        }
        _ => None,
    });
    let quorum = quorum.filter(|_| turn.rules.silence == Silence::Explicit);
    let is_short = quorum.as_ref().is_some_and(|(_, is_short)| *is_short);
    let is_adopted = steps.iter().any(|step| matches!(step, Step::Adopted { .. }));
    let standing = standing(steps);
    let objections = match standing {
        0 if is_adopted => Some(Answer::ObjectionRoom),
        0 => None,
        many => Some(Answer::ObjectionsStood { many, also_quorum: is_short }),
    };
    quorum.map(|(answer, _)| answer).into_iter().chain(objections).collect()
}

/// How many objections stood at the end.
fn standing(steps: &[Step]) -> u64 {
    let mut left = BTreeSet::new();
    for step in steps {
        match step {
            // It names all that stand at that moment.
            Step::Stands { objectors } => left.clone_from(objectors),
            Step::Withdrawn { by } | Step::NotArgued { objector: by } | Step::Accepted { by } => {
                left.remove(by);
            }
            _ => {}
        }
    }
    u64::try_from(left.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::NaiveDate;

    use super::*;
    use crate::rules::tally::consent::{After, Answer as Said, Outcome, Rules};

    const ALL: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

    fn turn(silence: Silence) -> Turn {
        let (round, version, meetings) = (1, 1, 0);
        let rules = Rules { silence, ..Rules::default() };
        let standing = BTreeMap::new();
        Turn { rules, round, version, evaluate_on: NaiveDate::MAX, standing, meetings }
    }

    /// So many consent and object, in this order of the seats.
    fn held(
        turn: &Turn,
        consent: usize,
        object: usize,
        taken_back: usize,
    ) -> (Outcome, Vec<Answer>) {
        let seats = ALL.map(str::to_owned);
        let objection = || Said::Objection { argument: "Not safe".to_owned() };
        let said = std::iter::repeat_n(Said::Consent, consent)
            .chain(std::iter::repeat_with(objection).take(object));
        let answers = seats.iter().cloned().zip(said);
        let back = seats.iter().skip(consent).take(taken_back);
        let back = back.map(|by| After::Withdrawn { by: by.clone() });
        let after =
            back.chain((taken_back < object).then_some(After::Ended { meeting_ended: false }));
        let all = seats.iter().cloned().collect();
        let ended = turn.count(&all, answers, after).unwrap();
        (ended.tally.outcome, super::answers(turn, &ended.tally.steps))
    }

    #[test]
    fn so_many_objections_less_is_what_it_needed() {
        let turn = turn(Silence::Explicit);
        for (consent, object) in [(4, 2), (3, 1), (2, 3)] {
            let (outcome, told) = held(&turn, consent, object, 0);
            assert_eq!(outcome, Outcome::Open);
            let many = object as u64;
            assert!(
                told.contains(&Answer::ObjectionsStood { many, also_quorum: false }),
                "{told:?}"
            );
            // With one less taken back it is still open; with all of them it is adopted.
            assert_eq!(held(&turn, consent, object, object - 1).0, Outcome::Open);
            let (outcome, told) = held(&turn, consent, object, object);
            assert_eq!(outcome, Outcome::Adopted);
            assert!(told.contains(&Answer::ObjectionRoom), "{told:?}");
        }
        // One objection is enough to stop what nobody objected to.
        assert_eq!(held(&turn, 4, 0, 0).0, Outcome::Adopted);
        assert_eq!(held(&turn, 3, 1, 0).0, Outcome::Open);
    }

    #[test]
    fn the_quorum_is_told_where_silence_is_not_taking_part() {
        let short = held(&turn(Silence::Explicit), 2, 0, 0);
        let missing = Answer::QuorumShort { least: 3, have: 2, more: 1 };
        assert_eq!(short, (Outcome::Open, vec![missing]));
        assert_eq!(held(&turn(Silence::Explicit), 3, 0, 0).0, Outcome::Adopted);
        let both = held(&turn(Silence::Explicit), 1, 1, 0).1;
        assert!(both.contains(&Answer::ObjectionsStood { many: 1, also_quorum: true }), "{both:?}");
        let lazy = held(&turn(Silence::Lazy), 1, 0, 0);
        assert_eq!(lazy, (Outcome::Adopted, vec![Answer::ObjectionRoom]));
    }
}
