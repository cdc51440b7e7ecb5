//! One person in rounds: how many votes were missing for more than half, and how many she had to spare.

use super::Answer;
use crate::rules::tally::{method::Tally, persons::Step};

/// What made her the one, and why not the others; or, where nobody was chosen, how far each was from
/// more than half.
pub fn answers(steps: &[Step], tally: &Tally) -> Vec<Answer> {
    let last = steps.iter().rev().find_map(|step| match step {
        Step::Round { votes, cast, least, .. } => Some((votes, *cast, *least)),
        _ => None,
    });
    let Some((votes, cast, least)) = last else { return Vec::new() };
    let more = |votes: u64| cast.saturating_sub(votes.saturating_mul(2)).saturating_add(1);
    let Some(chosen) = tally.winners.first() else {
        let short = |(option, votes): (&String, &u64)| Answer::HalfShort {
            option: option.clone(),
            votes: *votes,
            least,
            more: more(*votes),
        };
        return votes.iter().map(short).collect();
    };
    let chosen_votes = votes.get(chosen).copied().unwrap_or_default();
    let room = chosen_votes.checked_sub(least).map(|room| Answer::HalfRoom {
        option: chosen.clone(),
        votes: chosen_votes,
        least,
        turned: room.saturating_add(1),
    });
    let others = votes.iter().filter(|(option, _)| *option != chosen);
    let why_not = others.flat_map(|(option, votes)| {
        let short = Answer::VotesShort {
            option: option.clone(),
            votes: *votes,
            to: chosen.clone(),
            to_votes: chosen_votes,
            more: more(*votes),
        };
        // Without more than half a lot chose between the two of the last round.
        let lot =
            room.is_none().then(|| Answer::LotLost { option: option.clone(), to: chosen.clone() });
        lot.into_iter().chain([short])
    });
    room.clone().into_iter().chain(why_not).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::rules::{
        outcome::Outcome,
        tally::{
            lot::Lots,
            paper::Options,
            persons::{Round, Rules, Stand, count_round},
        },
    };

    fn held(round: u32, votes: &[(&str, u64)]) -> (Option<String>, Vec<Answer>) {
        let keys = votes.iter().map(|(key, _)| (*key).to_owned());
        let options = Options::new(keys.clone()).unwrap();
        let votes: BTreeMap<String, u64> = keys.zip(votes.iter().map(|(_, n)| *n)).collect();
        let papers = Round { votes, ..Round::default() };
        let lots = Lots::Seed("seed".to_owned());
        let counted = count_round(&Rules { round }, &options, papers, &lots).unwrap();
        let chosen = match counted.stand {
            Stand::Chosen { candidate } => Some(candidate),
            _ => None,
        };
        let tally = Tally {
            winners: chosen.iter().cloned().collect(),
            ..Tally::of(Outcome::Chosen, Vec::new())
        };
        (chosen, answers(&counted.steps, &tally))
    }

    #[test]
    fn with_so_many_more_votes_somebody_would_have_had_half_and_with_one_less_not() {
        let (chosen, told) = held(1, &[("1", 4), ("2", 3), ("3", 2)]);
        assert_eq!((chosen, told.len()), (None, 3));
        for answer in told {
            let Answer::HalfShort { option, more, .. } = answer else { panic!("{answer:?}") };
            let with = |n: u64| {
                let votes = [("1", 4), ("2", 3), ("3", 2)];
                let votes =
                    votes.map(|(key, votes)| (key, if key == option { votes + n } else { votes }));
                held(1, &votes).0
            };
            assert_eq!(with(more), Some(option.clone()));
            assert_eq!(with(more - 1), None);
        }
    }

    #[test]
    fn with_so_many_votes_turned_she_would_not_have_been_chosen() {
        let (chosen, told) = held(1, &[("1", 7), ("2", 3), ("3", 1)]);
        assert_eq!(chosen.as_deref(), Some("1"));
        let Answer::HalfRoom { turned, votes: 7, least: 6, .. } = told[0] else {
            panic!("{told:?}")
        };
        assert_eq!(held(1, &[("1", 7 - turned), ("2", 3 + turned), ("3", 1)]).0, None);
        let less = turned - 1;
        assert_eq!(held(1, &[("1", 7 - less), ("2", 3 + less), ("3", 1)]).0.as_deref(), Some("1"));
        assert!(told.iter().any(|it| it.why_not() == Some("3")));
    }

    #[test]
    fn who_lost_by_lot_hears_that_it_was_a_lot() {
        let (chosen, told) = held(3, &[("1", 4), ("2", 4)]);
        let lost = if chosen.as_deref() == Some("1") { "2" } else { "1" };
        assert!(matches!(&told[0], Answer::LotLost { option, .. } if option == lost), "{told:?}");
        assert!(matches!(told[1], Answer::VotesShort { more: 1, .. }), "{told:?}");
    }
}
