//! Pairs: by which duel the winner won, and against whom the others lost.

use super::Answer;
use crate::rules::tally::{
    method::Tally,
    schulze::{Path, Rules, Step},
};

/// The closest duel of the winner, then why not, for each of the others.
pub fn answers(rules: &Rules, steps: &[Step], tally: &Tally) -> Vec<Answer> {
    let places = steps.iter().find_map(|step| match step {
        Step::Order { places } => Some(places),
        _ => None,
    });
    let Some(places) = places else { return Vec::new() };
    let field = Field { rules, steps };
    let winner = tally.winners.last();
    let first = winner.or_else(|| places.first().and_then(|place| place.first()));
    let Some(first) = first else { return Vec::new() };
    let all = || places.iter().flatten();
    let closest = winner.and_then(|winner| field.closest(winner, all()));
    let is_stay = |option: &&String| winner.is_none() && rules.status_quo.as_ref() == Some(*option);
    let losers = all().filter(|option| !tally.winners.contains(option) && !is_stay(option));
    closest.into_iter().chain(losers.filter_map(|option| field.why_not(option, first))).collect()
}

struct Field<'a> {
    rules: &'a Rules,
    steps: &'a [Step],
}

impl Field<'_> {
    /// Votes for one option against the other, and the other way round.
    fn duel(&self, first: &str, second: &str) -> Option<(u64, u64)> {
        self.steps.iter().find_map(|step| match step {
            Step::Duel { one, other, for_one, for_other } if one == first && other == second => {
                Some((*for_one, *for_other))
            }
            Step::Duel { one, other, for_one, for_other } if one == second && other == first => {
                Some((*for_other, *for_one))
            }
            _ => None,
        })
    }

    /// The strongest path from one option to the other.
    fn path(&self, from: &str, to: &str) -> Option<&Path> {
        self.steps.iter().find_map(|step| match step {
            Step::Paths { one, other, there, .. } if one == from && other == to => there.as_ref(),
            Step::Paths { one, other, back, .. } if one == to && other == from => back.as_ref(),
            _ => None,
        })
    }

    fn closest<'b>(
        &self,
        winner: &str,
        others: impl Iterator<Item = &'b String>,
    ) -> Option<Answer> {
        let duels = others.filter_map(|other| Some((other, self.duel(winner, other)?)));
        let won = duels.filter(|(_, (votes, against))| votes > against);
        let (other, (votes, against)) =
            won.min_by_key(|(_, (votes, against))| votes.saturating_sub(*against))?;
        let (option, other) = (winner.to_owned(), other.clone());
        Some(Answer::DuelClosest { option, other, votes, against })
    }

    fn why_not(&self, option: &String, first: &String) -> Option<Answer> {
        let by_lot = self.steps.iter().any(|step| {
            matches!(step, Step::Tie { among, option: drawn }
                if drawn == first && among.contains(option))
        });
        let (to, option) = (first.clone(), option.clone());
        if by_lot {
            return Some(Answer::LotLost { option, to });
        }
        let stays = self.rules.status_quo.as_deref().filter(|stays| *stays != option);
        if let Some((votes, against)) = stays.and_then(|stays| self.duel(&option, stays))
            && votes <= against
        {
            return Some(Answer::StatusQuoKept { option, votes, against });
        }
        let (votes, against) = self.duel(&option, &to)?;
        if votes < against {
            return Some(Answer::DuelLost { option, to, votes, against });
        }
        let over = self.path(&to, &option).map(|path| path.over.clone()).unwrap_or_default();
        Some(Answer::PathLost { option, to, votes, against, over })
    }
}
