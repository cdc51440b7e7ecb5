error-not-found = Deze pagina is er niet
error-not-found-why = Misschien is het adres verkeerd overgenomen, of is de pagina niet voor u bedoeld.
error-ours = Er ging bij ons iets mis
error-full-why = De schijf van onze server is vol. Wat u wilde doen is niet gebeurd. Bel of mail de secretaris, dan maakt de beheerder ruimte.
error-ours-why = Wat u wilde doen is niet gebeurd. Probeer het over een paar minuten nog eens. Lukt het weer niet, bel of mail dan de secretaris.
error-number = Noem daarbij dit nummer: { $number }.
error-unreachable = Een andere computer geeft geen antwoord
error-unreachable-why = Wat u wilde doen is niet gebeurd. Probeer het straks nog eens.
error-conflict = Iemand was u voor
error-refused = Dit kan nu niet
error-stale = Kijk nog even, en verstuur opnieuw
error-stale-expired = Dit formulier lag te lang open. Wat u invulde is er nog. Druk op de knop om het alsnog te versturen.
error-stale-of-another = U bent intussen in- of uitgelogd, of u opende dit formulier in een andere browser. Wat u invulde is er nog. Druk op de knop om het alsnog te versturen.
error-stale-again = Opnieuw versturen
error-foreign = Dit kwam van een andere website
error-foreign-why = Voor uw veiligheid nemen we alleen formulieren aan die op deze website zijn ingevuld. Er is niets gebeurd.
error-removed = Dit is verwijderd
error-removed-why = Het voorstel waarover deze stemming ging is verwijderd omdat de wet dat vraagt. Daarom is het proces-verbaal, waar de titel in staat, niet meer voor iedereen te lezen. De secretaris en de stemmentellers kunnen het nog natellen. De vingerafdruk blijft: { $hash }
error-too-large = Dit is te groot
error-too-large-why = Wat u verstuurde is groter dan wij kunnen aannemen. Er is niets opgeslagen. Ga terug en maak de tekst korter.
error-unreadable = Dit formulier is niet goed aangekomen
error-unreadable-why = Er ontbrak iets, of iets was van het verkeerde soort. Er is niets opgeslagen. Ga terug en probeer het nog eens.
error-not-founded = Deze wijk is nog niet ingericht
error-not-founded-why = Wie de server beheert, vindt in het venster van het programma een link om de wijk een naam te geven.
error-back = Terug naar de vorige pagina
error-home = Naar de voorpagina

conflict-already = Dit is al gebeurd.
conflict-newer-version = Er is intussen een nieuwere versie: versie { $version }.
conflict-founded = Deze wijk is al opgericht.

form-faults = Dit klopt nog niet

field-name =
    { $field ->
        [name] de naam
        [address] het adres
        [email] het e-mailadres
        [member_number] het lidnummer
        [neighbourhood] de naam van de wijk
        [handle] de fediverse-naam
        [title] de titel
        [summary] de samenvatting
        [text] de tekst
        [addressee] voor wie het is
        [comment] de reactie
        [reason] de reden
        [organisation] de organisatie
        [sector_name] de naam van de geleding
        [statement] uw tekst
       *[other] dit veld
    }
wording-missing = Vul { $field } in.
wording-too-short = Maak { $field } langer: minstens { $bound } tekens. Nu zijn het er { $have }.
wording-too-long = Maak { $field } korter: hoogstens { $bound } tekens. Nu zijn het er { $have }.
wording-not-text = In { $field } staat een teken dat we niet kunnen opslaan.

refusal-sign-in-first = U bent niet ingelogd. Log in (het kan in een ander tabblad) en probeer het dan nog eens.
refusal-not-yours =
    { $deed ->
        [vote_in_council] U kunt hier niet stemmen: dat doen de leden van de wijkraad.
        [vote_in_assembly] U kunt hier niet stemmen: dat doen de bewoners op de ledenlijst.
        [keep_roll] Alleen de secretaris houdt de ledenlijst bij.
        [issue_codes] Alleen de secretaris geeft stemcodes uit.
        [moderate] Alleen de voorzitter of de secretaris kan dit.
        [prepare_vote] Alleen de voorzitter of de secretaris bereidt een stemming voor.
        [close_vote] Alleen de voorzitter of de secretaris sluit een stemming.
        [share_proposal] Alleen de secretaris of de verbinder deelt voorstellen van andere wijken.
       *[other] Dit hoort niet bij wat u in deze wijk doet. Vraag het aan de secretaris.
    }
refusal-link = Deze link werkt niet meer. Een link uit een e-mail werkt één keer, een half uur lang. Vraag een nieuwe aan.
refusal-too-often = Dit is te vaak geprobeerd. Probeer het opnieuw { $at }.
refusal-email = Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl.
refusal-language = De taal “{ $language }” kennen we niet. Kies nl of en.
refusal-birth = { $year } kan geen geboortejaar zijn.
refusal-sector = De geleding “{ $sector }” bestaat hier niet.
refusal-age = Vul een geboortejaar in, of vink aan dat iemand de leeftijd heeft gecontroleerd.
refusal-last-secretary = Dit is de laatste secretaris. Benoem eerst een andere.
refusal-gone = Dit lid staat niet meer op de ledenlijst.
refusal-code-length = Een stemcode heeft twaalf tekens, in drie groepjes van vier.
refusal-code-sign = In een stemcode staan alleen cijfers en letters, en nooit een 0, 1, I, L of O.
refusal-code-mistyped = Er zit een tikfout in de code. Vergelijk hem met uw brief.
refusal-code-unknown = Deze code kennen we niet. Vergelijk hem met uw brief.
refusal-code-expired = Deze code was geldig { $day }. Vraag de secretaris om een nieuwe.
refusal-code-replaced = U kreeg op { $day } een nieuwe code. Deze oude werkt niet meer.
refusal-charter-too-much = Dit is te veel: hoogstens { $most }.
refusal-charter-threshold = Er is minstens één ondersteuner nodig.
refusal-charter-share = Een breuk is meer dan niets en hoogstens één geheel, zoals 1/2 of 2/3.
refusal-charter-rounds = Een besluit met instemming heeft 1 tot en met { $most } rondes.
refusal-charter-half = Een meerderheid is minstens de helft.
refusal-sector-seats = { $seats } zetels in één geleding is te veel.
refusal-sector-key = “{ $key }” kan niet: gebruik kleine letters, cijfers en lage streepjes.
refusal-sector-taken = Er zijn nog { $taken } zetels bezet. Maak eerst zetels vrij.
refusal-sector-exists = Er is al een geleding met deze naam.
refusal-seat-not-hers = Deze zetel is niet van u.
refusal-seat-holder-present = U kunt niet stemmen: de zetelhouder is niet afwezig gemeld.
refusal-seat-marked-absent = U kunt niet stemmen: u bent { $at } afwezig gemeld, en uw plaatsvervanger stemt.
refusal-seat-holder-voted = Dit kan niet: de zetelhouder stemde al, { $at }.
refusal-seat-alternate-voted = Dit kan niet: de plaatsvervanger stemde al, { $at }.
refusal-seat-no-alternate = Deze zetel heeft geen plaatsvervanger.
refusal-seat-same-person = De zetelhouder en de plaatsvervanger zijn twee verschillende mensen.
refusal-seat-has-a-seat = Dit lid heeft al een zetel.
refusal-seat-backwards = De termijn eindigt voordat hij begint.
refusal-proposal-not-now =
    { $stage ->
        [in_vote] Dit kan niet: er wordt over dit voorstel gestemd.
        [adopted] Dit kan niet: dit voorstel is al aangenomen.
        [rejected] Dit kan niet: dit voorstel is al afgewezen.
        [withdrawn] Dit kan niet: dit voorstel is ingetrokken.
        [lapsed] Dit kan niet: dit voorstel is vervallen.
        [draft] Dit kan niet: dit voorstel is nog een concept.
       *[other] Dit kan niet: zover is dit voorstel nog niet.
    }
refusal-proposal-not-the-submitter = Alleen de indiener kan dit doen.
refusal-proposal-frozen =
    { $stage ->
        [in_vote] De tekst ligt vast, want er wordt over gestemd.
       *[other] De tekst ligt vast, want dit voorstel is afgerond.
    }
refusal-proposal-support =
    { $stage ->
        [draft] U kunt een concept niet steunen.
        [in_vote] U kunt dit voorstel niet meer steunen, want er wordt over gestemd.
       *[other] U kunt dit voorstel niet meer steunen, want het is afgerond.
    }
refusal-proposal-comments =
    { $stage ->
        [draft] Op een concept kan niemand reageren.
       *[other] Op een ingetrokken voorstel kan niemand meer reageren.
    }
refusal-comment-too-deep = U kunt antwoorden op een reactie, niet op een antwoord.
refusal-comment-hidden = Deze reactie is verborgen.
refusal-comment-not-hidden = Deze reactie is niet verborgen.
refusal-reading-period = De stemming kan niet eerder open dan { $moment }: tot dan heeft iedereen de tijd om het voorstel te lezen.
refusal-notice-period = De stemming kan niet eerder open dan { $moment }: zo lang van tevoren wordt een stemming aangekondigd.
refusal-vote-not-now =
    { $stage ->
        [prepared] Dit kan niet: de stemming is nog niet open.
        [open] Dit kan niet: de stemming is open.
        [cancelled] Dit kan niet: de stemming gaat niet door.
       *[other] Dit kan niet: de stemming is gesloten.
    }
refusal-vote-not-yet = U kunt nog niet stemmen: de stemming opent { $at }.
refusal-vote-closed = Uw stem telt niet meer mee: de stemming sloot { $at }.
refusal-vote-ends-at-time = Deze stemming eindigt vanzelf { $at } en niet eerder. Zo is het aangekondigd.
refusal-vote-span = Een stemming duurt minstens { $minutes } minuten en hoogstens { $days } dagen.
refusal-vote-past = Een stemming kan niet in het verleden beginnen.
refusal-vote-nobody = Er is niemand die mag stemmen.
refusal-not-on-the-roll = U kunt niet stemmen: u stond niet op het stemregister toen deze stemming openging.
refusal-handle = “{ $typed }” is geen fediverse-adres. Het ziet eruit als @wijk@voorbeeld.nl.
refusal-partner-ourselves = Dat is deze wijk zelf.
refusal-partner-already = Deze wijk is al een buur.
refusal-partner-none = Deze wijk is geen buur meer.
refusal-shared-already = Dit voorstel is al gedeeld.
refusal-share-not-a-proposal = Alleen voorstellen van andere wijken worden gedeeld.
refusal-elsewhere = Dit adres kan niet.
refusal-your-alternate-voted = U kunt niet stemmen: uw plaatsvervanger stemde al, { $at }.
refusal-your-holder-voted = U kunt niet stemmen: de zetelhouder stemde zelf al, { $at }.
refusal-recused = U kunt hier niet stemmen, omdat u er zelf belang bij hebt. Dat is openbaar gemeld.
refusal-took-part =
    { $channel ->
        [web] U hebt al gestemd.
        [paper] Er is al een stem van u op papier ingeleverd.
        [post] Er is al een stem van u met de post gekomen.
        [hands] Uw stem is al geteld bij het handopsteken.
       *[proxy] Er is al voor u gestemd met een volmacht. De stemming is geheim, dus die stem blijft staan.
    }
refusal-not-on-the-paper = Dit past niet op het stembiljet. Kijk wat u hebt ingevuld en probeer het opnieuw.
refusal-paper-options = Er staan { $have } mogelijkheden. Het moeten er minstens 2 zijn en hoogstens { $most }.
refusal-paper-no-options = Bij voor of tegen horen geen andere mogelijkheden.
refusal-paper-title = Elke mogelijkheid heeft een naam van hoogstens { $most } tekens.
refusal-paper-twice = Deze mogelijkheid staat er twee keer: { $title }
refusal-paper-sectors = Een geheime stemming kan niet per geleding geteld worden. Het reglement vraagt dat hier wel: stem openlijk.
refusal-paper-condition = Een van de regels over geledingen kan nooit gehaald worden.
refusal-paper-money = Vul in hoeveel geld er te verdelen is, en zet achter elke mogelijkheid wat zij kost.
refusal-vote-not-later = Het nieuwe einde moet later zijn dan het oude: { $at }.
refusal-proposal-of-an-election = Dit hoort bij een verkiezing, en wordt daar geregeld.
refusal-batch-channel = Zo komen er geen stapels binnen. Kies papier, post of handopsteken.
refusal-batch-consent = Bij instemming zegt wie bezwaar heeft zelf waarom. Dat kan niet op papier.
refusal-batch-hands = Een geheime stemming gaat niet met handopsteken.
refusal-batch-papers = Vul in hoeveel het er zijn: minstens 1 en hoogstens { $most }, zoveel als er op het stemregister staan.
refusal-batch-same = Er zijn er al { $papers } gemeld. Vul het goede aantal in.
refusal-batch-not-now =
    { $stage ->
        [taken_in] Deze stapel telt al mee.
       *[other] Deze stapel telt niet mee.
    }
refusal-batch-turn = U hebt deze stapel ingevoerd. Nu moet een andere stemmenteller dat doen.
refusal-batch-two = Twee andere stemmentellers voeren deze stapel in.
refusal-batch-interest = U hebt zelf belang bij deze stemming. Laat een andere stemmenteller dit doen.
refusal-batch-sum = Er zijn er { $announced } gemeld. U komt op { $found }, met wat opzij gelegd is. Tel het na. Klopt het gemelde aantal niet, vraag dan de secretaris of de voorzitter om het te verbeteren.
refusal-batch-unequal = Er zijn { $numbers } nummers en { $papers } stemmen. Dat moet evenveel zijn.
refusal-batch-helped = Er zijn { $papers } mensen in deze stapel. Meer kunnen er geen hulp gekregen hebben.
refusal-batch-unfinished = Er wachten nog { $batches } stapels. Eerst moeten twee stemmentellers die invoeren.
refusal-batch-objected =
    { $why ->
        [not_on_the_roll] Nummer { $number } staat niet op het stemregister. Leg dit biljet opzij en haal het nummer weg.
        [recused] Nummer { $number } stemt niet mee vanwege een eigen belang. Leg dit biljet opzij en haal het nummer weg.
       *[took_part]
            { $channel ->
                [web] Nummer { $number } stemde al, via de website. Leg dit biljet opzij en haal het nummer weg.
                [paper] Nummer { $number } stemde al, op papier. Leg dit biljet opzij en haal het nummer weg.
                [post] Nummer { $number } stemde al, met de post. Leg dit biljet opzij en haal het nummer weg.
                [hands] Nummer { $number } stemde al, met handopsteken. Leg dit biljet opzij en haal het nummer weg.
               *[proxy] Voor nummer { $number } is al gestemd met een volmacht. De stemming is geheim, dus die stem blijft staan. Leg dit biljet opzij en haal het nummer weg.
            }
    }
refusal-quota-not-by-lot = Zetels vrijhouden voor een leeftijd kan alleen als het lot beslist.
refusal-quota-group = Vul een leeftijd in van 1 tot en met { $most }, en minstens 1 zetel.
refusal-quota-overlap = Deze leeftijd moet hoger zijn dan die hierboven.
refusal-quota-too-many = U houdt { $asked } zetels vrij, en er zijn er { $seats }.
