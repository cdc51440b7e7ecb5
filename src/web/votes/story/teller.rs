//! Tells the lines of a vote for or against, with a bar where there is something to draw.

use fluent_bundle::FluentValue;

use super::{
    Told,
    line::{Line, Weighted},
};
use crate::{
    rules::{
        ballot::BodyKind,
        outcome::Outcome,
        record::v2::Change,
        tally::majority_v2::{OnTie, Votes},
    },
    web::{bar::Bar, sectors::Sectors, visit::Visit},
};

/// What is needed to tell the steps.
pub(super) struct Teller<'a> {
    pub visit: &'a Visit,
    pub body: BodyKind,
    pub sectors: &'a Sectors,
    pub changes: Vec<Change>,
}

impl Teller<'_> {
    /// The steps, in the order in which they are told.
    pub fn steps(&self, mut lines: Vec<Line>) -> Vec<Told> {
        let mut told: Vec<Told> = Vec::new();
        let mut of_sectors = Vec::new();
        // The sort is stable: only sectors change places among themselves, to their usual order.
        lines.sort_by_key(|line| match line {
            Line::Total(_) => (0, 0),
            Line::Group { sector, .. } => (1, self.sectors.place(sector)),
            _ => (2, 0),
        });
        for line in lines {
            match line {
                Line::Total(votes) => {
                    told.push(self.plain("story-who", self.entitled(&votes), None));
                    told.push(self.plain("story-total", self.count(&votes), Some(bar(&votes))));
                }
                Line::Group { sector, votes } => {
                    let name = self.sectors.name(&sector).to_owned();
                    of_sectors.push((Some(name), self.count(&votes), Some(bar(&votes))));
                }
                condition => {
                    if !of_sectors.is_empty() {
                        let title = self.visit.say("story-sectors");
                        let parts = std::mem::take(&mut of_sectors);
                        told.push(Told { title, parts, met: None });
                    }
                    told.push(self.condition(&condition));
                }
            }
        }
        told
    }

    fn plain(&self, title: &str, sentence: String, bar: Option<Bar>) -> Told {
        Told { title: self.visit.say(title), parts: vec![(None, sentence, bar)], met: None }
    }

    /// The roll at the opening, and what became different afterwards.
    fn entitled(&self, votes: &Votes) -> String {
        let number = |of: fn(&Change) -> Option<i64>| {
            u64::try_from(self.changes.iter().filter_map(of).count()).unwrap_or_default()
        };
        let (added, recused) = (number(Change::added), number(Change::recused));
        let at_opening = votes.entitled.saturating_add(recused).saturating_sub(added);
        let at_opening = Votes { entitled: at_opening, ..*votes };
        let mut told = vec![self.fill("story-entitled", &at_opening, &[])];
        for (key, n) in [("story-added", added), ("story-recused", recused)] {
            if n > 0 {
                told.push(self.visit.with(key, "n", n));
            }
        }
        told.join(" ")
    }

    fn count(&self, votes: &Votes) -> String {
        let told = self.fill("story-count", votes, &[]);
        if votes.blank == 0 && votes.invalid == 0 {
            return told;
        }
        let (blank, spoiled) = (("blank", votes.blank), ("spoiled", votes.invalid));
        format!("{told} {}", self.visit.with_two("story-void", blank, spoiled))
    }

    fn fill(&self, key: &str, votes: &Votes, more: &[(&str, FluentValue<'_>)]) -> String {
        let mut things: Vec<(&str, FluentValue<'_>)> = vec![
            ("body", self.body.word().into()),
            ("entitled", votes.entitled.into()),
            ("took", votes.present.into()),
            ("for", votes.in_favour.into()),
            ("against", votes.against.into()),
            ("abstain", votes.abstain.into()),
            ("void", void(votes).into()),
            ("silent", votes.entitled.saturating_sub(votes.present).into()),
        ];
        things.extend(more.iter().cloned());
        self.visit.fill(key, &things)
    }

    /// How much of the weight was for, and what each sector added to it.
    fn weighted(&self, it: &Weighted) -> Told {
        let visit = self.visit;
        let things = [
            ("have", visit.fraction(&it.have).into()),
            ("of", it.of.into()),
            ("exact", it.have.as_str().into()),
            ("share", visit.least_share(it.majority).into()),
        ];
        let mut parts = vec![(None, visit.fill("story-weighted-told", &things), None)];
        let mut sectors: Vec<_> = it.sectors.iter().collect();
        sectors.sort_by_key(|(key, ..)| self.sectors.place(key));
        parts.extend(sectors.into_iter().map(|(key, weight, votes)| {
            let things = [
                ("weight", (*weight).into()),
                ("for", votes.in_favour.into()),
                ("cast", votes.cast().into()),
            ];
            let bar =
                Bar::of(votes.cast(), &[("for", votes.in_favour), ("against", votes.against)]);
            let bar = (votes.cast() > 0).then_some(bar);
            let name = Some(self.sectors.name(key).to_owned());
            (name, visit.fill("story-weight-told", &things), bar)
        }));
        Told { title: visit.say("story-weighted"), parts, met: Some(it.met) }
    }

    fn condition(&self, line: &Line) -> Told {
        let visit = self.visit;
        let (title, sentence) = match line {
            Line::Quorum { share, least, have, .. } => {
                let things = [
                    ("share", visit.share(*share).into()),
                    ("least", (*least).into()),
                    ("have", (*have).into()),
                    ("body", self.body.word().into()),
                ];
                (visit.say("story-quorum"), visit.fill("story-quorum-told", &things))
            }
            Line::NoQuorumAsked => (visit.say("story-quorum"), visit.say("story-no-quorum-asked")),
            Line::Majority { share, base, least, have, of, .. } => {
                let things = [
                    ("rule", super::majority(visit, *share, *base).into()),
                    ("least", (*least).into()),
                    ("have", (*have).into()),
                    ("of", (*of).into()),
                    ("base", base.word().into()),
                ];
                (visit.say("story-majority"), visit.fill("story-majority-told", &things))
            }
            Line::Missing { rule, outcome } => {
                let (rule, outcome) = (("rule", rule.word()), ("outcome", outcome.word()));
                (visit.say("story-missing"), visit.with_two("story-missing-told", rule, outcome))
            }
            Line::Tie { rule, outcome } => {
                let (rule, outcome) = (("rule", rule.word()), ("outcome", outcome.word()));
                (visit.say("story-tie"), visit.with_two("story-tie-told", rule, outcome))
            }
            Line::Sector { sector, in_favour, against, passed_over, .. } => {
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
            Line::AtLeast { least, have, of, .. } => {
                let things =
                    [("least", (*least).into()), ("have", (*have).into()), ("of", (*of).into())];
                (visit.say("story-at-least"), visit.fill("story-at-least-told", &things))
            }
            Line::Residents { sectors, in_favour, against, .. } => {
                let title = visit.with("story-residents", "sector", self.sectors.names(sectors));
                let (pro, con) = (("for", *in_favour), ("against", *against));
                (title, visit.with_two("story-residents-told", pro, con))
            }
            Line::Weighted(it) => return self.weighted(it),
            Line::Total(_) | Line::Group { .. } => (String::new(), String::new()),
        };
        Told { title, parts: vec![(None, sentence, limit(line))], met: line.met() }
    }

    /// The outcome in one sentence, with the numbers it hangs on.
    pub fn why(&self, outcome: Outcome, lines: &[Line]) -> String {
        let failed = lines.iter().find_map(|line| match line {
            Line::Sector { sector, met: false, .. } => Some(self.sectors.name(sector).to_owned()),
            Line::Residents { sectors, met: false, .. } => Some(self.sectors.names(sectors)),
            _ => None,
        });
        let total = lines.iter().find_map(|line| match line {
            Line::Total(votes) => Some(*votes),
            _ => None,
        });
        let is_missing = lines.iter().any(|line| matches!(line, Line::Missing { .. }));
        let by_chair =
            lines.iter().any(|line| matches!(line, Line::Tie { rule: OnTie::Chair, .. }));
        let key = match (outcome, &failed) {
            (Outcome::Adopted | Outcome::Rejected, _) if by_chair => "outcome-why-chair",
            (Outcome::Postponed, _) if is_missing => "outcome-why-missing",
            (Outcome::Postponed, _) => "outcome-why-tied-once",
            // A condition on the sectors together, which names none of them.
            (Outcome::SectorAgainst, None) => "outcome-why-sectors",
            _ => "outcome-why",
        };
        let more = [
            ("outcome", FluentValue::from(outcome.word())),
            ("sector", FluentValue::from(failed.unwrap_or_default())),
        ];
        self.fill(key, &total.unwrap_or_default(), &more)
    }
}

/// Papers that are blank or spoiled: who handed one in took part.
const fn void(votes: &Votes) -> u64 {
    votes.blank.saturating_add(votes.invalid)
}

fn bar(votes: &Votes) -> Bar {
    let mut parts =
        vec![("for", votes.in_favour), ("against", votes.against), ("abstain", votes.abstain)];
    parts.extend(Some(("void", void(votes))).filter(|(_, papers)| *papers > 0));
    Bar::of(votes.entitled, &parts)
}

/// The bar of a condition that asks for a number, with a mark at that number.
fn limit(line: &Line) -> Option<Bar> {
    match line {
        Line::Majority { have, of, least, .. } if *of > 0 => {
            let parts = [("for", *have), ("against", of.saturating_sub(*have))];
            Some(Bar::of(*of, &parts).limit(*least, *of))
        }
        Line::Sector { in_favour, against, passed_over: false, .. }
        | Line::Residents { in_favour, against, .. } => {
            let of = in_favour.saturating_add(*against);
            Some(Bar::of(of, &[("for", *in_favour), ("against", *against)]))
        }
        _ => None,
    }
}
