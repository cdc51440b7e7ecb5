use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::TEXT;
use crate::rules::{
    ballot::Secrecy,
    endorsement::{Endorsement, Purpose, tests::endorse},
    outcome::Outcome,
    record::v2::{
        self, Ballot, Carried, Change, Earlier, Entry, Lot, Neighbourhood, Part, Record,
        TellerSignature, Vote,
        tests::{record, secret},
    },
    tally::{
        agenda_phragmen, approval,
        consent::{self, Turn},
        equal_shares, greedy,
        group_majority::{self, Condition, Silent},
        lot::Tie,
        majority::{self, Share},
        majority_v2::{self, OnMissing},
        method::{Method, Opt, Rules, Tally},
        persons, schulze, stv_meek, stv_scottish,
    },
};

/// Where something new is described.
const FILE: &str = "src/rules/record/schema/v2.json";

fn schema() -> Value {
    serde_json::from_str(TEXT).unwrap()
}

/// As much of JSON Schema as the file uses; gives what doesn't fit, with where it is.
fn misfits(schema: &Value, rule: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(name) = rule["$ref"].as_str() {
        let aim = name.strip_prefix('#').and_then(|path| schema.pointer(path));
        let aim = aim.unwrap_or_else(|| panic!("{name} is not in {FILE}"));
        return misfits(schema, aim, value, at);
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(branches) = rule[choice].as_array() {
            return among(schema, branches, value, at);
        }
    }
    let types: Vec<&str> = match &rule["type"] {
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        name => name.as_str().into_iter().collect(),
    };
    if !types.is_empty() && !types.contains(&type_of(value)) {
        found.push(format!("{at} is {}, and {FILE} says {types:?}", type_of(value)));
    }
    if rule.get("const").is_some_and(|it| it != value)
        || rule["enum"].as_array().is_some_and(|words| !words.contains(value))
    {
        found.push(format!("{at} is {value}: add that to {FILE}"));
    }
    if let (Some(pattern), Some(text)) = (rule["pattern"].as_str(), value.as_str()) {
        let mut starts = pattern.trim_start_matches('^').trim_matches(['(', ')']).split('|');
        let fits = starts.any(|start| match start.strip_suffix('$') {
            Some(whole) => text == whole,
            None => text.starts_with(start),
        });
        if !fits {
            found.push(format!("{at} is {text}, and {FILE} says {pattern}"));
        }
    }
    for item in value.as_array().into_iter().flatten() {
        found.extend(misfits(schema, &rule["items"], item, &format!("{at}[]")));
    }
    if let Value::Object(fields) = value {
        found.extend(of_fields(schema, rule, fields, at));
    }
    found
}

fn of_fields(schema: &Value, rule: &Value, fields: &Map<String, Value>, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in rule["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(name) {
            found.push(format!("{at}.{name} is missing, and {FILE} says it is required"));
        }
    }
    for (name, value) in fields {
        let at = format!("{at}.{name}");
        match rule["properties"].get(name) {
            Some(rule) => found.extend(misfits(schema, rule, value, &at)),
            None if rule["additionalProperties"] == json!(true) => {}
            None => found.push(format!(
                "{at} is not described: add it to {FILE} with type, title (Dutch) and description"
            )),
        }
    }
    found
}

/// Whether one of several rules fits; if not, what is wrong with the one that comes nearest.
fn among(schema: &Value, branches: &[Value], value: &Value, at: &str) -> Vec<String> {
    let tried = branches.iter().map(|branch| misfits(schema, branch, value, at));
    tried.min_by_key(Vec::len).unwrap_or_default()
}

const fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The fields of a type that refuses unknown ones, as it names them when it does.
fn fields<T: DeserializeOwned>(start: &Value) -> BTreeSet<String> {
    let mut value = start.clone();
    value["no-such-field"] = json!(0);
    let refused = serde_json::from_value::<T>(value).err().map(|it| it.to_string());
    let refused = refused.filter(|it| it.contains("`no-such-field`"));
    let refused = refused.expect("the type has `deny_unknown_fields`");
    refused.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

fn described<T: DeserializeOwned>(rule: &str) {
    described_from::<T>(rule, &json!({}));
}

/// Checks that the schema has the fields of a type: all of them, and no others.
fn described_from<T: DeserializeOwned>(rule: &str, start: &Value) {
    let schema = schema();
    let rule = schema.pointer(rule).unwrap_or_else(|| panic!("{rule} is not in {FILE}"));
    let named = rule["properties"].as_object().unwrap().keys().cloned();
    let named: BTreeSet<String> = named.filter(|name| *name != "change").collect();
    let has = fields::<T>(start);
    let missing: Vec<_> = has.difference(&named).collect();
    let gone: Vec<_> = named.difference(&has).collect();
    let title = &rule["title"];
    assert!(missing.is_empty(), "describe {missing:?} under {title} in {FILE}");
    assert!(gone.is_empty(), "{gone:?} under {title} in {FILE} are no fields any more");
}

fn fits(published: &v2::Published) {
    let schema = schema();
    let value = serde_json::from_str(&v2::write(published).unwrap()).unwrap();
    assert_eq!(misfits(&schema, &schema, &value, "record"), Vec::<String>::new());
}

/// A method of every kind. Whoever adds one to `Rules` describes its parameters as
/// `$defs/rules_…`, names them here, and adds `$defs/method_…` to the list in `$defs/method`.
fn every_method() -> Vec<Method> {
    let share = Some(Share { need: 1, of: 2 });
    let withdrawn = vec!["2".to_owned()];
    let all = [
        Rules::Majority(majority::Rules {
            quorum: share,
            majority: None,
            sector_majorities: vec!["residents".to_owned()],
        }),
        Rules::MajorityV2(majority_v2::Rules { quorum: share, ..Default::default() }),
        Rules::GroupMajority(group_majority::Rules {
            conditions: vec![Condition::Each { groups: vec!["residents".to_owned()] }],
            silent: Silent::default(),
        }),
        Rules::Persons(persons::Rules { round: 1 }),
        Rules::Consent(Turn {
            rules: consent::Rules::default(),
            round: 2,
            version: 1,
            evaluate_on: chrono::NaiveDate::MAX,
            standing: [("residents-1".to_owned(), "Too dear".to_owned())].into(),
            meetings: 1,
        }),
        Rules::Greedy(greedy::Rules { misfit: greedy::Misfit::Stop }),
        Rules::Approval(approval::Rules { seats: 1, fill: true }),
        Rules::AgendaPhragmen(agenda_phragmen::Rules { places: Some(2), earlier_first: true }),
        Rules::EqualShares(equal_shares::Rules::default()),
        Rules::Schulze(schulze::Rules { winners: 1, status_quo: None, withdrawn: vec![] }),
        Rules::StvScottish(stv_scottish::Rules { seats: 1, withdrawn: withdrawn.clone() }),
        Rules::StvMeek(stv_meek::Rules { seats: 1, withdrawn }),
    ];
    for rules in &all {
        match rules {
            Rules::Majority(_) => described::<majority::Rules>("/$defs/rules_majority"),
            Rules::MajorityV2(_) => described::<majority_v2::Rules>("/$defs/rules_majority_v2"),
            Rules::GroupMajority(_) => {
                described::<group_majority::Rules>("/$defs/rules_group_majority");
            }
            Rules::Persons(_) => described::<persons::Rules>("/$defs/rules_persons"),
            Rules::Consent(_) => {
                described::<Turn>("/$defs/rules_consent");
                described::<consent::Rules>("/$defs/rules_of_consent");
            }
            Rules::Greedy(_) => described::<greedy::Rules>("/$defs/rules_greedy"),
            Rules::Approval(_) => described::<approval::Rules>("/$defs/rules_approval"),
            Rules::AgendaPhragmen(_) => {
                described::<agenda_phragmen::Rules>("/$defs/rules_agenda_phragmen");
            }
            Rules::EqualShares(_) => described::<equal_shares::Rules>("/$defs/rules_equal_shares"),
            Rules::Schulze(_) => described::<schulze::Rules>("/$defs/rules_schulze"),
            Rules::StvScottish(_) => described::<stv_scottish::Rules>("/$defs/rules_stv_scottish"),
            Rules::StvMeek(_) => described::<stv_meek::Rules>("/$defs/rules_stv_meek"),
        }
    }
    let kinds: BTreeSet<String> =
        all.iter().map(|rules| format!("{:?}", std::mem::discriminant(rules))).collect();
    assert_eq!(kinds.len(), all.len(), "a method stands here twice");
    let (missing, second) = (OnMissing::Again, true);
    let of =
        |rules| Method { quorum: share, missing, budget: Some(100), second, ..Method::new(rules) };
    all.map(of).to_vec()
}

#[test]
fn every_field_of_a_record_is_described_and_nothing_else_is() {
    described::<v2::Published>("");
    described::<Record>("/$defs/record");
    described::<Neighbourhood>("/$defs/neighbourhood");
    described::<Vote>("/$defs/vote");
    described::<Earlier>("/$defs/earlier");
    described::<Entry>("/$defs/entry");
    described::<Part>("/$defs/part");
    described::<v2::Channels>("/$defs/channels");
    described::<v2::Total>("/$defs/total");
    described::<v2::Batch>("/$defs/batch");
    described::<Carried>("/$defs/carried");
    described::<Ballot>("/$defs/ballot");
    described::<Opt>("/$defs/option");
    described::<Lot>("/$defs/lot");
    described::<Tally>("/$defs/tally");
    described::<Tie>("/$defs/tie");
    described::<Share>("/$defs/share");
    described::<Endorsement>("/$defs/endorsement");
    described::<TellerSignature>("/$defs/teller");
    let changes = [
        "extended",
        "added",
        "recused",
        "ruled",
        "namesake",
        "batch_corrected",
        "withdrawn",
        "not_argued",
        "round_ended",
    ];
    for change in changes {
        described_from::<Change>(&format!("/$defs/{change}"), &json!({ "change": change }));
    }
}

#[test]
fn everything_in_the_schema_has_a_dutch_title_and_a_description() {
    fn silent(rule: &Value, at: &str, found: &mut Vec<String>) {
        let rules = ["properties", "$defs"].map(|key| rule[key].as_object());
        for (name, rule) in rules.into_iter().flatten().flatten() {
            let at = format!("{at}/{name}");
            let says = |key: &str| rule[key].as_str().is_some_and(|text| text.len() > 1);
            if !says("title") || !says("description") {
                found.push(at.clone());
            }
            silent(rule, &at, found);
        }
    }
    let mut found = Vec::new();
    silent(&schema(), "", &mut found);
    assert!(found.is_empty(), "without title or description in {FILE}: {found:?}");
}

#[test]
fn records_of_every_method_fit_the_schema() {
    for method in every_method() {
        let mut it = record();
        let option = |key: &str| Opt { key: key.to_owned(), title: key.to_owned(), cost: Some(60) };
        if method.has_options() {
            it.options = ["1", "2"].map(option).to_vec();
            it.ballots.clear();
            it.took_part.clear();
        }
        let secret = "a secret".to_owned();
        it.lot = Some(Lot { announced: "sha256:00".to_owned(), secret });
        it.tally =
            v2::count(&method, &it.options, &it.roll, &[], &it.ballots, it.lot.as_ref()).unwrap();
        it.method = method;
        fits(&v2::seal(it).unwrap());
    }
}

#[test]
fn open_and_secret_records_with_all_that_is_optional_fit_the_schema() {
    for mut it in [record(), secret()] {
        let (at, reason) = (it.vote.opened_at, "A reason".to_owned());
        it.changes = vec![
            Change::Extended { at, until: at, reason: reason.clone() },
            Change::Added { at, number: 5, reason: reason.clone() },
            Change::Recused { at, number: 3, reason: reason.clone() },
            Change::Ruled { at, is_for: true, reason: reason.clone() },
            Change::Namesake { at, teller: "Tess".to_owned(), reason: reason.clone() },
            Change::BatchCorrected { at, batch: 1, from: 2, to: 3, reason: reason.clone() },
            Change::Withdrawn { at, number: 1 },
            Change::NotArgued { at, objector: 1, by: 2 },
            Change::RoundEnded { at, reason, meeting_ended: true },
        ];
        it.carried = vec![Carried { number: 3, by: 1 }];
        it.tally.ties = vec![Tie { among: vec!["1".to_owned()], drawn: "1".to_owned() }];
        it.tally.winners = vec!["1".to_owned()];
        it.tally.by_votes = Some(vec!["2".to_owned()]);
        let record_hash = "sha256:00".to_owned();
        it.vote.earlier = Some(Earlier { number: 1, record_hash, outcome: Outcome::Postponed });
        let mut published = v2::seal(it).unwrap();
        published.signature = Some(endorse(1, Purpose::Record, &published.hash));
        let Endorsement { key, signature } = endorse(2, Purpose::Teller, &published.hash);
        published.tellers = vec![TellerSignature { name: "Tess".to_owned(), key, signature }];
        fits(&published);
    }
}

#[test]
fn what_does_not_fit_is_told_with_what_to_do() {
    let schema = schema();
    let mut value = serde_json::to_value(v2::seal(record()).unwrap()).unwrap();
    value["record"]["vote"]["colour"] = json!("red");
    value["record"]["vote"]["secrecy"] = json!("somewhat");
    value["record"]["method"]["id"] = json!("shouting");
    value["record"]["ballots"][0]["mark"] = json!("perhaps");
    value["record"]["roll"][0].as_object_mut().unwrap().remove("key");
    let told = misfits(&schema, &schema, &value, "record").join("\n");
    assert_eq!(told.lines().count(), 5, "{told}");
    assert!(told.contains("record.record.vote.colour is not described: add it to"), "{told}");
    assert_eq!(record().vote.secrecy, Secrecy::Open);
}
