//! For, against, abstained, and blank or spoiled: a bar for all together, and one for each sector.

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
    let void = |count: &Votes| count.blank.saturating_add(count.invalid);
    // Hardly any vote has them, and a phone is narrow.
    let has_void = groups.iter().any(|(_, _, count)| void(count) > 0);
    let mut head = vec!["picture-group", "picture-for", "picture-against", "picture-abstain"];
    head.extend(has_void.then_some("picture-void"));
    head.push("picture-silent");
    let mut picture = it
        .titled("counts")
        .head(&head)
        .key(Look::Full, "picture-for")
        .key(Look::Striped, "picture-against")
        .key(Look::Dotted, "picture-abstain");
    if has_void {
        picture = picture.key(Look::Crossed, "picture-void");
    }
    for (_, name, count) in groups {
        let parts = [
            (Look::Full, count.in_favour),
            (Look::Striped, count.against),
            (Look::Dotted, count.abstain),
            (Look::Crossed, void(&count)),
        ];
        let (pro, con) = (("for", count.in_favour), ("against", count.against));
        let value = visit.with_two("picture-for-and-against", pro, con);
        let silent = count.entitled.saturating_sub(count.present);
        let mut numbers = vec![count.in_favour, count.against, count.abstain];
        numbers.extend(has_void.then(|| void(&count)));
        numbers.push(silent);
        let numbers = numbers.iter().map(u64::to_string);
        let cells = std::iter::once(name.clone()).chain(numbers);
        picture.row(Row::new(&name, value, count.entitled, &parts), cells.collect());
    }
    picture
}
