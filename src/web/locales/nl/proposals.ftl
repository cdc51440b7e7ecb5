proposals-title = Voorstellen
proposals-lead = Iedereen op de ledenlijst kan een voorstel schrijven en steunen. Krijgt het genoeg steun, dan wordt erover gestemd.
proposals-write = Schrijf een voorstel
proposals-found =
    { $total ->
        [0] Niets gevonden
        [one] 1 voorstel
       *[other] { $total } voorstellen
    }
filter-any = Alles
filter-text = Zoek op woorden
filter-stage = Waar het staat
filter-kind = Soort
filter-button = Zoek
proposal-stage =
    { $stage ->
        [draft] Concept
        [open] Open
        [supported] Genoeg steun
        [in_vote] In stemming
        [adopted] Aangenomen
        [rejected] Afgewezen
        [withdrawn] Ingetrokken
        [lapsed] Vervallen
       *[other] { $stage }
    }
proposal-kind =
    { $kind ->
        [proposal] Voorstel
        [motion] Motie
        [right_to_challenge] Uitdaagrecht
        [right_to_bid] Biedingsrecht
        [neighbourhood_plan] Buurtplan
        [partnership] Publiek-civiele samenwerking
        [purchase] Aankoop
        [fund_request] Aanvraag wijkfonds
        [election] Verkiezing
       *[other] { $kind }
    }
proposal-kind-and-number = { proposal-kind } nr. { $number }
proposal-value =
    { $value ->
        [money] Geld
        [jobs] Werk
        [local_enterprise] Lokale bedrijven
        [safety] Veiligheid
        [equality] Gelijkheid
        [cooperation] Samenwerking
        [training] Opleiding
        [health] Gezondheid
        [nature] Natuur
        [liveability] Leefbaarheid
        [social_networks] Sociale netwerken
       *[other] { $value }
    }
proposal-supporters =
    { $have ->
        [0] Nog niemand steunt dit. Er is steun van { $need } bewoners nodig.
        [one] 1 bewoner steunt dit. Er zijn er { $need } nodig.
       *[other] { $have } bewoners steunen dit. Er zijn er { $need } nodig.
    }
proposal-by = Ingediend door { $name }
proposal-draft-lead = Dit is een concept. Alleen u ziet het. Klaar? Zet het dan open voor de wijk.
proposal-open-button = Zet open voor de wijk
proposal-to-vote = Naar de stemming
proposal-to-result = Bekijk de uitslag
proposal-served = Waar het goed voor is
proposal-version = Versie
proposal-what-changed = Wat er veranderde
proposal-revise = Tekst wijzigen
proposal-withdraw = Intrekken
proposal-prepare-vote = Stemming voorbereiden
proposal-remove = Verwijderen (wettelijke plicht)
proposal-share = Deel dit voorstel
proposal-share-how = Kopieer dit adres in een bericht, of zoek het op vanuit Mastodon.
removed-title = (verwijderd)
proposal-gone = Dit voorstel is verwijderd
proposal-gone-why = Voorstel { $number } is weggehaald omdat de wet dat vraagt. Hieronder staat de reden.
support-title = Steun
support-enough = Dat is genoeg voor een stemming.
support-yours = U steunt dit voorstel.
support-button = Ik steun dit
support-end-button = Ik steun dit niet meer
support-sign-in = Log in om dit te steunen
comments-title =
    { $count ->
        [0] Reacties
        [one] 1 reactie
       *[other] { $count } reacties
    }
comment-label = Uw reactie
comment-hint = Iedereen kan dit lezen, met uw naam erbij.
comment-button = Plaats reactie
comment-sign-in = Log in om te reageren
comment-was-hidden = Deze reactie is verborgen. Reden: { $reason }
comment-hide = Reactie verbergen
comment-hide-button = Verberg deze reactie
comment-show = Reactie weer tonen
comment-show-button = Toon deze reactie weer
answer-open = Antwoord
answer-label = Uw antwoord aan { $name }
answer-button = Plaats antwoord
reason-label = Reden
reason-hint = De reden komt in het openbare logboek. Iedereen kan hem lezen.
back-to-proposals = Alle voorstellen
back-to-proposal = Terug naar het voorstel
write-heading = Schrijf een voorstel
write-lead = Schrijf zoals u praat. Uw voorstel wordt eerst bewaard als concept, dat alleen u ziet.
write-kind = Soort
write-kind-hint = Een motie is een wens. Met het uitdaagrecht nemen bewoners een taak van de gemeente over. Twijfelt u? Kies “Voorstel”.
write-title = Titel
write-title-hint = Kort en duidelijk: wat moet er gebeuren?
write-summary = Samenvatting in gewone woorden
write-summary-hint = Drie tot vijf korte zinnen, zo’n { $least } tot { $most } tekens. Iedereen moet het kunnen begrijpen.
write-text = Uitleg
write-text-hint = Wat is er aan de hand, wat stelt u voor, wat kost het? Kopjes (#), lijstjes (-) en **vet** mogen.
write-addressee = Voor wie het is
write-addressee-hint = Wie moet het doen als het wordt aangenomen? Bijvoorbeeld: stadsdeel Noord.
write-served = Waar is het goed voor?
write-language = In welke taal schrijft u?
write-button = Bewaar als concept
revise-title = Wijzig: { $title }
revise-lead = Uw wijziging wordt een nieuwe versie. De oude blijft te lezen.
revise-button = Bewaar als nieuwe versie
stale-lead = Hieronder staat eerst wat er nu staat, en daarna wat u typte. Neem over wat u wilt houden, en bewaar dan.
stale-theirs = Versie { $version }, zoals het nu is
stale-yours = Wat u typte
difference-title = Versie { $version } van “{ $title }”
difference-lead = Zo ziet u wat er veranderde:
difference-went = dit ging weg
difference-came = dit kwam erbij
difference-versions = Alle versies
difference-version = Versie { $version }
withdraw-title = Trek in: { $title }
withdraw-lead = Een ingetrokken voorstel blijft te lezen, maar er kan niet meer over gestemd worden.
withdraw-button = Trek dit voorstel in
remove-title = Verwijder: { $title }
remove-lead = Doe dit alleen als de wet het vraagt. De tekst verdwijnt overal; het nummer en de reden blijven staan.
remove-button = Verwijder de tekst
done-drafted = Uw concept is bewaard.
done-opened = Uw voorstel staat open. Vertel het uw buren!
done-supported = U steunt nu dit voorstel.
done-support-ended = U steunt dit voorstel niet meer.
done-commented = Uw reactie is geplaatst.
done-moderated = De reactie is aangepast.
done-revised = De nieuwe versie is bewaard.
done-withdrawn = Het voorstel is ingetrokken.
done-removed = De tekst is verwijderd.
person-forgotten = iemand die van de lijst af is
