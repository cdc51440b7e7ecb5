use super::{entity::comment, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{CommentId, MemberId, ProposalId},
    journal::{self, Event},
    members,
    rules::{comment as rule, permission::Deed, proposal},
};

/// A comment, or an answer to one. The id comes from the form, so that sending it twice places one.
#[derive(Clone, Debug)]
pub struct NewComment {
    pub id: CommentId,
    pub proposal: ProposalId,
    pub parent: Option<CommentId>,
    pub text: String,
}

/// Places a comment.
///
/// # Errors
/// The proposal takes no comments, the answer is too deep, or the text too short or too long.
pub async fn comment(tx: &Tx, now: Instant, by: MemberId, new: NewComment) -> Result<()> {
    members::permit(tx, by, Deed::Comment).await?;
    rule::check(&new.text)?;
    let proposal = store::lock(tx, new.proposal).await?;
    proposal::may_comment(proposal.stage)?;
    if let Some(parent) = new.parent {
        let parent = store::lock_comment(tx, parent).await?;
        if parent.proposal_id != new.proposal {
            return Err(Error::NotFound("comment"));
        }
        rule::may_answer(parent.parent_id.is_some(), parent.hidden_at.is_some())?;
    }
    let row = comment::Model {
        id: new.id,
        proposal_id: new.proposal,
        parent_id: new.parent,
        author_id: by,
        text: new.text.trim().to_owned(),
        placed_at: now,
        hidden_at: None,
        hidden_by: None,
        hidden_reason: None,
    };
    store::insert_comment(tx, row).await?;
    let placed = Event::CommentPlaced { proposal: new.proposal, comment: new.id };
    journal::record(tx, now, Some(by), placed).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{proposals, world::World};

    #[tokio::test]
    async fn answers_are_one_deep_and_hidden_comments_take_none() {
        let world = World::founded().await;
        let alice = world.member("Alice").await;
        let it = world.open_proposal(alice.id, "More bicycle stands").await;
        let say = async |parent: Option<CommentId>| {
            let id = CommentId::fresh(world.now());
            let new = NewComment { id, proposal: it.id, parent, text: "Goed idee".to_owned() };
            let said = world.write(async |tx| comment(tx, world.now(), alice.id, new).await).await;
            said.map(|()| id)
        };
        let first = say(None).await.unwrap();
        let answer = say(Some(first)).await.unwrap();
        assert!(say(Some(answer)).await.is_err());
        let secretary = world.secretary().await;
        world
            .write(async |tx| {
                let reason = "Scheldwoorden";
                proposals::hide_comment(tx, world.now(), secretary, first, reason).await
            })
            .await
            .unwrap();
        assert!(say(Some(first)).await.is_err());
        assert_eq!(store::comments(world.app.db.read(), it.id).await.unwrap().len(), 2);
    }
}
