use std::collections::BTreeSet;

use super::{
    entity::reminder,
    store,
    words::{self, Reminder},
};
use crate::{
    app::App,
    db::Tx,
    error::Result,
    ids::{MemberId, VoterId},
    mail::Letter,
    members,
    rules::{record::v2::Change, reminder as rule, vote::Stage},
    votes::{
        self,
        entity::{vote, voter},
    },
};

/// What comes next.
#[derive(Debug)]
pub enum Next {
    /// Nobody is left to be reminded.
    Nothing,
    /// Somebody who needs no reminder any more.
    Passed,
    /// A letter to be sent, and the line of the list that it was.
    Letter(Box<Letter>, reminder::Model),
}

/// Takes the next reminder off the list, and writes its letter. It is not on the list any more when
/// the letter is sent: a mail that is lost is better than one that comes twice.
///
/// # Errors
/// What the database says.
pub async fn take(tx: &Tx, app: &App) -> Result<Next> {
    let now = app.clock.now();
    let Some(row) = store::next(tx, now).await? else { return Ok(Next::Nothing) };
    let (vote, member) = (votes::store::get(tx, row.vote_id).await?, row.member_id);
    if !store::delete(tx, row.clone()).await? {
        return Ok(Next::Passed);
    }
    let is_open = vote.stage == Stage::Open && now < vote.closes_at && !vote.title.is_empty();
    let roll = votes::store::voters_for(tx, vote.id, member).await?;
    let has_declined = store::has_declined(tx, member).await?;
    let waits = is_open && !has_declined && silent(tx, &vote, roll).await?.contains(&member);
    let found = members::store::find(tx, member).await?;
    let found = found.filter(|it| waits && it.suspended_at.is_none());
    let Some((member, address)) = found.and_then(|it| it.email.clone().map(|to| (it, to))) else {
        return Ok(Next::Passed);
    };
    let neighbourhood = crate::bodies::store::neighbourhood(tx).await?;
    let reminder = Reminder {
        name: &member.name,
        title: &vote.title,
        number: vote.number,
        closes_at: vote.closes_at,
        neighbourhood: neighbourhood.as_ref().map_or("", |it| it.name.as_str()),
        home: &app.settings.server.public_url,
        zone: &app.settings.neighbourhood.zone(),
    };
    let (subject, text) = words::write(&member.language, &reminder);
    let letter = Letter { to_name: member.name.clone(), to_address: address, subject, text };
    Ok(Next::Letter(Box::new(letter), row))
}

/// Those who are to vote for these entries and haven't, each once. Who gave somebody a proxy, or has
/// somebody speak for her, has seen to it: whether that one voted is not for a mail to tell.
pub(super) async fn silent(
    tx: &Tx,
    vote: &vote::Model,
    roll: Vec<voter::Model>,
) -> Result<BTreeSet<MemberId>> {
    let voted: BTreeSet<VoterId> =
        votes::store::ballots(tx, vote.id).await?.into_iter().map(|it| it.voter_id).collect();
    let changes = votes::store::changes(tx, vote.id).await?;
    let recused: BTreeSet<i64> = changes.iter().filter_map(Change::recused).collect();
    let waits = |it: &voter::Model| {
        let has_part = it.channel.is_some() || voted.contains(&it.id);
        !has_part && it.proxy_id.is_none() && !recused.contains(&it.number)
    };
    let whose = |it: voter::Model| {
        rule::whose(vote.body, it.holder_id, it.alternate_id, it.absent_since.is_some())
    };
    let given = votes::store::delegations(tx, vote.id).await?;
    let standing = given.into_iter().filter(|it| it.ended_at.is_none());
    let spoken_for: BTreeSet<MemberId> = standing.map(|it| it.giver_id).collect();
    let silent = roll.into_iter().filter(waits).filter_map(whose);
    Ok(silent.filter(|member| !spoken_for.contains(member)).collect())
}
