//! The sign-in codes of a demonstration: kept in a file beside it, because the database holds only
//! hashes. For a demonstration that is what people want; a real neighbourhood prints letters.

use std::{collections::BTreeMap, fs, io, path::Path};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::Story;
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    members::{self, codes},
    secret::Secret,
};

/// The file in the folder of a demonstration.
const FILE: &str = "demo.json";
/// How long the codes of a demonstration let somebody in, in days.
const VALID_DAYS: i64 = 3_650;

/// Codes as they are typed, for some people of one neighbourhood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Codes {
    pub resident: String,
    pub council: String,
    pub secretary: String,
    /// None in a demonstration that was made before there were tellers in it.
    #[serde(default)]
    pub tellers: Vec<String>,
}

/// What is kept of a demonstration between two starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The addresses of the neighbourhoods hold their ports, so they stay as they were.
    pub port_base: u16,
    pub codes: BTreeMap<String, Codes>,
}

impl Kept {
    /// Reads what was kept, if there is anything.
    ///
    /// # Errors
    /// The file can't be read.
    pub fn read(folder: &Path) -> io::Result<Option<Self>> {
        match fs::read(folder.join(FILE)) {
            Ok(text) => Ok(Some(serde_json::from_slice(&text)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Keeps it.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let new = folder.join(format!("{FILE}.new"));
        fs::write(&new, serde_json::to_vec_pretty(self)?)?;
        fs::rename(new, folder.join(FILE))
    }
}

/// Gives the people of a story who are to be tried new codes.
///
/// # Errors
/// Somebody of the story isn't on the roll any more.
pub async fn issue(tx: &Tx, now: Instant, story: &Story, secret: &Secret) -> Result<Codes> {
    let until = now + TimeDelta::days(VALID_DAYS);
    let code = async |name: &str| {
        let named = members::store::named(tx, &super::tell::full_name(name)).await?;
        let member = named.first().ok_or(Error::NotFound("a person of the story"))?.id;
        let code = codes::issue(tx, now, None, secret, member, until).await?;
        Ok::<_, Error>(code.printed())
    };
    let mut tellers = Vec::new();
    for name in &story.tellers {
        tellers.push(code(name).await?);
    }
    Ok(Codes {
        tellers,
        resident: code(&story.resident).await?,
        council: code(&story.council).await?,
        secretary: code(&story.secretary).await?,
    })
}
