//! For, against and abstained: a bar for all together, and one for each sector.

use super::Drawing;
use crate::{
    rules::tally::majority_v2::Votes,
    web::{
        picture::{Look, Picture, Row},
        votes::story::line::{self, Line},
    },
};

/// Everybody, then every sector.
pub fn sectors(it: &Drawing<'_>) -> Picture {
    let visit = it.visit;
    let mut picture = it
        .titled("counts")
        .head(&[
            "picture-group",
            "picture-for",
            "picture-against",
            "picture-abstain",
            "picture-silent",
        ])
        .key(Look::Full, "picture-for")
        .key(Look::Striped, "picture-against")
        .key(Look::Dotted, "picture-abstain");
    let lines = line::read(it.method, it.tally).unwrap_or_default();
    let mut groups: Vec<(usize, String, Votes)> = lines
        .into_iter()
        .filter_map(|line| match line {
            Line::Total(votes) => Some((0, visit.say("picture-all"), votes)),
            Line::Group { sector, votes } => {
                Some((it.sectors.place(&sector) + 1, it.sectors.name(&sector).to_owned(), votes))
            }
            _ => None,
        })
        .collect();
    groups.sort_by_key(|(place, ..)| *place);
    for (_, name, count) in groups {
        let parts = [
            (Look::Full, count.in_favour),
            (Look::Striped, count.against),
            (Look::Dotted, count.abstain),
        ];
        let (pro, con) = (("for", count.in_favour), ("against", count.against));
        let value = visit.with_two("picture-for-and-against", pro, con);
        let silent = count.entitled.saturating_sub(count.present);
        let numbers = [count.in_favour, count.against, count.abstain, silent];
        let cells = [name.clone()].into_iter().chain(numbers.map(|number| number.to_string()));
        picture.row(Row::new(&name, value, count.entitled, &parts), cells.collect());
    }
    picture
}
