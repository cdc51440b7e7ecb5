use std::path::{Path, PathBuf};

use super::{
    Voice,
    failure::{Failure, Outcome},
};
use crate::{
    lottery,
    rules::{
        election::pool,
        tally::sortition::{PANELS, Rules},
    },
};

/// Find a fair lottery over panels that mirror a neighbourhood, to be published before the draw.
///
/// Every panel meets the quotas, and the smallest chance of anybody is as large as they allow, then the
/// second smallest, and so on. Needs no server and no network. The lottery goes to the standard output
/// as JSON; `tally --method sortition` checks it and draws a panel.
#[derive(Debug, clap::Args)]
pub struct Sortition {
    /// The pool: a table in CSV with somebody in each row, and a column for each feature.
    #[arg(long)]
    pool: PathBuf,
    /// The quotas: a table in CSV with feature, value, `min` and `max`.
    #[arg(long)]
    quotas: PathBuf,
    /// People on a panel.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    size: u32,
    /// Text that decides who of equals stands on one panel more, and the order of the panels; never who
    /// is drawn.
    #[arg(long, default_value = "")]
    seed: String,
}

/// Finds a lottery and writes it down.
///
/// # Errors
/// A table can't be read, or no panel meets all quotas.
pub fn sortition(sortition: &Sortition, voice: &mut Voice<'_>) -> Outcome {
    let wrong = |file: &Path| {
        let name = file.display().to_string();
        move |fault| Failure::unreadable(&name, fault)
    };
    let quotas = pool::quotas(&read(&sortition.quotas)?).map_err(wrong(&sortition.quotas))?;
    let people = pool::people(&read(&sortition.pool)?, &quotas).map_err(wrong(&sortition.pool))?;
    let rules = Rules { size: sortition.size, quotas, panels: PANELS };
    let name = sortition.pool.display().to_string();
    let found = lottery::find(&rules, &people, &sortition.seed)
        .map_err(|refusal| Failure::unreadable(&name, refusal))?;
    let json = serde_json::to_string(&found.published);
    voice.say(&json.map_err(|error| Failure::not_done(&name, error))?);
    Ok(())
}

fn read(file: &Path) -> Result<String, Failure> {
    let name = file.display().to_string();
    std::fs::read_to_string(file).map_err(|error| Failure::unreadable(&name, error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tally::sortition::{Lottery, Published};

    #[test]
    fn a_pool_becomes_a_lottery_that_anybody_can_check() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let people = "name,home\nAlice,rented\nBob,owned\nCarol,owned\nDave,rented\n";
        let quotas = file("quotas.csv", "feature,value,min,max\nhome,rented,1,1\nhome,owned,1,1\n");
        let of = |pool: PathBuf, quotas: PathBuf, size| {
            let line = Sortition { pool, quotas, size, seed: String::new() };
            let mut out = Vec::new();
            let mut voice = Voice { environment: Vec::new(), out: &mut out };
            let outcome = sortition(&line, &mut voice);
            (String::from_utf8(out).unwrap(), outcome)
        };
        let pool = file("pool.csv", people);
        let (said, outcome) = of(pool.clone(), quotas.clone(), 2);
        assert_eq!(outcome, Ok(()));
        assert!(!said.contains("Alice"));
        let published: Published = serde_json::from_str(&said).unwrap();
        assert_eq!(Lottery::check(&published).unwrap().chances(), [500; 4]);
        let impossible = of(pool.clone(), quotas, 3).1.unwrap_err();
        assert_eq!(impossible.status(), 2);
        let broken = file("broken.csv", "feature,value,min,max\nhome,rented,1,one\n");
        let failure = of(pool, broken, 2).1.unwrap_err();
        assert!(failure.to_string().contains("line 2"), "{failure}");
    }
}
