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
