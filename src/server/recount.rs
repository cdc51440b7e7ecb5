use std::path::PathBuf;

use super::{
    Voice,
    failure::{Failure, Outcome},
};
use crate::rules::record::{About, Check, Finding, Published};

/// Count a published vote again, from its record alone.
///
/// Needs no server and no network. Says for every check whether it holds; the exit status is 0 when
/// all do, 1 when something differs, 2 when the file is no record.
#[derive(Debug, clap::Args)]
pub struct Recount {
    /// The record, as it stands below the result page.
    file: PathBuf,
}

/// Recounts a record and says what was found.
///
/// # Errors
/// The file is no record, or something in it differs.
pub fn recount(recount: &Recount, voice: &mut Voice<'_>) -> Outcome {
    let name = recount.file.display().to_string();
    let text = std::fs::read_to_string(&recount.file)
        .map_err(|error| Failure::unreadable(&name, error))?;
    let published = Published::read(&text)
        .map_err(|error| Failure::unreadable(&name, format!("not a record: {error}")))?;
    introduce(&published.about(), voice);
    let findings = published.recount();
    for finding in &findings {
        voice.say(&told(finding));
    }
    let differing = findings.iter().filter(|it| it.differs.is_some()).count();
    if differing == 0 {
        voice.say(&format!("Equal: {}.", published.about().outcome));
        return Ok(());
    }
    Err(Failure::NotDone(format!("Differs: {differing} of {} checks don't hold.", findings.len())))
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
    if !about.chosen.is_empty() {
        voice.say(&format!("Chosen: {}", about.chosen.join("; ")));
    }
}

fn told(finding: &Finding) -> String {
    let what = match finding.check {
        Check::Schema => "this program knows this kind of record",
        Check::Hash => "the hash fits the record",
        Check::RollHash => "the roll is the one that was announced at the opening",
        Check::Roll => "nobody stands on the roll twice",
        Check::TookPart => "everybody who took part stands on the roll, one ballot each",
        Check::Ballots => "every ballot belongs to this vote, and none is there twice",
        Check::Method => "this program knows the counting method",
        Check::Lot => "lots were drawn with the secret that was announced at the opening",
        Check::Tree => "the tree over the ballots has the root that is written",
        Check::Signature => "the signature, where there is one, is of the key that is named",
        Check::Steps => "every step of the count comes out as written",
        Check::Outcome => "the outcome is as written",
    };
    match &finding.differs {
        None => format!("  yes  {what}"),
        Some(differs) => format!("  NO   {what}\n       {differs}"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::rules::{
        ballot::{Choice, Mark},
        record::v2::{self, tests::record},
    };

    fn recounted(file: &Path) -> (String, Outcome) {
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        let outcome = recount(&Recount { file: file.to_owned() }, &mut voice);
        (String::from_utf8(out).unwrap(), outcome)
    }

    fn written(published: &v2::Published) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("record.json");
        std::fs::write(&file, v2::write(published).unwrap()).unwrap();
        (folder, file)
    }

    #[test]
    fn an_honest_record_is_equal() {
        let (_folder, file) = written(&v2::seal(record()).unwrap());
        let (told, outcome) = recounted(&file);
        assert_eq!(outcome, Ok(()));
        insta::assert_snapshot!(told, @r"
        Vote 1 of Alpha in the council: More bicycle stands
        5 on the roll, 3 ballots, counted by majority
          yes  this program knows this kind of record
          yes  the hash fits the record
          yes  the roll is the one that was announced at the opening
          yes  nobody stands on the roll twice
          yes  everybody who took part stands on the roll, one ballot each
          yes  every ballot belongs to this vote, and none is there twice
          yes  the tree over the ballots has the root that is written
          yes  the signature, where there is one, is of the key that is named
          yes  this program knows the counting method
          yes  lots were drawn with the secret that was announced at the opening
          yes  every step of the count comes out as written
          yes  the outcome is as written
        Equal: adopted.
        ");
    }

    #[test]
    fn a_changed_ballot_is_said_to_differ_and_where() {
        let mut it = v2::seal(record()).unwrap();
        it.record.ballots[0].mark = Mark::Choice(Choice::Abstain);
        let (_folder, file) = written(&it);
        let (told, outcome) = recounted(&file);
        assert_eq!(outcome.unwrap_err().status(), 1);
        insta::assert_snapshot!(told, @r#"
        Vote 1 of Alpha in the council: More bicycle stands
        5 on the roll, 3 ballots, counted by majority
          yes  this program knows this kind of record
          NO   the hash fits the record
               the record says sha256:3121c6ece25d7326a441ed85ef3fac806c0ec912171201a4aea7fc45e357a261, and hashes to sha256:31baaec5bf1f242eba96aab2b2ca6ca9bf71c924fe4aa8befac48a56813ca5cd
          yes  the roll is the one that was announced at the opening
          yes  nobody stands on the roll twice
          yes  everybody who took part stands on the roll, one ballot each
          yes  every ballot belongs to this vote, and none is there twice
          NO   the tree over the ballots has the root that is written
               the root of the ballots says sha256:db43a39128a728cc401224dbff04c571b4671ae95ab50730d17abcef20382e25, and counts as sha256:d5a51af6d8fa29b29b2566c2a5585267da7e903beadee0a826138f896a527b8e
          yes  the signature, where there is one, is of the key that is named
          yes  this program knows the counting method
          yes  lots were drawn with the secret that was announced at the opening
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
}
