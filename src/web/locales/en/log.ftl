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
event-proposal-came-back = Not decided yet: the proposal is put to the vote again.
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
event-tie-ruled =
    { $ruling ->
        [for] The chair decided the tie: for. Reason: { $reason }
       *[against] The chair decided the tie: against. Reason: { $reason }
    }
event-objection-withdrawn = An objection was taken back.
event-objection-not-argued = Somebody found no good reason for an objection.
event-round-ended = The round ended with an objection. Reason: { $reason }
event-vote-counted = Ballots counted.
event-outcome-disputed = The outcome is disputed: { $asked } of the { $needed } who are needed ask for a new vote.
event-result-published = Result published: { outcome }.
event-batch-announced =
    { $channel ->
        [paper] Batch { $batch } announced: { $papers } ballots on paper.
        [post] Batch { $batch } announced: { $papers } ballots by mail.
       *[hands] Batch { $batch } announced: { $papers } people vote by show of hands.
    }
event-batch-typed = A teller typed batch { $batch }.
event-batch-taken-in = Two tellers typed the same for batch { $batch }: { $papers } votes count.
event-batch-corrected = Batch { $batch }: the announced number is corrected from { $from } to { $to }. Reason: { $reason }
event-batch-discarded = Batch { $batch } does not count. Reason: { $reason }
event-vote-extended = The vote lasts longer. Reason: { $reason }
event-namesake-cleared = A teller has the name of an option, and is somebody else. Reason: { $reason }
event-seat-recused = A seat does not vote because of an interest of its own. Reason: { $reason }
event-voter-added =
    { $seat ->
        [none] Somebody was put on the roll after all. Reason: { $reason }
       *[other] A seat was put on the roll after all. Reason: { $reason }
    }
event-mandate-given = A proxy was given.
event-mandate-handed-in = A proxy on paper was handed in.
event-mandate-taken-back = A proxy was taken back.
event-mandate-fell-away = A proxy fell away.
event-delegation-given = Somebody has another one speak for her.
event-delegation-taken-back = Somebody has nobody speak for her any more.
event-vote-cancelled = The vote was called off. Reason: { $reason }
event-partner-asked = We asked to follow this neighbourhood.
event-partner-followed = We follow this neighbourhood.
event-partner-refused = This neighbourhood did not want to be followed.
event-partner-not-found = This neighbourhood was not found.
event-partner-ended = We no longer follow this neighbourhood.
event-proposal-shared = Shared with those who follow us.
event-share-taken-back = No longer shared.
event-signing-key-made = From now on this neighbourhood signs with the key { $key }.
event-log-contradicted = The log of this neighbourhood is not the one that it signed before (seen at { $size } lines). Both are kept as evidence.
event-notice-received = A notice of another neighbourhood came in.
heads-title = Seals on the log
heads-link = How you can tell that nothing was changed afterwards
heads-lead = Every line of the log is sealed with a hash, a fingerprint that also covers all lines before it. About once a minute, and at every result, this neighbourhood signs the newest fingerprint: a head. Whoever keeps a head can check later that the log still begins with exactly the same lines. Neighbourhoods that follow us keep our heads and sign them too, so that nobody here, not even the one who runs this server, can rewrite what happened without being noticed. Lines that are not public are covered: the fingerprint tells nothing about them. What the seals can’t show is whether a line was true when it was written.
heads-newest = The newest head
heads-none = There is no head yet.
heads-size = Lines
heads-at = Signed
heads-root = Fingerprint of all lines (Merkle root)
heads-chain = Fingerprint of the last line in the chain
heads-key = Key of this neighbourhood
heads-seen = What we keep of others
heads-seen-lead = Of the neighbourhoods that we follow we check whether their log goes on from what we saw before, and co-sign it.
heads-seen-line = { $size } lines, seen { $at }, goes on from what we saw before.
heads-files = For programs
heads-files-lead = Everything that is needed to check this stands in these files.
log-fault =
    { $fault ->
        [rewritten] Its log shows other lines than it signed before.
        [gone] It no longer shows what it signed before.
        [broken] Its log does not go on from what it signed before.
        [strange_key] It signs with a key for which its earlier key did not vouch.
        [unsigned] What it shows of its log is not signed properly.
        [another] It shows the log of another neighbourhood.
       *[other] { $fault }
    }
event-election-called = { $seats ->
        [one] An election was called for 1 seat.
       *[other] An election was called for { $seats } seats.
    }
event-member-nominated = Somebody was asked to stand.
event-candidate-stood = Somebody stood for election.
event-candidate-rewrote = A candidate changed her text.
event-candidate-withdrew = A candidate withdrew.
event-nomination-refused = Somebody did not want to stand.
event-candidate-declined = A candidate wants no seat any more.
event-nominations-closed = The list is closed, with { $candidates } candidates.
event-election-uncontested = There were no more candidates than seats. They got a seat without a vote: { $seats }.
event-seats-drawn = Lots were drawn among { $pool } people. Fingerprint of the drawing: { $hash }
event-seats-given = { $seats ->
        [one] 1 seat was given.
       *[other] { $seats } seats were given.
    } Fingerprint of the count: { $hash }
event-election-failed = Nobody was elected.
event-election-called-off = The election was called off. Reason: { $reason }
event-alternate-named = This seat has another alternate, or none.
log-election = Election { $number }: { $title }
