//! Signing out, here or everywhere.

use axum::{
    http::header,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};

use crate::{
    db, members,
    web::{
        Page,
        form::{Nothing, Sent},
        session::Kind,
        visit::Visit,
    },
};

/// Ends this session.
pub async fn here(visit: Visit, Sent(Nothing {}): Sent<Nothing>) -> Page {
    if let Some(token) = &visit.session {
        let app = visit.app();
        db::write(&app.db, async |tx| members::sign_out(tx, &app.secret, token).await).await?;
    }
    Ok(goodbye(&visit))
}

/// Ends every session of this member, on every device.
pub async fn everywhere(visit: Visit, Sent(Nothing {}): Sent<Nothing>) -> Page {
    visit.act(async |tx, by| members::sign_out_everywhere(tx, by).await).await?;
    Ok(goodbye(&visit))
}

/// Takes the cookie away.
pub(super) fn goodbye(visit: &Visit) -> Response {
    let cookie = Kind::Member.set(&visit.app().settings, None);
    let home = Redirect::to("/?done=signed-out");
    (AppendHeaders([(header::SET_COOKIE, cookie)]), home).into_response()
}
