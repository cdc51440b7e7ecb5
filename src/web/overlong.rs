//! What is too large is read to its end before the answer goes out: a browser that is still sending
//! doesn't listen, and would show a broken connection in place of the page that says why.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::Response,
};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;

use super::FORM_MOST;

/// The most that is read for nothing, in bytes; whoever sends more is cut off.
const READ_MOST: usize = 64 * 1024 * 1024;

/// A body that two can read: the page, and afterwards whoever reads the rest.
struct Shared(Arc<Mutex<Body>>);

impl HttpBody for Shared {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let mut body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}

/// Reads the rest of a request that was refused for its size.
pub async fn read_rest(request: Request, next: Next) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|it| it.to_str().ok()?.parse::<usize>().ok());
    if length.is_none_or(|length| length <= FORM_MOST) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let body = Arc::new(Mutex::new(body));
    let shared = Body::new(Shared(body.clone()));
    let response = next.run(Request::from_parts(parts, shared)).await;
    if response.status() == StatusCode::PAYLOAD_TOO_LARGE {
        let (mut rest, mut read) = (Shared(body), 0);
        while let Some(Ok(frame)) = rest.frame().await {
            read += frame.data_ref().map_or(0, Bytes::len);
            if read > READ_MOST {
                break;
            }
        }
    }
    response
}
