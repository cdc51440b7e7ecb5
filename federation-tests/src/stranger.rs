//! A server that is none of ours and keeps to no rule: it serves what it likes, signs what it
//! likes, and sends requests byte by byte. Its signatures are made by another library than the one
//! that verifies them.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Bytes,
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use rsa::{
    RsaPrivateKey,
    pkcs1v15::SigningKey,
    pkcs8::{EncodePublicKey, LineEnding},
    rand_core::OsRng,
    signature::{SignatureEncoding, Signer},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use translokaal::clock::Instant;
use url::Url;

const MEDIA: &str = "application/activity+json";

/// A hostile server with one actor.
pub struct Stranger {
    pub url: Url,
    key: Mutex<RsaPrivateKey>,
    shelf: Arc<Mutex<Shelf>>,
    made: Mutex<u64>,
}

/// What it serves and what it got.
#[derive(Default)]
struct Shelf {
    documents: BTreeMap<String, (u16, &'static str, String)>,
    asked: Vec<String>,
    got: Vec<Value>,
    answer: u16,
}

impl Stranger {
    /// Opens a server with an actor that looks like a neighbourhood.
    ///
    /// # Errors
    /// It can't be opened.
    pub async fn open() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = Url::parse(&format!("http://localhost:{}", listener.local_addr()?.port()))?;
        let shelf = Arc::new(Mutex::new(Shelf { answer: 202, ..Shelf::default() }));
        let app = Router::new().fallback(answer).with_state(Arc::clone(&shelf));
        tokio::spawn(async move { axum::serve(listener, app).await });
        let key = Mutex::new(fresh_key().await?);
        let it = Self { url, key, shelf, made: Mutex::new(0) };
        it.publish_actor()?;
        Ok(it)
    }

    /// An address of it.
    ///
    /// # Panics
    /// When `path` is none.
    #[must_use]
    pub fn at(&self, path: &str) -> Url {
        #[expect(clippy::expect_used, reason = "a path that a test wrote")]
        self.url.join(path).expect("a path")
    }

    /// Its actor.
    #[must_use]
    pub fn actor(&self) -> Url {
        self.at("/actor")
    }

    fn publish_actor(&self) -> Result<()> {
        let key = self.key.lock().unwrap_or_else(PoisonError::into_inner).to_public_key();
        let pem = key.to_public_key_pem(LineEnding::LF)?;
        self.serve(
            "/actor",
            &json!({
                "@context": ["https://www.w3.org/ns/activitystreams"],
                "id": self.actor(), "type": "Group", "preferredUsername": "mallory",
                "name": "Mallory", "inbox": self.at("/actor/inbox"),
                "outbox": self.at("/actor/outbox"),
                "endpoints": {"sharedInbox": self.at("/inbox")},
                "publicKey": {
                    "id": format!("{}#main-key", self.actor()),
                    "owner": self.actor(), "publicKeyPem": pem
                }
            }),
        );
        let account = format!("acct:mallory@localhost:{}", self.url.port().unwrap_or_default());
        let found = json!({"subject": account, "links": [
            {"rel": "self", "type": MEDIA, "href": self.actor()}
        ]});
        self.serve_as("/.well-known/webfinger", 200, "application/jrd+json", found.to_string());
        Ok(())
    }

    /// Changes the key of its actor.
    ///
    /// # Errors
    /// No key can be made.
    pub async fn changes_key(&self) -> Result<()> {
        let fresh = fresh_key().await?;
        *self.key.lock().unwrap_or_else(PoisonError::into_inner) = fresh;
        self.publish_actor()
    }

    /// Serves a document from now on.
    pub fn serve(&self, path: &str, json: &Value) {
        self.serve_as(path, 200, MEDIA, json.to_string());
    }

    /// Serves anything from now on.
    pub fn serve_as(&self, path: &str, status: u16, media: &'static str, body: String) {
        self.shelf().documents.insert(path.to_owned(), (status, media, body));
    }

    /// Answers so to what is posted to it.
    pub fn answers(&self, status: u16) {
        self.shelf().answer = status;
    }

    /// What was posted to it.
    #[must_use]
    pub fn got(&self) -> Vec<Value> {
        self.shelf().got.clone()
    }

    /// How often a path was asked for.
    #[must_use]
    pub fn asked(&self, path: &str) -> usize {
        self.shelf().asked.iter().filter(|it| *it == path).count()
    }

    fn shelf(&self) -> std::sync::MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An activity of its actor with a new id.
    #[must_use]
    pub fn activity(&self, kind: &str, object: Value) -> Value {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        *made += 1;
        json!({
            "@context": "https://www.w3.org/ns/activitystreams",
            "id": self.at(&format!("/activities/{made}")),
            "type": kind, "actor": self.actor(), "object": object,
        })
    }

    /// An article of its actor, as a neighbourhood would publish it; it is served too.
    #[must_use]
    pub fn article(&self, path: &str, title: &str) -> Value {
        let article = json!({
            "@context": "https://www.w3.org/ns/activitystreams",
            "id": self.at(path), "type": "Article", "attributedTo": self.actor(),
            "name": title, "summary": "Een samenvatting", "content": "<p>Een tekst</p>",
            "contentMap": {"nl": "<p>Een tekst</p>"}, "url": self.at("/page"),
            "published": "2026-05-01T11:00:00Z",
            "to": ["https://www.w3.org/ns/activitystreams#Public"], "cc": [],
            "assembly": {"v": 1, "kind": "Proposal", "status": "open", "version": 1}
        });
        self.serve(path, &article);
        article
    }

    /// A request to an inbox, signed as it should be.
    ///
    /// # Errors
    /// The inbox has no host.
    pub fn letter(&self, inbox: &Url, activity: &Value, now: Instant) -> Result<Letter> {
        let mut letter = Letter::new(inbox, activity.to_string().into_bytes(), now)?;
        letter.sign(self, "(request-target) host date digest content-type");
        Ok(letter)
    }

    /// Posts an activity to an inbox; gives the status of the answer.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn posts(&self, inbox: &Url, activity: &Value, now: Instant) -> Result<u16> {
        self.letter(inbox, activity, now)?.send().await
    }
}

/// A request as it goes over the wire.
#[derive(Clone, Debug)]
pub struct Letter {
    to: String,
    path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Letter {
    /// A request that isn't signed yet.
    ///
    /// # Errors
    /// The inbox has no host.
    pub fn new(inbox: &Url, body: Vec<u8>, now: Instant) -> Result<Self> {
        let port = inbox.port_or_known_default().context("a port")?;
        let host = format!("{}:{port}", inbox.host_str().context("a host")?);
        let mut it = Self {
            to: format!("127.0.0.1:{port}"),
            path: inbox.path().to_owned(),
            headers: Vec::new(),
            body,
        };
        it.set("host", &host);
        it.set("date", &http_date(now));
        it.set("digest", &digest(&it.body));
        it.set("content-type", MEDIA);
        Ok(it)
    }

    /// Gives a header this value and no other.
    pub fn set(&mut self, name: &str, value: &str) {
        self.remove(name);
        self.add(name, value);
    }

    /// Adds a header, whether it is there already or not.
    pub fn add(&mut self, name: &str, value: &str) {
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// Puts a header before all others.
    pub fn add_first(&mut self, name: &str, value: &str) {
        self.headers.insert(0, (name.to_owned(), value.to_owned()));
    }

    /// Takes a header out.
    pub fn remove(&mut self, name: &str) {
        self.headers.retain(|(it, _)| it != name);
    }

    /// The first value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value)
    }

    /// Signs these headers with the key of `who`.
    pub fn sign(&mut self, who: &Stranger, covered: &str) {
        self.sign_with(who, covered, "");
    }

    /// Signs, with parameters of one's own, such as `created=1,`.
    pub fn sign_with(&mut self, who: &Stranger, covered: &str, extra: &str) {
        let parameter = |name: &str| {
            let (_, rest) = extra.split_once(&format!("{name}=")).unwrap_or_default();
            rest.split(',').next().unwrap_or_default().to_owned()
        };
        let lines: Vec<String> = covered
            .split(' ')
            .map(|name| {
                let value = match name {
                    "(request-target)" => format!("post {}", self.path),
                    "(created)" => parameter("created"),
                    "(expires)" => parameter("expires"),
                    name => self.header(name).to_owned(),
                };
                format!("{name}: {value}")
            })
            .collect();
        let key = who.key.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let signature = SigningKey::<Sha256>::new(key).sign(lines.join("\n").as_bytes());
        let signature = BASE64_STANDARD.encode(signature.to_bytes());
        let algorithm = if extra.is_empty() { "rsa-sha256" } else { "hs2019" };
        let header = format!(
            "keyId=\"{}#main-key\",algorithm=\"{algorithm}\",{extra}headers=\"{covered}\",\
             signature=\"{signature}\"",
            who.actor()
        );
        self.set("signature", &header);
    }

    /// Sends it; gives the status of the answer.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn send(&self) -> Result<u16> {
        let stream = TcpStream::connect(&self.to).await?;
        let (mut reader, mut writer) = stream.into_split();
        let mut head = format!("POST {} HTTP/1.1\r\n", self.path);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.headers.iter().any(|(name, _)| name == "content-length") {
            head.push_str(&format!("content-length: {}\r\n", self.body.len()));
        }
        head.push_str("connection: close\r\n\r\n");
        let message = [head.as_bytes(), &self.body].concat();
        // Who is refused may be cut off while still speaking.
        let speaking =
            tokio::spawn(async move { writer.write_all(&message).await.map(|()| writer) });
        let mut answer = Vec::new();
        while answer.len() < 12 {
            let mut some = [0; 512];
            let n = reader.read(&mut some).await?;
            anyhow::ensure!(n > 0, "no answer");
            answer.extend_from_slice(some.get(..n).unwrap_or_default());
        }
        speaking.abort();
        let line = String::from_utf8_lossy(&answer);
        Ok(line.split(' ').nth(1).context("a status")?.parse()?)
    }
}

/// The `Digest` of a body.
#[must_use]
pub fn digest(body: &[u8]) -> String {
    format!("SHA-256={}", BASE64_STANDARD.encode(Sha256::digest(body)))
}

/// A moment as the `Date` header writes it.
#[must_use]
pub fn http_date(at: Instant) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

async fn fresh_key() -> Result<RsaPrivateKey> {
    let made = tokio::task::spawn_blocking(|| RsaPrivateKey::new(&mut OsRng, 2048));
    Ok(made.await??)
}

async fn answer(State(shelf): State<Arc<Mutex<Shelf>>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    let body = axum::body::to_bytes(body, 1 << 20).await.unwrap_or_else(|_| Bytes::new());
    let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
    shelf.asked.push(path.clone());
    if parts.method == axum::http::Method::POST {
        if (200..300).contains(&shelf.answer)
            && let Ok(json) = serde_json::from_slice(&body)
        {
            shelf.got.push(json);
        }
        return status(shelf.answer).into_response();
    }
    match shelf.documents.get(&path).cloned() {
        Some((code, media, body)) => {
            (status(code), [(header::CONTENT_TYPE, media)], body).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
