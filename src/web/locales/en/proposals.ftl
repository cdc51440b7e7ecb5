proposals-title = Proposals
proposals-lead = Everybody on the roll can write and support a proposal. With enough support, it is put to a vote.
proposals-write = Write a proposal
proposals-found =
    { $total ->
        [0] Nothing found
        [one] 1 proposal
       *[other] { $total } proposals
    }
filter-any = Everything
filter-text = Search for words
filter-stage = Where it stands
filter-kind = Kind
filter-button = Search
proposal-stage =
    { $stage ->
        [draft] Draft
        [open] Open
        [supported] Enough support
        [in_vote] In vote
        [adopted] Adopted
        [rejected] Rejected
        [withdrawn] Withdrawn
        [lapsed] Lapsed
       *[other] { $stage }
    }
proposal-kind =
    { $kind ->
        [proposal] Proposal
        [motion] Motion
        [right_to_challenge] Right to challenge
        [right_to_bid] Right to bid
        [neighbourhood_plan] Neighbourhood plan
        [partnership] Public-civil partnership
        [purchase] Purchase
        [fund_request] Fund request
        [election] Election
       *[other] { $kind }
    }
proposal-kind-and-number = { proposal-kind } no. { $number }
proposal-value =
    { $value ->
        [money] Money
        [jobs] Jobs
        [local_enterprise] Local enterprise
        [safety] Safety
        [equality] Equality
        [cooperation] Co-operation
        [training] Training
        [health] Health
        [nature] Nature
        [liveability] Liveability
        [social_networks] Social networks
       *[other] { $value }
    }
proposal-supporters =
    { $have ->
        [0] Nobody supports this yet. The support of { $need } residents is needed.
        [one] 1 resident supports this. { $need } are needed.
       *[other] { $have } residents support this. { $need } are needed.
    }
proposal-by = Submitted by { $name }
proposal-draft-lead = This is a draft. Only you see it. Ready? Then open it to the neighbourhood.
proposal-open-button = Open to the neighbourhood
proposal-to-vote = To the vote
proposal-to-result = Read the result
proposal-served = What it is good for
proposal-version = Version
proposal-what-changed = What changed
proposal-revise = Change the text
proposal-withdraw = Withdraw
proposal-prepare-vote = Prepare a vote
proposal-remove = Remove (legal duty)
proposal-share = Share this proposal
proposal-share-how = Copy this address into a message, or look it up from Mastodon.
removed-title = (removed)
proposal-gone = This proposal was removed
proposal-gone-why = Proposal { $number } was taken away because the law asks for it. The reason stands below.
support-title = Support
support-enough = That is enough for a vote.
support-yours = You support this proposal.
support-button = I support this
support-end-button = I no longer support this
support-sign-in = Sign in to support this
comments-title =
    { $count ->
        [0] Comments
        [one] 1 comment
       *[other] { $count } comments
    }
comment-label = Your comment
comment-hint = Everybody can read this, with your name.
comment-button = Place comment
comment-sign-in = Sign in to comment
comment-was-hidden = This comment was hidden. Reason: { $reason }
comment-hide = Hide comment
comment-hide-button = Hide this comment
comment-show = Show comment again
comment-show-button = Show this comment again
answer-open = Answer
answer-label = Your answer to { $name }
answer-button = Place answer
reason-label = Reason
reason-hint = The reason goes into the public log. Everybody can read it.
back-to-proposals = All proposals
back-to-proposal = Back to the proposal
write-heading = Write a proposal
write-lead = Write the way you speak. Your proposal is first kept as a draft that only you see.
write-kind = Kind
write-kind-hint = A motion is a wish. With the right to challenge residents take over a task of the city. Not sure? Choose “Proposal”.
write-title = Title
write-title-hint = Short and clear: what should happen?
write-summary = Summary in plain words
write-summary-hint = Three to five short sentences, about { $least } to { $most } characters. Everybody must be able to understand it.
write-text = Explanation
write-text-hint = What is the matter, what do you propose, what does it cost? Headings (#), lists (-) and **bold** are fine.
write-addressee = Whom it is for
write-addressee-hint = Who must do it if it is adopted? For example: the district.
write-served = What is it good for?
write-language = In which language do you write?
write-button = Keep as a draft
revise-title = Change: { $title }
revise-lead = Your change becomes a new version. The old one can still be read.
revise-button = Keep as a new version
stale-lead = Below is first what stands there now, and then what you typed. Copy what you want to keep, and then save.
stale-theirs = Version { $version }, as it is now
stale-yours = What you typed
difference-title = Version { $version } of “{ $title }”
difference-lead = This is how changes are shown:
difference-went = this went away
difference-came = this was added
difference-versions = All versions
difference-version = Version { $version }
withdraw-title = Withdraw: { $title }
withdraw-lead = A withdrawn proposal can still be read, but can no longer be voted on.
withdraw-button = Withdraw this proposal
remove-title = Remove: { $title }
remove-lead = Do this only when the law asks for it. The text disappears everywhere; the number and the reason stay.
remove-button = Remove the text
done-drafted = Your draft is kept.
done-opened = Your proposal is open. Tell your neighbours!
done-supported = You now support this proposal.
done-support-ended = You no longer support this proposal.
done-commented = Your comment is placed.
done-moderated = The comment was changed.
done-revised = The new version is kept.
done-withdrawn = The proposal is withdrawn.
done-removed = The text is removed.
person-forgotten = somebody who left the roll
