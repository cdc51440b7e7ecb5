//! What may be put on a ballot paper.

use std::collections::BTreeSet;

use super::{
    ballot::{BodyKind, Secrecy, is_key},
    tally::{
        group_majority::Condition,
        method::{Method, Opt, PaperKind, Rules},
    },
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
    #[error("every option has a price, and there is something to spend")]
    Money,
    #[error("a secret vote can't show the sectors, so it can't ask for a majority in one")]
    SectorsInSecret,
    #[error("one of the conditions can never hold")]
    Condition,
    #[error("consent is asked in an open vote of the council")]
    ConsentByName,
    #[error("a person is chosen in secret")]
    PersonsInTheOpen,
    #[error("nobody else may be named in this round")]
    NotFree,
    #[error("it is looked at again after the end of the vote")]
    EvaluationPast,
}

/// Checks a ballot paper. Ballots of a secret vote have no sector: in a small sector it would tell
/// who voted what. Consent is given by name, so that an objection can be answered.
///
/// # Errors
/// The first [`Refusal`] that holds.
pub fn check(
    (body, secrecy): (BodyKind, Secrecy),
    method: &Method,
    options: &[Opt],
) -> Result<(), Refusal> {
    let asks_groups = match &method.rules {
        Rules::Majority(rules) => !rules.sector_majorities.is_empty(),
        Rules::GroupMajority(rules) => rules.groups().next().is_some(),
        _ => false,
    };
    if let Rules::GroupMajority(rules) = &method.rules
        && !rules.conditions.iter().all(Condition::is_sound)
    {
        return Err(Refusal::Condition);
    }
    match method.paper() {
        PaperKind::Choice | PaperKind::Consent if !options.is_empty() => Err(Refusal::NoOptions),
        PaperKind::Choice if asks_groups && secrecy == Secrecy::Secret => {
            Err(Refusal::SectorsInSecret)
        }
        PaperKind::Consent if body != BodyKind::Council || secrecy != Secrecy::Open => {
            Err(Refusal::ConsentByName)
        }
        PaperKind::One if secrecy == Secrecy::Open => Err(Refusal::PersonsInTheOpen),
        PaperKind::Choice | PaperKind::Consent => Ok(()),
        _ => check_options(options).and_then(|()| check_money(method, options)),
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

/// Where money is divided there is some, and everything has its price.
fn check_money(method: &Method, options: &[Opt]) -> Result<(), Refusal> {
    let has_prices = options.iter().all(|option| option.cost.is_some());
    match method.paper() {
        PaperKind::Money if !has_prices || method.budget.unwrap_or_default() == 0 => {
            Err(Refusal::Money)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tally::{
        approval,
        consent::{self, Turn},
        equal_shares,
        group_majority::{self, Silent},
        majority::Share,
        persons,
    };

    fn option(key: &str, title: &str, cost: Option<u64>) -> Opt {
        Opt { key: key.to_owned(), title: title.to_owned(), cost }
    }

    #[test]
    fn a_paper_has_options_that_differ() {
        let method = Method::new(Rules::Approval(approval::Rules { seats: 1, fill: false }));
        let check = |options: &[Opt]| check((BodyKind::Assembly, Secrecy::Open), &method, options);
        let (tree, bench) = (option("1", "A tree", None), option("2", "A bench", None));
        assert_eq!(check(&[tree.clone(), bench]), Ok(()));
        assert_eq!(check(std::slice::from_ref(&tree)), Err(Refusal::Options { have: 1 }));
        let again = option("2", "A tree", None);
        let title = "A tree".to_owned();
        assert_eq!(check(&[tree.clone(), again]), Err(Refusal::Twice { title }));
        assert_eq!(check(&[tree, option("2", " ", None)]), Err(Refusal::Title { have: 1 }));
    }

    #[test]
    fn what_divides_money_has_money_and_prices() {
        let mut method = Method::new(Rules::EqualShares(equal_shares::Rules::default()));
        let options = [option("1", "A tree", Some(5_000)), option("2", "A bench", None)];
        method.budget = Some(10_000);
        let open = (BodyKind::Assembly, Secrecy::Open);
        assert_eq!(check(open, &method, &options), Err(Refusal::Money));
    }

    #[test]
    fn a_secret_vote_asks_for_no_majority_in_a_sector() {
        let each = Condition::Each { groups: vec!["residents".to_owned()] };
        let (conditions, silent) = (vec![each], Silent::default());
        let method =
            Method::new(Rules::GroupMajority(group_majority::Rules { conditions, silent }));
        let of = |secrecy| check((BodyKind::Council, secrecy), &method, &[]);
        assert_eq!(of(Secrecy::Open), Ok(()));
        assert_eq!(of(Secrecy::Secret), Err(Refusal::SectorsInSecret));
    }

    #[test]
    fn a_condition_that_can_never_hold_is_not_asked_for() {
        let of = |condition: Condition| {
            let (conditions, silent) = (vec![condition], Silent::default());
            let rules = Rules::GroupMajority(group_majority::Rules { conditions, silent });
            check((BodyKind::Council, Secrecy::Open), &Method::new(rules), &[])
        };
        let groups = vec!["residents".to_owned()];
        let weighted = |weight, majority| Condition::Weighted {
            weights: [("residents".to_owned(), weight)].into_iter().collect(),
            majority,
        };
        assert_eq!(of(weighted(1, Some(Share { need: 2, of: 3 }))), Ok(()));
        for wrong in [
            weighted(0, None),
            weighted(1, Some(Share { need: 4, of: 3 })),
            Condition::AtLeast { least: 2, groups: groups.clone() },
            Condition::AtLeast { least: 0, groups },
            Condition::Each { groups: Vec::new() },
        ] {
            assert_eq!(of(wrong.clone()), Err(Refusal::Condition), "{wrong:?}");
        }
    }

    #[test]
    fn a_person_is_chosen_in_secret_and_consent_is_given_by_name() {
        let persons = Method::new(Rules::Persons(persons::Rules { round: 1 }));
        let both = [option("1", "Alice", None), option("2", "Bob", None)];
        let of = |secrecy| check((BodyKind::Assembly, secrecy), &persons, &both);
        assert_eq!(of(Secrecy::Secret), Ok(()));
        assert_eq!(of(Secrecy::Open), Err(Refusal::PersonsInTheOpen));
        let turn = Turn {
            rules: consent::Rules::default(),
            round: 1,
            version: 1,
            evaluate_on: chrono::NaiveDate::MAX,
            standing: std::collections::BTreeMap::new(),
            meetings: 0,
        };
        let method = Method::new(Rules::Consent(turn));
        let of = |body, secrecy| check((body, secrecy), &method, &[]);
        assert_eq!(of(BodyKind::Council, Secrecy::Open), Ok(()));
        for (body, secrecy) in
            [(BodyKind::Council, Secrecy::Secret), (BodyKind::Assembly, Secrecy::Open)]
        {
            assert_eq!(of(body, secrecy), Err(Refusal::ConsentByName));
        }
    }
}
