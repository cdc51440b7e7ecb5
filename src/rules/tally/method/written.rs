use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use super::{Method, Rules};
use crate::rules::tally::{
    agenda_phragmen, approval, consent, equal_shares, greedy, group_majority,
    majority::{self, Share},
    majority_v2::{self, OnMissing},
    persons, schulze, stv_meek, stv_scottish,
};

/// A method as it is written. Which parameters it has depends on its name and version.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    version: u32,
    id: String,
    parameters: Value,
    #[serde(default)]
    quorum: Option<Share>,
    #[serde(default)]
    missing: OnMissing,
    #[serde(default)]
    budget: Option<u64>,
    #[serde(default)]
    second: bool,
}

/// Why a method can't be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unreadable {
    #[error("{0} is not a method of this program")]
    Unknown(String),
    #[error("the parameters of {id} {version}: {error}")]
    Parameters { id: String, version: u32, error: serde_json::Error },
}

impl TryFrom<Written> for Method {
    type Error = Unreadable;

    fn try_from(written: Written) -> Result<Self, Unreadable> {
        let Written { version, id, parameters, quorum, missing, budget, second } = written;
        let read = match id.as_str() {
            majority::METHOD if version == majority::VERSION => read(Rules::Majority, parameters),
            majority_v2::METHOD => read(Rules::MajorityV2, parameters),
            group_majority::METHOD => read(Rules::GroupMajority, parameters),
            persons::METHOD => read(Rules::Persons, parameters),
            consent::METHOD => read(Rules::Consent, parameters),
            approval::METHOD => read(Rules::Approval, parameters),
            agenda_phragmen::METHOD => read(Rules::AgendaPhragmen, parameters),
            equal_shares::METHOD => read(Rules::EqualShares, parameters),
            greedy::METHOD => read(Rules::Greedy, parameters),
            schulze::METHOD => read(Rules::Schulze, parameters),
            stv_scottish::METHOD => read(Rules::StvScottish, parameters),
            stv_meek::METHOD => read(Rules::StvMeek, parameters),
            _ => return Err(Unreadable::Unknown(id)),
        };
        let rules = read.map_err(|error| Unreadable::Parameters { id, version, error })?;
        Ok(Self { version, rules, quorum, missing, budget, second })
    }
}

fn read<T: DeserializeOwned>(
    as_rules: fn(T) -> Rules,
    parameters: Value,
) -> Result<Rules, serde_json::Error> {
    serde_json::from_value(parameters).map(as_rules)
}
