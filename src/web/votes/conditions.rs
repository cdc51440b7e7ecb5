//! What a vote for or against asks of sectors, besides what the charter asks: chosen when it is
//! prepared, and told in plain words.

use std::collections::BTreeMap;

use crate::{
    rules::tally::{group_majority::Condition, majority::Share},
    web::{
        form::{Faults, Form, Kind, Number, Pick},
        sectors::Sectors,
        visit::Visit,
        words::read_share,
    },
};

/// What stands before the key of a sector that must be for.
const SECTOR: &str = "sector:";
/// Heaviest weight of a sector: enough for any number of members, and a slip is seen.
const HEAVIEST: u32 = 100_000;

/// What was picked and filled in.
#[derive(Clone, Copy)]
pub struct Filled<'a> {
    /// Sectors that must be for.
    pub sectors: &'a [String],
    /// Sectors that together are the residents.
    pub residents: &'a [String],
    pub at_least: &'a str,
    /// Sectors in the order of their weights.
    pub weight_of: &'a [String],
    pub weights: &'a [String],
    /// The share of the weight that must be for.
    pub share: &'a str,
}

impl Filled<'_> {
    fn is_empty(&self) -> bool {
        let texts = self.weights.iter().map(String::as_str).chain([self.at_least, self.share]);
        let is_blank = texts.into_iter().all(|text| text.trim().is_empty());
        self.sectors.is_empty() && self.residents.is_empty() && is_blank
    }

    fn weight(&self, sector: &str) -> &str {
        let mut pairs = self.weight_of.iter().zip(self.weights);
        pairs.find(|(key, _)| *key == sector).map_or("", |(_, weight)| weight.as_str())
    }
}

/// Reads what was filled in; `holds` is whether this vote can ask for something of sectors.
///
/// # Errors
/// What is wrong, at its field.
pub fn read(
    visit: &Visit,
    sectors: &Sectors,
    filled: Filled<'_>,
    holds: bool,
) -> Result<Vec<Condition>, Faults> {
    let mut faults = Faults::none();
    if !holds && !filled.is_empty() {
        faults.at("conditions", visit.say("fault-conditions-elsewhere"));
    }
    let keys: Vec<String> = sectors.all().map(|(key, _)| key.to_owned()).collect();
    let mut known = |field, picked: Vec<String>| {
        if picked.iter().any(|key| !keys.contains(key)) {
            faults.at(field, visit.say("fault-choice"));
        }
        picked
    };
    let of_sectors = filled.sectors.iter();
    let groups = of_sectors.map(|it| it.strip_prefix(SECTOR).unwrap_or(it).to_owned()).collect();
    let groups = known("conditions", groups);
    let residents = known("residents", filled.residents.to_vec());
    let least = match filled.at_least.trim() {
        "" => None,
        text => {
            let least = text.parse().ok().filter(|least| (1..=keys.len()).contains(least));
            if least.is_none() {
                faults.at("at_least", visit.with("fault-at-least", "n", keys.len()));
            }
            least.and_then(|least| u64::try_from(least).ok())
        }
    };
    let weighted = weighted(visit, &keys, filled, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let each = (!groups.is_empty()).then_some(Condition::Each { groups });
    let mut residents = residents.into_iter();
    let residents = residents
        .next()
        .map(|group| Condition::ResidentMajority { group, with: residents.collect() });
    let at_least = least.map(|least| Condition::AtLeast { least, groups: keys });
    Ok(each.into_iter().chain(residents).chain(at_least).chain(weighted).collect())
}

/// The weights, where any is filled in: then all must be, since an empty one could mean anything.
fn weighted(
    visit: &Visit,
    keys: &[String],
    filled: Filled<'_>,
    faults: &mut Faults,
) -> Option<Condition> {
    let majority = match read_share(filled.share) {
        Ok(share) if share.is_none_or(Share::is_part) => share,
        _ => {
            faults.at("weighed_share", visit.say("fault-share"));
            None
        }
    };
    if filled.weights.iter().all(|weight| weight.trim().is_empty()) {
        if majority.is_some() {
            faults.at("weights", visit.with("fault-weights", "most", HEAVIEST));
        }
        return None;
    }
    let weight = |key: &String| {
        let weight = filled.weight(key).trim().parse().ok()?;
        (weight <= HEAVIEST).then(|| (key.clone(), weight))
    };
    let weights: Option<BTreeMap<String, u32>> = keys.iter().map(weight).collect();
    let some = weights.filter(|all| all.values().any(|weight| *weight > 0));
    if some.is_none() {
        faults.at("weights", visit.with("fault-weights", "most", HEAVIEST));
    }
    some.map(|weights| Condition::Weighted { weights, majority })
}

/// Adds the fields to a form.
#[must_use]
pub fn fields<'a>(
    visit: &'a Visit,
    sectors: &Sectors,
    form: Form<'a>,
    filled: Filled<'_>,
) -> Form<'a> {
    let of_sectors = sectors.all().map(|(key, name)| {
        let value = format!("{SECTOR}{key}");
        let label = visit.with("condition-sector", "sector", name);
        Pick { is_picked: filled.sectors.contains(&value), value, label }
    });
    let resident = |(key, name): (&str, &str)| Pick {
        value: key.to_owned(),
        label: name.to_owned(),
        is_picked: filled.residents.iter().any(|it| it == key),
    };
    let weight = |(key, name): (&str, &str)| Number {
        of: key.to_owned(),
        label: name.to_owned(),
        value: filled.weight(key).to_owned(),
    };
    let residents = Kind::Checks(sectors.all().map(resident).collect());
    let weights = Kind::Numbers("weight_of", sectors.all().map(weight).collect());
    form.field("conditions", "prepare-conditions", Kind::Checks(of_sectors.collect()), "")
        .hint("prepare-conditions-hint")
        .field("residents", "prepare-residents", residents, "")
        .hint("prepare-residents-hint")
        .field("at_least", "prepare-at-least", Kind::Line("number"), filled.at_least)
        .hint("prepare-at-least-hint")
        .field("weights", "prepare-weights", weights, "")
        .hint("prepare-weights-hint")
        .line("weighed_share", "prepare-weighed-share", filled.share)
        .hint("prepare-weighed-share-hint")
}

/// A condition in a sentence; none for the majority of everybody, which is told by itself.
#[must_use]
pub fn told(visit: &Visit, sectors: &Sectors, condition: &Condition) -> Vec<String> {
    match condition {
        Condition::Overall { .. } => Vec::new(),
        Condition::Each { groups } => {
            let rule = |key: &String| visit.with("rule-sector", "sector", sectors.name(key));
            groups.iter().map(rule).collect()
        }
        Condition::ResidentMajority { group, with } => {
            vec![visit.with(
                "rule-residents",
                "sector",
                sectors.names([group].into_iter().chain(with)),
            )]
        }
        Condition::AtLeast { least, groups } => {
            vec![visit.with_two("rule-at-least", ("least", *least), ("of", groups.len()))]
        }
        Condition::Weighted { weights, majority } => {
            let share = visit.least_share(*majority);
            let first = weights.values().next();
            if weights.values().all(|weight| Some(weight) == first) {
                return vec![visit.with("rule-weighted", "share", share)];
            }
            // In the order of the council page.
            let mut weights: Vec<(&String, &u32)> = weights.iter().collect();
            weights.sort_by_key(|(key, _)| sectors.place(key));
            let weight = |(key, weight): (&String, &u32)| {
                visit.with_two("rule-weight", ("sector", sectors.name(key)), ("weight", *weight))
            };
            let weights: Vec<String> = weights.into_iter().map(weight).collect();
            let weights = ("weights", weights.join(", "));
            vec![visit.with_two("rule-weights", weights, ("share", share))]
        }
    }
}
