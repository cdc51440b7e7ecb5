answers-title = Vragen over deze uitslag
answers-by-how-much = Hoeveel scheelde het?
answers-why-not = Waarom niet ‘{ $option }’?
answers-why-not-higher = Waarom staat ‘{ $option }’ niet hoger?
answer-quorum-short = Er deden er { $have } mee, en er waren er { $least } nodig. Er moesten er dus nog { $more } meedoen.
answer-quorum-room = Voor een geldige stemming moesten er { $least } meedoen. Het waren er { $have }. Met { $fewer } minder was de stemming niet geldig geweest.
answer-majority-short = { $more ->
        [none] {""}
        [one] Met één stem meer voor was er wel een meerderheid.
       *[other] Met { $more } stemmen meer voor was er wel een meerderheid.
    } { $turned ->
        [none] {""}
        [one] Had één tegenstemmer voor gestemd, dan was er een meerderheid.
       *[other] Hadden { $turned } tegenstemmers voor gestemd, dan was er een meerderheid.
    }
answer-majority-room = { $more ->
        [none] {""}
        [one] Met één stem meer tegen was er geen meerderheid.
       *[other] Met { $more } stemmen meer tegen was er geen meerderheid.
    } { $turned ->
        [one] Had één voorstemmer tegen gestemd, dan was er geen meerderheid.
       *[other] Hadden { $turned } voorstemmers tegen gestemd, dan was er geen meerderheid.
    }
answer-sector-short = Binnen { $sector } was er geen meerderheid. { $more ->
        [none] {""}
        [one] Met één stem meer voor uit deze geleding was die er wel.
       *[other] Met { $more } stemmen meer voor uit deze geleding was die er wel.
    } { $turned ->
        [none] {""}
        [one] Had één tegenstemmer uit deze geleding voor gestemd, dan was die er.
       *[other] Hadden { $turned } tegenstemmers uit deze geleding voor gestemd, dan was die er.
    }
answer-sector-room = Binnen { $sector } was er een meerderheid. { $more ->
        [none] {""}
        [one] Met één stem meer tegen uit deze geleding was die er niet.
       *[other] Met { $more } stemmen meer tegen uit deze geleding was die er niet.
    } { $turned ->
        [one] Had één voorstemmer uit deze geleding tegen gestemd, dan was die er niet.
       *[other] Hadden { $turned } voorstemmers uit deze geleding tegen gestemd, dan was die er niet.
    }
answer-ticks-ahead = ‘{ $option }’ is gekozen met { $votes } { $votes ->
        [one] kruisje
       *[other] kruisjes
    }. Het dichtst daarbij kwam ‘{ $next }’, met { $next_votes }. { $by ->
        [0] Dat is evenveel: het lot besliste.
       *[other] Dat scheelt { $by }.
    }
answer-ticks-short = ‘{ $option }’ kreeg { $votes ->
        [one] één kruisje
       *[other] { $votes } kruisjes
    }. { $is_tied ->
        [yes] ‘{ $last }’ kreeg er evenveel, en daar viel het lot op.
       *[no] ‘{ $last }’ kreeg er { $last_votes } en is gekozen.
    } { $more ->
        [one] Met één kruisje meer was ‘{ $option }’ zeker gekozen.
       *[other] Met { $more } kruisjes meer was ‘{ $option }’ zeker gekozen.
    }
answer-no-ticks = Niemand kruiste dit aan.
answer-below = ‘{ $option }’ heeft { $votes } voorstanders, en ‘{ $above }’ op plaats { $above_place } heeft er { $above_votes }. Maar van de voorstanders van ‘{ $option }’ hadden er { $heard } al iets op de agenda staan. Bij ‘{ $above }’ waren dat er { $above_heard }. Wie al iets heeft, wacht wat langer.
answer-not-placed = De agenda heeft { $places } plaatsen, en die waren bezet. ‘{ $option }’ had { $votes } voorstanders.
answer-money-short = ‘{ $option }’ kost { $cost }. De { $votes ->
        [one] enige voorstander had
       *[other] { $votes } voorstanders hadden samen
    } nog { $have } over. Er ontbrak dus { $lack }.{ $more ->
        [none] {""}
        [one] {" "}Had er nog één mens meegestemd en alleen dit aangekruist, dan was het gekocht. Dat is nageteld: ieders deel is dan iets kleiner.
       *[other] {" "}Hadden er nog { $more } mensen meegestemd en alleen dit aangekruist, dan was het gekocht. Dat is nageteld: ieders deel is dan iets kleiner.
    }
answer-too-dear = ‘{ $option }’ kost { $cost }, en er is maar { $budget }. Dat is { $lack } te weinig, hoeveel mensen ook voor zijn.
answer-duel-closest = ‘{ $option }’ is gekozen. Het spannendst was het met ‘{ $other }’: { $votes } mensen zetten ‘{ $option }’ hoger, en { $against } mensen ‘{ $other }’.
answer-duel-lost = { $against } mensen zetten ‘{ $to }’ hoger dan ‘{ $option }’. Bij { $votes } mensen was het andersom.
answer-path-lost = ‘{ $option }’ verliest niet van ‘{ $to }’ als je alleen die twee vergelijkt: { $votes } tegen { $against }. Maar ‘{ $to }’ wint van { $over }, en zo van ‘{ $option }’. Die weg is sterker dan de weg terug.
answer-lot-lost = ‘{ $option }’ en ‘{ $to }’ stonden gelijk. Het lot viel op ‘{ $to }’.
answer-status-quo-kept = Een keuze moet het ook winnen van ‘laat het zoals het is’. ‘{ $option }’ staat daar bij { $votes } mensen boven, en bij { $against } mensen onder. Dat is niet genoeg.
answer-rounds-out = ‘{ $option }’ viel af na ronde { $round }, met { $votes } stemmen. { $next ->
        [none] {""}
       *[other] { $is_tied ->
            [yes] ‘{ $next }’ had er evenveel. Een eerdere ronde of het lot besliste.
           *[no] De eerstvolgende, ‘{ $next }’, had er { $short } meer.
        }
    } Voor de kiesdeler van { $quota } kwam ‘{ $option }’ er { $to_quota } tekort.
answer-rounds-left = ‘{ $option }’ bleef tot het einde meedoen, met { $votes } stemmen. Toen waren alle plaatsen bezet. Voor de kiesdeler van { $quota } kwam ‘{ $option }’ er { $to_quota } tekort.
answer-turned = { $more ->
        [one] Had er nog één mens meegestemd en alleen ‘{ $option }’ gekozen, dan was dat zeker gekozen. Dat is nageteld.
       *[other] Hadden er nog { $more } mensen meegestemd en alleen ‘{ $option }’ gekozen, dan was dat zeker gekozen. Dat is nageteld.
    }
answer-higher = { $more ->
        [one] Had er nog één mens meegestemd en alleen ‘{ $option }’ gekozen, dan stond dat zeker boven ‘{ $above }’. Dat is nageteld.
       *[other] Hadden er nog { $more } mensen meegestemd en alleen ‘{ $option }’ gekozen, dan stond dat zeker boven ‘{ $above }’. Dat is nageteld.
    }
pictures-title = De uitslag in beeld
picture-numbers = De getallen: { $title }
picture-yes = { $is ->
        [yes] ja
       *[no] nee
    }
picture-part = { $part } van { $of }
picture-to = { $votes } tegen { $against }
picture-group = Groep
picture-all = Allen samen
picture-for = Voor
picture-against = Tegen
picture-abstain = Onthouding
picture-void = Blanco of ongeldig
picture-silent = Niet gestemd
picture-for-and-against = { $for } voor, { $against } tegen
picture-counts = Wie stemde wat
picture-counts-told = Elke balk is een groep. Wat leeg blijft, stemde niet.
picture-option = Mogelijkheid
picture-votes = Voorstanders
picture-chosen = Gekozen
picture-not-chosen = Niet gekozen
picture-ticks = De kruisjes
picture-ticks-told = Elke balk laat zien hoeveel van de biljetten een kruisje hebben.
picture-order = De volgorde
picture-order-told = Elke balk laat zien hoeveel mensen tot en met die plaats iets van zichzelf op de agenda hebben.
picture-place = Plaats
picture-new = Nieuw erbij
picture-heard = Samen
picture-heard-before = Had al iets
picture-spent = Waar het geld naartoe gaat
picture-spent-told = De hele balk is het geld dat er is. Elke regel is een aankoop.
picture-cost = Kosten
picture-left = Blijft over
picture-now = Deze aankoop
picture-before = Al uitgegeven
picture-lacking = Waar te weinig geld voor was
picture-lacking-told = De hele balk is wat het kost. Gevuld is wat de voorstanders samen nog hadden.
picture-have = Nog bij voorstanders
picture-pairs = Zo deed ‘{ $option }’ het tegen de andere
picture-pairs-told = Elke balk vergelijkt ‘{ $option }’ met één andere mogelijkheid.
picture-one = De één
picture-other = De ander
picture-for-one = Eén hoger
picture-for-other = Ander hoger
picture-above = Staat hoger
picture-under = Staat lager
picture-against-option = tegen { $option }
picture-round = Ronde { $round }
picture-quota = Kiesdeler: { $quota } stemmen
picture-candidate = Kandidaat
picture-stands = Stemmen
picture-came = Kwam erbij
picture-first = Eerste keus
picture-had = Had al
chosen-order = De volgorde is: { $options }.
answer-left-short = ‘{ $option }’ kost { $cost } en heeft { $votes } voorstanders. Toen het aan de beurt was, was er nog { $left }. Er ontbrak dus { $lack }.
answer-too-late = ‘{ $option }’ heeft { $votes } voorstanders. Wat meer voorstanders had, paste niet meer, en daarna wordt niets meer gekocht.
answer-half-room = ‘{ $option }’ had { $votes } stemmen, en { $least } was genoeg. { $turned ->
        [one] Had één van die stemmen op een ander gestaan, dan was zij of hij in deze ronde niet gekozen.
       *[other] Hadden { $turned } van die stemmen op een ander gestaan, dan was zij of hij in deze ronde niet gekozen.
    }
answer-half-short = ‘{ $option }’ had { $votes ->
        [one] één stem
       *[other] { $votes } stemmen
    }. Nodig waren er { $least }, meer dan de helft. { $more ->
        [one] Met één stem erbij was het genoeg geweest.
       *[other] Met { $more } stemmen erbij was het genoeg geweest.
    }
answer-objections-stood = { $many ->
        [one] Er bleef één bezwaar over.
       *[other] Er bleven { $many } bezwaren over.
    } { $also_quorum ->
        [yes] Ook zonder bezwaar was het niet aangenomen: er deden te weinig mee.
       *[no] { $many ->
            [one] Was dat bezwaar ingetrokken, of vonden alle anderen in deze ronde het niet goed uitgelegd, dan was het voorstel aangenomen.
           *[other] Waren ze allemaal ingetrokken, of vonden alle anderen in deze ronde ze niet goed uitgelegd, dan was het voorstel aangenomen.
        }
    }
answer-objection-room = Er bleef geen bezwaar over. Eén bezwaar was genoeg geweest om het voorstel tegen te houden.
answer-votes-short = ‘{ $option }’ had in die ronde { $votes ->
        [one] één stem
       *[other] { $votes } stemmen
    }, en ‘{ $to }’ had er { $to_votes }. { $more ->
        [one] Met één stem meer had ‘{ $option }’ meer dan de helft.
       *[other] Met { $more } stemmen meer had ‘{ $option }’ meer dan de helft.
    }
picture-votes-round = Stemmen
picture-persons = De stemmen per ronde
picture-persons-told = De hele balk zijn alle stemmen van die ronde.
picture-persons-round = { $round }. { $option }
picture-half = Meer dan de helft
picture-answer = Antwoord
picture-people = Hoeveel
picture-consent = Wat er geantwoord is
picture-consent-told = De hele balk zijn alle zetels.
picture-consent-answer = { $answer ->
        [consent] Stemt in
        [concerns] Stemt in, met een zorg
        [aside] Houdt zich erbuiten
        [objections] Bezwaar
       *[silent] Geen antwoord
    }
