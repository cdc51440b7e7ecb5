//! Follows the journal and writes down, for each thing that happened and concerns others, the
//! activity that tells it, in the transaction in which the place in the journal moves on. So
//! nothing is told that didn't happen, and nothing is left out or told twice.

use tokio::sync::watch;
use url::Url;

use super::{
    Letter, embed, letter,
    render::{self, Served},
    store,
};
use crate::{
    clock::Instant,
    db::{self, Tx},
    error::{Error, Result},
    federation::{
        Federation, Office,
        office::Group,
        patience,
        store::{self as people, Stage},
        wire::{Kind, Post, Target, tombstone},
    },
    ids::{NoticeId, PartnerId, ProposalId, VoteId},
    journal::{self, Event, Line},
    neighbours, proposals,
    rules::jurisdiction::same_origin,
    votes::{self, entity::vote},
};

/// The name of our place in the journal.
const CURSOR: &str = "federation";
/// How many lines are read at once.
const LINES: u64 = 500;

/// Works until `stop` says so.
pub async fn run(federation: Federation, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let rung = federation.app().bell.notified();
        match follow(&federation.config).await {
            Ok(0) => {}
            Ok(read) => {
                federation.app().bell.notify_waiters();
                if read as u64 == LINES {
                    continue;
                }
            }
            Err(error) => tracing::error!(%error, "outbox"),
        }
        tokio::select! {
            () = rung => tokio::time::sleep(patience::BREATH).await,
            () = tokio::time::sleep(patience::POLL) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Reads on in the journal; tells how many lines it read.
///
/// # Errors
/// What the database says.
pub async fn follow(office: &Office) -> Result<usize> {
    let db = office.app.db.read();
    let position = people::cursor(db, CURSOR).await?;
    if journal::after(db, position, 1).await?.is_empty() {
        return Ok(0);
    }
    let Some(group) = office.find_group().await? else { return Ok(0) };
    db::write(&office.app.db, async |tx| {
        journal::wait_for_writers(tx).await?;
        let position = people::lock_cursor(tx, CURSOR).await?;
        let lines = journal::after(tx, position, LINES).await?;
        let Some(last) = lines.last() else { return Ok(0) };
        let end = last.position;
        let inboxes = people::follower_inboxes(tx).await?;
        for line in &lines {
            tell(tx, office, &group, line, &inboxes).await?;
        }
        people::put_cursor(tx, CURSOR, end).await?;
        Ok(lines.len())
    })
    .await
}

async fn tell(
    tx: &Tx,
    office: &Office,
    group: &Group,
    line: &Line,
    inboxes: &[String],
) -> Result<()> {
    let teller = Teller { tx, office, group, line, inboxes };
    match &line.event {
        Event::ProposalOpened { proposal } => teller.opened(*proposal).await,
        Event::ProposalRevised { proposal, .. }
        | Event::ThresholdReached { proposal, .. }
        | Event::ThresholdLost { proposal, .. }
        | Event::ProposalEnteredVote { proposal, .. }
        | Event::ProposalLeftVote { proposal, .. }
        | Event::ProposalAdopted { proposal, .. }
        | Event::ProposalRejected { proposal, .. }
        | Event::ProposalWithdrawn { proposal, .. }
        | Event::ProposalLapsed { proposal } => teller.changed(*proposal).await,
        Event::ProposalRemoved { proposal, .. } => teller.removed(*proposal).await,
        Event::VoteOpened { vote, .. } => teller.vote_opened(*vote).await,
        Event::VoteCancelled { vote, .. } | Event::VoteExtended { vote, .. } => {
            teller.vote_changed(*vote).await
        }
        Event::ResultPublished { vote, .. } => teller.result(*vote).await,
        Event::ProposalShared { notice } => teller.shared(*notice).await,
        Event::ShareTakenBack { notice } => teller.share_taken_back(*notice).await,
        Event::PartnerEnded { partner, .. } => teller.ended(*partner).await,
        _ => Ok(()),
    }
}

/// What is needed to tell one line.
struct Teller<'a> {
    tx: &'a Tx,
    office: &'a Office,
    group: &'a Group,
    line: &'a Line,
    inboxes: &'a [String],
}

impl Teller<'_> {
    fn letter(&self, kind: Kind, object: Target) -> Letter {
        letter(self.office, self.line.at, kind, self.group, object)
    }

    fn public(&self, kind: Kind, object: Target) -> Letter {
        self.letter(kind, object).for_all(self.group, self.inboxes)
    }

    async fn opened(&self, id: ProposalId) -> Result<()> {
        let row = proposals::store::get(self.tx, id).await?;
        self.say(Kind::Create, render::proposal(self.office, self.group, &row)?).await
    }

    async fn changed(&self, id: ProposalId) -> Result<()> {
        let row = proposals::store::get(self.tx, id).await?;
        let object = self.office.addresses.proposal(row.number);
        // What was never told can't change: a draft that is withdrawn stays at home.
        if !self.was_told(&object).await? {
            return Ok(());
        }
        self.say(Kind::Update, render::proposal(self.office, self.group, &row)?).await
    }

    async fn say(&self, kind: Kind, served: Served<Post>) -> Result<()> {
        match served {
            Served::Post(post) => self.public(kind, embed(&post)?).send(self.tx).await,
            Served::Removed(_) | Served::Nothing => Ok(()),
        }
    }

    /// The proposal goes, and with it whatever names it.
    async fn removed(&self, id: ProposalId) -> Result<()> {
        let row = proposals::store::get(self.tx, id).await?;
        let addresses = &self.office.addresses;
        for vote in votes::store::of_proposal(self.tx, id).await? {
            for object in [addresses.opening(vote.number), addresses.result(vote.number)] {
                self.remove(&object, "Note", row.removed_at).await?;
            }
        }
        self.remove(&addresses.proposal(row.number), "Article", row.removed_at).await
    }

    async fn remove(&self, object: &Url, kind: &str, at: Option<Instant>) -> Result<()> {
        if !self.was_told(object).await? {
            return Ok(());
        }
        store::erase(self.tx, object.as_str()).await?;
        let stone = tombstone(object, kind, at);
        self.public(Kind::Delete, embed(&stone)?).send(self.tx).await
    }

    async fn vote_opened(&self, id: VoteId) -> Result<()> {
        let row = votes::store::get(self.tx, id).await?;
        let proposal = proposals::store::get(self.tx, row.proposal_id).await?;
        self.say(Kind::Create, render::opening(self.office, self.group, &row, &proposal)).await
    }

    /// The note of the opening says until when one can vote, or that the vote was cancelled.
    async fn vote_changed(&self, id: VoteId) -> Result<()> {
        let row = votes::store::get(self.tx, id).await?;
        // A vote that never opened was never told either.
        if !self.was_told(&self.office.addresses.opening(row.number)).await? {
            return Ok(());
        }
        let proposal = proposals::store::get(self.tx, row.proposal_id).await?;
        let served = match render::opening(self.office, self.group, &row, &proposal) {
            Served::Post(post) => Served::Post(Post { updated: Some(self.line.at), ..post }),
            gone => gone,
        };
        self.say(Kind::Update, served).await
    }

    /// The result, and where it took the place of another one, that the other holds no longer.
    async fn result(&self, id: VoteId) -> Result<()> {
        let row = votes::store::get(self.tx, id).await?;
        self.say_result(Kind::Create, &row).await?;
        let places = votes::places(self.tx, &row).await?;
        match row.earlier_id.filter(|_| places.is_instead) {
            Some(earlier) => {
                let earlier = votes::store::get(self.tx, earlier).await?;
                self.say_result(Kind::Update, &earlier).await
            }
            None => Ok(()),
        }
    }

    async fn say_result(&self, kind: Kind, row: &vote::Model) -> Result<()> {
        let proposal = proposals::store::get(self.tx, row.proposal_id).await?;
        let Some(found) = votes::store::result(self.tx, row.id).await? else { return Ok(()) };
        let options = votes::store::options(self.tx, row.id).await?;
        let places = votes::places(self.tx, row).await?;
        let (proposal, found, options) = (&proposal, &found, options.as_slice());
        let counted = render::Counted { row, proposal, found, options, places: &places };
        let served = render::result(self.office, self.group, counted)?;
        self.say(kind, served).await
    }

    async fn shared(&self, id: NoticeId) -> Result<()> {
        let notice = neighbours::store::notice(self.tx, id).await?;
        let object = address(&notice.object, "notices", "object")?;
        let letter = self.public(Kind::Announce, Target::Id(object)).naming(&notice.actor);
        self.also_to(letter, &notice.actor).await?.send(self.tx).await
    }

    async fn share_taken_back(&self, id: NoticeId) -> Result<()> {
        let notice = neighbours::store::notice(self.tx, id).await?;
        let announce = Kind::Announce.word();
        let sent = store::newest_about(self.tx, announce, &notice.object).await?;
        let Some(sent) = sent else { return Ok(()) };
        let announced: serde_json::Value = serde_json::from_str(&sent.body)
            .map_err(|_| Error::contradiction("activities_sent", "body", sent.serial))?;
        let letter = self.public(Kind::Undo, embed(&announced)?).naming(&notice.actor);
        self.also_to(letter, &notice.actor).await?.send(self.tx).await
    }

    async fn ended(&self, id: PartnerId) -> Result<()> {
        let Some(row) = people::following(self.tx, id).await? else { return Ok(()) };
        people::set_following_stage(self.tx, id, Stage::Ended).await?;
        let follow = address(&row.activity, "followings", "activity")?;
        let Some(sent) = store::find(self.tx, &follow).await? else { return Ok(()) };
        let followed: serde_json::Value = serde_json::from_str(&sent.body)
            .map_err(|_| Error::contradiction("activities_sent", "body", sent.serial))?;
        let letter = self.letter(Kind::Undo, embed(&followed)?);
        self.also_to(letter, &row.actor).await?.send(self.tx).await
    }

    async fn was_told(&self, object: &Url) -> Result<bool> {
        let told = store::newest_about(self.tx, Kind::Create.word(), object.as_str()).await?;
        Ok(told.is_some())
    }

    /// Sends it to the server of `actor` too, if that is known.
    async fn also_to(&self, letter: Letter, actor: &str) -> Result<Letter> {
        let actor = address(actor, "remote_actors", "id")?;
        if same_origin(&actor, self.office.addresses.base()) {
            return Ok(letter);
        }
        let known = people::remote_actor(self.tx, &actor).await?;
        Ok(match known {
            Some(row) => letter.to(row.shared_inbox.as_ref().unwrap_or(&row.inbox)),
            None => letter,
        })
    }
}

fn address(text: &str, table: &str, column: &str) -> Result<Url> {
    Url::parse(text).map_err(|_| Error::contradiction(table, column, text))
}

#[cfg(test)]
mod tests;
