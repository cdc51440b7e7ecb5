batches-link = Votes on paper and by hands
batches-title = Votes on paper and by hands
batches-lead = First announce how many were handed in, while the vote is open. Then two tellers type everything, each apart. If both type the same, the batch counts. While a batch waits, the vote is not counted.
batches-secret = This vote is secret. Type the numbers and the ballots apart from each other. A batch of fewer than 5 ballots may tell you who voted what: put them with another batch if you can.
batches-list = The batches
batch-name =
    { $channel ->
        [paper] Batch { $number }: { $papers } on paper
        [post] Batch { $number }: { $papers } by mail
       *[hands] Batch { $number }: { $papers } by show of hands
    }
batch-stage =
    { $stage ->
        [announced] Waits for the tellers
        [taken_in] Counts
       *[discarded] Does not count
    }
batch-signed = Typed and signed by { $first } and { $second }.
batch-reason = Does not count. Reason: { $reason }
batch-taken = Counted: { $taken }. Put aside: { $aside }.
batch-announce-title = Announce a batch
batch-announce-lead = Count what was handed in and announce it before the vote closes. What comes later does not count.
batch-announce = Announce this batch
batch-channel-label = How did it come in?
batch-channel =
    { $channel ->
        [paper] On paper, handed in at the hall
        [post] By mail
       *[hands] By show of hands
    }
batch-announced = How many?
batch-announced-hint = The number of ballots or envelopes. For a show of hands: how many people take part.
batches-no-more = No batch can be announced any more: the vote is not open.
batches-print = To print
printed-roll = Roll with names
printed-roll-lead = For the secretary and the tellers only. Do not leave this list lying around: the number tells who voted, and in an open vote also what.
printed-number = Number
printed-name = Name
printed-papers = Ballot papers
printed-papers-lead = There is no number on a paper, so nobody sees whose it is.
printed-letters = Every option has a letter. It is the same on all papers: tellers type the letters.
printed-by-lot-open = The candidates stand in another order on every paper, by lot. Each candidate stands on top as often as any other.
printed-by-lot =
    { $orders ->
        [one] The candidates stand in the order of the lot. So few take part that there is only one order: by an order of its own a paper could be recognised.
       *[other] The candidates do not stand in the same order on every paper: there are { $orders } orders, by lot, each with another one on top. Every order is for 5 voters at least, so that nobody recognises a paper by its order.
    }
printed-by-lot-mix = Print all papers at once, shuffle the pile and let everybody take a paper herself. Do not write down who got which paper.
printed-by-lot-check = For whoever wants to check: the lot of this vote is { $seed }.
printed-copies = How many papers?
printed-show = Show
printed-hint =
    { $kind ->
        [choice] Make one cross.
        [marks] Make as many crosses as you like.
        [shared] Write 1 in the box of what you want most, then 2, and so on. The same figure may stand more than once.
       *[ranking] Write 1 in the box of what you want most, then 2, and so on. Each figure once.
    }
back-to-batches = Back to the batches
back-to-batch = Back to this batch
batch-typed-by =
    { $tellers ->
        [0] No teller has typed this batch yet.
        [one] One teller has typed this batch. Now another one has to.
       *[other] Two tellers have typed this batch. They did not type the same and are looking for the difference.
    }
batch-type-title = Type the batch
batch-type-lead = Type everything yourself, without looking at the other teller. You see something of each other only when both are done.
batch-type = Done: hand in
batch-lines = Numbers and votes
batch-lines-hint = Every number on the roll on a line, with the vote: 12 for. Also fine: 13 a, 14 blank, 15 spoiled, 20-24 31 for, or for: 3 5 7.
batch-lines-options-hint = Every number on a line, then a colon, then the letters of the options: 16: B E. For an order the first one first: 15: C,A,B. Also fine: 17: blank and 18: spoiled.
batch-numbers = Numbers of those who took part
batch-numbers-hint = The numbers on the roll, in any order: 1 4 7-12 15.
batch-papers = Ballots
batch-papers-hint = Every ballot on a line, in any order. Or counted: 12 x for, 3 x against, 1 x blank, 2 x spoiled.
batch-papers-options-hint = Every ballot on a line, with the letters of the options: C,A,B. Equal ballots may go together: 4 x C,A,B. Also fine: 2 x blank, 1 x spoiled.
batch-hands = How many hands
batch-hands-hint = One on each line: for 12, against 3, abstain 2.
batch-aside = How many put aside?
batch-aside-hint = Ballots that do not count, because somebody has voted already or is not on the roll. Usually none.
batch-helped = How many people were helped?
batch-helped-hint = People who could not vote alone. We keep only the number, not who they were.
batch-word =
    { $mark ->
        [for] for
        [against] against
        [abstain] abstain
        [blank] blank
       *[spoiled] spoiled
    }
batch-fault =
    { $wrong ->
        [no_number] Line { $line }: there is no number.
        [not_a_number] Line { $line }: “{ $text }” is not a number.
        [not_on_the_roll] Line { $line }: number { $text } is not on the roll.
        [twice] Line { $line }: number { $text } is there already.
        [no_mark] Line { $line }: there is no vote with “{ $text }”.
        [unknown_mark] Line { $line }: “{ $text }” is not a vote.
        [not_on_the_paper] Line { $line }: “{ $text }” does not fit this ballot paper.
        [not_a_letter] Line { $line }: type letters instead of “{ $text }”. The candidates do not stand in the same order on every paper.
       *[not_a_count] Line { $line }: “{ $text }” is not a number of ballots.
    }
batch-fault-number = “{ $text }” is not a number.
batch-correct-title = Correct your own entry
batch-differs-title = You did not type the same
batch-differs-lead = Take the batch together and look what is right. Whoever made a mistake corrects her own entry.
batch-has-nothing = nothing
batch-has-number = took part
batch-differs-number = Number { $what }. You: { $hers }. The other: { $other }.
batch-differs-papers = Ballots with { $what }. You: { $hers }. The other: { $other }.
batch-differs-aside = Put aside. You: { $hers }. The other: { $other }.
batch-differs-helped = Were helped. You: { $hers }. The other: { $other }.
batch-correct-link = Correct the announced number
batch-correct-button = Correct the number
batch-correct-papers-title = Correct the number: { $batch }
batch-correct-papers = How many are there really?
batch-correct-lead = Count the batch again together first. Everybody can read the old and the new number and the reason, and they stand in the record. What was typed already is taken away: the tellers type the batch anew.
batch-corrected =
    { $when ->
        [late] Batch { $number }: { $from } announced first, corrected to { $to } after the close, { $at }. Reason: { $reason }
       *[in_time] Batch { $number }: { $from } announced first, corrected to { $to }, { $at }. Reason: { $reason }
    }
done-batch-corrected = The number is corrected. Two tellers now type the batch.
batch-discard = Do not count this batch
batch-discard-title = Do not count: { $batch }
batch-discard-lead = The ballots of this batch then do not count. Everybody can read the reason, and it stands in the record. This cannot be undone.
done-batch-announced = The batch is announced. Now two tellers type it.
done-batch-typed = What you typed is kept. Now another teller types the same batch.
done-batch-differs = What you typed is kept. The other teller typed something else: see below.
done-batch-taken-in = You both typed the same. The batch counts.
done-batch-discarded = The batch does not count.
namesake-title = A teller has the name of an option
namesake-lead = A teller who stands on the ballot paper herself does not count. Is it only somebody of the same name? Then say here why she may count. Everybody can read it, and it stands in the record.
namesake-who = Which teller?
namesake-button = She is somebody else
done-namesake-cleared = It is written down. This teller can count now.
done-vote-waits = The vote is closed. It is counted as soon as the batches below are typed.
vote-waits-for =
    { $batches ->
        [one] Two tellers still have to type 1 batch of paper.
       *[other] Two tellers still have to type { $batches } batches of paper.
    }
channels-title = How the votes came in
channels-total =
    { $channel ->
        [web] By the website: { $n }.
        [paper] On paper: { $n }.
        [post] By mail: { $n }.
        [hands] By show of hands: { $n }.
       *[proxy] By proxy: { $n }.
    }
channels-blank = Blank: { $n }.
channels-spoiled = Spoiled: { $n }.
channels-secret = Blank and spoiled are not told apart here: in a secret vote a ballot lies apart even from how it came in.
channels-batch =
    { $channel ->
        [paper] Batch { $number } on paper: { $taken } counted, typed and signed by { $first } and { $second }.
        [post] Batch { $number } by mail: { $taken } counted, typed and signed by { $first } and { $second }.
       *[hands] Batch { $number } by show of hands: { $taken } counted, typed and signed by { $first } and { $second }.
    }
channels-batch-aside = Batch { $number }: { $taken } counted and { $aside } put aside, typed and signed by { $first } and { $second }.
channels-batch-discarded = Batch { $number } of { $announced } does not count. Reason: { $reason }
channels-helped =
    { $helped ->
        [one] Somebody helped 1 voter to vote.
       *[other] Somebody helped { $helped } voters to vote.
    }
story-void = Blank: { $blank }. Spoiled: { $spoiled }.
helped-label = Somebody helped me to vote
helped-hint = That is allowed. It is still your vote. We only count how often there was help, not whose.
helped-sure = You said that somebody helped you. We keep only the number.
