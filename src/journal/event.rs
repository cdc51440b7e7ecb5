//! Everything that can happen, in one list; past tense, subject first.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    ids::{
        CommentId, ElectionId, MemberId, NoticeId, PartnerId, ProposalId, SeatId, SectorId, VoteId,
    },
    rules::{
        ballot::{Channel, Choice},
        outcome::Outcome,
        proxy::Ending,
        role::Role,
        teller::Way,
    },
};

macro_rules! events {
    ($($(#[$meta:meta])* $variant:ident { $($field:ident: $type:ty),* } = $name:literal, $public:literal, $subject:expr;)*) => {
        /// Something that happened.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "event")]
        pub enum Event {
            $($(#[$meta])* #[serde(rename = $name)] $variant { $($field: $type),* },)*
        }

        impl Event {
            /// Every name, in the order of declaration: each has a sentence in every language.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            /// The name of the one after which a head of the log is signed at once.
            pub const RESULT_PUBLISHED: &'static str = "result-published";

            /// The name in the column and in the locales.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $name),* }
            }

            /// Whether it stands in the public log.
            #[must_use]
            pub const fn is_public(&self) -> bool {
                match self { $(Self::$variant { .. } => $public),* }
            }

            /// What it happened to; the nil id for the neighbourhood itself.
            #[must_use]
            pub fn subject(&self) -> Uuid {
                match self {
                    $(Self::$variant { $($field),* } => {
                        // Most subjects need one field only.
                        $(let _ = $field;)*
                        $subject
                    })*
                }
            }
        }
    };
}

events! {
    NeighbourhoodFounded { name: String } = "neighbourhood-founded", true, Uuid::nil();
    CharterAdopted { version: i32, reason: String } = "charter-adopted", true, Uuid::nil();
    MembersImported { added: u64, changed: u64 } = "members-imported", true, Uuid::nil();
    MemberAdded { member: MemberId } = "member-added", false, member.0;
    MemberChanged { member: MemberId } = "member-changed", false, member.0;
    MemberSuspended { member: MemberId } = "member-suspended", false, member.0;
    MemberForgotten { member: MemberId } = "member-forgotten", false, member.0;
    CodesIssued { codes: u64 } = "codes-issued", true, Uuid::nil();
    CodeReplaced { member: MemberId } = "code-replaced", false, member.0;
    OfficerAppointed { member: MemberId, role: Role } = "officer-appointed", true, member.0;
    OfficerDismissed { member: MemberId, role: Role } = "officer-dismissed", true, member.0;
    SectorArranged { sector: SectorId, seats: u32 } = "sector-arranged", true, sector.0;
    SeatFilled { seat: SeatId } = "seat-filled", true, seat.0;
    SeatVacated { seat: SeatId, reason: String } = "seat-vacated", true, seat.0;
    ProposalDrafted { proposal: ProposalId } = "proposal-drafted", false, proposal.0;
    DraftRevised { proposal: ProposalId, version: i32 } = "draft-revised", false, proposal.0;
    DraftWithdrawn { proposal: ProposalId } = "draft-withdrawn", false, proposal.0;
    ProposalOpened { proposal: ProposalId } = "proposal-opened", true, proposal.0;
    ProposalRevised { proposal: ProposalId, version: i32 } = "proposal-revised", true, proposal.0;
    SupportGiven { proposal: ProposalId } = "support-given", false, proposal.0;
    SupportTakenBack { proposal: ProposalId } = "support-taken-back", false, proposal.0;
    ThresholdReached { proposal: ProposalId, supporters: u64 } = "threshold-reached", true, proposal.0;
    ThresholdLost { proposal: ProposalId, supporters: u64 } = "threshold-lost", true, proposal.0;
    ProposalWithdrawn { proposal: ProposalId, reason: String } = "proposal-withdrawn", true, proposal.0;
    ProposalLapsed { proposal: ProposalId } = "proposal-lapsed", true, proposal.0;
    ProposalEnteredVote { proposal: ProposalId, vote: VoteId } = "proposal-entered-vote", true, proposal.0;
    ProposalLeftVote { proposal: ProposalId, vote: VoteId } = "proposal-left-vote", true, proposal.0;
    /// The vote on it decided nothing: it is put to the vote again.
    ProposalCameBack { proposal: ProposalId, vote: VoteId } = "proposal-came-back", true, proposal.0;
    ProposalAdopted { proposal: ProposalId, vote: VoteId } = "proposal-adopted", true, proposal.0;
    ProposalRejected { proposal: ProposalId, vote: VoteId } = "proposal-rejected", true, proposal.0;
    /// Removed because the law asks for it; the text is gone, the number and the reason stay.
    ProposalRemoved { proposal: ProposalId, reason: String } = "proposal-removed", true, proposal.0;
    CommentPlaced { proposal: ProposalId, comment: CommentId } = "comment-placed", true, proposal.0;
    CommentHidden { proposal: ProposalId, comment: CommentId, reason: String } = "comment-hidden", true, proposal.0;
    CommentShown { proposal: ProposalId, comment: CommentId, reason: String } = "comment-shown", true, proposal.0;
    VotePrepared { vote: VoteId } = "vote-prepared", true, vote.0;
    VoteOpened { vote: VoteId, entitled: u64 } = "vote-opened", true, vote.0;
    HolderMarkedAbsent { vote: VoteId, seat: SeatId } = "holder-marked-absent", true, vote.0;
    HolderMarkedPresent { vote: VoteId, seat: SeatId } = "holder-marked-present", true, vote.0;
    /// That ballots came in, and how many took the place of earlier ones; not whose and not what.
    BallotsCast { vote: VoteId, ballots: u64, replaced: u64 } = "ballots-cast", false, vote.0;
    /// As it was written before several ballots shared a line.
    BallotCast { vote: VoteId } = "ballot-cast", false, vote.0;
    BallotReplaced { vote: VoteId } = "ballot-replaced", false, vote.0;
    VoteExtended { vote: VoteId, reason: String } = "vote-extended", true, vote.0;
    BatchAnnounced { vote: VoteId, batch: i64, channel: Channel, papers: i64 } = "batch-announced", true, vote.0;
    /// That somebody typed a batch; not what.
    BatchTyped { vote: VoteId, batch: i64 } = "batch-typed", false, vote.0;
    BatchTakenIn { vote: VoteId, batch: i64, channel: Channel, papers: i64 } = "batch-taken-in", true, vote.0;
    BatchCorrected { vote: VoteId, batch: i64, from: u64, to: u64, reason: String } = "batch-corrected", true, vote.0;
    BatchDiscarded { vote: VoteId, batch: i64, reason: String } = "batch-discarded", true, vote.0;
    /// A teller only bears the name of an option, and counts.
    NamesakeCleared { vote: VoteId, teller: MemberId, reason: String } = "namesake-cleared", true, vote.0;
    SeatRecused { vote: VoteId, seat: SeatId, reason: String } = "seat-recused", true, vote.0;
    /// Somebody was put on the roll who had been left out wrongly: a seat, or a member, who isn't named.
    VoterAdded { vote: VoteId, seat: Option<SeatId>, reason: String } = "voter-added", true, vote.0;
    MandateGiven { vote: VoteId, giver: MemberId, holder: MemberId } = "mandate-given", false, vote.0;
    /// On paper, which the secretary keeps.
    MandateHandedIn { vote: VoteId, giver: MemberId, holder: MemberId } = "mandate-handed-in", false, vote.0;
    MandateTakenBack { vote: VoteId, giver: MemberId } = "mandate-taken-back", false, vote.0;
    MandateFellAway { vote: VoteId, giver: MemberId, ending: Ending } = "mandate-fell-away", false, vote.0;
    DelegationGiven { vote: VoteId, giver: MemberId, delegate: MemberId } = "delegation-given", false, vote.0;
    DelegationTakenBack { vote: VoteId, giver: MemberId } = "delegation-taken-back", false, vote.0;
    TieRuled { vote: VoteId, ruling: Choice, reason: String } = "tie-ruled", true, vote.0;
    ObjectionWithdrawn { vote: VoteId, seat: SeatId } = "objection-withdrawn", true, vote.0;
    ObjectionNotArgued { vote: VoteId, seat: SeatId } = "objection-not-argued", true, vote.0;
    RoundEnded { vote: VoteId, reason: String } = "round-ended", true, vote.0;
    VoteClosed { vote: VoteId, reason: Option<String> } = "vote-closed", true, vote.0;
    VoteCounted { vote: VoteId, outcome: Outcome } = "vote-counted", false, vote.0;
    ResultPublished { vote: VoteId, outcome: Outcome } = "result-published", true, vote.0;
    /// So many ask for a new vote, of so many that are needed; not who.
    OutcomeDisputed { vote: VoteId, asked: u64, needed: u64 } = "outcome-disputed", true, vote.0;
    /// A teller signs with this key from now on.
    TellerKeyMade { member: MemberId, key: String } = "teller-key-made", true, member.0;
    RecordSigned { vote: VoteId, key: String, way: Way } = "record-signed", true, vote.0;
    VoteCancelled { vote: VoteId, reason: String } = "vote-cancelled", true, vote.0;
    ElectionCalled { election: ElectionId, seats: u32 } = "election-called", true, election.0;
    /// That somebody was asked to stand; nobody hears who before she consents.
    MemberNominated { election: ElectionId } = "member-nominated", false, election.0;
    CandidateStood { election: ElectionId } = "candidate-stood", true, election.0;
    CandidateRewrote { election: ElectionId } = "candidate-rewrote", false, election.0;
    CandidateWithdrew { election: ElectionId } = "candidate-withdrew", true, election.0;
    NominationRefused { election: ElectionId } = "nomination-refused", false, election.0;
    CandidateDeclined { election: ElectionId } = "candidate-declined", true, election.0;
    NominationsClosed { election: ElectionId, candidates: u64 } = "nominations-closed", true, election.0;
    /// No more stood than there were seats: no vote was needed.
    ElectionUncontested { election: ElectionId, seats: u64 } = "election-uncontested", true, election.0;
    SeatsDrawn { election: ElectionId, pool: u64, hash: String } = "seats-drawn", true, election.0;
    SeatsGiven { election: ElectionId, seats: u64, hash: String } = "seats-given", true, election.0;
    ElectionFailed { election: ElectionId } = "election-failed", true, election.0;
    ElectionCalledOff { election: ElectionId, reason: String } = "election-called-off", true, election.0;
    AlternateNamed { seat: SeatId } = "alternate-named", true, seat.0;
    PartnerAsked { partner: PartnerId, handle: String } = "partner-asked", true, partner.0;
    PartnerFollowed { partner: PartnerId, handle: String } = "partner-followed", true, partner.0;
    PartnerRefused { partner: PartnerId, handle: String } = "partner-refused", true, partner.0;
    PartnerNotFound { partner: PartnerId, handle: String } = "partner-not-found", false, partner.0;
    PartnerEnded { partner: PartnerId, handle: String } = "partner-ended", true, partner.0;
    ProposalShared { notice: NoticeId } = "proposal-shared", true, notice.0;
    ShareTakenBack { notice: NoticeId } = "share-taken-back", true, notice.0;
    /// From now on this server signs with this key.
    SigningKeyMade { key: String } = "signing-key-made", true, Uuid::nil();
    /// What a partner shows of its log isn't what it signed before.
    LogContradicted { partner: PartnerId, handle: String, size: u64 } = "log-contradicted", true, partner.0;
    NoticeReceived { notice: NoticeId } = "notice-received", false, notice.0;
}
