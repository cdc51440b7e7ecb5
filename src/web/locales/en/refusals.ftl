error-not-found = This page is not here
error-not-found-why = Perhaps the address was copied wrongly, or the page is not meant for you.
error-ours = Something went wrong on our side
error-full-why = The disk of our server is full. What you wanted to do did not happen. Call or mail the secretary, so that whoever keeps the server makes room.
error-ours-why = What you wanted to do did not happen. Try again in a few minutes. If it fails again, call or mail the secretary.
error-number = Please mention this number: { $number }.
error-unreachable = Another computer does not answer
error-unreachable-why = What you wanted to do did not happen. Try again later.
error-conflict = Somebody was first
error-refused = This is not possible now
error-stale = Have a look, and send it again
error-stale-expired = This form was open for too long. What you typed is still here. Press the button to send it after all.
error-stale-of-another = You signed in or out in the meantime, or you opened this form in another browser. What you typed is still here. Press the button to send it after all.
error-stale-again = Send again
error-foreign = This came from another website
error-foreign-why = For your safety we only take forms that were filled in on this website. Nothing happened.
error-removed = This was removed
error-removed-why = The proposal of this vote was removed because the law asks for it. So the record, which holds the title, is no longer for everybody to read. The secretary and the tellers can still count it again. Its fingerprint stays: { $hash }
error-too-large = This is too large
error-too-large-why = What you sent is larger than we can take. Nothing was saved. Go back and make the text shorter.
error-unreadable = This form did not arrive well
error-unreadable-why = Something was missing, or of the wrong kind. Nothing was saved. Go back and try again.
error-not-founded = This neighbourhood has not been set up yet
error-not-founded-why = Whoever keeps the server finds a link in the window of the program with which to name the neighbourhood.
error-back = Back to the previous page
error-home = To the front page

conflict-already = This was done already.
conflict-newer-version = There is a newer version in the meantime: version { $version }.
conflict-founded = This neighbourhood was founded already.

form-faults = Something is not right yet

field-name =
    { $field ->
        [name] the name
        [address] the address
        [email] the e-mail address
        [member_number] the member number
        [neighbourhood] the name of the neighbourhood
        [handle] the fediverse name
        [title] the title
        [summary] the summary
        [text] the text
        [addressee] whom it is for
        [comment] the comment
        [reason] the reason
        [organisation] the organisation
        [statement] your text
        [sector_name] the name of the sector
       *[other] this field
    }
wording-missing = Fill in { $field }.
wording-too-short = Make { $field } longer: at least { $bound } characters. Now there are { $have }.
wording-too-long = Make { $field } shorter: at most { $bound } characters. Now there are { $have }.
wording-not-text = There is a character in { $field } that we can't store.

refusal-sign-in-first = You are not signed in. Sign in (another tab will do) and then try again.
refusal-not-yours =
    { $deed ->
        [vote_in_council] You can't vote here: the members of the council do.
        [vote_in_assembly] You can't vote here: the residents on the roll do.
        [keep_roll] Only the secretary keeps the roll.
        [issue_codes] Only the secretary gives out voting codes.
        [moderate] Only the chair or the secretary can do this.
        [prepare_vote] Only the chair or the secretary prepares a vote.
        [close_vote] Only the chair or the secretary closes a vote.
        [share_proposal] Only the secretary or the connector shares proposals of other neighbourhoods.
       *[other] This is not part of what you do in this neighbourhood. Ask the secretary.
    }
refusal-link = This link no longer works. A link from an e-mail works once, for half an hour. Ask for a new one.
refusal-too-often = This was tried too often. Try again { $at }.
refusal-email = This is not an e-mail address. It looks like name@example.org.
refusal-language = We don't know the language “{ $language }”. Choose nl or en.
refusal-birth = { $year } can't be a year of birth.
refusal-sector = There is no sector “{ $sector }” here.
refusal-age = Fill in a year of birth, or tick that somebody checked the age.
refusal-last-secretary = This is the last secretary. Appoint another one first.
refusal-gone = This member is no longer on the roll.
refusal-code-length = A voting code has twelve signs, in three groups of four.
refusal-code-sign = A voting code holds only digits and letters, and never a 0, 1, I, L or O.
refusal-code-mistyped = There is a typing mistake in the code. Compare it with your letter.
refusal-code-unknown = We don't know this code. Compare it with your letter.
refusal-code-expired = This code was valid { $day }. Ask the secretary for a new one.
refusal-code-replaced = You were given a new code on { $day }. This old one no longer works.
refusal-charter-too-much = This is too much: at most { $most }.
refusal-charter-threshold = At least one supporter is needed.
refusal-charter-share = A fraction is more than nothing and at most one whole, like 1/2 or 2/3.
refusal-charter-rounds = A decision by consent has 1 to { $most } rounds.
refusal-charter-half = A majority is at least half.
refusal-sector-seats = { $seats } seats in one sector are too many.
refusal-sector-key = “{ $key }” won't do: use small letters, digits and underscores.
refusal-sector-taken = { $taken } seats are still taken. Free some seats first.
refusal-sector-exists = There is a sector of this name already.
refusal-seat-not-hers = This seat is not yours.
refusal-seat-holder-present = You can't vote: the holder of the seat is not marked absent.
refusal-seat-marked-absent = You can't vote: you were marked absent { $at }, and your alternate votes.
refusal-seat-holder-voted = This is not possible: the holder of the seat already voted, { $at }.
refusal-seat-alternate-voted = This is not possible: the alternate already voted, { $at }.
refusal-seat-no-alternate = This seat has no alternate.
refusal-seat-same-person = The holder and the alternate are two different people.
refusal-seat-has-a-seat = This member has a seat already.
refusal-seat-backwards = The term ends before it begins.
refusal-proposal-not-now =
    { $stage ->
        [in_vote] This is not possible: this proposal is being voted on.
        [adopted] This is not possible: this proposal was adopted already.
        [rejected] This is not possible: this proposal was rejected already.
        [withdrawn] This is not possible: this proposal was withdrawn.
        [lapsed] This is not possible: this proposal has lapsed.
        [draft] This is not possible: this proposal is still a draft.
       *[other] This is not possible: this proposal has not come that far.
    }
refusal-proposal-not-the-submitter = Only the submitter can do this.
refusal-proposal-frozen =
    { $stage ->
        [in_vote] The text is fixed, because it is being voted on.
       *[other] The text is fixed, because this proposal has been dealt with.
    }
refusal-proposal-support =
    { $stage ->
        [draft] You can't support a draft.
        [in_vote] You can no longer support this proposal, because it is being voted on.
       *[other] You can no longer support this proposal, because it has been dealt with.
    }
refusal-proposal-comments =
    { $stage ->
        [draft] Nobody can comment on a draft.
       *[other] Nobody can comment on a withdrawn proposal any more.
    }
refusal-comment-too-deep = You can answer a comment, not an answer.
refusal-comment-hidden = This comment is hidden.
refusal-comment-not-hidden = This comment is not hidden.
refusal-reading-period = The vote can't open before { $moment }: until then everybody has time to read the proposal.
refusal-notice-period = The vote can't open before { $moment }: that is how long in advance a vote is announced.
refusal-vote-not-now =
    { $stage ->
        [prepared] This is not possible: the vote is not open yet.
        [open] This is not possible: the vote is open.
        [cancelled] This is not possible: the vote was cancelled.
       *[other] This is not possible: the vote is closed.
    }
refusal-vote-not-yet = You can't vote yet: the vote opens { $at }.
refusal-vote-closed = Your vote no longer counts: the vote closed { $at }.
refusal-vote-ends-at-time = This vote ends by itself { $at } and not before. That is how it was announced.
refusal-vote-span = A vote is open for { $minutes } minutes at least and { $days } days at most.
refusal-vote-past = A vote can't begin in the past.
refusal-vote-nobody = There is nobody who may vote.
refusal-not-on-the-roll = You can't vote: you were not on the roll when this vote opened.
refusal-handle = “{ $typed }” is not a fediverse address. It looks like @neighbourhood@example.org.
refusal-partner-ourselves = That is this neighbourhood itself.
refusal-partner-already = This neighbourhood is a neighbour already.
refusal-partner-none = This neighbourhood is no longer a neighbour.
refusal-shared-already = This proposal is shared already.
refusal-share-not-a-proposal = Only proposals of other neighbourhoods are shared.
refusal-elsewhere = This address can't be used.
refusal-your-alternate-voted = You can't vote: your alternate already did, { $at }.
refusal-your-holder-voted = You can't vote: the holder of the seat already did, { $at }.
refusal-recused = You can't vote here, because you have an interest of your own in it. That was announced publicly.
refusal-took-part =
    { $channel ->
        [web] You voted already.
        [paper] A ballot of yours was handed in on paper already.
        [post] A ballot of yours came by mail already.
        [hands] Your vote was counted already by show of hands.
       *[proxy] Somebody voted for you already, with your proxy. The vote is secret, so that ballot stays.
    }
refusal-not-on-the-paper = This doesn't fit the ballot paper. Look at what you filled in and try again.
refusal-paper-options = There are { $have } options. There must be 2 at least and { $most } at most.
refusal-paper-no-options = A vote for or against has no other options.
refusal-paper-title = Every option has a name of { $most } characters at most.
refusal-paper-twice = This option is there twice: { $title }
refusal-paper-sectors = A secret vote can't be counted per sector. The charter asks for that here: vote openly.
refusal-paper-condition = One of the rules about sectors can never be met.
refusal-paper-money = Fill in how much money there is to divide, and put behind every option what it costs.
refusal-vote-not-later = The new end must be later than the old one: { $at }.
refusal-proposal-of-an-election = This belongs to an election, and is done there.
refusal-batch-channel = Batches do not come in that way. Choose paper, mail or show of hands.
refusal-batch-consent = In a round of consent whoever objects says why herself. That cannot be done on paper.
refusal-batch-hands = A secret vote does not go by show of hands.
refusal-batch-papers = Fill in how many there are: at least 1 and at most { $most }, as many as are on the roll.
refusal-batch-same = { $papers } were announced already. Fill in the right number.
refusal-batch-not-now =
    { $stage ->
        [taken_in] This batch counts already.
       *[other] This batch does not count.
    }
refusal-batch-turn = You have typed this batch. Now another teller has to.
refusal-batch-two = Two other tellers type this batch.
refusal-batch-interest = You have an interest of your own in this vote. Let another teller do this.
refusal-batch-sum = { $announced } were announced. You have { $found }, with what was put aside. Count again. If the announced number is wrong, ask the secretary or the chair to correct it.
refusal-batch-unequal = There are { $numbers } numbers and { $papers } votes. There have to be as many of both.
refusal-batch-helped = There are { $papers } people in this batch. No more can have been helped.
refusal-batch-unfinished = { $batches } batches are waiting. Two tellers have to type them first.
refusal-batch-objected =
    { $why ->
        [not_on_the_roll] Number { $number } is not on the roll. Put this ballot aside and take the number away.
        [recused] Number { $number } does not vote because of an interest of her own. Put this ballot aside and take the number away.
       *[took_part]
            { $channel ->
                [web] Number { $number } has voted already, on the website. Put this ballot aside and take the number away.
                [paper] Number { $number } has voted already, on paper. Put this ballot aside and take the number away.
                [post] Number { $number } has voted already, by mail. Put this ballot aside and take the number away.
                [hands] Number { $number } has voted already, by show of hands. Put this ballot aside and take the number away.
               *[proxy] Somebody voted for number { $number } already, by proxy. The vote is secret, so that ballot stays. Put this ballot aside and take the number away.
            }
    }
refusal-quota-not-by-lot = Seats can be kept for an age only where the lot decides.
refusal-quota-group = Fill in an age from 1 to { $most }, and 1 seat at least.
refusal-quota-overlap = This age has to be higher than the one above.
refusal-quota-too-many = You keep { $asked } seats, and there are { $seats }.
