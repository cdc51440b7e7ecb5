//! The program as it is built: started, asked, told to stop, started again.

use anyhow::{Context, Result};
use federation_tests::program::{Place, Reader, Running};
use sea_orm::{ConnectionTrait, Database};
use tokio::net::TcpListener;

/// The path of the link with which the neighbourhood is founded.
async fn link(running: &mut Running) -> Result<String> {
    assert!(running.line().await?.starts_with("This neighbourhood isn't founded yet."));
    let link = running.line().await?;
    Ok(url::Url::parse(&link)?[url::Position::BeforePath..].to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_flight_when_it_is_told_to_stop_is_kept() -> Result<()> {
    let place = Place::new().await?;
    let mut reader = Reader::new(place.port);

    // A neighbourhood is being founded when SIGTERM comes.
    let mut running = place.serves().await?;
    let link = link(&mut running).await?;
    let page = reader.gets(&link).await?;
    assert_eq!(page.status, 200, "{page:?}");
    let (token, seal) = (page.hidden("token")?, page.hidden("seal")?);
    let fields = [
        ("token", token.as_str()),
        ("seal", &seal),
        ("neighbourhood", "Wilde Alpha"),
        ("handle", "alpha"),
        ("language", "nl"),
        ("name", "Sam"),
        ("born_in", "1980"),
    ];
    let begun = reader.begins("/setup", &fields).await?;
    running.hears("TERM").await?;
    reader.is_locked_out().await?;
    let founded = reader.finishes(begun).await?;
    assert_eq!((founded.status, founded.location()), (303, Some("/desk?done=founded")));
    let ended = running.ends().await?;
    assert_eq!((ended.status, ended.said.as_str()), (Some(0), "closing\n"));

    // Sam writes a proposal when SIGINT comes; she is still signed in.
    let running = place.serves().await?;
    assert!(reader.gets("/").await?.body.contains("Wilde Alpha"));
    assert_eq!(reader.gets(&link).await?.status, 404);
    let page = reader.gets("/proposals/new").await?;
    let (seal, id) = (page.hidden("seal")?, page.hidden("id")?);
    let fields = [
        ("seal", seal.as_str()),
        ("id", &id),
        ("kind", "proposal"),
        ("title", "Een waterkraan bij het speelveld"),
        ("summary", "Bij het speelveld is geen water. Wij vragen om een kraan voor iedereen."),
        ("text", "Kinderen hebben dorst na het spelen."),
        ("language", "nl"),
    ];
    let begun = reader.begins("/proposals", &fields).await?;
    running.hears("INT").await?;
    reader.is_locked_out().await?;
    let written = reader.finishes(begun).await?;
    assert_eq!(written.status, 303, "{}", written.body);
    assert_eq!(running.ends().await?.status, Some(0));

    let running = place.serves().await?;
    let draft = reader.gets(written.location().context("leads nowhere")?).await?;
    assert!(draft.body.contains("Een waterkraan bij het speelveld"), "{}", draft.body);
    running.hears("TERM").await?;
    assert_eq!(running.ends().await?.status, Some(0));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_far_too_much_reads_why() -> Result<()> {
    let place = Place::new().await?;
    let mut running = place.serves().await?;
    let mut reader = Reader::new(place.port);
    let page = reader.gets(&link(&mut running).await?).await?;
    for megabytes in [1, 4, 20] {
        let (token, name) = (page.hidden("token")?, "a".repeat(megabytes << 20));
        let fields = [("token", token.as_str()), ("neighbourhood", &name)];
        let answer = reader.sends("/setup", &fields).await?;
        assert_eq!(answer.status, 413, "{}", answer.head);
        assert!(answer.body.contains("Dit is te groot"), "{}", answer.body);
    }
    running.hears("TERM").await?;
    assert_eq!(running.ends().await?.status, Some(0));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_that_another_program_has_is_told_and_nothing_is_made() -> Result<()> {
    let place = Place::new().await?;
    let _taken = TcpListener::bind(("127.0.0.1", place.port)).await?;
    let ended = place.runs(&["serve"]).await?;
    let told = format!(
        "127.0.0.1:{}: another program has this port; stop it, or set another server.listen\n",
        place.port
    );
    assert_eq!((ended.status, ended.complained), (Some(1), told));
    assert!(!place.data().exists());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn three_mistakes_in_the_settings_are_told_at_once() -> Result<()> {
    let place = Place::new().await?;
    let text = "[server]\nlog_level = \"debug\"\n\n[mail]\nport = \"many\"\n\n\
        [neighbourhood]\ntime_zone = \"Europe/Weesp\"\n";
    std::fs::write(place.folder.path().join("alpha.toml"), text)?;
    let ended = place.runs(&["serve", "--config", "alpha.toml"]).await?;
    assert_eq!(ended.status, Some(2), "{}", ended.complained);
    assert_eq!(
        ended.complained,
        "wrong settings:\n\
         alpha.toml:2: server.log_level: no such setting\n\
         alpha.toml:5: mail.port: expected a number, not a text\n\
         alpha.toml:8: neighbourhood.time_zone: \"Europe/Weesp\" is not a time zone, such as \
         Europe/Amsterdam\n"
    );
    assert!(!place.data().exists());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_newer_than_the_program_is_left_as_it_is() -> Result<()> {
    let place = Place::new().await?;
    assert_eq!(place.runs(&["migrate"]).await?.status, Some(0));
    let db = Database::connect(place.database_url()).await?;
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m2999_barter', 1)";
    db.execute_unprepared(newer).await?;
    db.close().await?;
    let ended = place.runs(&["serve"]).await?;
    assert_eq!((ended.status, ended.said.as_str()), (Some(1), ""));
    assert_eq!(
        ended.complained.lines().last(),
        Some(
            "the database was left as it is: the database is newer than this program (it has \
             m2999_barter); install the newer program"
        )
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_not_be_run_says_so_with_its_status() -> Result<()> {
    let place = Place::new().await?;
    for (words, status) in [
        (vec!["--help"], 0),
        (vec!["serve", "--help"], 0),
        (vec!["serve", "--port", "80"], 2),
        (vec!["dance"], 2),
        (vec!["recount", "nowhere.json"], 2),
    ] {
        let ended = place.runs(&words).await?;
        assert_eq!(ended.status, Some(status), "{words:?}: {ended:?}");
        let told = if status == 0 { ended.said } else { ended.complained };
        assert!(!told.trim().is_empty(), "{words:?}");
    }
    assert!(!place.data().exists());
    Ok(())
}
