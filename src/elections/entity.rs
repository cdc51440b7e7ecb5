//! The tables of elections, candidacies, and how seats were given out.

use crate::db::text_column;

text_column!(crate::rules::candidacy::Stage, crate::rules::candidacy::Way);

/// An election for seats of one sector; `phrases` is [`super::Phrases`] as JSON, `quotas` what a drawing
/// is asked.
pub mod election {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::error::Error;
    use crate::error::Result;
    use crate::ids::ElectionId;
    use crate::ids::MemberId;
    use crate::ids::ProposalId;
    use crate::ids::VoteId;
    use crate::rules::candidacy::Stage;
    use crate::rules::candidacy::Way;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "elections")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ElectionId,
        pub number: i64,
        pub sector: String,
        pub seats: i32,
        pub way: Way,
        pub stage: Stage,
        pub proposal_id: Option<ProposalId>,
        pub vote_id: Option<VoteId>,
        pub charter_version: i32,
        pub called_by: MemberId,
        pub called_at: Instant,
        /// From this moment on nobody stands any more.
        pub nominate_until: Instant,
        pub from_on: chrono::NaiveDate,
        /// The last day of the term.
        pub until_on: Option<chrono::NaiveDate>,
        /// Puts the candidates in an order by lot on their page.
        pub seed: String,
        /// What seats are drawn with; its hash is announced when the election is called.
        pub secret: String,
        pub phrases: String,
        pub quotas: String,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// How many seats it is about.
        ///
        /// # Errors
        /// There are fewer than one: nobody called such an election.
        pub fn asked(&self) -> Result<u32> {
            let seats = u32::try_from(self.seats).ok().filter(|seats| *seats > 0);
            seats.ok_or_else(|| Error::contradiction("elections", "seats", self.id))
        }

        /// The same, as a length of a list.
        ///
        /// # Errors
        /// As [`Model::asked`].
        pub fn places(&self) -> Result<usize> {
            let wrong = |_| Error::contradiction("elections", "seats", self.id);
            usize::try_from(self.asked()?).map_err(wrong)
        }
    }
}

/// Somebody who stands, or was asked to.
pub mod candidacy {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::ElectionId;
    use crate::ids::MemberId;
    use crate::ids::SeatId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "candidacies")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub election_id: ElectionId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: MemberId,
        /// Stands for her on ballots; tells nothing about when she stood.
        pub key: String,
        pub nominated_by: MemberId,
        pub nominated_at: Instant,
        pub consented_at: Option<Instant>,
        /// In her own words, Markdown.
        pub statement: String,
        /// When she withdrew or refused.
        pub withdrawn_at: Option<Instant>,
        /// Since when she wants no seat any more.
        pub declined_at: Option<Instant>,
        /// The seat that she got, also after she left it.
        pub seat_id: Option<SeatId>,
        pub elected_place: Option<i32>,
        pub alternate_place: Option<i32>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// Whether she stands: consented, and didn't withdraw.
        #[must_use]
        pub const fn stands(&self) -> bool {
            self.consented_at.is_some() && self.withdrawn_at.is_none()
        }

        /// Whether somebody else asked her, and she hasn't answered.
        #[must_use]
        pub const fn is_asked(&self) -> bool {
            self.consented_at.is_none() && self.withdrawn_at.is_none()
        }
    }
}

/// One giving out of seats; `document` is what is published of it.
pub mod seating {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::ElectionId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "seatings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub election_id: ElectionId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub seated_at: Instant,
        pub document: String,
        pub hash: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
