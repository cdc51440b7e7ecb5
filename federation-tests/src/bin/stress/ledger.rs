//! What a voter sent and heard, and what may be kept for her because of it.

use anyhow::Result;
use federation_tests::http::{Answer, header};
use translokaal::{
    rules::ballot::{Choice, Mark},
    votes::entity::ballot,
};

/// What a voter hears of a ballot that she sent.
#[derive(Clone, Debug)]
pub enum Heard {
    /// It is cast, and is her first.
    First,
    /// It is cast in place of an earlier one.
    Replaced,
    /// The rules say no, on this page.
    Refused(String),
    /// The server says that something went wrong on its side.
    Failed,
    /// The connection broke.
    Nothing,
}

/// A ballot that was sent.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub choice: Choice,
    pub heard: Heard,
}

/// The attempts of one voter, in the order in which she sent them, each after the answer to the one
/// before.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub attempts: Vec<Attempt>,
    /// At the last look: how many attempts there were, and how often a ballot of hers was kept.
    looked: (usize, usize),
    pub has_lost: bool,
    pub has_doubled: bool,
}

/// What the database holds for a voter.
#[derive(Clone, Debug)]
pub struct Kept {
    pub mark: Mark,
    /// How often a ballot of hers was kept: the first time, and whenever another took its place.
    pub times: usize,
}

impl From<&ballot::Model> for Kept {
    fn from(row: &ballot::Model) -> Self {
        let times = 1 + usize::try_from(row.replaced).unwrap_or_default();
        Self { mark: row.mark.clone(), times }
    }
}

impl Heard {
    /// Reads an answer.
    ///
    /// # Errors
    /// It doesn't say what became of the ballot.
    pub fn read(answer: &Answer) -> Result<Self> {
        let goes_to = header(&answer.head, "location").unwrap_or_default();
        match (answer.status, goes_to.split_once("done=").map(|(_, done)| done)) {
            (303, Some("ballot-cast")) => Ok(Self::First),
            (303, Some("ballot-replaced")) => Ok(Self::Replaced),
            (422, _) => Ok(Self::Refused(String::from_utf8_lossy(&answer.body).into_owned())),
            (500..=599, _) => Ok(Self::Failed),
            _ => anyhow::bail!("an answer that says nothing about the ballot: {}", answer.head),
        }
    }

    /// Whether the ballot was acknowledged.
    pub const fn is_acknowledged(&self) -> bool {
        matches!(self, Self::First | Self::Replaced)
    }

    /// Whether nobody said what became of the ballot: it may be kept or not.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Failed | Self::Nothing)
    }
}

impl Ledger {
    /// Her next choice: the same one again when she doesn't know what became of it.
    pub fn next_choice(&self) -> Choice {
        match self.attempts.last() {
            Some(last) if last.heard.is_open() => last.choice,
            _ => {
                Choice::ALL.iter().copied().cycle().nth(self.attempts.len()).unwrap_or(Choice::For)
            }
        }
    }

    /// How many of her attempts ended so.
    pub fn count(&self, how: impl Fn(&Heard) -> bool) -> usize {
        self.attempts.iter().filter(|it| how(&it.heard)).count()
    }

    /// Compares what is kept for her with what she heard.
    pub fn look(&mut self, kept: Option<Kept>) {
        let times = kept.as_ref().map_or(0, |it| it.times);
        let (attempts_then, times_then) = self.looked;
        let since = self.attempts.iter().skip(attempts_then);
        let acknowledged = since.filter(|it| it.heard.is_acknowledged()).count();
        let is_hers = kept.is_none_or(|it| self.may_stand(&it.mark));
        self.has_lost |= times < times_then + acknowledged || !is_hers;
        let most = self.count(Heard::is_acknowledged) + self.count(Heard::is_open);
        self.has_doubled |= times > most;
        self.looked = (self.attempts.len(), times);
    }

    /// Whether this mark may be the one that stands: the last acknowledged one, or one that she
    /// sent later without hearing what became of it.
    pub fn may_stand(&self, mark: &Mark) -> bool {
        let mut acknowledged = false;
        self.attempts.iter().rev().any(|it| {
            let may = !acknowledged && Mark::from(it.choice) == *mark;
            acknowledged |= it.heard.is_acknowledged();
            may && (it.heard.is_open() || it.heard.is_acknowledged())
        })
    }

    /// How many answers can't be true, whatever became of the ballots that nobody answered: a
    /// second first one, or one that replaced nothing.
    pub fn untrue(&self) -> usize {
        let mut untrue = 0;
        let (mut is_cast, mut may_be_cast) = (false, false);
        for it in &self.attempts {
            match it.heard {
                Heard::First if is_cast => untrue += 1,
                Heard::Replaced if !may_be_cast => untrue += 1,
                _ => {}
            }
            is_cast |= it.heard.is_acknowledged();
            may_be_cast |= it.heard.is_acknowledged() || it.heard.is_open();
        }
        untrue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOR: Choice = Choice::For;
    const AGAINST: Choice = Choice::Against;

    fn ledger(attempts: &[(Choice, Heard)]) -> Ledger {
        let attempt =
            |(choice, heard): &(Choice, Heard)| Attempt { choice: *choice, heard: heard.clone() };
        Ledger { attempts: attempts.iter().map(attempt).collect(), ..Ledger::default() }
    }

    /// Whether a ballot is lost, and whether one is doubled.
    fn seen(attempts: &[(Choice, Heard)], kept: Option<(Choice, usize)>) -> (bool, bool) {
        let mut it = ledger(attempts);
        it.look(kept.map(|(choice, times)| Kept { mark: choice.into(), times }));
        (it.has_lost, it.has_doubled)
    }

    #[test]
    fn what_was_acknowledged_must_stand() {
        let once = [(FOR, Heard::First)];
        assert_eq!(seen(&once, Some((FOR, 1))), (false, false));
        assert_eq!(seen(&once, None), (true, false));
        assert_eq!(seen(&once, Some((AGAINST, 1))), (true, false));
        assert_eq!(seen(&once, Some((FOR, 2))), (false, true));
        let twice = [(FOR, Heard::First), (AGAINST, Heard::Replaced)];
        assert_eq!(seen(&twice, Some((AGAINST, 2))), (false, false));
        assert_eq!(seen(&twice, Some((FOR, 1))), (true, false));
    }

    #[test]
    fn what_was_not_answered_may_stand_until_something_later_is_acknowledged() {
        let open = [(FOR, Heard::First), (AGAINST, Heard::Nothing)];
        assert_eq!(seen(&open, Some((FOR, 1))), (false, false));
        assert_eq!(seen(&open, Some((AGAINST, 2))), (false, false));
        assert_eq!(seen(&open, Some((AGAINST, 3))), (false, true));
        let later = [(AGAINST, Heard::Nothing), (FOR, Heard::Replaced)];
        assert_eq!(seen(&later, Some((FOR, 2))), (false, false));
        assert_eq!(seen(&later, Some((AGAINST, 2))), (true, false));
    }

    #[test]
    fn what_was_refused_must_not_stand() {
        let refused = [(FOR, Heard::Refused(String::new()))];
        assert_eq!(seen(&refused, None), (false, false));
        assert!(seen(&refused, Some((FOR, 1))).1);
    }

    #[test]
    fn a_ballot_that_was_there_at_the_last_look_does_not_stand_in_for_a_later_one() {
        let mut it = ledger(&[(FOR, Heard::Nothing)]);
        it.look(Some(Kept { mark: FOR.into(), times: 1 }));
        it.attempts.push(Attempt { choice: FOR, heard: Heard::Replaced });
        it.look(Some(Kept { mark: FOR.into(), times: 1 }));
        assert!(it.has_lost);
    }

    #[test]
    fn there_is_one_first_time() {
        let told = |attempts: &[(Choice, Heard)]| ledger(attempts).untrue();
        assert_eq!(told(&[(FOR, Heard::First), (FOR, Heard::Replaced)]), 0);
        assert_eq!(told(&[(FOR, Heard::First), (FOR, Heard::First)]), 1);
        assert_eq!(told(&[(FOR, Heard::Replaced)]), 1);
        assert_eq!(told(&[(FOR, Heard::Nothing), (FOR, Heard::Replaced)]), 0);
        assert_eq!(told(&[(FOR, Heard::Nothing), (FOR, Heard::First)]), 0);
    }
}
