use proptest::prelude::*;

use super::*;

const EVERYBODY: [&str; 4] = ["alice", "bob", "carol", "dora"];

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, n).unwrap()
}

fn participants() -> BTreeSet<String> {
    EVERYBODY.iter().map(|name| (*name).to_owned()).collect()
}

fn says(by: &str, answer: Answer) -> Event {
    Event::Answered { by: by.to_owned(), answer }
}

fn objects(by: &str) -> Event {
    says(by, Answer::Objection { argument: "The street would be closed to ambulances.".to_owned() })
}

fn not_argued(objector: &str, by: &str) -> Event {
    Event::NotArgued { objector: objector.to_owned(), by: by.to_owned() }
}

fn withdraws(by: &str) -> Event {
    Event::Withdrawn { by: by.to_owned() }
}

const fn amended(version: u32, evaluate_on: NaiveDate) -> Event {
    Event::Amended { version, evaluate_on }
}

/// A whole round in which these answer.
fn round(answers: &[Event]) -> Vec<Event> {
    let mut events = vec![Event::Clarified, Event::Reacted];
    events.extend_from_slice(answers);
    events.push(Event::RoundClosed { on: day(1) });
    events
}

fn all_consent_but(objector: &str) -> Vec<Event> {
    let others = EVERYBODY.iter().filter(|name| **name != objector);
    let mut answers: Vec<Event> = others.map(|name| says(name, Answer::Consent)).collect();
    answers.push(objects(objector));
    round(&answers)
}

fn follow(rules: &Rules, events: &[Event]) -> Result<Tally, Refusal> {
    count(rules, &participants(), day(24), events)
}

fn outcome(events: &[Event]) -> Outcome {
    follow(&Rules::default(), events).unwrap().outcome
}

fn told(events: &[Event]) -> Vec<String> {
    let tally = follow(&Rules::default(), events).unwrap();
    tally.steps.iter().map(ToString::to_string).collect()
}

#[test]
fn without_an_objection_it_is_adopted_and_concerns_are_kept() {
    let concern = "Who waters the trees?".to_owned();
    let events = round(&[
        says("alice", Answer::Consent),
        says("bob", Answer::ConsentWithConcern { concern: concern.clone() }),
        says("carol", Answer::StandAside),
    ]);
    let tally = follow(&Rules::default(), &events).unwrap();
    assert_eq!(tally.outcome, Outcome::Adopted);
    assert_eq!(tally.concerns.get("bob"), Some(&concern));
    assert_eq!(
        told(&events),
        [
            "Round 1 begins on version 1, to be looked at again on 2026-12-24.",
            "Round 1: 1 consent, 1 consent with a concern, 1 stand aside, 0 object, 1 are silent.",
            "3 take part, 2 are needed: a quorum.",
            "No objection stands: version 1 is adopted, and looked at again on 2026-12-24.",
        ]
    );
    let text = serde_json::to_string(&tally).unwrap();
    assert_eq!(serde_json::from_str::<Tally>(&text).unwrap(), tally);
}

#[test]
fn one_objection_is_enough_and_only_its_author_takes_it_back() {
    let mut events = all_consent_but("dora");
    assert_eq!(outcome(&events), Outcome::Open);
    let by_the_chair = [events.clone(), vec![withdraws("alice")]].concat();
    let refused = follow(&Rules::default(), &by_the_chair);
    assert_eq!(refused, Err(Refusal::NoObjection("alice".to_owned())));
    events.push(withdraws("dora"));
    assert_eq!(outcome(&events), Outcome::Adopted);
}

#[test]
fn an_objection_needs_an_argument() {
    let answer = Answer::Objection { argument: " ".to_owned() };
    let events = round(&[says("alice", answer)]);
    assert_eq!(follow(&Rules::default(), &events), Err(Refusal::NoArgument));
}

#[test]
fn everybody_else_finds_it_not_argued_never_the_chair_alone() {
    let mut events = all_consent_but("dora");
    events.push(not_argued("dora", "alice"));
    events.push(not_argued("dora", "bob"));
    assert_eq!(outcome(&events), Outcome::Open);
    events.push(not_argued("dora", "carol"));
    assert_eq!(outcome(&events), Outcome::Adopted);
    let own = [all_consent_but("dora"), vec![not_argued("dora", "dora")]].concat();
    assert_eq!(follow(&Rules::default(), &own), Err(Refusal::OwnObjection));
    let alone = round(&[says("alice", Answer::Consent), objects("dora")]);
    let alone = [alone, vec![not_argued("dora", "alice")]].concat();
    assert_eq!(outcome(&alone), Outcome::Open);
    let absent = [alone, vec![not_argued("dora", "bob")]].concat();
    assert_eq!(follow(&Rules::default(), &absent), Err(Refusal::NotInRound("bob".to_owned())));
}

#[test]
fn an_amended_version_is_put_to_everybody_and_its_author_accepts_it() {
    let accepted = round(&EVERYBODY.map(|name| says(name, Answer::Consent)));
    let events = [all_consent_but("dora"), vec![amended(2, day(25))], accepted].concat();
    assert_eq!(outcome(&events), Outcome::Adopted);
    assert!(told(&events).contains(&"dora accepts this version.".to_owned()));
    let last = told(&events).pop().unwrap();
    assert!(last.contains("version 2 is adopted"), "{last}");
}

#[test]
fn an_objector_who_stays_silent_still_objects() {
    for silence in [Silence::Explicit, Silence::Lazy] {
        let rules = Rules { silence, ..Rules::default() };
        let others = ["alice", "bob", "carol"].map(|name| says(name, Answer::Consent));
        let events = [all_consent_but("dora"), vec![amended(2, day(25))], round(&others)].concat();
        assert_eq!(follow(&rules, &events).unwrap().outcome, Outcome::Open);
    }
}

#[test]
fn silence_is_consent_only_where_the_charter_says_so() {
    let events = round(&[]);
    assert_eq!(outcome(&events), Outcome::Open);
    let rules = Rules { silence: Silence::Lazy, ..Rules::default() };
    assert_eq!(follow(&rules, &events).unwrap().outcome, Outcome::Adopted);
}

#[test]
fn without_a_quorum_the_round_is_held_again() {
    let one = round(&[says("alice", Answer::Consent)]);
    assert_eq!(outcome(&one), Outcome::Open);
    let more = round(&[says("alice", Answer::Consent), says("bob", Answer::Consent)]);
    assert_eq!(outcome(&[one, vec![Event::HeldAgain], more].concat()), Outcome::Adopted);
}

#[test]
fn after_three_rounds_it_ends_or_goes_to_a_vote() {
    let mut events = all_consent_but("dora");
    assert!(follow(&Rules::default(), &[events.clone(), vec![Event::GivenUp]].concat()).is_err());
    for version in [2, 3] {
        events.push(amended(version, day(25)));
        events.extend(all_consent_but("dora"));
    }
    let fourth = [events.clone(), vec![amended(4, day(25))]].concat();
    assert_eq!(follow(&Rules::default(), &fourth), Err(Refusal::RoundsOver { rounds: 3 }));
    events.push(Event::GivenUp);
    assert_eq!(outcome(&events), Outcome::NoConsent);
    let fallback = Some(Share { need: 3, of: 4 });
    let to_vote = follow(&Rules { fallback, ..Rules::default() }, &events).unwrap();
    assert_eq!(to_vote.outcome, Outcome::ToVote);
    let last = to_vote.steps.last().unwrap().to_string();
    assert_eq!(last, "After 3 rounds and 0 meetings there is no consent: a vote needs 3/4.");
}

#[test]
fn after_two_meetings_it_ends() {
    let mut events = vec![Event::MeetingEnded, Event::Clarified];
    assert_eq!(outcome(&events), Outcome::Open);
    events.push(Event::MeetingEnded);
    assert_eq!(outcome(&events), Outcome::NoConsent);
    events.push(Event::Reacted);
    assert_eq!(follow(&Rules::default(), &events), Err(Refusal::NotNow(Phase::Over)));
}

#[test]
fn a_round_that_goes_on_from_one_meeting_ends_with_the_second() {
    let turn = |meetings| Turn {
        rules: Rules::default(),
        round: 1,
        version: 1,
        evaluate_on: day(9),
        standing: BTreeMap::new(),
        meetings,
    };
    let objects = || {
        let argument = "Not safe".to_owned();
        [("alice".to_owned(), Answer::Objection { argument }), ("bob".to_owned(), Answer::Consent)]
    };
    let ended = |meetings, meeting_ended| {
        let after = [After::Ended { meeting_ended }];
        turn(meetings).count(&participants(), objects(), after).unwrap().tally.outcome
    };
    assert_eq!(ended(0, false), Outcome::Open);
    assert_eq!(ended(0, true), Outcome::Open);
    // Another round in the second meeting is still possible.
    assert_eq!(ended(1, false), Outcome::Open);
    assert_eq!(ended(1, true), Outcome::NoConsent);
    let text = serde_json::to_string(&turn(0)).unwrap();
    assert!(!text.contains("meetings\":0") && serde_json::from_str::<Turn>(&text).is_ok());
}

#[test]
fn what_is_adopted_is_looked_at_again_later() {
    let events = round(&[says("alice", Answer::Consent), says("bob", Answer::Consent)]);
    let past = count(&Rules::default(), &participants(), day(1), &events);
    assert_eq!(past, Err(Refusal::EvaluationPast));
}

#[test]
fn one_thing_after_the_other_and_only_by_participants() {
    let early = vec![says("alice", Answer::Consent)];
    assert_eq!(follow(&Rules::default(), &early), Err(Refusal::NotNow(Phase::Clarifying)));
    let stranger = round(&[says("zoe", Answer::Consent)]);
    let refused = follow(&Rules::default(), &stranger);
    assert_eq!(refused, Err(Refusal::Stranger("zoe".to_owned())));
    let skipped = [all_consent_but("dora"), vec![amended(3, day(25))]].concat();
    assert_eq!(follow(&Rules::default(), &skipped), Err(Refusal::Version { expected: 2 }));
}

fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    let objection = Answer::Objection { argument: "No way out.".to_owned() };
    let all = vec![None, Some(Answer::Consent), Some(Answer::StandAside), Some(objection)];
    proptest::sample::select(all)
}

proptest! {
    #[test]
    fn nothing_is_adopted_over_an_objection(
        answers in proptest::array::uniform4(any_answer()),
        silence in proptest::sample::select(Silence::ALL.to_vec()),
    ) {
        let given: Vec<Event> = EVERYBODY
            .iter()
            .zip(&answers)
            .filter_map(|(name, answer)| Some(says(name, answer.clone()?)))
            .collect();
        let mut turned = given.clone();
        turned.reverse();
        let rules = Rules { silence, ..Rules::default() };
        let tally = follow(&rules, &round(&given)).unwrap();
        let objects = answers.iter().flatten().any(|it| matches!(it, Answer::Objection { .. }));
        prop_assert!(!objects || tally.outcome == Outcome::Open);
        prop_assert_eq!(follow(&rules, &round(&turned)).unwrap(), tally);
    }
}
