//! What can be filled in in a sentence.

use fluent_bundle::FluentValue;

/// A value in a sentence.
pub trait Fill {
    /// The value as Fluent takes it.
    fn fill(&self) -> FluentValue<'_>;
}

impl<T: Fill + ?Sized> Fill for &T {
    fn fill(&self) -> FluentValue<'_> {
        (**self).fill()
    }
}

impl Fill for str {
    fn fill(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl Fill for String {
    fn fill(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Fill for $number {
            fn fill(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }
    )*};
}

numbers!(i32, i64, u32, u64, usize);

/// A name with the value that is filled in for it.
pub trait Named {
    /// The name in the sentence.
    fn name(&self) -> &str;
    /// The value as Fluent takes it.
    fn value(&self) -> FluentValue<'_>;
}

impl<T: Fill> Named for (&str, T) {
    fn name(&self) -> &str {
        self.0
    }

    fn value(&self) -> FluentValue<'_> {
        self.1.fill()
    }
}

impl<T: Named> Named for &T {
    fn name(&self) -> &str {
        (**self).name()
    }

    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}
