votes-title = Votes
votes-open = Open now
votes-coming = Soon
votes-done = Past
votes-none = None at the moment.
vote-stage =
    { $stage ->
        [prepared] Announced
        [open] Open
        [closed] Closed
        [counted] Counted
        [published] Result known
        [cancelled] Called off
       *[other] { $stage }
    }
vote-body-and-number =
    { $body ->
        [council] Vote { $number } of the council
       *[assembly] Vote { $number } of all residents
    }
vote-who =
    { $body ->
        [council] The council votes: one vote per seat.
       *[assembly] All residents on the roll vote: one vote per person.
    }
vote-og = Vote: { $title }
vote-open-until = You can vote { $until }.
vote-by-hand = The chair can close the vote earlier, in the meeting.
vote-opens = The vote opens { $at }.
vote-go = To the vote
vote-read-proposal = Read the whole of proposal { $number }
vote-cancelled = This vote was called off.
vote-being-counted = The vote is closed. The result will be here soon.
vote-rules-title = How it is decided
vote-charter = By version { $version } of the charter. What changes during the vote counts only for the next one.
vote-acts = For chair and secretary
vote-open-now = Open the vote
vote-absences = Mark who is absent
vote-close = Close, count and publish the result
vote-cancel = Call it off
turnout-title = Who has voted so far
turnout =
    { $body ->
        [council] { $cast } of { $entitled } seats have voted.
       *[assembly] { $cast } of { $entitled } residents have voted.
    }
turnout-hidden = What was voted is told only when the vote is closed.
choice =
    { $choice ->
        [for] For
        [against] Against
       *[abstain] Abstain
    }
ballot-title = Your vote
ballot-for-seat = You vote for: { $seat }
ballot-yours-to-cast = How do you vote?
ballot-yours =
    { $choice ->
        [for] You voted for, { $at }.
        [against] You voted against, { $at }.
        [abstain] You abstained, { $at }.
        [blank] You voted blank, { $at }.
       *[other] You voted, { $at }.
    }
ballot-may-change = You can change this as long as the vote is open.
ballot-sign-in = Sign in to vote
rule-quorum =
    { $body ->
        [council] At least { $share } of the seats take part.
       *[assembly] At least { $share } of the residents on the roll take part.
    }
rule-majority = At least { $share } of the votes for and against are for.
rule-simple-majority = There are more votes for than against.
rule-sector = Within the sector { $sector } too there are more votes for than against.
rule-abstain = Whoever abstains takes part, but counts neither as for nor as against.
share-half = half
share-third = a third
share-two-thirds = two thirds
share-three-quarters = three quarters
share-of = { $need } of every { $of } parts
outcome =
    { $outcome ->
        [adopted] Adopted
        [rejected] Rejected
        [tied] Not adopted: the votes were tied
        [no_quorum] Not adopted: too few took part
        [no_votes] Not adopted: nobody voted for or against
        [sector_against] Not adopted: a sector was against
        [chosen] Chosen
        [none_chosen] Nothing chosen: all stays as it is
       *[other] { $outcome }
    }
outcome-why =
    { $outcome ->
        [adopted] For: { $for }, against: { $against }. All rules are met.
        [rejected] For: { $for }, against: { $against }. That is not enough.
        [tied] There were as many votes for as against: { $for } and { $against }.
        [no_quorum] { $took } of { $entitled } took part. That is too few for a valid decision.
        [no_votes] Those who took part abstained.
       *[sector_against] For: { $for }, against: { $against }. But within the sector { $sector } there was no majority for.
    }
story-title = How this result came about
story-who = Who could vote
story-entitled =
    { $body ->
        [council] On the roll at the opening: { $entitled } seats that were held. Each seat had one vote.
       *[assembly] On the roll at the opening: { $entitled } residents. Each had one vote.
    }
story-total = Who voted, and what
story-count = Took part: { $took } of { $entitled }. For: { $for }. Against: { $against }. Abstained: { $abstain }. Did not vote: { $silent }.
story-sectors = Per sector
story-quorum = Did enough take part?
story-quorum-told =
    { $body ->
        [council] The rule: at least { $share } of the seats take part. Needed: { $least }. Took part: { $have }.
       *[assembly] The rule: at least { $share } of the residents on the roll take part. Needed: { $least }. Took part: { $have }.
    }
story-majority = Was there a majority?
story-majority-told = The rule: { $rule } Needed: at least { $least } of { $of } (for and against together). For: { $have }.
story-sector = Was there a majority within { $sector }?
story-sector-told = For: { $for }. Against: { $against }.
story-sector-passed-over = Nobody from { $sector } was on the roll. Then this rule doesn't count.
story-met = met
story-not-met = not met
story-outcome = The outcome
recount-title = Count it yourself
recount-lead = This file holds all that is needed to count again: the rules, the roll without names, and all ballots. With the program you recount on your own computer, without internet.
recount-file = Download the record
recount-hash = Fingerprint (SHA-256):
close-title = Close the vote: { $title }
close-lead = The vote closes at once. Then the ballots are counted and everybody sees the result. This can't be undone.
close-button = Close, count and publish
cancel-title = Call off: { $title }
cancel-lead = Ballots that were cast then don't count. The proposal goes back to where it was.
cancel-button = Call this vote off
back-to-vote = Back to the vote
prepare-title = Vote on: { $title }
prepare-lead = The vote is announced at once. Its rules are those of the charter as it is now.
prepare-body = Who votes?
prepare-opens = Opens at
prepare-opens-hint = Filled in is the first moment that the charter allows.
prepare-closes = Closes at
prepare-closing = How does the vote close?
prepare-button = Announce the vote
closing =
    { $closing ->
        [at_time] By itself, at the announced time
       *[by_hand] By the chair in the meeting, at the announced time at the latest
    }
fault-moment = Fill in a date and a time.
absence-lead = Is the holder of a seat not there? Mark it here, so that the alternate can vote. This is possible as long as nobody voted for the seat.
absence-alternate = alternate: { $name }
absence-is = Marked absent
absence-mark = Mark absent
absence-present = Present after all
done-ballot-cast = Your vote is counted. You can change it as long as the vote is open.
done-ballot-replaced = Your new vote is kept. The earlier one no longer counts.
done-vote-prepared = The vote is announced.
done-vote-opened = The vote is open.
done-vote-closed = The vote is closed and counted. The result stands below.
done-vote-cancelled = The vote was called off.
done-marked = The attendance was changed.
