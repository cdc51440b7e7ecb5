//! Checks the count with profiles and rankings that abcvoting computed.

use super::*;
use crate::rules::{
    election::{self, Kind},
    handed,
};

const WHAT: &str = "the agenda";

fn winners(text: &str, kind: Kind, places: u32, lots: &Lots) -> Result<Vec<String>, Needed> {
    let it = election::read(kind, text).unwrap();
    let rules = Rules { places: Some(places), earlier_first: false };
    count(&rules, &it.options, &it.ballots.approvals(), lots).map(|it| it.winners)
}

/// abcvoting follows every tie; ours puts the proposal with more approvals first, so it finds some of
/// those committees, and needs a lot only where there are several. Where fewer candidates are approved
/// of than there are seats, abcvoting fills up with others; ours never lists what nobody approves
/// (votes.md 1.5).
#[test]
fn committees_are_among_those_that_abcvoting_finds() {
    let mut agreed = [0; 2];
    for path in handed::files("abc", ".abc.yaml", WHAT) {
        let text = std::fs::read_to_string(&path).unwrap();
        let it = election::read(Kind::AbcYaml, &text).unwrap();
        let seats = it.seats.unwrap();
        let approved = it.support.iter().filter(|votes| **votes > 0).count();
        let is_filled_up = approved < usize::try_from(seats).unwrap();
        for committees in handed::committees(&text, "seqphragmen") {
            for lots in [Lots::None, Lots::Seed("a published seed".to_owned())] {
                let Ok(mut ours) = winners(&text, Kind::AbcYaml, seats, &lots) else {
                    assert!(lots == Lots::None && committees.len() > 1, "{}", path.display());
                    agreed[1] += 1;
                    continue;
                };
                ours.sort();
                let is_part = |of: &Vec<String>| ours.iter().all(|one| of.contains(one));
                let found = committees.contains(&ours);
                let is_all =
                    is_filled_up && ours.len() == approved && committees.iter().all(is_part);
                assert!(found || is_all, "{}: {ours:?}", path.display());
                agreed[0] += 1;
            }
        }
    }
    println!("{} committees agree, {} need a lot", agreed[0], agreed[1]);
}

#[test]
fn rankings_agree_with_abcvoting() {
    let Some(all) = handed::json("expected/abc_rankings_abcvoting.json", WHAT) else { return };
    let mut agreed = 0;
    for (file, entry) in all["cases"].as_object().unwrap() {
        let Some(text) = handed::text(&format!("pabulib/{file}"), WHAT) else { continue };
        let names = |value: &serde_json::Value| -> Vec<String> {
            let ids = value.as_array().unwrap().iter();
            ids.map(|id| id.as_str().unwrap().to_owned()).collect()
        };
        let expected = names(&entry["rules"]["seqphragmen"]["order"]);
        let lots = Lots::Drawn(names(&entry["candidates_in_tie_order"]));
        let places = u32::try_from(expected.len()).unwrap();
        let ours = winners(&text, Kind::Pabulib, places, &lots).unwrap();
        assert_eq!(ours, expected, "{file}");
        let without = winners(&text, Kind::Pabulib, places, &Lots::None).is_ok();
        let unique = entry["rules"]["seqphragmen"]["unique_set_at_last_k"].as_bool().unwrap();
        assert!(without || !unique, "{file}");
        agreed += 1;
    }
    println!("{agreed} rankings agree");
}
