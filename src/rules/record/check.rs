//! What a recount looks at, what each check claims, and what that means for somebody who doubts.

use serde::Serialize;

/// What a recount looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    Schema,
    Hash,
    RollHash,
    Roll,
    TookPart,
    Channels,
    Ballots,
    Tree,
    Signature,
    Tellers,
    Method,
    Lot,
    /// The papers that a succession was counted from.
    Papers,
    /// Who sits and who is gone.
    Seats,
    /// Who was in a drawing.
    Pool,
    /// The lottery over panels that seats were drawn from.
    Lottery,
    Steps,
    Outcome,
}

/// What one check found; `differs` says where, in words for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub check: Check,
    pub differs: Option<String>,
}

impl Check {
    /// What holds when the check holds.
    #[must_use]
    pub const fn claim(self) -> &'static str {
        match self {
            Self::Schema => "this program knows this kind of record",
            Self::Hash => "the hash fits the record",
            Self::RollHash => "the roll is the one that was announced at the opening",
            Self::Roll => "nobody stands on the roll twice",
            Self::TookPart => "everybody who took part stands on the roll, one ballot each",
            Self::Channels => "the totals of every channel and batch add up to the ballots",
            Self::Ballots => "every ballot belongs to this vote, and none is there twice",
            Self::Tree => "the tree over the ballots has the root that is written",
            Self::Signature => "the signature, where there is one, is of the key that is named",
            Self::Tellers => "every teller's signature is of the key that stands with her name",
            Self::Method => "this program knows the counting method",
            Self::Lot => "lots were drawn with the secret that was announced at the opening",
            Self::Papers => "it was counted from the papers of this record",
            Self::Seats => "everybody who was elected keeps the seat or is gone",
            Self::Pool => "nobody stands in the pool twice",
            Self::Lottery => "every panel of the lottery meets the quotas that were asked",
            Self::Steps => "every step of the count comes out as written",
            Self::Outcome => "the outcome is as written",
        }
    }

    /// What the check tells, and what it doesn't.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Schema => "Every field is understood, so nothing in it was skipped.",
            Self::Hash => {
                "Nothing in the file was changed since this hash was published. Compare the hash \
                 with the one on the page of the vote, or in the log of a partner."
            }
            Self::RollHash => {
                "Nobody was put on or taken off the roll after the opening, other than with a reason \
                 that stands in the record. It doesn't tell whether the roll was right."
            }
            Self::Roll => {
                "Each entry is another person or seat. Who they are, the record doesn't tell."
            }
            Self::TookPart => {
                "There is no ballot too many and none too few, and nobody for whom another one spoke \
                 voted as well. In a secret vote it doesn't tell whether all who are marked really \
                 voted: ask them."
            }
            Self::Channels => {
                "What came in on paper, by mail or by hands was typed by the two tellers who are named, and \
                 nothing else counts under these channels. Whether they typed what was handed in, the \
                 papers tell: ask to see them."
            }
            Self::Ballots => "No ballot was counted twice, and none says what wasn't on the paper.",
            Self::Tree => {
                "A voter who shows with this root that her ballot was counted, shows it of these \
                 ballots."
            }
            Self::Signature => {
                "Whoever has that key made this record and can't deny it. Compare the key with the \
                 list of keys of the server. It doesn't tell that what was recorded is true."
            }
            Self::Tellers => {
                "Whoever has such a key signed this record. That it is the key of the teller who is \
                 named, the server says: compare it with the log, or ask her. A teller who typed \
                 her code into the page trusted the server with it; the file doesn't tell that."
            }
            Self::Method => "It is counted again by the rules that were announced.",
            Self::Lot => {
                "Neither those who voted nor those who counted could steer a lot. A server that \
                 knew the secret beforehand could have cast a last ballot to fit."
            }
            Self::Papers => "It belongs to the vote whose record you have, and to no other.",
            Self::Seats => {
                "Nobody who was elected is passed over in silence. Why somebody is gone, the log of \
                 the neighbourhood tells."
            }
            Self::Pool => {
                "Everybody had one lot. Who took part finds her own number in the pool, and so sees \
                 that she wasn't left out."
            }
            Self::Lottery => {
                "Whichever panel was drawn, the quotas are met. How likely everybody was can be counted from \
                 the panels; that no fairer lottery exists can't be seen from it."
            }
            Self::Steps => "Counting these ballots again gives the same numbers all along.",
            Self::Outcome => "From these ballots, by these rules, nothing else could come out.",
        }
    }
}
