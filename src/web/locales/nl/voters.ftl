vote-add-voter = Iemand op het stemregister zetten
addition-title = Op het stemregister zetten: { $title }
addition-lead = Is iemand ten onrechte niet op het stemregister gekomen? Zolang de stemming open is, kunt u dat herstellen. Het register dat bij de opening bekendgemaakt is, blijft zoals het was: wie erbij komt, krijgt een nieuw nummer onderaan. Iedereen ziet dat, met de reden.
addition-who = Wie?
addition-seat = Welke zetel?
addition-choose = Kies een zetel
addition-no-seat = Kies een zetel. Staat de zetel er niet bij? Dan is hij niet bezet, of hij staat al op het stemregister.
addition-reason-hint = De reden staat in het logboek en in het proces-verbaal. Zet er geen naam in: bij een open stemming staat onder het nieuwe nummer ook wat er gestemd is.
addition-button = Zet op het stemregister
done-voter-added = Het stemregister is aangevuld. Er kan nu ook voor dit nummer gestemd worden.
refusal-addition-on-the-roll = Dit staat al op het stemregister.
refusal-addition-not-listed = Dit lid staat niet meer op de ledenlijst, of is geschorst.
refusal-addition-not-of-age = Dit lid is nog niet oud genoeg om te stemmen.
refusal-addition-vacant = Niemand houdt deze zetel bezet.
refusal-seat-voted = Dit kan niet: voor deze zetel is al gestemd.
story-added =
    { $n ->
        [one] Daarna is er 1 bij gekomen die ten onrechte ontbrak.
       *[other] Daarna zijn er { $n } bij gekomen die ten onrechte ontbraken.
    }
story-recused =
    { $n ->
        [one] Eén zetel stemde niet mee vanwege een eigen belang.
       *[other] { $n } zetels stemden niet mee vanwege een eigen belang.
    }
refusal-proxy-not-on-the-roll = Dit kan alleen tussen twee mensen die in deze stemming allebei mogen stemmen.
refusal-proxy-other-group = Een zetel geeft een volmacht aan een zetel van dezelfde geleding.
refusal-proxy-herself = Een volmacht geeft u aan iemand anders.
refusal-proxy-has-given = Er is al een volmacht gegeven. Neem die eerst terug.
refusal-proxy-is-holder = Wie zelf een volmacht heeft, kan er geen geven.
refusal-proxy-holder-cannot = Deze persoon kan in deze stemming geen volmacht krijgen. Kies iemand anders.
refusal-proxy-none-allowed = Het reglement kent geen volmachten.
refusal-proxy-too-many =
    { $most ->
        [one] Deze persoon heeft al een volmacht. Meer dan één mag niet van het reglement.
       *[other] Deze persoon heeft al { $most } volmachten. Meer mag niet van het reglement.
    }
refusal-proxy-frozen = Dit kan niet meer: een volmacht wordt gegeven voordat de stemming opengaat.
refusal-proxy-no-mandate = Er is geen volmacht.
refusal-proxy-giver-voted = Wie u de volmacht gaf, heeft zelf gestemd. Daarmee is de volmacht vervallen.
refusal-proxy-used = Dit kan niet meer: deze stem is al uitgebracht.
refusal-proxy-alternate-votes = De zetelhouder is afwezig gemeld. Nu stemt de plaatsvervanger.
refusal-proxy-recused = Deze zetel stemt niet mee, vanwege een eigen belang.
proxy-title = Volmacht: { $title }
proxy-lead = Kunt u niet zelf stemmen? Geef dan iemand een volmacht, voordat de stemming opengaat. Die persoon stemt dan één keer voor zichzelf en één keer namens u. Bespreek dus samen wat u wilt.
proxy-lead-back = U kunt de volmacht terugnemen zolang er niet mee gestemd is. Stemt u bij een open stemming toch zelf, dan telt alleen uw eigen stem. Bij een geheime stemming telt de stem die het eerst komt.
proxy-lead-who = Wie de volmacht gaf en wie hem kreeg, zien alleen zij tweeën en de secretaris. In de uitslag staat geen naam.
proxy-who = Aan wie?
proxy-who-hint = De naam of het lidnummer, zoals op de ledenlijst. Vraag het eerst aan die persoon.
proxy-choose = Kies iemand
proxy-no-colleague = Kies iemand uit de lijst. Is de lijst leeg? Dan heeft niemand anders een zetel in uw geleding.
proxy-give = Geef deze volmacht
proxy-take-back = Neem de volmacht terug
proxy-link = Volmacht geven of bekijken
proxy-you-gave = U gaf een volmacht aan { $name }. Stemt u zelf, dan vervalt hij.
proxy-you-hold = U hebt een volmacht van { $name }.
proxy-ended =
    { $ending ->
        [taken_back] Uw volmacht aan { $name } is teruggenomen.
        [not_on_the_roll] Uw volmacht aan { $name } is vervallen toen de stemming openging: een van u beiden stond niet op het stemregister.
        [other_group] Uw volmacht aan { $name } is vervallen toen de stemming openging: u zit niet meer in dezelfde geleding.
       *[not_allowed] Uw volmacht aan { $name } is vervallen toen de stemming openging: het reglement staat hem niet toe.
    }
proxy-held-ended =
    { $ending ->
        [taken_back] De volmacht van { $name } is teruggenomen.
       *[other] De volmacht van { $name } is vervallen toen de stemming openging.
    }
ballot-for-giver = Met volmacht: u stemt voor { $name }
sure-for = Deze stem is voor: { $name }
proxies-title = Volmachten: { $title }
proxies-link = Volmachten inschrijven
proxies-lead = Kreeg u een volmacht op papier? Schrijf hem hier in, voordat de stemming opengaat, en bewaar het papier bij de stukken van deze stemming.
proxies-giver = Wie geeft de volmacht?
proxies-holder = Wie krijgt hem?
proxies-record = Schrijf de volmacht in
proxies-log = Alle volmachten
proxies-log-who = Deze lijst ziet alleen de secretaris. Wie een volmacht gaf of kreeg, ziet die ene.
proxies-none = Er zijn geen volmachten gegeven.
proxies-line = { $giver } aan { $holder }, { $at }
proxies-paper = op papier
proxies-ending =
    { $ending ->
        [taken_back] teruggenomen
       *[other] vervallen bij de opening
    }
done-proxy-given = De volmacht is gegeven.
done-proxy-taken-back = De volmacht is teruggenomen.
me-proxies = Stemmen namens een ander
refusal-delegation-herself = Kies iemand anders dan uzelf.
refusal-delegation-none-allowed = Het reglement laat niemand namens een ander spreken.
refusal-delegation-too-many = Deze persoon spreekt al namens { $most } anderen. Meer mag niet van het reglement.
refusal-delegation-exists = Er spreekt al iemand namens u. Neem dat eerst terug.
refusal-delegation-not-here = Dit kan alleen in een open stemming van alle bewoners.
refusal-delegation-none = Er spreekt niemand namens u.
delegation-title = Iemand namens u laten spreken: { $title }
delegation-lead = Wilt u niet zelf stemmen? Dan kan iemand die u vertrouwt namens u spreken: wat die persoon stemt, telt ook voor u.
delegation-lead-own = Stemt u zelf, dan telt alleen uw eigen stem. U kunt het terugnemen tot de stemming sluit. Stemt die persoon niet, dan stemt niemand voor u.
delegation-lead-who = Die persoon ziet namens hoeveel anderen zij spreekt. In de uitslag staat bij uw nummer op het stemregister met welk nummer u meestemde, zonder namen.
delegation-who = Wie spreekt namens u?
delegation-give = Laat namens mij spreken
delegation-take-back = Neem het terug
delegation-link = Iemand namens u laten spreken
delegation-given = { $name } spreekt in deze stemming namens u. Stemt u zelf, dan telt uw eigen stem.
delegation-held =
    { $n ->
        [one] U spreekt in deze stemming namens 1 ander. Wat u stemt, telt ook voor die persoon.
       *[other] U spreekt in deze stemming namens { $n } anderen. Wat u stemt, telt ook voor hen.
    }
done-delegation-given = Deze persoon spreekt nu namens u.
done-delegation-taken-back = Er spreekt niemand meer namens u.
story-carried =
    { $n ->
        [one] Voor 1 bewoner telde de stem van een ander, die namens haar of hem sprak. In het proces-verbaal staat bij welk nummer.
       *[other] Voor { $n } bewoners telde de stem van een ander, die namens hen sprak. In het proces-verbaal staat bij welk nummer.
    }
