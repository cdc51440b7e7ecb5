//! Elections of a story: who stands, who is asked, who votes, and who gets a seat.

use chrono::{Datelike, TimeDelta};

use super::{
    choose,
    story::{Elected, marks},
    tell::{Cast, full_name},
};
use crate::{
    clock::Instant,
    db::Tx,
    elections::{self, Calling, NewElection, Texts},
    error::{Error, Result},
    ids::{ElectionId, VoteId},
    rules::{
        age_quota::AgeQuotas,
        ballot::{Mark, Secrecy},
        candidacy::Electorate,
        tally::method::Opt,
    },
    votes::{self, Origin},
};

/// Tells an election as far as it has come by now.
pub(super) async fn elect(tx: &Tx, cast: &Cast<'_>, told: &Elected) -> Result<()> {
    let called_at = cast.days_ago(told.days_ago);
    let id = ElectionId::fresh(called_at);
    let new = calling(cast, told, called_at, id);
    let Calling { nominate_until, opens_at, closes_at, .. } = new.calling;
    elections::call(tx, called_at, cast.member(&cast.story.secretary)?, new).await?;
    for ((name, says), hour) in told.candidates.iter().zip(1..) {
        let (at, who) = (called_at + TimeDelta::hours(20 * hour), cast.member(name)?);
        elections::stand(tx, at, cast.day(at), who, (id, says.as_str())).await?;
    }
    for ((by, asked), hour) in told.asked.iter().zip(1..) {
        let (at, by) = (called_at + TimeDelta::hours(30 * hour), cast.member(by)?);
        elections::nominate(tx, at, cast.day(at), by, (id, full_name(asked).as_str())).await?;
    }
    let origin = &Origin::of(cast.app);
    if nominate_until > cast.now {
        return Ok(());
    }
    elections::attend(tx, nominate_until, cast.day(nominate_until), id, origin).await?;
    let row = elections::store::get(tx, id).await?;
    let Some(vote) = row.vote_id.filter(|_| opens_at <= cast.now) else { return Ok(()) };
    votes::open_due(tx, opens_at, cast.day(opens_at), vote).await?;
    let is_running = closes_at > cast.now;
    let marks = on_paper(tx, told, vote).await?;
    choose::cast(tx, cast, (vote, opens_at, is_running), Secrecy::Secret, marks).await?;
    if is_running {
        return Ok(());
    }
    votes::close_due(tx, closes_at, vote, origin).await?;
    elections::attend(tx, closes_at, cast.day(closes_at), id, origin).await
}

fn calling(cast: &Cast<'_>, told: &Elected, called_at: Instant, id: ElectionId) -> NewElection {
    let nominate_until = called_at + TimeDelta::days(told.nominate_days);
    let opens_at = nominate_until + TimeDelta::days(1);
    let closes_at = opens_at + TimeDelta::days(told.vote_days);
    let from_on = cast.day(closes_at + TimeDelta::days(1));
    NewElection {
        id,
        sector: told.sector.clone(),
        seats: 1,
        from_on,
        until_on: from_on.with_year(from_on.year() + 2),
        quotas: AgeQuotas::default(),
        calling: Calling {
            nominate_until,
            opens_at,
            closes_at,
            secrecy: Secrecy::Secret,
            electorate: Electorate::Sector,
        },
        texts: Texts {
            title: told.title.clone(),
            summary: told.summary.clone(),
            text: told.phrases.text.clone(),
            language: "nl".to_owned(),
            phrases: told.phrases.clone(),
        },
    }
}

/// The marks of the story, which name candidates by their place in it, as they stand on the paper.
async fn on_paper(tx: &Tx, told: &Elected, vote: VoteId) -> Result<Vec<Mark>> {
    let options = votes::store::options(tx, vote).await?;
    let key = |place: &String| {
        let (name, _) = told.candidates.get(place.parse::<usize>().ok()?.checked_sub(1)?)?;
        let title = full_name(name);
        options.iter().find(|it: &&Opt| it.title == title).map(|it| it.key.clone())
    };
    let mark = |mark: Mark| match mark {
        Mark::Rank(ranks) => {
            let keys = |rank: Vec<String>| rank.iter().map(key).collect::<Option<Vec<_>>>();
            ranks.into_iter().map(keys).collect::<Option<Vec<_>>>().map(Mark::Rank)
        }
        other => Some(other),
    };
    let read = marks(&told.marks).and_then(|marks| marks.into_iter().map(mark).collect());
    read.ok_or(Error::NotFound("a candidate of the story"))
}
