use anyhow::{Context, Result};

/// How much is done.
pub struct Extent {
    /// Scenarios that were asked for by name; none is all.
    names: Vec<String>,
    /// Members who vote.
    pub voters: usize,
    /// Members who vote once, in secret.
    pub secret: usize,
    /// Seconds before the close in which they do.
    pub seconds: i64,
    /// Ballots of one member at once.
    pub casts: usize,
    /// How often the program is killed.
    pub kills: u32,
    /// How often the disk is full.
    pub rounds: u32,
}

const NAMES: [&str; 6] = ["seconds", "member", "killed", "secret", "full", "clock"];

impl Extent {
    /// Reads it from the command line.
    ///
    /// # Errors
    /// A word that means nothing here.
    pub fn read(words: impl Iterator<Item = String>) -> Result<Self> {
        let mut words = words.peekable();
        let mut it = Self {
            names: Vec::new(),
            voters: 300,
            secret: 6_000,
            seconds: 10,
            casts: 1_000,
            kills: 200,
            rounds: 8,
        };
        while let Some(word) = words.next() {
            match word.as_str() {
                "--short" => {
                    it = Self {
                        voters: 60,
                        secret: 100,
                        seconds: 2,
                        casts: 100,
                        kills: 4,
                        rounds: 2,
                        ..it
                    };
                }
                "--kills" => {
                    it.kills = words.next().context("--kills needs a number")?.parse()?;
                }
                name if NAMES.contains(&name) => it.names.push(word),
                _ => anyhow::bail!("{word}: say --short, --kills N, or one of {NAMES:?}"),
            }
        }
        Ok(it)
    }

    /// Whether a scenario is to run.
    pub fn asks(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.iter().any(|it| it == name)
    }
}
