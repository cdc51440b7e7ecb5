use super::store;
use crate::{db::Tx, error::Result, ids::MemberId, secret::Secret};

/// Ends the session of a token.
///
/// # Errors
/// What the database says.
pub async fn sign_out(tx: &Tx, secret: &Secret, token: &str) -> Result<()> {
    store::end_session(tx, &secret.hash("session", token)).await
}

/// Ends every session of a member, on every device.
///
/// # Errors
/// What the database says.
pub async fn sign_out_everywhere(tx: &Tx, member: MemberId) -> Result<()> {
    store::end_sessions_of(tx, member).await
}
