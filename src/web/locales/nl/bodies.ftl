setup-title = Geef de wijk een naam
setup-lead = U bent de eerste. Hierna bent u secretaris van deze wijk, en kunt u de ledenlijst vullen en brieven met stemcodes maken.
setup-neighbourhood = Naam van de wijk
setup-handle = Fediverse-naam
setup-handle-hint = Zo vinden andere wijken en mensen op Mastodon u. Kleine letters, cijfers en lage streepjes. Deze naam blijft voor altijd.
setup-handle-fault = Gebruik 2 tot 30 kleine letters, cijfers of lage streepjes.
setup-language = Taal van de wijk
setup-name = Uw eigen naam
setup-button = Begin
sector-name =
    { $sector ->
        [residents] Bewoners
        [organisations] Organisaties en sociale ondernemingen
        [institutions] Instellingen
        [government] Overheid
        [business] Bedrijven
        [research] Onderzoek
       *[other] { $sector }
    }
seat-name = { $sector }, zetel { $number }
council-lead = In de wijkraad zitten mensen uit alle delen van de wijk. Bewoners hebben de meeste zetels.
council-seats =
    { $n ->
        [one] 1 zetel
       *[other] { $n } zetels
    }
council-seat = Zetel { $n }
council-alternate = Plaatsvervanger: { $name }
council-from = Sinds { $day }
council-until = tot en met { $day }
council-vacant = Vrij
council-officers = Wie wat doet
council-charter = Reglement, versie { $version }
charter-threshold = Een voorstel heeft { $n } ondersteuners nodig om in stemming te komen.
charter-reading = Iedereen krijgt minstens { $n } dagen de tijd om een voorstel te lezen.
charter-notice = Een stemming wordt minstens { $n } dagen van tevoren aangekondigd.
charter-lapse = Een voorstel zonder genoeg steun vervalt na { $n } dagen.
charter-proxies =
    { $n ->
        [0] Volmachten zijn er niet: iedereen stemt zelf.
       *[other] Wie niet kan stemmen, geeft iemand anders een volmacht. Niemand heeft er in een stemming meer dan { $n }.
    }
charter-delegations = In een open stemming van alle bewoners spreekt iemand namens hoogstens { $n } anderen, die dat zelf zo willen.
charter-age = In de wijkassemblee stemt wie dit jaar { $n } wordt of ouder is.
charter-sortition = In de geleding { $sector } beslist het lot wie een zetel krijgt.
