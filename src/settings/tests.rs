use std::path::Path;

use super::*;

fn at(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("config").join(name)
}

fn env(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// What is wrong with a file of this text, without the folder it lies in.
fn faults(text: &str, pairs: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("translokaal.toml");
    std::fs::write(&file, text).unwrap();
    match Settings::read(Some(&file), env(pairs)) {
        Ok(_) => "nothing".to_owned(),
        Err(faults) => faults.to_string().replace(&format!("{}/", folder.path().display()), ""),
    }
}

#[test]
fn the_reference_says_every_key_with_its_default() {
    let text = std::fs::read_to_string(at("default.toml")).unwrap();
    assert_eq!(Settings::read(Some(&at("default.toml")), []), Ok(Settings::default()));
    let mut section = String::new();
    let mut before = "";
    let mut named = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']').to_owned();
        } else if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            assert!(before.starts_with("# ") && before.ends_with('.'), "a sentence above {key}");
            named.push(format!("{section}.{key}"));
        }
        before = line;
    }
    let keys: Vec<&str> = keys::KEYS.iter().map(|(key, _)| *key).collect();
    assert_eq!(named, keys);
}

#[test]
fn the_example_is_a_server_that_starts() {
    let settings = Settings::read(Some(&at("example.toml")), []).unwrap();
    assert!(!settings.federation.development);
    assert!(!settings.mail.server.is_empty());
}

#[test]
fn nothing_at_all_is_a_server_that_starts() {
    assert_eq!(Settings::read(None, env(&[("HOME", "/root")])), Ok(Settings::default()));
}

#[test]
fn the_environment_is_stronger_than_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("translokaal.toml");
    std::fs::write(&file, "[server]\nlisten = \"127.0.0.1:9000\"\n[database]\nconnections = 9\n")
        .unwrap();
    let variables = [
        ("TRANSLOKAAL__DATABASE__CONNECTIONS", "12"),
        ("TRANSLOKAAL__SERVER__TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2"),
        ("TRANSLOKAAL__FEDERATION__ENABLED", "false"),
    ];
    let it = Settings::read(Some(&file), env(&variables)).unwrap();
    assert_eq!(it.server.listen.port(), 9000);
    assert_eq!(it.database.connections, 12);
    assert_eq!(it.server.trusted_proxies.len(), 2);
    assert!(!it.federation.enabled);
}

#[test]
fn three_mistakes_are_reported_at_once() {
    let text = "[server]\nlisten = \"everywhere\"\nlog_level = \"debug\"\n\n\
        [database]\nconnections = \"many\"\n";
    let told = faults(text, &[("TRANSLOKAAL__MAIL__PROT", "25"), ("TRANSLOKAAL__MAIL__PORT", "x")]);
    insta::assert_snapshot!(told, @r#"
    translokaal.toml:2: server.listen: "everywhere" is not an address with a port, such as 127.0.0.1:8080
    translokaal.toml:3: server.log_level: no such setting
    translokaal.toml:6: database.connections: expected a number, not a text
    TRANSLOKAAL__MAIL__PORT: "x" is not a number that fits here
    TRANSLOKAAL__MAIL__PROT: no such setting; did you mean mail.port?
    "#);
}

#[test]
fn what_does_not_fit_together_is_reported_where_it_was_set() {
    let text = "[server]\npublic_url = \"https://alpha.example\"\nlog = \"==\"\n\
        [mail]\nserver = \"mail.example\"\n[neighbourhood]\ntime_zone = \"Europe/Weesp\"\n";
    insta::assert_snapshot!(faults(text, &[("TRANSLOKAAL__DATABASE__CONNECTIONS", "1")]), @r#"
    translokaal.toml:2: server.public_url: https://alpha.example/ is a public domain; set federation.development = false before people use it
    translokaal.toml:3: server.log: "==" is not a log filter: invalid filter directive
    translokaal.toml:5: mail.server: mail.from must say who sends, when mail.server is set
    translokaal.toml:7: neighbourhood.time_zone: "Europe/Weesp" is not a time zone, such as Europe/Amsterdam
    TRANSLOKAAL__DATABASE__CONNECTIONS: 1 is not between 2 and 100
    "#);
}

#[test]
fn a_file_that_is_no_file_of_settings_is_reported() {
    insta::assert_snapshot!(faults("server\n= 1\n[mail\nport = 25\n", &[]), @r#"
    translokaal.toml:1: key with no value, expected `=`
    translokaal.toml:3: unclosed table, expected `]`
    "#);
    let missing = Settings::read(Some(Path::new("nowhere.toml")), []).unwrap_err();
    insta::assert_snapshot!(
        missing,
        @"nowhere.toml: can't be read: No such file or directory (os error 2)"
    );
    insta::assert_snapshot!(faults("server = 8080\nport = 3\n", &[]), @r#"
    translokaal.toml:1: server: no such setting; did you mean mail.server?
    translokaal.toml:2: port: no such setting; did you mean mail.port?
    "#);
}

#[test]
fn without_development_a_server_has_a_public_name_and_https() {
    let tried = |url: &str, development: &str| {
        let told = faults(
            "",
            &[
                ("TRANSLOKAAL__SERVER__PUBLIC_URL", url),
                ("TRANSLOKAAL__FEDERATION__DEVELOPMENT", development),
            ],
        );
        told == "nothing"
    };
    assert!(tried("https://alpha.example", "false"));
    assert!(!tried("http://alpha.example", "false"));
    assert!(!tried("https://alpha.example:8443", "false"));
    assert!(!tried("https://alpha.example/council", "false"));
    assert!(!tried("https://bob@alpha.example", "false"));
    assert!(!tried("ftp://alpha.example", "false"));
    assert!(!tried("https://alpha.example", "true"));
    assert!(!tried("http://203.0.113.9:8080", "true"));
    for private in ["http://alpha.localhost:8001", "http://127.0.0.1:8001", "http://[::1]:8001"] {
        assert!(tried(private, "true"), "{private}");
        assert!(!tried(private, "false"), "{private}");
    }
}

#[test]
fn passwords_stay_out_of_what_is_told() {
    let told = faults("[database]\nurl = \"mysql://alice:geheim@db/alpha\"\n", &[]);
    assert!(!told.contains("geheim"), "{told}");
    let mut settings = Settings::default();
    settings.mail.password = "geheim".to_owned();
    settings.database.url = "postgres://alice:geheim@db/alpha".to_owned();
    assert!(!format!("{settings:?}").contains("geheim"));
}

#[test]
fn a_blocked_server_is_blocked_with_all_below_it() {
    let mut it = Settings::default().federation;
    it.blocked_hosts = vec!["Bad.example".to_owned()];
    let blocks = |address: &str| it.blocks(&address.parse().unwrap());
    assert!(blocks("https://bad.example/actor") && blocks("https://a.bad.example/"));
    assert!(!blocks("https://notbad.example/") && !blocks("https://bad.example.org/"));
}
