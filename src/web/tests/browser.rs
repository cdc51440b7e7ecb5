//! A browser for tests: keeps cookies, fills in forms, follows nothing by itself.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header, request::Builder},
    response::Response,
};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::{app::App, ids::MemberId, members, web, world::World};

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub html: String,
    pub location: Option<String>,
    pub retry_after: Option<String>,
}

impl Answer {
    /// What stands between `<main>` and `</main>`, without seals and hashes, which differ each
    /// time.
    pub fn main(&self) -> String {
        let from = self.html.find("<main").map(|at| at + self.html[at..].find('>').unwrap() + 1);
        let to = self.html.find("</main>");
        let (Some(from), Some(to)) = (from, to) else { return self.html.clone() };
        self.html[from..to]
            .lines()
            .filter(|line| !line.contains("name=\"seal\"") && !line.contains("sha256:"))
            .map(str::trim_end)
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Whether a text stands on the page.
    pub fn says(&self, text: &str) -> bool {
        self.html.contains(text)
    }

    /// The seal of the first form.
    fn seal(&self) -> Option<String> {
        let (_, rest) = self.html.split_once("name=\"seal\" value=\"")?;
        Some(rest.split('"').next()?.to_owned())
    }
}

/// Somebody's browser.
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    /// The seal of the page that was read last.
    pub seal: String,
}

impl Browser {
    /// A new browser at the door of a world.
    pub fn of(world: &World) -> Self {
        Self::at(world.app.clone())
    }

    /// A new browser at the door of a server.
    pub fn at(app: App) -> Self {
        let router = web::routes(app);
        Self { router, cookies: BTreeMap::new(), seal: String::new() }
    }

    /// A browser in which somebody is signed in, in Dutch.
    pub async fn signed_in(world: &World, member: MemberId) -> Self {
        let mut browser = Self::of(world);
        let now = world.now();
        let begun = world
            .write(async |tx| {
                members::sign_in::begin(tx, now, &world.app.secret, member, None).await
            })
            .await
            .unwrap();
        browser.cookies.insert("translokaal-member-8080".to_owned(), begun.token);
        browser.get("/me").await;
        browser
    }

    /// Reads a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        let answer = self.send(Request::get(path), Body::empty()).await;
        self.seal = answer.seal().unwrap_or_default();
        answer
    }

    /// Sends a form, sealed as the page that was read last.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let seal = self.seal.clone();
        self.post_raw(path, fields, &seal, "http://alpha.test:8080").await
    }

    /// Sends a form with any seal, from any site.
    pub async fn post_raw(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        seal: &str,
        origin: &str,
    ) -> Answer {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields).append_pair("seal", seal);
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, origin);
        self.send(request, Body::from(form.finish())).await
    }

    /// Sends a file in a form.
    pub async fn upload(&mut self, path: &str, name: &str, text: &str) -> Answer {
        let seal = &self.seal;
        let body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"seal\"\r\n\r\n{seal}\r\n\
             --edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"roll.csv\"\r\n\
             Content-Type: text/csv\r\n\r\n{text}\r\n--edge--\r\n"
        );
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header(header::ORIGIN, "http://alpha.test:8080");
        self.send(request, Body::from(body)).await
    }

    async fn send(&mut self, request: Builder, body: Body) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request
            .header(header::HOST, "alpha.test:8080")
            .header(header::COOKIE, cookies.join("; "))
            .body(body)
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        self.keep_cookies(&response);
        let text = |name| {
            let value = response.headers().get(name)?;
            Some(value.to_str().unwrap().to_owned())
        };
        let (location, retry_after) = (text(header::LOCATION), text(header::RETRY_AFTER));
        let status = response.status();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        Answer { status, html: String::from_utf8_lossy(&bytes).into_owned(), location, retry_after }
    }

    fn keep_cookies(&mut self, response: &Response) {
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
