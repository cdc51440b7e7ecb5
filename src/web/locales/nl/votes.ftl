votes-title = Stemmingen
votes-open = Nu open
votes-coming = Binnenkort
votes-done = Geweest
votes-none = Op dit moment geen.
vote-stage =
    { $stage ->
        [prepared] Aangekondigd
        [open] Open
        [closed] Gesloten
        [counted] Geteld
        [published] Uitslag bekend
        [cancelled] Gaat niet door
       *[other] { $stage }
    }
vote-body-and-number =
    { $body ->
        [council] Stemming { $number } van de wijkraad
       *[assembly] Stemming { $number } van alle bewoners
    }
vote-who =
    { $body ->
        [council] De wijkraad stemt: één stem per zetel.
       *[assembly] Alle bewoners op de ledenlijst stemmen: één stem per persoon.
    }
vote-og = Stemming: { $title }
vote-open-until = Stemmen kan { $until }.
vote-by-hand = De voorzitter kan de stemming in de vergadering eerder sluiten.
vote-opens = De stemming opent { $at }.
vote-go = Naar de stemming
vote-read-proposal = Lees voorstel { $number } helemaal
vote-cancelled = Deze stemming gaat niet door.
vote-being-counted = De stemming is gesloten. De uitslag komt zo.
vote-rules-title = Zo wordt er beslist
vote-charter = Volgens versie { $version } van het reglement. Wat tijdens de stemming verandert, telt pas voor de volgende.
vote-acts = Voor voorzitter en secretaris
vote-open-now = Open de stemming
vote-absences = Afwezigen melden
vote-close = Sluiten, tellen en uitslag bekendmaken
vote-cancel = Niet laten doorgaan
turnout-title = Wie er al stemden
turnout =
    { $body ->
        [council] { $cast } van de { $entitled } zetels stemden.
       *[assembly] { $cast } van de { $entitled } bewoners stemden.
    }
turnout-hidden = Wat er gestemd is, blijkt pas als de stemming gesloten is.
choice =
    { $choice ->
        [for] Voor
        [against] Tegen
       *[abstain] Onthouding
    }
ballot-title = Uw stem
ballot-for-seat = U stemt voor: { $seat }
ballot-yours-to-cast = Wat stemt u?
ballot-yours =
    { $choice ->
        [for] U stemde voor, { $at }.
        [against] U stemde tegen, { $at }.
        [abstain] U onthield zich van stemming, { $at }.
        [blank] U stemde blanco, { $at }.
       *[other] U stemde, { $at }.
    }
ballot-may-change = U kunt dit veranderen zolang de stemming open is.
ballot-sign-in = Log in om te stemmen
rule-quorum =
    { $body ->
        [council] Minstens { $share } van de zetels doet mee.
       *[assembly] Minstens { $share } van de bewoners op de lijst doet mee.
    }
rule-majority = Minstens { $share } van de stemmen voor en tegen is vóór.
rule-simple-majority = Er zijn meer stemmen voor dan tegen.
rule-sector = Ook binnen de geleding { $sector } zijn er meer stemmen voor dan tegen.
rule-abstain = Wie zich onthoudt, doet wel mee maar telt niet als voor of tegen.
share-half = de helft
share-third = een derde
share-two-thirds = twee derde
share-three-quarters = drie kwart
share-of = { $need } van elke { $of } delen
outcome =
    { $outcome ->
        [adopted] Aangenomen
        [rejected] Afgewezen
        [tied] Niet aangenomen: de stemmen staakten
        [no_quorum] Niet aangenomen: te weinig deelnemers
        [no_votes] Niet aangenomen: niemand stemde voor of tegen
        [sector_against] Niet aangenomen: een geleding was tegen
        [chosen] Gekozen
        [none_chosen] Niets gekozen: alles blijft zoals het is
       *[other] { $outcome }
    }
outcome-why =
    { $outcome ->
        [adopted] Voor: { $for }, tegen: { $against }. Aan alle regels is voldaan.
        [rejected] Voor: { $for }, tegen: { $against }. Dat is niet genoeg.
        [tied] Er waren evenveel stemmen voor als tegen: { $for } en { $against }.
        [no_quorum] De deelname was { $took } van de { $entitled }. Dat is te weinig voor een geldig besluit.
        [no_votes] Wie meedeed, onthield zich van stemming.
       *[sector_against] Voor: { $for }, tegen: { $against }. Maar binnen de geleding { $sector } was er geen meerderheid voor.
    }
story-title = Hoe deze uitslag tot stand kwam
story-who = Wie mocht stemmen
story-entitled =
    { $body ->
        [council] Stemregister bij de opening: { $entitled } bezette zetels. Elke zetel had één stem.
       *[assembly] Stemregister bij de opening: { $entitled } bewoners. Ieder had één stem.
    }
story-total = Wie stemde, en wat
story-count = Deelname: { $took } van de { $entitled }. Voor: { $for }. Tegen: { $against }. Onthouding: { $abstain }. Niet gestemd: { $silent }.
story-sectors = Per geleding
story-quorum = Deden er genoeg mee?
story-quorum-told =
    { $body ->
        [council] De regel: minstens { $share } van de zetels doet mee. Nodig: { $least }. Deelname: { $have }.
       *[assembly] De regel: minstens { $share } van de bewoners op de lijst doet mee. Nodig: { $least }. Deelname: { $have }.
    }
story-majority = Was er een meerderheid?
story-majority-told = De regel: { $rule } Nodig: minstens { $least } van de { $of } (voor en tegen samen). Voor: { $have }.
story-sector = Was er een meerderheid binnen { $sector }?
story-sector-told = Voor: { $for }. Tegen: { $against }.
story-sector-passed-over = Uit { $sector } stond niemand op het stemregister. Deze regel telt dan niet mee.
story-met = gehaald
story-not-met = niet gehaald
story-outcome = De uitslag
recount-title = Zelf natellen
recount-lead = In dit bestand staat alles om opnieuw te tellen: de regels, het stemregister zonder namen, en alle stemmen. Met het programma telt u na, op uw eigen computer en zonder internet.
recount-file = Download het proces-verbaal
recount-hash = Vingerafdruk (SHA-256):
close-title = Sluit de stemming: { $title }
close-lead = De stemming sluit meteen. Daarna worden de stemmen geteld en is de uitslag voor iedereen te zien. Dit kan niet terug.
close-button = Sluit, tel en maak bekend
cancel-title = Laat niet doorgaan: { $title }
cancel-lead = Uitgebrachte stemmen tellen dan niet. Het voorstel gaat terug naar waar het was.
cancel-button = Laat deze stemming niet doorgaan
back-to-vote = Terug naar de stemming
prepare-title = Stemming over: { $title }
prepare-lead = De stemming wordt meteen aangekondigd. De regels zijn die van het reglement zoals het nu is.
prepare-body = Wie stemt er?
prepare-opens = Opent op
prepare-opens-hint = Ingevuld is het eerste moment dat het reglement toestaat.
prepare-closes = Sluit op
prepare-closing = Hoe sluit de stemming?
prepare-button = Kondig de stemming aan
closing =
    { $closing ->
        [at_time] Vanzelf, op de aangekondigde tijd
       *[by_hand] Door de voorzitter in de vergadering, uiterlijk op de aangekondigde tijd
    }
fault-moment = Vul een datum en een tijd in.
absence-lead = Is een zetelhouder er niet? Meld het hier, dan kan de plaatsvervanger stemmen. Dit kan zolang voor de zetel nog niet gestemd is.
absence-alternate = plaatsvervanger: { $name }
absence-is = Afwezig gemeld
absence-mark = Meld afwezig
absence-present = Toch aanwezig
done-ballot-cast = Uw stem is geteld. U kunt hem veranderen zolang de stemming open is.
done-ballot-replaced = Uw nieuwe stem is opgeslagen. De vorige telt niet meer.
done-vote-prepared = De stemming is aangekondigd.
done-vote-opened = De stemming is open.
done-vote-closed = De stemming is gesloten en geteld. De uitslag staat hieronder.
done-vote-cancelled = De stemming gaat niet door.
done-marked = De aanwezigheid is aangepast.
