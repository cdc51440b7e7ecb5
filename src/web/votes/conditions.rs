//! What a vote for or against asks of sectors, besides what the charter asks: chosen when it is
//! prepared, and told in plain words.

use crate::{
    rules::tally::group_majority::Condition,
    web::{
        form::{Form, Kind, Pick},
        sectors::Sectors,
        visit::Visit,
    },
};

/// What stands before the key of a sector that must be for.
const SECTOR: &str = "sector:";
/// Every sector weighs the same.
const WEIGHED: &str = "weighed";

/// Reads what was picked.
///
/// # Errors
/// The sentence about a number of sectors that can't be.
pub fn read(
    visit: &Visit,
    sectors: &Sectors,
    picked: &[String],
    at_least: &str,
) -> Result<Vec<Condition>, String> {
    let keys: Vec<String> = sectors.all().map(|(key, _)| key.to_owned()).collect();
    let of_sectors = picked.iter().filter_map(|it| it.strip_prefix(SECTOR));
    let groups: Vec<String> =
        of_sectors.filter(|key| keys.iter().any(|it| it == key)).map(str::to_owned).collect();
    let each = (!groups.is_empty()).then_some(Condition::Each { groups });
    let least = match at_least.trim() {
        "" => None,
        text => {
            let least = text.parse().ok().filter(|least| (1..=keys.len()).contains(least));
            let fault = || visit.with("fault-at-least", "n", keys.len());
            Some(u64::try_from(least.ok_or_else(fault)?).unwrap_or(u64::MAX))
        }
    };
    let weights = keys.iter().map(|key| (key.clone(), 1)).collect();
    let is_weighed = picked.iter().any(|it| it == WEIGHED);
    let weighed = is_weighed.then_some(Condition::Weighted { weights, majority: None });
    let at_least = least.map(|least| Condition::AtLeast { least, groups: keys });
    Ok(each.into_iter().chain(at_least).chain(weighed).collect())
}

/// Adds the fields to a form.
#[must_use]
pub fn fields<'a>(
    visit: &'a Visit,
    sectors: &Sectors,
    form: Form<'a>,
    picked: &[String],
    at_least: &str,
) -> Form<'a> {
    let pick =
        |value: String, label: String| Pick { is_picked: picked.contains(&value), value, label };
    let of_sectors = sectors.all().map(|(key, name)| {
        pick(format!("{SECTOR}{key}"), visit.with("condition-sector", "sector", name))
    });
    let weighed = pick(WEIGHED.to_owned(), visit.say("condition-weighed"));
    let picks: Vec<Pick> = of_sectors.chain([weighed]).collect();
    form.field("conditions", "prepare-conditions", Kind::Checks(picks), "")
        .hint("prepare-conditions-hint")
        .field("at_least", "prepare-at-least", Kind::Line("number"), at_least)
        .hint("prepare-at-least-hint")
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
        Condition::ResidentMajority { group } => {
            vec![visit.with("rule-residents", "sector", sectors.name(group))]
        }
        Condition::AtLeast { least, groups } => {
            vec![visit.with_two("rule-at-least", ("least", *least), ("of", groups.len()))]
        }
        Condition::Weighted { .. } => vec![visit.say("rule-weighted")],
    }
}
