elections-title = Verkiezingen
elections-lead = Wie er in de wijkraad komt. Iedereen kan zich kandidaat stellen, of iemand anders vragen.
elections-none = Er zijn nog geen verkiezingen geweest.
elections-all = Alle verkiezingen
home-elections = Kandidaten gezocht
election-title = { $seats ->
        [one] Verkiezing: 1 zetel voor { $sector }
       *[other] Verkiezing: { $seats } zetels voor { $sector }
    }
election-number = Verkiezing { $number }
election-stage =
    { $stage ->
        [nominating] Kandidaten gezocht
        [voting] Kandidaten bekend
        [seated] Gekozen
        [failed] Niemand gekozen
       *[called_off] Gaat niet door
    }
election-stand-until = Kandidaat worden kan { $until }.
election-failed = Er is niemand gekozen: niemand stelde zich kandidaat, of er stemden te weinig mensen.
election-called-off = Deze verkiezing gaat niet door.
election-how = Zo gaat het
election-term = De termijn loopt vanaf { $from }
election-by-lot = Het lot beslist, zoals het reglement voor deze geleding zegt. Wie wil, doet mee. Er wordt niet gestemd.
election-order = De kandidaten staan niet op elk stembiljet in dezelfde volgorde. Het lot bepaalt wie waar staat.
election-alternates = Wie niet gekozen is, wordt plaatsvervanger, op volgorde. Komt er een zetel vrij, dan schuift iemand door.
election-willing =
    { $n ->
        [0] Nog niemand doet mee.
        [one] 1 persoon doet mee.
       *[other] { $n } mensen doen mee.
    }
election-secret = Er wordt geloot met een geheim dat al vastligt. De vingerafdruk ervan:
election-ticket = Dit bent u in het bestand van de loting:
election-desk = Voor de secretaris
candidates-title = Kandidaten
candidates-none = Nog niemand.
candidates-order = De volgorde is door het lot bepaald.
candidate-elected = Gekozen
candidate-alternate = Plaatsvervanger { $place }
candidate-declined = Wil geen zetel meer
seatings-ballot = In deze bestanden staat wie een zetel kreeg en wie plaatsvervanger is. Samen met het proces-verbaal van de stemming telt u het na.
seatings-withheld = Er stemden zo weinig mensen, dat het bestand met de getallen alleen voor de secretaris en de stemmentellers is. De vingerafdruk is er voor iedereen.
seatings-lot = In dit bestand staat wie er meedeed, zonder namen, en hoe er geloot is. U kunt het nadoen.
seatings-file = Bestand { $n }, van { $day }
seats-give = Geef de zetels aan wie gekozen is
seats-succeed = Vul de vrije zetel uit dezelfde uitslag
back-to-election = Terug naar de verkiezing
stand-link = Stel u kandidaat
stand-willing = Doe mee met de loting
stand-accept = Ja, ik doe mee
stand-change = Verander uw tekst
stand-sign-in = Log in om kandidaat te worden
stand-title = Kandidaat: { $title }
stand-lead = Uw naam en uw tekst zijn daarna voor iedereen te lezen. U kunt u terugtrekken tot de stemming opent.
stand-statement = Waarom wilt u in de wijkraad?
stand-statement-hint = Schrijf zoals u praat, in korte zinnen. Wie bent u, en wat wilt u doen? Hoogstens { $most } tekens.
stand-button = Stel u kandidaat
stand-lot-lead = Wordt u geloot, dan krijgt u een zetel of wordt u plaatsvervanger. Pas dan staat uw naam hier.
quota-hint = Alleen als het lot beslist. Het lot houdt zo zetels vrij voor een leeftijd. Laat leeg als dat niet hoeft.
quota-young-age = Voor wie jonger is dan (leeftijd)
quota-young-seats = Minstens zoveel zetels voor wie jonger is
quota-old-age = Voor wie ouder is: vanaf (leeftijd)
quota-old-seats = Minstens zoveel zetels voor wie ouder is
quota-younger =
    { $seats ->
        [one] Minstens 1 zetel is voor iemand die jonger is dan { $age }.
       *[other] Minstens { $seats } zetels zijn voor mensen die jonger zijn dan { $age }.
    }
quota-older =
    { $seats ->
        [one] Minstens 1 zetel is voor iemand van { $age } of ouder.
       *[other] Minstens { $seats } zetels zijn voor mensen van { $age } of ouder.
    }
quota-how = Daarvoor telt het geboortejaar op de ledenlijst. Doen er te weinig mee van een leeftijd, dan gaan die zetels naar anderen. Wie later opvolgt, staat in de volgorde van het lot.
quota-drawn = Er waren { $panels } mogelijke groepen, die allemaal aan deze aantallen voldoen. Groep { $panel } is geloot. Wie meedeed, stond in minstens { $least } en hoogstens { $most } groepen.
stand-quota-lead = Wordt u geloot, dan krijgt u een zetel of wordt u plaatsvervanger. Pas dan staat uw naam hier. In het bestand van de loting staat van iedereen die meedoet de leeftijdsgroep, zonder naam.
stand-lot-button = Ik doe mee met de loting
nominate-link = Vraag iemand anders
nominate-title = Wie moet er in de wijkraad?
nominate-lead = Wij vragen het haar of hem. Zegt die ja, dan staat de naam op de lijst. Anders hoort niemand het.
nominate-who = Naam of lidnummer
nominate-who-hint = Precies zoals op de ledenlijst. Wij zeggen niet of iemand op de lijst staat: dat is privé.
nominate-button = Vraag het
withdraw-link = Trek u terug
withdraw-candidacy-title = U trekt u terug
withdraw-candidacy-lead = Uw naam en uw tekst gaan van de lijst.
withdraw-candidacy-button = Ik trek mij terug
refuse-link = Nee, bedankt
refuse-title = U wilt geen kandidaat zijn
refuse-lead = Niemand hoort dat u gevraagd bent.
refuse-button = Nee, bedankt
decline-link = Ik wil geen zetel meer
decline-title = U wilt geen zetel meer
decline-lead = Komt er een zetel vrij, dan slaan wij u over. U bent dan ook geen plaatsvervanger meer. Dit kan niet terug.
decline-button = Sla mij over
call-off-link = Laat de verkiezing niet doorgaan
call-off-title = Laat niet doorgaan: { $title }
call-off-lead = Stemmen die al uitgebracht zijn, tellen dan niet.
call-off-button = Laat deze verkiezing niet doorgaan
asked-lead = Iemand vraagt of u kandidaat wilt zijn. U beslist zelf. Zegt u niets, dan bent u geen kandidaat.
me-asked = U bent gevraagd voor de wijkraad
me-stands = Hier bent u kandidaat
call-title = Schrijf een verkiezing uit
call-what = Zetels laten kiezen, of loten als het reglement dat zegt.
call-link = Verkiezing uitschrijven
call-lead = Wij kondigen de verkiezing en de stemming meteen aan. Voor elke geleding wordt apart gekozen en geteld.
call-sectors = Voor welke geledingen?
call-sectors-hint = U kunt er meer dan één kiezen. Waar het reglement loting zegt, wordt niet gestemd.
call-no-sector = Kies een geleding.
call-seats = Hoeveel zetels?
call-seats-hint = Laat het leeg voor alle zetels die dan vrij zijn.
call-from = Eerste dag in de wijkraad
call-until = Laatste dag
call-until-hint = Laat het leeg als de termijn geen einde heeft.
call-nominate = Kandidaat worden kan tot
call-electorate-hint = Wie op de ledenlijst geen geleding heeft, hoort bij de bewoners.
call-button = Schrijf de verkiezing uit
electorate =
    { $electorate ->
        [sector] De leden van de geleding zelf
       *[all] Alle bewoners op de ledenlijst
    }
called-summary = { $seats ->
        [one] Er is 1 zetel vrij voor { $sector }. Kandidaat worden kan { $until }. Daarna wordt er gestemd.
       *[other] Er zijn { $seats } zetels vrij voor { $sector }. Kandidaat worden kan { $until }. Daarna wordt er gestemd.
    }
called-voters = { $electorate ->
        [sector] De leden van de geleding { $sector } stemmen.
       *[all] Alle bewoners op de ledenlijst stemmen.
    } De stemming opent { $opens }. Stemmen kan { $closes }. { $secrecy ->
        [secret] Er wordt schriftelijk en geheim gestemd.
       *[open] Er wordt schriftelijk en open gestemd.
    }
called-count = Op het stembiljet zet iedereen de kandidaten op volgorde. Wie genoeg stemmen heeft, is gekozen. Wat er over is, gaat naar de volgende keus op het biljet.
called-alternates = Wie niet gekozen is, wordt plaatsvervanger. Komt er later een zetel vrij, dan zeggen dezelfde stembiljetten wie doorschuift.
called-term = De zetels zijn vanaf { $from }.
called-term-until = De zetels zijn van { $from } tot en met { $until }.
called-uncontested = Er zijn niet meer kandidaten dan zetels. Zij krijgen een zetel zonder stemming.
done-election-called = De verkiezing is uitgeschreven.
done-election-called-off = De verkiezing gaat niet door.
done-stands = U bent kandidaat.
done-stands-no-more = Dat is genoteerd.
done-nominated = Staat deze persoon op de ledenlijst, dan vragen wij het.
done-seats-given = De zetels zijn gegeven.
refusal-election-not-now = Dat kan nu niet: { $stage ->
        [nominating] er worden nog kandidaten gezocht
        [voting] de kandidaten zijn al bekend
        [seated] de zetels zijn al gegeven
        [failed] er is niemand gekozen
       *[called_off] de verkiezing gaat niet door
    }.
refusal-election-no-seats = Er is dan geen zetel vrij. Geef eerst een einde aan een termijn.
refusal-election-seats-taken = Dan zijn er { $free } zetels vrij. Kies er minder, of geef eerst een einde aan een termijn.
refusal-election-hurried = Geef mensen minstens { $hours } uur om kandidaat te worden.
refusal-election-backwards = De laatste dag is voor de eerste dag.
refusal-election-closed = Kandidaat worden kon tot { $at }.
refusal-election-opened = Dit kan niet meer: de kandidaten staan vast sinds de stemming opende.
refusal-election-sector = Deze zetels zijn voor een andere geleding. Klopt dat niet? Vraag het aan de secretaris.
refusal-election-young = U bent nog niet oud genoeg om te stemmen, en dan kunt u ook geen kandidaat zijn.
refusal-election-has-a-seat = U hebt in die tijd al een zetel.
refusal-election-no-candidate = U bent hier geen kandidaat.
refusal-election-no-result = De uitslag is er nog niet.
refusal-election-sits = U zit in de wijkraad. Wilt u weg? Zeg het tegen de secretaris.
refusal-election-no-vacancy = Er is geen zetel van deze verkiezing vrij.
refusal-election-nobody-left = Er is niemand meer die de zetel kan krijgen. Er is een nieuwe verkiezing nodig.
adopt-sortition = Bij welke geledingen beslist het lot wie een zetel krijgt?
adopt-sortition-hint = Bij de andere geledingen wordt gestemd.
vote-who-sector = De leden van de geleding { $sector } stemmen: één stem per persoon.
vote-candidates = Lees wie er kandidaat zijn, en wat zij willen
