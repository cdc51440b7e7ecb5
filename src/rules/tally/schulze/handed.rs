//! (test) The count against two other programs on real elections of societies: the whole order and
//! the strengths of all paths against Condorcet PHP, the winners against pref_voting.

use serde_json::Value;

use super::*;
use crate::rules::{
    election::Election,
    handed,
    tally::stv_scottish::handed::{election, rankings},
};

/// What isn't checked where the elections aren't at hand.
const WHAT: &str = "schulze against other programs";

/// Elections where two options share a place there and not here: the weakest duels of their paths
/// have equally many votes for the winner, and the other program stops there; the paper goes on to
/// the votes against (Schulze 2011, section 2.1, the relation by winning votes).
const SHARED_THERE: [(&str, [&str; 2]); 3] =
    [("A12", ["20", "7"]), ("A14", ["5", "9"]), ("A15", ["13", "17"])];

fn counted(it: &Election, winners: u32, status_quo: Option<&str>) -> Counted<Step> {
    let withdrawn = it.options.names(it.withdrawn.iter().copied());
    let rules = Rules { winners, status_quo: status_quo.map(str::to_owned), withdrawn };
    count(&rules, &it.options, rankings(it), &Lots::Seed("a seed".to_owned())).unwrap()
}

/// The names of each place, in order, white space apart.
fn places(order: &str) -> Vec<Vec<String>> {
    let name = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
    let place = |place: &str| {
        let mut place: Vec<String> = place.split(" = ").map(name).collect();
        place.sort();
        place
    };
    order.split(" > ").map(place).collect()
}

fn our_places(steps: &[Step]) -> Vec<Vec<String>> {
    let order = steps.iter().find_map(|step| match step {
        Step::Order { places } => Some(places.iter().map(|one| one.join(" = "))),
        _ => None,
    });
    places(&order.unwrap().collect::<Vec<_>>().join(" > "))
}

/// The votes for the winner of the weakest duel on the paths there and back.
fn votes_only(steps: &[Step], pair: [&str; 2]) -> Option<(u64, u64)> {
    steps.iter().find_map(|step| match step {
        Step::Paths { one, other, there: Some(there), back: Some(back), .. }
            if [one, other] == pair =>
        {
            Some((there.votes, back.votes))
        }
        _ => None,
    })
}

/// The places with those of the pair made one.
fn joined(order: &[Vec<String>], pair: [&str; 2]) -> Vec<Vec<String>> {
    let mut joined: Vec<Vec<String>> = Vec::new();
    for place in order {
        match joined.last_mut() {
            Some(last)
                if pair == [last[0].as_str(), &place[0]]
                    || pair == [place[0].as_str(), &last[0]] =>
            {
                last.extend(place.clone());
                last.sort();
            }
            _ => joined.push(place.clone()),
        }
    }
    joined
}

#[test]
fn the_whole_order_is_that_of_condorcet_php_and_the_winners_are_those_of_pref_voting() {
    let Some(expected) = handed::json("expected/single_winner_tideman.json", WHAT) else { return };
    let mut checked = 0;
    for (name, by) in expected["cases"].as_object().unwrap() {
        let path = handed::folder().join(format!("condorcet/tideman/{name}.cvotes"));
        let ours = counted(&election(&path), 1, None);
        let order = our_places(&ours.steps);
        let theirs = places(by["condorcet_php"]["Schulze Winning"].as_str().unwrap().trim());
        if let Some((_, pair)) = SHARED_THERE.iter().find(|(known, _)| known == name) {
            assert!(votes_only(&ours.steps, *pair).is_some_and(|(there, back)| there == back));
            assert_eq!(joined(&order, *pair), theirs, "{name}");
        } else {
            assert_eq!(order, theirs, "{name}");
        }
        let mut winners: Vec<String> =
            serde_json::from_value(by["schulze_margin"].clone()).unwrap();
        winners.sort();
        assert_eq!(order[0], winners, "{name}");
        let wins_all = ours.steps.iter().find_map(|step| match step {
            Step::WinsAll { option } => Some(option.as_str()),
            _ => None,
        });
        assert_eq!(wins_all, by["condorcet_winner"].as_str(), "{name}");
        checked += 1;
    }
    println!("schulze: {checked} elections as other programs have them");
}

#[test]
fn strengths_of_paths_are_those_of_condorcet_php() {
    let mut checked = 0;
    for path in handed::files("condorcet/tideman-details", "implicit-Schulze_Winning.json", WHAT) {
        let name = handed::name(&path).replace("-implicit-Schulze_Winning.json", "");
        let theirs: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let it = election(&handed::folder().join(format!("condorcet/tideman/{name}.cvotes")));
        let ours = counted(&it, 1, None);
        assert_eq!(our_places(&ours.steps), places(theirs["Ranking"].as_str().unwrap()), "{name}");
        for step in &ours.steps {
            let Step::Paths { one, other, there, back, .. } = step else { continue };
            for (from, to, path) in [(one, other, there), (other, one, back)] {
                let strength = theirs["Stats"][from][to].as_u64().unwrap();
                assert_eq!(path.as_ref().map_or(0, |path| path.votes), strength, "{name}");
                checked += 1;
            }
        }
    }
    println!("schulze: {checked} paths as strong as Condorcet PHP has them");
}

/// An official tally sheet of Debian, one line for each paper: "V: 2-1----3" ranks the third first.
fn tally_sheet(text: &str) -> (Options, Vec<Ranking>) {
    let name = |line: &str| {
        let (before, name) = line.split_once(">: ")?;
        before.contains("Option ").then(|| name.trim().to_owned())
    };
    let options = Options::new(text.lines().filter_map(name)).unwrap();
    let papers = text.lines().filter_map(|line| line.strip_prefix("V: ")).map(|line| {
        let marks = line.split_whitespace().next().unwrap();
        let ranks = ('1'..='9').map(|rank| {
            marks.chars().enumerate().filter(|(_, mark)| *mark == rank).map(|(it, _)| it).collect()
        });
        Ranking { ranks: ranks.collect(), papers: 1 }
    });
    (options, papers.collect())
}

#[test]
fn debians_leaders_are_those_who_were_elected() {
    for (year, order) in [
        (2006, "Anthony Towns"),
        (
            2007,
            "Sam Hocevar > Steve McIntyre > Rapha\u{fffd}l Hertzog > Wouter Verhelst > Anthony Towns > \
             Gustavo Franco > None Of The Above > Simon Richter > Aigars Mahinovs",
        ),
        (2020, "Jonathan Carter > Sruthi Chandran > Brian Gupta > None Of The Above"),
    ] {
        let path = handed::folder().join(format!("condorcet/debian/leader{year}_tally.txt"));
        let Ok(bytes) = std::fs::read(path) else {
            eprintln!("!! THE ELECTIONS ARE NOT HERE: DEBIAN'S LEADERS WERE NOT CHECKED !!");
            return;
        };
        let (options, papers) = tally_sheet(&String::from_utf8_lossy(&bytes));
        let status_quo = options.ids().last().cloned();
        let rules = Rules { winners: 1, status_quo, withdrawn: Vec::new() };
        let ours = count(&rules, &options, &papers, &Lots::None).unwrap();
        let order = places(order);
        assert_eq!(our_places(&ours.steps)[..order.len()], order, "{year}");
        assert_eq!(ours.winners, order[0], "{year}");
    }
}
