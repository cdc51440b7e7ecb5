//! Who has a say over what comes from another server: the only authority over an object is the
//! origin of its id (FEP-fe34).

use url::Url;

/// Why something from another server is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("not an address that this server may speak to")]
    Address,
    #[error("id and actor are of different origins")]
    ForeignId,
    #[error("the object is of another origin than its author")]
    ForeignObject,
    #[error("not written by the one who sends it")]
    NotTheAuthor,
    #[error("this was never asked for")]
    NeverAsked,
    #[error("not for this server")]
    NotForUs,
}

/// The longest address, in bytes.
const LENGTH_MOST: usize = 2_000;

/// Whether two addresses are of one origin: scheme, host and port.
#[must_use]
pub fn same_origin(one: &Url, other: &Url) -> bool {
    one.scheme() == other.scheme()
        && one.host_str().is_some()
        && one.host_str() == other.host_str()
        && one.port_or_known_default() == other.port_or_known_default()
}

/// An address of another server: https on the usual port, no user, no bare IP. During development
/// http and ports are allowed too.
///
/// # Errors
/// [`Refusal::Address`].
pub fn check_address(url: &Url, development: bool) -> Result<(), Refusal> {
    let scheme_fits = url.scheme() == "https" || (development && url.scheme() == "http");
    let port_fits = development || url.port().is_none();
    let plain = url.username().is_empty() && url.password().is_none();
    let named = url.domain().is_some_and(|host| development || host.contains('.'));
    // A database has a limit for what it looks things up by.
    let short = url.as_str().len() <= LENGTH_MOST;
    let fits = scheme_fits && port_fits && plain && named && short;
    if fits { Ok(()) } else { Err(Refusal::Address) }
}

/// An activity comes from the origin of its actor.
///
/// # Errors
/// [`Refusal::ForeignId`].
pub fn check_activity(id: &Url, actor: &Url) -> Result<(), Refusal> {
    if same_origin(id, actor) { Ok(()) } else { Err(Refusal::ForeignId) }
}

/// An object is written, changed or removed by its one author, on the author's own server.
///
/// # Errors
/// [`Refusal::ForeignObject`] or [`Refusal::NotTheAuthor`].
pub fn check_object(object: &Url, author: &Url, actor: &Url) -> Result<(), Refusal> {
    if !same_origin(object, actor) {
        return Err(Refusal::ForeignObject);
    }
    if author != actor {
        return Err(Refusal::NotTheAuthor);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn a_port_is_part_of_an_origin() {
        assert!(same_origin(&url("https://a.example/1"), &url("https://A.example:443/2")));
        assert!(!same_origin(&url("https://a.example/1"), &url("https://a.example:8443/1")));
        assert!(!same_origin(&url("https://a.example"), &url("http://a.example")));
        assert!(!same_origin(&url("data:x"), &url("data:x")));
    }

    #[test]
    fn outside_development_only_https_by_name() {
        let table = [
            ("https://a.example/x", true, true),
            ("http://a.example/x", false, true),
            ("https://a.example:444/x", false, true),
            ("https://localhost/x", false, true),
            ("https://10.0.0.1/x", false, false),
            ("https://[::1]/x", false, false),
            ("https://bob@a.example/x", false, false),
            ("ftp://a.example/x", false, false),
        ];
        for (text, live, development) in table {
            assert_eq!(check_address(&url(text), false).is_ok(), live, "{text}");
            assert_eq!(check_address(&url(text), true).is_ok(), development, "{text}");
        }
    }

    #[test]
    fn nobody_speaks_for_another() {
        let (alpha, beta) = (url("https://alpha.example/g"), url("https://beta.example/g"));
        let object = url("https://alpha.example/p/1");
        assert_eq!(check_object(&object, &alpha, &alpha), Ok(()));
        assert_eq!(check_object(&object, &alpha, &beta), Err(Refusal::ForeignObject));
        let other = url("https://alpha.example/h");
        assert_eq!(check_object(&object, &alpha, &other), Err(Refusal::NotTheAuthor));
        assert_eq!(check_activity(&object, &beta), Err(Refusal::ForeignId));
    }
}
