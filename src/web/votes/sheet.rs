//! The ballot paper of a vote between options: what it shows, and how what was filled in becomes a
//! mark. Everything works with plain forms.

use std::collections::BTreeMap;

use crate::{
    rules::{
        ballot::Mark,
        tally::{
            consent::{self, Answer},
            lot,
            method::{Method, Opt, PaperKind, Rules},
        },
    },
    votes::entity::vote,
    web::visit::Visit,
};

/// A line of the paper, with what was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub key: String,
    pub title: String,
    pub cost: Option<String>,
    pub is_ticked: bool,
    /// The position that was chosen, from 1.
    pub rank: Option<usize>,
}

/// The paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub kind: PaperKind,
    /// How it is filled in.
    pub hint: &'static str,
    pub lines: Vec<Line>,
    /// What was reckoned so far.
    pub sum: Option<String>,
    pub fault: Option<String>,
    /// The answer in a round of consent, and what was written with it.
    pub answer: String,
    pub argument: String,
    /// Whether she said that somebody helped her.
    pub helped: bool,
}

/// What is wrong with a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is marked, and blank was not pressed.
    Nothing,
    /// Something that isn't on the paper.
    Unknown,
    /// Two options have one position, where that can't be counted.
    Shared(usize),
    /// A concern or an objection, and nothing that says why.
    Argument,
    /// More text than fits.
    TooLong,
}

/// The answers in a round of consent, in the order of the paper.
pub const ANSWERS: [&str; 4] = ["consent", "concern", "aside", "objection"];

impl Sheet {
    /// The paper of a method, with what was filled in.
    #[must_use]
    pub fn new(
        visit: &Visit,
        method: &Method,
        options: &[Opt],
        typed: &[(String, String)],
    ) -> Self {
        let line = |option: &Opt| Line {
            key: option.key.clone(),
            title: option.title.clone(),
            cost: option.cost.map(|cents| visit.money(cents)),
            is_ticked: typed.iter().any(|(name, value)| name == "approve" && *value == option.key),
            // The sentence at the top says that it couldn't be read.
            rank: position(typed, &option.key).unwrap_or(None),
        };
        Self {
            kind: method.paper(),
            hint: hint(method),
            lines: options.iter().map(line).collect(),
            sum: None,
            fault: None,
            answer: sent(typed, "answer").to_owned(),
            argument: sent(typed, "argument").to_owned(),
            helped: sent(typed, "helped") == "yes",
        }
    }

    /// Reckons what the ticked options cost together, against what there is.
    #[must_use]
    pub fn reckoned(mut self, visit: &Visit, method: &Method, options: &[Opt]) -> Self {
        let ticked = self.lines.iter().zip(options).filter(|(line, _)| line.is_ticked);
        let spent = ticked.filter_map(|(_, option)| option.cost).fold(0, u64::saturating_add);
        let budget = method.budget.unwrap_or_default();
        let key = if spent <= budget { "sheet-sum" } else { "sheet-sum-over" };
        let more = budget.abs_diff(spent);
        let things = [
            ("spent", visit.money(spent).into()),
            ("budget", visit.money(budget).into()),
            ("left", visit.money(more).into()),
        ];
        self.sum = Some(visit.fill(key, &things));
        self
    }

    /// Says what is wrong with it.
    #[must_use]
    pub fn faulty(mut self, visit: &Visit, fault: Fault) -> Self {
        self.fault = Some(match fault {
            Fault::Nothing => visit.say("sheet-nothing"),
            Fault::Unknown => visit.say("fault-choice"),
            Fault::Argument => visit.say("sheet-argument-missing"),
            Fault::TooLong => visit.with("sheet-argument-long", "most", consent::TEXT_MOST),
            Fault::Shared(position) => visit.with("sheet-shared", "position", position),
        });
        self
    }
}

/// The options in the order of one voter's paper. Persons stand in an order by lot, another one for
/// each voter and the same whenever she looks, so that nobody gains by standing on top. It is
/// worked out anew each time, never kept, and a ballot tells nothing of it.
#[must_use]
pub fn in_order(visit: &Visit, row: &vote::Model, voter: &str, options: &[Opt]) -> Vec<Opt> {
    if !row.is_election {
        return options.to_vec();
    }
    let seed = visit.app().secret.hash("paper-order", &format!("{}.{voter}", row.id));
    let order = lot::order(&seed, options.iter().map(|option| option.key.as_str()));
    let option = |key| options.iter().find(|option| option.key == key).cloned();
    order.into_iter().filter_map(option).collect()
}

/// What was marked.
///
/// # Errors
/// [`Fault`] for what can't be taken as it is.
pub fn mark(kind: PaperKind, options: &[Opt], typed: &[(String, String)]) -> Result<Mark, Fault> {
    match kind {
        PaperKind::Choice => typed
            .iter()
            .find(|(name, _)| name == "choice")
            .and_then(|(_, choice)| choice.parse().ok())
            .ok_or(Fault::Nothing),
        PaperKind::Consent => answer(typed).map(Mark::Answer),
        PaperKind::One => {
            let picked = sent(typed, "approve");
            let option = options.iter().find(|option| option.key == picked);
            let key = option.ok_or(Fault::Nothing)?.key.clone();
            Ok(Mark::Approve(vec![key]))
        }
        PaperKind::Marks | PaperKind::Money => {
            let ticked = || typed.iter().filter(|(name, _)| name == "approve");
            let is_option = |key: &String| options.iter().any(|option| option.key == *key);
            if !ticked().all(|(_, key)| is_option(key)) {
                return Err(Fault::Unknown);
            }
            let is_ticked = |key: &String| ticked().any(|(_, value)| value == key);
            let keys = options.iter().map(|option| option.key.clone()).filter(is_ticked);
            let keys: Vec<String> = keys.collect();
            if keys.is_empty() { Err(Fault::Nothing) } else { Ok(Mark::Approve(keys)) }
        }
        PaperKind::Ranking { may_share } => {
            let mut ranks: BTreeMap<usize, Vec<String>> = BTreeMap::new();
            for option in options {
                if let Some(position) = position(typed, &option.key)? {
                    ranks.entry(position).or_default().push(option.key.clone());
                }
            }
            let shared = ranks.iter().find(|(_, keys)| keys.len() > 1);
            match shared {
                Some((position, _)) if !may_share => Err(Fault::Shared(*position)),
                _ if ranks.is_empty() => Err(Fault::Nothing),
                _ => Ok(Mark::Rank(ranks.into_values().collect())),
            }
        }
    }
}

fn answer(typed: &[(String, String)]) -> Result<Answer, Fault> {
    let text = sent(typed, "argument").trim().to_owned();
    if text.chars().count() > consent::TEXT_MOST {
        return Err(Fault::TooLong);
    }
    let answer = match sent(typed, "answer") {
        "consent" => Answer::Consent,
        "concern" => Answer::ConsentWithConcern { concern: text },
        "aside" => Answer::StandAside,
        "objection" => Answer::Objection { argument: text },
        _ => return Err(Fault::Nothing),
    };
    if answer.is_complete() { Ok(answer) } else { Err(Fault::Argument) }
}

/// What was sent under a name; nothing stands for a field that wasn't.
fn sent<'a>(typed: &'a [(String, String)], name: &str) -> &'a str {
    typed.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
}

/// The position of an option; nothing where it was left open.
fn position(typed: &[(String, String)], key: &str) -> Result<Option<usize>, Fault> {
    let field = |name: &str| name.strip_prefix("rank-") == Some(key);
    let position = typed.iter().find(|(name, _)| field(name)).map(|(_, position)| position.trim());
    match position {
        None | Some("" | "0") => Ok(None),
        Some(position) => position.parse().map(Some).map_err(|_| Fault::Unknown),
    }
}

/// What was marked before, as fields, so that the paper shows it.
#[must_use]
pub fn fields(mark: &Mark) -> Vec<(String, String)> {
    match mark {
        Mark::Approve(keys) => keys.iter().map(|key| ("approve".to_owned(), key.clone())).collect(),
        Mark::Rank(ranks) => ranks
            .iter()
            .zip(1_usize..)
            .flat_map(|(keys, position)| {
                keys.iter().map(move |key| (format!("rank-{key}"), position.to_string()))
            })
            .collect(),
        Mark::Answer(answer) => {
            [("answer", answer.word()), ("argument", answer.text().unwrap_or(""))]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec()
        }
        Mark::Choice(_) | Mark::Blank | Mark::Spoiled => Vec::new(),
    }
}

/// A mark in words, with the titles of the options.
#[must_use]
pub fn told(visit: &Visit, mark: &Mark, options: &[Opt]) -> String {
    let title = |key: &String| {
        let option = options.iter().find(|option| option.key == *key);
        option.map_or_else(|| key.clone(), |option| option.title.clone())
    };
    let titles = |keys: &[String]| keys.iter().map(title).collect::<Vec<_>>().join(", ");
    match mark {
        Mark::Choice(choice) => visit.with("choice", "choice", choice.word()),
        Mark::Blank => visit.say("mark-blank"),
        Mark::Spoiled => visit.say("mark-spoiled"),
        Mark::Answer(answer) => {
            let told = visit.with("consent-answer", "answer", answer.word());
            answer.text().map_or_else(|| told.clone(), |text| format!("{told}: {text}"))
        }
        Mark::Approve(keys) => titles(keys),
        Mark::Rank(ranks) => {
            let rank =
                |(keys, position): (&Vec<String>, usize)| format!("{position}. {}", titles(keys));
            ranks.iter().zip(1..).map(rank).collect::<Vec<_>>().join("; ")
        }
    }
}

/// What a paper asks.
#[must_use]
pub const fn question(kind: &PaperKind) -> &'static str {
    match kind {
        PaperKind::Choice => "ballot-yours-to-cast",
        PaperKind::One => "sheet-question-one",
        PaperKind::Consent => "sheet-question-consent",
        PaperKind::Marks => "sheet-question-marks",
        PaperKind::Money => "sheet-question-money",
        PaperKind::Ranking { .. } => "sheet-question-ranking",
    }
}

/// How a paper is filled in.
fn hint(method: &Method) -> &'static str {
    match method.paper() {
        // The same ticks mean something else than where everybody spends an equal share.
        PaperKind::Money if matches!(method.rules, Rules::Greedy(_)) => "sheet-hint-money-by-votes",
        PaperKind::Choice => "rule-abstain",
        PaperKind::One => "sheet-hint-one",
        PaperKind::Consent => "sheet-hint-consent",
        PaperKind::Marks => "sheet-hint-marks",
        PaperKind::Money => "sheet-hint-money",
        PaperKind::Ranking { may_share: true } => "sheet-hint-ranking-shared",
        PaperKind::Ranking { may_share: false } => "sheet-hint-ranking",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<Opt> {
        let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: None };
        ["1", "2", "3"].map(option).to_vec()
    }

    fn typed(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn positions_become_ranks_and_gaps_close() {
        let ranking = |may_share, fields: &[(&str, &str)]| {
            mark(PaperKind::Ranking { may_share }, &options(), &typed(fields))
        };
        let text = |mark: Result<Mark, Fault>| mark.map(|mark| mark.to_string());
        let sent = [("rank-1", "5"), ("rank-2", ""), ("rank-3", "2")];
        assert_eq!(text(ranking(false, &sent)), Ok("rank:3>1".to_owned()));
        let shared = [("rank-1", "1"), ("rank-2", "1")];
        assert_eq!(ranking(false, &shared), Err(Fault::Shared(1)));
        assert_eq!(text(ranking(true, &shared)), Ok("rank:1=2".to_owned()));
        assert_eq!(ranking(true, &[("rank-9", "1")]), Err(Fault::Nothing));
        assert_eq!(ranking(true, &[("rank-1", "1"), ("rank-2", "a")]), Err(Fault::Unknown));
    }

    #[test]
    fn ticks_become_approvals_of_options_that_are_there() {
        let sent = typed(&[("approve", "3"), ("approve", "9"), ("approve", "1")]);
        // What isn't on the paper is told, not left out: she meant something by it.
        assert_eq!(mark(PaperKind::Marks, &options(), &sent), Err(Fault::Unknown));
        let sent = typed(&[("approve", "3"), ("approve", "1")]);
        let mark = mark(PaperKind::Marks, &options(), &sent).unwrap();
        assert_eq!(mark.to_string(), "approve:1,3");
        assert_eq!(fields(&mark), typed(&[("approve", "1"), ("approve", "3")]));
    }
}
