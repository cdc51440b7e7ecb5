//! The stories, as written in `config/demo`.

use serde::Deserialize;

use crate::{
    elections::Phrases,
    rules::{
        ballot::{Mark, Secrecy},
        charter::Charter,
        proposal::{Kind, Stage, Value},
        tally::{group_majority::Condition, method::Method},
    },
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
    /// Two who count ballots on paper; their codes are printed, too.
    pub tellers: Vec<String>,
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
    /// For seats of the council; told after the proposals.
    #[serde(default)]
    pub elections: Vec<Elected>,
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
    /// One sign for each seat that is taken: f for, a against, o abstain, - nothing. Where the council
    /// is asked for its consent: c consents, w with a concern, s stands aside.
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
    /// What must hold besides a majority and what the charter asks for.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// How many days after the vote the council looks at it again, if it is asked for its consent.
    #[serde(default)]
    pub again_in_days: Option<i64>,
    /// What is written with concerns, in their order.
    #[serde(default)]
    pub said: Vec<String>,
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

/// An election for one seat. How far it came follows from its days.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elected {
    pub sector: String,
    pub title: String,
    pub summary: String,
    pub phrases: Phrases,
    /// When it was called, and how long people could stand, and vote.
    pub days_ago: i64,
    pub nominate_days: i64,
    pub vote_days: i64,
    /// Who stands, and what they say of themselves.
    pub candidates: Vec<(String, String)>,
    /// Who asked whom; the other hasn't answered yet.
    #[serde(default)]
    pub asked: Vec<(String, String)>,
    /// What people mark, by places in the list of candidates, and how many of them.
    #[serde(default)]
    pub marks: Vec<String>,
}

/// The marks of some rows one by one, `rank:2>1 * 5`; nothing where one can't be read.
#[must_use]
pub fn marks(rows: &[String]) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    for row in rows {
        let (mark, n) = row.rsplit_once(" * ")?;
        let mark: Mark = mark.parse().ok()?;
        marks.extend(vec![mark; n.parse().ok()?]);
    }
    Some(marks)
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
            let holds = |name: &String| story.seats.iter().any(|(_, holder, ..)| holder == name);
            assert!(story.tellers.len() == 2 && story.tellers.iter().all(is_known));
            for it in &story.elections {
                let asked = it.asked.iter().flat_map(|(by, who)| [by, who]);
                assert!(asked.chain(it.candidates.iter().map(|(name, _)| name)).all(is_known));
                assert!(it.candidates.iter().all(|(name, _)| !holds(name)), "{}", it.title);
                assert!(marks(&it.marks).is_some(), "{}", it.title);
            }
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
