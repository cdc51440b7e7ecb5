use std::path::PathBuf;

use super::{
    Voice,
    failure::{Failure, Outcome},
};
use crate::rules::{
    ballot::Choice,
    record::{self, Check, Finding, Published},
};

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
    let published: Published = serde_json::from_str(&text)
        .map_err(|error| Failure::unreadable(&name, format!("not a record: {error}")))?;
    introduce(&published, voice);
    let findings = record::recount(&published);
    for finding in &findings {
        voice.say(&told(finding));
    }
    let differing = findings.iter().filter(|it| it.differs.is_some()).count();
    let outcome = published.record.tally.outcome;
    if differing == 0 {
        voice.say(&format!("Equal: {outcome}."));
        return Ok(());
    }
    Err(Failure::NotDone(format!("Differs: {differing} of {} checks don't hold.", findings.len())))
}

fn introduce(published: &Published, voice: &mut Voice<'_>) {
    let record = &published.record;
    let of = |choice| record.ballots.iter().filter(|ballot| ballot.choice == choice).count();
    voice.say(&format!(
        "Vote {} of {} in the {}: {}",
        record.vote.number, record.neighbourhood.name, record.vote.body, record.vote.question
    ));
    voice.say(&format!(
        "{} on the roll, {} ballots: {} for, {} against, {} abstain",
        record.roll.len(),
        record.ballots.len(),
        of(Choice::For),
        of(Choice::Against),
        of(Choice::Abstain)
    ));
}

fn told(finding: &Finding) -> String {
    let what = match finding.check {
        Check::Schema => "this program knows this kind of record",
        Check::Hash => "the hash fits the record",
        Check::RollHash => "the roll is the one that was announced at the opening",
        Check::Roll => "nobody stands on the roll twice",
        Check::Ballots => "every ballot is of somebody on the roll, one each",
        Check::Method => "this program knows the counting method",
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
    use crate::rules::record::tests::record;

    fn recounted(file: &Path) -> (String, Outcome) {
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        let outcome = recount(&Recount { file: file.to_owned() }, &mut voice);
        (String::from_utf8(out).unwrap(), outcome)
    }

    fn written(published: &Published) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("record.json");
        std::fs::write(&file, record::write(published).unwrap()).unwrap();
        (folder, file)
    }

    #[test]
    fn an_honest_record_is_equal() {
        let (_folder, file) = written(&record::seal(record()).unwrap());
        let (told, outcome) = recounted(&file);
        assert_eq!(outcome, Ok(()));
        insta::assert_snapshot!(told, @r"
        Vote 1 of Alpha in the council: More bicycle stands
        5 on the roll, 3 ballots: 2 for, 1 against, 0 abstain
          yes  this program knows this kind of record
          yes  the hash fits the record
          yes  the roll is the one that was announced at the opening
          yes  nobody stands on the roll twice
          yes  every ballot is of somebody on the roll, one each
          yes  this program knows the counting method
          yes  every step of the count comes out as written
          yes  the outcome is as written
        Equal: adopted.
        ");
    }

    #[test]
    fn a_changed_ballot_is_said_to_differ_and_where() {
        let mut it = record::seal(record()).unwrap();
        it.record.ballots[0].choice = Choice::Abstain;
        let (_folder, file) = written(&it);
        let (told, outcome) = recounted(&file);
        assert_eq!(outcome.unwrap_err().status(), 1);
        insta::assert_snapshot!(told, @r"
        Vote 1 of Alpha in the council: More bicycle stands
        5 on the roll, 3 ballots: 1 for, 1 against, 1 abstain
          yes  this program knows this kind of record
          NO   the hash fits the record
               the record says sha256:4ba6edea3ce71677e1c930a996fdc7650303d019532d94b7ea5aae718418c223, and hashes to sha256:4da56f44423dec80b4e36866517d49f385baf63637e8361e180566a5452d8b66
          yes  the roll is the one that was announced at the opening
          yes  nobody stands on the roll twice
          yes  every ballot is of somebody on the roll, one each
          yes  this program knows the counting method
          NO   every step of the count comes out as written
               step 1 says Total { count: Count { entitled: 5, in_favour: 2, against: 1, abstain: 0 } }, and counts as Total { count: Count { entitled: 5, in_favour: 1, against: 1, abstain: 1 } }
          NO   the outcome is as written
               outcome says adopted, and counts as tied
        ");
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
