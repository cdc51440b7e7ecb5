use std::fmt::Display;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Method, Rules};
use crate::rules::tally::{
    agenda_phragmen, approval, consent, equal_shares, greedy, group_majority, majority,
    majority_v2, persons, schulze, stv_meek, stv_scottish,
};

impl Method {
    /// A step in words; one that isn't of this method is shown as it is written.
    #[must_use]
    pub fn told(&self, step: &Value) -> String {
        let told = match self.rules {
            Rules::Majority(_) => words::<majority::Step>(step),
            Rules::MajorityV2(_) => words::<majority_v2::Step>(step),
            Rules::GroupMajority(_) => words::<group_majority::Step>(step),
            Rules::Persons(_) => words::<persons::Step>(step),
            Rules::Consent(_) => words::<consent::Step>(step),
            Rules::Approval(_) => words::<approval::Step>(step),
            Rules::AgendaPhragmen(_) => words::<agenda_phragmen::Step>(step),
            Rules::EqualShares(_) => words::<equal_shares::Step>(step),
            Rules::Greedy(_) => words::<greedy::Step>(step),
            Rules::Schulze(_) => words::<schulze::Step>(step),
            Rules::StvScottish(_) => words::<stv_scottish::Step>(step),
            Rules::StvMeek(_) => words::<stv_meek::Step>(step),
        };
        told.unwrap_or_else(|| step.to_string())
    }
}

fn words<Step: DeserializeOwned + Display>(step: &Value) -> Option<String> {
    serde_json::from_value::<Step>(step.clone()).ok().map(|step| step.to_string())
}
