//! Who may do what: one table.
//!
//! A cell says whether a role gives the right at all. Further conditions (own proposal, own seat,
//! the stage it is in) are the rule of the act itself.

use std::collections::BTreeSet;

use super::{role::Role, word::words};

words! {
    /// Something that people do.
    pub enum Deed {
        Read = "read",
        WriteProposal = "write_proposal",
        SupportProposal = "support_proposal",
        Comment = "comment",
        Stand = "stand",
        VoteInAssembly = "vote_in_assembly",
        VoteInCouncil = "vote_in_council",
        Moderate = "moderate",
        RemoveProposal = "remove_proposal",
        ShareProposal = "share_proposal",
        PrepareVote = "prepare_vote",
        CloseVote = "close_vote",
        MarkAbsent = "mark_absent",
        /// Says how many papers were handed in, before two tellers type them.
        AnnounceBatch = "announce_batch",
        EnterPaper = "enter_paper",
        RuleOnTie = "rule_on_tie",
        ReadRoll = "read_roll",
        /// The record of a vote whose proposal was removed because the law asks for it.
        ReadRemovedRecord = "read_removed_record",
        /// The record of a vote, with a key of her own.
        SignRecord = "sign_record",
        KeepRoll = "keep_roll",
        IssueCodes = "issue_codes",
        FillSeats = "fill_seats",
        AppointOfficers = "appoint_officers",
        ChangeCharter = "change_charter",
        KeepPartners = "keep_partners",
        KeepServer = "keep_server",
    }
}

const VISITOR: &[Deed] = &[Deed::Read];
const RESIDENT: &[Deed] = &[
    Deed::Read,
    Deed::WriteProposal,
    Deed::SupportProposal,
    Deed::Comment,
    Deed::Stand,
    Deed::VoteInAssembly,
];
const SEAT: &[Deed] = &[Deed::Read, Deed::VoteInCouncil];
const CHAIR: &[Deed] = &[
    Deed::Read,
    Deed::Moderate,
    Deed::PrepareVote,
    Deed::CloseVote,
    Deed::MarkAbsent,
    Deed::AnnounceBatch,
    Deed::RuleOnTie,
];
const SECRETARY: &[Deed] = &[
    Deed::Read,
    Deed::Moderate,
    Deed::RemoveProposal,
    Deed::ShareProposal,
    Deed::PrepareVote,
    Deed::CloseVote,
    Deed::MarkAbsent,
    Deed::AnnounceBatch,
    Deed::ReadRoll,
    Deed::ReadRemovedRecord,
    Deed::KeepRoll,
    Deed::IssueCodes,
    Deed::FillSeats,
    Deed::AppointOfficers,
    Deed::ChangeCharter,
    Deed::KeepPartners,
];
const TELLER: &[Deed] = &[
    Deed::Read,
    Deed::AnnounceBatch,
    Deed::EnterPaper,
    Deed::ReadRoll,
    Deed::ReadRemovedRecord,
    Deed::SignRecord,
];
const CONNECTOR: &[Deed] = &[Deed::Read, Deed::ShareProposal];
const ADMINISTRATOR: &[Deed] = &[Deed::Read, Deed::AppointOfficers, Deed::KeepServer];

/// The row of one role.
#[must_use]
pub const fn deeds(role: Role) -> &'static [Deed] {
    match role {
        Role::Visitor => VISITOR,
        Role::Resident => RESIDENT,
        Role::Holder | Role::Alternate => SEAT,
        Role::Chair => CHAIR,
        Role::Secretary => SECRETARY,
        Role::Teller => TELLER,
        Role::Connector => CONNECTOR,
        Role::Administrator => ADMINISTRATOR,
    }
}

/// Whether a role gives the right to a deed.
#[must_use]
pub fn may(role: Role, deed: Deed) -> bool {
    deeds(role).contains(&deed)
}

/// Why somebody may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("sign in first")]
    SignInFirst,
    #[error("not yours to do: {0}")]
    NotYours(Deed),
}

/// Grants a deed to somebody who has these roles, or says why not.
///
/// # Errors
/// [`Refusal::SignInFirst`] for a visitor, [`Refusal::NotYours`] for a member without the role.
pub fn check(roles: &BTreeSet<Role>, deed: Deed) -> Result<(), Refusal> {
    if may(Role::Visitor, deed) || roles.iter().any(|role| may(*role, deed)) {
        return Ok(());
    }
    if roles.iter().all(|role| *role == Role::Visitor) {
        return Err(Refusal::SignInFirst);
    }
    Err(Refusal::NotYours(deed))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns: visitor, resident, holder, alternate, chair, secretary, teller, connector,
    /// administrator. Written out by hand, so that a change of the table is noticed here.
    const CELLS: &[(Deed, &str)] = &[
        (Deed::Read, "yyyyyyyyy"),
        (Deed::WriteProposal, "-y-------"),
        (Deed::SupportProposal, "-y-------"),
        (Deed::Comment, "-y-------"),
        (Deed::Stand, "-y-------"),
        (Deed::VoteInAssembly, "-y-------"),
        (Deed::VoteInCouncil, "--yy-----"),
        (Deed::Moderate, "----yy---"),
        (Deed::RemoveProposal, "-----y---"),
        (Deed::ShareProposal, "-----y-y-"),
        (Deed::PrepareVote, "----yy---"),
        (Deed::CloseVote, "----yy---"),
        (Deed::MarkAbsent, "----yy---"),
        (Deed::AnnounceBatch, "----yyy--"),
        (Deed::EnterPaper, "------y--"),
        (Deed::RuleOnTie, "----y----"),
        (Deed::ReadRoll, "-----yy--"),
        (Deed::ReadRemovedRecord, "-----yy--"),
        (Deed::SignRecord, "------y--"),
        (Deed::KeepRoll, "-----y---"),
        (Deed::IssueCodes, "-----y---"),
        (Deed::FillSeats, "-----y---"),
        (Deed::AppointOfficers, "-----y--y"),
        (Deed::ChangeCharter, "-----y---"),
        (Deed::KeepPartners, "-----y---"),
        (Deed::KeepServer, "--------y"),
    ];

    #[test]
    fn every_cell_is_as_written() {
        assert_eq!(CELLS.len(), Deed::ALL.len());
        for (deed, row) in CELLS {
            for (role, cell) in Role::ALL.iter().zip(row.chars()) {
                assert_eq!(may(*role, *deed), cell == 'y', "{role} {deed}");
                let alone = BTreeSet::from([*role]);
                let read = *deed == Deed::Read;
                assert_eq!(check(&alone, *deed).is_ok(), read || cell == 'y', "{role} {deed}");
            }
        }
    }

    #[test]
    fn a_visitor_is_asked_to_sign_in_and_a_member_is_told_no() {
        let visitor = BTreeSet::from([Role::Visitor]);
        let resident = BTreeSet::from([Role::Resident]);
        assert_eq!(check(&visitor, Deed::KeepRoll), Err(Refusal::SignInFirst));
        assert_eq!(check(&resident, Deed::KeepRoll), Err(Refusal::NotYours(Deed::KeepRoll)));
    }
}
