elections-title = Elections
elections-lead = Who comes into the council. Everybody can stand, or ask somebody else.
elections-none = There were no elections yet.
elections-all = All elections
home-elections = Candidates wanted
election-title = { $seats ->
        [one] Election: 1 seat for { $sector }
       *[other] Election: { $seats } seats for { $sector }
    }
election-number = Election { $number }
election-stage =
    { $stage ->
        [nominating] Candidates wanted
        [voting] Candidates known
        [seated] Elected
        [failed] Nobody elected
       *[called_off] Called off
    }
election-stand-until = You can stand { $until }.
election-failed = Nobody was elected: nobody stood, or too few people voted.
election-called-off = This election does not take place.
election-how = How it goes
election-term = The term runs from { $from }
election-by-lot = The lot decides, as the charter says for this sector. Whoever wants to takes part. There is no vote.
election-order = The candidates do not stand in the same order on every ballot paper. The lot decides who stands where.
election-alternates = Who is not elected becomes an alternate, in order. When a seat becomes vacant, somebody moves up.
election-willing =
    { $n ->
        [0] Nobody takes part yet.
        [one] 1 person takes part.
       *[other] { $n } people take part.
    }
election-secret = Lots are drawn with a secret that is fixed already. Its fingerprint:
election-ticket = This is you in the file of the drawing:
election-desk = For the secretary
candidates-title = Candidates
candidates-none = Nobody yet.
candidates-order = The order was decided by lot.
candidate-elected = Elected
candidate-alternate = Alternate { $place }
candidate-declined = Wants no seat any more
seatings-ballot = These files say who got a seat and who is an alternate. Together with the record of the vote you can count it again.
seatings-withheld = So few people voted that the file with the numbers is for the secretary and the tellers only. Its fingerprint is there for everybody.
seatings-lot = This file says who took part, without names, and how lots were drawn. You can do it again.
seatings-file = File { $n }, of { $day }
seats-give = Give the seats to those who were elected
seats-succeed = Fill the vacant seat from the same result
back-to-election = Back to the election
stand-link = Stand for election
stand-willing = Take part in the drawing
stand-accept = Yes, I will stand
stand-change = Change your text
stand-sign-in = Sign in to stand
stand-title = Candidate: { $title }
stand-lead = Everybody can read your name and your text afterwards. You can withdraw until the vote opens.
stand-statement = Why do you want to be in the council?
stand-statement-hint = Write as you speak, in short sentences. Who are you, and what do you want to do? At most { $most } characters.
stand-button = Stand for election
stand-lot-lead = If you are drawn, you get a seat or become an alternate. Only then your name stands here.
quota-hint = Only where the lot decides. The lot keeps seats for an age this way. Leave it empty if that is not needed.
quota-young-age = For those younger than (age)
quota-young-seats = At least so many seats for those who are younger
quota-old-age = For those who are older: from (age)
quota-old-seats = At least so many seats for those who are older
quota-younger =
    { $seats ->
        [one] At least 1 seat is for somebody younger than { $age }.
       *[other] At least { $seats } seats are for people younger than { $age }.
    }
quota-older =
    { $seats ->
        [one] At least 1 seat is for somebody of { $age } or older.
       *[other] At least { $seats } seats are for people of { $age } or older.
    }
quota-how = What counts is the year of birth on the roll. If too few of an age take part, those seats go to others. Who follows later stands in the order of the lot.
quota-drawn = There were { $panels } possible groups, which all meet these numbers. Group { $panel } was drawn. Whoever took part stood in at least { $least } and at most { $most } groups.
stand-quota-lead = If you are drawn, you get a seat or become an alternate. Only then your name stands here. The file of the drawing holds the age group of everybody who takes part, without names.
stand-lot-button = I take part in the drawing
nominate-link = Ask somebody else
nominate-title = Who should be in the council?
nominate-lead = We will ask her or him. If the answer is yes, the name stands on the list. Otherwise nobody hears of it.
nominate-who = Name or member number
nominate-who-hint = Exactly as on the roll. We don’t say whether somebody is on it: that is private.
nominate-button = Ask
withdraw-link = Withdraw
withdraw-candidacy-title = You withdraw
withdraw-candidacy-lead = Your name and your text go off the list.
withdraw-candidacy-button = I withdraw
refuse-link = No, thank you
refuse-title = You don’t want to stand
refuse-lead = Nobody hears that you were asked.
refuse-button = No, thank you
decline-link = I want no seat any more
decline-title = You want no seat any more
decline-lead = When a seat becomes vacant, we pass you over. You are no alternate any more either. This can’t be undone.
decline-button = Pass me over
call-off-link = Call the election off
call-off-title = Call off: { $title }
call-off-lead = Ballots that were cast already don’t count then.
call-off-button = Call this election off
asked-lead = Somebody asks whether you want to stand. You decide yourself. If you say nothing, you don’t stand.
me-asked = You were asked for the council
me-stands = You stand here
call-title = Call an election
call-what = Let seats be elected, or drawn by lot where the charter says so.
call-link = Call an election
call-lead = We announce the election and the vote at once. Each sector is elected and counted apart.
call-sectors = For which sectors?
call-sectors-hint = You can pick more than one. Where the charter says that the lot decides, there is no vote.
call-no-sector = Pick a sector.
call-seats = How many seats?
call-seats-hint = Leave it empty for all seats that are free then.
call-from = First day in the council
call-until = Last day
call-until-hint = Leave it empty if the term has no end.
call-nominate = People can stand until
call-electorate-hint = Whoever has no sector on the roll belongs to the residents.
call-button = Call the election
electorate =
    { $electorate ->
        [sector] The members of the sector itself
       *[all] All residents on the roll
    }
called-summary = { $seats ->
        [one] 1 seat is vacant for { $sector }. You can stand { $until }. After that there is a vote.
       *[other] { $seats } seats are vacant for { $sector }. You can stand { $until }. After that there is a vote.
    }
called-voters = { $electorate ->
        [sector] The members of the sector { $sector } vote.
       *[all] All residents on the roll vote.
    } The vote opens { $opens }. You can vote { $closes }. { $secrecy ->
        [secret] The vote is in writing and secret.
       *[open] The vote is in writing and open.
    }
called-count = On the ballot paper everybody puts the candidates in order. Who has enough votes is elected. What is left over goes to the next choice on the paper.
called-alternates = Who is not elected becomes an alternate. When a seat becomes vacant later, the same ballot papers say who moves up.
called-term = The seats begin on { $from }.
called-term-until = The seats run from { $from } up to and including { $until }.
called-uncontested = There are no more candidates than seats. They get a seat without a vote.
done-election-called = The election has been called.
done-election-called-off = The election has been called off.
done-stands = You stand for election.
done-stands-no-more = That has been noted.
done-nominated = If this person is on the roll, we will ask.
done-seats-given = The seats have been given.
refusal-election-not-now = That can’t be done now: { $stage ->
        [nominating] candidates are still wanted
        [voting] the candidates are known already
        [seated] the seats were given already
        [failed] nobody was elected
       *[called_off] the election was called off
    }.
refusal-election-no-seats = No seat is free then. End a term first.
refusal-election-seats-taken = { $free } seats are free then. Choose fewer, or end a term first.
refusal-election-hurried = Give people { $hours } hours at least to stand.
refusal-election-backwards = The last day is before the first day.
refusal-election-closed = You could stand until { $at }.
refusal-election-opened = This can’t be done any more: the candidates are final since the vote opened.
refusal-election-sector = These seats are for another sector. Is that wrong? Ask the secretary.
refusal-election-young = You are not old enough to vote yet, so you can’t stand either.
refusal-election-has-a-seat = You have a seat already at that time.
refusal-election-no-candidate = You don’t stand here.
refusal-election-no-result = The result isn’t there yet.
refusal-election-sits = You sit in the council. Do you want to leave? Tell the secretary.
refusal-election-no-vacancy = No seat of this election is vacant.
refusal-election-nobody-left = Nobody is left who can take the seat. A new election is needed.
adopt-sortition = In which sectors does the lot decide who gets a seat?
adopt-sortition-hint = In the other sectors there is a vote.
vote-who-sector = The members of the sector { $sector } vote: one ballot per person.
vote-candidates = Read who stands, and what they want
