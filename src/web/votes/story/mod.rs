//! The result as a story: who could vote, who did, per sector, which rule, which outcome and why.
//! Told from the steps of the tally, the same that a recount gives.

pub(super) mod line;
mod teller;

use askama::Template;

use self::teller::Teller;
use super::{
    answers::{self, Answered},
    channels, chosen, conditions,
    drawn::Drawing,
    explained, waiting,
};
use crate::{
    error::{Error, Result},
    proposals::entity::proposal,
    rules::{
        digest::Digest,
        record::{
            Published,
            v2::{self, TellerSignature},
        },
        tally::{
            consent,
            majority::Share,
            majority_v2::{self, Base, OnMissing, OnTie},
            method::{Method, Opt, PaperKind, Rules},
        },
        teller::Way,
    },
    votes::{
        self,
        entity::{result, vote, voter},
        store,
    },
    web::{bar::Bar, picture::Picture, sectors::Sectors, visit::Visit},
};

/// A step with its sentences, each with a bar if there is something to draw.
#[derive(Debug)]
pub struct Told {
    pub title: String,
    pub parts: Vec<(Option<String>, String, Option<Bar>)>,
    pub met: Option<bool>,
}

/// The story of a result.
#[derive(Debug, Template)]
#[template(path = "votes/story.html")]
pub struct Story {
    pub headline: String,
    pub why: String,
    words: crate::web::words::Words,
    pictures: Vec<Picture>,
    /// What a voter may ask, answered.
    answers: Vec<Answered>,
    /// Where the method is explained.
    method: String,
    steps: Vec<Told>,
    /// For how many somebody else spoke.
    carried: Option<String>,
    channels: Vec<String>,
    number: i64,
    record_hash: String,
    /// The root of the tree over the ballots.
    root: Option<Digest>,
    /// Whether this visitor is given the record.
    is_readable: bool,
    /// Few took part in a secret vote: its numbers are not told.
    is_withheld: bool,
    /// Who of the tellers signed the record, and how.
    tellers: Vec<(TellerSignature, Way)>,
}

impl Story {
    /// Tells a result that is published.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(
        visit: &Visit,
        row: &vote::Model,
        proposal: &proposal::Model,
        sectors: &Sectors,
    ) -> Result<Option<Self>> {
        let result = store::result(visit.app().db.read(), row.id).await?;
        let Some(result) = result.filter(|result| result.published_at.is_some()) else {
            return Ok(None);
        };
        let tally = votes::tally(&result)?;
        let method = votes::method(row)?;
        let options = match method.paper() {
            PaperKind::Consent => seats(visit, row, sectors).await?,
            _ => store::options(visit.app().db.read(), row.id).await?,
        };
        let is_withheld = result.is_withheld;
        let (method, options, tally) = (&method, options.as_slice(), &tally);
        // The numbers of few are told in no way.
        let (pictures, answers) = match is_withheld {
            true => (Vec::new(), Vec::new()),
            false => {
                let drawing = Drawing { visit, method, options, sectors, tally };
                let counted = (method, options);
                (drawing.pictures(), answers::of(visit, counted, sectors, &result, tally).await?)
            }
        };
        let changes = store::changes(visit.app().db.read(), row.id).await?;
        let (why, steps) = if is_withheld && !method.has_options() {
            (visit.say("withheld-why"), Vec::new())
        } else if method.paper() == PaperKind::Choice {
            let teller = Teller { visit, body: row.body, sectors, changes: changes.clone() };
            let lines = line::read(method, tally);
            let lines = lines.map_err(|_| Error::contradiction("results", "tally", row.id))?;
            (teller.why(tally.outcome, &lines), teller.steps(lines))
        } else {
            let mut steps = match is_withheld {
                true => Vec::new(),
                false => chosen::steps(visit, method, options, tally),
            };
            if method.paper() == PaperKind::Consent && proposal.removed_at.is_none() {
                steps.insert(0, by_seat(visit, row, sectors).await?);
            }
            (chosen::why(visit, method, options, tally), steps)
        };
        let how = votes::channels(&result)?.filter(|_| !is_withheld);
        let channels = channels::told(visit, row, how, &changes);
        Ok(Some(Self {
            headline: visit.with("outcome", "outcome", tally.outcome.word()),
            why,
            words: visit.words.clone(),
            pictures,
            answers,
            method: explained::address(method),
            steps,
            carried: carried(visit, &result)?,
            channels,
            number: row.number,
            root: v2::root_of(&result.record),
            record_hash: result.record_hash,
            is_readable: super::record::is_readable(visit, proposal, is_withheld),
            is_withheld,
            tellers: store::signatures(visit.app().db.read(), row.id).await?,
        }))
    }
}

/// For how many members the vote of another one counted.
fn carried(visit: &Visit, result: &result::Model) -> Result<Option<String>> {
    // Reading a whole record takes a while, and hardly any has it.
    if !result.record.contains("\"carried\":[") {
        return Ok(None);
    }
    let wrong = |_| Error::contradiction("results", "record", result.vote_id);
    Ok(match Published::read(&result.record).map_err(wrong)? {
        Published::V2(it) if !it.record.carried.is_empty() => {
            Some(visit.with("story-carried", "n", it.record.carried.len()))
        }
        Published::V1(_) | Published::V2(_) => None,
    })
}

/// The seats of a round of consent, as its steps name them.
async fn seats(visit: &Visit, row: &vote::Model, sectors: &Sectors) -> Result<Vec<Opt>> {
    let voters = store::voters(visit.app().db.read(), row.id).await?;
    let seat = |voter: &voter::Model| {
        let title = waiting::name(visit, sectors, voter);
        Some(Opt { key: voter.seat.clone()?, title, cost: None })
    };
    Ok(voters.iter().filter_map(seat).collect())
}

/// What everybody answered in a round of consent.
async fn by_seat(visit: &Visit, row: &vote::Model, sectors: &Sectors) -> Result<Told> {
    let all = waiting::all(visit, row, sectors).await?;
    let parts = all.into_iter().map(|(seat, answer)| (Some(seat), answer, None)).collect();
    Ok(Told { title: visit.say("story-total"), parts, met: None })
}

/// The rules of a vote in plain words.
#[must_use]
pub fn rules(visit: &Visit, row: &vote::Model, method: &Method, sectors: &Sectors) -> Vec<String> {
    let quorum = |share: Share| {
        let share = visit.share(share);
        visit.with_two("rule-quorum", ("share", share), ("body", row.body.word()))
    };
    let mut told = Vec::new();
    match (&method.rules, method.of_everybody()) {
        (Rules::Majority(rules), _) => {
            told.extend(rules.quorum.map(quorum));
            told.push(majority(visit, rules.majority, Base::Cast));
            for sector in &rules.sector_majorities {
                told.push(visit.with("rule-sector", "sector", sectors.name(sector)));
            }
            told.push(visit.say("rule-abstain"));
        }
        (Rules::GroupMajority(rules), all) => {
            told.extend(all.into_iter().flat_map(|all| of_everybody(visit, all, quorum)));
            let more = rules.conditions.iter();
            told.extend(more.flat_map(|it| conditions::told(visit, sectors, it)));
        }
        (_, Some(all)) => told.extend(of_everybody(visit, all, quorum)),
        _ => {
            told.push(of_options(visit, method));
            if let Rules::Consent(turn) = &method.rules {
                told.push(match turn.rules.fallback {
                    Some(share) => {
                        visit.with("rule-consent-fallback", "share", visit.least_share(Some(share)))
                    }
                    None => visit.say("rule-consent-no-fallback"),
                });
            }
            told.extend(method.quorum.map(quorum));
            told.extend(missing(visit, method.quorum, method.missing));
        }
    }
    if method.second {
        told.push(visit.say("rule-second"));
    }
    told
}

/// What a vote for or against asks of everybody.
fn of_everybody(
    visit: &Visit,
    rules: &majority_v2::Rules,
    quorum: impl Fn(Share) -> String,
) -> Vec<String> {
    let mut told: Vec<String> = rules.quorum.into_iter().map(quorum).collect();
    told.extend(missing(visit, rules.quorum, rules.missing));
    told.push(majority(visit, rules.majority, rules.base));
    if rules.majority.is_none() && rules.tie != OnTie::Reject {
        told.push(visit.with("rule-tie", "rule", rules.tie.word()));
    }
    told.push(visit.say("rule-abstain"));
    told
}

fn missing(visit: &Visit, quorum: Option<Share>, rule: OnMissing) -> Option<String> {
    let is_asked = quorum.is_some() && rule != OnMissing::Reject;
    is_asked.then(|| visit.with("rule-missing", "rule", rule.word()))
}

/// What majority is asked, and of what.
fn majority(visit: &Visit, share: Option<Share>, base: Base) -> String {
    match (share, base) {
        (None, Base::Cast) => visit.say("rule-simple-majority"),
        (None, base) => visit.with("rule-simple-majority-of", "base", base.word()),
        (Some(share), Base::Cast) => visit.with("rule-majority", "share", visit.share(share)),
        (Some(share), base) => {
            let share = visit.share(share);
            visit.with_two("rule-majority-of", ("share", share), ("base", base.word()))
        }
    }
}

/// How options are counted, in plain words.
fn of_options(visit: &Visit, method: &Method) -> String {
    let seats = match &method.rules {
        Rules::Approval(it) => it.seats,
        Rules::StvScottish(it) => it.seats,
        Rules::StvMeek(it) => it.seats,
        Rules::Persons(it) => it.round,
        Rules::Consent(it) => it.rules.rounds,
        _ => 1,
    };
    let budget = visit.money(method.budget.unwrap_or_default());
    let meetings = match &method.rules {
        Rules::Consent(it) => it.rules.meetings,
        _ => consent::MEETINGS,
    };
    let key = format!("method-{}", method.id().replace('_', "-"));
    let things =
        [("seats", seats.into()), ("budget", budget.into()), ("meetings", meetings.into())];
    visit.fill(&key, &things)
}
