//! Shares: as they are typed, and as people say them.

use super::Words;
use crate::rules::tally::majority::Share;

/// Reads a share like `1/2`; nothing where nothing was typed.
///
/// # Errors
/// It isn't a fraction of whole numbers.
pub fn read_share(typed: &str) -> Result<Option<Share>, ()> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let (need, of) = typed.split_once('/').ok_or(())?;
    let part = |text: &str| text.trim().parse().map_err(|_| ());
    Ok(Some(Share { need: part(need)?, of: part(of)? }))
}

impl Words {
    /// A share as people say it.
    #[must_use]
    pub fn share(&self, share: Share) -> String {
        match (share.need, share.of) {
            (1, 2) => self.say("share-half"),
            (1, 3) => self.say("share-third"),
            (2, 3) => self.say("share-two-thirds"),
            (3, 4) => self.say("share-three-quarters"),
            (need, of) => self.with_two("share-of", ("need", need), ("of", of)),
        }
    }

    /// What share must be reached: at least one that is named, or else more than half.
    #[must_use]
    pub fn least_share(&self, share: Option<Share>) -> String {
        match share {
            Some(share) => self.with("share-at-least", "share", self.share(share)),
            None => self.say("share-more-than-half"),
        }
    }

    /// An exact fraction `n/d` as a whole number, or with two decimals that are rounded down.
    #[must_use]
    pub fn fraction(&self, exact: &str) -> String {
        let parts = exact.split_once('/').and_then(|(part, of)| {
            let (part, of) = (part.parse::<u128>().ok()?, of.parse::<u128>().ok()?);
            let hundredths = part.checked_mul(100)?.checked_div(of)?;
            Some((hundredths / 100, hundredths % 100))
        });
        // A whole number, or one that is too long to be read in any way but as it stands.
        let Some((whole, rest)) = parts else { return exact.to_owned() };
        let decimals = format!("{rest:02}");
        self.with_two("fraction-about", ("whole", whole.to_string()), ("decimals", decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::words::Language;

    #[test]
    fn a_share_is_read_as_it_was_typed() {
        assert_eq!(read_share(" 2 / 3 "), Ok(Some(Share { need: 2, of: 3 })));
        assert_eq!(read_share("  "), Ok(None));
        for wrong in ["2", "half", "2/", "-1/2", "0,5/1"] {
            assert_eq!(read_share(wrong), Err(()), "{wrong}");
        }
    }

    #[test]
    fn a_fraction_is_told_with_decimals_where_it_is_not_whole() {
        let of = |language: Language| Words::new(language, "UTC", chrono::DateTime::UNIX_EPOCH);
        assert_eq!(of(Language::Dutch).fraction("59/21"), "2,80…");
        assert_eq!(of(Language::English).fraction("1/200"), "0.00…");
        assert_eq!(of(Language::English).fraction("7"), "7");
    }
}
