//! Somebody in a neighbourhood, and what she does there.

use anyhow::Result;
use chrono::TimeDelta;
use translokaal::{
    ids::{MemberId, NoticeId, ProposalId, VoteId},
    neighbours,
    proposals::{self, Draft, Revision},
    rules::{
        ballot::{BodyKind, Channel, Choice},
        partner::Handle,
        proposal::{Kind, Value},
        vote::Closing,
    },
    votes::{self, Casting, Origin, Preparation},
};
use url::Url;

use crate::Neighbour;

/// A member of a neighbourhood.
#[derive(Clone, Copy)]
pub struct Person<'a> {
    pub home: &'a Neighbour,
    pub id: MemberId,
}

/// A proposal, and where other servers find it.
#[derive(Clone, Debug)]
pub struct Proposed {
    pub id: ProposalId,
    pub number: i64,
    pub object: Url,
}

const REASON: &str = "Zo is het besproken";

impl Person<'_> {
    /// Asks a neighbourhood whether we may follow it.
    ///
    /// # Errors
    /// She may not.
    pub async fn asks(&self, handle: &Handle) -> Result<()> {
        let (now, ours) = (self.home.now(), self.home.handle());
        let asked = async |tx: &_| neighbours::ask(tx, now, self.id, handle, &ours).await;
        self.home.act(asked).await.map(drop)
    }

    /// Stops following a neighbourhood.
    ///
    /// # Errors
    /// She may not.
    pub async fn ends(&self, other: &Neighbour) -> Result<()> {
        let now = self.home.now();
        let partner = self.home.partner(&other.handle()).await?;
        let id = partner.ok_or_else(|| anyhow::anyhow!("no partner"))?.id;
        self.home.act(async |tx| neighbours::end(tx, now, self.id, id).await).await
    }

    /// Writes a draft that stays at home.
    ///
    /// # Errors
    /// It isn't fit.
    pub async fn drafts(&self, title: &str) -> Result<Proposed> {
        let now = self.home.now();
        let new = Draft {
            id: ProposalId::fresh(now),
            kind: Kind::Proposal,
            title: title.to_owned(),
            summary: "Er is te weinig plek voor fietsen bij het plein. Wij vragen om meer rekken."
                .to_owned(),
            text: "Bij het plein **staan** de fietsen in de weg.".to_owned(),
            served: vec![Value::Safety],
            addressee: "Stadsdeel".to_owned(),
            language: "nl".to_owned(),
        };
        let row = self.home.act(async |tx| proposals::draft(tx, now, self.id, new).await).await?;
        let object = self.home.at(&format!("/ap/proposals/{}", row.number));
        Ok(Proposed { id: row.id, number: row.number, object })
    }

    /// Puts a draft before the neighbourhood.
    ///
    /// # Errors
    /// It isn't hers.
    pub async fn opens(&self, it: &Proposed) -> Result<()> {
        let now = self.home.now();
        self.home.act(async |tx| proposals::open(tx, now, self.id, it.id).await).await
    }

    /// Writes a proposal and puts it before the neighbourhood.
    ///
    /// # Errors
    /// It isn't fit.
    pub async fn proposes(&self, title: &str) -> Result<Proposed> {
        let it = self.drafts(title).await?;
        self.opens(&it).await?;
        Ok(it)
    }

    /// Gives a proposal another title.
    ///
    /// # Errors
    /// It can't be changed any more.
    pub async fn revises(&self, it: &Proposed, title: &str) -> Result<()> {
        let (now, db) = (self.home.now(), self.home.app().db.read());
        let old = proposals::store::get(db, it.id).await?;
        let new = Revision {
            id: it.id,
            based_on: old.version,
            served: proposals::served(&old),
            title: title.to_owned(),
            summary: old.summary,
            text: old.text,
            addressee: old.addressee,
            kind: old.kind,
        };
        self.home.act(async |tx| proposals::revise(tx, now, self.id, new).await).await.map(drop)
    }

    /// Takes a proposal back.
    ///
    /// # Errors
    /// It isn't hers.
    pub async fn withdraws(&self, it: &Proposed) -> Result<()> {
        let now = self.home.now();
        self.home
            .act(async |tx| proposals::withdraw(tx, now, self.id, it.id, REASON).await)
            .await
            .map(drop)
    }

    /// Removes a proposal because the law asks for it.
    ///
    /// # Errors
    /// She may not.
    pub async fn removes(&self, it: &Proposed) -> Result<()> {
        let now = self.home.now();
        self.home
            .act(async |tx| votes::remove(tx, now, self.id, it.id, REASON).await)
            .await
            .map(drop)
    }

    /// Supports a proposal.
    ///
    /// # Errors
    /// She may not.
    pub async fn supports(&self, it: &Proposed) -> Result<()> {
        let now = self.home.now();
        self.home.act(async |tx| proposals::support(tx, now, self.id, it.id).await).await.map(drop)
    }

    /// Opens a vote of the assembly on a proposal.
    ///
    /// # Errors
    /// She may not.
    pub async fn puts_to_the_vote(&self, it: &Proposed) -> Result<VoteId> {
        let now = self.home.now();
        let today = self.home.app().settings.neighbourhood.day(now);
        let id = VoteId::fresh(now);
        let new = Preparation {
            paper: votes::Paper::default(),
            id,
            proposal: it.id,
            body: BodyKind::Assembly,
            closing: Closing::ByHand,
            opens_at: now,
            closes_at: now + TimeDelta::days(7),
        };
        self.home
            .act(async |tx| {
                votes::prepare(tx, now, self.id, new).await?;
                votes::open(tx, now, today, Some(self.id), id).await
            })
            .await?;
        Ok(id)
    }

    /// Votes.
    ///
    /// # Errors
    /// She may not.
    pub async fn votes(&self, vote: VoteId, choice: Choice) -> Result<()> {
        let now = self.home.now();
        let entries = votes::store::voters_for(self.home.app().db.read(), vote, self.id).await?;
        let voter = entries.first().ok_or_else(|| anyhow::anyhow!("not on the roll"))?.id;
        let (mark, channel, receipt) = (choice.into(), Channel::Web, String::new());
        let new = Casting { vote, voter, mark, channel, receipt, helped: false };
        self.home.act(async |tx| votes::cast(tx, now, self.id, new).await).await.map(drop)
    }

    /// Cancels a vote.
    ///
    /// # Errors
    /// She may not.
    pub async fn cancels(&self, vote: VoteId) -> Result<()> {
        let now = self.home.now();
        self.home
            .act(async |tx| votes::cancel(tx, now, Some(self.id), vote, REASON).await)
            .await
            .map(drop)
    }

    /// Closes a vote and publishes its result.
    ///
    /// # Errors
    /// She may not.
    pub async fn finishes(&self, vote: VoteId) -> Result<()> {
        let now = self.home.now();
        let origin = &Origin::of(self.home.app());
        self.home
            .act(async |tx| votes::finish(tx, now, Some(self.id), vote, REASON, origin).await)
            .await
            .map(drop)
    }

    /// Shares what another neighbourhood published.
    ///
    /// # Errors
    /// She may not.
    pub async fn shares(&self, notice: NoticeId) -> Result<()> {
        let now = self.home.now();
        self.home.act(async |tx| neighbours::share(tx, now, self.id, notice).await).await
    }

    /// Takes a share back.
    ///
    /// # Errors
    /// She may not.
    pub async fn takes_share_back(&self, notice: NoticeId) -> Result<()> {
        let now = self.home.now();
        self.home.act(async |tx| neighbours::take_share_back(tx, now, self.id, notice).await).await
    }
}
