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
refusal-proxy-not-on-the-roll = This is only possible between two people who may both vote in this vote.
refusal-proxy-other-group = A seat gives a proxy to a seat of the same sector.
refusal-proxy-herself = You give a proxy to somebody else.
refusal-proxy-has-given = A proxy was given already. Take that one back first.
refusal-proxy-is-holder = Who holds a proxy can't give one.
refusal-proxy-holder-cannot = This person can't get a proxy in this vote. Choose somebody else.
refusal-proxy-none-allowed = The charter allows no proxies.
refusal-proxy-too-many =
    { $most ->
        [one] This person holds a proxy already. The charter allows no more than one.
       *[other] This person holds { $most } proxies already. The charter allows no more.
    }
refusal-proxy-frozen = This can't be done any more: a proxy is given before the vote opens.
refusal-proxy-no-mandate = There is no proxy.
refusal-proxy-giver-voted = The one who gave you the proxy voted herself. The proxy is void by that.
refusal-proxy-used = This can't be done any more: this ballot was cast already.
refusal-proxy-alternate-votes = The holder of the seat is marked absent. Now the alternate votes.
refusal-proxy-recused = This seat doesn't vote, because of an interest of its own.
proxy-title = Proxy: { $title }
proxy-lead = Can't you vote yourself? Then give somebody a proxy, before the vote opens. That person then votes once for herself and once for you. So talk about what you want.
proxy-lead-back = You can take the proxy back until it was used. If you do vote yourself in an open vote, only your own vote counts. In a secret vote the ballot that comes first counts.
proxy-lead-who = Who gave the proxy and who got it is seen only by the two of them and the secretary. The result names nobody.
proxy-who = To whom?
proxy-who-hint = The name or member number, as on the list of members. Ask that person first.
proxy-choose = Choose somebody
proxy-no-colleague = Choose somebody from the list. Is the list empty? Then nobody else holds a seat in your sector.
proxy-give = Give this proxy
proxy-take-back = Take the proxy back
proxy-link = Give or see a proxy
proxy-you-gave = You gave { $name } a proxy. If you vote yourself, it is void.
proxy-you-hold = You hold a proxy of { $name }.
proxy-ended =
    { $ending ->
        [taken_back] Your proxy for { $name } was taken back.
        [not_on_the_roll] Your proxy for { $name } fell away when the vote opened: one of the two of you wasn't on the roll.
        [other_group] Your proxy for { $name } fell away when the vote opened: you aren't in the same sector any more.
       *[not_allowed] Your proxy for { $name } fell away when the vote opened: the charter doesn't allow it.
    }
proxy-held-ended =
    { $ending ->
        [taken_back] The proxy of { $name } was taken back.
       *[other] The proxy of { $name } fell away when the vote opened.
    }
ballot-for-giver = By proxy: you vote for { $name }
sure-for = This ballot is for: { $name }
proxies-title = Proxies: { $title }
proxies-link = Write proxies down
proxies-lead = Did you get a proxy on paper? Write it down here before the vote opens, and keep the paper with the papers of this vote.
proxies-giver = Who gives the proxy?
proxies-holder = Who gets it?
proxies-record = Write the proxy down
proxies-log = All proxies
proxies-log-who = This list is seen by the secretary only. Who gave or got a proxy sees that one.
proxies-none = No proxies were given.
proxies-line = { $giver } to { $holder }, { $at }
proxies-paper = on paper
proxies-ending =
    { $ending ->
        [taken_back] taken back
       *[other] fell away at the opening
    }
done-proxy-given = The proxy was given.
done-proxy-taken-back = The proxy was taken back.
me-proxies = Voting for somebody else
refusal-delegation-herself = Choose somebody other than yourself.
refusal-delegation-none-allowed = The charter lets nobody speak for another.
refusal-delegation-too-many = This person speaks for { $most } others already. The charter allows no more.
refusal-delegation-exists = Somebody speaks for you already. Take that back first.
refusal-delegation-not-here = This is only possible in an open vote of all residents.
refusal-delegation-none = Nobody speaks for you.
delegation-title = Have somebody speak for you: { $title }
delegation-lead = Don't you want to vote yourself? Then somebody whom you trust can speak for you: what that person votes counts for you, too.
delegation-lead-own = If you vote yourself, only your own vote counts. You can take it back until the vote closes. If that person doesn't vote, nobody votes for you.
delegation-lead-who = That person sees for how many others she speaks. In the result, your number on the roll says with which number you voted, without names.
delegation-who = Who speaks for you?
delegation-give = Let them speak for me
delegation-take-back = Take it back
delegation-link = Have somebody speak for you
delegation-given = { $name } speaks for you in this vote. If you vote yourself, your own vote counts.
delegation-held =
    { $n ->
        [one] You speak for 1 other in this vote. What you vote counts for that person, too.
       *[other] You speak for { $n } others in this vote. What you vote counts for them, too.
    }
done-delegation-given = This person speaks for you now.
done-delegation-taken-back = Nobody speaks for you any more.
story-carried =
    { $n ->
        [one] For 1 resident the vote of another counted, who spoke for her or him. The record says at which number.
       *[other] For { $n } residents the vote of another counted, who spoke for them. The record says at which number.
    }
