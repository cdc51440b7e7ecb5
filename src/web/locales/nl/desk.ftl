back-to-desk = Terug naar het bureau
back-to-roll = Terug naar de ledenlijst
back-to-seats = Terug naar de zetels
desk-title = Bureau
desk-roll = Ledenlijst
desk-roll-what = Wie er op staat, toevoegen en wijzigen.
import-what = Een bestand uit een spreadsheet inlezen, eerst op proef.
letters-what = Brieven met stemcodes maken en afdrukken.
desk-votes = Stemmingen
desk-votes-what = Openen, afwezigen melden, sluiten en uitslag bekendmaken.
desk-supported = Klaar voor een stemming
desk-supported-what = Voorstellen met genoeg steun. Bereid vanaf het voorstel een stemming voor.
desk-talk = Reacties
desk-talk-what = De nieuwste reacties lezen, en zo nodig verbergen met een reden.
seats-what = Wie er in de wijkraad zit, en hoeveel zetels elke geleding heeft.
officers-what = Voorzitter, secretaris, stemmenteller, verbinder en beheerder.
adopt-what = Drempels, termijnen en meerderheden aanpassen.
partners-what = Welke wijken we volgen.
desk-log-what = Alles wat er gebeurde. Iedereen kan dit lezen.
roll-search = Zoek op naam
roll-found =
    { $total ->
        [0] Niemand gevonden
        [one] 1 lid
       *[other] { $total } leden
    }
roll-suspended = geschorst
roll-suspended-since = Geschorst sinds { $day }.
entry-new = Lid toevoegen
entry-language = Taal voor brieven
entry-of-age = Leeftijd gezien
entry-of-age-hint = Vink aan als iemand heeft gezien dat dit lid oud genoeg is om te stemmen. Dan is een geboortejaar niet nodig.
entry-sector = Geleding
entry-no-sector = Geen
entry-button = Opslaan
entry-number-taken = Dit lidnummer heeft iemand anders al.
done-member-added = Het lid staat op de lijst.
done-member-changed = De gegevens zijn gewijzigd.
done-member-suspended = Dat is gebeurd.
done-member-forgotten = Het lid is vergeten.
done-imported = Het bestand is ingelezen.
done-founded = Welkom! De wijk bestaat. Vul nu de ledenlijst en maak brieven met stemcodes, ook voor uzelf.
letter-title = Nieuwe stemcode
letter-lead = De oude code werkt dan meteen niet meer, en wie ermee is ingelogd wordt uitgelogd.
letter-button = Maak een brief met een nieuwe code
suspend-title = Schorsen
suspend-lead = Wie geschorst is, kan niet inloggen en komt niet op nieuwe stemregisters.
suspend-button = Schors dit lid
unsuspend-button = Haal de schorsing weg
forget-member-lead = Doe dit als het lid erom vraagt. Naam, adres en e-mail worden gewist; dit kan niet terug.
forget-member-button = Vergeet dit lid
import-title = Ledenlijst inlezen
import-lead = Bewaar uw spreadsheet als CSV. Het bestand wordt eerst op proef gelezen: er verandert niets tot u bevestigt. Hetzelfde bestand twee keer inlezen kan geen kwaad.
import-file = Bestand
import-file-hint = De eerste regel bevat de kolommen: { $columns }. Nederlandse namen mogen ook: nummer, naam, adres, e-mail, taal, geboortejaar, leeftijd gezien, geleding.
import-try = Lees op proef
import-faults =
    { $n ->
        [one] Er is 1 regel die niet klopt
       *[other] Er zijn { $n } dingen die niet kloppen
    }
import-nothing-done = Er is niets ingelezen. Verbeter het bestand en probeer het opnieuw.
import-line = Regel { $line }:
import-unclear = Er zijn meer leden die { $name } heten. Zet een lidnummer in de regel.
import-tried = Het bestand klopt. Er is nog niets veranderd.
import-added =
    { $n ->
        [one] 1 nieuw lid
       *[other] { $n } nieuwe leden
    }
import-changed =
    { $n ->
        [one] 1 lid met gewijzigde gegevens
       *[other] { $n } leden met gewijzigde gegevens
    }
import-unchanged =
    { $n ->
        [one] 1 lid blijft hetzelfde
       *[other] { $n } leden blijven hetzelfde
    }
import-button = Lees het bestand in
import-again = Kies een ander bestand
line-empty = Het bestand is leeg.
line-column-missing = De kolom “{ $name }” ontbreekt.
line-column-unknown = De kolom “{ $name }” kennen we niet.
line-column-twice = De kolom “{ $name }” staat er twee keer.
line-cells = Er staan { $have } vakjes op deze regel, en het moeten er { $want } zijn.
line-not-text = Deze regel is geen leesbare tekst (UTF-8).
line-not-a-year = “{ $text }” is geen jaar.
line-not-yes-or-no = “{ $text }” is geen ja of nee.
line-twice = Lidnummer { $number } stond al op regel { $first }.
line-too-long = Het bestand heeft te veel regels.
letters-title = Brieven met stemcodes
letters-lead = Ieder krijgt een eigen code. De codes zijn maar één keer te zien: druk ze meteen af.
letters-until = Geldig tot en met
letters-no-day = Vul een dag in die nog komt.
letters-who = Voor wie?
letters-without = Alleen leden zonder geldige code
letters-all = Alle leden, u ook. Oude codes werken dan niet meer, en wie ermee inlogde moet opnieuw inloggen
letters-button = Maak de brieven
letters-made =
    { $n ->
        [0] Geen brieven: iedereen heeft al een code
        [one] 1 brief
       *[other] { $n } brieven
    }
letters-once = Deze codes ziet u alleen nu. Sluit deze pagina pas als alles is afgedrukt.
letters-print = Druk af met uw browser (Ctrl+P): elke brief komt op een eigen vel A4.
letter-heading = Uw stemcode
letter-dear = Beste { $name },
letter-text = U staat op de ledenlijst van { $neighbourhood }. Met deze code doet u voorstellen, steunt u die van anderen, en stemt u:
letter-step-site = Ga naar { $site } en kies Inloggen.
letter-step-code = Typ de code over. Hoofdletters en streepjes maken niet uit.
letter-or-scan = Of richt de camera van uw telefoon op dit plaatje:
letter-qr = QR-code om mee in te loggen
letter-valid = De code is geldig { $until }.
letter-careful = Geef de code aan niemand. Kwijt? Vraag de secretaris om een nieuwe; dan werkt deze niet meer.
officers-title = Taken
officers-new = Iemand benoemen
officers-who = Wie
officers-role = Taak
officers-button = Benoem
officers-end = Niet langer { role-name }
who-hint = Naam of lidnummer, zoals op de ledenlijst.
nobody-of-this-name = Niemand op de ledenlijst heet zo.
several-of-this-name = Er passen { $n } leden. Vul het lidnummer in.
done-appointed = De benoeming is ingegaan.
done-dismissed = De taak is beëindigd.
seats-title = Zetels en geledingen
seats-no-number = Vul een aantal in.
sector-arrange = Geleding toevoegen of wijzigen
sector-key = Sleutel
sector-key-hint = Een bestaande sleutel wijzigt die geleding; een nieuwe voegt er een toe. Kleine letters en lage streepjes.
sector-own-name = Naam
sector-own-name-hint = Laat leeg voor de gewone naam.
sector-seats = Zetels
sector-button = Opslaan
done-arranged = De geleding is aangepast.
seat-holder = Zetelhouder
seat-alternate = Plaatsvervanger
seat-organisation = Organisatie
seat-from = Vanaf
seat-until = Tot en met
seat-button = Geef deze zetel
vacate-title = Zetel vrijmaken
vacate-button = Beëindig de termijn nu
fault-day = Vul een datum in.
fault-number = Vul een getal in.
fault-choice = Kies een van de mogelijkheden uit de lijst.
fault-share = Vul een breuk in, zoals 1/2, of laat leeg.
done-seat-filled = De zetel is bezet.
done-seat-vacated = De zetel is vrij.
adopt-title = Reglement wijzigen
adopt-lead = De nieuwe versie geldt meteen, voor alles wat daarna begint. Wat al loopt, houdt de versie waarmee het begon.
adopt-threshold = Ondersteuners die een voorstel nodig heeft
adopt-reading = Dagen om een voorstel te lezen
adopt-notice = Dagen tussen aankondiging en opening van een stemming
adopt-lapse = Dagen waarna een voorstel zonder genoeg steun vervalt
adopt-age = Leeftijd om te stemmen in de wijkassemblee
adopt-proxies = Volmachten die iemand hoogstens mag hebben
adopt-proxies-hint = Met een volmacht stemt iemand namens een ander. 0: geen volmachten. Hoogstens 5.
adopt-delegations = Bewoners namens wie iemand hoogstens mag spreken
adopt-delegations-hint = Alleen in open stemmingen van alle bewoners: wie zelf niet stemt, kan de stem van een ander ook voor zich laten tellen. 0: dat kan niet. Hoogstens 20.
adopt-council-quorum = Wijkraad: quorum
adopt-council-majority = Wijkraad: meerderheid
adopt-sectors = Wijkraad: ook een meerderheid nodig binnen
adopt-assembly-quorum = Wijkassemblee: quorum
adopt-assembly-majority = Wijkassemblee: meerderheid
adopt-quorum-hint = Deel dat minstens mee moet doen, bijvoorbeeld 1/2. Leeg: geen quorum.
adopt-majority-hint = Deel van de stemmen dat voor moet zijn, bijvoorbeeld 2/3. Leeg: meer voor dan tegen.
adopt-button = Laat deze versie gelden
done-charter-adopted = De nieuwe versie van het reglement geldt.
talk-hidden = verborgen
desk-log-fault = Het logboek van { $handle } spreekt tegen wat we er eerder van zagen.
