//! What may be put on a ballot paper.

use std::collections::BTreeSet;

use super::{
    ballot::{Secrecy, is_key},
    tally::method::{Method, Opt, Rules},
};

/// Most options on a ballot paper: more can't be read on a phone.
pub const OPTIONS_MOST: usize = 200;
/// Longest title of an option, in characters.
pub const TITLE_MOST: usize = 200;

/// Why a ballot paper can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{have} options; two at least and {OPTIONS_MOST} at most")]
    Options { have: usize },
    #[error("there are no options in a vote for or against")]
    NoOptions,
    #[error("an option of {have} characters; one at least and {TITLE_MOST} at most")]
    Title { have: usize },
    #[error("the option {title} is there twice")]
    Twice { title: String },
    #[error("a secret vote can't show the sectors, so it can't ask for a majority in one")]
    SectorsInSecret,
}

/// Checks a ballot paper. Ballots of a secret vote have no sector: in a small sector it would tell
/// who voted what.
///
/// # Errors
/// The first [`Refusal`] that holds.
pub fn check(secrecy: Secrecy, method: &Method, options: &[Opt]) -> Result<(), Refusal> {
    if method.has_options() {
        return check_options(options);
    }
    let asks_sectors = match &method.rules {
        Rules::Majority(rules) => !rules.sector_majorities.is_empty(),
    };
    match (options.is_empty(), secrecy) {
        (false, _) => Err(Refusal::NoOptions),
        (true, Secrecy::Secret) if asks_sectors => Err(Refusal::SectorsInSecret),
        (true, _) => Ok(()),
    }
}

fn check_options(options: &[Opt]) -> Result<(), Refusal> {
    if !(2..=OPTIONS_MOST).contains(&options.len()) {
        return Err(Refusal::Options { have: options.len() });
    }
    let mut keys = BTreeSet::new();
    let mut titles = BTreeSet::new();
    for option in options {
        let have = option.title.chars().count();
        if option.title.trim().is_empty() || have > TITLE_MOST {
            return Err(Refusal::Title { have });
        }
        if !is_key(&option.key) || !keys.insert(&option.key) || !titles.insert(&option.title) {
            return Err(Refusal::Twice { title: option.title.clone() });
        }
    }
    Ok(())
}
