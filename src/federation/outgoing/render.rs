//! How a proposal, an opening and a result look on the wire. What may be seen of a vote is decided
//! by the one rule for pages, feeds, records and federation alike.

use std::collections::BTreeMap;

use url::Url;

use super::words::Language;
use crate::{
    error::Result,
    federation::{
        Office, clean,
        office::Group,
        wire::{
            Assembly, Post, PostKind, assembly,
            assembly::{Meaning, OptionCount},
            audience,
            post::Source,
        },
    },
    proposals::{self, entity::proposal, entity::version},
    rules::{
        ballot::Choice,
        proposal::Stage,
        tally::{
            majority_v2::Votes,
            method::{Opt, Tally},
        },
        vote::{self, Visible},
    },
    votes::{
        self, Places,
        entity::{result as result_row, vote as vote_row},
    },
};

/// What may be served of a proposal.
#[derive(Clone, Debug)]
pub enum Served<T> {
    Post(T),
    /// Removed by law; what it was.
    Removed(&'static str),
    /// A draft, or nothing at all: the two can't be told apart from outside.
    Nothing,
}

/// A proposal as an article.
///
/// # Errors
/// Never for text that was stored.
pub fn proposal(office: &Office, group: &Group, row: &proposal::Model) -> Result<Served<Post>> {
    if row.removed_at.is_some() && row.opened_at.is_some() {
        return Ok(Served::Removed("Article"));
    }
    let Some(published) = row.opened_at.filter(|_| row.stage != Stage::Draft) else {
        return Ok(Served::Nothing);
    };
    let content = html(&row.text);
    let hash = proposals::text_hash(&row.title, &row.summary, &row.text, &row.language)?;
    let assembly = Assembly {
        status: Some(row.stage.to_string()),
        version: Some(row.version),
        content_hash: Some(hash),
        ..Assembly::new(Meaning::Proposal)
    };
    let (to, cc) = audience(&group.followers);
    Ok(Served::Post(Post {
        context: assembly::context(),
        id: office.addresses.proposal(row.number),
        kind: PostKind::Article,
        attributed_to: group.actor.clone(),
        name: Some(row.title.clone()),
        summary: Some(row.summary.clone()),
        content_map: BTreeMap::from([(row.language.clone(), content.clone())]),
        content,
        source: Some(Source { content: row.text.clone(), media_type: "text/markdown".to_owned() }),
        url: Some(office.addresses.proposal_page(row.number)),
        published,
        updated: Some(row.changed_at).filter(|at| *at > published),
        to,
        cc,
        assembly: Some(assembly),
    }))
}

/// A version that a proposal had.
///
/// # Errors
/// Never for text that was stored.
pub fn earlier(
    office: &Office,
    group: &Group,
    row: &proposal::Model,
    version: version::Model,
) -> Result<Served<Post>> {
    let as_it_was = proposal::Model {
        version: version.version,
        title: version.title,
        summary: version.summary,
        text: version.text,
        ..row.clone()
    };
    let Served::Post(mut post) = proposal(office, group, &as_it_was)? else {
        return proposal(office, group, &as_it_was);
    };
    post.id = office
        .addresses
        .at(&format!("/ap/proposals/{}/versions/{}", row.number, as_it_was.version));
    post.updated = Some(version.written_at).filter(|at| *at > post.published);
    Ok(Served::Post(post))
}

/// That a vote on a proposal opened, or was cancelled after that, as a note. It names the proposal,
/// so it goes when that goes.
#[must_use]
pub fn opening(
    office: &Office,
    group: &Group,
    row: &vote_row::Model,
    proposal: &proposal::Model,
) -> Served<Post> {
    let Some(published) = row.opened_at else { return Served::Nothing };
    if proposal.removed_at.is_some() {
        return Served::Removed("Note");
    }
    let language = Language::of(&group.row.language);
    let cancelled_at = row.closed_at.filter(|_| row.stage == vote::Stage::Cancelled);
    let (what, more) = if cancelled_at.is_some() {
        let reason = row.close_reason.clone().unwrap_or_default();
        (language.is_cancelled(), language.because(&escape(reason.trim_end_matches('.'))))
    } else {
        let zone = office.app.settings.neighbourhood.zone();
        (language.is_open(), language.until(&language.moment(row.closes_at, &zone)))
    };
    let url = office.addresses.vote_page(row.number);
    let title = escape(row.title.trim_end_matches('.'));
    let content = format!("<p><strong>{what}</strong> {title}. {more}</p><p>{}</p>", link(&url));
    let assembly = Assembly {
        title: Some(row.title.clone()),
        status: cancelled_at.map(|_| row.stage.to_string()),
        proposal: Some(office.addresses.proposal(proposal.number)),
        proposal_hash: Some(row.text_hash.clone()),
        body: Some(row.body),
        roll_hash: row.roll_hash.clone(),
        opens_at: Some(row.opens_at),
        closes_at: Some(row.closes_at),
        ..Assembly::new(Meaning::VoteOpening)
    };
    let id = office.addresses.opening(row.number);
    let post = note(group, id, url, content, published, assembly);
    Served::Post(Post { updated: cancelled_at, ..post })
}

/// A vote that was counted, and what stood on its ballot paper.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    pub row: &'a vote_row::Model,
    pub proposal: &'a proposal::Model,
    pub found: &'a result_row::Model,
    pub options: &'a [Opt],
    /// The vote whose place it takes, or that took its place.
    pub places: &'a Places,
}

/// The result of a vote on a proposal, as a note; only when it may be seen.
///
/// # Errors
/// A tally that can't be read.
pub fn result(office: &Office, group: &Group, counted: Counted<'_>) -> Result<Served<Post>> {
    let Counted { row, proposal, found, options, places } = counted;
    let Some(published) = found.published_at else { return Ok(Served::Nothing) };
    if vote::visible(row.stage) != Visible::Result {
        return Ok(Served::Nothing);
    }
    if proposal.removed_at.is_some() {
        return Ok(Served::Removed("Note"));
    }
    let tally = votes::tally(found)?;
    // A vote between options has no count for and against, and that of a few is not told.
    let total = tally.total().filter(|_| !found.is_withheld);
    let language = Language::of(&group.row.language);
    let url = office.addresses.result_page(row.number);
    let told = match total {
        Some(total) => language.counts(total),
        None => chosen(language, &tally, options),
    };
    let content = format!(
        "<p><strong>{}</strong> {}{} {told}</p>{}<p>{}</p>",
        language.outcome(tally.outcome),
        escape(row.title.trim_end_matches('.')),
        if told.is_empty() { "." } else { ":" },
        place(language, places),
        link(&url)
    )
    .replace(" </p>", "</p>");
    let assembly = Assembly {
        title: Some(row.title.clone()),
        proposal: Some(office.addresses.proposal(proposal.number)),
        proposal_hash: Some(row.text_hash.clone()),
        body: Some(row.body),
        roll_hash: row.roll_hash.clone(),
        status: places.replaced_at.map(|_| SUPERSEDED.to_owned()),
        outcome: Some(tally.outcome),
        counts: total.map(counts).unwrap_or_default(),
        record_hash: Some(found.record_hash.clone()),
        ..Assembly::new(Meaning::Result)
    };
    let id = office.addresses.result(row.number);
    let post = note(group, id, url, content, published, assembly);
    Ok(Served::Post(Post { updated: places.replaced_at, ..post }))
}

/// The status of a result in whose place another one came.
pub const SUPERSEDED: &str = "superseded";

/// Which other result this one replaces, or is replaced by, as a paragraph; else nothing.
fn place(language: Language, places: &Places) -> String {
    let replaced = places.later.filter(|_| places.replaced_at.is_some());
    let of = replaced.map(|number| language.replaced_by(number));
    let instead = places.earlier.filter(|_| places.is_instead);
    let of = of.or_else(|| instead.map(|number| language.instead_of(number)));
    of.map(|sentence| format!("<p>{sentence}</p>")).unwrap_or_default()
}

fn note(
    group: &Group,
    id: Url,
    url: Url,
    content: String,
    published: crate::clock::Instant,
    assembly: Assembly,
) -> Post {
    let (to, cc) = audience(&group.followers);
    Post {
        context: assembly::context(),
        id,
        kind: PostKind::Note,
        attributed_to: group.actor.clone(),
        name: None,
        summary: None,
        content_map: BTreeMap::from([(group.row.language.clone(), content.clone())]),
        content,
        source: None,
        url: Some(url),
        published,
        updated: None,
        to,
        cc,
        assembly: Some(assembly),
    }
}

/// The titles of what was chosen.
fn chosen(language: Language, tally: &Tally, options: &[Opt]) -> String {
    let title = |key: &String| options.iter().find(|option| option.key == *key);
    let titles = tally.winners.iter().filter_map(title);
    let titles: Vec<String> =
        titles.map(|option| escape(option.title.trim_end_matches('.'))).collect();
    language.chosen(&titles)
}

fn counts(total: Votes) -> Vec<OptionCount> {
    let of = |choice: Choice, count| OptionCount { option: choice.to_string(), count };
    vec![
        of(Choice::For, total.in_favour),
        of(Choice::Against, total.against),
        of(Choice::Abstain, total.abstain),
    ]
}

/// Markdown as HTML that can do no harm.
fn html(markdown: &str) -> String {
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, pulldown_cmark::Parser::new(markdown));
    clean::html(&out)
}

fn escape(text: &str) -> String {
    [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")]
        .into_iter()
        .fold(text.to_owned(), |text, (sign, entity)| text.replace(sign, entity))
}

fn link(url: &Url) -> String {
    let shown = url.as_str().split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    format!("<a href=\"{url}\">{}</a>", escape(shown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bodies,
        db::Tx,
        federation::{
            Limits,
            outgoing::{outbox, store},
        },
        rules::{
            ballot::{BodyKind, Mark, Secrecy},
            tally::{approval, method},
        },
        world::World,
    };

    #[tokio::test]
    async fn of_a_secret_vote_with_few_ballots_only_the_outcome_is_told() {
        let world = World::founded().await;
        let (sam, now) = (world.secretary().await, world.now());
        let mut charter = bodies::charter(world.app.db.read()).await.unwrap().charter;
        charter.smallest_group = 5;
        let reason = "Wij zijn met weinig mensen";
        let adopts = async |tx: &Tx| bodies::adopt_charter(tx, now, sam, charter, reason).await;
        world.write(adopts).await.unwrap();
        let paper = votes::Paper { secrecy: Secrecy::Secret, ..votes::Paper::default() };
        let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
        world.casts(vote, sam, Choice::For).await;
        let origin = votes::Origin::of(&world.app);
        let finishes =
            async |tx: &Tx| votes::finish(tx, now, Some(sam), vote, "Klaar", &origin).await;
        world.write(finishes).await.unwrap();
        let office = Office::new(world.app.clone(), Limits::default()).unwrap();
        while outbox::follow(&office).await.unwrap() > 0 {}
        let note = "http://alpha.test:8080/ap/results/1";
        let sent = store::newest_about(world.app.db.read(), "Create", note).await.unwrap();
        let body: serde_json::Value = serde_json::from_str(&sent.unwrap().body).unwrap();
        let assembly = &body["object"]["assembly"];
        assert_eq!(assembly["outcome"], "adopted");
        assert!(assembly.get("counts").is_none_or(|it| it.as_array().is_some_and(Vec::is_empty)));
        let content = body["object"]["content"].as_str().unwrap();
        assert!(!content.contains("tegen"), "{content}");
    }

    #[tokio::test]
    async fn the_note_of_a_choice_names_what_was_chosen() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let opt = |(key, title): (&str, &str)| Opt {
            key: key.to_owned(),
            title: title.to_owned(),
            cost: None,
        };
        let rules = method::Rules::Approval(approval::Rules { seats: 2, fill: false });
        let options = [("1", "Een bankje"), ("2", "Bomen & struiken"), ("3", "Een hek")].map(opt);
        let paper =
            votes::Paper { rules: Some(rules), options: options.into(), ..votes::Paper::default() };
        let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
        world.casts(vote, alice.id, Mark::Approve(vec!["1".to_owned(), "2".to_owned()])).await;
        let (sam, origin) = (world.secretary().await, votes::Origin::of(&world.app));
        let now = world.now();
        world
            .write(async |tx| votes::finish(tx, now, Some(sam), vote, "Klaar", &origin).await)
            .await
            .unwrap();
        let office = Office::new(world.app.clone(), Limits::default()).unwrap();
        while outbox::follow(&office).await.unwrap() > 0 {}
        let (db, note) = (world.app.db.read(), "http://alpha.test:8080/ap/results/1");
        let sent = store::newest_about(db, "Create", note).await.unwrap().unwrap();
        let body: serde_json::Value = serde_json::from_str(&sent.body).unwrap();
        let content = body["object"]["content"].as_str().unwrap();
        assert!(
            content.starts_with(
                "<p><strong>Uitslag: gekozen.</strong> More bicycle stands: Een bankje en \
                 Bomen &amp; struiken.</p>"
            ),
            "{content}"
        );
    }
}
