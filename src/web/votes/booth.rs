//! The ballots that a visitor may cast in a vote, each with what the rule says about it.

use super::sheet::{self, Sheet};
use crate::{
    error::Result,
    ids::VoterId,
    rules::{
        ballot::{Channel, Choice, Mark},
        eligibility,
        record::v2::Change,
    },
    votes::{
        self,
        entity::{ballot, vote, voter},
        store,
    },
    web::{refusal::sentence, sectors::Sectors, visit::Visit},
};

/// One ballot paper.
#[derive(Debug)]
pub struct Booth {
    pub voter: VoterId,
    /// The seat for which it is cast.
    pub seat: Option<String>,
    /// The ballot that is there already, if she cast it herself.
    pub mine: Option<ballot::Model>,
    /// The paper, in a vote between options.
    pub sheet: Option<Sheet>,
    /// What she marked, in words.
    pub marked: Option<String>,
    /// Why she can't cast it now.
    pub why_not: Option<String>,
}

impl Booth {
    /// The ballot papers of the one who is signed in.
    ///
    /// # Errors
    /// What the database says.
    pub async fn all(visit: &Visit, vote: &vote::Model) -> Result<Vec<Self>> {
        let Some(member) = &visit.member else { return Ok(Vec::new()) };
        let reader = visit.app().db.read();
        let sectors = Sectors::of(visit).await?;
        let (method, options) = (votes::method(vote)?, store::options(reader, vote.id).await?);
        let changes = store::changes(reader, vote.id).await?;
        let recused: Vec<i64> = changes.iter().filter_map(Change::recused).collect();
        let mut booths = Vec::new();
        // Nobody has more than a few seats to vote for, as holder or alternate.
        for voter in store::voters_for(reader, vote.id, member.id).await? {
            let ballot = store::ballot(reader, vote.id, voter.id).await?;
            let entry = votes::occupancy(&voter, ballot.as_ref());
            let channel = voter.channel.or_else(|| ballot.as_ref().map(|ballot| ballot.channel));
            let may =
                eligibility::may_cast(&votes::booth(vote), visit.now, Some(&entry), member.id)
                    .and_then(|()| eligibility::may_replace(vote.secrecy, channel, Channel::Web));
            let may = match recused.contains(&voter.number) {
                true => may.and(Err(eligibility::Refusal::Recused)),
                false => may,
            };
            let by_her = ballot.filter(|ballot| ballot.member_id == member.id);
            let typed = by_her.as_ref().map(|ballot| sheet::fields(&ballot.mark));
            let sheet = method
                .has_options()
                .then(|| Sheet::new(visit, &method, &options, &typed.unwrap_or_default()));
            let marked = by_her.as_ref().map(|ballot| sheet::told(visit, &ballot.mark, &options));
            booths.push(Self {
                sheet,
                marked,
                voter: voter.id,
                seat: seat(visit, &sectors, &voter),
                mine: by_her,
                why_not: may.err().map(|refusal| sentence::of_ballot(visit, refusal)),
            });
        }
        Ok(booths)
    }

    /// Whether this choice is the one on the ballot.
    #[must_use]
    pub fn chose(&self, choice: &Choice) -> bool {
        self.mine.as_ref().is_some_and(|ballot| ballot.mark == Mark::Choice(*choice))
    }
}

/// Why a member without an entry on the roll can't vote.
#[must_use]
pub fn without_entry(visit: &Visit, vote: &vote::Model) -> Option<String> {
    let member = visit.member.as_ref()?;
    let may = eligibility::may_cast(&votes::booth(vote), visit.now, None, member.id);
    may.err().map(|refusal| sentence::of_ballot(visit, refusal))
}

/// What the seat of an entry is called.
pub(super) fn seat(visit: &Visit, sectors: &Sectors, voter: &voter::Model) -> Option<String> {
    let sector = sectors.name(voter.sector.as_deref()?);
    let (_, number) = voter.seat.as_deref()?.rsplit_once('-')?;
    Some(visit.with_two("seat-name", ("sector", sector), ("number", number)))
}
