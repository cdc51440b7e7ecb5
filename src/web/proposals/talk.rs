//! The comments under a proposal, with their answers.

use askama::Template;

use crate::{
    error::{Refusal, Result},
    ids::CommentId,
    proposals::{
        entity::{comment, proposal},
        store,
    },
    rules::{
        permission::{self, Deed},
        proposal as rule,
    },
    web::{
        form::{Faults, Form},
        markdown,
        people::People,
        refusal::sentence,
        visit::Visit,
    },
};

/// A comment as it is shown.
struct Said {
    row: comment::Model,
    author: String,
    html: String,
    answers: Vec<Said>,
    answering: Option<CommentId>,
}

/// Everything that was said, and the form to say more.
#[derive(Template)]
#[template(path = "proposals/talk.html")]
pub struct Talk<'a> {
    visit: &'a Visit,
    number: i64,
    count: usize,
    comments: Vec<Said>,
    form: Option<Form<'a>>,
    why_not: Option<String>,
    may_sign_in: bool,
}

impl<'a> Talk<'a> {
    /// Gathers what was said about a proposal.
    ///
    /// # Errors
    /// What the database says.
    pub async fn about(
        visit: &'a Visit,
        row: &proposal::Model,
        typed: &str,
        faults: &Faults,
    ) -> Result<Self> {
        let rows = store::comments(visit.app().db.read(), row.id).await?;
        let people = People::of(visit, rows.iter().map(|row| row.author_id)).await?;
        let why_not = why_not(visit, row);
        let may_sign_in = why_not.as_ref().is_some_and(sentence::is_about_signing_in);
        let form = why_not.is_none().then(|| {
            Form::to(visit, format!("/proposals/{}/comments", row.number), "comment-button")
                .hidden("id", CommentId::fresh(visit.now))
                .text("comment", "comment-label", 4, typed)
                .hint("comment-hint")
                .faulty(faults)
        });
        let why_not = why_not.and_then(|refusal| sentence::faults(visit, &refusal).pop());
        Ok(Self {
            visit,
            number: row.number,
            count: rows.iter().filter(|row| row.hidden_at.is_none()).count(),
            comments: thread(visit, rows, &people, form.is_some()),
            form,
            why_not: why_not.map(|(_, said)| said),
            may_sign_in,
        })
    }
}

/// Why this visitor can't comment.
fn why_not(visit: &Visit, row: &proposal::Model) -> Option<Refusal> {
    if let Err(refusal) = rule::may_comment(row.stage) {
        return Some(refusal.into());
    }
    permission::check(&visit.roles, Deed::Comment).err().map(Refusal::from)
}

/// Puts the answers under the comments they belong to.
fn thread(
    visit: &Visit,
    rows: Vec<comment::Model>,
    people: &People,
    may_answer: bool,
) -> Vec<Said> {
    let mut comments: Vec<Said> = Vec::new();
    for row in rows {
        let said = Said {
            author: people.name(&row.author_id).to_owned(),
            html: markdown::html(&row.text),
            answers: Vec::new(),
            answering: (may_answer && row.parent_id.is_none() && row.hidden_at.is_none())
                .then(|| CommentId::fresh(visit.now)),
            row,
        };
        match said.row.parent_id {
            None => comments.push(said),
            Some(parent) => {
                if let Some(above) = comments.iter_mut().find(|above| above.row.id == parent) {
                    above.answers.push(said);
                }
            }
        }
    }
    comments
}
