log-title = Log
log-lead = Everything that happened in this neighbourhood, the newest first. Nothing is ever taken away here. Who voted or supported what is not in it.
log-earlier = Earlier
log-proposal = Proposal { $number }, “{ $title }”
log-vote = Vote { $number }, “{ $title }”
log-notice = “{ $title }” from { $from }
history-title = What happened
event-neighbourhood-founded = The neighbourhood { $name } was founded.
event-charter-adopted = Version { $version } of the charter is now in force. { $reason }
event-members-imported = Roll read in: { $added } new, { $changed } changed.
event-member-added = A member was added.
event-member-changed = Details of a member were changed.
event-member-suspended = A member was suspended or put back.
event-member-forgotten = A member was forgotten.
event-codes-issued =
    { $codes ->
        [one] 1 voting code was given out.
       *[other] { $codes } voting codes were given out.
    }
event-code-replaced = A voting code was replaced.
event-officer-appointed = Appointed { role-name }.
event-officer-dismissed = No longer { role-name }.
event-sector-arranged =
    { $seats ->
        [one] This sector now has 1 seat.
       *[other] This sector now has { $seats } seats.
    }
event-seat-filled = This seat is taken.
event-seat-vacated = This seat became free. Reason: { $reason }
event-proposal-drafted = Draft written.
event-proposal-opened = Put before the neighbourhood.
event-draft-revised = The draft was changed.
event-draft-withdrawn = The draft was withdrawn.
event-proposal-revised = The text was changed. This is version { $version }.
event-support-given = Support given.
event-support-taken-back = Support taken back.
event-threshold-reached = There is enough support: { $supporters } supporters.
event-threshold-lost = There is no longer enough support: { $supporters } supporters.
event-proposal-withdrawn = Withdrawn. Reason: { $reason }
event-proposal-lapsed = Lapsed, because there was too little support for too long.
event-proposal-entered-vote = Put to a vote. The text is fixed.
event-proposal-left-vote = The vote was called off.
event-proposal-adopted = Adopted.
event-proposal-rejected = Rejected.
event-proposal-removed = The text was removed because the law asks for it. Reason: { $reason }
event-comment-placed = A comment was placed.
event-comment-hidden = A comment was hidden. Reason: { $reason }
event-comment-shown = A comment is shown again. Reason: { $reason }
event-vote-prepared = Vote announced.
event-vote-opened = Vote opened. There are { $entitled } votes on the roll.
event-holder-marked-absent = The holder of a seat was marked absent; the alternate votes.
event-holder-marked-present = The holder of a seat is present after all.
event-ballots-cast = { $ballots } ballots came in.
event-ballot-cast = A ballot was cast.
event-ballot-replaced = A ballot was replaced.
event-vote-closed =
    { $reason ->
        [none] Vote closed at the announced time.
       *[other] Vote closed. Reason: { $reason }
    }
event-vote-counted = Ballots counted.
event-result-published = Result published: { outcome }.
event-vote-cancelled = The vote was called off. Reason: { $reason }
event-partner-asked = We asked to follow this neighbourhood.
event-partner-followed = We follow this neighbourhood.
event-partner-refused = This neighbourhood did not want to be followed.
event-partner-not-found = This neighbourhood was not found.
event-partner-ended = We no longer follow this neighbourhood.
event-proposal-shared = Shared with those who follow us.
event-share-taken-back = No longer shared.
event-notice-received = A notice of another neighbourhood came in.
