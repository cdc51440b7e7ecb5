use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{
    Voice,
    failure::{Failure, Outcome},
    follow,
};
use crate::rules::{
    outcome,
    record::{About, Finding, Published, proof},
};

/// Count a published vote again, from its record alone.
///
/// Needs no server and no network. Says for every check whether it holds, and what that means. The
/// exit status is 0 when all hold, 1 when something differs, 2 when the file is no record.
#[derive(Debug, clap::Args)]
pub struct Recount {
    /// Print JSON: `equal`, `about` and `checks`, each with `holds`, `claim`, `meaning` and, where it
    /// doesn't hold, `differs`.
    #[arg(long)]
    json: bool,
    /// Make the proof of every ballot, too, and check each as the voter does who holds it.
    #[arg(long)]
    proofs: bool,
    /// Who follows in the seats of an election, as it stands on its page: counted from the record.
    #[arg(long, value_name = "FILE")]
    countback: Option<PathBuf>,
    /// The record, as it stands below the result page; or a drawing of lots for seats.
    file: PathBuf,
}

/// What is printed as JSON.
#[derive(Serialize)]
struct Told<'a> {
    equal: bool,
    about: About<'a>,
    outcome: outcome::Outcome,
    checks: Vec<Checked<'a>>,
    /// How many ballots have a proof that holds, if that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    proven: Option<usize>,
}

#[derive(Serialize)]
struct Checked<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    holds: bool,
    claim: &'static str,
    meaning: &'static str,
}

/// Recounts a record and says what was found.
///
/// # Errors
/// The file is no record, or something in it differs.
pub fn recount(recount: &Recount, voice: &mut Voice<'_>) -> Outcome {
    if let Some(drawn) = follow::drawing(&recount.file) {
        return follow::draw_again(&drawn, voice);
    }
    let published = read(&recount.file)?;
    let (about, findings) = (published.about(), published.recount());
    let differing = findings.iter().filter(|it| it.differs.is_some()).count();
    let proven = match &published {
        Published::V2(published) if recount.proofs => Some(proof::proven(published)),
        _ => None,
    };
    let unproven = proven.map_or(0, |proven| about.ballots.saturating_sub(proven));
    let equal = differing == 0 && unproven == 0;
    if recount.json {
        let checks = findings.iter().map(checked).collect();
        let told = Told { equal, outcome: about.outcome, about, checks, proven };
        let name = recount.file.display();
        let json = serde_json::to_string_pretty(&told).map_err(|it| Failure::not_done(name, it))?;
        voice.say(&json);
    } else {
        introduce(&about, voice);
        findings.iter().for_each(|finding| voice.say(&told(finding)));
        if let Some(proven) = proven {
            voice.say(&format!("{proven} of {} ballots have a proof that holds", about.ballots));
        }
        if equal {
            voice.say(&format!("Equal: {}.", published.about().outcome));
        }
    }
    if equal {
        let file = recount.countback.as_ref();
        return file.map_or(Ok(()), |file| follow::count_back(file, &published, voice));
    }
    Err(Failure::NotDone(match unproven {
        0 => format!("Differs: {differing} of {} checks don't hold.", findings.len()),
        _ => format!("Differs: {differing} checks and {unproven} proofs don't hold."),
    }))
}

/// Reads a record from a file.
///
/// # Errors
/// The file is no record, with line and column.
pub fn read(file: &Path) -> Outcome<Published> {
    let name = file.display();
    let text = std::fs::read_to_string(file).map_err(|error| Failure::unreadable(name, error))?;
    let name = file.display();
    Published::read(&text)
        .map_err(|error| Failure::unreadable(name, format!("not a record: {error}")))
}

fn introduce(about: &About<'_>, voice: &mut Voice<'_>) {
    voice.say(&format!(
        "Vote {} of {} in the {}: {}",
        about.number, about.neighbourhood, about.body, about.question
    ));
    voice.say(&format!(
        "{} on the roll, {} ballots, counted by {}",
        about.entitled, about.ballots, about.method
    ));
    if let Some(key) = &about.signed_by {
        voice.say(&format!("Signed with the key {key}"));
    }
    for (name, key) in &about.tellers {
        voice.say(&format!("Signed by the teller {name} with the key {key}"));
    }
    if !about.chosen.is_empty() {
        voice.say(&format!("Chosen: {}", about.chosen.join("; ")));
    }
}

const fn checked(finding: &Finding) -> Checked<'_> {
    let check = finding.check;
    let (claim, meaning) = (check.claim(), check.meaning());
    Checked { finding, holds: finding.differs.is_none(), claim, meaning }
}

/// A check in words.
pub fn told(finding: &Finding) -> String {
    let (claim, meaning) = (finding.check.claim(), finding.check.meaning());
    match &finding.differs {
        None => format!("  yes  {claim}\n       {meaning}"),
        Some(differs) => format!("  NO   {claim}\n       {differs}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{
        ballot::{Choice, Mark},
        record::{
            draw, succession,
            v2::{self, tests::record},
        },
    };

    fn run(file: &Path, json: bool, proofs: bool) -> (String, Outcome) {
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        let it = Recount { json, proofs, countback: None, file: file.to_owned() };
        let outcome = recount(&it, &mut voice);
        (String::from_utf8(out).unwrap(), outcome)
    }

    fn recounted(file: &Path) -> (String, Outcome) {
        run(file, false, false)
    }

    /// The lines that say whether a check holds.
    fn verdicts(told: &str) -> Vec<&str> {
        told.lines().filter(|line| line.starts_with("  yes") || line.starts_with("  NO")).collect()
    }

    fn written(published: &v2::Published) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("record.json");
        std::fs::write(&file, v2::write(published).unwrap()).unwrap();
        (folder, file)
    }

    #[test]
    fn an_honest_record_is_equal_and_every_check_says_what_it_means() {
        let (_folder, file) = written(&v2::seal(record()).unwrap());
        let (told, outcome) = recounted(&file);
        assert_eq!(outcome, Ok(()));
        insta::assert_snapshot!(verdicts(&told).join("\n"), @r"
        yes  this program knows this kind of record
        yes  the hash fits the record
        yes  the roll is the one that was announced at the opening
        yes  nobody stands on the roll twice
        yes  everybody who took part stands on the roll, one ballot each
        yes  the totals of every channel and batch add up to the ballots
        yes  every ballot belongs to this vote, and none is there twice
        yes  the tree over the ballots has the root that is written
        yes  the signature, where there is one, is of the key that is named
        yes  every teller's signature is of the key that stands with her name
        yes  this program knows the counting method
        yes  lots were drawn with the secret that was announced at the opening
        yes  every step of the count comes out as written
        yes  the outcome is as written
        ");
        assert!(told.starts_with("Vote 1 of Alpha in the council: More bicycle stands\n5 on the"));
        assert!(told.contains("\n       Counting these ballots again gives the same numbers"));
        assert!(told.ends_with("Equal: adopted.\n"), "{told}");
    }

    #[test]
    fn the_same_is_told_to_programs() {
        let mut it = v2::seal(record()).unwrap();
        it.tellers.clear();
        let (_folder, file) = written(&it);
        let (told, outcome) = run(&file, true, true);
        assert_eq!(outcome, Ok(()));
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert_eq!((&told["equal"], &told["proven"]), (&true.into(), &3.into()));
        assert_eq!(told["about"]["question"], "More bicycle stands");
        let checks = told["checks"].as_array().unwrap();
        assert!(checks.iter().all(|it| it["holds"] == true && it["meaning"].is_string()));
        it.record.ballots[0].mark = Mark::Choice(Choice::Abstain);
        let (_folder, file) = written(&it);
        let (told, outcome) = run(&file, true, true);
        assert_eq!(outcome.unwrap_err().status(), 1);
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert_eq!((&told["equal"], &told["proven"]), (&false.into(), &0.into()));
        let hash = &told["checks"][1];
        assert_eq!((&hash["check"], &hash["holds"]), (&"hash".into(), &false.into()));
        assert!(hash["differs"].as_str().unwrap().starts_with("the record says sha256:"));
    }

    #[test]
    fn a_changed_ballot_is_said_to_differ_and_where() {
        let mut it = v2::seal(record()).unwrap();
        it.record.ballots[0].mark = Mark::Choice(Choice::Abstain);
        let (_folder, file) = written(&it);
        let (told, outcome) = recounted(&file);
        assert_eq!(outcome.unwrap_err().status(), 1);
        let lines: Vec<&str> = told.lines().collect();
        let differing = lines.windows(2).filter(|pair| pair[0].starts_with("  NO"));
        let differing: Vec<&str> = differing.flatten().copied().collect();
        insta::assert_snapshot!(differing.join("\n"), @r#"
        NO   the hash fits the record
             the record says sha256:3121c6ece25d7326a441ed85ef3fac806c0ec912171201a4aea7fc45e357a261, and hashes to sha256:31baaec5bf1f242eba96aab2b2ca6ca9bf71c924fe4aa8befac48a56813ca5cd
        NO   the tree over the ballots has the root that is written
             the root of the ballots says sha256:db43a39128a728cc401224dbff04c571b4671ae95ab50730d17abcef20382e25, and counts as sha256:d5a51af6d8fa29b29b2566c2a5585267da7e903beadee0a826138f896a527b8e
        NO   every step of the count comes out as written
             step 1 says "All together: 5 on the roll, 2 for, 1 against, 0 abstained.", and counts as "All together: 5 on the roll, 1 for, 1 against, 1 abstained."
        NO   the outcome is as written
             outcome says adopted, and counts as tied
        "#);
    }

    #[test]
    fn what_is_no_record_is_unreadable_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("record.json");
        assert_eq!(recounted(&file).1.unwrap_err().status(), 2);
        std::fs::write(&file, "{\n  \"record\": 3\n}").unwrap();
        let failure = recounted(&file).1.unwrap_err();
        assert_eq!(failure.status(), 2);
        assert!(failure.to_string().contains("at line 2"), "{failure}");
    }

    fn counted_back(record: &str, countback: Option<&str>) -> (String, Outcome) {
        let folder = tempfile::tempdir().unwrap();
        let keep = |name: &str, text: &str| {
            let file = folder.path().join(name);
            std::fs::write(&file, text).unwrap();
            file
        };
        let file = keep("record.json", record);
        let countback = countback.map(|text| keep("1.json", text));
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        let outcome = recount(&Recount { json: false, proofs: false, file, countback }, &mut voice);
        (String::from_utf8(out).unwrap(), outcome)
    }

    #[test]
    fn who_follows_is_counted_from_the_record_and_a_changed_file_differs() {
        let (record, mut it) = succession::tests::elected();
        let record = v2::write(&record).unwrap();
        let text = |it: &succession::Published| serde_json::to_string(it).unwrap();
        let (told, outcome) = counted_back(&record, Some(&text(&it)));
        assert_eq!(outcome, Ok(()), "{told}");
        assert!(told.contains("Gone: ALICE\nElected: BOB\nAlternates in order: CAROL"), "{told}");
        assert!(told.contains("Equal: counted again."), "{told}");
        it.succession.followed.elected = vec!["carol".to_owned()];
        let (told, outcome) = counted_back(&record, Some(&text(&it)));
        assert_eq!(outcome.unwrap_err().status(), 1, "{told}");
        let (_, outcome) = counted_back(&record, Some("{}"));
        assert_eq!(outcome.unwrap_err().status(), 2);
    }

    #[test]
    fn a_drawing_is_drawn_again_from_its_file_alone() {
        let mut it = draw::tests::drawn();
        let text = |it: &draw::Published| serde_json::to_string(it).unwrap();
        let (told, outcome) = counted_back(&text(&it), None);
        assert_eq!(outcome, Ok(()), "{told}");
        assert!(
            told.starts_with("Drawing for election 1 of Alpha: 1 seats of residents, 3 people")
        );
        assert!(told.contains("Equal: drawn again."), "{told}");
        it.draw.order.reverse();
        assert_eq!(counted_back(&text(&it), None).1.unwrap_err().status(), 1);
    }

    #[test]
    fn a_drawing_within_quotas_is_drawn_again_with_its_lottery() {
        let mut it = draw::tests::within_quotas();
        let text = |it: &draw::Published| serde_json::to_string(it).unwrap();
        let (told, outcome) = counted_back(&text(&it), None);
        assert_eq!(outcome, Ok(()), "{told}");
        assert!(told.contains("All 1000 panels have 1 of 3 people and meet 1 quotas."), "{told}");
        assert!(told.contains("age is under-30: 1, between 1 and 1."), "{told}");
        assert!(told.contains("every panel of the lottery meets the quotas"), "{told}");
        it.draw.lottery.as_mut().unwrap().rules.quotas[0].min = 0;
        assert_eq!(counted_back(&text(&it), None).1.unwrap_err().status(), 1);
    }
}
