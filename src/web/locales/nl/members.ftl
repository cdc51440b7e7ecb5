sign-in-title = Inloggen
sign-in-lead = U kreeg een brief met een stemcode. Daarmee logt u in.
sign-in-code = Uw stemcode
sign-in-code-hint = Twaalf tekens, bijvoorbeeld K7QX-M2PA-9RTW. Hoofdletters, kleine letters en streepjes maken niet uit.
sign-in-button = Inloggen
sign-in-mail-title = Liever een link in uw e-mail?
sign-in-mail-lead = Dat kan als uw e-mailadres op de ledenlijst staat.
sign-in-mail = Uw e-mailadres
sign-in-mail-button = Stuur mij een link
sign-in-help-title = Brief kwijt?
sign-in-help = Vraag de secretaris van uw wijk om een nieuwe code. De oude werkt dan niet meer.
link-sent-title = Kijk in uw e-mail
link-sent = Staat dit adres op de ledenlijst, dan krijgt u zo een mail met een link. De link werkt één keer, { $minutes } minuten lang. U kunt ook uw stemcode gebruiken.
link-lead = U opende de link uit uw e-mail. Druk op de knop om in te loggen.
link-mail-subject = Inloggen bij { $neighbourhood }
link-mail =
    Beste { $name },

    Met deze link logt u in bij { $neighbourhood }:

    { $link }

    De link werkt één keer, { $minutes } minuten lang. Vroeg u hem niet aan? Dan hoeft u niets te doen.
done-signed-in = U bent ingelogd.
done-signed-out = U bent uitgelogd.
me-title = Mijn pagina
me-hello = Dag { $name }
me-roll = Wat er over u op de ledenlijst staat
me-roll-wrong = Klopt er iets niet? Zeg het de secretaris. Andere bewoners zien alleen uw naam, bij wat u zelf schrijft.
me-office = Uw taak
me-yours = Uw gegevens
me-data = Al uw gegevens als bestand (JSON)
me-forget = Van de ledenlijst af, en vergeten worden
me-sign-out-everywhere = Overal uitloggen, op elk apparaat
member-name = Naam
member-number = Lidnummer
member-address = Adres
member-email = E-mailadres
member-born-in = Geboortejaar
member-joined = Lid sinds
role-name =
    { $role ->
        [visitor] bezoeker
        [resident] bewoner
        [holder] zetelhouder
        [alternate] plaatsvervanger
        [chair] voorzitter
        [secretary] secretaris
        [teller] stemmenteller
        [connector] verbinder
        [administrator] beheerder
       *[other] { $role }
    }
forget-title = Vergeten worden
forget-what-goes = Uw naam, adres, e-mailadres en geboortejaar worden gewist, en u kunt niet meer inloggen. Dit kan niet ongedaan worden gemaakt.
forget-what-stays = Wat u schreef blijft staan, zonder uw naam. Stemmen die u uitbracht blijven meetellen, want een uitslag verandert nooit achteraf. Stelde u zich kandidaat, dan wordt uw tekst gewist. Uw naam op een stembiljet en in een uitslag blijft staan.
forget-sure = Ja, ik weet het zeker
forget-not-sure = Vink eerst aan dat u het zeker weet.
forget-button = Vergeet mij
back-to-me = Terug naar mijn pagina
me-ballots = Uw stem in open stemmingen
me-no-ballots = Er is nu geen stemming waarin u kunt stemmen.
me-not-voted = U stemde nog niet.
me-supported = Wat u steunt
me-none-supported = U steunt nog geen voorstel.
me-written = Wat u schreef
me-took-part = U hebt gestemd. Het is een geheime stemming: hier staat niet wat.
me-reminders = Herinneringen
me-reminders-on = Hebt u nog niet gestemd? Dan krijgt u één mail voordat de stemming sluit. Alleen u krijgt die mail.
me-reminders-off = U krijgt geen mail als u nog niet gestemd hebt.
me-reminders-no-mail = Er staat geen mailadres van u op de ledenlijst. Daarom krijgt u geen herinneringen.
me-reminders-stop = Stuur mij geen herinneringen
me-reminders-start = Stuur mij wel herinneringen
done-reminders-on = U krijgt weer herinneringen.
done-reminders-off = U krijgt geen herinneringen meer.
