date-clock = { $hour }:{ $minute }
date-day = { $weekday } { $day } { $month } { $year }
date-moment = { $day }, { $clock }
date-at-today = at { $clock }
date-at = on { $day } at { $clock }
date-until = until { $day }, { $clock }
date-through = up to and including { $day }
date-zone =
    { $zone ->
        [Europe-Amsterdam] Amsterdam time
        [UTC] universal time (UTC)
       *[other] the time of { $name }
    }
date-weekday =
    { $n ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
date-month =
    { $n ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
