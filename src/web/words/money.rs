//! Sums of money as people write and read them.

use super::{Language, Words};

impl Words {
    /// A sum in cents: `€ 1.200` or `€ 12,50` in Dutch, `€1,200` or `€12.50` in English. It
    /// never breaks behind the sign.
    #[must_use]
    pub fn money(&self, cents: u64) -> String {
        let (thousands, decimals, sign) = match self.language {
            Language::Dutch => ('.', ',', "€\u{a0}"),
            Language::English => (',', '.', "€"),
        };
        let mut whole = String::new();
        let digits = (cents / 100).to_string();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                whole.push(thousands);
            }
            whole.push(digit);
        }
        match cents % 100 {
            0 => format!("{sign}{whole}"),
            rest => format!("{sign}{whole}{decimals}{rest:02}"),
        }
    }
}

/// A sum that somebody typed, in cents: `1200`, `1.200`, `12,50`, `€ 1.200,50`. What stands after the
/// last sign with two digits behind it are cents.
#[must_use]
pub fn read_money(typed: &str) -> Option<u64> {
    let typed: String =
        typed.chars().filter(|sign| !sign.is_whitespace() && *sign != '€').collect();
    let (whole, cents) = match typed.rsplit_once([',', '.']) {
        Some((whole, cents)) if cents.len() == 2 => (whole.to_owned(), cents.parse().ok()?),
        _ => (typed.clone(), 0_u64),
    };
    let digits: String = whole.chars().filter(|sign| !matches!(sign, '.' | ',')).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let whole: u64 = digits.parse().ok().filter(|_| is_number)?;
    whole.checked_mul(100)?.checked_add(cents).filter(|cents| *cents <= 100_000_000_000)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn money_is_written_as_people_do() {
        let words = |language| Words::new(language, "UTC", DateTime::UNIX_EPOCH);
        let (dutch, english) = (words(Language::Dutch), words(Language::English));
        assert_eq!(dutch.money(123_456_789), "€\u{a0}1.234.567,89");
        assert_eq!(dutch.money(120_000), "€\u{a0}1.200");
        assert_eq!(english.money(120_005), "€1,200.05");
    }

    #[test]
    fn money_is_read_as_people_type_it() {
        for (typed, cents) in [
            ("1200", Some(120_000)),
            ("1.200", Some(120_000)),
            ("€ 1.200,50", Some(120_050)),
            ("€\u{a0}1.200,50", Some(120_050)),
            ("12.50", Some(1_250)),
            ("0", Some(0)),
            ("", None),
            ("veel", None),
            ("-5", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(read_money(typed), cents, "{typed}");
        }
    }
}
