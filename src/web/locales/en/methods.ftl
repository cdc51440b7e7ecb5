rule-simple-majority-of =
    More than half are for, out of { $base ->
        [cast_plus_abstain] the votes for and against and the abstentions.
        [present] all who take part.
       *[roll] all on the roll.
    }
rule-majority-of =
    At least { $share } are for, out of { $base ->
        [cast_plus_abstain] the votes for and against and the abstentions.
        [present] all who take part.
       *[roll] all on the roll.
    }
rule-tie =
    { $rule ->
        [postpone_once] If there are as many votes for as against, the proposal is put to the vote once more. If it is tied again, it is rejected.
       *[chair] If there are as many votes for as against, the chair decides, with a reason that everybody can read.
    }
rule-missing =
    { $rule ->
        [again] If too few take part, it is put to the vote once more, under the same rule.
       *[again_without] If too few take part, it is put to the vote once more. Then the result counts, however many take part.
    }
rule-second = This is the second vote on this proposal. There won’t be a third.
rule-residents = Among the residents ({ $sector }) too there are more votes for than against, and at least one vote.
rule-at-least = In at least { $least } of the { $of } sectors there are more votes for than against.
rule-weighted = Every sector weighs the same. The part of a sector that is for counts; together that is { $share }.
rule-weights = Sectors don’t weigh the same: { $weights }. The part of a sector that is for counts with that weight; together that is { $share } of the weight.
rule-weight = { $sector } weighs { $weight }
condition-sector = A majority within { $sector }
prepare-conditions = What else has to be reached?
prepare-conditions-hint = Only for or against, in an open vote. What the charter asks for holds always.
prepare-residents = A majority among the residents: which sectors are residents?
prepare-residents-hint = Their votes are counted together. They count even if none of them votes: then this rule is not met. If you choose nothing, this rule doesn’t hold.
prepare-at-least = A majority within at least so many sectors
prepare-at-least-hint = Only for or against. Empty: this rule doesn’t hold.
prepare-weights = A majority with a weight for each sector
prepare-weights-hint = Fill in how much each sector weighs: a whole number, 0 for a sector that doesn’t count here. 1 everywhere: all sectors weigh the same. All empty: this rule doesn’t hold.
prepare-weighed-share = What part of that weight must be for?
prepare-weighed-share-hint = A fraction like 2/3. Empty: more than half.
prepare-evaluate = When do you look at the decision again?
prepare-evaluate-hint = Needed only for consent. Every decision by consent is looked at again on a fixed day.
fault-at-least = Fill in a number from 1 to { $n }.
fault-weights = Fill in a whole number from 0 to { $most } for every sector, and more than 0 for at least one.
fault-conditions-elsewhere = Rules about sectors hold only for or against. Remove them, or ask for or against.
story-no-quorum-asked = This is the second vote. Now the result counts, however many take part.
story-missing = Too few took part. What now?
story-missing-told =
    { $outcome ->
        [postponed] This was the first time. By the charter the proposal is put to the vote once more.
       *[no_quorum] This was the second time. By the charter the proposal is not adopted then.
    }
story-tie = Exactly half are for. What now?
story-tie-told =
    { $outcome ->
        [postponed] This was the first time. By the charter the proposal is put to the vote once more.
        [chair_decides] By the charter the chair decides.
        [adopted] By the charter the chair decided: for.
        [rejected] By the charter the chair decided: against.
       *[tied] A tie means that the proposal is not adopted.
    }
story-at-least = Were enough sectors for?
story-at-least-told = Needed: at least { $least } of the { $of } sectors. For: { $have }.
story-weighted = Was there a majority with the weight of each sector?
story-weighted-told = Of the weight of { $of }, { $have } was for (exactly: { $exact }). Needed: { $share }.
story-weight-told = { $cast ->
        [0] Weighs { $weight }. Nobody voted for or against.
       *[other] Weighs { $weight }. Of the { $cast } votes { $for } were for.
    }
story-residents = Was there a majority among the residents ({ $sector })?
story-residents-told = For: { $for }. Against: { $against }. Needed: more for than against.
outcome-why-missing = { $took } of { $entitled } took part. That is too few. The proposal is put to the vote once more.
outcome-why-tied-once = There were as many votes for as against: { $for } and { $against }. The proposal is put to the vote once more.
outcome-why-sectors = For: { $for }, against: { $against }. But a rule about the sectors was not met.
chosen-not-yet =
    { $outcome ->
        [postponed] Too few people took part. There will be one more vote.
        [no_quorum] Too few people took part. Nothing is chosen.
        [next_round] Another round follows.
       *[to_vote] A vote for or against follows.
    }
method-greedy = Everybody ticks what may get money. What has the most ticks gets money first. Then the next that still fits, until the { $budget } is used up.
method-persons = Everybody chooses one person. Who has more than half of the votes is chosen. Otherwise there is another round; the third is between the two with the most votes. This is round { $seats }.
method-consent = The proposal is adopted if nobody keeps an objection. An objection always has a reason. It ends when its author takes it back, can live with a changed proposal, or when all others find that there is no good reason for it. There are { $seats } rounds at most, and { $meetings } meetings at most.
told-none = nothing
told-by-votes-same = Had the most ticks decided each time, the same would have been chosen.
told-by-votes = Had the most ticks decided each time, this would have been chosen as well: { $more }. And this not: { $less }. This is for comparison and doesn’t count.
told-greedy-start = There is { $budget } to give out.
told-greedy-border = { $options } have { $votes } ticks each and cost { $cost } each. { $left } is left, not enough for all. A lot decides.
told-greedy-funded = { $option } gets { $cost }, with { $votes } ticks{ $by_lot ->
        [yes] , by lot
       *[no] {""}
    }. Then { $left } is left.
told-greedy-too-dear = { $option } has { $votes } ticks and costs { $cost }. Only { $left } is left.
told-greedy-too-late = { $option } has { $votes } ticks, but comes after something that didn’t fit any more.
told-greedy-no-votes = { $option }: nobody ticked this.
told-persons-round = Round { $number }. { $cast } votes were cast; more than half is needed: { $least }.
told-persons-majority = { $candidate } has { $votes } votes and is chosen.
told-persons-no-majority = Nobody has more than half.
told-persons-run-off = The last round is between: { $between }.
told-persons-lot = { $among } are equal. The lot fell on { $drawn }.
told-consent-began = Round { $round }, on version { $version }. If it is adopted, it is looked at again on { $evaluate_on }.
told-consent-ended = Consent: { $consent }. Consent with a concern: { $concerns }. Leave it to the others: { $aside }. Object: { $objections }. No answer: { $silent }.
told-consent-quorum = Needed: { $least } to take part. Took part: { $have }.
told-consent-stands = There is still an objection by: { $objectors }.
told-consent-withdrawn = { $by } took the objection back.
told-consent-accepted = { $by } objected before and can live with this version.
told-consent-not-argued = All others found no good reason for the objection by { $objector }.
told-consent-adopted = Nobody objects any more. Version { $version } is adopted and looked at again on { $evaluate_on }.
told-consent-meeting-ended = Meeting { $meeting } ended without a decision.
told-consent-given-up = { $meetings ->
        [0] There were { $rounds } rounds, and there is no consent.
       *[other] There were { $rounds } rounds and { $meetings } meetings, and there is no consent.
    }
consent-why =
    { $outcome ->
        [adopted] Nobody objects any more.
        [next_round] There is still an objection, or too few took part. The proposal can be changed; then there is a new round for everybody.
        [to_vote] After all rounds or meetings there is still an objection. A vote for or against follows, with the majority that the charter names for it.
       *[no_consent] After all rounds there is still an objection.
    }
consent-answer =
    { $answer ->
        [consent] I consent
        [concern] I consent, and have a concern
        [aside] I leave it to the others
       *[objection] I object
    }
consent-answer-hint =
    { $answer ->
        [consent] Good enough for now, safe enough to try.
        [concern] Your concern is written down and doesn’t stop the decision.
        [aside] You take part, and don’t decide on this.
       *[objection] It isn’t good enough, isn’t safe, or hinders you in your work. Write below why.
    }
sheet-question-one = Whom do you choose?
sheet-hint-one = Choose one person.
sheet-question-consent = What is your answer?
sheet-hint-consent = Afterwards everybody sees what you answered and what you wrote.
sheet-argument = Your concern, or the reason why you object
sheet-argument-hint = Needed for a concern or an objection. What goes wrong, and what would help?
sheet-argument-missing = Write down what your concern is, or why you object.
sheet-argument-long = Write { $most } characters at most.
charter-base =
    { $word ->
        [cast] The votes for and against
        [cast_plus_abstain] The votes for and against, and the abstentions
        [present] All who take part
       *[roll] All on the roll
    }
charter-tie =
    { $word ->
        [reject] Then the proposal is rejected
        [postpone_once] Then it is put to the vote once more
       *[chair] Then the chair decides
    }
charter-missing =
    { $word ->
        [reject] Then the proposal is not adopted
        [again] Then it is put to the vote once more, with the same quorum
       *[again_without] Then it is put to the vote once more, without a quorum
    }
consent-silence =
    { $word ->
        [explicit] Who doesn’t answer doesn’t take part
       *[lazy] Who doesn’t answer consents
    }
adopt-council-base = Council: the majority is a part of
adopt-council-tie = Council: if there are as many votes for as against
adopt-council-missing = Council: if too few take part
adopt-assembly-base = Assembly: the majority is a part of
adopt-assembly-tie = Assembly: if there are as many votes for as against
adopt-assembly-missing = Assembly: if too few take part
adopt-consent-rounds = Consent: most rounds
adopt-consent-silence = Consent: what silence means
adopt-consent-fallback = Consent: majority of the vote that follows if there is none
adopt-consent-fallback-hint = For example 3/4. Empty: then no vote follows, and the proposal is not adopted.
refusal-paper-consent = Consent is asked of the council, in an open vote: who objects says why.
refusal-paper-persons = One person is chosen in secret.
refusal-paper-evaluation = Choose a day after the end of the vote to look at the decision again.
refusal-vote-not-waiting = That can’t be done now: the vote doesn’t wait for it.
refusal-vote-undecided = Choose for or against.
refusal-vote-comes-back = This proposal comes back from an earlier vote. That is held again as it was.
refusal-vote-not-disputable = No new vote can be asked for about this outcome.
refusal-vote-too-late-to-dispute = A new vote could be asked for until { $at }.
refusal-vote-was-not-present = Only who took part in this vote can ask for a new one.
refusal-vote-not-back = This proposal doesn’t come back from an earlier vote.
refusal-consent-own = You don’t judge your own objection. You can take it back.
refusal-consent-no-objection = There is no objection here any more.
refusal-consent-not-in-round = Only those who answered in this round can say this.
waiting-title = No result yet
waiting-for =
    { $outcome ->
        [chair_decides] There are as many votes for as against. By the charter the chair decides now, with a reason that everybody can read.
       *[objections_stand] There is an objection. Who objects can take it back. If all others find that there is no good reason for it, it ends. Otherwise this round ends and the proposal can be changed.
    }
objection-of = Objection of { $seat }
objection-not-argued-by = No good reason, according to: { $seats }
objection-withdraw = Take this objection back
objection-find-not-argued = I find no good reason for this ({ $seat })
consent-silent = No answer
vote-rule-on-tie = Decide the tie
vote-end-round = End this round
tie-title = A tie: { $title }
tie-lead = There are as many votes for as against. The charter lets the chair decide. Then the result is known; this can’t be undone.
tie-choice = How do you decide?
tie-button = Decide
round-title = End the round: { $title }
round-lead = The objections that are still there stand. The proposal can be changed, and then there is a new round for everybody. If this was the last round, what the charter says holds.
round-button = End this round
round-meeting = The meeting, too, ends with this round
round-meeting-hint = Rounds in the same meeting count as one meeting. After two meetings without a decision comes what the charter says: a vote, or the proposal is not adopted.
rule-consent-fallback = If there is still an objection after all rounds or meetings, a vote for or against follows. In that { $share } must be for.
rule-consent-no-fallback = If there is still an objection after all rounds or meetings, the proposal is not adopted.
prepare-named = Who is added? (each name on a line of its own)
prepare-named-hint = The second round is free: new names may be added. Who was on the paper stays on it.
prepare-agreed = Whom I add has said that they are willing to be chosen
fault-agreed = Ask them first, then tick this.
refusal-paper-not-free = No new names may be added in this round. That can be done only for the second.
prepare-again =
    { $outcome ->
        [postponed] Vote { $number } decided nothing: this is the second vote.
        [next_round] Vote { $number } decided nothing yet: this is the next round.
       *[to_vote] There was no consent in vote { $number }: this is a vote for or against.
    }
prepare-again-same = What is asked, who votes and how it is counted follows from the vote before.
vote-goes-on-from = This vote goes on after a vote that decided nothing:
vote-was-followed = After this came:
vote-instead-of = The outcome of an earlier vote was disputed. This vote takes its place:
vote-will-give-way = The outcome of this vote is disputed. It holds until there is a new result. There will be a new vote:
vote-holds-no-longer = This result holds no longer: there was a new vote.
vote-gave-way = This result holds no longer. In its place came:
prepare-instead = The outcome of vote { $number } is disputed: this will be a new vote, which takes its place. It may begin at once.
dispute-title = Is the outcome wrong?
dispute-asked = { $asked } of the { $needed } who are needed ask for a new vote.
dispute-due = There will be a new vote. Until then this result holds.
dispute-prepare = Prepare a new vote
dispute-lead = { $needed ->
        [1] You can ask for a new vote within { $hours } hours. Hands were counted here: then it is enough if one who took part asks.
       *[other] You can ask for a new vote within { $hours } hours. It is held if { $needed } who took part ask: more than half.
    }
dispute-until = You can do that until { $until }. Nobody sees who asked.
dispute-button = Ask for a new vote
done-outcome-disputed = You ask for a new vote. That is written down.
vote-number = vote { $number }
done-objection-withdrawn = The objection was taken back.
done-objection-judged = Your judgement is written down.
told-votes-of = { $option }: { $votes }
