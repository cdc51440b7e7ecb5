elsewhere-title = Elders
elsewhere-lead = Voorstellen, stemmingen en uitslagen van andere wijken, opgehaald bij die wijken zelf. Over deze voorstellen stemt onze wijk niet.
elsewhere-all = Alles
elsewhere-none = Er is nog niets binnengekomen van andere wijken.
elsewhere-from = van { $name } ({ $host })
elsewhere-stage =
    { $stage ->
        [draft] concept
        [open] open
        [supported] genoeg steun
        [in_vote] in stemming
        [adopted] aangenomen
        [rejected] afgewezen
        [withdrawn] ingetrokken
        [lapsed] vervallen
        [cancelled] gaat niet door
        [tied] stemmen staakten
        [no_quorum] te weinig deelnemers
        [no_votes] niemand stemde voor of tegen
        [sector_against] een geleding was tegen
        [superseded] geldt niet meer: er kwam een nieuwe stemming
       *[other] { $stage }
    }
elsewhere-fetched = daar opgehaald { $at }
elsewhere-shared = Door ons gedeeld
elsewhere-share = Deel met wie ons volgt
elsewhere-share-end = Niet meer delen
elsewhere-partners = Wijken die we volgen
elsewhere-no-partners = Nog geen.
notice-kind =
    { $kind ->
        [proposal] Voorstel
        [opening] Stemming
       *[result] Uitslag
    }
notice-kinds =
    { $kind ->
        [proposal] Voorstellen
        [opening] Stemmingen
       *[result] Uitslagen
    }
partners-title = Andere wijken volgen
partners-lead = Vul het fediverse-adres van een andere wijk in. Wat die wijk openbaar maakt, verschijnt dan onder Elders. Volgen is niet hetzelfde als vertrouwen: niets daarvan telt mee in onze stemmingen.
partners-ours = Ons eigen adres:
partners-list = Wie we volgen, of vroegen te volgen
partner-handle = Adres van de andere wijk
partner-handle-hint = Bijvoorbeeld @venserpolder@venserpolder.example
partner-button = Volg deze wijk
partner-stage =
    { $stage ->
        [asked] Gevraagd, wacht op antwoord
        [following] We volgen
        [refused] Geweigerd
        [not_found] Niet gevonden
        [ended] Beëindigd
       *[other] { $stage }
    }
partner-fault = Wat er misging: { $fault }
partner-answered = Antwoord: { $at }
partner-ask-again = Vraag het opnieuw
partner-end = Niet meer volgen
done-asked = De aanvraag is onderweg. Kijk straks of er antwoord is.
done-partner-ended = We volgen deze wijk niet meer.
done-shared = Het voorstel is gedeeld met wie ons volgt.
done-share-ended = Het voorstel wordt niet meer gedeeld.
