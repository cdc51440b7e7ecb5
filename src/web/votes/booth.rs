//! The ballots that a visitor may cast in a vote, each with what the rule says about it.

use super::sheet::{self, Sheet};
use crate::{
    error::Result,
    ids::{MemberId, VoterId},
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
    web::{people::People, refusal::sentence, sectors::Sectors, visit::Visit},
};

/// One ballot paper.
#[derive(Debug)]
pub struct Booth {
    pub voter: VoterId,
    /// Her own, or by proxy.
    pub channel: Channel,
    /// For whom it is cast by proxy.
    pub giver: Option<String>,
    /// Its number on the roll.
    pub number: i64,
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
        let papers = papers(visit, vote, member.id).await?;
        let givers = papers.iter().filter(|(_, channel)| *channel == Channel::Proxy);
        let people = People::of(visit, givers.filter_map(|(voter, _)| voter.holder_id)).await?;
        let mut booths = Vec::new();
        // Nobody has more than a few to vote for, as holder, as alternate or by proxy.
        for (voter, channel) in papers {
            let ballot = store::ballot(reader, vote.id, voter.id).await?;
            let before = (ballot.as_ref(), voter.channel);
            let may = votes::may_cast(vote, &voter, before, visit.now, (member.id, channel));
            let is_recused = recused.contains(&voter.number);
            let why_not = match may {
                Err(refusal) => Some(sentence::of_ballot(visit, refusal)),
                Ok(()) if is_recused && channel == Channel::Proxy => {
                    Some(visit.say("refusal-proxy-recused"))
                }
                Ok(()) if is_recused => {
                    Some(sentence::of_ballot(visit, eligibility::Refusal::Recused))
                }
                Ok(()) => None,
            };
            let giver = voter.holder_id.filter(|_| channel == Channel::Proxy);
            let by_her = ballot.filter(|ballot| ballot.member_id == member.id);
            let typed = by_her.as_ref().map(|ballot| sheet::fields(&ballot.mark));
            let sheet = method.has_sheet().then(|| {
                let ordered = sheet::in_order(visit, vote, &voter.id.to_string(), &options);
                Sheet::new(visit, &method, &ordered, &typed.unwrap_or_default())
            });
            let marked = by_her.as_ref().map(|ballot| sheet::told(visit, &ballot.mark, &options));
            booths.push(Self {
                sheet,
                marked,
                voter: voter.id,
                channel,
                giver: giver.map(|id| people.name(&id).to_owned()),
                number: voter.number,
                seat: seat(visit, &sectors, &voter),
                mine: by_her,
                why_not,
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

/// The entries for which a member may come to vote, and how. Of whom she is the alternate and holds a
/// proxy, she has one paper: as the alternate while the holder is marked absent.
async fn papers(
    visit: &Visit,
    vote: &vote::Model,
    member: MemberId,
) -> Result<Vec<(voter::Model, Channel)>> {
    let reader = visit.app().db.read();
    let is_absent = |voter: &voter::Model| voter.absent_since.is_some();
    let mut own = store::voters_for(reader, vote.id, member).await?;
    own.retain(|voter| voter.proxy_id != Some(member) || is_absent(voter));
    let mut given = store::proxied_to(reader, vote.id, member).await?;
    given.retain(|voter| voter.alternate_id != Some(member) || !is_absent(voter));
    let own = own.into_iter().map(|voter| (voter, Channel::Web));
    Ok(own.chain(given.into_iter().map(|voter| (voter, Channel::Proxy))).collect())
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
