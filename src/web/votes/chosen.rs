//! The story of a vote between options: every step of the count in a sentence, with a bar where there
//! is something to draw. One sentence in the locales for each step of each method.

use fluent_bundle::FluentValue;
use serde_json::Value;

use super::story::Told;
use crate::{
    rules::{
        outcome::Outcome,
        tally::method::{Method, Opt, PaperKind, Rules, Tally},
    },
    web::{bar::Bar, visit::Visit},
};

/// Tells the steps of a method; steps of one kind that follow each other stand together.
#[must_use]
pub fn steps(visit: &Visit, method: &Method, options: &[Opt], tally: &Tally) -> Vec<Told> {
    let teller = Teller { most: most(&tally.steps), ..Teller::new(visit, method, options) };
    let mut told: Vec<Told> = Vec::new();
    let mut before = "";
    for step in &tally.steps {
        let Some(name) = step.get("step").and_then(Value::as_str) else { continue };
        let kind = match &method.rules {
            Rules::Consent(_) => kind_in_consent(name),
            _ => kind(name),
        };
        let parts = teller.parts(name, step);
        match told.last_mut() {
            Some(last) if kind == before => last.parts.extend(parts),
            _ => {
                let title = visit.with("told-title", "kind", kind);
                told.push(Told { title, parts, met: None });
            }
        }
        before = kind;
    }
    told.extend(tally.by_votes.as_ref().map(|other| compared(visit, options, tally, other)));
    told
}

/// What most votes that still fit would have funded instead.
fn compared(visit: &Visit, options: &[Opt], tally: &Tally, other: &[String]) -> Told {
    let only = |one: &[String], other: &[String]| -> Vec<String> {
        let titles = one.iter().filter(|key| !other.contains(key));
        titles.map(|key| title(options, key).to_owned()).collect()
    };
    let (more, less) = (only(other, &tally.winners), only(&tally.winners, other));
    let list = |titles: Vec<String>| {
        if titles.is_empty() { visit.say("told-none") } else { titles.join(", ") }
    };
    let sentence = if more.is_empty() && less.is_empty() {
        visit.say("told-by-votes-same")
    } else {
        visit.with_two("told-by-votes", ("more", list(more)), ("less", list(less)))
    };
    let title = visit.with("told-title", "kind", "compared");
    Told { title, parts: vec![(None, sentence, None)], met: None }
}

/// Who was chosen, in one sentence.
#[must_use]
pub fn why(visit: &Visit, method: &Method, options: &[Opt], tally: &Tally) -> String {
    if method.paper() == PaperKind::Consent {
        return visit.with("consent-why", "outcome", tally.outcome.word());
    }
    if tally.outcome.comes_back() || matches!(tally.outcome, Outcome::NoQuorum) {
        return visit.with("chosen-not-yet", "outcome", tally.outcome.word());
    }
    let titles: Vec<&str> = tally.winners.iter().map(|key| title(options, key)).collect();
    let lots = tally.ties.len();
    let chosen = match &method.rules {
        Rules::AgendaPhragmen(_) if !titles.is_empty() => {
            let placed = titles.iter().zip(1..).map(|(title, place)| format!("{place}. {title}"));
            visit.with("chosen-order", "options", placed.collect::<Vec<_>>().join("; "))
        }
        _ => visit.with_two("chosen", ("options", titles.join(", ")), ("n", titles.len())),
    };
    if lots == 0 { chosen } else { format!("{chosen} {}", visit.with("chosen-by-lot", "n", lots)) }
}

/// The steps that stand under one heading.
fn kind(step: &str) -> &str {
    match step {
        "papers" | "quota" | "start" | "together" | "raised" | "withdrawn" => "begin",
        "stage" | "round" | "elected" | "tie" | "surplus" | "excluded" | "filled" | "border"
        | "empty" => "rounds",
        "bought" | "given" | "added" | "funded" => "bought",
        "short" | "beyond" | "no_votes" | "too_dear" | "too_late" | "waiting" | "not_elected" => {
            "not"
        }
        "duel" | "wins_all" => "duels",
        "no_majority" | "majority" | "run_off" | "lot" => "rounds",
        "order" | "beats_status_quo" | "winner" | "status_quo" => "end",
        other => other,
    }
}

/// The same for the steps of a round of consent.
fn kind_in_consent(step: &str) -> &str {
    match step {
        "began" | "ended" | "quorum" => "answers",
        "stands" | "withdrawn" | "accepted" | "not_argued" => "objections",
        _ => "end",
    }
}

/// The most votes that any option has, for the scale of the bars.
fn most(steps: &[Value]) -> u64 {
    let votes = |step: &Value| step.get("votes").and_then(whole);
    let standing = |step: &Value| {
        let all = step.get("standing").and_then(Value::as_array)?;
        all.iter().filter_map(|it| it.get("votes").and_then(whole)).max()
    };
    let of_round = |step: &Value| {
        step.get("votes").and_then(Value::as_object)?.values().filter_map(whole).max()
    };
    let most = |step| votes(step).max(standing(step)).max(of_round(step));
    steps.iter().filter_map(most).max().unwrap_or_default()
}

/// The whole part of a number, also of one that is written with decimals or as a fraction.
fn whole(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => match text.split_once('/') {
            Some((part, of)) => part.parse::<u64>().ok()?.checked_div(of.parse().ok()?),
            None => text.split('.').next()?.parse().ok(),
        },
        _ => None,
    }
}

/// A number that is written with decimals, without the zeros at its end.
fn plain(text: &str, sign: &str) -> Option<String> {
    let (whole, decimals) = text.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole) || !digits(decimals) {
        return None;
    }
    Some(match decimals.trim_end_matches('0') {
        "" => whole.to_owned(),
        decimals => format!("{whole}{sign}{decimals}"),
    })
}

/// The title of an option.
pub(super) fn title<'a>(options: &'a [Opt], key: &'a str) -> &'a str {
    options.iter().find(|option| option.key == key).map_or(key, |option| option.title.as_str())
}

/// What is needed to tell a step, or an answer.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    visit: &'a Visit,
    method: &'a Method,
    options: &'a [Opt],
    most: u64,
}

/// A heading, a sentence, a bar.
type Part = (Option<String>, String, Option<Bar>);

impl<'a> Teller<'a> {
    /// Tells what was counted by a method.
    pub(super) const fn new(visit: &'a Visit, method: &'a Method, options: &'a [Opt]) -> Self {
        Self { visit, method, options, most: 0 }
    }

    /// A sentence with what stands in an object filled in, and in the tie within it.
    pub(super) fn sentence(&self, key: &str, object: &Value) -> String {
        let fields = |object: &'_ Value| object.as_object().cloned().unwrap_or_default();
        let mut all = fields(object);
        all.extend(object.get("tie").map(fields).unwrap_or_default());
        let things: Vec<(&str, FluentValue<'_>)> =
            all.iter().map(|(key, value)| (key.as_str(), self.thing(key, value))).collect();
        self.visit.fill(key, &things)
    }

    fn parts(&self, name: &str, step: &Value) -> Vec<Part> {
        let key = format!("told-{}-{name}", self.method.id()).replace('_', "-");
        let mut parts = vec![(None, self.sentence(&key, step), self.bar(name, step))];
        let list = |key: &str| step.get(key).and_then(Value::as_array).into_iter().flatten();
        let of_each = step.get("votes").and_then(Value::as_object).into_iter().flatten();
        for (option, votes) in of_each {
            let name = ("option", title(self.options, option));
            let votes_told = ("votes", self.text("votes", votes));
            let sentence = self.visit.with_two("told-votes-of", name, votes_told);
            let bar = whole(votes).filter(|_| self.most > 0);
            parts.push((None, sentence, bar.map(|votes| Bar::of(self.most, &[("for", votes)]))));
        }
        for it in list("moved") {
            let things = ["papers", "value", "to"].map(|key| {
                let text = it.get(key).map(|it| self.text(key, it)).unwrap_or_default();
                (key, FluentValue::from(text))
            });
            let to = if it.get("to").is_none_or(Value::is_null) {
                "told-moved-on"
            } else {
                "told-moved"
            };
            parts.push((None, self.visit.fill(to, &things), None));
        }
        parts
    }

    fn thing<'b>(&self, key: &str, value: &'b Value) -> FluentValue<'b> {
        match value {
            Value::Number(number) if !self.is_money(key) => {
                number.as_u64().unwrap_or_default().into()
            }
            other => self.text(key, other).into(),
        }
    }

    /// A value as people read it: options by title, money as money, numbers without fractions.
    pub(super) fn text(&self, key: &str, value: &Value) -> String {
        match value {
            Value::String(day) if key == "evaluate_on" => {
                day.parse().map_or_else(|_| day.clone(), |day| self.visit.date(&day))
            }
            _ if self.is_money(key) => self.visit.money(whole(value).unwrap_or_default()),
            Value::String(text) if text.contains('/') => {
                whole(value).map_or_else(|| text.clone(), |it| it.to_string())
            }
            Value::String(text) => match plain(text, self.visit.say("decimal-sign").as_str()) {
                Some(number) => number,
                None => title(self.options, text).to_owned(),
            },
            Value::Number(number) => number.to_string(),
            Value::Bool(it) => if *it { "yes" } else { "no" }.to_owned(),
            Value::Array(all) => {
                let all = all.iter().map(|it| self.text(key, it));
                all.collect::<Vec<_>>().join(", ")
            }
            Value::Null | Value::Object(_) => "none".to_owned(),
        }
    }

    fn is_money(&self, key: &str) -> bool {
        self.method.paper() == PaperKind::Money
            && matches!(key, "cost" | "left" | "budget" | "share" | "price" | "have" | "lack")
    }

    fn votes(&self, step: &Value) -> Option<Bar> {
        let votes = step.get("votes").and_then(whole)?;
        (self.most > 0).then(|| Bar::of(self.most, &[("for", votes)]))
    }

    fn bar(&self, name: &str, step: &Value) -> Option<Bar> {
        let of = |key: &str| step.get(key).and_then(whole);
        match name {
            "duel" => {
                let (one, other) = (of("for_one")?, of("for_other")?);
                Some(Bar::of(one.saturating_add(other), &[("for", one), ("against", other)]))
            }
            "bought" | "given" | "added" | "funded" => {
                let budget = self.method.budget?;
                Some(Bar::of(budget, &[("for", budget.saturating_sub(of("left")?))]))
            }
            "votes" | "placed" | "elected" | "filled" => self.votes(step),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::words::{Language, Words};

    #[test]
    fn every_step_of_every_method_has_a_sentence() {
        let words = [Language::Dutch, Language::English]
            .map(|language| Words::new(language, "UTC", chrono::DateTime::UNIX_EPOCH));
        let told = [
            ("approval", "papers votes border elected empty"),
            ("agenda-phragmen", "papers placed waiting no-votes"),
            ("equal-shares", "start together raised bought given beyond added short no-votes rest"),
            ("greedy", "start border funded too-dear too-late no-votes"),
            ("persons", "round majority no-majority run-off lot"),
            ("consent", "began ended quorum stands withdrawn accepted not-argued adopted given-up"),
            ("schulze", "papers duel wins-all paths order tie beats-status-quo winner status-quo"),
            (
                "stv-scottish",
                "papers withdrawn quota stage elected tie surplus excluded filled not-elected",
            ),
            ("stv-meek", "papers withdrawn round elected tie excluded filled not-elected"),
        ];
        for (method, steps) in told {
            for step in steps.split_whitespace() {
                let key = format!("told-{method}-{step}");
                assert!(words.iter().all(|words| words.knows(&key)), "{key}");
            }
        }
    }

    #[test]
    fn numbers_are_told_without_zeros_at_their_end() {
        assert_eq!(plain("1.00000", ","), Some("1".to_owned()));
        assert_eq!(plain("927.98240", ","), Some("927,9824".to_owned()));
        assert_eq!((plain("St. Anna", ","), plain("12", ",")), (None, None));
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        let read = |text: &str| whole(&serde_json::from_str(text).unwrap());
        assert_eq!((read("3"), read("\"927.98248\"")), (Some(3), Some(927)));
        assert_eq!((read("\"7/2\""), read("\"x\"")), (Some(3), None));
    }
}
