//! Exact fractions, and sums of many fractions that share a denominator.

use std::fmt;

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// An exact fraction, written `n/d` in lowest terms, or `n` alone where it is whole. Said in words it
/// has two decimals, cut off, not rounded.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fraction(pub RBig);

impl Fraction {
    /// A fraction; nothing where it would be divided by nothing.
    #[must_use]
    pub fn new(part: impl Into<IBig>, of: impl Into<UBig>) -> Self {
        let of = of.into();
        if of == UBig::ZERO { Self::default() } else { Self(RBig::from_parts(part.into(), of)) }
    }
}

impl From<u64> for Fraction {
    fn from(whole: u64) -> Self {
        Self(RBig::from(whole))
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_int() {
            return write!(f, "{}", self.0);
        }
        let sign = if self.0 < RBig::ZERO { "-" } else { "" };
        let size = if self.0 < RBig::ZERO { -self.0.clone() } else { self.0.clone() };
        let (part, of) = size.into_parts();
        let hundred = IBig::from(100_u8);
        let cut = part * &hundred / IBig::from(of);
        let (whole, rest) = (&cut / &hundred, &cut % &hundred);
        write!(f, "{sign}{whole}.{:0>2}", rest.to_string())
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let is_lowest = |it: &RBig| *it.denominator() != UBig::ZERO && it.to_string() == text;
        let fraction = text.parse::<RBig>().ok().filter(is_lowest);
        fraction.map(Self).ok_or_else(|| D::Error::custom("not a fraction in lowest terms"))
    }
}

/// A row of fractions over one denominator. Each new one is a whole sum of those before it, divided
/// by a count; so they are found and compared with whole numbers alone.
#[derive(Clone, Debug)]
pub struct Row {
    /// What all of them are divided by.
    pub of: UBig,
    /// The numbers above the line.
    pub parts: Vec<IBig>,
}

impl Row {
    /// No fractions yet, over this denominator.
    #[must_use]
    pub const fn new(of: UBig) -> Self {
        Self { of, parts: Vec::new() }
    }

    /// `whole` and `times` of each fraction, added up, over the common denominator.
    #[must_use]
    pub fn sum<'a>(
        &self,
        whole: impl Into<IBig>,
        times: impl IntoIterator<Item = &'a i64>,
    ) -> IBig {
        let mut sum = whole.into() * IBig::from(self.of.clone());
        for (part, times) in self.parts.iter().zip(times) {
            if *times != 0 {
                sum += part * IBig::from(*times);
            }
        }
        sum
    }

    /// Adds the fraction of this sum divided by a count, where the count isn't nothing.
    pub fn push(&mut self, sum: &IBig, count: u64) {
        let rest = sum % IBig::from(count.max(1));
        let rest = u64::try_from(&rest).unwrap_or(1);
        let by = common(rest, count.max(1));
        let more = count.max(1).checked_div(by).unwrap_or(1);
        if more > 1 {
            self.of *= more;
            for part in &mut self.parts {
                *part *= more;
            }
        }
        self.parts.push(sum / IBig::from(by));
    }

    /// A fraction of the row.
    #[must_use]
    pub fn get(&self, place: usize) -> Fraction {
        self.parts
            .get(place)
            .map_or_else(Fraction::default, |part| Fraction::new(part.clone(), self.of.clone()))
    }
}

/// The greatest number that divides both, where the second isn't nothing.
const fn common(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while let Some(rest) = b.checked_rem(a) {
        (b, a) = (a, rest);
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half() -> Fraction {
        Fraction::new(2, 4_u8)
    }

    #[test]
    fn a_fraction_is_written_in_lowest_terms_and_read_back() {
        let text = serde_json::to_string(&[half(), Fraction::from(3)]).unwrap();
        assert_eq!(text, r#"["1/2","3"]"#);
        assert_eq!(serde_json::from_str::<Vec<Fraction>>(&text).unwrap(), [half(), 3.into()]);
        for wrong in [r#""2/4""#, r#""a""#, r#""1/0""#, "1"] {
            assert!(serde_json::from_str::<Fraction>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_fraction_is_said_with_two_decimals() {
        for (part, of, said) in [(1, 3_u8, "0.33"), (-5, 2, "-2.50"), (6, 3, "2"), (1, 20, "0.05")]
        {
            assert_eq!(Fraction::new(part, of).to_string(), said);
        }
    }

    #[test]
    fn a_row_keeps_its_fractions_exact() {
        let mut it = Row::new(UBig::from(2_u8));
        it.push(&IBig::from(1), 1);
        it.push(&it.sum(1, [&1]), 9);
        assert_eq!((it.get(0), it.get(1)), (half(), Fraction::new(1, 6_u8)));
        assert_eq!(Fraction::new(it.sum(0, &[1, 3]), it.of.clone()), Fraction::from(1));
    }
}
