//! The sentences of a reminder, in the language of whoever gets it.

use jiff::tz::TimeZone;
use url::Url;

use crate::clock::{self, Instant};

/// What a reminder says.
#[derive(Debug)]
pub struct Reminder<'a> {
    pub name: &'a str,
    pub title: &'a str,
    pub number: i64,
    pub closes_at: Instant,
    pub neighbourhood: &'a str,
    pub home: &'a Url,
    pub zone: &'a TimeZone,
}

/// The subject and the text; in Dutch for every language that isn't known here. There is no link
/// that signs anybody in: mail is passed on and read by others.
#[must_use]
pub fn write(language: &str, it: &Reminder<'_>) -> (String, String) {
    let Reminder { name, title, number, neighbourhood, home, .. } = it;
    let (home, is_english) = (home.as_str().trim_end_matches('/'), language.starts_with("en"));
    let until = moment(is_english, it.closes_at, it.zone);
    if is_english {
        let text = format!(
            "Dear {name},\n\n\
             There is a vote on: {title}\n\
             You can vote until {until}. Your vote hasn't come in yet.\n\n\
             Vote here: {home}/votes/{number}\n\
             Sign in there as you usually do.\n\n\
             Did you just vote? Then you can throw this message away.\n\
             Only you get this message. You get it once for each vote.\n\
             Don't you want reminders? Turn them off on your own page: {home}/me\n\n\
             {neighbourhood}\n"
        );
        return (format!("You can still vote: {title}"), text);
    }
    let text = format!(
        "Dag {name},\n\n\
         Er is een stemming over: {title}\n\
         U kunt stemmen tot {until}. Uw stem is nog niet binnen.\n\n\
         Stem hier: {home}/votes/{number}\n\
         Log daar in zoals u dat altijd doet.\n\n\
         Hebt u net gestemd? Dan kunt u dit bericht weggooien.\n\
         Alleen u krijgt dit bericht. U krijgt het één keer per stemming.\n\
         Wilt u geen herinneringen? Zet ze uit op uw eigen pagina: {home}/me\n\n\
         {neighbourhood}\n"
    );
    (format!("U kunt nog stemmen: {title}"), text)
}

/// A day and a time as people say them, in the neighbourhood's own time.
fn moment(is_english: bool, at: Instant, zone: &TimeZone) -> String {
    let local = clock::local(at, zone);
    let pick = |names: [(&'static str, &'static str); 12], place: i8| {
        let names = usize::try_from(place).ok().and_then(|place| names.get(place).copied());
        names.map_or("", |(dutch, english)| if is_english { english } else { dutch })
    };
    let (day, month) = (local.day(), pick(MONTHS, local.month() - 1));
    let (hour, minute) = (local.hour(), local.minute());
    if is_english {
        format!("{day} {month}, {hour:02}:{minute:02}")
    } else {
        format!("{day} {month}, {hour:02}.{minute:02} uur")
    }
}

const MONTHS: [(&str, &str); 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_is_written_in_the_language_of_whoever_gets_it() {
        let (home, zone) =
            ("https://alpha.example/".parse().unwrap(), TimeZone::get("Europe/Amsterdam").unwrap());
        let it = Reminder {
            name: "Alice",
            title: "Een bankje",
            number: 7,
            closes_at: "2026-12-01T19:05:00Z".parse().unwrap(),
            neighbourhood: "De Banne",
            home: &home,
            zone: &zone,
        };
        let (subject, text) = write("nl", &it);
        assert_eq!(subject, "U kunt nog stemmen: Een bankje");
        assert!(text.contains("U kunt stemmen tot 1 december, 20.05 uur."), "{text}");
        assert!(text.contains("https://alpha.example/votes/7\n"), "{text}");
        let (subject, text) = write("en", &it);
        assert_eq!(subject, "You can still vote: Een bankje");
        assert!(text.contains("until 1 December, 20:05."), "{text}");
    }
}
