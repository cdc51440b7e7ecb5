use std::fmt;

use super::Step;

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Began { round, version, evaluate_on } => write!(
                f,
                "Round {round} begins on version {version}, to be looked at again on {evaluate_on}."
            ),
            Self::Ended { round, consent, concerns, aside, objections, silent } => write!(
                f,
                "Round {round}: {consent} consent, {concerns} consent with a concern, {aside} stand \
                 aside, {objections} object, {silent} are silent."
            ),
            Self::Quorum { least, have, met, .. } => write!(
                f,
                "{have} take part, {least} are needed: {}.",
                if *met { "a quorum" } else { "no quorum" }
            ),
            Self::Stands { objectors } => {
                let objectors: Vec<&str> = objectors.iter().map(String::as_str).collect();
                write!(f, "Objections stand by {}.", objectors.join(", "))
            }
            Self::Withdrawn { by } => write!(f, "{by} takes the objection back."),
            Self::Accepted { by } => write!(f, "{by} accepts this version."),
            Self::NotArgued { objector } => {
                write!(f, "Everybody else finds the objection by {objector} not argued.")
            }
            Self::MeetingEnded { meeting } => {
                write!(f, "Meeting {meeting} ends without a decision.")
            }
            Self::Adopted { version, evaluate_on } => write!(
                f,
                "No objection stands: version {version} is adopted, and looked at again on \
                 {evaluate_on}."
            ),
            Self::GivenUp { rounds, meetings, fallback } => {
                write!(f, "After {rounds} rounds and {meetings} meetings there is no consent")?;
                match fallback {
                    None => write!(f, "."),
                    Some(share) => write!(f, ": a vote needs {}/{}.", share.need, share.of),
                }
            }
        }
    }
}
