//! The sentences of openings and results, in the language of the neighbourhood.

use jiff::tz::TimeZone;

use crate::{
    clock::{self, Instant},
    rules::{outcome::Outcome, tally::majority_v2::Votes},
};

/// A language that this room writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Dutch,
    English,
}

impl Language {
    /// The language of a neighbourhood; Dutch unless it is another one that we know.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        if tag.starts_with("en") { Self::English } else { Self::Dutch }
    }

    /// That a vote is open.
    #[must_use]
    pub const fn is_open(self) -> &'static str {
        match self {
            Self::Dutch => "De stemming is open:",
            Self::English => "The vote is open:",
        }
    }

    /// That a vote that was open doesn't go on.
    #[must_use]
    pub const fn is_cancelled(self) -> &'static str {
        match self {
            Self::Dutch => "De stemming gaat niet door:",
            Self::English => "The vote is cancelled:",
        }
    }

    /// Why something is so.
    #[must_use]
    pub fn because(self, reason: &str) -> String {
        match self {
            Self::Dutch => format!("Reden: {reason}."),
            Self::English => format!("Reason: {reason}."),
        }
    }

    /// Until when one can vote.
    #[must_use]
    pub fn until(self, moment: &str) -> String {
        match self {
            Self::Dutch => format!("Stemmen kan tot {moment}."),
            Self::English => format!("Voting ends on {moment}."),
        }
    }

    /// What came of a vote.
    #[must_use]
    pub const fn outcome(self, outcome: Outcome) -> &'static str {
        match (self, outcome) {
            (Self::Dutch, Outcome::Adopted) => "Uitslag: aangenomen.",
            (Self::Dutch, Outcome::Rejected) => "Uitslag: verworpen.",
            (Self::Dutch, Outcome::Tied) => "Uitslag: verworpen, want de stemmen staken.",
            (Self::Dutch, Outcome::NoQuorum) => {
                "Uitslag: niet aangenomen, het quorum is niet gehaald."
            }
            (Self::Dutch, Outcome::NoVotes) => {
                "Uitslag: niet aangenomen, niemand was voor of tegen."
            }
            (Self::Dutch, Outcome::SectorAgainst) => {
                "Uitslag: niet aangenomen, een geleding die voor moest zijn was dat niet."
            }
            (Self::Dutch, Outcome::Postponed) => {
                "Uitslag: nog niet beslist, er komt een tweede stemming."
            }
            (Self::Dutch, Outcome::NextRound) => {
                "Uitslag: nog niet beslist, er komt een nieuwe ronde."
            }
            (Self::Dutch, Outcome::ToVote) => "Uitslag: geen instemming, er komt een stemming.",
            (Self::Dutch, Outcome::NoConsent) => "Uitslag: niet aangenomen, er is nog bezwaar.",
            // Before these there is no result yet.
            (Self::Dutch, Outcome::ChairDecides | Outcome::ObjectionsStand) => "Nog geen uitslag.",
            (Self::Dutch, Outcome::Chosen) => "Uitslag: gekozen.",
            (Self::Dutch, Outcome::NoneChosen) => {
                "Uitslag: niets gekozen, alles blijft zoals het is."
            }
            (Self::English, Outcome::Postponed) => {
                "Result: not decided yet, there will be a second vote."
            }
            (Self::English, Outcome::NextRound) => {
                "Result: not decided yet, there will be another round."
            }
            (Self::English, Outcome::ToVote) => "Result: no consent, there will be a vote.",
            (Self::English, Outcome::NoConsent) => {
                "Result: not adopted, there is still an objection."
            }
            (Self::English, Outcome::ChairDecides | Outcome::ObjectionsStand) => "No result yet.",
            (Self::English, Outcome::Chosen) => "Result: chosen.",
            (Self::English, Outcome::NoneChosen) => "Result: nothing chosen, all stays as it is.",
            (Self::English, Outcome::Adopted) => "Result: adopted.",
            (Self::English, Outcome::Rejected) => "Result: rejected.",
            (Self::English, Outcome::Tied) => "Result: rejected, because the vote was tied.",
            (Self::English, Outcome::NoQuorum) => "Result: not adopted, too few took part.",
            (Self::English, Outcome::NoVotes) => "Result: not adopted, nobody was for or against.",
            (Self::English, Outcome::SectorAgainst) => {
                "Result: not adopted, a sector that had to be in favour was not."
            }
        }
    }

    /// That the result of another vote came in the place of this one.
    #[must_use]
    pub fn replaced_by(self, number: i64) -> String {
        match self {
            Self::Dutch => {
                format!("Deze uitslag geldt niet meer: stemming {number} kwam ervoor in de plaats.")
            }
            Self::English => {
                format!("This result holds no longer: vote {number} took its place.")
            }
        }
    }

    /// That this result came in the place of that of another vote.
    #[must_use]
    pub fn instead_of(self, number: i64) -> String {
        match self {
            Self::Dutch => format!("Deze stemming kwam in de plaats van stemming {number}."),
            Self::English => format!("This vote took the place of vote {number}."),
        }
    }

    /// The numbers of a result.
    #[must_use]
    pub fn counts(self, votes: Votes) -> String {
        let Votes { in_favour, against, abstain, entitled, present, .. } = votes;
        match self {
            Self::Dutch => format!(
                "{in_favour} voor, {against} tegen, {abstain} onthouding; {present} van \
                 {entitled} stemgerechtigden deden mee."
            ),
            Self::English => format!(
                "{in_favour} for, {against} against, {abstain} abstained; {present} of {entitled} \
                 entitled to vote took part."
            ),
        }
    }

    /// What was chosen, in the order in which it was; nothing where nothing was.
    #[must_use]
    pub fn chosen(self, titles: &[String]) -> String {
        let and = match self {
            Self::Dutch => "en",
            Self::English => "and",
        };
        match titles {
            [] => String::new(),
            [only] => format!("{only}."),
            [others @ .., last] => format!("{} {and} {last}.", others.join(", ")),
        }
    }

    /// A moment in the time of the neighbourhood.
    #[must_use]
    pub fn moment(self, at: Instant, zone: &TimeZone) -> String {
        let local = clock::local(at, zone);
        let month = usize::try_from(local.month() - 1).unwrap_or_default();
        let months = match self {
            Self::Dutch => DUTCH_MONTHS,
            Self::English => ENGLISH_MONTHS,
        };
        let month = months.get(month).copied().unwrap_or_default();
        let (day, year) = (local.day(), local.year());
        let (hour, minute) = (local.hour(), local.minute());
        match self {
            Self::Dutch => format!("{day} {month} {year}, {hour:02}.{minute:02} uur"),
            Self::English => format!("{day} {month} {year}, {hour:02}:{minute:02}"),
        }
    }
}

const DUTCH_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_told_as_a_list() {
        let titles = ["Een bankje", "Drie bomen", "Een moestuin"].map(ToOwned::to_owned);
        let told = Language::Dutch.chosen(&titles);
        assert_eq!(told, "Een bankje, Drie bomen en Een moestuin.");
        assert_eq!(Language::English.chosen(&titles[..1]), "Een bankje.");
        assert_eq!(Language::English.chosen(&[]), "");
    }

    #[test]
    fn a_moment_is_told_in_the_time_of_the_neighbourhood() {
        let at: Instant = "2026-12-01T20:05:00Z".parse().unwrap();
        let amsterdam = TimeZone::get("Europe/Amsterdam").unwrap();
        let dutch = Language::of("nl").moment(at, &amsterdam);
        assert_eq!(dutch, "1 december 2026, 21.05 uur");
        assert_eq!(Language::of("en").moment(at, &TimeZone::UTC), "1 December 2026, 20:05");
    }
}
