//! Why the rules say no, as a sentence in the reader's language: one match per rule.

use super::{batches, voters};
use crate::{
    error::Refusal,
    rules::{
        age_quota, candidacy, charter, code, comment, deadline, eligibility, jurisdiction, member,
        paper, partner, permission, proposal, seat, sector, tally::consent, teller, vote, wording,
    },
    web::words::Words,
};

/// A sentence, and the field of a form that it is about.
pub(super) type Fault = (Option<&'static str>, String);

/// Whether signing in helps.
#[must_use]
pub const fn is_about_signing_in(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Permission(permission::Refusal::SignInFirst))
}

/// Every reason behind a refusal.
#[must_use]
pub fn faults(words: &Words, refusal: &Refusal) -> Vec<Fault> {
    match refusal {
        Refusal::Permission(refusal) => vec![(None, of_permission(words, *refusal))],
        Refusal::Wording(refusal) => vec![of_wording(words, *refusal)],
        Refusal::Member(refusals) => refusals.iter().map(|r| of_member(words, r)).collect(),
        Refusal::Code(refusal) => vec![(Some("code"), of_code(words, *refusal))],
        Refusal::Link => vec![(None, words.say("refusal-link"))],
        Refusal::TooOften(too_often) => {
            let at = words.at(too_often.again_at);
            vec![(None, words.with("refusal-too-often", "at", at))]
        }
        Refusal::Charter(refusals) => refusals.iter().map(|r| of_charter(words, r)).collect(),
        Refusal::Sector(refusal) => vec![of_sector(words, refusal)],
        Refusal::Seat(refusal) => vec![(None, of_seat(words, *refusal))],
        Refusal::Proposal(refusal) => of_proposal(words, refusal),
        Refusal::Comment(refusal) => vec![of_comment(words, *refusal)],
        Refusal::Deadline(refusal) => vec![(Some("opens_at"), of_deadline(words, *refusal))],
        Refusal::Vote(refusal) => vec![of_vote(words, *refusal)],
        Refusal::Ballot(refusal) => vec![(None, of_ballot(words, *refusal))],
        Refusal::Addition(_) | Refusal::Proxy(_) | Refusal::Delegation(_) => {
            voters::faults(words, refusal)
        }
        Refusal::Paper(refusal) => vec![(Some("options"), of_paper(words, refusal))],
        Refusal::Teller(refusal) => vec![of_teller(words, *refusal)],
        Refusal::Candidacy(refusal) => vec![of_candidacy(words, *refusal)],
        Refusal::Batch(refusal) => batches::of_batch(words, refusal),
        Refusal::Consent(refusal) => vec![(None, of_consent(words, refusal))],
        Refusal::Partner(refusal) => vec![(Some("handle"), of_partner(words, refusal))],
        Refusal::Jurisdiction(refusal) => vec![(None, of_jurisdiction(words, *refusal))],
    }
}

fn of_permission(words: &Words, refusal: permission::Refusal) -> String {
    match refusal {
        permission::Refusal::SignInFirst => words.say("refusal-sign-in-first"),
        permission::Refusal::NotYours(deed) => words.with("refusal-not-yours", "deed", deed.word()),
    }
}

/// The sentence about a text that is too short or too long.
#[must_use]
pub fn of_wording(words: &Words, refusal: wording::Refusal) -> Fault {
    let field = refusal.field().word();
    let name = words.with("field-name", "field", field);
    let told = |key, have: usize, bound: usize| {
        words.fill(
            key,
            &[("field", name.as_str().into()), ("have", have.into()), ("bound", bound.into())],
        )
    };
    let sentence = match refusal {
        wording::Refusal::Missing { .. } => words.with("wording-missing", "field", &name),
        wording::Refusal::TooShort { have, least, .. } => told("wording-too-short", have, least),
        wording::Refusal::TooLong { have, most, .. } => told("wording-too-long", have, most),
        wording::Refusal::NotText { .. } => words.with("wording-not-text", "field", &name),
    };
    (Some(field), sentence)
}

/// The sentence about an entry on the roll.
#[must_use]
pub fn of_member(words: &Words, refusal: &member::Refusal) -> Fault {
    match refusal {
        member::Refusal::Wording(refusal) => of_wording(words, *refusal),
        member::Refusal::Email => (Some("email"), words.say("refusal-email")),
        member::Refusal::Language(language) => {
            (Some("language"), words.with("refusal-language", "language", language))
        }
        member::Refusal::Birth(year) => {
            (Some("born_in"), words.with("refusal-birth", "year", year.to_string()))
        }
        member::Refusal::Sector(sector) => {
            (Some("sector"), words.with("refusal-sector", "sector", sector))
        }
        member::Refusal::Age => (Some("born_in"), words.say("refusal-age")),
        member::Refusal::LastSecretary => (None, words.say("refusal-last-secretary")),
        member::Refusal::Gone => (None, words.say("refusal-gone")),
    }
}

fn of_code(words: &Words, refusal: code::Refusal) -> String {
    match refusal {
        code::Refusal::WrongLength => words.say("refusal-code-length"),
        code::Refusal::WrongSign => words.say("refusal-code-sign"),
        code::Refusal::Mistyped => words.say("refusal-code-mistyped"),
        code::Refusal::Unknown => words.say("refusal-code-unknown"),
        code::Refusal::Expired { until } => {
            words.with("refusal-code-expired", "day", words.until(until))
        }
        code::Refusal::Replaced { at } => words.with("refusal-code-replaced", "day", words.day(at)),
    }
}

fn of_charter(words: &Words, refusal: &charter::Refusal) -> Fault {
    match refusal {
        charter::Refusal::TooMuch { what, most, .. } => {
            (Some(what), words.with("refusal-charter-too-much", "most", most))
        }
        charter::Refusal::NoThreshold => {
            (Some("support_threshold"), words.say("refusal-charter-threshold"))
        }
        charter::Refusal::Rounds => (
            Some("consent_rounds"),
            words.with("refusal-charter-rounds", "most", charter::ROUNDS_MOST),
        ),
        charter::Refusal::NotAShare { .. } => (None, words.say("refusal-charter-share")),
        charter::Refusal::LessThanHalf => (None, words.say("refusal-charter-half")),
        charter::Refusal::Sector(sector) => (None, words.with("refusal-sector", "sector", sector)),
    }
}

fn of_sector(words: &Words, refusal: &sector::Refusal) -> Fault {
    match refusal {
        sector::Refusal::TooMany(seats) => {
            (Some("seats"), words.with("refusal-sector-seats", "seats", seats))
        }
        sector::Refusal::Key(key) => (Some("key"), words.with("refusal-sector-key", "key", key)),
        sector::Refusal::Wording(refusal) => of_wording(words, *refusal),
        sector::Refusal::SeatsTaken { taken } => {
            (Some("seats"), words.with("refusal-sector-taken", "taken", taken))
        }
        sector::Refusal::Exists => (Some("key"), words.say("refusal-sector-exists")),
    }
}

fn of_seat(words: &Words, refusal: seat::Refusal) -> String {
    let when = |key, at| words.with(key, "at", words.at(at));
    match refusal {
        seat::Refusal::NotHers => words.say("refusal-seat-not-hers"),
        seat::Refusal::HolderPresent => words.say("refusal-seat-holder-present"),
        seat::Refusal::MarkedAbsent { since } => when("refusal-seat-marked-absent", since),
        seat::Refusal::HolderVoted { at } => when("refusal-seat-holder-voted", at),
        seat::Refusal::AlternateVoted { at } => when("refusal-seat-alternate-voted", at),
        seat::Refusal::Voted => words.say("refusal-seat-voted"),
        seat::Refusal::NoAlternate => words.say("refusal-seat-no-alternate"),
        seat::Refusal::SamePerson => words.say("refusal-seat-same-person"),
        seat::Refusal::HasASeat => words.say("refusal-seat-has-a-seat"),
        seat::Refusal::Backwards => words.say("refusal-seat-backwards"),
    }
}

fn of_proposal(words: &Words, refusal: &proposal::Refusal) -> Vec<Fault> {
    let at_stage = |key, stage: proposal::Stage| words.with(key, "stage", stage.word());
    let sentence = match refusal {
        proposal::Refusal::Wording(refusals) => {
            return refusals.iter().map(|refusal| of_wording(words, *refusal)).collect();
        }
        proposal::Refusal::NotNow { stage, .. } => at_stage("refusal-proposal-not-now", *stage),
        proposal::Refusal::NotTheSubmitter => words.say("refusal-proposal-not-the-submitter"),
        proposal::Refusal::Frozen { stage } => at_stage("refusal-proposal-frozen", *stage),
        proposal::Refusal::NotOpenForSupport(stage) => at_stage("refusal-proposal-support", *stage),
        proposal::Refusal::NotOpenForComments(stage) => {
            at_stage("refusal-proposal-comments", *stage)
        }
        proposal::Refusal::OfAnElection => words.say("refusal-proposal-of-an-election"),
    };
    vec![(None, sentence)]
}

fn of_comment(words: &Words, refusal: comment::Refusal) -> Fault {
    match refusal {
        comment::Refusal::Wording(refusal) => of_wording(words, refusal),
        comment::Refusal::TooDeep => (None, words.say("refusal-comment-too-deep")),
        comment::Refusal::Hidden => (None, words.say("refusal-comment-hidden")),
        comment::Refusal::NotHidden => (None, words.say("refusal-comment-not-hidden")),
    }
}

fn of_deadline(words: &Words, refusal: deadline::Refusal) -> String {
    match refusal {
        deadline::Refusal::ReadingPeriod { until } => {
            words.with("refusal-reading-period", "moment", words.moment(until))
        }
        deadline::Refusal::NoticePeriod { until } => {
            words.with("refusal-notice-period", "moment", words.moment(until))
        }
    }
}

/// The sentence about a vote that isn't at the right stage.
pub(super) fn of_vote(words: &Words, refusal: vote::Refusal) -> Fault {
    let when = |key, at| words.with(key, "at", words.at(at));
    match refusal {
        vote::Refusal::NotNow { stage, .. } => {
            (None, words.with("refusal-vote-not-now", "stage", stage.word()))
        }
        vote::Refusal::NotYetOpen { opens_at } => (None, when("refusal-vote-not-yet", opens_at)),
        vote::Refusal::Closed { closed_at } => (None, when("refusal-vote-closed", closed_at)),
        vote::Refusal::EndsAtTime { closes_at } => {
            (None, when("refusal-vote-ends-at-time", closes_at))
        }
        vote::Refusal::Span => {
            let (minutes, days) = (vote::MINUTES_LEAST, vote::DAYS_MOST);
            let span = words.with_two("refusal-vote-span", ("minutes", minutes), ("days", days));
            (Some("closes_at"), span)
        }
        vote::Refusal::NotLater { closes_at } => {
            (Some("closes_at"), when("refusal-vote-not-later", closes_at))
        }
        vote::Refusal::NotWaiting => (None, words.say("refusal-vote-not-waiting")),
        vote::Refusal::Undecided => (Some("choice"), words.say("refusal-vote-undecided")),
        vote::Refusal::ComesBack => (None, words.say("refusal-vote-comes-back")),
        vote::Refusal::NotBack => (None, words.say("refusal-vote-not-back")),
        vote::Refusal::NotDisputable => (None, words.say("refusal-vote-not-disputable")),
        vote::Refusal::TooLateToDispute { until } => {
            (None, when("refusal-vote-too-late-to-dispute", until))
        }
        vote::Refusal::WasNotPresent => (None, words.say("refusal-vote-was-not-present")),
        vote::Refusal::InThePast => (Some("opens_at"), words.say("refusal-vote-past")),
        vote::Refusal::NobodyOnTheRoll => (None, words.say("refusal-vote-nobody")),
        vote::Refusal::Wording(refusal) => of_wording(words, refusal),
    }
}

/// Why somebody can't vote.
#[must_use]
pub fn of_ballot(words: &Words, refusal: eligibility::Refusal) -> String {
    match refusal {
        eligibility::Refusal::Vote(refusal) => of_vote(words, refusal).1,
        eligibility::Refusal::NotOnTheRoll => words.say("refusal-not-on-the-roll"),
        eligibility::Refusal::Seat(seat::Refusal::AlternateVoted { at }) => {
            words.with("refusal-your-alternate-voted", "at", words.at(at))
        }
        eligibility::Refusal::Seat(seat::Refusal::HolderVoted { at }) => {
            words.with("refusal-your-holder-voted", "at", words.at(at))
        }
        eligibility::Refusal::Seat(refusal) => of_seat(words, refusal),
        eligibility::Refusal::Proxy(refusal) => voters::of_proxy(words, refusal),
        eligibility::Refusal::Recused => words.say("refusal-recused"),
        eligibility::Refusal::TookPart { channel } => {
            words.with("refusal-took-part", "channel", channel.word())
        }
        eligibility::Refusal::NotOnThePaper => words.say("refusal-not-on-the-paper"),
    }
}

fn of_paper(words: &Words, refusal: &paper::Refusal) -> String {
    match refusal {
        paper::Refusal::Options { have } => {
            words.with_two("refusal-paper-options", ("have", *have), ("most", paper::OPTIONS_MOST))
        }
        paper::Refusal::NoOptions => words.say("refusal-paper-no-options"),
        paper::Refusal::Title { .. } => {
            words.with("refusal-paper-title", "most", paper::TITLE_MOST)
        }
        paper::Refusal::Twice { title } => words.with("refusal-paper-twice", "title", title),
        paper::Refusal::Money => words.say("refusal-paper-money"),
        paper::Refusal::SectorsInSecret => words.say("refusal-paper-sectors"),
        paper::Refusal::Condition => words.say("refusal-paper-condition"),
        paper::Refusal::ConsentByName => words.say("refusal-paper-consent"),
        paper::Refusal::PersonsInTheOpen => words.say("refusal-paper-persons"),
        paper::Refusal::NotFree => words.say("refusal-paper-not-free"),
        paper::Refusal::EvaluationPast => words.say("refusal-paper-evaluation"),
    }
}

fn of_consent(words: &Words, refusal: &consent::Refusal) -> String {
    match refusal {
        consent::Refusal::OwnObjection => words.say("refusal-consent-own"),
        consent::Refusal::NoObjection(_) => words.say("refusal-consent-no-objection"),
        consent::Refusal::NotInRound(_) | consent::Refusal::Stranger(_) => {
            words.say("refusal-consent-not-in-round")
        }
        consent::Refusal::NoArgument => words.say("sheet-argument-missing"),
        consent::Refusal::EvaluationPast => words.say("refusal-paper-evaluation"),
        consent::Refusal::NotNow(_)
        | consent::Refusal::RoundsOver { .. }
        | consent::Refusal::Version { .. }
        | consent::Refusal::Nobody => words.say("refusal-vote-not-waiting"),
    }
}

fn of_teller(words: &Words, refusal: teller::Refusal) -> Fault {
    match refusal {
        teller::Refusal::NoResult => (None, words.say("refusal-teller-no-result")),
        teller::Refusal::NotInOffice { closed_at } => {
            (None, words.with("refusal-teller-not-in-office", "at", words.at(closed_at)))
        }
        teller::Refusal::Stood => (None, words.say("refusal-teller-stood")),
        teller::Refusal::NotByName => (Some("teller"), words.say("refusal-teller-not-by-name")),
        teller::Refusal::Vote(refusal) => of_vote(words, refusal),
        teller::Refusal::NoKey => (None, words.say("refusal-teller-no-key")),
        teller::Refusal::Mistyped => (Some("code"), words.say("refusal-teller-mistyped")),
        teller::Refusal::AnotherKey => (Some("code"), words.say("refusal-teller-another-key")),
        teller::Refusal::AnotherRecord => {
            (Some("signature"), words.say("refusal-teller-another-record"))
        }
        teller::Refusal::Nothing => (Some("code"), words.say("refusal-teller-nothing")),
    }
}

fn of_quotas(words: &Words, refusal: age_quota::Refusal) -> Fault {
    match refusal {
        age_quota::Refusal::NotByLot => {
            (Some("young_seats"), words.say("refusal-quota-not-by-lot"))
        }
        age_quota::Refusal::Group => {
            let most = age_quota::AGE_MOST;
            (Some("young_seats"), words.with("refusal-quota-group", "most", most))
        }
        age_quota::Refusal::Overlap => (Some("old_age"), words.say("refusal-quota-overlap")),
        age_quota::Refusal::TooMany { asked, seats } => {
            let many = words.with_two("refusal-quota-too-many", ("asked", asked), ("seats", seats));
            (Some("young_seats"), many)
        }
    }
}

fn of_candidacy(words: &Words, refusal: candidacy::Refusal) -> Fault {
    use candidacy::Refusal as It;

    let say = |key| (None, words.say(key));
    match refusal {
        It::NotNow { stage, .. } => {
            (None, words.with("refusal-election-not-now", "stage", stage.word()))
        }
        It::NoSeats => (Some("seats"), words.say("refusal-election-no-seats")),
        It::Quotas(refusal) => of_quotas(words, refusal),
        It::SeatsTaken { free } => {
            (Some("seats"), words.with("refusal-election-seats-taken", "free", free))
        }
        It::Hurried => {
            let hours = candidacy::HOURS_LEAST;
            (Some("nominate_until"), words.with("refusal-election-hurried", "hours", hours))
        }
        It::Backwards => (Some("until_on"), words.say("refusal-election-backwards")),
        It::NominationsClosed { at } => {
            (None, words.with("refusal-election-closed", "at", words.moment(at)))
        }
        It::VoteOpened => say("refusal-election-opened"),
        It::NotInSector => say("refusal-election-sector"),
        It::TooYoung => say("refusal-election-young"),
        It::HasASeat => say("refusal-election-has-a-seat"),
        It::NotACandidate => say("refusal-election-no-candidate"),
        It::NoResultYet => say("refusal-election-no-result"),
        It::Sits => say("refusal-election-sits"),
        It::NoVacancy => say("refusal-election-no-vacancy"),
        It::NobodyLeft => say("refusal-election-nobody-left"),
        It::Wording(refusal) => of_wording(words, refusal),
    }
}

fn of_partner(words: &Words, refusal: &partner::Refusal) -> String {
    match refusal {
        partner::Refusal::NotAHandle(typed) => words.with("refusal-handle", "typed", typed),
        partner::Refusal::Ourselves => words.say("refusal-partner-ourselves"),
        partner::Refusal::Already => words.say("refusal-partner-already"),
        partner::Refusal::NotAPartner => words.say("refusal-partner-none"),
        partner::Refusal::SharedAlready => words.say("refusal-shared-already"),
        partner::Refusal::NotAProposal => words.say("refusal-share-not-a-proposal"),
    }
}

/// Other servers run into these, not people; one sentence will do.
fn of_jurisdiction(words: &Words, _: jurisdiction::Refusal) -> String {
    words.say("refusal-elsewhere")
}
