//! Votes between options in a story: the ballot paper, and what people mark on it.

use chrono::TimeDelta;

use super::{story::Asked, tell::Cast};
use crate::{
    chance,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    rules::{
        ballot::{Channel, Mark, Secrecy},
        canonical,
        tally::method::Opt,
    },
    votes::{self, Casting, Paper, entity::voter},
};

/// The ballot paper.
pub(super) fn paper(asked: &Asked) -> Paper {
    let has_costs = asked.method.budget.is_some();
    let option = |((title, euros), key): (&(String, u64), usize)| Opt {
        key: key.to_string(),
        title: title.clone(),
        cost: has_costs.then_some(euros * 100),
    };
    Paper {
        secrecy: asked.secrecy,
        rules: Some(asked.method.rules.clone()),
        budget: asked.method.budget,
        options: asked.options.iter().zip(1..).map(option).collect(),
        ..Paper::default()
    }
}

/// Casts the ballots. Those whose codes are printed haven't voted in a running vote: whoever tries
/// the codes can.
pub(super) async fn cast(
    tx: &Tx,
    cast: &Cast<'_>,
    asked: &Asked,
    (vote, opens_at, is_running): (VoteId, Instant, bool),
    voters: &[voter::Model],
) -> Result<()> {
    let story = cast.story;
    let waiting: Vec<MemberId> = [&story.resident, &story.council, &story.secretary]
        .into_iter()
        .map(|name| cast.member(name))
        .collect::<Result<_>>()?;
    let marks = marks(&asked.marks).ok_or(Error::NotFound("a mark of the story"))?;
    let may = voters.iter().filter_map(|voter| Some((voter.id, voter.holder_id?)));
    let may = may.filter(|(_, member)| !is_running || !waiting.contains(member));
    for (((voter, member), mark), hour) in may.zip(marks).zip(1..) {
        let receipt = match asked.secrecy {
            Secrecy::Open => String::new(),
            Secrecy::Secret => canonical::hash_text(&chance::token()),
        };
        let new = Casting { vote, voter, mark, channel: Channel::Web, receipt, helped: false };
        votes::cast(tx, opens_at + TimeDelta::hours(hour), member, new).await?;
    }
    Ok(())
}

/// The marks one by one; nothing where one can't be read.
fn marks(rows: &[String]) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    for row in rows {
        let (mark, n) = row.rsplit_once(" * ")?;
        let mark: Mark = mark.parse().ok()?;
        marks.extend(vec![mark; n.parse().ok()?]);
    }
    Some(marks)
}
