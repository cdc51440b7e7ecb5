//! The names of rows: one type per table, so that a member can't be taken for a proposal.
//!
//! Every id is a UUIDv7 made with the time of the act, never with a clock of its own.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::{NoContext, Timestamp, Uuid};

macro_rules! id {
    ($($name:ident: $what:literal;)*) => {$(
        #[doc = concat!("The id of ", $what, ".")]
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            sea_orm::DeriveValueType,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            #[doc = concat!("A new id for ", $what, " that comes into being at `now`.")]
            #[must_use]
            pub fn fresh(now: DateTime<Utc>) -> Self {
                Self(fresh(now))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )*};
}

id! {
    MemberId: "a member";
    CodeId: "a voting code";
    OfficeId: "an office that a member holds";
    SectorId: "a sector of the council";
    SeatId: "a seat";
    TenureId: "the time during which a seat is held";
    ProposalId: "a proposal";
    CommentId: "a comment";
    VoteId: "a vote";
    VoterId: "an entry on the frozen roll of one vote";
    ElectionId: "an election for the seats of a sector";
    BatchId: "a batch of ballots that two tellers type";
    PartnerId: "a partner neighbourhood";
    NoticeId: "something that another neighbourhood published";
    ActivityId: "an activity that this neighbourhood sends";
}

fn fresh(now: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
}
