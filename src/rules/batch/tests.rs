use super::*;
use crate::rules::{
    ballot::{Choice, Mark},
    tally::{approval, majority, majority_v2},
};

fn method(sectors: &[&str]) -> Method {
    let sector_majorities = sectors.iter().map(|key| (*key).to_owned()).collect();
    Method::majority(majority::Rules { quorum: None, majority: None, sector_majorities })
}

fn entry(voters: &[(i64, Option<Choice>)], apart: &[(Choice, u64)]) -> Entry {
    Entry {
        voters: voters.iter().map(|(number, it)| (*number, it.map(Mark::from))).collect(),
        apart: apart.iter().map(|(choice, n)| (Mark::from(*choice), *n)).collect(),
        ..Entry::default()
    }
}

#[test]
fn batches_are_of_paper_post_and_hands() {
    let may =
        |secrecy, channel, papers| announce((secrecy, PaperKind::Choice), channel, papers, 10);
    let consent = (Secrecy::Open, PaperKind::Consent);
    assert_eq!(announce(consent, Channel::Paper, 1, 10), Err(Refusal::Consent));
    for channel in [Channel::Paper, Channel::Post, Channel::Hands] {
        assert_eq!(may(Secrecy::Open, channel, 10), Ok(()));
    }
    for channel in [Channel::Web, Channel::Proxy] {
        assert_eq!(may(Secrecy::Open, channel, 1), Err(Refusal::NoBatches { channel }));
    }
    assert_eq!(may(Secrecy::Secret, Channel::Hands, 1), Err(Refusal::HandsInSecret));
    assert_eq!(may(Secrecy::Secret, Channel::Paper, 1), Ok(()));
    for papers in [0, 11] {
        let refused = Err(Refusal::Papers { papers, most: 10 });
        assert_eq!(may(Secrecy::Open, Channel::Paper, papers), refused);
    }
}

#[test]
fn marks_lie_apart_in_secret_and_where_hands_are_counted() {
    let (open, secret) = (Secrecy::Open, Secrecy::Secret);
    let plain = method(&[]);
    assert_eq!(layout(secret, Channel::Paper, &plain), Layout::Apart);
    assert_eq!(layout(open, Channel::Paper, &plain), Layout::Paired);
    assert_eq!(layout(open, Channel::Hands, &plain), Layout::Apart);
    let second = Method::new(Rules::MajorityV2(majority_v2::Rules::default()));
    assert_eq!(layout(open, Channel::Hands, &second), Layout::Apart);
    // A hand that was counted is of no sector.
    assert_eq!(layout(open, Channel::Hands, &method(&["residents"])), Layout::Paired);
    let ticks = Method::new(Rules::Approval(approval::Rules { seats: 1, fill: false }));
    assert_eq!(layout(open, Channel::Hands, &ticks), Layout::Paired);
}

#[test]
fn two_different_tellers_type_once_each_and_correct_what_differs() {
    let open = (vote::Stage::Open, Stage::Announced);
    let may = |hers, others| turn(open, hers, others, false);
    assert_eq!(may(false, 0), Ok(Turn::First));
    assert_eq!(may(false, 1), Ok(Turn::Second));
    assert_eq!(may(true, 1), Ok(Turn::Correction));
    assert_eq!(may(true, 0), Err(Refusal::HerTurnIsOver));
    assert_eq!(may(false, 2), Err(Refusal::TwoTyped));
    assert_eq!(turn(open, false, 0, true), Err(Refusal::OwnInterest));
    for stage in [Stage::TakenIn, Stage::Discarded] {
        let done = turn((vote::Stage::Closed, stage), false, 0, false);
        assert_eq!(done, Err(Refusal::NotNow { stage }));
    }
    let closed = (vote::Stage::Closed, Stage::Announced);
    assert_eq!(turn(closed, false, 0, false), Ok(Turn::First));
    let counted = (vote::Stage::Counted, Stage::Announced);
    assert!(matches!(turn(counted, false, 0, false), Err(Refusal::Vote(_))));
}

#[test]
fn what_is_typed_adds_up_to_what_was_announced() {
    let plain = method(&[]);
    let checked = |it: &Entry, announced, layout| check(it, announced, layout, &plain, &[]);
    let (yes, no) = (Choice::For, Choice::Against);
    let pairs = entry(&[(1, Some(yes)), (2, Some(no))], &[]);
    assert_eq!(checked(&pairs, 2, Layout::Paired), Ok(()));
    let refused = Err(Refusal::Sum { announced: 3, found: 2 });
    assert_eq!(checked(&pairs, 3, Layout::Paired), refused);
    let aside = Entry { aside: 1, helped: 2, ..pairs.clone() };
    assert_eq!(checked(&aside, 3, Layout::Paired), Ok(()));
    let helped = Entry { helped: 3, ..pairs.clone() };
    let refused = Err(Refusal::Helped { helped: 3, papers: 2 });
    assert_eq!(checked(&helped, 2, Layout::Paired), refused);
    let apart = entry(&[(1, None), (2, None)], &[(yes, 2)]);
    assert_eq!(checked(&apart, 2, Layout::Apart), Ok(()));
    let few = entry(&[(1, None), (2, None)], &[(yes, 1)]);
    assert_eq!(checked(&few, 2, Layout::Apart), Err(Refusal::Unequal { numbers: 2, papers: 1 }));
}

#[test]
fn no_mark_stands_beside_a_number_where_marks_lie_apart_and_none_is_of_another_paper() {
    let plain = method(&[]);
    let yes = Choice::For;
    let pairs = entry(&[(1, Some(yes))], &[]);
    assert_eq!(check(&pairs, 1, Layout::Apart, &plain, &[]), Err(Refusal::Misfit));
    let apart = entry(&[(1, None)], &[(yes, 1)]);
    assert_eq!(check(&apart, 1, Layout::Paired, &plain, &[]), Err(Refusal::Misfit));
    let ticks = Method::new(Rules::Approval(approval::Rules { seats: 1, fill: false }));
    assert_eq!(check(&pairs, 1, Layout::Paired, &ticks, &[]), Err(Refusal::Misfit));
    assert_eq!(check(&apart, 1, Layout::Apart, &ticks, &[]), Err(Refusal::Misfit));
}

#[test]
fn every_number_that_can_not_be_taken_in_is_named_with_its_reason() {
    let before = |channel| Standing { is_recused: false, before: channel };
    let roll = BTreeMap::from([
        (1, before(None)),
        (2, before(Some(Channel::Web))),
        (3, Standing { is_recused: true, before: None }),
        (4, before(Some(Channel::Paper))),
    ]);
    let numbers = [1, 2, 3, 4, 9].map(|number| (number, Some(Choice::For)));
    let admitted = |it: &Entry| admit(it, Secrecy::Open, Channel::Paper, &roll);
    assert_eq!(admitted(&entry(&numbers[..1], &[])), Ok(()));
    let objected = |number, why, channel| Objected { number, why, channel };
    assert_eq!(
        admitted(&entry(&numbers, &[])),
        Err(Refusal::Objections(vec![
            objected(2, Objection::TookPart, Some(Channel::Web)),
            objected(3, Objection::Recused, None),
            objected(4, Objection::TookPart, Some(Channel::Paper)),
            objected(9, Objection::NotOnTheRoll, None),
        ]))
    );
}

#[test]
fn her_own_paper_or_hand_takes_the_place_of_what_was_cast_by_proxy_in_an_open_vote() {
    let (proxy, web) = (Some(Channel::Proxy), Some(Channel::Web));
    let admitted = |secrecy, channel, mark, before| {
        let standing = Standing { is_recused: false, before };
        let paper = entry(&[(1, mark)], &[]);
        admit(&paper, secrecy, channel, &BTreeMap::from([(1, standing)]))
    };
    let yes = Some(Choice::For);
    for channel in [Channel::Paper, Channel::Post] {
        assert_eq!(admitted(Secrecy::Open, channel, yes, proxy), Ok(()));
    }
    assert_eq!(admitted(Secrecy::Open, Channel::Hands, None, proxy), Ok(()));
    assert!(admitted(Secrecy::Open, Channel::Hands, None, web).is_err());
    for channel in [Channel::Paper, Channel::Post] {
        let (number, why) = (1, Objection::TookPart);
        let refused = Refusal::Objections(vec![Objected { number, why, channel: proxy }]);
        assert_eq!(admitted(Secrecy::Secret, channel, None, proxy), Err(refused));
    }
}

#[test]
fn a_number_is_corrected_while_the_batch_waits() {
    let (open, closed) = (vote::Stage::Open, vote::Stage::Closed);
    let may = |vote, batch, papers| correct((vote, batch), 3, papers, 10);
    for vote in [open, closed] {
        assert_eq!(may(vote, Stage::Announced, 4), Ok(()));
        assert_eq!(may(vote, Stage::Announced, 2), Ok(()));
    }
    let same = Err(Refusal::SameNumber { papers: 3 });
    assert_eq!(may(open, Stage::Announced, 3), same);
    for papers in [0, 11] {
        let refused = Err(Refusal::Papers { papers, most: 10 });
        assert_eq!(may(open, Stage::Announced, papers), refused);
    }
    for stage in [Stage::TakenIn, Stage::Discarded] {
        assert_eq!(may(closed, stage, 4), Err(Refusal::NotNow { stage }));
    }
    assert!(matches!(may(vote::Stage::Counted, Stage::Announced, 4), Err(Refusal::Vote(_))));
}

#[test]
fn nothing_is_counted_while_a_batch_waits() {
    assert_eq!(may_count(0), Ok(()));
    assert_eq!(may_count(2), Err(Refusal::Unfinished { batches: 2 }));
}
