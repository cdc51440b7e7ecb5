//! One person in rounds, and the answers of a round of consent.

use super::Drawing;
use crate::{
    rules::tally::{consent, persons},
    web::picture::{Look, Picture, Row, Sign},
};

/// The votes of every round, with how many were needed.
pub fn rounds(it: &Drawing<'_>) -> Picture {
    let visit = it.visit;
    let mut picture = it
        .titled("persons")
        .head(&["picture-candidate", "picture-votes-round", "picture-chosen"])
        .key(Look::Full, "picture-chosen")
        .key(Look::Dotted, "picture-not-chosen")
        .line(visit.say("picture-half"));
    for step in it.steps::<persons::Step>() {
        let persons::Step::Round { number, votes, cast, least } = step else { continue };
        let mut votes: Vec<(String, u64)> = votes.into_iter().collect();
        votes.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
        for (option, votes) in votes {
            let is_chosen = it.is_chosen(&option);
            let look = if is_chosen { Look::Full } else { Look::Dotted };
            let round = (("round", number), ("option", it.title(&option)));
            let label = visit.with_two("picture-persons-round", round.0, round.1);
            let value = visit.with_two("picture-part", ("part", votes), ("of", cast));
            let row = Row::new(&label, value, cast, &[(look, votes)]).limit(least, cast);
            let cells = vec![label, votes.to_string(), it.yes(is_chosen)];
            picture.row(row.sign(is_chosen.then_some(Sign::Chosen)), cells);
        }
    }
    picture
}

/// How many answered what in the last round of consent.
pub fn consent(it: &Drawing<'_>) -> Option<Picture> {
    let last = it.steps::<consent::Step>().into_iter().rev().find_map(|step| match step {
        consent::Step::Ended { consent, concerns, aside, objections, silent, .. } => Some([
            ("consent", consent, Look::Full),
            ("concerns", concerns, Look::Crossed),
            ("aside", aside, Look::Dotted),
            ("objections", objections, Look::Striped),
            ("silent", silent, Look::Dotted),
        ]),
        _ => None,
    })?;
    let all = last.iter().map(|(_, number, _)| *number).fold(0, u64::saturating_add);
    let mut picture = it.titled("consent").head(&["picture-answer", "picture-people"]);
    for (answer, number, look) in last {
        let label = it.visit.with("picture-consent-answer", "answer", answer);
        let value = it.visit.with_two("picture-part", ("part", number), ("of", all));
        let cells = vec![label.clone(), number.to_string()];
        picture.row(Row::new(&label, value, all, &[(look, number)]), cells);
    }
    Some(picture)
}
