//! Ticks: how many each option has, or in which order they stand and how many have something in the
//! first places.

use super::Drawing;
use crate::{
    rules::tally::{agenda_phragmen, approval},
    web::picture::{Look, Picture, Row, Sign},
};

/// The ticks of each option, out of all papers.
pub fn votes(it: &Drawing<'_>) -> Picture {
    use approval::Step;
    let mut picture = it
        .titled("ticks")
        .head(&["picture-option", "picture-votes", "picture-chosen"])
        .key(Look::Full, "picture-chosen")
        .key(Look::Dotted, "picture-not-chosen");
    let mut all = 0;
    for step in it.steps::<Step>() {
        match step {
            Step::Papers { papers, .. } => all = papers,
            Step::Votes { option, votes } => {
                let is_chosen = it.is_chosen(&option);
                let look = if is_chosen { Look::Full } else { Look::Dotted };
                let title = it.title(&option);
                let value = it.visit.with_two("picture-part", ("part", votes), ("of", all));
                let row = Row::new(&title, value, all, &[(look, votes)]);
                let cells = vec![title, votes.to_string(), it.yes(is_chosen)];
                picture.row(row.sign(is_chosen.then_some(Sign::Chosen)), cells);
            }
            _ => {}
        }
    }
    picture
}

/// Each place of the agenda, with how many have something of theirs up to there.
pub fn order(it: &Drawing<'_>) -> Picture {
    use agenda_phragmen::Step;
    let mut picture = it
        .titled("order")
        .head(&["picture-option", "picture-place", "picture-votes", "picture-new", "picture-heard"])
        .key(Look::Full, "picture-heard-before")
        .key(Look::Crossed, "picture-new");
    let (mut all, mut heard) = (0, 0);
    for step in it.steps::<Step>() {
        match step {
            Step::Papers { papers, blank } => all = papers.saturating_sub(blank),
            Step::Placed { option, place, votes, new_voices, .. } => {
                let title = it.title(&option);
                let parts = [(Look::Full, heard), (Look::Crossed, new_voices)];
                heard += new_voices;
                let value = it.visit.with_two("picture-part", ("part", heard), ("of", all));
                let label = format!("{place}. {title}");
                let numbers = [u64::from(place), votes, new_voices, heard];
                let cells = [title].into_iter().chain(numbers.map(|it| it.to_string())).collect();
                picture.row(Row::new(&label, value, all, &parts), cells);
            }
            _ => {}
        }
    }
    picture
}
