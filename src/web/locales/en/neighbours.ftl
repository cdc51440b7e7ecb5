elsewhere-title = Elsewhere
elsewhere-lead = Proposals, votes and results of other neighbourhoods, fetched from those neighbourhoods themselves. Ours does not vote on these proposals.
elsewhere-all = Everything
elsewhere-none = Nothing has come in from other neighbourhoods yet.
elsewhere-from = from { $name } ({ $host })
elsewhere-stage =
    { $stage ->
        [draft] draft
        [open] open
        [supported] enough support
        [in_vote] in vote
        [adopted] adopted
        [rejected] rejected
        [withdrawn] withdrawn
        [lapsed] lapsed
        [cancelled] cancelled
        [tied] tied
        [no_quorum] too few took part
        [no_votes] nobody voted for or against
        [sector_against] a sector was against
        [superseded] holds no longer: a new vote took its place
       *[other] { $stage }
    }
elsewhere-fetched = fetched there { $at }
elsewhere-shared = Shared by us
elsewhere-share = Share with those who follow us
elsewhere-share-end = Stop sharing
elsewhere-partners = Neighbourhoods that we follow
elsewhere-no-partners = None yet.
notice-kind =
    { $kind ->
        [proposal] Proposal
        [opening] Vote
       *[result] Result
    }
notice-kinds =
    { $kind ->
        [proposal] Proposals
        [opening] Votes
       *[result] Results
    }
partners-title = Follow other neighbourhoods
partners-lead = Fill in the fediverse address of another neighbourhood. What it publishes then appears under Elsewhere. Following is not trusting: nothing of it counts in our votes.
partners-ours = Our own address:
partners-list = Whom we follow, or asked to follow
partner-handle = Address of the other neighbourhood
partner-handle-hint = For example @venserpolder@venserpolder.example
partner-button = Follow this neighbourhood
partner-stage =
    { $stage ->
        [asked] Asked, waiting for an answer
        [following] We follow
        [refused] Refused
        [not_found] Not found
        [ended] Ended
       *[other] { $stage }
    }
partner-fault = What went wrong: { $fault }
partner-answered = Answer: { $at }
partner-ask-again = Ask again
partner-end = Stop following
done-asked = The request is on its way. Look later whether there is an answer.
done-partner-ended = We no longer follow this neighbourhood.
done-shared = The proposal is shared with those who follow us.
done-share-ended = The proposal is no longer shared.
