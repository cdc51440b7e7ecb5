//! The one stylesheet, under an address that changes with it, so that browsers may keep it.

use std::sync::LazyLock;

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use super::refusal::PageError;
use crate::error::Error;

pub(super) const STYLE: &str = include_str!("style.css");

/// The address of the stylesheet.
pub static PATH: LazyLock<String> = LazyLock::new(|| format!("/style/{}", *NAME));

static NAME: LazyLock<String> = LazyLock::new(|| {
    let print = Sha256::digest(STYLE.as_bytes());
    let short: String = print.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("{short}.css")
});

/// The stylesheet, in this version only.
pub async fn sheet(Path(name): Path<String>) -> Result<Response, PageError> {
    if name != *NAME {
        return Err(Error::NotFound("style").into());
    }
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, STYLE).into_response())
}
