//! The stories, as written in `config/demo`.

use serde::Deserialize;

use crate::rules::{
    ballot::Secrecy,
    charter::Charter,
    proposal::{Kind, Stage, Value},
    tally::method::Method,
};

/// A neighbourhood of the demonstration.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    pub name: String,
    pub handle: String,
    pub secretary: String,
    pub chair: String,
    /// The resident and the council member whose codes are printed.
    pub resident: String,
    pub council: String,
    pub people: Vec<String>,
    /// Key and number of seats.
    pub sectors: Vec<(String, u32)>,
    /// Names of sectors that are not the usual ones.
    #[serde(default)]
    pub sector_names: Vec<(String, String)>,
    /// Sector, holder, alternate, organisation; empty where there is none.
    pub seats: Vec<(String, String, String, String)>,
    pub charter: Charter,
    pub proposals: Vec<Told>,
}

/// A proposal of the story and how far it came.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    pub title: String,
    pub kind: Kind,
    pub by: String,
    pub days_ago: i64,
    pub supporters: usize,
    pub stage: Stage,
    /// One sign for each seat that is taken: f for, a against, o abstain, - nothing.
    #[serde(default)]
    pub ballots: String,
    #[serde(default)]
    pub closed_days_ago: i64,
    /// For how many days a running vote is still open.
    #[serde(default = "five")]
    pub open_days: i64,
    /// What everybody on the roll is asked instead of the council, where there are options.
    #[serde(default)]
    pub asked: Option<Asked>,
    #[serde(default)]
    pub reason: String,
    pub values: Vec<Value>,
    pub addressee: String,
    pub summary: String,
    pub text: String,
    /// Who said what, and who answered what.
    #[serde(default)]
    pub comments: Vec<Vec<String>>,
}

const fn five() -> i64 {
    5
}

/// A vote between options.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    pub method: Method,
    #[serde(default = "open")]
    pub secrecy: Secrecy,
    /// What each is called, and what it costs in euros where money is divided.
    pub options: Vec<(String, u64)>,
    /// What people mark, and how many of them: `approve:1,3 * 5`.
    pub marks: Vec<String>,
}

const fn open() -> Secrecy {
    Secrecy::Open
}

/// The three neighbourhoods.
///
/// # Errors
/// A story that can't be read; a test reads them all.
pub fn stories() -> Result<Vec<Story>, toml::de::Error> {
    [
        include_str!("../../../config/demo/banne.toml"),
        include_str!("../../../config/demo/venserpolder.toml"),
        include_str!("../../../config/demo/wildemanbuurt.toml"),
    ]
    .into_iter()
    .map(toml::from_str)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_story_fits_together() {
        for story in stories().unwrap() {
            let is_known = |name: &String| story.people.contains(name);
            assert!(
                [&story.secretary, &story.chair, &story.resident, &story.council]
                    .into_iter()
                    .all(is_known)
            );
            assert!(story.seats.iter().all(|(_, holder, alternate, _)| {
                is_known(holder) && (alternate.is_empty() || is_known(alternate))
            }));
            assert!((6..=12).contains(&story.proposals.len()), "{}", story.name);
            for told in &story.proposals {
                assert!(is_known(&told.by), "{}", told.by);
                let is_voted =
                    matches!(told.stage, Stage::InVote | Stage::Adopted | Stage::Rejected);
                let is_voted = is_voted && told.asked.is_none();
                let signs = if is_voted { story.seats.len() } else { 0 };
                assert_eq!(told.ballots.chars().count(), signs, "{}", told.title);
                for said in &told.comments {
                    assert!(is_known(&said[0]) && (said.len() == 2 || is_known(&said[2])));
                }
            }
            let in_stage =
                |stage| story.proposals.iter().filter(|told| told.stage == stage).count();
            assert!((2..=3).contains(&in_stage(Stage::InVote)));
            assert!(in_stage(Stage::Adopted) >= 1);
        }
    }
}
