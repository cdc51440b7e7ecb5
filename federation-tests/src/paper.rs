//! The ballot paper of a member, as her browser fetches it and sends it in.

use anyhow::Result;
use translokaal::{ids::VoterId, rules::ballot::Choice};

use crate::http::Client;

/// The form on the page of vote 1, for somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The entry on the roll for which it is cast.
    pub voter: VoterId,
    host: String,
    cookie: String,
    seal: String,
    vote: String,
}

impl Paper {
    /// Fetches the page of the vote and reads the form on it.
    ///
    /// # Errors
    /// There is no such form, or no answer.
    pub async fn fetch(client: &mut Client, host: &str, cookie: &str) -> Result<Self> {
        let ask = format!("GET /votes/1 HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n");
        let page = client.send(ask.as_bytes()).await?;
        let html = String::from_utf8_lossy(&page.body).into_owned();
        let form = html.split("id=\"ballot-title\"").nth(1).unwrap_or_default();
        let hidden = |name: &str| {
            let after = form.split(&format!("name=\"{name}\" value=\"")).nth(1)?;
            Some(after.split('"').next()?.to_owned())
        };
        let fields = (hidden("seal"), hidden("vote"), hidden("voter"));
        let (Some(seal), Some(vote), Some(voter)) = fields else {
            anyhow::bail!("no ballot form on the page ({}): {html}", page.status);
        };
        let (host, cookie) = (host.to_owned(), cookie.to_owned());
        Ok(Self { voter: voter.parse()?, host, cookie, seal, vote })
    }

    /// The request that casts it.
    #[must_use]
    pub fn filled_in(&self, choice: Choice) -> Vec<u8> {
        let Self { voter, host, cookie, seal, vote } = self;
        let body = format!("seal={seal}&vote={vote}&voter={voter}&choice={choice}");
        let request = format!(
            "POST /votes/1/ballot HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\
             Origin: http://{host}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len(),
        );
        request.into_bytes()
    }
}
