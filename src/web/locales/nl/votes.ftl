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
vote-sector-and-number = Stemming { $number } van de geleding { $sector }
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
vote-unopened =
    { $why ->
        [late] Het programma werkte niet zolang de stemming open had moeten zijn.
        [proposal] Over dit voorstel kan niet meer worden gestemd.
        [nobody] Niemand mag in deze stemming stemmen.
        [paper] Er is te weinig om uit te kiezen.
        [reading] Het voorstel was nog niet lang genoeg te lezen.
       *[other] De stemming kon volgens de regels niet opengaan.
    }
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
share-at-least = minstens { $share }
share-more-than-half = meer dan de helft
fraction-about = { $whole },{ $decimals }…
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
        [postponed] Nog niet beslist: er komt een tweede stemming
        [next_round] Nog niet beslist: er komt een nieuwe ronde
        [to_vote] Geen instemming: er komt een stemming
        [no_consent] Niet aangenomen: er is nog bezwaar
       *[other] { $outcome }
    }
outcome-why =
    { $outcome ->
        [adopted] Voor: { $for }, tegen: { $against }. Aan alle regels is voldaan.
        [rejected] Voor: { $for }, tegen: { $against }. Dat is niet genoeg.
        [tied] Er waren evenveel stemmen voor als tegen: { $for } en { $against }.
        [no_quorum] De deelname was { $took } van de { $entitled }. Dat is te weinig voor een geldig besluit.
        [no_votes]
            { $took ->
                [0] Niemand deed mee.
               *[other]
                    { $void ->
                        [0] Wie meedeed, onthield zich van stemming.
                       *[other]
                            { $abstain ->
                                [0] Wie meedeed, stemde blanco of ongeldig.
                               *[other] Wie meedeed, onthield zich of stemde blanco of ongeldig.
                            }
                    }
            }
       *[sector_against] Voor: { $for }, tegen: { $against }. Maar binnen de geleding { $sector } was er geen meerderheid voor.
    }
outcome-why-chair = Er waren evenveel stemmen voor als tegen: { $for } en { $against }. Volgens het reglement besliste de voorzitter.
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
story-majority-told = De regel: { $rule } Nodig: minstens { $least } van de { $of } { $base ->
        [cast] (voor en tegen samen)
        [cast_plus_abstain] (voor, tegen en onthouding samen)
        [present] (iedereen die meedeed)
       *[roll] (iedereen op het stemregister)
    }. Voor: { $have }.
story-sector = Was er een meerderheid binnen { $sector }?
story-sector-told = Voor: { $for }. Tegen: { $against }.
story-sector-passed-over = Uit { $sector } stond niemand op het stemregister. Deze regel telt dan niet mee.
story-met = gehaald
story-not-met = niet gehaald
story-outcome = De uitslag
recount-title = Zelf natellen
recount-lead = In dit bestand staat alles om opnieuw te tellen: de regels, het stemregister zonder namen, en alle stemmen. Met het programma telt u na, op uw eigen computer en zonder internet.
recount-removed = Het voorstel is verwijderd omdat de wet dat vraagt. Het proces-verbaal is alleen nog te lezen voor de secretaris en de stemmentellers, die het kunnen natellen. De vingerafdruk blijft staan.
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
vote-lot = Bij gelijke stand beslist het lot, met een geheim dat voor de opening is getrokken. De vingerafdruk ervan:
ballot-marked = U stemde: { $mark }
mark-blank = Blanco
mark-spoiled = Ongeldig
sheet-question-marks = Wat kiest u?
sheet-question-money = Waar mag het geld naartoe?
sheet-question-ranking = Wat is uw volgorde?
sheet-hint-marks = Kruis alles aan waar u het mee eens bent. Zoveel als u wilt.
sheet-hint-money-by-votes = Kruis alles aan waar geld naartoe mag. Het mag samen meer zijn dan er is: wat de meeste kruisjes heeft, gaat voor.
sheet-hint-money = Kruis alles aan waar geld naartoe mag. Het mag samen meer zijn dan er is: iedereen krijgt een even groot deel om uit te geven.
sheet-hint-ranking = Geef wat u het liefste wilt plaats 1, dan plaats 2, en zo verder. U hoeft niet alles een plaats te geven. Elke plaats één keer.
sheet-hint-ranking-shared = Geef wat u het liefste wilt plaats 1, dan plaats 2, en zo verder. Twee keer dezelfde plaats mag. Wat geen plaats krijgt, staat onderaan.
sheet-no-position = Geen plaats
sheet-position = Plaats { $position }
sheet-cast = Breng uw stem uit
sheet-look-over = Verder: kijk het na
sheet-calculate = Reken uit
sheet-blank = Stem blanco
sheet-nothing = U hebt nog niets ingevuld. Wilt u niets kiezen? Stem dan blanco.
sheet-shared = Plaats { $position } staat er twee keer. Geef elke plaats maar één keer.
sheet-sum = Samen kost dit { $spent }. Er is { $budget }, dus er blijft { $left } over.
sheet-sum-over = Samen kost dit { $spent }. Dat is { $left } meer dan de { $budget } die er is. U mag er toch zo op stemmen.
sure-title = Kijk uw stem na
sure-lead = Dit is een geheime stemming. Na het uitbrengen kan niemand meer zien welke stem van u is. Daarom kunt u hem niet meer veranderen.
sure-button = Breng uw stem uit
sure-back = Terug, ik wil iets veranderen
secret-note = Deze stemming is geheim: uw stem wordt los van uw naam bewaard.
secrecy-read = Lees wat geheim is, en voor wie
secrecy =
    { $secrecy ->
        [open] Open: bij de uitslag staat per nummer op het stemregister wat er gestemd is
       *[secret] Geheim: stemmen liggen los van het stemregister en kunnen niet meer veranderd worden
    }
receipt-title = Uw ontvangstbewijs
receipt-counted = Uw stem is opgeslagen en telt mee.
receipt-keep = Bewaar deze code. Als de uitslag bekend is, vindt u er uw eigen stem mee terug. De code staat nergens anders en is hierna niet meer te zien.
receipt-look = Zoek mijn stem
receipt-look-up = Zoek uw stem terug met uw ontvangstbewijs
receipt-code = Code van uw ontvangstbewijs
receipt-found = Bij deze code hoort een stem die meetelt: { $mark }
receipt-not-yet = De uitslag is nog niet bekend. Kom daarna terug.
receipt-not-found = Bij deze code hoort geen stem. Kijk of u alle letters en cijfers hebt, ook hoofdletters. Klopt alles? Meld het dan bij de tellers.
receipt-proves-title = Wat dit bewijst, en wat niet
receipt-proves = Het laat zien dat uw stem zo in het proces-verbaal staat en is meegeteld.
receipt-proves-not = Het bewijst niet dat er geen stemmen bij zijn gekomen van mensen die niet stemden. Daarvoor is het stemregister: daar staat wie meedeed.
receipt-shows-others = Wie uw code ziet, kan zien wat u stemde. Laat hem dus aan niemand zien.
fault-price = Zet achter elke mogelijkheid een puntkomma en wat zij kost. Dat lukt niet bij: { $line }
fault-places = Vul in hoeveel er gekozen worden.
fault-budget = Vul in hoeveel geld er te verdelen is.
option-status-quo = Laat het zoals het is
question =
    { $question ->
        [for_or_against] Voor of tegen het voorstel
        [one] Eén mogelijkheid kiezen, of het laten zoals het is
        [some] Een aantal mogelijkheden kiezen
        [order] De volgorde van mogelijkheden bepalen, zoals een agenda
        [money] Geld verdelen, met een even groot deel voor ieder
        [money_by_votes] Geld verdelen, de meeste kruisjes eerst
        [person] Eén persoon kiezen, in rondes en geheim
        [consent] Instemming van de wijkraad: heeft niemand bezwaar?
       *[seats] Mensen kiezen voor een aantal plaatsen
    }
prepare-question = Wat wordt er gevraagd?
prepare-options = De mogelijkheden
prepare-options-hint = Elke regel is een mogelijkheid. Bij geld verdelen: daarachter een puntkomma en wat het kost, zoals: Een bankje; 1.200. Bij voor of tegen blijft dit leeg.
prepare-places = Hoeveel worden er gekozen?
prepare-places-hint = Alleen nodig bij een aantal mogelijkheden of bij mensen kiezen.
prepare-budget = Hoeveel geld is er?
prepare-budget-hint = Alleen nodig bij geld verdelen, in euro’s.
prepare-secrecy = Open of geheim?
prepare-secrecy-hint = Stemt er maar een klein groepje, dan verraadt de uitslag al gauw wie wat stemde, ook als de stemming geheim is.
method-approval = Iedereen kruist aan wat zij goed vindt. Wat de meeste kruisjes heeft, wordt gekozen. Er { $seats ->
        [one] wordt er één
       *[other] worden er { $seats }
    } gekozen.
method-agenda-phragmen = Iedereen kruist aan wat zij op de agenda wil. De volgorde geeft elke groep haar deel: wie al iets op de agenda heeft, moet daarna wat langer wachten.
method-equal-shares = Iedereen die meestemt, krijgt een even groot deel van de { $budget }. Daarmee kopen voorstanders samen wat zij aankruisten. Wat per euro de meeste voorstanders heeft, gaat voor.
method-schulze = Iedereen zet de mogelijkheden op volgorde. Ze worden twee aan twee vergeleken. Gekozen wordt wat van alle andere wint, en ook van ‘laat het zoals het is’.
method-stv-scottish = Iedereen zet de kandidaten op volgorde. Wie genoeg stemmen heeft, is gekozen. Wat zij te veel heeft, en de stemmen op wie afvalt, gaan naar de volgende keus op het biljet. Er { $seats ->
        [one] wordt er één
       *[other] worden er { $seats }
    } gekozen.
method-stv-meek = Iedereen zet de kandidaten op volgorde. Wie genoeg stemmen heeft, is gekozen. Wat zij te veel heeft, en de stemmen op wie afvalt, gaan naar de volgende keus op het biljet, ook als die al gekozen is. Een computer rekent dat heel precies uit. Er { $seats ->
        [one] wordt er één
       *[other] worden er { $seats }
    } gekozen.
chosen = { $n ->
        [0] Geen van de mogelijkheden is gekozen.
       *[other] Gekozen: { $options }.
    }
chosen-by-lot = Het lot besliste { $n ->
        [one] één keer
       *[other] { $n } keer
    }.
told-title =
    { $kind ->
        [begin] Waarmee begonnen werd
        [rounds] De telling, ronde voor ronde
        [votes] De stemmen
        [placed] De volgorde
        [bought] Wat er van het geld gekocht is
        [not] Wat niet gekozen is, en waarom
        [duels] Twee aan twee vergeleken
        [paths] Wie sterker is dan wie
        [rest] Wat er overblijft
        [end] Wat daaruit volgt
        [answers] De antwoorden
        [objections] De bezwaren
        [compared] Ter vergelijking
       *[other] Verder
    }
told-moved = { $papers } biljetten gaan naar { $to }, elk voor { $value } stem.
told-moved-on = { $papers } biljetten noemen niemand meer die nog meedoet.
told-approval-papers = Er zijn { $papers } biljetten, waarvan { $blank } blanco.
told-approval-votes = { $option } heeft { $votes } kruisjes.
told-approval-border = { $options } hebben elk { $votes } kruisjes, en daarvan kunnen er { $seats } gekozen worden. Het lot beslist.
told-approval-elected = { $option } is gekozen met { $votes } kruisjes{ $by_lot ->
        [yes] , door het lot
       *[no] {""}
    }.
told-approval-empty = Er blijven { $seats } plaatsen leeg.
told-agenda-phragmen-papers = Er zijn { $papers } biljetten, waarvan { $blank } blanco.
told-agenda-phragmen-placed = Plaats { $place }: { $option }, met { $votes } voorstanders. Van hen hadden er { $new_voices } nog niets op de agenda.
told-agenda-phragmen-waiting = { $option } heeft geen plaats gekregen, met { $votes } voorstanders.
told-agenda-phragmen-no-votes = { $option }: niemand kruiste dit aan.
told-equal-shares-start = Er stemden { $voters } mensen mee, waarvan { $blank } blanco. Er is { $budget }. Ieder krijgt daarvan eerst { $share }.
told-equal-shares-together = Alles waar iemand voor was, kost samen { $cost } en past binnen { $budget }. Het wordt allemaal gekocht.
told-equal-shares-raised = Omdat er geld overbleef, is ieders deel { $times } keer iets verhoogd, tot { $share }.
told-equal-shares-bought = { $option } wordt gekocht voor { $cost }, met { $votes } voorstanders. Ieder van hen betaalt hoogstens { $price }. Daarna is er nog { $left }.
told-equal-shares-given = { $option } wordt gekocht voor { $cost }, met { $votes } voorstanders. Daarna is er nog { $left }.
told-equal-shares-beyond = Bij een nog iets hoger deel ({ $share }) werd ook { $option } gekocht, en dan was er niet genoeg geld.
told-equal-shares-added = { $option } past nog in wat overblijft: { $cost }, met { $votes } voorstanders. Daarna is er nog { $left }.
told-equal-shares-short = { $option } kost { $cost }. De { $votes } voorstanders hebben samen nog maar { $have } over.
told-equal-shares-no-votes = { $option }: niemand kruiste dit aan.
told-equal-shares-rest = Van het geld blijft { $left } over.
told-schulze-papers = Er zijn { $papers } biljetten, waarvan { $blank } blanco.
told-schulze-duel = { $one } staat bij { $for_one } mensen boven { $other }; andersom bij { $for_other }.
told-schulze-wins-all = { $option } wint van alle andere.
told-schulze-paths = Tussen { $one } en { $other }: { $beats ->
        [none] geen van beide is sterker.
       *[other] { $beats } is sterker.
    }
told-schulze-order = Van sterk naar zwak: { $places }.
told-schulze-tie = { $among } staan gelijk. Het lot viel op { $option }.
told-schulze-beats-status-quo = { $option } wint van ‘laat het zoals het is’ met { $votes } tegen { $against }.
told-schulze-winner = { $option } is gekozen.
told-schulze-status-quo = Niets wint van ‘{ $option }’. Alles blijft zoals het is.
told-stv-scottish-papers = Er zijn { $valid } geldige biljetten. { $blank } zijn blanco en { $unclear } hebben geen duidelijke eerste keus.
told-stv-scottish-withdrawn = { $option } doet niet meer mee.
told-stv-scottish-quota = Er zijn { $seats } plaatsen en { $valid } geldige biljetten. Wie { $quota } stemmen heeft, is gekozen.
told-stv-scottish-stage = Ronde { $stage } is geteld. Hoe iedereen er dan voor staat, ziet u hierboven in beeld.
told-stv-scottish-elected = { $option } heeft { $votes } stemmen en is gekozen.
told-stv-scottish-tie = { $among } staan gelijk. { $earlier ->
        [none] Het lot viel op { $option }.
       *[other] In ronde { $earlier } was er verschil, en dat beslist: { $option }.
    }
told-stv-scottish-surplus = { $option } heeft { $surplus } stemmen meer dan nodig. Die gaan naar de volgende keus.
told-stv-scottish-excluded = { $option } heeft de minste stemmen, { $votes }, en valt af. De stemmen gaan naar de volgende keus.
told-stv-scottish-filled = { $option } is gekozen met { $votes } stemmen, omdat er evenveel kandidaten als plaatsen over zijn.
told-stv-scottish-not-elected = { $option } is niet gekozen en hield { $votes } stemmen.
secrecy-title = Wat is er geheim bij een geheime stemming?
secrecy-open = Bij een open stemming
secrecy-open-text = Uw stem wordt bij uw naam bewaard, zodat u hem kunt veranderen. In het proces-verbaal staat hij bij een nummer, niet bij uw naam. Bij de wijkraad hoort elk nummer bij een zetel, en wie die heeft is openbaar.
secrecy-secret = Bij een geheime stemming
secrecy-secret-text = Op het stemregister staat dat u meedeed. Uw stem ligt ergens anders, onder een toevallig nummer, zonder naam, tijd of volgorde. Zolang er stemmen binnenkomen, worden beide elke minuut opnieuw opgeschreven, en nog eens als de stemming sluit. Zo is ook de volgorde van opschrijven weg.
secrecy-neighbours = Uw buren, de wijkraad en de secretaris
secrecy-neighbours-text = Zij zien dat u meedeed, maar niet wat u stemde. Behalve als bijna niemand stemde of iedereen hetzelfde: dan valt het te raden.
secrecy-server = Wie de server beheert
secrecy-server-text = Wie bij de computer kan waarop dit draait, kan tijdens de stemming meekijken, of een programma draaien dat niet doet wat hier staat. U moet die beheerder dus vertrouwen. Een kopie van de gegevens die tijdens de stemming is gemaakt, verraadt hooguit iets over de laatste minuut. Een kopie van na het sluiten verraadt niets meer, tenzij iemand alles bewaart wat de computer ooit opschreef, of gewiste stukken van de schijf terughaalt. Vertrouwt u dat niet, vraag dan om een stemming op papier.
secrecy-device = Uw eigen telefoon, en wie naast u zit
secrecy-device-text = Wie op uw scherm meekijkt of uw telefoon beheert, ziet uw stem. Wie uw ontvangstbewijs heeft, kan hem later terugzoeken.
secrecy-later = Later
secrecy-later-text = Het proces-verbaal blijft. Er staat in wie meedeed, als nummers, en welke stemmen er waren, maar niets dat die twee verbindt.
vote-extend = Langer open laten
vote-recuse = Een zetel niet laten meestemmen
extend-title = Langer open: { $title }
extend-lead = Het nieuwe einde geldt voor iedereen en staat met de reden in het proces-verbaal.
extend-until = Nieuw einde
extend-button = Laat langer open
recuse-title = Een zetel stemt niet mee: { $title }
recuse-lead = Heeft een raadslid een eigen belang? Dan stemt de zetel niet mee en telt zij niet mee voor het quorum. Iedereen ziet dat, met de reden.
recuse-seat = Welke zetel?
recuse-button = Laat de zetel niet meestemmen
done-vote-extended = De stemming duurt langer.
done-seat-recused = De zetel stemt niet mee.
decimal-sign = ,
