use super::*;
use crate::rules::{
    ballot::Choice,
    endorsement::{Purpose, tests::endorse},
    record::{self, Check, SCHEMA},
    tally::majority::{Rules, Share},
};

/// A small open vote in two sectors.
pub fn record() -> Record {
    let roll: Vec<Entry> = (1..=5)
        .map(|number| Entry {
            number,
            sector: Some(if number < 4 { "residents" } else { "business" }.to_owned()),
            seat: None,
            key: format!("key {number}"),
        })
        .collect();
    let cast = [(1, Choice::For), (2, Choice::For), (4, Choice::Against)];
    let ballots: Vec<Ballot> = cast.map(|(voter, choice)| ballot(voter, choice)).to_vec();
    let took_part = cast.map(|(number, _)| Part { number, channel: Channel::Web }).to_vec();
    let method = Method::majority(Rules {
        quorum: Some(Share { need: 1, of: 2 }),
        majority: None,
        sector_majorities: vec!["residents".to_owned()],
    });
    Record {
        schema: SCHEMA.to_owned(),
        version: VERSION,
        program: "translokaal test".to_owned(),
        neighbourhood: Neighbourhood { name: "Alpha".to_owned(), handle: "alpha".to_owned() },
        vote: Vote {
            number: 1,
            url: "https://alpha.example/votes/1".to_owned(),
            body: BodyKind::Council,
            question: "More bicycle stands".to_owned(),
            proposal: 1,
            proposal_version: 1,
            text_hash: "sha256:00".to_owned(),
            secrecy: Secrecy::Open,
            closing: Closing::AtTime,
            opened_at: DateTime::<Utc>::UNIX_EPOCH,
            closed_at: DateTime::<Utc>::UNIX_EPOCH,
            close_reason: None,
            earlier: None,
        },
        charter_version: 1,
        roll_hash: canonical::hash(&roll).unwrap(),
        tally: count(&method, &[], &roll, &[], &ballots, None).unwrap(),
        method,
        options: Vec::new(),
        roll,
        changes: Vec::new(),
        took_part,
        channels: None,
        carried: Vec::new(),
        ballots_root: tree(&ballots).unwrap().root(),
        ballots,
        lot: None,
    }
}

/// The same vote, secret.
pub fn secret() -> Record {
    let mut it = record();
    it.vote.secrecy = Secrecy::Secret;
    for (ballot, id) in it.ballots.iter_mut().zip(["c", "a", "b"]) {
        ballot.voter = None;
        ballot.id = Some(id.to_owned());
        ballot.receipt = Some(canonical::hash_text(id));
    }
    it.method = Method::majority(Rules { quorum: None, majority: None, sector_majorities: vec![] });
    it.tally = count(&it.method, &[], &it.roll, &[], &it.ballots, None).unwrap();
    it.ballots_root = tree(&it.ballots).unwrap().root();
    it
}

fn ballot(voter: i64, choice: Choice) -> Ballot {
    Ballot { voter: Some(voter), id: None, receipt: None, mark: choice.into() }
}

fn differing(record: Record) -> Vec<Check> {
    differing_under(&seal(record).unwrap())
}

fn differing_under(published: &Published) -> Vec<Check> {
    let findings = recount(published);
    findings.iter().filter(|it| it.differs.is_some()).map(|it| it.check).collect()
}

#[test]
fn an_honest_record_is_equal() {
    assert_eq!(differing(record()), []);
    assert_eq!(differing(secret()), []);
}

#[test]
fn a_record_of_version_1_is_recounted_still() {
    let text = include_str!("../samples/v1.json");
    let published = record::Published::read(text).unwrap();
    let wrong = published.recount().into_iter().filter(|it| it.differs.is_some());
    assert_eq!(wrong.collect::<Vec<_>>(), []);
    let changed = text.replacen("\"choice\":\"for\"", "\"choice\":\"against\"", 1);
    let changed = record::Published::read(&changed).unwrap();
    assert!(changed.recount().iter().any(|it| it.differs.is_some()));
}

#[test]
fn what_is_written_can_be_read() {
    for it in [record(), secret()] {
        let published = seal(it).unwrap();
        let text = write(&published).unwrap();
        let read: Published = serde_json::from_str(&text).unwrap();
        assert_eq!(read, published);
        assert_eq!(write(&read).unwrap(), text);
        assert_eq!(root_of(&text), Some(read.record.ballots_root));
    }
}

#[test]
fn a_changed_ballot_shows_even_under_a_new_hash() {
    for mut it in [record(), secret()] {
        it.ballots[0].mark = Choice::Against.into();
        assert_eq!(differing(it.clone()), [Check::Tree, Check::Steps, Check::Outcome]);
        it.ballots_root = tree(&it.ballots).unwrap().root();
        assert_eq!(differing(it), [Check::Steps, Check::Outcome]);
    }
}

#[test]
fn a_changed_ballot_shows_under_the_old_hash() {
    let mut it = seal(record()).unwrap();
    it.record.ballots[0].mark = Choice::Abstain.into();
    assert!(differing_under(&it).contains(&Check::Hash));
}

#[test]
fn a_changed_roll_and_stuffed_ballots_show() {
    let mut it = record();
    it.roll[0].sector = None;
    assert!(differing(it).contains(&Check::RollHash));

    let mut it = record();
    it.ballots.push(ballot(3, Choice::For));
    assert!(differing(it).contains(&Check::Ballots));

    let mut it = record();
    it.ballots.push(it.ballots[0].clone());
    assert!(differing(it).contains(&Check::Ballots));

    let mut it = record();
    it.took_part.push(Part { number: 99, channel: Channel::Paper });
    assert!(differing(it).contains(&Check::TookPart));

    let mut it = record();
    it.roll[1].key = it.roll[0].key.clone();
    assert!(differing(it).contains(&Check::Roll));
}

#[test]
fn in_a_secret_vote_there_are_as_many_ballots_as_people_who_took_part() {
    let mut it = secret();
    it.ballots.push(Ballot { id: Some("d".to_owned()), ..it.ballots[0].clone() });
    assert!(differing(it).contains(&Check::TookPart));

    let mut it = secret();
    it.ballots[1].id = it.ballots[0].id.clone();
    assert!(differing(it).contains(&Check::Ballots));

    let mut it = secret();
    it.ballots[0].voter = Some(1);
    assert!(differing(it).contains(&Check::Ballots));
}

#[test]
fn who_is_recused_has_no_ballot_and_does_not_count_for_the_quorum() {
    let mut it = record();
    let (at, reason) = (DateTime::<Utc>::UNIX_EPOCH, "She lives next door".to_owned());
    it.changes.push(Change::Recused { at, number: 1, reason });
    assert!(differing(it.clone()).contains(&Check::TookPart));
    it.took_part.remove(0);
    it.ballots.remove(0);
    it.ballots_root = tree(&it.ballots).unwrap().root();
    it.tally = count(&it.method, &[], &it.roll, &it.changes, &it.ballots, None).unwrap();
    assert_eq!(it.tally.steps[0]["count"]["entitled"], 4);
    assert_eq!(differing(it), []);
}

#[test]
fn who_was_added_later_is_not_in_the_roll_that_was_announced() {
    let mut it = record();
    it.roll.push(Entry { number: 6, sector: None, seat: None, key: "key 6".to_owned() });
    it.tally = count(&it.method, &[], &it.roll, &[], &it.ballots, None).unwrap();
    assert!(differing(it.clone()).contains(&Check::RollHash));
    let (at, reason) = (DateTime::<Utc>::UNIX_EPOCH, "Left out by mistake".to_owned());
    it.changes.push(Change::Added { at, number: 6, reason });
    assert_eq!(differing(it), []);
}

#[test]
fn an_unknown_method_or_schema_is_said_to_be_unknown() {
    let mut it = record();
    it.method.version = 9;
    it.version = 9;
    let found = differing(it);
    assert!(found.contains(&Check::Schema) && found.contains(&Check::Method), "{found:?}");
}

#[test]
fn a_signature_is_of_the_key_that_is_named_over_this_hash() {
    let mut it = seal(record()).unwrap();
    it.signature = Some(endorse(1, Purpose::Record, &it.hash));
    assert_eq!(differing_under(&it), []);
    it.signature = Some(endorse(1, Purpose::Record, &"another".to_owned()));
    assert_eq!(differing_under(&it), [Check::Signature]);
    it.signature = Some(endorse(1, Purpose::Head, &it.hash));
    assert_eq!(differing_under(&it), [Check::Signature]);
}

#[test]
fn a_ballot_is_shown_to_be_in_the_record() {
    let it = secret();
    let tree = tree(&it.ballots).unwrap();
    let leaf = merkle::leaf(canonical::write(&it.ballots[1]).unwrap().as_bytes());
    let path = tree.inclusion(1).unwrap();
    assert!(merkle::included(leaf, 1, 3, &path, &it.ballots_root));
    assert!(!merkle::included(leaf, 0, 3, &path, &it.ballots_root));
}
