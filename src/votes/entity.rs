//! The tables of votes, their frozen rolls, ballots and results.

use crate::db::text_column;

text_column!(
    crate::rules::ballot::BodyKind,
    crate::rules::ballot::Channel,
    crate::rules::ballot::Mark,
    crate::rules::ballot::Secrecy,
    crate::rules::outcome::Outcome,
    crate::rules::proxy::Ending,
    crate::rules::teller::Way,
    crate::rules::vote::Closing,
    crate::rules::vote::Stage,
);

/// A vote with the rules it began with; `rules` is the method with its parameters as JSON.
pub mod vote {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::ProposalId;
    use crate::ids::VoteId;
    use crate::rules::ballot::BodyKind;
    use crate::rules::ballot::Secrecy;
    use crate::rules::vote::Closing;
    use crate::rules::vote::Stage;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "votes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: VoteId,
        pub number: i64,
        pub proposal_id: ProposalId,
        pub proposal_version: i32,
        pub text_hash: String,
        pub title: String,
        pub body: BodyKind,
        pub stage: Stage,
        pub closing: Closing,
        pub rules: String,
        pub charter_version: i32,
        pub prepared_at: Instant,
        pub opens_at: Instant,
        pub closes_at: Instant,
        pub opened_at: Option<Instant>,
        pub closed_at: Option<Instant>,
        pub close_reason: Option<String>,
        pub salt: Option<String>,
        pub roll_hash: Option<String>,
        pub secrecy: Secrecy,
        /// The secret that ties are decided with; its hash is announced at the opening.
        pub lot: Option<String>,
        /// Whether the options are persons: they stand on each paper in an order by lot.
        pub is_election: bool,
        /// The sector whose members alone vote in the assembly.
        pub sector: Option<String>,
        /// The vote on the same proposal from which this one goes on.
        pub earlier_id: Option<VoteId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An entry on the frozen roll: a member in the assembly, a seat in the council.
pub mod voter {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::SeatId;
    use crate::ids::VoteId;
    use crate::ids::VoterId;
    use crate::rules::ballot::Channel;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "voters")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: VoterId,
        pub vote_id: VoteId,
        pub number: i64,
        pub seat_id: Option<SeatId>,
        pub holder_id: Option<MemberId>,
        pub alternate_id: Option<MemberId>,
        pub sector: Option<String>,
        pub seat: Option<String>,
        pub key: String,
        pub absent_since: Option<Instant>,
        /// That she took part and how, not when, where her ballot lies apart from her: in a secret
        /// vote, or as a hand that was counted.
        pub channel: Option<Channel>,
        /// Who may vote for her by proxy.
        pub proxy_id: Option<MemberId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The one ballot of a voter in an open vote; `member_id` is who cast it.
pub mod ballot {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::VoteId;
    use crate::ids::VoterId;
    use crate::rules::ballot::Channel;
    use crate::rules::ballot::Mark;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "ballots")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub voter_id: VoterId,
        pub member_id: MemberId,
        #[sea_orm(column_name = "choice")]
        pub mark: Mark,
        pub channel: Channel,
        pub cast_at: Instant,
        pub replaced: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A ballot of a secret vote, or a hand that was counted: nothing in it or around it tells whose it
/// is.
pub mod sealed_ballot {
    use sea_orm::entity::prelude::*;

    use crate::ids::VoteId;
    use crate::rules::ballot::Mark;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sealed_ballots")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub mark: Mark,
        /// SHA-256 of what stands on the voter's receipt; empty if she has none.
        pub receipt: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// That somebody was helped with a ballot; not who, and not when.
pub mod helped {
    use sea_orm::entity::prelude::*;

    use crate::ids::VoteId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "helped")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An option on the ballot paper.
pub mod vote_option {
    use sea_orm::entity::prelude::*;

    use crate::ids::MemberId;
    use crate::ids::VoteId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "vote_options")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub place: i32,
        pub title: String,
        /// In cents.
        pub cost: Option<i64>,
        /// Who stands under it, in an election.
        pub member_id: Option<MemberId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What changed in a vote after its opening, as its record tells it.
pub mod vote_change {
    use sea_orm::entity::prelude::*;

    use crate::ids::VoteId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "vote_changes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub change: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A proxy that was given, and what became of it. Which ones can be used stands on the frozen roll;
/// whether one was used stands nowhere here.
pub mod mandate {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::VoteId;
    use crate::rules::proxy::Ending;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "mandates")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub giver_id: MemberId,
        /// Her how many-th in this vote.
        #[sea_orm(primary_key, auto_increment = false)]
        pub turn: i32,
        pub holder_id: MemberId,
        pub given_at: Instant,
        /// Who keeps the paper, if it was given on paper.
        pub recorded_by: Option<MemberId>,
        pub ended_at: Option<Instant>,
        pub ending: Option<Ending>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Somebody who speaks for another one in an open vote, in the order in which it was given.
pub mod delegation {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::VoteId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "delegations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub giver_id: MemberId,
        pub delegate_id: MemberId,
        pub given_at: Instant,
        pub ended_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Somebody who asks for a new vote instead of this one, since she disputes what came of it.
pub mod challenge {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::VoteId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "challenges")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: MemberId,
        pub asked_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A result, frozen with its record.
pub mod result {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::VoteId;
    use crate::rules::outcome::Outcome;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "results")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        pub outcome: Outcome,
        pub tally: String,
        pub record: String,
        pub record_hash: String,
        pub counted_at: Instant,
        pub published_at: Option<Instant>,
        /// So few took part in a secret vote that its numbers stay with the tellers.
        pub is_withheld: bool,
        /// How the ballots came in; absent in results that were counted before it was kept.
        pub channels: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The public half of a teller's signing key; the one that was not replaced is in use.
pub mod teller_key {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "teller_keys")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub public_key: String,
        pub member_id: MemberId,
        pub made_at: Instant,
        pub replaced_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The signature of a teller beside the record of a vote.
pub mod record_signature {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::VoteId;
    use crate::rules::teller::Way;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record_signatures")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: MemberId,
        pub public_key: String,
        /// As it was when she signed.
        pub name: String,
        pub signature: String,
        pub way: Way,
        pub signed_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
