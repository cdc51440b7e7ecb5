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
event-vote-counted = Stemmen geteld.
event-result-published = Uitslag bekendgemaakt: { outcome }.
event-vote-cancelled = De stemming gaat niet door. Reden: { $reason }
event-partner-asked = We vroegen deze wijk te mogen volgen.
event-partner-followed = We volgen deze wijk.
event-partner-refused = Deze wijk wilde niet gevolgd worden.
event-partner-not-found = Deze wijk is niet gevonden.
event-partner-ended = We volgen deze wijk niet meer.
event-proposal-shared = Gedeeld met wie ons volgt.
event-share-taken-back = Niet meer gedeeld.
event-notice-received = Bericht van een andere wijk ontvangen.
