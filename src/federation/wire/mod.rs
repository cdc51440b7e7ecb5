//! The JSON that goes over the wire. Types may name each other; nothing here decides.

pub mod account;
pub mod activity;
pub mod assembly;
pub mod post;
pub mod reading;

pub use account::Account;
pub use activity::{Activity, Kind, Target};
pub use assembly::Assembly;
pub use post::{Post, PostKind};

use serde_json::{Value, json};
use url::Url;

/// Everybody, as ActivityPub names them.
pub const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

/// Everybody and the followers: the only audience that this server writes to.
#[must_use]
pub fn audience(followers: &Url) -> (Vec<String>, Vec<String>) {
    (vec![PUBLIC.to_owned()], vec![followers.to_string()])
}

/// What remains of something that was removed.
#[must_use]
pub fn tombstone(id: &Url, former: &str, deleted: Option<crate::clock::Instant>) -> Value {
    let mut it = json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": id, "type": "Tombstone", "formerType": former,
    });
    if let (Some(at), Some(fields)) = (deleted, it.as_object_mut()) {
        fields.insert("deleted".to_owned(), json!(at));
    }
    it
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a sample as `T` and writes it again.
    fn again<T: serde::Serialize + serde::de::DeserializeOwned>(sample: &str) -> (Value, Value) {
        let before: Value = serde_json::from_str(sample).unwrap();
        let read: T = serde_json::from_str(sample).unwrap();
        (before, serde_json::to_value(read).unwrap())
    }

    macro_rules! samples {
        ($($name:ident: $type:ty = $file:literal;)*) => {$(
            #[test]
            fn $name() {
                let (before, after) = again::<$type>(include_str!(concat!("../samples/", $file)));
                assert_eq!(before, after);
            }
        )*};
    }

    samples! {
        a_group_is_read_and_written_unchanged: Account = "group.json";
        an_instance_is_read_and_written_unchanged: Account = "instance.json";
        a_follow_is_read_and_written_unchanged: Activity = "follow.json";
        an_accept_is_read_and_written_unchanged: Activity = "accept.json";
        a_reject_is_read_and_written_unchanged: Activity = "reject.json";
        an_undo_is_read_and_written_unchanged: Activity = "undo_follow.json";
        a_created_proposal_is_read_and_written_unchanged: Activity = "create_proposal.json";
        an_updated_proposal_is_read_and_written_unchanged: Activity = "update_proposal.json";
        an_opening_is_read_and_written_unchanged: Activity = "create_opening.json";
        a_cancelled_vote_is_read_and_written_unchanged: Activity = "update_opening.json";
        a_result_is_read_and_written_unchanged: Activity = "create_result.json";
        a_share_is_read_and_written_unchanged: Activity = "announce.json";
        a_share_taken_back_is_read_and_written_unchanged: Activity = "undo_announce.json";
        a_removal_is_read_and_written_unchanged: Activity = "delete.json";
        a_proposal_is_read_and_written_unchanged: Post = "proposal.json";
        a_result_by_itself_is_read_and_written_unchanged: Post = "result.json";
    }
}
