//! Reading: first the defaults, then the file, then the environment.

use std::{collections::BTreeMap, path::Path};

use toml::de::{DeTable, DeValue};

use super::{
    Settings, check,
    fault::{Fault, Faults, Place},
    keys::{self, KEYS},
    value::Value,
};

/// What every variable begins with; two underscores stand between the parts of a key.
const PREFIX: &str = "TRANSLOKAAL__";

type Found = Vec<(Place, String, Value)>;

impl Settings {
    /// Reads the settings from a file and from the variables of the environment that begin with
    /// `TRANSLOKAAL__`, and checks them whole.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn read(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let mut found = Found::new();
        if let Some(path) = file {
            match std::fs::read_to_string(path) {
                Ok(text) => in_file(path, &text, &mut found, &mut faults),
                Err(error) => faults.push(Fault {
                    place: Place::File { path: path.to_owned(), line: 0 },
                    key: None,
                    what: format!("can't be read: {error}"),
                }),
            }
        }
        in_environment(environment, &mut found);
        let (settings, places) = put(found, &mut faults);
        check::check(&settings, &places, &mut faults);
        faults.sort();
        if faults.is_empty() { Ok(settings) } else { Err(Faults(faults)) }
    }
}

fn in_file(path: &Path, text: &str, found: &mut Found, faults: &mut Vec<Fault>) {
    let line = |at: usize| {
        text.get(..at).map_or(0, |before| before.matches('\n').count().saturating_add(1))
    };
    let place = |at: usize| Place::File { path: path.to_owned(), line: line(at) };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        faults.push(Fault { place: place(at), key: None, what: error.message().to_owned() });
    }
    for (section, value) in table.get_ref() {
        match value.get_ref() {
            DeValue::Table(settings) => found.extend(settings.iter().map(|(key, value)| {
                let whole = format!("{}.{}", section.get_ref(), key.get_ref());
                (place(key.span().start), whole, Value::of(value.get_ref()))
            })),
            other => found.push((
                place(section.span().start),
                section.get_ref().to_string(),
                Value::of(other),
            )),
        }
    }
}

fn in_environment(environment: impl IntoIterator<Item = (String, String)>, found: &mut Found) {
    for (variable, text) in environment {
        if let Some(key) = variable.strip_prefix(PREFIX) {
            let key = key.to_lowercase().replace("__", ".");
            found.push((Place::Environment(variable), key, Value::Variable(text)));
        }
    }
}

/// Puts what was found over the defaults, and remembers where each key was set last.
fn put(found: Found, faults: &mut Vec<Fault>) -> (Settings, BTreeMap<&'static str, Place>) {
    let mut settings = Settings::default();
    let mut places = BTreeMap::new();
    for (place, key, value) in found {
        let what = match KEYS.iter().find(|(known, _)| *known == key) {
            Some((known, put)) => {
                places.insert(*known, place.clone());
                put(&mut settings, value).err()
            }
            None => Some(match keys::nearest(&key) {
                Some(near) => format!("no such setting; did you mean {near}?"),
                None => "no such setting".to_owned(),
            }),
        };
        faults.extend(what.map(|what| Fault { place, key: Some(key), what }));
    }
    (settings, places)
}
