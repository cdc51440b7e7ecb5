use std::path::Path;

use sea_orm::ConnectionTrait;

use super::*;
use crate::{bodies, db, settings::Settings, world::founding};

/// Runs a command line in a data folder of its own; gives what it said and how it ended.
fn obeyed(folder: &Path, words: &[&str]) -> (String, Outcome) {
    let words = ["translokaal"].iter().chain(words);
    let line = Line::try_parse_from(words).unwrap();
    let data = folder.display().to_string();
    let environment = vec![("TRANSLOKAAL__SERVER__DATA_DIR".to_owned(), data)];
    let mut out = Vec::new();
    let outcome = obey(line.command, &mut Voice { environment, out: &mut out });
    (String::from_utf8(out).unwrap(), outcome)
}

#[test]
fn the_command_line_is_whole() {
    use clap::CommandFactory;
    Line::command().debug_assert();
}

#[test]
fn a_database_is_made_and_brought_to_the_newest_shape() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for _ in 0..2 {
        let (told, outcome) = obeyed(&data, &["migrate"]);
        assert_eq!(outcome, Ok(()));
        assert!(told.starts_with("the database has all "), "{told}");
    }
    assert_eq!(std::fs::metadata(data).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_database_that_is_newer_than_the_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(obeyed(folder.path(), &["migrate"]).1, Ok(()));
    alone(async {
        let url = format!("sqlite://{}/translokaal.db", folder.path().display());
        let db = db::Db::open(&url, 1).await.unwrap();
        let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m2999_barter', 1)";
        db.shape().execute_unprepared(newer).await.unwrap();
        db.close().await.unwrap();
        Ok(())
    })
    .unwrap();
    let failure = obeyed(folder.path(), &["migrate"]).1.unwrap_err();
    assert_eq!(failure.status(), 1);
    assert!(failure.to_string().contains("newer than this program"), "{failure}");
}

#[test]
fn a_folder_that_can_not_be_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let failure = obeyed(&file, &["migrate"]).1.unwrap_err();
    assert_eq!(failure.status(), 1);
    assert!(failure.to_string().contains("/file: "), "{failure}");
}

#[test]
fn wrong_settings_stop_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wrong.toml");
    std::fs::write(&file, "[server]\nlistn = 1\n").unwrap();
    let path = file.display().to_string();
    for words in [["migrate", "--config", &path], ["serve", "--config", &path]] {
        let failure = obeyed(folder.path(), &words).1.unwrap_err();
        assert_eq!(failure.status(), 2);
        assert!(failure.to_string().contains("server.listn: no such setting"), "{failure}");
    }
}

/// Founds a neighbourhood in a data folder.
async fn found(folder: &Path) -> Outcome {
    let mut settings = Settings::default();
    settings.server.data_dir = folder.to_owned();
    let app = house::open(settings).await?;
    let now = app.clock.now();
    db::write(&app.db, async |tx| bodies::found(tx, now, founding()).await).await?;
    house::close(app.db).await;
    Ok(())
}

#[test]
fn a_roll_is_shown_first_imported_once_and_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (data, csv) = (folder.path().join("data"), folder.path().join("roll.csv"));
    let file = csv.display().to_string();
    let import = ["roll", "import", &file];
    let apply = ["roll", "import", &file, "--apply"];
    std::fs::write(&csv, "name;language;birth_year\nAlice;nl;1970\nBob;en;1980\n").unwrap();
    assert!(obeyed(&data, &import).1.unwrap_err().to_string().contains("found"));
    alone(found(&data)).unwrap();

    insta::assert_snapshot!(obeyed(&data, &import).0, @r"
    add     Alice
    add     Bob
    2 to add, 0 to change, 0 as they are
    Nothing was changed; say --apply to do it.
    ");
    assert_eq!(obeyed(&data, &apply).1, Ok(()));
    let (told, outcome) = obeyed(&data, &apply);
    assert_eq!(outcome, Ok(()));
    assert!(told.starts_with("0 to add, 0 to change, 2 as they are"), "{told}");

    std::fs::write(&csv, "name;language;birth_year\nCarol;nl;1970\nDave;xx;1980\n;nl;long\n")
        .unwrap();
    let failure = obeyed(&data, &apply).1.unwrap_err();
    assert_eq!(failure.status(), 2);
    insta::assert_snapshot!(failure.to_string().replace(&file, "roll.csv"), @r"
    roll.csv: nothing is imported
    line 3: no such language: xx
    line 4: not a year: long
    line 4: name is missing
    line 4: neither a year of birth nor an age check
    ");
    std::fs::write(&csv, b"name;language\nAnn\xff;nl\n").unwrap();
    let failure = obeyed(&data, &apply).1.unwrap_err();
    assert!(failure.to_string().ends_with("line 2: not text in UTF-8"), "{failure}");
}

#[test]
fn the_first_link_works_once_and_only_its_hash_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("setup.token");
    alone(async {
        let mut settings = Settings::default();
        settings.server.data_dir = folder.path().to_owned();
        let app = house::open(settings).await?;
        let first = setup::link(&app).await?.unwrap();
        let second = setup::link(&app).await?.unwrap();
        assert_ne!(first, second);
        let token = second.split_once("/setup?token=").unwrap().1;
        let kept = std::fs::read_to_string(&file).unwrap();
        assert_eq!(kept, app.secret.hash("setup", token));
        let now = app.clock.now();
        db::write(&app.db, async |tx| bodies::found(tx, now, founding()).await).await?;
        assert_eq!(setup::link(&app).await?, None);
        assert!(!file.exists());
        house::close(app.db).await;
        Ok(())
    })
    .unwrap();
}

#[tokio::test]
async fn a_port_that_is_taken_is_told() {
    let taken = serve::bind(([127, 0, 0, 1], 0).into()).await.unwrap();
    let address = taken.local_addr().unwrap();
    let failure = serve::bind(address).await.unwrap_err();
    assert_eq!(failure.status(), 1);
    assert!(failure.to_string().contains("another program has this port"), "{failure}");
}

#[test]
fn letters_are_written_once_and_for_nobody_else() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let (data, out) = (folder.path().join("data"), folder.path().join("letters.html"));
    let file = out.display().to_string();
    alone(found(&data)).unwrap();
    let over = ["roll", "letters", "--until", "2020-01-31", "--out", &file];
    assert!(obeyed(&data, &over).1.unwrap_err().to_string().contains("this day is over"));
    assert!(!out.exists());

    let letters = ["roll", "letters", "--until", "2099-12-31", "--out", &file];
    let (told, outcome) = obeyed(&data, &letters);
    assert_eq!(outcome, Ok(()));
    assert!(told.starts_with("1 letters in "), "{told}");
    let html = std::fs::read_to_string(&out).unwrap();
    assert_eq!(html.matches("<article class=\"letter\"").count(), 1);
    assert!(html.contains("<svg") && html.contains("@page { size: A4;") && html.contains("Sam"));
    assert_eq!(std::fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(obeyed(&data, &letters).1.unwrap_err().status(), 1);
}
