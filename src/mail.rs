//! Mail over SMTP. Sends what a door hands over, after the commit; keeps nothing.

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::authentication::Credentials,
};

use crate::{
    error::{Error, Result},
    settings::{self, Encryption},
};

/// The way to the mail server, if one is set.
#[derive(Clone, Debug)]
pub struct Mailer {
    way: Option<(AsyncSmtpTransport<Tokio1Executor>, Mailbox)>,
}

/// A mail to one person.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    Taken,
    /// The mail server said that it doesn't take it now (an answer that begins with 4): it may later.
    NotNow,
}

impl Mailer {
    /// Makes the way to the mail server; no server set means that mail can't be sent.
    ///
    /// # Errors
    /// A sender or a server name that can't be used.
    pub fn new(mail: &settings::Mail) -> anyhow::Result<Self> {
        if mail.server.is_empty() {
            return Ok(Self { way: None });
        }
        type Smtp = AsyncSmtpTransport<Tokio1Executor>;
        let mut builder = match mail.encryption {
            Encryption::Tls => Smtp::relay(&mail.server)?,
            Encryption::StartTls => Smtp::starttls_relay(&mail.server)?,
            Encryption::None => Smtp::builder_dangerous(&mail.server),
        };
        builder = builder.port(mail.port).timeout(Some(std::time::Duration::from_secs(20)));
        if !mail.user.is_empty() {
            let credentials = Credentials::new(mail.user.clone(), mail.password.clone());
            builder = builder.credentials(credentials);
        }
        Ok(Self { way: Some((builder.build(), mail.from.parse()?)) })
    }

    /// Whether mail can be sent at all.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        self.way.is_some()
    }

    /// Whether the mail server answers now.
    pub async fn answers(&self) -> bool {
        match &self.way {
            Some((way, _)) => way.test_connection().await.unwrap_or(false),
            None => false,
        }
    }

    /// Sends a mail, and answers when the mail server has taken it.
    ///
    /// # Errors
    /// [`Error::Unreachable`] when it can't be sent; without the address, which is not for logs.
    pub async fn send(&self, letter: Letter) -> Result<()> {
        match self.hand_over(letter).await? {
            Handed::Taken => Ok(()),
            Handed::NotNow => Err(unsent("the mail server doesn't take it now")),
        }
    }

    /// Hands a mail to the mail server, and says whether it took it or may later.
    ///
    /// # Errors
    /// [`Error::Unreachable`] when it can't be sent, or nobody knows whether it was.
    pub async fn hand_over(&self, letter: Letter) -> Result<Handed> {
        let Some((way, from)) = &self.way else {
            return Err(Error::Unreachable("no mail server is set".to_owned()));
        };
        let address = letter.to_address.parse().map_err(|_| unsent("not an address"))?;
        let message = Message::builder()
            .from(from.clone())
            .to(Mailbox::new(Some(letter.to_name), address))
            .subject(letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text)
            .map_err(|_| unsent("it could not be written"))?;
        match way.send(message).await {
            Ok(_) => Ok(Handed::Taken),
            Err(error) if error.is_transient() => Ok(Handed::NotNow),
            Err(error) => Err(unsent(if error.is_timeout() {
                "the mail server doesn't answer"
            } else if error.is_permanent() {
                "the mail server refused it"
            } else {
                "the mail server can't be reached"
            })),
        }
    }
}

fn unsent(what: &str) -> Error {
    Error::Unreachable(format!("the mail was not sent: {what}"))
}

#[cfg(test)]
pub mod tests {
    use std::{net::TcpListener, process::Stdio, time::Duration};

    use tokio::{
        io::{AsyncBufReadExt, BufReader},
        net::TcpStream,
        process::{Child, Command},
    };

    use super::*;

    /// A real mail server that prints what it takes.
    pub async fn server(port: u16) -> Child {
        serving(port, "aiosmtpd.handlers.Debugging", std::path::Path::new("")).await
    }

    /// One that refuses the first mail to everybody for now, as many do with strangers.
    pub async fn server_that_lets_wait(port: u16, folder: &std::path::Path) -> Child {
        let waits = "from aiosmtpd.handlers import Debugging\n\
                     class Waits(Debugging):\n    \
                     seen = set()\n    \
                     async def handle_RCPT(self, server, session, envelope, address, options):\n        \
                     if address not in self.seen:\n            \
                     self.seen.add(address)\n            \
                     return '451 4.7.1 later'\n        \
                     envelope.rcpt_tos.append(address)\n        \
                     return '250 OK'\n";
        std::fs::write(folder.join("waits.py"), waits).unwrap();
        serving(port, "waits.Waits", folder).await
    }

    async fn serving(port: u16, handler: &str, folder: &std::path::Path) -> Child {
        let server = Command::new("aiosmtpd")
            .args(["-n", "-l", &format!("127.0.0.1:{port}")])
            .args(["-c", handler, "stdout"])
            .env("PYTHONPATH", folder)
            .env("PYTHONUNBUFFERED", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("aiosmtpd: {error}; run `bash .ci/run tools`"));
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return server;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("aiosmtpd doesn't start; run `bash .ci/run tools`");
    }

    /// The first mail that the server takes, as it prints it.
    pub async fn first_mail(server: &mut Child) -> String {
        let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
        let mut taken = String::new();
        while !taken.contains("END MESSAGE") {
            let line = tokio::time::timeout(Duration::from_secs(10), lines.next_line());
            taken.push_str(&line.await.unwrap().unwrap().unwrap());
            taken.push('\n');
        }
        taken
    }

    /// A port that nobody has.
    pub fn free_port() -> u16 {
        TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
    }

    /// The way to the mail server on a port.
    pub fn mailer(port: u16) -> Mailer {
        let mail = settings::Mail {
            server: "127.0.0.1".to_owned(),
            port,
            encryption: Encryption::None,
            user: String::new(),
            password: String::new(),
            from: "Alpha <alpha@alpha.example>".to_owned(),
            reminder_days: 2,
        };
        Mailer::new(&mail).unwrap()
    }

    fn letter() -> Letter {
        Letter {
            to_name: "Alice Ünal".to_owned(),
            to_address: "alice@alpha.example".to_owned(),
            subject: "Inloggen bij Alpha".to_owned(),
            text: "Open deze link: https://alpha.example/sign-in/link/abc".to_owned(),
        }
    }

    #[tokio::test]
    async fn a_mail_reaches_the_mail_server() {
        let port = free_port();
        let mut server = server(port).await;
        mailer(port).send(letter()).await.unwrap();
        let taken = first_mail(&mut server).await;
        assert!(taken.contains("alice@alpha.example"), "{taken}");
        assert!(taken.contains("https://alpha.example/sign-in/link/abc"), "{taken}");
    }

    #[tokio::test]
    async fn without_a_mail_server_somebody_is_told_and_no_address_is() {
        let error = mailer(free_port()).send(letter()).await.unwrap_err();
        assert!(matches!(error, Error::Unreachable(_)));
        assert!(!error.to_string().contains("alice"), "{error}");
    }
}
