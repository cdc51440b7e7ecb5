//! Money: what the budget was spent on, one purchase after the other, and what supporters had left
//! for what was not bought.

use super::Drawing;
use crate::{
    rules::tally::{equal_shares::Step, greedy},
    web::picture::{Look, Picture, Row, Sign},
};

/// What was spent, and what was lacking if anything was.
pub fn pictures(it: &Drawing<'_>) -> Vec<Picture> {
    let steps = it.steps();
    [Some(spent(it, &steps)), lacking(it, &steps)].into_iter().flatten().collect()
}

fn spent(it: &Drawing<'_>, steps: &[Step]) -> Picture {
    let bought = steps.iter().filter_map(|step| match step {
        Step::Bought { option, votes, cost, .. }
        | Step::Given { option, votes, cost, .. }
        | Step::Added { option, votes, cost, .. } => Some((option.as_str(), *votes, *cost)),
        _ => None,
    });
    purchases(it, bought)
}

/// What was bought by votes alone.
pub fn by_votes(it: &Drawing<'_>) -> Picture {
    let steps: Vec<greedy::Step> = it.steps();
    let bought = steps.iter().filter_map(|step| match step {
        greedy::Step::Funded { option, votes, cost, .. } => {
            Some((option.as_str(), u64::try_from(*votes).unwrap_or_default(), *cost))
        }
        _ => None,
    });
    purchases(it, bought)
}

/// Options, each with its supporters and its cost, one after the other, and what is left.
fn purchases<'a>(it: &Drawing<'_>, bought: impl Iterator<Item = (&'a str, u64, u64)>) -> Picture {
    let visit = it.visit;
    let budget = it.method.budget.unwrap_or_default();
    let mut picture = it
        .titled("spent")
        .head(&["picture-option", "picture-cost", "picture-votes", "picture-left"])
        .key(Look::Full, "picture-now")
        .key(Look::Dotted, "picture-before");
    let mut before = 0_u64;
    for (option, votes, cost) in bought {
        let title = it.title(option);
        let parts = [(Look::Dotted, before), (Look::Full, cost)];
        before = before.saturating_add(cost);
        let left = visit.money(budget.saturating_sub(before));
        let row = Row::new(&title, visit.money(cost), budget, &parts);
        let cells = vec![title, visit.money(cost), votes.to_string(), left];
        picture.row(row.sign(Some(Sign::Chosen)), cells);
    }
    let (label, left) = (visit.say("picture-left"), visit.money(budget.saturating_sub(before)));
    let row = Row::new(&label, left.clone(), budget, &[(Look::Dotted, before)]);
    picture.row(row, vec![label, String::new(), String::new(), left]);
    picture
}

fn lacking(it: &Drawing<'_>, steps: &[Step]) -> Option<Picture> {
    let visit = it.visit;
    let mut picture = it
        .titled("lacking")
        .head(&["picture-option", "picture-cost", "picture-votes", "picture-have"])
        .key(Look::Striped, "picture-have");
    let mut is_empty = true;
    for step in steps {
        let (option, cost, votes, have) = match step {
            Step::Short { option, votes, cost, have } => {
                (option, *cost, *votes, u64::try_from(have.0.floor()).unwrap_or_default())
            }
            Step::NoVotes { option, cost } => (option, *cost, 0, 0),
            _ => continue,
        };
        is_empty = false;
        let title = it.title(option);
        let (have_told, cost_told) = (visit.money(have), visit.money(cost));
        let parts = (("part", have_told.as_str()), ("of", cost_told.as_str()));
        let value = visit.with_two("picture-part", parts.0, parts.1);
        let row = Row::new(&title, value, cost, &[(Look::Striped, have)]);
        let cells = vec![title, cost_told, votes.to_string(), have_told];
        picture.row(row.sign(Some(Sign::Out)), cells);
    }
    (!is_empty).then_some(picture)
}
