//! One address, two readers: people get the page, programs that ask for ActivityPub get JSON.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::objects;
use crate::federation::Federation;

/// A middleware for the pages of proposals, votes and results: whoever prefers ActivityPub is given
/// the object that the page shows.
pub async fn negotiate(
    State(federation): State<Federation>,
    request: Request,
    next: Next,
) -> Response {
    let Some(page) = page(request.uri().path()) else { return next.run(request).await };
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut answer = if is_read && is_for_programs(request.headers()) {
        let given = match page {
            Page::Proposal(number) => objects::give_proposal(&federation, None, number).await,
            Page::Vote(number) => objects::give_opening(&federation, None, number).await,
            Page::Result(number) => objects::give_result(&federation, None, number).await,
        };
        given.unwrap_or_else(IntoResponse::into_response)
    } else {
        next.run(request).await
    };
    answer.headers_mut().append(header::VARY, HeaderValue::from_static("Accept"));
    answer
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    Proposal(i64),
    Vote(i64),
    Result(i64),
}

fn page(path: &str) -> Option<Page> {
    let mut parts = path.strip_prefix('/')?.split('/');
    let page = match (parts.next()?, parts.next()?.parse().ok()?, parts.next()) {
        ("proposals", number, None) => Page::Proposal(number),
        ("votes", number, None) => Page::Vote(number),
        ("votes", number, Some("result")) => Page::Result(number),
        _ => return None,
    };
    parts.next().is_none().then_some(page)
}

/// Whether a page is asked for and no ActivityPub.
pub fn is_for_people(headers: &HeaderMap) -> bool {
    weight(headers, is_page) > weight(headers, is_activity)
}

fn is_for_programs(headers: &HeaderMap) -> bool {
    let activity = weight(headers, is_activity);
    activity > 0 && activity >= weight(headers, is_page)
}

fn is_page(media: &str) -> bool {
    matches!(media, "text/html" | "application/xhtml+xml")
}

fn is_activity(media: &str) -> bool {
    matches!(media, "application/activity+json" | "application/ld+json")
}

/// How much what `fits` is wanted, from 0 to 1000.
fn weight(headers: &HeaderMap, fits: fn(&str) -> bool) -> u32 {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|it| it.to_str().ok());
    let weights = accepted.flat_map(|it| it.split(',')).filter_map(|item| {
        let mut parts = item.split(';').map(str::trim);
        let media = parts.next()?.to_ascii_lowercase();
        let quality = parts.find_map(|it| it.strip_prefix("q=")).map_or(1000, thousandths);
        fits(&media).then_some(quality)
    });
    weights.max().unwrap_or(0)
}

/// `0.8` as 800.
fn thousandths(text: &str) -> u32 {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let digits: String = rest.chars().chain("000".chars()).take(3).collect();
    if whole == "0" { digits.parse().unwrap_or(0) } else { 1000 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepting(text: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, text.parse().unwrap());
        headers
    }

    #[test]
    fn browsers_get_pages_and_servers_get_objects() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        assert!(is_for_people(&accepting(browser)));
        assert!(!is_for_programs(&accepting(browser)));
        let profile = r#"application/ld+json; profile="https://www.w3.org/ns/activitystreams""#;
        for server in
            ["application/activity+json", profile, "application/activity+json, text/html;q=0.1"]
        {
            assert!(is_for_programs(&accepting(server)), "{server}");
            assert!(!is_for_people(&accepting(server)), "{server}");
        }
        assert!(!is_for_programs(&accepting("*/*")));
        assert!(!is_for_people(&accepting("*/*")));
    }

    #[tokio::test]
    async fn a_page_is_a_page_and_an_object() {
        use axum::{Router, body::Body, http::StatusCode, middleware, routing::get};
        use tower::ServiceExt;

        let world = crate::world::World::founded().await;
        let sam = world.secretary().await;
        let number = world.open_proposal(sam, "More bicycle stands").await.number;
        let federation = Federation::new(world.app.clone()).await.unwrap();
        let router = Router::new()
            .route("/proposals/{number}", get(async || "a page"))
            .layer(middleware::from_fn_with_state(federation, negotiate));
        let ask = async |path: String, accept: &str| {
            let asked = Request::get(path).header(header::ACCEPT, accept);
            let answer = router.clone().oneshot(asked.body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(answer.headers()[header::VARY], "Accept");
            let status = answer.status();
            let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
            (status, String::from_utf8(body.to_vec()).unwrap())
        };
        let path = format!("/proposals/{number}");
        assert_eq!(ask(path.clone(), "text/html").await.1, "a page");
        let (status, json) = ask(path, "application/activity+json").await;
        assert_eq!(status, StatusCode::OK);
        assert!(json.contains("\"Article\""), "{json}");
        let missing = ask("/proposals/99".to_owned(), "application/activity+json").await;
        assert_eq!(missing.0, StatusCode::NOT_FOUND);
    }

    #[test]
    fn only_the_pages_themselves_have_an_object() {
        assert_eq!(page("/proposals/12"), Some(Page::Proposal(12)));
        assert_eq!(page("/votes/3"), Some(Page::Vote(3)));
        assert_eq!(page("/votes/3/result"), Some(Page::Result(3)));
        for other in ["/", "/proposals", "/proposals/new", "/votes/3/ballot", "/votes/3/result/x"] {
            assert_eq!(page(other), None, "{other}");
        }
    }
}
