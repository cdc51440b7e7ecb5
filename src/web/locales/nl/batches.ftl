batches-link = Stemmen op papier en met handen
batches-title = Stemmen op papier en met handen
batches-lead = Meld eerst hoeveel er is ingeleverd, zolang de stemming open is. Daarna typen twee stemmentellers alles in, ieder apart. Typen zij hetzelfde, dan telt de stapel mee. Zolang een stapel wacht, wordt de stemming niet geteld.
batches-secret = Deze stemming is geheim. Typ de nummers en de stembiljetten los van elkaar. Een stapel van minder dan 5 biljetten kan u verraden wie wat stemde: doe ze liever bij een andere stapel.
batches-list = De stapels
batch-name =
    { $channel ->
        [paper] Stapel { $number }: { $papers } op papier
        [post] Stapel { $number }: { $papers } met de post
       *[hands] Stapel { $number }: { $papers } met handopsteken
    }
batch-stage =
    { $stage ->
        [announced] Wacht op de stemmentellers
        [taken_in] Telt mee
       *[discarded] Telt niet mee
    }
batch-signed = Ingevoerd en ondertekend door { $first } en { $second }.
batch-reason = Telt niet mee. Reden: { $reason }
batch-taken = Meegeteld: { $taken }. Opzij gelegd: { $aside }.
batch-announce-title = Meld een stapel
batch-announce-lead = Tel wat er is ingeleverd en meld het vóór de stemming sluit. Wat daarna komt, telt niet mee.
batch-announce = Meld deze stapel
batch-channel-label = Hoe kwam het binnen?
batch-channel =
    { $channel ->
        [paper] Op papier, in de zaal ingeleverd
        [post] Met de post
       *[hands] Met handopsteken
    }
batch-announced = Hoeveel?
batch-announced-hint = Het aantal biljetten of enveloppen. Bij handopsteken: hoeveel mensen meestemmen.
batches-no-more = Er kan geen stapel meer gemeld worden: de stemming is niet open.
batches-print = Om af te drukken
printed-roll = Stemregister met namen
printed-roll-lead = Alleen voor de secretaris en de stemmentellers. Laat deze lijst niet liggen: met het nummer is te zien wie er stemde, en in een open stemming ook wat.
printed-number = Nummer
printed-name = Naam
printed-papers = Stembiljetten
printed-papers-lead = Er staat geen nummer op een biljet, dus niemand ziet van wie het is.
printed-letters = Elke mogelijkheid heeft een letter. Die letter is op alle biljetten dezelfde: typ bij het invoeren de letters.
printed-by-lot-open = De kandidaten staan op elk biljet in een andere volgorde, door het lot. Elke kandidaat staat even vaak bovenaan.
printed-by-lot =
    { $orders ->
        [one] De kandidaten staan in de volgorde van het lot. Er doen zo weinig mensen mee dat er maar één volgorde is: aan een eigen volgorde zou een biljet te herkennen zijn.
       *[other] De kandidaten staan niet op elk biljet in dezelfde volgorde: er zijn { $orders } volgordes, door het lot, en steeds staat een ander bovenaan. Elke volgorde is voor minstens 5 kiezers, zodat niemand een biljet aan de volgorde herkent.
    }
printed-by-lot-mix = Druk alle biljetten in één keer af, schud de stapel en laat iedereen zelf een biljet nemen. Schrijf nergens op wie welk biljet kreeg.
printed-by-lot-check = Wie het wil narekenen: het lot van deze stemming is { $seed }.
printed-copies = Hoeveel biljetten?
printed-show = Laat zien
printed-hint =
    { $kind ->
        [choice] Zet één kruisje.
        [marks] Zet zoveel kruisjes als u wilt.
        [shared] Zet 1 in het vakje van wat u het liefste wilt, dan 2, en zo verder. Hetzelfde cijfer mag vaker.
       *[ranking] Zet 1 in het vakje van wat u het liefste wilt, dan 2, en zo verder. Elk cijfer één keer.
    }
back-to-batches = Terug naar de stapels
back-to-batch = Terug naar deze stapel
batch-typed-by =
    { $tellers ->
        [0] Nog geen stemmenteller heeft deze stapel ingevoerd.
        [one] Eén stemmenteller heeft deze stapel ingevoerd. Nu nog een ander.
       *[other] Twee stemmentellers hebben deze stapel ingevoerd. Zij typten niet hetzelfde en kijken waar het verschil zit.
    }
batch-type-title = Typ de stapel in
batch-type-lead = Typ alles zelf, zonder te kijken bij de andere stemmenteller. U ziet pas iets van elkaar als u allebei klaar bent.
batch-type = Klaar: leg in
batch-lines = Nummers en stemmen
batch-lines-hint = Elk nummer van het stemregister op een regel, met de stem: 12 voor. Ook goed: 13 t, 14 blanco, 15 ongeldig, 20-24 31 voor, of voor: 3 5 7.
batch-lines-options-hint = Elk nummer op een regel, dan een dubbele punt, dan de letters van de mogelijkheden: 16: B E. Bij een volgorde de eerste voorop: 15: C,A,B. Ook goed: 17: blanco en 18: ongeldig.
batch-numbers = Nummers van wie meededen
batch-numbers-hint = De nummers van het stemregister, in welke volgorde ook: 1 4 7-12 15.
batch-papers = Stembiljetten
batch-papers-hint = Elk biljet op een regel, in welke volgorde ook. Of geteld: 12 x voor, 3 x tegen, 1 x blanco, 2 x ongeldig.
batch-papers-options-hint = Elk biljet op een regel, met de letters van de mogelijkheden: C,A,B. Gelijke biljetten mogen samen: 4 x C,A,B. Ook goed: 2 x blanco, 1 x ongeldig.
batch-hands = Hoeveel handen
batch-hands-hint = Op elke regel één: voor 12, tegen 3, onthouding 2.
batch-aside = Hoeveel opzij gelegd?
batch-aside-hint = Biljetten die niet meetellen, omdat iemand al gestemd heeft of niet op het stemregister staat. Meestal geen.
batch-helped = Hoeveel mensen kregen hulp?
batch-helped-hint = Mensen die niet alleen konden stemmen. We bewaren alleen het aantal, niet wie het waren.
batch-word =
    { $mark ->
        [for] voor
        [against] tegen
        [abstain] onthouding
        [blank] blanco
       *[spoiled] ongeldig
    }
batch-fault =
    { $wrong ->
        [no_number] Regel { $line }: er staat geen nummer.
        [not_a_number] Regel { $line }: “{ $text }” is geen nummer.
        [not_on_the_roll] Regel { $line }: nummer { $text } staat niet op het stemregister.
        [twice] Regel { $line }: nummer { $text } staat er al.
        [no_mark] Regel { $line }: er staat geen stem bij “{ $text }”.
        [unknown_mark] Regel { $line }: “{ $text }” is geen stem.
        [not_on_the_paper] Regel { $line }: “{ $text }” past niet op dit stembiljet.
        [not_a_letter] Regel { $line }: typ letters in plaats van “{ $text }”. De kandidaten staan niet op elk biljet in dezelfde volgorde.
       *[not_a_count] Regel { $line }: “{ $text }” is geen aantal.
    }
batch-fault-number = “{ $text }” is geen aantal.
batch-correct-title = Verbeter uw eigen invoer
batch-differs-title = U typte niet hetzelfde
batch-differs-lead = Pak de stapel er samen bij en kijk wat klopt. Wie zich vergiste, verbetert de eigen invoer.
batch-has-nothing = niets
batch-has-number = deed mee
batch-differs-number = Nummer { $what }. U: { $hers }. De ander: { $other }.
batch-differs-papers = Biljetten met { $what }. U: { $hers }. De ander: { $other }.
batch-differs-aside = Opzij gelegd. U: { $hers }. De ander: { $other }.
batch-differs-helped = Hulp gekregen. U: { $hers }. De ander: { $other }.
batch-correct-link = Verbeter het gemelde aantal
batch-correct-button = Verbeter het aantal
batch-correct-papers-title = Verbeter het aantal: { $batch }
batch-correct-papers = Hoeveel zijn het er echt?
batch-correct-lead = Tel de stapel eerst samen na. Het oude en het nieuwe aantal en de reden zijn voor iedereen te lezen en staan in het proces-verbaal. Wat al is ingevoerd, vervalt: de stemmentellers voeren de stapel opnieuw in.
batch-corrected =
    { $when ->
        [late] Stapel { $number }: eerst { $from } gemeld, na het sluiten verbeterd tot { $to }, { $at }. Reden: { $reason }
       *[in_time] Stapel { $number }: eerst { $from } gemeld, verbeterd tot { $to }, { $at }. Reden: { $reason }
    }
done-batch-corrected = Het aantal is verbeterd. Twee stemmentellers voeren de stapel nu in.
batch-discard = Laat deze stapel niet meetellen
batch-discard-title = Laat niet meetellen: { $batch }
batch-discard-lead = De biljetten van deze stapel tellen dan niet mee. De reden is voor iedereen te lezen en staat in het proces-verbaal. Dit kan niet terug.
done-batch-announced = De stapel is gemeld. Nu typen twee stemmentellers hem in.
done-batch-typed = Uw invoer is bewaard. Nu typt een andere stemmenteller dezelfde stapel in.
done-batch-differs = Uw invoer is bewaard. De andere stemmenteller typte iets anders: hieronder staat wat.
done-batch-taken-in = U typte allebei hetzelfde. De stapel telt mee.
done-batch-discarded = De stapel telt niet mee.
namesake-title = Een stemmenteller heet net als een mogelijkheid
namesake-lead = Een stemmenteller die zelf op het stembiljet staat, telt niet mee. Is het alleen iemand met dezelfde naam? Zeg dan hier waarom zij mag tellen. Iedereen kan dat lezen, en het staat in het proces-verbaal.
namesake-who = Welke stemmenteller?
namesake-button = Zij is iemand anders
done-namesake-cleared = Het is opgeschreven. Deze stemmenteller kan nu tellen.
done-vote-waits = De stemming is gesloten. Er wordt geteld zodra de stapels hieronder zijn ingevoerd.
vote-waits-for =
    { $batches ->
        [one] Twee stemmentellers voeren nog 1 stapel papier in.
       *[other] Twee stemmentellers voeren nog { $batches } stapels papier in.
    }
channels-title = Hoe de stemmen binnenkwamen
channels-total =
    { $channel ->
        [web] Via de website: { $n }.
        [paper] Op papier: { $n }.
        [post] Met de post: { $n }.
        [hands] Met handopsteken: { $n }.
       *[proxy] Met een volmacht: { $n }.
    }
channels-blank = Blanco: { $n }.
channels-spoiled = Ongeldig: { $n }.
channels-secret = Blanco en ongeldig staan er niet apart bij: in een geheime stemming ligt een stem ook los van hoe hij binnenkwam.
channels-batch =
    { $channel ->
        [paper] Stapel { $number } op papier: { $taken } meegeteld, ingevoerd en ondertekend door { $first } en { $second }.
        [post] Stapel { $number } met de post: { $taken } meegeteld, ingevoerd en ondertekend door { $first } en { $second }.
       *[hands] Stapel { $number } met handopsteken: { $taken } meegeteld, ingevoerd en ondertekend door { $first } en { $second }.
    }
channels-batch-aside = Stapel { $number }: { $taken } meegeteld en { $aside } opzij gelegd, ingevoerd en ondertekend door { $first } en { $second }.
channels-batch-discarded = Stapel { $number } van { $announced } telt niet mee. Reden: { $reason }
channels-helped =
    { $helped ->
        [one] Iemand hielp 1 stemmer bij het stemmen.
       *[other] Iemand hielp { $helped } stemmers bij het stemmen.
    }
story-void = Blanco: { $blank }. Ongeldig: { $spoiled }.
helped-label = Iemand hielp mij bij het stemmen
helped-hint = Dat mag. Het blijft uw stem. We tellen alleen hoe vaak er hulp was, niet bij wie.
helped-sure = U zei dat iemand u hielp. We bewaren alleen het aantal.
