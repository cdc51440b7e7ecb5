//! The addresses at which every server of the fediverse looks first.

use axum::{
    extract::{Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{NOT_FOUND, NotGiven};
use crate::{
    error::Result,
    federation::{Federation, Office, office::Group, outgoing, wire::assembly::IMPLEMENTS},
    members,
};

/// Whom somebody looks for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    resource: Option<String>,
}

/// Who an account is (RFC 7033), and which actor speaks for this server (FEP-d556).
///
/// # Errors
/// [`NotGiven`].
pub async fn webfinger(
    State(federation): State<Federation>,
    Query(asked): Query<Asked>,
) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let group = office.group().await?;
    let Some(resource) = asked.resource else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let found = found(office, &group, resource.trim()).ok_or(NOT_FOUND)?;
    Ok(json_as("application/jrd+json", &found))
}

fn found(office: &Office, group: &Group, resource: &str) -> Option<Value> {
    let addresses = &office.addresses;
    let instance = addresses.instance();
    let (authority, host) = (addresses.authority(), addresses.host());
    let is = |text: &str| resource.eq_ignore_ascii_case(text);
    let of_group = format!("acct:{}@{authority}", group.row.handle);
    let of_instance = format!("acct:{host}@{authority}");
    let base = addresses.base().as_str();
    if is(&of_group) || resource == group.actor.as_str() {
        return Some(json!({
            "subject": of_group,
            "aliases": [base, group.actor],
            "links": [
                {"rel": "self", "type": "application/activity+json", "href": group.actor},
                {
                    "rel": "http://webfinger.net/rel/profile-page",
                    "type": "text/html", "href": base
                }
            ]
        }));
    }
    if is(&of_instance) || resource == instance.as_str() {
        return Some(json!({
            "subject": of_instance,
            "aliases": [instance],
            "links": [{"rel": "self", "type": "application/activity+json", "href": instance}]
        }));
    }
    if resource == base || resource == base.trim_end_matches('/') {
        return Some(json!({
            "subject": base,
            "links": [{
                "rel": "https://www.w3.org/ns/activitystreams#Service",
                "type": "application/activity+json", "href": instance
            }]
        }));
    }
    None
}

/// Where WebFinger is (RFC 6415).
///
/// # Errors
/// [`NotGiven`].
pub async fn host_meta(State(federation): State<Federation>) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    office.group().await?;
    let template = office.addresses.at("/.well-known/webfinger");
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <XRD xmlns=\"http://docs.oasis-open.org/ns/xri/xrd-1.0\">\n  \
         <Link rel=\"lrdd\" template=\"{template}?resource={{uri}}\"/>\n</XRD>\n"
    );
    Ok(([(header::CONTENT_TYPE, "application/xrd+xml")], xml).into_response())
}

/// Where NodeInfo is (FEP-f1d5), and which actor speaks for this server (FEP-2677).
///
/// # Errors
/// [`NotGiven`].
pub async fn nodeinfo_links(State(federation): State<Federation>) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    office.group().await?;
    let links = json!({"links": [
        {
            "rel": "http://nodeinfo.diaspora.software/ns/schema/2.1",
            "href": office.addresses.at("/nodeinfo/2.1")
        },
        {
            "rel": "https://www.w3.org/ns/activitystreams#Application",
            "href": office.addresses.instance()
        }
    ]});
    Ok(json_as("application/json", &links))
}

/// What this server is (NodeInfo 2.1).
///
/// # Errors
/// [`NotGiven`].
pub async fn nodeinfo(State(federation): State<Federation>) -> Result<Response, NotGiven> {
    let office = &*federation.config;
    let (group, db) = (office.group().await?, office.app.db.read());
    let users = members::store::count(db).await?;
    let posts = outgoing::store::count_created(db).await?;
    let info = json!({
        "version": "2.1",
        "software": {"name": "translokaal", "version": env!("CARGO_PKG_VERSION")},
        "protocols": ["activitypub"],
        "services": {"inbound": [], "outbound": []},
        "openRegistrations": false,
        "usage": {"users": {"total": users}, "localPosts": posts},
        "metadata": {"nodeName": group.row.name, "implements": [IMPLEMENTS]}
    });
    let schema = "http://nodeinfo.diaspora.software/ns/schema/2.1#";
    Ok(json_as(&format!("application/json; profile=\"{schema}\""), &info))
}

fn json_as(media: &str, json: &Value) -> Response {
    ([(header::CONTENT_TYPE, media)], json.to_string()).into_response()
}
