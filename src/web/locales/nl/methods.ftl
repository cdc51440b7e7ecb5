rule-simple-majority-of =
    Meer dan de helft is vóór, gerekend over { $base ->
        [cast_plus_abstain] de stemmen voor, tegen en de onthoudingen.
        [present] iedereen die meedoet.
       *[roll] iedereen op het stemregister.
    }
rule-majority-of =
    Minstens { $share } is vóór, gerekend over { $base ->
        [cast_plus_abstain] de stemmen voor, tegen en de onthoudingen.
        [present] iedereen die meedoet.
       *[roll] iedereen op het stemregister.
    }
rule-tie =
    { $rule ->
        [postpone_once] Zijn er evenveel stemmen voor als tegen, dan komt het voorstel nog één keer in stemming. Blijft het dan gelijk, dan is het afgewezen.
       *[chair] Zijn er evenveel stemmen voor als tegen, dan beslist de voorzitter, met een reden die iedereen kan lezen.
    }
rule-missing =
    { $rule ->
        [again] Doen er te weinig mee, dan komt het nog één keer in stemming, met dezelfde regel.
       *[again_without] Doen er te weinig mee, dan komt het nog één keer in stemming. Dan telt de uitslag, hoeveel er ook meedoen.
    }
rule-second = Dit is de tweede stemming over dit voorstel. Een derde komt er niet.
rule-residents = Ook onder de bewoners ({ $sector }) zijn er meer stemmen voor dan tegen, en minstens één stem.
rule-at-least = In minstens { $least } van de { $of } geledingen zijn er meer stemmen voor dan tegen.
rule-weighted = Elke geleding telt even zwaar. Het deel dat in een geleding voor is, telt; samen is dat { $share }.
rule-weights = Geledingen tellen niet even zwaar: { $weights }. Het deel dat in een geleding voor is, telt zo zwaar mee; samen is dat { $share } van het gewicht.
rule-weight = { $sector } telt voor { $weight }
condition-sector = Een meerderheid binnen { $sector }
prepare-conditions = Wat moet er nog meer gehaald worden?
prepare-conditions-hint = Alleen bij voor of tegen, en open. Wat het reglement al vraagt, geldt altijd.
prepare-residents = Een meerderheid onder de bewoners: welke geledingen zijn bewoners?
prepare-residents-hint = Hun stemmen worden samen geteld. Zij tellen ook mee als niemand van hen stemt: dan is deze regel niet gehaald. Kiest u niets, dan geldt deze regel niet.
prepare-at-least = Een meerderheid binnen minstens zoveel geledingen
prepare-at-least-hint = Alleen bij voor of tegen. Leeg: deze regel geldt niet.
prepare-weights = Een meerderheid met een gewicht per geleding
prepare-weights-hint = Vul bij elke geleding in hoe zwaar zij telt: een heel getal, 0 voor een geleding die hier niet telt. Overal 1: alle geledingen tellen even zwaar. Alles leeg: deze regel geldt niet.
prepare-weighed-share = Welk deel van dat gewicht moet voor zijn?
prepare-weighed-share-hint = Een breuk zoals 2/3. Leeg: meer dan de helft.
prepare-evaluate = Wanneer bekijkt u het besluit opnieuw?
prepare-evaluate-hint = Alleen nodig bij instemming. Elk besluit met instemming wordt op een vaste dag opnieuw bekeken.
fault-at-least = Vul een aantal in van 1 tot en met { $n }.
fault-weights = Vul bij elke geleding een heel getal in van 0 tot en met { $most }, en bij minstens één geleding meer dan 0.
fault-conditions-elsewhere = Regels over geledingen gelden alleen bij voor of tegen. Haal ze weg, of vraag voor of tegen.
story-no-quorum-asked = Dit is de tweede stemming. Nu telt de uitslag, hoeveel er ook meedoen.
story-missing = Te weinig deelnemers. Wat nu?
story-missing-told =
    { $outcome ->
        [postponed] Dit was de eerste keer. Volgens het reglement komt het voorstel nog één keer in stemming.
       *[no_quorum] Dit was de tweede keer. Volgens het reglement is het voorstel dan niet aangenomen.
    }
story-tie = Precies de helft is voor. Wat nu?
story-tie-told =
    { $outcome ->
        [postponed] Dit was de eerste keer. Volgens het reglement komt het voorstel nog één keer in stemming.
        [chair_decides] Volgens het reglement beslist de voorzitter.
        [adopted] Volgens het reglement besliste de voorzitter: voor.
        [rejected] Volgens het reglement besliste de voorzitter: tegen.
       *[tied] Bij een gelijke stand is het voorstel niet aangenomen.
    }
story-at-least = Waren er genoeg geledingen voor?
story-at-least-told = Nodig: minstens { $least } van de { $of } geledingen. Voor: { $have }.
story-weighted = Was er een meerderheid met het gewicht per geleding?
story-weighted-told = Van het gewicht van { $of } was { $have } voor (precies: { $exact }). Nodig: { $share }.
story-weight-told = { $cast ->
        [0] Telt voor { $weight }. Niemand stemde voor of tegen.
       *[other] Telt voor { $weight }. Van de { $cast } stemmen waren er { $for } voor.
    }
story-residents = Was er een meerderheid onder de bewoners ({ $sector })?
story-residents-told = Voor: { $for }. Tegen: { $against }. Nodig: meer voor dan tegen.
outcome-why-missing = De deelname was { $took } van de { $entitled }. Dat is te weinig. Het voorstel komt nog één keer in stemming.
outcome-why-tied-once = Er waren evenveel stemmen voor als tegen: { $for } en { $against }. Het voorstel komt nog één keer in stemming.
outcome-why-sectors = Voor: { $for }, tegen: { $against }. Maar een regel over de geledingen is niet gehaald.
chosen-not-yet =
    { $outcome ->
        [postponed] Er deden te weinig mensen mee. Er wordt nog één keer gestemd.
        [no_quorum] Er deden te weinig mensen mee. Er is niets gekozen.
        [next_round] Er volgt een nieuwe ronde.
       *[to_vote] Er volgt een stemming voor of tegen.
    }
method-greedy = Iedereen kruist aan waar geld naartoe mag. Wat de meeste kruisjes heeft, krijgt eerst geld. Daarna het volgende dat nog past, tot de { $budget } op is.
method-persons = Iedereen kiest één persoon. Wie meer dan de helft van de stemmen heeft, is gekozen. Anders komt er een nieuwe ronde; in de derde ronde gaat het tussen de twee met de meeste stemmen. Dit is ronde { $seats }.
method-consent = Het voorstel is aangenomen als niemand bezwaar houdt. Een bezwaar heeft altijd een reden. Het vervalt als de maker het intrekt, met een aangepast voorstel kan leven, of als alle anderen vinden dat er geen goede reden voor is. Er zijn hoogstens { $seats } rondes, en hoogstens { $meetings } vergaderingen.
told-none = niets
told-by-votes-same = Had telkens het meeste aantal kruisjes beslist, dan was hetzelfde gekozen.
told-by-votes = Had telkens het meeste aantal kruisjes beslist, dan was er ook gekozen: { $more }. En niet: { $less }. Dit is ter vergelijking en telt niet mee.
told-greedy-start = Er is { $budget } te verdelen.
told-greedy-border = { $options } hebben elk { $votes } kruisjes en kosten elk { $cost }. Er is nog { $left }, niet genoeg voor alle. Het lot beslist.
told-greedy-funded = { $option } krijgt { $cost }, met { $votes } kruisjes{ $by_lot ->
        [yes] , door het lot
       *[no] {""}
    }. Daarna is er nog { $left }.
told-greedy-too-dear = { $option } heeft { $votes } kruisjes en kost { $cost }. Er is nog maar { $left }.
told-greedy-too-late = { $option } heeft { $votes } kruisjes, maar komt na iets dat niet meer paste.
told-greedy-no-votes = { $option }: niemand kruiste dit aan.
told-persons-round = Ronde { $number }. Er zijn { $cast } stemmen uitgebracht; nodig is meer dan de helft: { $least }.
told-persons-majority = { $candidate } heeft { $votes } stemmen en is gekozen.
told-persons-no-majority = Niemand heeft meer dan de helft.
told-persons-run-off = De laatste ronde gaat tussen: { $between }.
told-persons-lot = { $among } staan gelijk. Het lot viel op { $drawn }.
told-consent-began = Ronde { $round }, over versie { $version }. Wordt het aangenomen, dan wordt het opnieuw bekeken op { $evaluate_on }.
told-consent-ended = Stemt in: { $consent }. Stemt in, met een zorg: { $concerns }. Laat het aan de anderen: { $aside }. Heeft bezwaar: { $objections }. Geen antwoord: { $silent }.
told-consent-quorum = Nodig: { $least } deelnemers. Er deden er { $have } mee.
told-consent-stands = Er is nog bezwaar van: { $objectors }.
told-consent-withdrawn = { $by } trok het bezwaar in.
told-consent-accepted = { $by } had eerder bezwaar en kan met deze versie leven.
told-consent-not-argued = Alle anderen vonden dat er geen goede reden was voor het bezwaar van { $objector }.
told-consent-adopted = Niemand heeft nog bezwaar. Versie { $version } is aangenomen en wordt opnieuw bekeken op { $evaluate_on }.
told-consent-meeting-ended = Vergadering { $meeting } eindigde zonder besluit.
told-consent-given-up = { $meetings ->
        [0] Er waren { $rounds } rondes, en er is geen instemming.
       *[other] Er waren { $rounds } rondes en { $meetings } vergaderingen, en er is geen instemming.
    }
consent-why =
    { $outcome ->
        [adopted] Niemand heeft nog bezwaar.
        [next_round] Er is nog bezwaar, of er deden te weinig mee. Het voorstel kan worden aangepast; daarna komt er een nieuwe ronde voor iedereen.
        [to_vote] Na alle rondes of vergaderingen is er nog bezwaar. Er volgt een stemming voor of tegen, met de meerderheid die het reglement daarvoor noemt.
       *[no_consent] Na alle rondes is er nog bezwaar.
    }
consent-answer =
    { $answer ->
        [consent] Ik stem in
        [concern] Ik stem in, en heb een zorg
        [aside] Ik laat het aan de anderen
       *[objection] Ik heb bezwaar
    }
consent-answer-hint =
    { $answer ->
        [consent] Goed genoeg voor nu, veilig genoeg om te proberen.
        [concern] Uw zorg wordt opgeschreven en houdt het besluit niet tegen.
        [aside] U doet mee, en beslist hier niet over.
       *[objection] Het is niet goed genoeg, niet veilig, of u kunt uw werk er niet mee doen. Schrijf hieronder waarom.
    }
sheet-question-one = Wie kiest u?
sheet-hint-one = Kies één persoon.
sheet-question-consent = Wat is uw antwoord?
sheet-hint-consent = Iedereen ziet na afloop wat u antwoordde en wat u schreef.
sheet-argument = Uw zorg, of de reden van uw bezwaar
sheet-argument-hint = Nodig bij een zorg of bezwaar. Wat loopt er mis, en wat zou helpen?
sheet-argument-missing = Schrijf op wat uw zorg is, of waarom u bezwaar hebt.
sheet-argument-long = Schrijf hoogstens { $most } tekens.
charter-base =
    { $word ->
        [cast] De stemmen voor en tegen
        [cast_plus_abstain] De stemmen voor en tegen, en de onthoudingen
        [present] Iedereen die meedoet
       *[roll] Iedereen op het stemregister
    }
charter-tie =
    { $word ->
        [reject] Dan is het voorstel afgewezen
        [postpone_once] Dan komt het nog één keer in stemming
       *[chair] Dan beslist de voorzitter
    }
charter-missing =
    { $word ->
        [reject] Dan is het voorstel niet aangenomen
        [again] Dan komt het nog één keer in stemming, met hetzelfde quorum
       *[again_without] Dan komt het nog één keer in stemming, zonder quorum
    }
consent-silence =
    { $word ->
        [explicit] Wie niet antwoordt, doet niet mee
       *[lazy] Wie niet antwoordt, stemt in
    }
adopt-council-base = Wijkraad: de meerderheid is een deel van
adopt-council-tie = Wijkraad: bij evenveel stemmen voor als tegen
adopt-council-missing = Wijkraad: als er te weinig meedoen
adopt-assembly-base = Wijkassemblee: de meerderheid is een deel van
adopt-assembly-tie = Wijkassemblee: bij evenveel stemmen voor als tegen
adopt-assembly-missing = Wijkassemblee: als er te weinig meedoen
adopt-consent-rounds = Instemming: hoogste aantal rondes
adopt-consent-silence = Instemming: wat zwijgen betekent
adopt-consent-fallback = Instemming: meerderheid van de stemming die volgt als het niet lukt
adopt-consent-fallback-hint = Bijvoorbeeld 3/4. Leeg: dan volgt er geen stemming en is het voorstel niet aangenomen.
refusal-paper-consent = Instemming vraagt u aan de wijkraad, in een open stemming: wie bezwaar heeft, zegt waarom.
refusal-paper-persons = Eén persoon kiezen gebeurt geheim.
refusal-paper-evaluation = Kies een dag na het einde van de stemming om het besluit opnieuw te bekijken.
refusal-vote-not-waiting = Dat kan nu niet: de stemming wacht hier niet op.
refusal-vote-undecided = Kies voor of tegen.
refusal-vote-comes-back = Dit voorstel komt terug van een eerdere stemming. Die wordt overgedaan zoals zij was.
refusal-vote-not-disputable = Over deze uitslag kan geen nieuwe stemming gevraagd worden.
refusal-vote-too-late-to-dispute = Een nieuwe stemming vragen kon tot { $at }.
refusal-vote-was-not-present = Alleen wie zelf meedeed aan deze stemming kan een nieuwe vragen.
refusal-vote-not-back = Dit voorstel komt niet terug van een eerdere stemming.
refusal-consent-own = Over uw eigen bezwaar oordeelt u niet. U kunt het intrekken.
refusal-consent-no-objection = Hier is geen bezwaar meer.
refusal-consent-not-in-round = Alleen wie in deze ronde antwoordde, kan dit zeggen.
waiting-title = Nog geen uitslag
waiting-for =
    { $outcome ->
        [chair_decides] Er zijn evenveel stemmen voor als tegen. Volgens het reglement beslist nu de voorzitter, met een reden die iedereen kan lezen.
       *[objections_stand] Er is bezwaar. Wie bezwaar heeft, kan het intrekken. Vinden alle anderen dat er geen goede reden voor is, dan vervalt het. Anders eindigt deze ronde en kan het voorstel worden aangepast.
    }
objection-of = Bezwaar van { $seat }
objection-not-argued-by = Geen goede reden, vindt: { $seats }
objection-withdraw = Trek dit bezwaar in
objection-find-not-argued = Ik vind dat hier geen goede reden voor is ({ $seat })
consent-silent = Geen antwoord
vote-rule-on-tie = Beslis bij gelijke stemmen
vote-end-round = Deze ronde eindigen
tie-title = Gelijke stemmen: { $title }
tie-lead = Er zijn evenveel stemmen voor als tegen. Het reglement laat de voorzitter beslissen. Daarna is de uitslag bekend; dit kan niet ongedaan worden gemaakt.
tie-choice = Hoe beslist u?
tie-button = Beslis
round-title = Ronde eindigen: { $title }
round-lead = De bezwaren die er nog zijn, blijven staan. Het voorstel kan worden aangepast, en daarna komt er een nieuwe ronde voor iedereen. Was dit de laatste ronde, dan geldt wat het reglement zegt.
round-button = Eindig deze ronde
round-meeting = Met deze ronde eindigt ook de vergadering
round-meeting-hint = Rondes in dezelfde vergadering tellen als één vergadering. Na twee vergaderingen zonder besluit volgt wat het reglement zegt: een stemming, of het voorstel is niet aangenomen.
rule-consent-fallback = Is er na alle rondes of vergaderingen nog bezwaar, dan volgt een stemming voor of tegen. Daarin moet { $share } voor zijn.
rule-consent-no-fallback = Is er na alle rondes of vergaderingen nog bezwaar, dan is het voorstel niet aangenomen.
prepare-named = Wie komt er nog bij? (elke naam op een eigen regel)
prepare-named-hint = De tweede ronde is vrij: er mogen nieuwe namen bij. Wie al op het stembiljet stond, blijft erop staan.
prepare-agreed = Wie ik erbij zet, heeft gezegd gekozen te willen worden
fault-agreed = Vraag het hun eerst, en zet dan hier een vinkje.
refusal-paper-not-free = In deze ronde mogen er geen nieuwe namen bij. Dat kan alleen in de tweede ronde.
prepare-again =
    { $outcome ->
        [postponed] Stemming { $number } besliste niets: dit wordt de tweede stemming.
        [next_round] Stemming { $number } besliste nog niets: dit wordt de volgende ronde.
       *[to_vote] In stemming { $number } was er geen instemming: dit wordt een stemming voor of tegen.
    }
prepare-again-same = Wat er gevraagd wordt, wie stemt en hoe er geteld wordt, volgt uit de vorige stemming.
vote-goes-on-from = Deze stemming gaat verder na een stemming die niets besliste:
vote-was-followed = Hierna kwam:
vote-instead-of = De uitslag van een eerdere stemming werd betwist. Deze stemming komt ervoor in de plaats:
vote-will-give-way = De uitslag van deze stemming is betwist. Hij geldt tot er een nieuwe uitslag is. Er komt een nieuwe stemming:
vote-holds-no-longer = Deze uitslag geldt niet meer: er kwam een nieuwe stemming.
vote-gave-way = Deze uitslag geldt niet meer. In de plaats kwam:
prepare-instead = De uitslag van stemming { $number } is betwist: dit wordt een nieuwe stemming, die ervoor in de plaats komt. Zij mag meteen beginnen.
dispute-title = Klopt de uitslag niet?
dispute-asked = Om een nieuwe stemming is gevraagd door { $asked } van de { $needed } die daarvoor nodig zijn.
dispute-due = Er komt een nieuwe stemming. Tot die er is, geldt deze uitslag.
dispute-prepare = Nieuwe stemming voorbereiden
dispute-lead = { $needed ->
        [1] U kunt binnen { $hours } uur een nieuwe stemming vragen. Hier zijn handen geteld: dan is het genoeg als één deelnemer dat vraagt.
       *[other] U kunt binnen { $hours } uur een nieuwe stemming vragen. Die komt er als { $needed } deelnemers dat vragen: meer dan de helft.
    }
dispute-until = Dat kan tot { $until }. Niemand ziet wie het vroeg.
dispute-button = Vraag een nieuwe stemming
done-outcome-disputed = U vraagt een nieuwe stemming. Dat is opgeschreven.
vote-number = stemming { $number }
done-objection-withdrawn = Het bezwaar is ingetrokken.
done-objection-judged = Uw oordeel is opgeschreven.
told-votes-of = { $option }: { $votes }
