//! Days and times as people say them, in the time zone of the neighbourhood.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use jiff::{Zoned, civil};

use super::Words;
use crate::clock::{self, Instant};

/// A moment, or a reference to one: templates hand in either.
pub trait When {
    /// The moment.
    fn when(&self) -> Instant;
}

impl When for Instant {
    fn when(&self) -> Instant {
        *self
    }
}

impl<T: When> When for &T {
    fn when(&self) -> Instant {
        (**self).when()
    }
}

impl Words {
    /// A day: "zaterdag 21 november 2026".
    #[must_use]
    pub fn day(&self, at: impl When) -> String {
        let at = at.when();
        self.civil_day(self.local(at).date())
    }

    /// A day of the calendar that has no time.
    #[must_use]
    pub fn date(&self, on: &NaiveDate) -> String {
        let on = *on;
        civil_date(on).map_or_else(|| on.to_string(), |date| self.civil_day(date))
    }

    /// A time of day: "14.05 uur".
    #[must_use]
    pub fn clock(&self, at: impl When) -> String {
        let at = at.when();
        let time = self.local(at).time();
        let (hour, minute) = (format!("{:02}", time.hour()), format!("{:02}", time.minute()));
        self.with_two("date-clock", ("hour", hour), ("minute", minute))
    }

    /// A day and a time: "zaterdag 21 november 2026, 14.05 uur".
    #[must_use]
    pub fn moment(&self, at: impl When) -> String {
        let at = at.when();
        self.with_two("date-moment", ("day", self.day(at)), ("clock", self.clock(at)))
    }

    /// When something happened, in a sentence: "om 14.05 uur" today, else with its day.
    #[must_use]
    pub fn at(&self, at: impl When) -> String {
        let at = at.when();
        if self.local(at).date() == self.local(self.now).date() {
            self.with("date-at-today", "clock", self.clock(at))
        } else {
            self.with_two("date-at", ("day", self.day(at)), ("clock", self.clock(at)))
        }
    }

    /// Until when something lasts; a span that ends at midnight lasts through the day before.
    #[must_use]
    pub fn until(&self, at: impl When) -> String {
        let at = at.when();
        if self.local(at).time() == civil::Time::midnight() {
            let last = at.checked_sub_signed(TimeDelta::milliseconds(1)).unwrap_or(at);
            self.with("date-through", "day", self.day(last))
        } else {
            self.with_two("date-until", ("day", self.day(at)), ("clock", self.clock(at)))
        }
    }

    /// The name of the time zone, to be said once on a page.
    #[must_use]
    pub fn zone(&self) -> String {
        let name = self.zone.iana_name().unwrap_or("UTC");
        self.with_two("date-zone", ("zone", name.replace('/', "-")), ("name", name))
    }

    /// For `<time datetime>`: the moment with its offset from UTC.
    #[must_use]
    pub fn machine(&self, at: impl When) -> String {
        let at = at.when();
        self.local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// A moment as a form field shows it.
    #[must_use]
    pub fn typed(&self, at: impl When) -> String {
        let at = at.when();
        self.local(at).strftime("%Y-%m-%dT%H:%M").to_string()
    }

    /// Today, as a calendar here shows it.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        clock::day(self.now, &self.zone)
    }

    /// Reads a moment that was typed in a form, in the time zone of the neighbourhood.
    #[must_use]
    pub fn read_moment(&self, typed: &str) -> Option<Instant> {
        let local: civil::DateTime = typed.trim().parse().ok()?;
        self.instant(local)
    }

    /// Reads a last day that was typed in a form: the end of it, since a last day is included.
    #[must_use]
    pub fn read_last_day(&self, typed: &str) -> Option<Instant> {
        let day: civil::Date = typed.trim().parse().ok()?;
        self.instant(day.tomorrow().ok()?.to_datetime(civil::Time::midnight()))
    }

    fn instant(&self, local: civil::DateTime) -> Option<Instant> {
        let zoned = local.to_zoned(self.zone.clone()).ok()?;
        DateTime::<Utc>::from_timestamp_millis(zoned.timestamp().as_millisecond())
    }

    fn local(&self, at: Instant) -> Zoned {
        clock::local(at, &self.zone)
    }

    fn civil_day(&self, date: civil::Date) -> String {
        let weekday = date.weekday().to_monday_one_offset();
        let things = [
            ("weekday", self.with("date-weekday", "n", i32::from(weekday))),
            ("day", date.day().to_string()),
            ("month", self.with("date-month", "n", i32::from(date.month()))),
            ("year", date.year().to_string()),
        ];
        self.fill("date-day", &things.map(|(name, text)| (name, text.into())))
    }
}

fn civil_date(on: NaiveDate) -> Option<civil::Date> {
    on.to_string().parse().ok()
}
