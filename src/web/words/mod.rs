//! What the program says to people, in their language. The words stand in `locales/`; nothing is
//! written in a template but the name of the program.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use jiff::tz::TimeZone;

use crate::{clock::Instant, rules::unopened::Unopened};

mod money;
mod dates;
mod fill;
mod shares;
#[cfg(test)]
mod tests;

pub use fill::{Fill, Named};
pub use money::read_money;
pub use shares::read_share;

/// A language in which the program speaks to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Dutch,
    English,
}

impl Language {
    /// Every language, the main one first.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The code in `lang` attributes, cookies and on the roll.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The name of the language in that language itself: that is how people look for it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Dutch => "Nederlands",
            Self::English => "English",
        }
    }

    /// Reads a language code; whatever follows a dash doesn't matter.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        let main = code.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == main)
    }

    /// The first language of an `Accept-Language` header that we speak.
    #[must_use]
    pub fn preferred(header: &str) -> Option<Self> {
        let mut wanted: Vec<(Self, u32)> = header
            .split(',')
            .filter_map(|part| {
                let (code, weight) = part.split_once(";q=").unwrap_or((part, "1"));
                Some((Self::read(code)?, thousandths(weight)))
            })
            .collect();
        wanted.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        wanted.first().map(|(language, _)| *language)
    }

    fn bundle(self) -> &'static Bundle {
        match self {
            Self::Dutch => &DUTCH,
            Self::English => &ENGLISH,
        }
    }
}

/// The words of one language, the time zone of the neighbourhood, and the present moment.
#[derive(Clone, Debug)]
pub struct Words {
    pub language: Language,
    pub now: Instant,
    zone: TimeZone,
}

impl Words {
    /// Words in a language; an unknown zone is UTC.
    #[must_use]
    pub fn new(language: Language, zone: &str, now: Instant) -> Self {
        Self { language, now, zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC) }
    }

    /// The same zone and moment in another language.
    #[must_use]
    pub fn to(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    /// A title, or that it was removed: the law asked for that.
    #[must_use]
    pub fn title(&self, title: &str) -> String {
        if title.is_empty() { self.say("removed-title") } else { title.to_owned() }
    }

    /// A reason as somebody wrote it, or why the clock could not open a vote.
    #[must_use]
    pub fn reason(&self, reason: &str) -> String {
        match Unopened::read(reason) {
            Some(why) => self.with("vote-unopened", "why", why.word()),
            None => reason.to_owned(),
        }
    }

    /// Says what `key` stands for.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.speak(key, None)
    }

    /// Says `key` with one thing filled in.
    #[must_use]
    pub fn with(&self, key: &str, name: &str, value: impl Fill) -> String {
        self.fill(key, &[(name, value.fill())])
    }

    /// Says `key` with two things filled in.
    #[must_use]
    pub fn with_two(&self, key: &str, one: impl Named, other: impl Named) -> String {
        self.fill(key, &[(one.name(), one.value()), (other.name(), other.value())])
    }

    /// Says `key` with several things filled in.
    #[must_use]
    pub fn fill(&self, key: &str, things: &[(&str, FluentValue<'_>)]) -> String {
        let mut args = FluentArgs::with_capacity(things.len());
        for (name, value) in things {
            args.set(*name, value.clone());
        }
        self.speak(key, Some(&args))
    }

    /// Whether there is something to say for `key`.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.language.bundle().has_message(key)
    }

    fn speak(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = self.language.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            // A test finds every missing key; a reader is better served by the key than by nothing.
            return key.to_owned();
        };
        let mut faults = Vec::new();
        bundle.format_pattern(pattern, args, &mut faults).into_owned()
    }
}

type Bundle = FluentBundle<FluentResource>;

macro_rules! files {
    ($language:literal) => {
        &[
            include_str!(concat!("../locales/", $language, "/frame.ftl")),
            include_str!(concat!("../locales/", $language, "/dates.ftl")),
            include_str!(concat!("../locales/", $language, "/pages.ftl")),
            include_str!(concat!("../locales/", $language, "/members.ftl")),
            include_str!(concat!("../locales/", $language, "/bodies.ftl")),
            include_str!(concat!("../locales/", $language, "/proposals.ftl")),
            include_str!(concat!("../locales/", $language, "/votes.ftl")),
            include_str!(concat!("../locales/", $language, "/voters.ftl")),
            include_str!(concat!("../locales/", $language, "/records.ftl")),
            include_str!(concat!("../locales/", $language, "/explained.ftl")),
            include_str!(concat!("../locales/", $language, "/answers.ftl")),
            include_str!(concat!("../locales/", $language, "/elections.ftl")),
            include_str!(concat!("../locales/", $language, "/batches.ftl")),
            include_str!(concat!("../locales/", $language, "/methods.ftl")),
            include_str!(concat!("../locales/", $language, "/neighbours.ftl")),
            include_str!(concat!("../locales/", $language, "/desk.ftl")),
            include_str!(concat!("../locales/", $language, "/log.ftl")),
            include_str!(concat!("../locales/", $language, "/refusals.ftl")),
        ]
    };
}

const DUTCH_FILES: &[&str] = files!("nl");
const ENGLISH_FILES: &[&str] = files!("en");

static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Dutch, DUTCH_FILES));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English, ENGLISH_FILES));

fn bundle(language: Language, files: &[&str]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.code().parse().into_iter().collect());
    // No marks around what is filled in: they end up in page titles, mails and screen readers.
    bundle.set_use_isolating(false);
    for file in files {
        // What can be read of a broken file is used; a test reads every file without faults.
        let resource =
            FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(readable, _)| readable);
        if bundle.add_resource(resource).is_err() {
            tracing::warn!(language = language.code(), "a word is defined twice");
        }
    }
    bundle
}

/// Reads `0.8` as 800, without floats; what can't be read is 0.
fn thousandths(weight: &str) -> u32 {
    let (whole, part) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    let whole: u32 = whole.parse().unwrap_or_default();
    whole.saturating_mul(1_000).saturating_add(digits.parse().unwrap_or_default())
}
