//! A form with a file.

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Multipart, Request};

use super::sent::{self, SEAL};
use crate::web::{Door, refusal::PageError};

/// The fields of a form with a file, each as text, after all checks.
#[derive(Debug)]
pub struct Upload(pub BTreeMap<String, String>);

impl Upload {
    /// The text of a field or file; empty when it wasn't sent.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map(String::as_str).unwrap_or_default()
    }
}

impl FromRequest<Door> for Upload {
    type Rejection = PageError;

    async fn from_request(request: Request, door: &Door) -> Result<Self, PageError> {
        sent::check_origin(door, request.headers())?;
        let (parts, body) = request.into_parts();
        let request = Request::from_parts(parts.clone(), body);
        let mut form =
            Multipart::from_request(request, door).await.map_err(|_| PageError::Unreadable)?;
        let mut fields = BTreeMap::new();
        loop {
            let field = form.next_field().await.map_err(|fault| too_large_or_unreadable(&fault))?;
            let Some(field) = field else { break };
            let name = field.name().unwrap_or_default().to_owned();
            let bytes = field.bytes().await.map_err(|fault| too_large_or_unreadable(&fault))?;
            fields.insert(name, read(&bytes));
        }
        let seal = fields.remove(SEAL).unwrap_or_default();
        sent::check_seal(door, &parts, &seal, Vec::new())?;
        Ok(Self(fields))
    }
}

/// Spreadsheets save UTF-8, with or without a mark before it, or the old Western European set.
fn read(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

fn too_large_or_unreadable(fault: &axum::extract::multipart::MultipartError) -> PageError {
    let status = fault.status();
    tracing::debug!(%status, "an upload could not be read");
    if status == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        PageError::TooLarge
    } else {
        PageError::Unreadable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_old_spreadsheets_are_read_too() {
        assert_eq!(read("José".as_bytes()), "José");
        assert_eq!(read(b"\xEF\xBB\xBFJos\xC3\xA9"), "José");
        assert_eq!(read(b"Jos\xE9"), "José");
    }
}
