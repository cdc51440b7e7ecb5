use std::path::Path;

use sea_orm::ConnectionTrait;

use super::*;

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
        let db = crate::db::Db::open(&url, 1).await.unwrap();
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
