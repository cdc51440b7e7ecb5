//! Votes between options in a story: the ballot paper, and what people mark on it.

use chrono::TimeDelta;

use super::{
    story::{Asked, Told},
    tell::Cast,
};
use crate::{
    chance,
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{MemberId, VoteId},
    rules::{
        ballot::{Channel, Choice, Mark, Secrecy},
        canonical,
        tally::{consent::Answer, method::Opt},
    },
    votes::{self, Casting, Paper},
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
    (vote, opens_at, is_running): (VoteId, Instant, bool),
    secrecy: Secrecy,
    marks: Vec<Mark>,
) -> Result<()> {
    let voters = votes::store::voters(tx, vote).await?;
    let story = cast.story;
    let waiting: Vec<MemberId> = [&story.resident, &story.council, &story.secretary]
        .into_iter()
        .map(|name| cast.member(name))
        .collect::<Result<_>>()?;
    let may = voters.iter().filter_map(|voter| Some((voter.id, voter.holder_id?)));
    let may = may.filter(|(_, member)| !is_running || !waiting.contains(member));
    for (((voter, member), mark), hour) in may.zip(marks).zip(1..) {
        let receipt = match secrecy {
            Secrecy::Open => String::new(),
            Secrecy::Secret => canonical::hash_text(&chance::token()),
        };
        let new = Casting { vote, voter, mark, channel: Channel::Web, receipt, helped: false };
        votes::cast(tx, opens_at + TimeDelta::hours(hour), member, new).await?;
    }
    Ok(())
}

/// What each seat that is taken answers, by the signs of the story; nothing from who is silent.
pub(super) fn answers(told: &Told) -> Vec<Option<Mark>> {
    let mut said = told.said.iter().cloned();
    let mut text = || said.next().unwrap_or_default();
    let mut mark = |sign| {
        Some(match sign {
            'f' => Choice::For.into(),
            'a' => Choice::Against.into(),
            'o' => Choice::Abstain.into(),
            'c' => Mark::Answer(Answer::Consent),
            'w' => Mark::Answer(Answer::ConsentWithConcern { concern: text() }),
            's' => Mark::Answer(Answer::StandAside),
            _ => return None,
        })
    };
    told.ballots.chars().map(&mut mark).collect()
}
