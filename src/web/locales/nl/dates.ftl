date-clock = { $hour }.{ $minute } uur
date-day = { $weekday } { $day } { $month } { $year }
date-moment = { $day }, { $clock }
date-at-today = om { $clock }
date-at = op { $day } om { $clock }
date-until = tot { $day }, { $clock }
date-through = tot en met { $day }
date-zone =
    { $zone ->
        [Europe-Amsterdam] Amsterdamse tijd
        [UTC] wereldtijd (UTC)
       *[other] de tijd van { $name }
    }
date-weekday =
    { $n ->
        [1] maandag
        [2] dinsdag
        [3] woensdag
        [4] donderdag
        [5] vrijdag
        [6] zaterdag
       *[7] zondag
    }
date-month =
    { $n ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    }
