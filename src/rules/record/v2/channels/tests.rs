use super::*;
use crate::rules::{
    ballot::Choice,
    record::{
        Check,
        v2::{recount, seal, tests, tree},
    },
};

/// A small open vote: one by web, one on paper, one blank by mail.
fn record() -> Record {
    let mut it = tests::record();
    it.took_part[1].channel = Channel::Paper;
    it.took_part[2].channel = Channel::Post;
    it.ballots[2].mark = Mark::Blank;
    let batch = |number, channel, announced, aside| Batch {
        number,
        channel,
        announced,
        taken_in: 1,
        aside,
        tellers: vec!["Alice".to_owned(), "Bob".to_owned()],
        discarded: None,
    };
    let gone = Batch {
        taken_in: 0,
        tellers: Vec::new(),
        discarded: Some("The box was open".to_owned()),
        ..batch(3, Channel::Paper, 2, 0)
    };
    it.channels = Some(Channels {
        totals: totals(Secrecy::Open, &it.took_part, &it.ballots),
        batches: vec![batch(1, Channel::Paper, 2, 1), batch(2, Channel::Post, 1, 0), gone],
        helped: 2,
    });
    counted(it)
}

/// The same ballots, counted again.
fn counted(mut it: Record) -> Record {
    it.ballots_root = tree(&it.ballots).unwrap().root();
    let (roll, changes) = (&it.roll, &it.changes);
    it.tally = super::super::count(&it.method, &[], roll, changes, &it.ballots, None).unwrap();
    it
}

/// What differs after a change.
fn differing(change: impl FnOnce(&mut Record, &mut Channels)) -> Vec<Check> {
    let mut it = record();
    let mut channels = it.channels.take().unwrap();
    change(&mut it, &mut channels);
    it.channels = Some(channels);
    let findings = recount(&seal(it).unwrap());
    findings.iter().filter(|it| it.differs.is_some()).map(|it| it.check).collect()
}

#[test]
fn an_honest_record_adds_up_channel_by_channel() {
    assert_eq!(differing(|_, _| {}), []);
    let told = |total: &Total| (total.channel, total.took_part, total.blank, total.spoiled);
    assert_eq!(
        record().channels.unwrap().totals.iter().map(told).collect::<Vec<_>>(),
        [
            (Channel::Web, 1, Some(0), Some(0)),
            (Channel::Paper, 1, Some(0), Some(0)),
            (Channel::Post, 1, Some(1), Some(0)),
        ]
    );
}

#[test]
fn a_total_or_a_batch_that_does_not_add_up_shows() {
    let only = [Check::Channels];
    assert_eq!(differing(|_, it| it.totals[0].took_part = 2), only);
    assert_eq!(differing(|_, it| it.totals[2].blank = Some(0)), only);
    assert_eq!(differing(|_, it| it.totals.truncate(2)), only);
    assert_eq!(differing(|_, it| it.batches[0].taken_in = 2), only);
    assert_eq!(differing(|_, it| it.batches[0].aside = 0), only);
    assert_eq!(differing(|_, it| it.batches[1].tellers.truncate(1)), only);
    assert_eq!(differing(|_, it| it.batches[2].taken_in = 1), only);
    assert_eq!(differing(|_, it| it.batches.truncate(1)), only);
    assert_eq!(differing(|_, it| it.helped = 4), only);
}

#[test]
fn a_number_that_was_corrected_is_the_one_that_stands() {
    let corrected = |batch, from, to| {
        move |it: &mut Record, _: &mut Channels| {
            let (at, reason) = (it.vote.opened_at, "One lay under the table".to_owned());
            it.changes.push(Change::BatchCorrected { at, batch, from, to, reason });
        }
    };
    assert_eq!(differing(corrected(1, 3, 2)), []);
    for wrong in [corrected(1, 2, 3), corrected(9, 1, 2)] {
        assert_eq!(differing(wrong), [Check::Channels]);
    }
    let twice = |second: u64| {
        differing(|it, channels| {
            corrected(1, 3, 4)(it, channels);
            corrected(1, second, 2)(it, channels);
        })
    };
    assert_eq!(twice(4), []);
    assert_eq!(twice(3), [Check::Channels]);
}

#[test]
fn another_channel_for_somebody_shows() {
    assert_eq!(differing(|it, _| it.took_part[0].channel = Channel::Post), [Check::Channels]);
}

#[test]
fn hands_lie_apart_in_an_open_vote_and_there_are_as_many_as_people_who_raised_one() {
    let mut it = tests::record();
    it.took_part[0].channel = Channel::Hands;
    it.took_part[1].channel = Channel::Hands;
    for (ballot, id) in it.ballots.iter_mut().zip(["a", "b"]) {
        ballot.voter = None;
        ballot.id = Some(id.to_owned());
    }
    let wrong = |it: Record| {
        let findings = recount(&seal(counted(it)).unwrap());
        findings.iter().filter(|it| it.differs.is_some()).map(|it| it.check).collect::<Vec<_>>()
    };
    assert_eq!(wrong(it.clone()), []);
    let mut other = it.clone();
    other.took_part[1].channel = Channel::Web;
    assert_eq!(wrong(other), [Check::Ballots]);
    let mut other = it.clone();
    other.ballots[1].id = other.ballots[0].id.clone();
    assert_eq!(wrong(other), [Check::Ballots]);
    // Nobody raised a hand: then every ballot has its voter.
    it.took_part[0].channel = Channel::Web;
    it.took_part[1].channel = Channel::Web;
    it.ballots[2].mark = Choice::For.into();
    assert!(wrong(it).contains(&Check::Ballots));
}

#[test]
fn in_a_secret_vote_a_ballot_has_no_channel() {
    let part = |number| Part { number, channel: Channel::Paper };
    let ballot = Ballot { voter: None, id: None, receipt: None, mark: Mark::Blank };
    let told = totals(Secrecy::Secret, &[part(1), part(2)], &[ballot.clone(), ballot]);
    let (channel, took_part) = (Channel::Paper, 2);
    assert_eq!(told, [Total { channel, took_part, blank: None, spoiled: None }]);
}

#[test]
fn a_record_from_before_the_channels_were_told_is_equal_still() {
    let it = tests::record();
    assert!(!serde_json::to_string(&it).unwrap().contains("channels"));
    let findings = recount(&seal(it).unwrap());
    assert!(findings.iter().all(|it| it.differs.is_none()));
}
