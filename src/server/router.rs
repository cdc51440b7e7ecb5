//! Both doors in one router, and what holds for every request: limits, headers, and that a panic
//! is an answer of 500 and not a closed connection.

use std::{any::Any, time::Duration};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
};
use tower_http::{
    catch_panic::CatchPanicLayer, limit::RequestBodyLimitLayer, set_header::SetResponseHeaderLayer,
    timeout::TimeoutLayer,
};

use crate::{
    app::App,
    federation::{self, Federation},
    web,
};

/// The largest request unless a page says otherwise.
const BODY_MOST: usize = 1024 * 1024;
/// The longest that a request may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// No scripts, and nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The router of one server; without `federation` only the front door.
pub fn router(app: &App, federation: Option<&Federation>) -> Router {
    guarded(doors(app, federation))
}

fn doors(app: &App, federation: Option<&Federation>) -> Router {
    let pages = web::routes(app.clone());
    let Some(federation) = federation else { return pages };
    // One address, two readers: the page, and the object that it shows.
    let negotiate = middleware::from_fn_with_state(federation.clone(), federation::negotiate);
    // Pages have this limit within, so that they can tell it kindly.
    let limit = RequestBodyLimitLayer::new(web::REQUEST_MOST);
    pages.layer(negotiate).merge(federation::routes(federation).layer(limit))
}

/// Puts what holds for every request around the doors.
fn guarded(doors: Router) -> Router {
    doors
        .layer(DefaultBodyLimit::max(BODY_MOST))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::custom(apologise))
        .layer(header(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(header(header::REFERRER_POLICY, "same-origin"))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::X_FRAME_OPTIONS, "DENY"))
}

/// A header on every answer that doesn't carry it yet.
fn header(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

fn apologise(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(panic = text.unwrap_or("without words"), "a request panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side.\n").into_response()
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, extract::Request, routing::get, routing::post};
    use tower::ServiceExt;

    use super::*;

    async fn boom() -> StatusCode {
        panic!("boom")
    }

    async fn taken(_body: String) -> StatusCode {
        StatusCode::NO_CONTENT
    }

    async fn asked(request: Request) -> Response {
        let doors = Router::new().route("/boom", get(boom)).route("/take", post(taken));
        guarded(doors).oneshot(request).await.unwrap()
    }

    fn sent(bytes: usize) -> Request {
        Request::post("/take").body(Body::from("a".repeat(bytes))).unwrap()
    }

    #[tokio::test]
    async fn a_panic_is_an_answer() {
        let answer = asked(Request::get("/boom").body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
    }

    #[tokio::test]
    async fn what_is_too_large_is_refused() {
        assert_eq!(asked(sent(BODY_MOST)).await.status(), StatusCode::NO_CONTENT);
        assert_eq!(asked(sent(BODY_MOST + 1)).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }

    #[tokio::test]
    async fn what_is_much_too_large_is_refused_at_both_doors_and_kindly_at_the_front() {
        let world = crate::world::World::founded().await;
        let federation = Federation::new(world.app.clone()).await.unwrap();
        let router = router(&world.app, Some(&federation));
        let length = web::REQUEST_MOST + 1;
        for path in ["/proposals", "/desk/roll/import", "/inbox"] {
            let request = Request::post(path)
                .header(header::HOST, "alpha.test:8080")
                .header(header::CONTENT_LENGTH, length)
                .body(Body::from("a".repeat(length)))
                .unwrap();
            let answer = router.clone().oneshot(request).await.unwrap();
            assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE, "{path}");
            let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
            let html = String::from_utf8(body.to_vec()).unwrap();
            assert_eq!(html.contains("Dit is te groot"), path != "/inbox", "{path}: {html}");
        }
    }

    #[tokio::test]
    async fn every_answer_says_what_a_browser_may_not_do() {
        let answer = asked(Request::get("/nowhere").body(Body::empty()).unwrap()).await;
        let policy = answer.headers()["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"));
        assert_eq!(answer.headers()["referrer-policy"], "same-origin");
    }
}
