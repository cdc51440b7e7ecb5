log-title = Logboek
log-lead = Alles wat er in deze wijk gebeurde, het nieuwste eerst. Hier wordt nooit iets weggehaald. Wie waarop stemde of wat steunde, staat er niet in.
log-earlier = Eerder
log-proposal = Voorstel { $number }, “{ $title }”
log-vote = Stemming { $number }, “{ $title }”
log-notice = “{ $title }” van { $from }
history-title = Wat er gebeurde
event-neighbourhood-founded = De wijk { $name } is opgericht.
event-charter-adopted = Versie { $version } van het reglement geldt nu. { $reason }
event-members-imported = Ledenlijst ingelezen: { $added } nieuw, { $changed } gewijzigd.
event-member-added = Een lid is toegevoegd.
event-member-changed = Gegevens van een lid zijn gewijzigd.
event-member-suspended = Een lid is geschorst of hersteld.
event-member-forgotten = Een lid is vergeten.
event-codes-issued =
    { $codes ->
        [one] 1 stemcode is uitgegeven.
       *[other] { $codes } stemcodes zijn uitgegeven.
    }
event-code-replaced = Een stemcode is vervangen.
event-officer-appointed = Benoemd tot { role-name }.
event-officer-dismissed = Geen { role-name } meer.
event-sector-arranged =
    { $seats ->
        [one] Deze geleding heeft nu 1 zetel.
       *[other] Deze geleding heeft nu { $seats } zetels.
    }
event-seat-filled = Deze zetel is bezet.
event-seat-vacated = Deze zetel is vrijgekomen. Reden: { $reason }
event-proposal-drafted = Concept geschreven.
event-proposal-opened = Voorgelegd aan de wijk.
event-draft-revised = Het concept is gewijzigd.
event-draft-withdrawn = Het concept is ingetrokken.
event-proposal-revised = De tekst is gewijzigd. Dit is versie { $version }.
event-support-given = Steun gegeven.
event-support-taken-back = Steun teruggenomen.
event-threshold-reached = Er is genoeg steun: { $supporters } ondersteuners.
event-threshold-lost = Er is niet meer genoeg steun: { $supporters } ondersteuners.
event-proposal-withdrawn = Ingetrokken. Reden: { $reason }
event-proposal-lapsed = Vervallen, omdat er te lang te weinig steun was.
event-proposal-entered-vote = In stemming gebracht. De tekst ligt vast.
event-proposal-left-vote = De stemming gaat niet door.
event-proposal-adopted = Aangenomen.
event-proposal-came-back = Nog niet beslist: het voorstel komt opnieuw in stemming.
event-proposal-rejected = Afgewezen.
event-proposal-removed = De tekst is verwijderd omdat de wet dat vraagt. Reden: { $reason }
event-comment-placed = Er is een reactie geplaatst.
event-comment-hidden = Een reactie is verborgen. Reden: { $reason }
event-comment-shown = Een reactie wordt weer getoond. Reden: { $reason }
event-vote-prepared = Stemming aangekondigd.
event-vote-opened = Stemming geopend. Het stemregister telt { $entitled } stemmen.
event-holder-marked-absent = Een zetelhouder is afwezig gemeld; de plaatsvervanger stemt.
event-holder-marked-present = Een zetelhouder is toch aanwezig.
event-ballots-cast = Er kwamen { $ballots } stemmen binnen.
event-ballot-cast = Er is een stem uitgebracht.
event-ballot-replaced = Een stem is vervangen.
event-vote-closed =
    { $reason ->
        [none] Stemming gesloten op de aangekondigde tijd.
       *[other] Stemming gesloten. Reden: { $reason }
    }
event-tie-ruled =
    { $ruling ->
        [for] De voorzitter besliste bij gelijke stemmen: voor. Reden: { $reason }
       *[against] De voorzitter besliste bij gelijke stemmen: tegen. Reden: { $reason }
    }
event-objection-withdrawn = Een bezwaar is ingetrokken.
event-objection-not-argued = Een deelnemer vond dat er voor een bezwaar geen goede reden was.
event-round-ended = De ronde is geëindigd met bezwaar. Reden: { $reason }
event-vote-counted = Stemmen geteld.
event-outcome-disputed = De uitslag wordt betwist: om een nieuwe stemming is gevraagd door { $asked } van de { $needed } die daarvoor nodig zijn.
event-result-published = Uitslag bekendgemaakt: { outcome }.
event-batch-announced =
    { $channel ->
        [paper] Stapel { $batch } gemeld: { $papers } stembiljetten op papier.
        [post] Stapel { $batch } gemeld: { $papers } stembiljetten met de post.
       *[hands] Stapel { $batch } gemeld: { $papers } mensen stemmen met handopsteken.
    }
event-batch-typed = Een stemmenteller heeft stapel { $batch } ingevoerd.
event-batch-taken-in = Twee stemmentellers voerden stapel { $batch } gelijk in: { $papers } stemmen tellen mee.
event-batch-corrected = Stapel { $batch }: het gemelde aantal is verbeterd van { $from } naar { $to }. Reden: { $reason }
event-batch-discarded = Stapel { $batch } telt niet mee. Reden: { $reason }
event-vote-extended = De stemming duurt langer. Reden: { $reason }
event-namesake-cleared = Een stemmenteller heet net als een mogelijkheid, en is iemand anders. Reden: { $reason }
event-seat-recused = Een zetel stemt niet mee vanwege een eigen belang. Reden: { $reason }
event-voter-added =
    { $seat ->
        [none] Iemand is alsnog op het stemregister gezet. Reden: { $reason }
       *[other] Een zetel is alsnog op het stemregister gezet. Reden: { $reason }
    }
event-mandate-given = Er is een volmacht gegeven.
event-mandate-handed-in = Er is een volmacht op papier ingeleverd.
event-mandate-taken-back = Een volmacht is teruggenomen.
event-mandate-fell-away = Een volmacht is vervallen.
event-delegation-given = Iemand laat een ander namens zich spreken.
event-delegation-taken-back = Iemand laat geen ander meer namens zich spreken.
event-vote-cancelled = De stemming gaat niet door. Reden: { $reason }
event-partner-asked = We vroegen deze wijk te mogen volgen.
event-partner-followed = We volgen deze wijk.
event-partner-refused = Deze wijk wilde niet gevolgd worden.
event-partner-not-found = Deze wijk is niet gevonden.
event-partner-ended = We volgen deze wijk niet meer.
event-proposal-shared = Gedeeld met wie ons volgt.
event-share-taken-back = Niet meer gedeeld.
event-signing-key-made = Vanaf nu ondertekent deze wijk met de sleutel { $key }.
event-log-contradicted = Het logboek van deze wijk is niet meer wat het eerder ondertekende (gezien bij { $size } regels). Allebei zijn als bewijs bewaard.
event-notice-received = Bericht van een andere wijk ontvangen.
heads-title = Zegels op het logboek
heads-link = Hoe u ziet dat er achteraf niets is veranderd
heads-lead = Elke regel van het logboek wordt verzegeld met een hash: een vingerafdruk die ook alle regels ervóór dekt. Ongeveer één keer per minuut, en bij elke uitslag, ondertekent deze wijk de nieuwste vingerafdruk: een kop. Wie een kop bewaart, kan later nagaan dat het logboek nog steeds met precies dezelfde regels begint. Wijken die ons volgen bewaren onze koppen en ondertekenen die ook. Zo kan niemand hier, ook niet wie deze server beheert, ongemerkt herschrijven wat er gebeurde. Regels die niet openbaar zijn, zijn afgedekt: de vingerafdruk verraadt er niets over. Wat de zegels niet laten zien, is of een regel waar was toen hij werd geschreven.
heads-newest = De nieuwste kop
heads-none = Er is nog geen kop.
heads-size = Regels
heads-at = Ondertekend
heads-root = Vingerafdruk van alle regels (Merkle-wortel)
heads-chain = Vingerafdruk van de laatste regel in de keten
heads-key = Sleutel van deze wijk
heads-seen = Wat wij van anderen bewaren
heads-seen-lead = Van de wijken die wij volgen gaan we na of hun logboek verdergaat op wat we eerder zagen, en dat ondertekenen we.
heads-seen-line = { $size } regels, gezien op { $at }, gaat verder op wat we eerder zagen.
heads-files = Voor programma’s
heads-files-lead = Alles wat nodig is om dit na te gaan, staat in deze bestanden.
log-fault =
    { $fault ->
        [rewritten] Het logboek toont andere regels dan eerder ondertekend.
        [gone] Wat eerder ondertekend was, wordt niet meer getoond.
        [broken] Het logboek gaat niet verder op wat eerder ondertekend was.
        [strange_key] Er is ondertekend met een sleutel waarvoor de vorige niet instond.
        [unsigned] Wat van het logboek getoond wordt, is niet goed ondertekend.
        [another] Het getoonde logboek is van een andere wijk.
       *[other] { $fault }
    }
event-election-called = { $seats ->
        [one] Er is een verkiezing uitgeschreven voor 1 zetel.
       *[other] Er is een verkiezing uitgeschreven voor { $seats } zetels.
    }
event-member-nominated = Iemand is gevraagd om kandidaat te zijn.
event-candidate-stood = Iemand stelde zich kandidaat.
event-candidate-rewrote = Een kandidaat veranderde haar tekst.
event-candidate-withdrew = Een kandidaat trok zich terug.
event-nomination-refused = Iemand wilde geen kandidaat zijn.
event-candidate-declined = Een kandidaat wil geen zetel meer.
event-nominations-closed = De lijst is gesloten, met { $candidates } kandidaten.
event-election-uncontested = Er waren niet meer kandidaten dan zetels. Zij kregen een zetel zonder stemming: { $seats }.
event-seats-drawn = Er is geloot tussen { $pool } mensen. Vingerafdruk van de loting: { $hash }
event-seats-given = { $seats ->
        [one] Er is 1 zetel gegeven.
       *[other] Er zijn { $seats } zetels gegeven.
    } Vingerafdruk van de telling: { $hash }
event-election-failed = Er is niemand gekozen.
event-election-called-off = De verkiezing gaat niet door. Reden: { $reason }
event-alternate-named = Deze zetel heeft een andere plaatsvervanger, of geen.
log-election = Verkiezing { $number }: { $title }
