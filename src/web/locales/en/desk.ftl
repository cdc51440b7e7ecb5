back-to-desk = Back to the desk
back-to-roll = Back to the roll
back-to-seats = Back to the seats
desk-title = Desk
desk-roll = Roll
desk-roll-what = Who is on it, adding and changing.
import-what = Read in a file from a spreadsheet, first as a trial.
letters-what = Make and print letters with voting codes.
desk-votes = Votes
desk-votes-what = Open, mark who is absent, close and publish the result.
desk-supported = Ready for a vote
desk-supported-what = Proposals with enough support. Prepare a vote from the proposal.
desk-talk = Comments
desk-talk-what = Read the newest comments, and hide them with a reason where needed.
seats-what = Who sits in the council, and how many seats each sector has.
officers-what = Chair, secretary, teller, connector and administrator.
adopt-what = Change thresholds, periods and majorities.
partners-what = Which neighbourhoods we follow.
desk-log-what = Everything that happened. Everybody can read this.
roll-search = Search for a name
roll-found =
    { $total ->
        [0] Nobody found
        [one] 1 member
       *[other] { $total } members
    }
roll-suspended = suspended
roll-suspended-since = Suspended since { $day }.
entry-new = Add a member
entry-language = Language for letters
entry-of-age = Age seen
entry-of-age-hint = Tick when somebody saw that this member is old enough to vote. Then a year of birth is not needed.
entry-sector = Sector
entry-no-sector = None
entry-button = Save
entry-number-taken = Somebody else has this member number.
done-member-added = The member is on the roll.
done-member-changed = The details were changed.
done-member-suspended = That is done.
done-member-forgotten = The member is forgotten.
done-imported = The file was read in.
done-founded = Welcome! The neighbourhood exists. Now fill the roll and make letters with voting codes, for yourself too.
letter-title = New voting code
letter-lead = The old code stops working at once, and whoever signed in with it is signed out.
letter-button = Make a letter with a new code
suspend-title = Suspend
suspend-lead = Whoever is suspended can't sign in and isn't put on new voting rolls.
suspend-button = Suspend this member
unsuspend-button = End the suspension
forget-member-lead = Do this when the member asks for it. Name, address and e-mail are erased; this can't be undone.
forget-member-button = Forget this member
import-title = Read in a roll
import-lead = Save your spreadsheet as CSV. The file is read as a trial first: nothing changes until you confirm. Reading the same file twice does no harm.
import-file = File
import-file-hint = The first line holds the columns: { $columns }. Dutch names are fine too: nummer, naam, adres, e-mail, taal, geboortejaar, leeftijd gezien, geleding.
import-try = Read as a trial
import-faults =
    { $n ->
        [one] There is 1 line that is not right
       *[other] There are { $n } things that are not right
    }
import-nothing-done = Nothing was read in. Correct the file and try again.
import-line = Line { $line }:
import-unclear = There are several members called { $name }. Put a member number in the line.
import-tried = The file is right. Nothing has changed yet.
import-added =
    { $n ->
        [one] 1 new member
       *[other] { $n } new members
    }
import-changed =
    { $n ->
        [one] 1 member with changed details
       *[other] { $n } members with changed details
    }
import-unchanged =
    { $n ->
        [one] 1 member stays the same
       *[other] { $n } members stay the same
    }
import-button = Read the file in
import-again = Choose another file
line-empty = The file is empty.
line-column-missing = The column “{ $name }” is missing.
line-column-unknown = We don't know the column “{ $name }”.
line-column-twice = The column “{ $name }” is there twice.
line-cells = There are { $have } cells on this line, and there must be { $want }.
line-not-text = This line is no readable text (UTF-8).
line-not-a-year = “{ $text }” is not a year.
line-not-yes-or-no = “{ $text }” is neither yes nor no.
line-twice = Member number { $number } stood on line { $first } already.
line-too-long = The file has too many lines.
letters-title = Letters with voting codes
letters-lead = Everybody gets a code of their own. The codes can be seen only once: print them at once.
letters-until = Valid through
letters-no-day = Fill in a day that is still to come.
letters-who = For whom?
letters-without = Only members without a valid code
letters-all = All members, you too. Old codes stop working, and whoever signed in with one must sign in again
letters-button = Make the letters
letters-made =
    { $n ->
        [0] No letters: everybody has a code already
        [one] 1 letter
       *[other] { $n } letters
    }
letters-once = You see these codes only now. Don't close this page before everything is printed.
letters-print = Print with your browser (Ctrl+P): each letter gets its own sheet of A4.
letter-heading = Your voting code
letter-dear = Dear { $name },
letter-text = You are on the roll of { $neighbourhood }. With this code you make proposals, support those of others, and vote:
letter-step-site = Go to { $site } and choose Sign in.
letter-step-code = Type the code. Capitals and dashes don't matter.
letter-or-scan = Or point the camera of your telephone at this picture:
letter-qr = QR code to sign in with
letter-valid = The code is valid { $until }.
letter-careful = Give the code to nobody. Lost it? Ask the secretary for a new one; then this one no longer works.
officers-title = Tasks
officers-new = Appoint somebody
officers-who = Who
officers-role = Task
officers-button = Appoint
officers-end = No longer { role-name }
who-hint = Name or member number, as on the roll.
nobody-of-this-name = Nobody on the roll has this name.
several-of-this-name = { $n } members fit. Fill in the member number.
done-appointed = The appointment is in force.
done-dismissed = The task is ended.
seats-title = Seats and sectors
seats-no-number = Fill in a number.
sector-arrange = Add or change a sector
sector-key = Key
sector-key-hint = An existing key changes that sector; a new one adds one. Small letters and underscores.
sector-own-name = Name
sector-own-name-hint = Leave empty for the usual name.
sector-seats = Seats
sector-button = Save
done-arranged = The sector was changed.
seat-holder = Holder
seat-alternate = Alternate
seat-organisation = Organisation
seat-from = From
seat-until = Through
seat-button = Give this seat
vacate-title = Free the seat
vacate-button = End the term now
fault-day = Fill in a date.
fault-number = Fill in a number.
fault-choice = Choose one of the options in the list.
fault-share = Fill in a fraction like 1/2, or leave it empty.
done-seat-filled = The seat is taken.
done-seat-vacated = The seat is free.
adopt-title = Change the charter
adopt-lead = The new version is in force at once, for everything that begins after it. What is going on keeps the version it began with.
adopt-threshold = Supporters that a proposal needs
adopt-reading = Days to read a proposal
adopt-notice = Days between announcement and opening of a vote
adopt-lapse = Days after which a proposal without enough support lapses
adopt-age = Age to vote in the assembly
adopt-proxies = Proxies that one person may hold at most
adopt-proxies-hint = With a proxy somebody votes for another. 0: no proxies. At most 5.
adopt-delegations = Residents for whom one may speak at most
adopt-delegations-hint = Only in open votes of all residents: who doesn't vote herself can have the vote of another count for her, too. 0: not possible. At most 20.
adopt-council-quorum = Council: quorum
adopt-council-majority = Council: majority
adopt-sectors = Council: a majority is also needed within
adopt-assembly-quorum = Assembly: quorum
adopt-assembly-majority = Assembly: majority
adopt-quorum-hint = Part that must at least take part, for example 1/2. Empty: no quorum.
adopt-majority-hint = Part of the votes that must be for, for example 2/3. Empty: more for than against.
adopt-button = Put this version in force
done-charter-adopted = The new version of the charter is in force.
talk-hidden = hidden
desk-log-fault = The log of { $handle } contradicts what we saw of it before.
