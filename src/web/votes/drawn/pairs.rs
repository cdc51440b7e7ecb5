//! Pairs: how the strongest option did against each of the others.

use super::Drawing;
use crate::{
    rules::tally::schulze::Step,
    web::picture::{Look, Picture, Row, Sign},
};

/// The duels of the winner, or of what came first where nothing was chosen; all duels in the table.
pub fn of_winner(it: &Drawing<'_>) -> Option<Picture> {
    let steps = it.steps::<Step>();
    let first = steps.iter().find_map(|step| match step {
        Step::Order { places } => places.first().and_then(|place| place.first()),
        _ => None,
    });
    let strongest = it.tally.winners.first().or(first)?;
    let name = it.title(strongest);
    let title = it.visit.with("picture-pairs", "option", name.as_str());
    let told = it.visit.with("picture-pairs-told", "option", name.as_str());
    let mut picture = Picture::new(&it.visit.words, "pairs", title, told)
        .head(&["picture-one", "picture-for-one", "picture-for-other", "picture-other"])
        .key(Look::Full, "picture-above")
        .key(Look::Striped, "picture-under");
    for step in &steps {
        let Step::Duel { one, other, for_one, for_other } = step else { continue };
        let cells =
            vec![it.title(one), for_one.to_string(), for_other.to_string(), it.title(other)];
        let (opponent, votes, against) = match (one == strongest, other == strongest) {
            (true, _) => (other, *for_one, *for_other),
            (_, true) => (one, *for_other, *for_one),
            _ => {
                picture.number(cells);
                continue;
            }
        };
        let sides = (("votes", votes), ("against", against));
        let value = it.visit.with_two("picture-to", sides.0, sides.1);
        let label = it.visit.with("picture-against-option", "option", it.title(opponent));
        let parts = [(Look::Full, votes), (Look::Striped, against)];
        let row = Row::new(&label, value, votes.saturating_add(against), &parts);
        let sign = match votes.cmp(&against) {
            std::cmp::Ordering::Greater => Some(Sign::Chosen),
            std::cmp::Ordering::Less => Some(Sign::Out),
            std::cmp::Ordering::Equal => None,
        };
        picture.row(row.sign(sign), cells);
    }
    Some(picture)
}
