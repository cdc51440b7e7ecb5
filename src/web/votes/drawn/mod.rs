//! The pictures of a result, made from the steps of its count: one for what the method is about.

mod counts;
mod money;
mod pairs;
mod persons;
mod rounds;
mod ticks;

use serde::de::DeserializeOwned;

use super::chosen;
use crate::{
    rules::tally::method::{Method, Opt, Rules, Tally},
    web::{picture::Picture, sectors::Sectors, visit::Visit},
};

/// What is drawn.
pub struct Drawing<'a> {
    pub visit: &'a Visit,
    pub method: &'a Method,
    pub options: &'a [Opt],
    pub sectors: &'a Sectors,
    pub tally: &'a Tally,
}

impl Drawing<'_> {
    /// The pictures, in the order in which they are shown.
    #[must_use]
    pub fn pictures(&self) -> Vec<Picture> {
        match &self.method.rules {
            Rules::Majority(_) | Rules::MajorityV2(_) | Rules::GroupMajority(_) => {
                vec![counts::sectors(self)]
            }
            Rules::Consent(_) => persons::consent(self).into_iter().collect(),
            Rules::Persons(_) => vec![persons::rounds(self)],
            Rules::Greedy(_) => vec![money::by_votes(self)],
            Rules::Approval(_) => vec![ticks::votes(self)],
            Rules::AgendaPhragmen(_) => vec![ticks::order(self)],
            Rules::EqualShares(_) => money::pictures(self),
            Rules::Schulze(_) => pairs::of_winner(self).into_iter().collect(),
            Rules::StvScottish(_) => rounds::of_scottish(self),
            Rules::StvMeek(_) => rounds::of_meek(self),
        }
    }

    fn title(&self, key: &str) -> String {
        chosen::title(self.options, key).to_owned()
    }

    fn is_chosen(&self, key: &str) -> bool {
        self.tally.winners.iter().any(|winner| winner == key)
    }

    fn steps<Step: DeserializeOwned>(&self) -> Vec<Step> {
        let steps = self.tally.steps.iter();
        steps.filter_map(|step| serde_json::from_value(step.clone()).ok()).collect()
    }

    /// A picture with the words of its kind.
    fn titled(&self, kind: &str) -> Picture {
        let (title, told) = (format!("picture-{kind}"), format!("picture-{kind}-told"));
        Picture::new(&self.visit.words, kind, self.visit.say(&title), self.visit.say(&told))
    }

    fn yes(&self, is_so: bool) -> String {
        self.visit.with("picture-yes", "is", if is_so { "yes" } else { "no" })
    }
}
