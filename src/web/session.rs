//! The cookies: who is signed in, who is merely visiting, and in which language.
//!
//! A session lives on the server; the cookie holds a token that means nothing elsewhere.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{Extensions, HeaderMap, HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use super::Door;
use crate::{chance, settings::Settings};

/// What a cookie is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody who is signed in.
    Member,
    /// A visitor; only ties forms to the browser they were shown in.
    Visitor,
    /// The language that was chosen.
    Language,
}

impl Kind {
    /// The name of this cookie. Cookies don't know ports, so during development the name does:
    /// several neighbourhoods may then run on one machine. Elsewhere `__Host-` makes browsers
    /// refuse the cookie unless it is secure and of this host alone.
    #[must_use]
    pub fn name(self, settings: &Settings) -> String {
        let what = match self {
            Self::Member => "member",
            Self::Visitor => "visitor",
            Self::Language => "language",
        };
        if settings.federation.development {
            let port = settings.server.public_url.port_or_known_default().unwrap_or_default();
            format!("translokaal-{what}-{port}")
        } else {
            format!("__Host-translokaal-{what}")
        }
    }

    /// Reads this cookie.
    #[must_use]
    pub fn read(self, settings: &Settings, headers: &HeaderMap) -> Option<String> {
        let jar = CookieJar::from_headers(headers);
        jar.get(&self.name(settings)).map(|cookie| cookie.value().to_owned())
    }

    /// The header value that sets this cookie; without a value it is taken away.
    #[must_use]
    pub fn set(self, settings: &Settings, value: Option<&str>) -> HeaderValue {
        let mut cookie = Cookie::new(self.name(settings), value.unwrap_or_default().to_owned());
        cookie.set_http_only(true);
        cookie.set_path("/");
        cookie.set_same_site(SameSite::Lax);
        cookie.set_secure(!settings.federation.development);
        let days = match (value, self) {
            (None, _) => 0,
            (_, Self::Member) => 30,
            (_, Self::Visitor) => 1,
            (_, Self::Language) => 365,
        };
        let text = format!("{cookie}; Max-Age={}", days * 86_400);
        HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
    }
}

/// The cookie of somebody who is not signed in; put beside a request that has none yet.
#[derive(Clone, Debug)]
pub struct Visitor(pub String);

/// Gives every new browser a visitor's cookie, so that its forms are tied to it.
pub async fn greet(State(door): State<Door>, mut request: Request, next: Next) -> Response {
    let settings = &door.app.settings;
    if let Some(token) = Kind::Visitor.read(settings, request.headers()) {
        request.extensions_mut().insert(Visitor(token));
        return next.run(request).await;
    }
    let token = chance::token();
    request.extensions_mut().insert(Visitor(token.clone()));
    let mut response = next.run(request).await;
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page {
        let cookie = Kind::Visitor.set(settings, Some(&token));
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Whose form it is: the one with the session in this browser, or else the visitor.
#[must_use]
pub fn holder(settings: &Settings, parts: &Parts) -> String {
    let visitor = || parts.extensions.get::<Visitor>().map(|visitor| visitor.0.clone());
    Kind::Member.read(settings, &parts.headers).or_else(visitor).unwrap_or_default()
}

/// Where a request comes from: the peer, or what a trusted proxy says about it. Of a chain of
/// proxies the last address that is not trusted counts; everything before it can be made up.
#[must_use]
pub fn client(settings: &Settings, headers: &HeaderMap, extensions: &Extensions) -> Option<IpAddr> {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>()?.ip();
    let trusted = &settings.server.trusted_proxies;
    if !trusted.contains(&peer) {
        return Some(peer);
    }
    headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|part| part.trim().parse::<IpAddr>().ok())
        .rfind(|address| !trusted.contains(address))
        .or(Some(peer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(peer: [u8; 4], forwarded: &[&'static str]) -> Option<IpAddr> {
        let mut settings = Settings::default();
        settings.server.trusted_proxies = vec![IpAddr::from([127, 0, 0, 1])];
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_static(value));
        }
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::from((peer, 1))));
        client(&settings, &headers, &extensions)
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let (proxy, stranger) = ([127, 0, 0, 1], [192, 0, 2, 9]);
        assert_eq!(from(stranger, &["10.0.0.1"]), Some(IpAddr::from(stranger)));
        assert_eq!(from(proxy, &["10.0.0.1, 192.0.2.9"]), Some(IpAddr::from(stranger)));
        assert_eq!(from(proxy, &["192.0.2.9, 127.0.0.1"]), Some(IpAddr::from(stranger)));
        assert_eq!(from(proxy, &[]), Some(IpAddr::from(proxy)));
    }

    #[test]
    fn outside_development_a_cookie_is_secure_and_of_this_host_alone() {
        let mut settings = Settings::default();
        let cookie = Kind::Member.set(&settings, Some("t"));
        insta::assert_snapshot!(
            cookie.to_str().unwrap(),
            @"translokaal-member-8080=t; HttpOnly; SameSite=Lax; Path=/; Max-Age=2592000"
        );
        settings.federation.development = false;
        let cookie = Kind::Member.set(&settings, Some("t"));
        insta::assert_snapshot!(
            cookie.to_str().unwrap(),
            @"__Host-translokaal-member=t; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=2592000"
        );
    }
}
