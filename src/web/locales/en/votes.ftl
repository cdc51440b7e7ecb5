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
vote-sector-and-number = Vote { $number } of the sector { $sector }
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
vote-unopened =
    { $why ->
        [late] The program did not work while the vote should have been open.
        [proposal] This proposal can't be voted on any more.
        [nobody] Nobody may vote in this vote.
        [paper] There is too little to choose from.
        [reading] The proposal could not be read for long enough.
       *[other] By the rules the vote could not open.
    }
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
share-at-least = at least { $share }
share-more-than-half = more than half
fraction-about = { $whole }.{ $decimals }…
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
        [postponed] Not decided yet: there will be a second vote
        [next_round] Not decided yet: there will be another round
        [to_vote] No consent: there will be a vote
        [no_consent] Not adopted: there is still an objection
       *[other] { $outcome }
    }
outcome-why =
    { $outcome ->
        [adopted] For: { $for }, against: { $against }. All rules are met.
        [rejected] For: { $for }, against: { $against }. That is not enough.
        [tied] There were as many votes for as against: { $for } and { $against }.
        [no_quorum] { $took } of { $entitled } took part. That is too few for a valid decision.
        [no_votes]
            { $took ->
                [0] Nobody took part.
               *[other]
                    { $void ->
                        [0] Those who took part abstained.
                       *[other]
                            { $abstain ->
                                [0] Those who took part handed in a paper that is blank or spoiled.
                               *[other] Those who took part abstained, or handed in a paper that is blank or spoiled.
                            }
                    }
            }
       *[sector_against] For: { $for }, against: { $against }. But within the sector { $sector } there was no majority for.
    }
outcome-why-chair = There were as many votes for as against: { $for } and { $against }. By the charter the chair decided.
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
story-majority-told = The rule: { $rule } Needed: at least { $least } of { $of } { $base ->
        [cast] (for and against together)
        [cast_plus_abstain] (for, against and abstained together)
        [present] (all who took part)
       *[roll] (all on the roll)
    }. For: { $have }.
story-sector = Was there a majority within { $sector }?
story-sector-told = For: { $for }. Against: { $against }.
story-sector-passed-over = Nobody from { $sector } was on the roll. Then this rule doesn't count.
story-met = met
story-not-met = not met
story-outcome = The outcome
recount-title = Count it yourself
recount-lead = This file holds all that is needed to count again: the rules, the roll without names, and all ballots. With the program you recount on your own computer, without internet.
recount-removed = The proposal was removed because the law asks for it. The record can only be read by the secretary and the tellers, who can count it again. Its fingerprint stays.
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
vote-lot = Where options are equal a lot decides, with a secret that was drawn before the opening. Its fingerprint:
ballot-marked = You voted: { $mark }
mark-blank = Blank
mark-spoiled = Spoiled
sheet-question-marks = What do you choose?
sheet-question-money = What may the money be spent on?
sheet-question-ranking = What is your order?
sheet-hint-marks = Tick everything that you agree with. As many as you like.
sheet-hint-money-by-votes = Tick everything that may get money. Together it may be more than there is: what has most ticks goes first.
sheet-hint-money = Tick everything that may get money. Together it may be more than there is: everybody gets an equal share to spend.
sheet-hint-ranking = Give what you want most position 1, then position 2, and so on. You needn't give everything a position. Each position once.
sheet-hint-ranking-shared = Give what you want most position 1, then position 2, and so on. The same position twice is fine. What gets no position comes last.
sheet-no-position = No position
sheet-position = Position { $position }
sheet-cast = Cast your vote
sheet-look-over = Next: look it over
sheet-calculate = Calculate
sheet-blank = Vote blank
sheet-nothing = You haven't filled in anything yet. Do you want to choose nothing? Then vote blank.
sheet-shared = Position { $position } is there twice. Give each position only once.
sheet-sum = Together this costs { $spent }. There is { $budget }, so { $left } is left.
sheet-sum-over = Together this costs { $spent }. That is { $left } more than the { $budget } that there is. You may vote for it all the same.
sure-title = Look your vote over
sure-lead = This is a secret vote. Once it is cast, nobody can see any more which vote is yours. That is why you can't change it.
sure-button = Cast your vote
sure-back = Back, I want to change something
secret-note = This vote is secret: your ballot is kept apart from your name.
secrecy-read = Read what is secret, and from whom
secrecy =
    { $secrecy ->
        [open] Open: the result shows what was voted, by number on the roll
       *[secret] Secret: ballots lie apart from the roll and can't be changed any more
    }
receipt-title = Your receipt
receipt-counted = Your vote is kept and will be counted.
receipt-keep = Keep this code. When the result is known, you find your own ballot with it. The code stands nowhere else and won't be shown again.
receipt-look = Find my ballot
receipt-look-up = Find your ballot with your receipt
receipt-code = Code of your receipt
receipt-found = A ballot that counts belongs to this code: { $mark }
receipt-not-yet = The result isn't known yet. Come back afterwards.
receipt-not-found = No ballot belongs to this code. See whether you have all letters and digits, capitals too. Is everything right? Then tell the tellers.
receipt-proves-title = What this proves, and what it doesn't
receipt-proves = It shows that your ballot stands in the record like this and was counted.
receipt-proves-not = It doesn't prove that no ballots were added for people who didn't vote. For that there is the roll: it says who took part.
receipt-shows-others = Whoever sees your code can see what you voted. So show it to nobody.
fault-price = Put a semicolon behind every option and what it costs. This line has none: { $line }
fault-places = Fill in how many are chosen.
fault-budget = Fill in how much money there is to divide.
option-status-quo = Leave it as it is
question =
    { $question ->
        [for_or_against] For or against the proposal
        [one] Choose one option, or leave it as it is
        [some] Choose a number of options
        [order] Put options in order, like an agenda
        [money] Divide money, with an equal share for everybody
        [money_by_votes] Divide money, the most ticks first
        [person] Choose one person, in rounds and in secret
        [consent] Consent of the council: does nobody object?
       *[seats] Elect people to a number of places
    }
prepare-question = What is asked?
prepare-options = The options
prepare-options-hint = Each line is an option. When money is divided: a semicolon behind it and what it costs, like: A bench; 1,200. For or against needs nothing here.
prepare-places = How many are chosen?
prepare-places-hint = Needed only for a number of options or people.
prepare-budget = How much money is there?
prepare-budget-hint = Needed only when money is divided, in euros.
prepare-secrecy = Open or secret?
prepare-secrecy-hint = If only a small group votes, the result soon tells who voted what, even in a secret vote.
method-approval = Everybody ticks what she agrees with. What has the most ticks is chosen. { $seats ->
        [one] One is
       *[other] { $seats } are
    } chosen.
method-agenda-phragmen = Everybody ticks what she wants on the agenda. The order gives every group its part: who already has something on the agenda waits a bit longer for the next.
method-equal-shares = Everybody who votes gets an equal share of the { $budget }. With it supporters together buy what they ticked. What has the most supporters for each euro goes first.
method-schulze = Everybody puts the options in order. They are compared in pairs. Chosen is what wins against all others, and against “leave it as it is” too.
method-stv-scottish = Everybody puts the candidates in order. Who has enough votes is elected. What she has too many, and the votes of whoever drops out, go to the next choice on the ballot. { $seats ->
        [one] One is
       *[other] { $seats } are
    } elected.
method-stv-meek = Everybody puts the candidates in order. Who has enough votes is elected. What she has too many, and the votes of whoever drops out, go to the next choice on the ballot, even if that one is elected already. A computer works it out very exactly. { $seats ->
        [one] One is
       *[other] { $seats } are
    } elected.
chosen = { $n ->
        [0] None of the options is chosen.
       *[other] Chosen: { $options }.
    }
chosen-by-lot = A lot decided { $n ->
        [one] once
       *[other] { $n } times
    }.
told-title =
    { $kind ->
        [begin] What it began with
        [rounds] The count, round by round
        [votes] The votes
        [placed] The order
        [bought] What was bought with the money
        [not] What wasn't chosen, and why
        [duels] Compared in pairs
        [paths] Who is stronger than whom
        [rest] What is left
        [end] What follows from it
        [answers] The answers
        [objections] The objections
        [compared] For comparison
       *[other] Further
    }
told-moved = { $papers } papers go to { $to }, each worth { $value } vote.
told-moved-on = { $papers } papers name nobody else who is still in the running.
told-approval-papers = There are { $papers } papers, { $blank } of them blank.
told-approval-votes = { $option } has { $votes } ticks.
told-approval-border = { $options } have { $votes } ticks each, and { $seats } of them can be chosen. A lot decides.
told-approval-elected = { $option } is chosen with { $votes } ticks{ $by_lot ->
        [yes] , by lot
       *[no] {""}
    }.
told-approval-empty = { $seats } places stay empty.
told-agenda-phragmen-papers = There are { $papers } papers, { $blank } of them blank.
told-agenda-phragmen-placed = Position { $place }: { $option }, with { $votes } supporters. { $new_voices } of them had nothing on the agenda before.
told-agenda-phragmen-waiting = { $option } got no position, with { $votes } supporters.
told-agenda-phragmen-no-votes = { $option }: nobody ticked this.
told-equal-shares-start = { $voters } people voted, { $blank } of them blank. There is { $budget }. Everybody first gets { $share } of it.
told-equal-shares-together = All that anybody was for costs { $cost } together and fits into { $budget }. All of it is bought.
told-equal-shares-raised = As there was money left, everybody's share was raised a little { $times } times, up to { $share }.
told-equal-shares-bought = { $option } is bought for { $cost }, with { $votes } supporters. Each of them pays { $price } at most. Then { $left } is left.
told-equal-shares-given = { $option } is bought for { $cost }, with { $votes } supporters. Then { $left } is left.
told-equal-shares-beyond = With a share a little higher ({ $share }) { $option } would have been bought too, and then there wasn't enough money.
told-equal-shares-added = { $option } still fits into what is left: { $cost }, with { $votes } supporters. Then { $left } is left.
told-equal-shares-short = { $option } costs { $cost }. Its { $votes } supporters have only { $have } left together.
told-equal-shares-no-votes = { $option }: nobody ticked this.
told-equal-shares-rest = Of the money { $left } is left.
told-schulze-papers = There are { $papers } papers, { $blank } of them blank.
told-schulze-duel = { $for_one } people rank { $one } above { $other }; { $for_other } the other way round.
told-schulze-wins-all = { $option } wins against all others.
told-schulze-paths = Between { $one } and { $other }: { $beats ->
        [none] neither is stronger.
       *[other] { $beats } is stronger.
    }
told-schulze-order = From strong to weak: { $places }.
told-schulze-tie = { $among } are equal. The lot fell on { $option }.
told-schulze-beats-status-quo = { $option } wins against “leave it as it is” with { $votes } to { $against }.
told-schulze-winner = { $option } is chosen.
told-schulze-status-quo = Nothing wins against “{ $option }”. All stays as it is.
told-stv-scottish-papers = { $valid } papers are valid. { $blank } are blank and { $unclear } have no clear first choice.
told-stv-scottish-withdrawn = { $option } no longer stands.
told-stv-scottish-quota = There are { $seats } places and { $valid } valid papers. Who has { $quota } votes is elected.
told-stv-scottish-stage = Round { $stage } is counted. Where everybody stands then, you see in the picture above.
told-stv-scottish-elected = { $option } has { $votes } votes and is elected.
told-stv-scottish-tie = { $among } are equal. { $earlier ->
        [none] The lot fell on { $option }.
       *[other] In round { $earlier } they differed, and that decides: { $option }.
    }
told-stv-scottish-surplus = { $option } has { $surplus } votes more than needed. They go to the next choice.
told-stv-scottish-excluded = { $option } has the fewest votes, { $votes }, and drops out. The votes go to the next choice.
told-stv-scottish-filled = { $option } is elected with { $votes } votes, as there are as many candidates as places left.
told-stv-scottish-not-elected = { $option } is not elected and kept { $votes } votes.
secrecy-title = What is secret in a secret vote?
secrecy-open = In an open vote
secrecy-open-text = Your ballot is kept with your name, so that you can change it. In the record it stands beside a number, not beside your name. In the council every number belongs to a seat, and who holds it is public.
secrecy-secret = In a secret vote
secrecy-secret-text = The roll says that you took part. Your ballot lies elsewhere, under a random number, without name, time or order. While votes come in both are written anew every minute, and once more when the vote closes. So the order of writing is gone as well.
secrecy-neighbours = Your neighbours, the council and the secretary
secrecy-neighbours-text = They see that you took part, but not what you voted. Unless hardly anybody voted or all voted the same: then it can be guessed.
secrecy-server = Whoever keeps the server
secrecy-server-text = Whoever can get at the computer on which this runs could look on during the vote, or run a program that doesn't do what is said here. So you must trust that person. A copy of the data that was made during the vote tells something about the last minute at most. A copy made after the close tells nothing more, unless somebody keeps everything that the computer ever wrote down, or recovers erased parts of the disk. If you don't trust that, ask for a vote on paper.
secrecy-device = Your own phone, and who sits beside you
secrecy-device-text = Whoever looks at your screen or keeps your phone sees your vote. Whoever has your receipt can look it up later.
secrecy-later = Later
secrecy-later-text = The record stays. It says who took part, as numbers, and which ballots there were, but nothing that joins the two.
vote-extend = Keep it open longer
vote-recuse = Take a seat out of the vote
extend-title = Longer: { $title }
extend-lead = The new end holds for everybody and stands in the record, with the reason.
extend-until = New end
extend-button = Keep it open longer
recuse-title = A seat does not vote: { $title }
recuse-lead = Does a council member have an interest of her own? Then the seat doesn't vote and doesn't count for the quorum. Everybody sees that, with the reason.
recuse-seat = Which seat?
recuse-button = Take the seat out
done-vote-extended = The vote lasts longer.
done-seat-recused = The seat does not vote.
decimal-sign = .
