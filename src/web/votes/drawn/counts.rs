//! For, against and abstained: a bar for all together, and one for each sector.

use super::Drawing;
use crate::{
    rules::tally::majority::{Count, Step},
    web::picture::{Look, Picture, Row},
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
    let mut groups: Vec<(usize, String, Count)> = it
        .steps::<Step>()
        .into_iter()
        .filter_map(|step| match step {
            Step::Total { count } => Some((0, visit.say("picture-all"), count)),
            Step::Sector { sector, count } => {
                Some((it.sectors.place(&sector) + 1, it.sectors.name(&sector).to_owned(), count))
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
        let silent = count.entitled.saturating_sub(count.took_part());
        let numbers = [count.in_favour, count.against, count.abstain, silent];
        let cells = [name.clone()].into_iter().chain(numbers.map(|number| number.to_string()));
        picture.row(Row::new(&name, value, count.entitled, &parts), cells.collect());
    }
    picture
}
