//! The result as a story: who could vote, who did, per sector, which rule, which outcome and why.
//! Told from the steps of the tally, the same that a recount gives.

use askama::Template;
use fluent_bundle::FluentValue;

use super::{
    answers::{self, Answered},
    channels, chosen,
    drawn::Drawing,
    explained,
};
use crate::{
    error::{Error, Result},
    proposals::entity::proposal,
    rules::{
        ballot::BodyKind,
        digest::Digest,
        outcome::Outcome,
        record::v2::{self, Change, TellerSignature},
        tally::{
            majority::{Count, Share, Step},
            method::{Method, Rules},
        },
        teller::Way,
    },
    votes::{self, entity::vote, store},
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
        let options = store::options(visit.app().db.read(), row.id).await?;
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
        let (why, steps) = if is_withheld && !method.has_options() {
            (visit.say("withheld-why"), Vec::new())
        } else if method.has_options() {
            let why = chosen::why(visit, method, options, tally);
            let steps = match is_withheld {
                true => Vec::new(),
                false => chosen::steps(visit, method, options, tally),
            };
            (why, steps)
        } else {
            let changes = store::changes(visit.app().db.read(), row.id).await?;
            let teller = Teller { visit, body: row.body, sectors, changes };
            let steps = tally.majority();
            let steps = steps.map_err(|_| Error::contradiction("results", "tally", row.id))?;
            (teller.why(tally.outcome, &steps), teller.steps(&steps))
        };
        let how = votes::channels(&result)?.filter(|_| !is_withheld);
        let channels = channels::told(visit, row.secrecy, how);
        Ok(Some(Self {
            headline: visit.with("outcome", "outcome", tally.outcome.word()),
            why,
            words: visit.words.clone(),
            pictures,
            answers,
            method: explained::address(method),
            steps,
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

/// The rules of a vote in plain words.
#[must_use]
pub fn rules(visit: &Visit, row: &vote::Model, method: &Method, sectors: &Sectors) -> Vec<String> {
    let Rules::Majority(rules) = &method.rules else {
        return of_options(visit, row, method);
    };
    let mut told = Vec::new();
    if let Some(share) = rules.quorum {
        let share = self::share(visit, share);
        told.push(visit.with_two("rule-quorum", ("share", share), ("body", row.body.word())));
    }
    told.push(match rules.majority {
        Some(share) => visit.with("rule-majority", "share", self::share(visit, share)),
        None => visit.say("rule-simple-majority"),
    });
    for sector in &rules.sector_majorities {
        told.push(visit.with("rule-sector", "sector", sectors.name(sector)));
    }
    told.push(visit.say("rule-abstain"));
    told
}

/// How options are counted, in plain words.
fn of_options(visit: &Visit, row: &vote::Model, method: &Method) -> Vec<String> {
    let seats = match &method.rules {
        Rules::Approval(it) => it.seats,
        Rules::StvScottish(it) => it.seats,
        Rules::StvMeek(it) => it.seats,
        Rules::Majority(_)
        | Rules::AgendaPhragmen(_)
        | Rules::EqualShares(_)
        | Rules::Schulze(_) => 1,
    };
    let budget = visit.money(method.budget.unwrap_or_default());
    let key = format!("method-{}", method.id().replace('_', "-"));
    let mut told = vec![visit.with_two(&key, ("seats", seats), ("budget", budget))];
    if let Some(share) = method.quorum {
        let share = self::share(visit, share);
        told.push(visit.with_two("rule-quorum", ("share", share), ("body", row.body.word())));
    }
    told
}

/// A share as people say it.
fn share(visit: &Visit, share: Share) -> String {
    match (share.need, share.of) {
        (1, 2) => visit.say("share-half"),
        (1, 3) => visit.say("share-third"),
        (2, 3) => visit.say("share-two-thirds"),
        (3, 4) => visit.say("share-three-quarters"),
        (need, of) => visit.with_two("share-of", ("need", need), ("of", of)),
    }
}

/// What is needed to tell the steps.
struct Teller<'a> {
    visit: &'a Visit,
    body: BodyKind,
    sectors: &'a Sectors,
    changes: Vec<Change>,
}

impl Teller<'_> {
    fn steps(&self, steps: &[Step]) -> Vec<Told> {
        let mut told: Vec<Told> = Vec::new();
        let mut of_sectors = Vec::new();
        let mut steps: Vec<&Step> = steps.iter().collect();
        // The sort is stable: only sectors change places among themselves, to their usual order.
        steps.sort_by_key(|step| match step {
            Step::Total { .. } => (0, 0),
            Step::Sector { sector, .. } => (1, self.sectors.place(sector)),
            _ => (2, 0),
        });
        for step in steps {
            match step {
                Step::Total { count } => {
                    told.push(self.plain("story-who", self.entitled(count), None));
                    told.push(self.plain("story-total", self.count(count), Some(bar(count))));
                }
                Step::Sector { sector, count } => {
                    let name = self.sectors.name(sector).to_owned();
                    of_sectors.push((Some(name), self.count(count), Some(bar(count))));
                }
                condition => {
                    if !of_sectors.is_empty() {
                        let title = self.visit.say("story-sectors");
                        let parts = std::mem::take(&mut of_sectors);
                        told.push(Told { title, parts, met: None });
                    }
                    told.push(self.condition(condition));
                }
            }
        }
        told
    }

    fn plain(&self, title: &str, sentence: String, bar: Option<Bar>) -> Told {
        Told { title: self.visit.say(title), parts: vec![(None, sentence, bar)], met: None }
    }

    /// The roll at the opening, and what became different afterwards.
    fn entitled(&self, count: &Count) -> String {
        let number = |of: fn(&Change) -> Option<i64>| {
            u64::try_from(self.changes.iter().filter_map(of).count()).unwrap_or_default()
        };
        let (added, recused) = (number(Change::added), number(Change::recused));
        let at_opening = count.entitled.saturating_add(recused).saturating_sub(added);
        let at_opening = Count { entitled: at_opening, ..*count };
        let mut told = vec![self.fill("story-entitled", &at_opening, &[])];
        for (key, n) in [("story-added", added), ("story-recused", recused)] {
            if n > 0 {
                told.push(self.visit.with(key, "n", n));
            }
        }
        told.join(" ")
    }

    fn count(&self, count: &Count) -> String {
        let told = self.fill("story-count", count, &[]);
        if count.blank == 0 && count.spoiled == 0 {
            return told;
        }
        let (blank, spoiled) = (("blank", count.blank), ("spoiled", count.spoiled));
        format!("{told} {}", self.visit.with_two("story-void", blank, spoiled))
    }

    fn fill(&self, key: &str, count: &Count, more: &[(&str, FluentValue<'_>)]) -> String {
        let mut things: Vec<(&str, FluentValue<'_>)> = vec![
            ("body", self.body.word().into()),
            ("entitled", count.entitled.into()),
            ("took", count.took_part().into()),
            ("for", count.in_favour.into()),
            ("against", count.against.into()),
            ("abstain", count.abstain.into()),
            ("silent", count.entitled.saturating_sub(count.took_part()).into()),
        ];
        things.extend(more.iter().cloned());
        self.visit.fill(key, &things)
    }

    fn condition(&self, step: &Step) -> Told {
        let visit = self.visit;
        let (title, sentence) = match step {
            Step::Quorum { share, least, have, .. } => {
                let things = [
                    ("share", self::share(visit, *share).into()),
                    ("least", (*least).into()),
                    ("have", (*have).into()),
                    ("body", self.body.word().into()),
                ];
                (visit.say("story-quorum"), visit.fill("story-quorum-told", &things))
            }
            Step::Majority { share, least, have, of, .. } => {
                let share = share.map_or_else(
                    || visit.say("rule-simple-majority"),
                    |share| visit.with("rule-majority", "share", self::share(visit, share)),
                );
                let things = [
                    ("rule", share.into()),
                    ("least", (*least).into()),
                    ("have", (*have).into()),
                    ("of", (*of).into()),
                ];
                (visit.say("story-majority"), visit.fill("story-majority-told", &things))
            }
            Step::SectorMajority { sector, in_favour, against, passed_over, .. } => {
                let name = self.sectors.name(sector);
                let title = visit.with("story-sector", "sector", name);
                let sentence = if *passed_over {
                    visit.with("story-sector-passed-over", "sector", name)
                } else {
                    let (pro, con) = (("for", *in_favour), ("against", *against));
                    visit.with_two("story-sector-told", pro, con)
                };
                (title, sentence)
            }
            Step::Total { .. } | Step::Sector { .. } => (String::new(), String::new()),
        };
        let bar = limit(step);
        Told { title, parts: vec![(None, sentence, bar)], met: Some(step.is_met()) }
    }

    /// The outcome in one sentence, with the numbers it hangs on.
    fn why(&self, outcome: Outcome, steps: &[Step]) -> String {
        let failed = steps.iter().find_map(|step| match step {
            Step::SectorMajority { sector, met: false, .. } => Some(self.sectors.name(sector)),
            _ => None,
        });
        let total = steps.iter().find_map(|step| match step {
            Step::Total { count } => Some(*count),
            _ => None,
        });
        let more = [
            ("outcome", FluentValue::from(outcome.word())),
            ("sector", FluentValue::from(failed.unwrap_or_default())),
        ];
        self.fill("outcome-why", &total.unwrap_or_default(), &more)
    }
}

fn bar(count: &Count) -> Bar {
    let parts = [("for", count.in_favour), ("against", count.against), ("abstain", count.abstain)];
    Bar::of(count.entitled, &parts)
}

/// The bar of a condition that asks for a number, with a mark at that number.
fn limit(step: &Step) -> Option<Bar> {
    match step {
        Step::Majority { have, of, least, .. } if *of > 0 => {
            let parts = [("for", *have), ("against", of.saturating_sub(*have))];
            Some(Bar::of(*of, &parts).limit(*least, *of))
        }
        Step::SectorMajority { in_favour, against, passed_over: false, .. } => {
            let of = in_favour.saturating_add(*against);
            Some(Bar::of(of, &[("for", *in_favour), ("against", *against)]))
        }
        _ => None,
    }
}
