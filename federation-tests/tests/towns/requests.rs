//! What an inbox answers to requests of every sort.

use anyhow::Result;
use chrono::TimeDelta;
use federation_tests::{
    Stranger, Town,
    stranger::{Letter, digest, http_date},
};
use serde_json::{Value, json};

const FULL: &str = "(request-target) host date digest content-type";

/// A town, a stranger, and the request that they begin with.
struct Scene {
    town: Town,
    who: Stranger,
}

impl Scene {
    async fn open() -> Result<Self> {
        Ok(Self { town: Town::open().await?, who: Stranger::open().await? })
    }

    /// A request that is as it should be, with an id of its own.
    fn good(&self) -> Result<Letter> {
        let activity = self.who.activity("Follow", json!(self.town.beta.group()));
        self.of(&activity)
    }

    fn of(&self, activity: &Value) -> Result<Letter> {
        self.who.letter(&self.town.beta.at("/inbox"), activity, self.town.beta.now())
    }

    /// A request that is changed before it is signed.
    fn before(&self, change: impl FnOnce(&mut Letter)) -> Result<Letter> {
        let mut letter = self.good()?;
        change(&mut letter);
        letter.sign(&self.who, FULL);
        Ok(letter)
    }

    /// A request that is changed after it was signed.
    fn after(&self, change: impl FnOnce(&mut Letter)) -> Result<Letter> {
        let mut letter = self.good()?;
        change(&mut letter);
        Ok(letter)
    }

    async fn expect(&self, cases: Vec<(&str, u16, Letter)>) -> Result<()> {
        for (name, expected, letter) in cases {
            let status = letter.send().await?;
            assert_eq!(status, expected, "request {name}");
        }
        Ok(())
    }
}

/// Another body of the same actor.
fn other_body(scene: &Scene) -> Vec<u8> {
    scene.who.activity("Delete", json!(scene.town.beta.group())).to_string().into_bytes()
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_1_to_10() -> Result<()> {
    let scene = Scene::open().await?;
    let now = scene.town.beta.now();
    let first = scene.good()?;
    let large = scene.who.activity("Follow", json!({"id": "x".repeat(3 << 20)}));
    let foreign = {
        let mut activity = scene.who.activity("Follow", json!(scene.town.beta.group()));
        activity["id"] = json!(scene.town.alpha.at("/activities/1"));
        scene.of(&activity)?
    };
    let only_digest = scene.after(|it| it.sign(&scene.who, "digest"))?;
    let cases = vec![
        ("1", 202, first.clone()),
        ("2", 401, scene.after(|it| it.body = other_body(&scene))?),
        ("3", 202, first),
        ("4", 421, scene.before(|it| it.set("host", "alpha.example"))?),
        ("5", 401, only_digest),
        ("6", 401, scene.before(|it| it.set("date", &http_date(now + TimeDelta::days(365))))?),
        ("7", 401, scene.before(|it| it.set("date", &http_date(now - TimeDelta::seconds(3700))))?),
        ("8", 413, scene.of(&large)?),
        (
            "9",
            202,
            scene.before(|it| {
                let lower = digest(&it.body).replace("SHA", "sha");
                it.set("digest", &lower);
            })?,
        ),
        ("10", 400, foreign),
    ];
    scene.expect(cases).await
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_11_to_19() -> Result<()> {
    let scene = Scene::open().await?;
    let now = scene.town.beta.now();
    let many = scene.who.activity("Follow", json!(scene.town.beta.group()));
    let (mut array, mut bare) = (many.clone(), many);
    array["type"] = json!(["Follow"]);
    bare.as_object_mut().map(|it| it.remove("@context"));
    let twice = String::from_utf8(scene.good()?.body)?.replacen('{', "{\"type\":\"Follow\",", 1);
    let twice =
        Letter::new(&scene.town.beta.at("/inbox"), twice.into_bytes(), now).map(|mut it| {
            it.sign(&scene.who, FULL);
            it
        })?;
    let other = digest(&other_body(&scene));
    let cases = vec![
        ("11", 400, scene.of(&array)?),
        ("12", 202, scene.of(&bare)?),
        (
            "13",
            401,
            scene.after(|it| {
                it.set("signature-input", "sig1=(\"@method\" \"content-digest\");created=1");
                it.set("signature", "sig1=:AAAA:");
            })?,
        ),
        (
            "14",
            401,
            scene.before(|it| {
                let list = format!("{},SHA-512=AAAA", digest(&it.body));
                it.set("digest", &list);
            })?,
        ),
        ("15", 202, scene.after(|it| it.add("authorization", "Bearer token"))?),
        ("16", 400, scene.after(|it| it.add_first("digest", &other))?),
        ("17", 400, scene.after(|it| it.add("digest", &other))?),
        ("18", 202, twice),
        (
            "19",
            401,
            scene.after(|it| {
                let covered = "(request-target) (created) (expires) host digest";
                it.sign_with(&scene.who, covered, "created=1688000000,expires=2000000000,");
            })?,
        ),
    ];
    scene.expect(cases).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_of_a_signature_counts() -> Result<()> {
    let scene = Scene::open().await?;
    let now = scene.town.beta.now();
    let created = now.timestamp();
    let recent = format!("created={created},expires={},", created + 300);
    let future = format!("created={},", (now + TimeDelta::days(10)).timestamp());
    let cases = vec![
        (
            "with (created)",
            202,
            scene.after(|it| {
                it.sign_with(
                    &scene.who,
                    "(request-target) (created) (expires) host digest",
                    &recent,
                );
            })?,
        ),
        (
            "(created) in ten days",
            401,
            scene.after(|it| {
                it.sign_with(&scene.who, "(request-target) (created) host digest", &future);
            })?,
        ),
        (
            "50 minutes old",
            202,
            scene.before(|it| it.set("date", &http_date(now - TimeDelta::minutes(50))))?,
        ),
        (
            "61 minutes old",
            401,
            scene.before(|it| it.set("date", &http_date(now - TimeDelta::minutes(61))))?,
        ),
        ("unreadable date", 401, scene.before(|it| it.set("date", "yesterday"))?),
    ];
    scene.expect(cases).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_covers_what_it_must() -> Result<()> {
    let scene = Scene::open().await?;
    let other = Stranger::open().await?;
    let now = scene.town.beta.now();
    let cases = vec![
        (
            "date not signed",
            401,
            scene.after(|it| {
                it.sign(&scene.who, "(request-target) host digest");
            })?,
        ),
        (
            "host not signed",
            401,
            scene.after(|it| {
                it.sign(&scene.who, "(request-target) date digest");
            })?,
        ),
        ("target not signed", 401, scene.after(|it| it.sign(&scene.who, "host date digest"))?),
        (
            "digest not signed",
            401,
            scene.after(|it| it.sign(&scene.who, "(request-target) host date"))?,
        ),
        ("not signed", 401, scene.after(|it| it.remove("signature"))?),
        ("signed by another", 401, scene.after(|it| it.sign(&other, FULL))?),
        (
            "a parameter twice",
            401,
            scene.after(|it| {
                let twice = format!("{},headers=\"digest\"", it.header("signature"));
                it.set("signature", &twice);
            })?,
        ),
        (
            "a parameter twice, padded",
            401,
            scene.after(|it| {
                let twice = format!("{}, headers =\"digest\"", it.header("signature"));
                it.set("signature", &twice);
            })?,
        ),
        (
            "a header that is signed is missing",
            401,
            scene.after(|it| it.sign(&scene.who, &format!("{FULL} x-missing")))?,
        ),
        (
            "changed after signing",
            401,
            scene.after(|it| it.set("date", &http_date(now - TimeDelta::minutes(1))))?,
        ),
    ];
    scene.expect(cases).await?;
    let elsewhere = scene.town.beta.at("/ap/groups/beta/inbox");
    let activity = scene.who.activity("Follow", json!(scene.town.beta.group()));
    let mut redirected = scene.of(&activity)?;
    let signature = redirected.header("signature").to_owned();
    redirected = Letter::new(&elsewhere, redirected.body, now)?;
    redirected.set("signature", &signature);
    assert_eq!(redirected.send().await?, 401);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_activity_is_said_so() -> Result<()> {
    let scene = Scene::open().await?;
    let (inbox, now) = (scene.town.beta.at("/inbox"), scene.town.beta.now());
    let of = |body: &[u8]| -> Result<Letter> {
        let mut it = Letter::new(&inbox, body.to_vec(), now)?;
        it.sign(&scene.who, FULL);
        Ok(it)
    };
    let mut deep = scene.who.activity("Follow", json!(1));
    for _ in 0..40 {
        deep["object"] = json!([deep["object"]]);
    }
    let large = "x".repeat((1 << 20) - 200);
    let cases = vec![
        ("no JSON", 400, of(b"hello")?),
        ("half JSON", 400, of(b"{\"type\":\"Follow\"")?),
        ("a list", 400, of(b"[]")?),
        ("nothing", 400, of(b"")?),
        ("no text", 400, of(&[0xff, 0xfe, 0x00])?),
        ("too deep", 400, scene.of(&deep)?),
        ("far too deep", 400, of("[".repeat(200_000).as_bytes())?),
        (
            "large, but not too large",
            400,
            scene.of(&scene.who.activity("Follow", json!({"content": large, "id": [1]}))).map(
                |mut it| {
                    it.body.truncate(1 << 19);
                    it.set("digest", &digest(&it.body));
                    it.sign(&scene.who, FULL);
                    it
                },
            )?,
        ),
        ("a megabyte and one", 413, of(&vec![b' '; (1 << 20) + 1])?),
        ("another media type", 415, scene.before(|it| it.set("content-type", "text/plain"))?),
        ("encoded", 415, scene.after(|it| it.set("content-encoding", "gzip"))?),
        ("an id that is no address", 400, {
            let mut it = scene.who.activity("Follow", json!(scene.town.beta.group()));
            it["id"] = json!("urn:uuid:1");
            scene.of(&it)?
        }),
        ("of a server that is blocked", 403, {
            let mut it = scene.who.activity("Follow", json!(scene.town.beta.group()));
            it["id"] = json!("http://blocked.test/activities/1");
            it["actor"] = json!("http://blocked.test/actor");
            scene.of(&it)?
        }),
        ("no object", 400, scene.of(&scene.who.activity("Create", Value::Null))?),
        (
            "a kind that means nothing here",
            202,
            scene.of(&scene.who.activity("Like", json!(scene.town.beta.group())))?,
        ),
    ];
    scene.expect(cases).await?;
    assert_eq!(scene.who.asked("/actor"), 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_too_often_is_told_when_to_come_back() -> Result<()> {
    let scene = Scene::open().await?;
    let other = Stranger::open().await?;
    let mut last = 0;
    for _ in 0..130 {
        last = scene.after(|it| it.sign(&other, FULL))?.send().await?;
        if last == 429 {
            break;
        }
        assert_eq!(last, 401);
    }
    assert_eq!(last, 429);
    scene.town.passes(TimeDelta::minutes(5));
    assert_eq!(scene.good()?.send().await?, 202);
    Ok(())
}
