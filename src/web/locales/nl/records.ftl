receipt-signed = Onze server heeft ook ondertekend dat uw stem is ontvangen. Bewaar dat bestand ook: als uw stem niet in het proces-verbaal staat, kunt u dat met de code en het bestand laten zien.
receipt-signed-file = Download het ondertekende ontvangstbewijs
receipt-look-up-open = Kijk na of uw stem in het proces-verbaal staat
receipt-number = Uw nummer op het stemregister
receipt-no-number = Bij dit nummer staat geen stem in het proces-verbaal.
receipt-yours = U bent nummer { $number } op het stemregister van deze stemming.
receipt-proves-root = Met het bewijs kan iedereen, ook zonder internet, nagaan dat deze stem in het proces-verbaal met deze wortel staat. Vergelijk de wortel dus met wat uw buren zien: dan hebt u allemaal hetzelfde proces-verbaal.
receipt-proves-signed = Het ondertekende ontvangstbewijs laat zien dat onze server een stem ontving, niet wat er daarna mee gebeurde. Pas samen met het proces-verbaal blijkt of de stem is meegeteld.
proof-title = Het bewijs dat hij in het proces-verbaal staat
proof-place = Het is stem { $place } van { $size } in het proces-verbaal.
proof-leaf = Vingerafdruk van deze stem
proof-root = Wortel van alle stemmen
proof-check = Het bewijs is een klein bestand. Het is na te gaan zonder de rest van het proces-verbaal:
proof-file = Download het bewijs
ballot-signed-receipt = Download een ondertekend ontvangstbewijs van deze stem
recount-root = Wortel van de stemmen, om een ontvangstbewijs mee na te gaan:
recount-schema = Wat er in het bestand staat, veld voor veld
signing-title = Uw ondertekensleutel
signing-lead = Als stemmenteller ondertekent u de uitslag van een stemming met een eigen sleutel. Zo ziet iedereen dat u de telling ook hebt gezien. U maakt de sleutel hier. De code ervan ziet u één keer: schrijf hem over en bewaar hem op een veilige plek.
signing-public = Onze server bewaart alleen de openbare helft van de sleutel. Die helft, en wanneer u hem maakte, staan in het openbare logboek. Als u ondertekent, staat uw naam bij het proces-verbaal, en daar blijft hij staan.
signing-make = Maak mijn ondertekensleutel
signing-replace = Maak een nieuwe sleutel
signing-replace-lead = Bent u de code kwijt, of heeft iemand hem gezien? Maak dan een nieuwe sleutel. Wat u eerder ondertekende, blijft ondertekend met de oude.
signing-made = Uw sleutel is gemaakt. Dit is de code. Hij staat nergens anders en is hierna niet meer te zien.
signing-keep = Schrijf de code nu over. Wie hem heeft, kan in uw naam ondertekenen. U hebt hem nodig elke keer dat u een uitslag ondertekent.
signing-key = Uw openbare sleutel
signing-key-hint = Deze mag iedereen zien. Laat hem zien aan wie erom vraagt: dan weet die dat de sleutel bij het proces-verbaal van u is.
signing-ways-title = Zo ondertekent u
signing-way-page = U typt uw code in op de pagina van de stemming. Dat is makkelijk, maar op dat moment vertrouwt u onze server uw code toe: een server die niet eerlijk is, zou hem kunnen bewaren en ermee ondertekenen.
signing-way-own = Of u downloadt het proces-verbaal en ondertekent het op uw eigen computer, met het programma. Dat telt eerst na. Uw code komt dan nooit bij onze server.
sign-button = Onderteken de uitslag als stemmenteller
sign-title = Onderteken de uitslag: { $title }
sign-lead = Met uw handtekening zegt u: ik was stemmenteller, en dit is het proces-verbaal dat ik zag. Bekijk dus eerst de uitslag, of tel hem na.
sign-hash = Vingerafdruk van het proces-verbaal: { $hash }
sign-code = Uw ondertekencode
sign-code-hint = U vertrouwt onze server uw code op dit moment toe. Wilt u dat liever niet, laat dit dan leeg en onderteken op uw eigen computer.
sign-signature = Of een handtekening die u zelf maakte
sign-signature-hint = Wat dit afdrukt: translokaal sign record.json
done-record-signed = Uw handtekening staat bij het proces-verbaal.
signed-title = Ondertekend door stemmentellers
signed-way =
    { $way ->
        [typed] ondertekend door de code op onze pagina in te typen
       *[handed_in] ondertekend op een eigen computer
    }
signed-means = Zo’n handtekening zegt dat iemand met deze sleutel dit proces-verbaal ondertekende. Dat de sleutel van deze stemmenteller is, staat in ons logboek; vraag haar of hem of het klopt. Wie de code op onze pagina intypte, vertrouwde hem aan onze server toe.
event-teller-key-made = Heeft een nieuwe sleutel om als stemmenteller uitslagen te ondertekenen: { $key }
event-record-signed =
    { $way ->
        [typed] Ondertekend door een stemmenteller, met de code ingetypt op onze pagina, met de sleutel { $key }
       *[handed_in] Ondertekend door een stemmenteller, met een elders gemaakte handtekening, met de sleutel { $key }
    }
refusal-teller-no-result = Er is nog geen uitslag om te ondertekenen.
refusal-teller-not-in-office = Alleen wie stemmenteller was toen de stemming sloot ({ $at }), kan deze uitslag ondertekenen.
refusal-teller-stood = U was in deze stemming zelf kandidaat. Een andere stemmenteller ondertekent.
refusal-teller-not-by-name = Van deze stemmenteller staat geen naamgenoot op het stembiljet.
refusal-teller-no-key = U hebt nog geen ondertekensleutel. Maak er een op uw eigen pagina.
refusal-teller-mistyped = Er zit een typefout in deze code. Een ondertekencode heeft 28 letters en cijfers, in zeven groepjes van vier.
refusal-teller-another-key = Deze code hoort niet bij uw huidige sleutel.
refusal-teller-another-record = Dit is geen handtekening met uw sleutel onder dit proces-verbaal. Kopieer hem helemaal, en neem het proces-verbaal van deze pagina.
refusal-teller-nothing = Typ uw ondertekencode in, of plak een handtekening.
adopt-smallest-group = Kleinste groep bij een geheime stemming
adopt-smallest-group-hint = Stemmen er in het geheim minder mensen dan dit, dan wordt alleen de uitkomst bekend. De aantallen blijven bij de secretaris en de stemmentellers.
charter-smallest-group = Doen er minder dan { $n } mensen mee aan een geheime stemming, dan wordt alleen de uitkomst bekend.
small-vote = Let op: hier kunnen maar { $voters } stemmen. Hoe geheim de stemming ook is, de uitkomst kan verraden wie wat stemde. Doen er minder dan { $smallest } mee, dan maken we alleen de uitkomst bekend. Denk eens aan stemmen op papier.
small-body =
    { $body ->
        [council] Let op: in de wijkraad kunnen nu { $voters } stemmen. Een geheime stemming met minder dan { $smallest } verraadt al gauw wie wat stemde; dan wordt alleen de uitkomst bekend.
       *[assembly] Let op: in de wijkassemblee kunnen nu { $voters } stemmen. Een geheime stemming met minder dan { $smallest } verraadt al gauw wie wat stemde; dan wordt alleen de uitkomst bekend.
    }
withheld-why = De aantallen worden niet bekendgemaakt, omdat er weinig mensen meededen aan een geheime stemming.
withheld-note = Aan deze geheime stemming deden zo weinig mensen mee dat de aantallen zouden verraden wie wat stemde. Daarom leest u alleen de uitkomst. De secretaris en de stemmentellers kunnen natellen, en de stemmentellers ondertekenen.
withheld-record = In het proces-verbaal staan alle stemmen. Omdat er weinig mensen meededen, is het alleen te lezen voor de secretaris en de stemmentellers, die het kunnen natellen. De vingerafdruk staat hier, zodat het niet ongezien veranderd kan worden.
error-withheld = Dit proces-verbaal is niet voor iedereen
error-withheld-why = Aan deze geheime stemming deden weinig mensen mee, en het proces-verbaal zou verraden wie wat stemde. De secretaris en de stemmentellers kunnen natellen. De vingerafdruk: { $hash }
secrecy-few = Als er weinig mensen meedoen
secrecy-few-text = Doen er minder mensen mee dan het reglement als kleinste groep noemt, dan maken we alleen de uitkomst bekend. De aantallen en de stemmen blijven bij de secretaris en de stemmentellers, die kunnen natellen. De uitkomst zelf kan toch iets verraden. Daarom waarschuwen we vooraf.
