setup-title = Name the neighbourhood
setup-lead = You are the first. After this you are secretary of this neighbourhood, and you can fill the roll and make letters with voting codes.
setup-neighbourhood = Name of the neighbourhood
setup-handle = Fediverse name
setup-handle-hint = This is how other neighbourhoods and people on Mastodon find you. Small letters, digits and underscores. This name stays for ever.
setup-handle-fault = Use 2 to 30 small letters, digits or underscores.
setup-language = Language of the neighbourhood
setup-name = Your own name
setup-button = Begin
sector-name =
    { $sector ->
        [residents] Residents
        [organisations] Organisations and social enterprises
        [institutions] Institutions
        [government] Government
        [business] Business
        [research] Research
       *[other] { $sector }
    }
seat-name = { $sector }, seat { $number }
council-lead = People from all parts of the neighbourhood sit in the council. Residents have the most seats.
council-seats =
    { $n ->
        [one] 1 seat
       *[other] { $n } seats
    }
council-seat = Seat { $n }
council-alternate = Alternate: { $name }
council-from = Since { $day }
council-until = up to and including { $day }
council-vacant = Vacant
council-officers = Who does what
council-charter = Charter, version { $version }
charter-threshold = A proposal needs { $n } supporters to be put to a vote.
charter-reading = Everybody has at least { $n } days to read a proposal.
charter-notice = A vote is announced at least { $n } days in advance.
charter-lapse = A proposal without enough support lapses after { $n } days.
charter-proxies =
    { $n ->
        [0] There are no proxies: everybody votes herself.
       *[other] Who can't vote gives somebody else a proxy. Nobody holds more than { $n } in a vote.
    }
charter-delegations = In an open vote of all residents one may speak for at most { $n } others who want it so.
charter-age = In the assembly everybody votes who turns { $n } this year or is older.
charter-sortition = In the sector { $sector } the lot decides who gets a seat.
