answers-title = Questions about this result
answers-by-how-much = How close was it?
answers-why-not = Why not “{ $option }”?
answers-why-not-higher = Why is “{ $option }” not higher?
answer-quorum-short = { $have } took part, and { $least } were needed. So { $more } more had to take part.
answer-quorum-room = For a valid vote { $least } had to take part. { $have } did. With { $fewer } fewer the vote would not have been valid.
answer-majority-short = { $more ->
        [none] {""}
        [one] With one more vote for there would have been a majority.
       *[other] With { $more } more votes for there would have been a majority.
    } { $turned ->
        [none] {""}
        [one] Had one of those against voted for, there would have been a majority.
       *[other] Had { $turned } of those against voted for, there would have been a majority.
    }
answer-majority-room = { $more ->
        [none] {""}
        [one] With one more vote against there would have been no majority.
       *[other] With { $more } more votes against there would have been no majority.
    } { $turned ->
        [one] Had one of those for voted against, there would have been no majority.
       *[other] Had { $turned } of those for voted against, there would have been no majority.
    }
answer-sector-short = Within { $sector } there was no majority. { $more ->
        [none] {""}
        [one] With one more vote for from this sector there would have been one.
       *[other] With { $more } more votes for from this sector there would have been one.
    } { $turned ->
        [none] {""}
        [one] Had one of its votes against been for, there would have been one.
       *[other] Had { $turned } of its votes against been for, there would have been one.
    }
answer-sector-room = Within { $sector } there was a majority. { $more ->
        [none] {""}
        [one] With one more vote against from this sector there would have been none.
       *[other] With { $more } more votes against from this sector there would have been none.
    } { $turned ->
        [one] Had one of its votes for been against, there would have been none.
       *[other] Had { $turned } of its votes for been against, there would have been none.
    }
answer-ticks-ahead = “{ $option }” is chosen with { $votes } { $votes ->
        [one] tick
       *[other] ticks
    }. Closest to that came “{ $next }”, with { $next_votes }. { $by ->
        [0] That is as many: a lot decided.
       *[other] The difference is { $by }.
    }
answer-ticks-short = “{ $option }” got { $votes ->
        [one] one tick
       *[other] { $votes } ticks
    }. { $is_tied ->
        [yes] “{ $last }” got as many, and the lot fell on that.
       *[no] “{ $last }” got { $last_votes } and is chosen.
    } { $more ->
        [one] With one more tick “{ $option }” was sure to be chosen.
       *[other] With { $more } more ticks “{ $option }” was sure to be chosen.
    }
answer-no-ticks = Nobody ticked this.
answer-below = “{ $option }” has { $votes } supporters, and “{ $above }” at position { $above_place } has { $above_votes }. But { $heard } of the supporters of “{ $option }” had something on the agenda already. For “{ $above }” that was { $above_heard }. Who already has something waits a bit longer.
answer-not-placed = The agenda has { $places } positions, and they were taken. “{ $option }” had { $votes } supporters.
answer-money-short = “{ $option }” costs { $cost }. Its { $votes ->
        [one] only supporter had
       *[other] { $votes } supporters together had
    } { $have } left. So { $lack } was lacking.{ $more ->
        [none] {""}
        [one] {" "}Had one more person voted and ticked only this, it would have been bought. That was counted again: everybody's share is a bit smaller then.
       *[other] {" "}Had { $more } more people voted and ticked only this, it would have been bought. That was counted again: everybody's share is a bit smaller then.
    }
answer-too-dear = “{ $option }” costs { $cost }, and there is only { $budget }. That is { $lack } too little, however many people are for it.
answer-duel-closest = “{ $option }” is chosen. It was closest with “{ $other }”: { $votes } people put “{ $option }” higher, and { $against } people “{ $other }”.
answer-duel-lost = { $against } people put “{ $to }” higher than “{ $option }”. { $votes } people did the opposite.
answer-path-lost = “{ $option }” doesn't lose to “{ $to }” when only these two are compared: { $votes } to { $against }. But “{ $to }” wins against { $over }, and by that way against “{ $option }”. That way is stronger than the way back.
answer-lot-lost = “{ $option }” and “{ $to }” were equal. The lot fell on “{ $to }”.
answer-status-quo-kept = A choice must win against “leave it as it is”, too. { $votes } people put “{ $option }” above that, and { $against } people below. That is not enough.
answer-rounds-out = “{ $option }” dropped out after round { $round }, with { $votes } votes. { $next ->
        [none] {""}
       *[other] { $is_tied ->
            [yes] “{ $next }” had as many. An earlier round or a lot decided.
           *[no] The next one, “{ $next }”, had { $short } more.
        }
    } For the quota of { $quota } “{ $option }” was { $to_quota } short.
answer-rounds-left = “{ $option }” stayed in the count to the end, with { $votes } votes. By then all places were taken. For the quota of { $quota } “{ $option }” was { $to_quota } short.
answer-turned = { $more ->
        [one] Had one more person voted and chosen only “{ $option }”, it was sure to be chosen. That was counted again.
       *[other] Had { $more } more people voted and chosen only “{ $option }”, it was sure to be chosen. That was counted again.
    }
answer-higher = { $more ->
        [one] Had one more person voted and chosen only “{ $option }”, it was sure to stand above “{ $above }”. That was counted again.
       *[other] Had { $more } more people voted and chosen only “{ $option }”, it was sure to stand above “{ $above }”. That was counted again.
    }
pictures-title = The result in pictures
picture-numbers = The numbers: { $title }
picture-yes = { $is ->
        [yes] yes
       *[no] no
    }
picture-part = { $part } of { $of }
picture-to = { $votes } to { $against }
picture-group = Group
picture-all = All together
picture-for = For
picture-against = Against
picture-abstain = Abstained
picture-void = Blank or spoiled
picture-silent = Didn't vote
picture-for-and-against = { $for } for, { $against } against
picture-counts = Who voted what
picture-counts-told = Each bar is a group. What stays empty didn't vote.
picture-option = Option
picture-votes = Supporters
picture-chosen = Chosen
picture-not-chosen = Not chosen
picture-ticks = The ticks
picture-ticks-told = Each bar shows how many of the papers have a tick.
picture-order = The order
picture-order-told = Each bar shows how many people have something of their own on the agenda, up to that position.
picture-place = Position
picture-new = New
picture-heard = Together
picture-heard-before = Had something already
picture-spent = Where the money goes
picture-spent-told = The whole bar is the money that there is. Each line is something bought.
picture-cost = Cost
picture-left = Left over
picture-now = Bought now
picture-before = Spent before
picture-lacking = What there was too little money for
picture-lacking-told = The whole bar is what it costs. Filled is what its supporters together had left.
picture-have = Left with supporters
picture-pairs = How “{ $option }” did against the others
picture-pairs-told = Each bar compares “{ $option }” with one other option.
picture-one = The one
picture-other = The other
picture-for-one = One higher
picture-for-other = Other higher
picture-above = Stands higher
picture-under = Stands lower
picture-against-option = against { $option }
picture-round = Round { $round }
picture-quota = Quota: { $quota } votes
picture-candidate = Candidate
picture-stands = Votes
picture-came = Came in
picture-first = First choice
picture-had = Had already
chosen-order = The order is: { $options }.
answer-left-short = “{ $option }” costs { $cost } and has { $votes } supporters. When it was its turn, there was { $left } left. So { $lack } was lacking.
answer-too-late = “{ $option }” has { $votes } supporters. Something with more supporters no longer fitted, and after that nothing more is bought.
answer-half-room = “{ $option }” had { $votes } votes, and { $least } was enough. { $turned ->
        [one] Had one of those votes been for somebody else, this person would not have been chosen in this round.
       *[other] Had { $turned } of those votes been for somebody else, this person would not have been chosen in this round.
    }
answer-half-short = “{ $option }” had { $votes ->
        [one] one vote
       *[other] { $votes } votes
    }. Needed were { $least }, more than half. { $more ->
        [one] With one more vote cast for this person it would have been enough.
       *[other] With { $more } more votes cast for this person it would have been enough.
    }
answer-objections-stood = { $many ->
        [one] One objection was left.
       *[other] { $many } objections were left.
    } { $also_quorum ->
        [yes] Without it, too, it would not have been adopted: too few took part.
       *[no] { $many ->
            [one] Had that objection been taken back, or had all others in this round found it not well argued, the proposal would have been adopted.
           *[other] Had all of them been taken back, or had all others in this round found them not well argued, the proposal would have been adopted.
        }
    }
answer-objection-room = No objection was left. One objection would have been enough to stop the proposal.
answer-votes-short = “{ $option }” had { $votes ->
        [one] one vote
       *[other] { $votes } votes
    } in that round, and “{ $to }” had { $to_votes }. { $more ->
        [one] With one more vote “{ $option }” would have had more than half.
       *[other] With { $more } more votes “{ $option }” would have had more than half.
    }
picture-votes-round = Votes
picture-persons = The votes in each round
picture-persons-told = The whole bar is all votes of that round.
picture-persons-round = { $round }. { $option }
picture-half = More than half
picture-answer = Answer
picture-people = How many
picture-consent = What was answered
picture-consent-told = The whole bar is all seats.
picture-consent-answer = { $answer ->
        [consent] Consents
        [concerns] Consents, with a concern
        [aside] Stands aside
        [objections] Objects
       *[silent] No answer
    }
