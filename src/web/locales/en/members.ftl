sign-in-title = Sign in
sign-in-lead = You were sent a letter with a voting code. That lets you in.
sign-in-code = Your voting code
sign-in-code-hint = Twelve signs, for example K7QX-M2PA-9RTW. Capitals, small letters and dashes don't matter.
sign-in-button = Sign in
sign-in-mail-title = Rather have a link in your e-mail?
sign-in-mail-lead = That works if your e-mail address is on the roll.
sign-in-mail = Your e-mail address
sign-in-mail-button = Send me a link
sign-in-help-title = Lost your letter?
sign-in-help = Ask the secretary of your neighbourhood for a new code. The old one will then no longer work.
link-sent-title = Look in your e-mail
link-sent = If this address is on the roll, you will soon get a mail with a link. The link works once, for { $minutes } minutes. You can also use your voting code.
link-lead = You opened the link from your e-mail. Press the button to sign in.
link-mail-subject = Signing in to { $neighbourhood }
link-mail =
    Dear { $name },

    With this link you sign in to { $neighbourhood }:

    { $link }

    The link works once, for { $minutes } minutes. You didn't ask for it? Then there is nothing you need to do.
done-signed-in = You are signed in.
done-signed-out = You are signed out.
me-title = My page
me-hello = Hello { $name }
me-roll = What the roll says about you
me-roll-wrong = Is something wrong? Tell the secretary. Other residents only see your name, next to what you write yourself.
me-office = Your task
me-yours = Your data
me-data = All your data as a file (JSON)
me-forget = Leave the roll, and be forgotten
me-sign-out-everywhere = Sign out everywhere, on every device
member-name = Name
member-number = Member number
member-address = Address
member-email = E-mail address
member-born-in = Year of birth
member-joined = Member since
role-name =
    { $role ->
        [visitor] visitor
        [resident] resident
        [holder] holder of a seat
        [alternate] alternate
        [chair] chair
        [secretary] secretary
        [teller] teller
        [connector] connector
        [administrator] administrator
       *[other] { $role }
    }
forget-title = Being forgotten
forget-what-goes = Your name, address, e-mail address and year of birth are erased, and you can no longer sign in. This can't be undone.
forget-what-stays = What you wrote stays, without your name. Votes you cast still count, because a result never changes afterwards. If you stood for election, your text is erased. Your name on a ballot paper and in a result stays.
forget-sure = Yes, I am sure
forget-not-sure = First tick that you are sure.
forget-button = Forget me
back-to-me = Back to my page
me-ballots = Your vote in open votes
me-no-ballots = There is no vote now in which you can vote.
me-not-voted = You have not voted yet.
me-supported = What you support
me-none-supported = You don't support a proposal yet.
me-written = What you wrote
me-took-part = You voted. It is a secret vote: what you voted doesn't stand here.
me-reminders = Reminders
me-reminders-on = Haven't you voted yet? Then you get one mail before the vote closes. Only you get that mail.
me-reminders-off = You get no mail when you haven't voted yet.
me-reminders-no-mail = There is no mail address of yours on the roll. That is why you get no reminders.
me-reminders-stop = Send me no reminders
me-reminders-start = Do send me reminders
done-reminders-on = You get reminders again.
done-reminders-off = You get no reminders any more.
