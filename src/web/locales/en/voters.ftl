vote-add-voter = Put somebody on the roll
addition-title = Put on the roll: { $title }
addition-lead = Was somebody left out of the roll of this vote by mistake? As long as the vote is open you can put that right. The roll that was announced at the opening stays as it was: who is added gets a new number at the end. Everybody sees it, with the reason.
addition-who = Who?
addition-seat = Which seat?
addition-choose = Choose a seat
addition-no-seat = Choose a seat. Isn't it in the list? Then nobody holds it, or it is on the roll already.
addition-reason-hint = The reason stands in the log and in the record. Don't put a name in it: in an open vote what was voted stands under the new number, too.
addition-button = Put on the roll
done-voter-added = The roll was completed. A ballot can now be cast for this number, too.
refusal-addition-on-the-roll = This stands on the roll already.
refusal-addition-not-listed = This member isn't on the list of members any more, or is suspended.
refusal-addition-not-of-age = This member isn't old enough to vote yet.
refusal-addition-vacant = Nobody holds this seat.
refusal-seat-voted = This can't be done: a ballot for this seat came in already.
story-added =
    { $n ->
        [one] Later 1 was added who had been left out by mistake.
       *[other] Later { $n } were added who had been left out by mistake.
    }
story-recused =
    { $n ->
        [one] One seat didn't vote because of an interest of its own.
       *[other] { $n } seats didn't vote because of an interest of their own.
    }
