use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::{
    Refusal,
    kinds::{Kinds, Panel},
    panel::heaviest,
};

/// Below this a difference is the rounding of the solver.
pub const ROUNDING: f64 = 1e-6;

/// A distribution over panels.
pub struct Distribution {
    pub panels: Vec<Panel>,
    /// How likely each panel is.
    pub shares: Vec<f64>,
    /// How likely everybody of each kind is.
    pub chances: Vec<f64>,
}

/// Finds the distribution in which the smallest chance is as large as can be, then the second
/// smallest, and so on.
///
/// In each round the chances of some kinds are settled. The dual of "as large as can be" gives every
/// kind a weight; a panel that weighs more than all known ones would help, and is added, until there
/// is none. The kinds with weight can't get more than now.
pub fn leximin(kinds: &Kinds) -> Result<Distribution, Refusal> {
    let mut panels = first_panels(kinds)?;
    let on_any = |kind: usize, panels: &[Panel]| panels.iter().any(|panel| panel[kind] > 0);
    let mut settled: Vec<Option<f64>> =
        (0..kinds.all.len()).map(|kind| (!on_any(kind, &panels)).then_some(0.0)).collect();
    while settled.iter().any(Option::is_none) {
        let (weights, smallest) = loop {
            let dual = dual(kinds, &panels, &settled)?;
            let each: Vec<f64> =
                dual.weights.iter().enumerate().map(|(at, it)| it / kinds.people(at)).collect();
            let panel = heaviest(kinds, &each)?;
            let weight: f64 = panel.iter().zip(&each).map(|(n, it)| f64::from(*n) * it).sum();
            if weight <= dual.most + ROUNDING || panels.contains(&panel) {
                break (dual.weights, dual.smallest);
            }
            panels.push(panel);
        };
        let mut is_stuck = true;
        for (chance, weight) in settled.iter_mut().zip(&weights) {
            if chance.is_none() && *weight > ROUNDING {
                *chance = Some(smallest.clamp(0.0, 1.0));
                is_stuck = false;
            }
        }
        if is_stuck {
            return Err(Refusal::Search("no kind has a weight".to_owned()));
        }
    }
    let least: Vec<f64> = settled.into_iter().map(Option::unwrap_or_default).collect();
    let shares = shares(kinds, &panels, &least)?;
    let chances = chances(kinds, &panels, &shares);
    Ok(Distribution { panels, shares, chances })
}

/// Panels that together have everybody who can be on one.
fn first_panels(kinds: &Kinds) -> Result<Vec<Panel>, Refusal> {
    let mut panels: Vec<Panel> = Vec::new();
    for kind in 0..kinds.all.len() {
        if panels.iter().any(|panel| panel[kind] > 0) {
            continue;
        }
        // Who is on no panel yet is wanted too, so that few panels suffice.
        let weight = |other: usize| {
            let is_new = !panels.iter().any(|panel| panel[other] > 0);
            if other == kind { 1_000.0 } else { f64::from(u8::from(is_new)) }
        };
        let weights: Vec<f64> = (0..kinds.all.len()).map(weight).collect();
        let panel = heaviest(kinds, &weights)?;
        if !panels.contains(&panel) {
            panels.push(panel);
        }
    }
    Ok(panels)
}

struct Dual {
    /// One for each kind; those of kinds that aren't settled add up to 1.
    weights: Vec<f64>,
    /// What the heaviest known panel weighs.
    most: f64,
    /// The largest smallest chance with the known panels.
    smallest: f64,
}

fn dual(kinds: &Kinds, panels: &[Panel], settled: &[Option<f64>]) -> Result<Dual, Refusal> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let weights: Vec<Variable> = settled
        .iter()
        .map(|chance| problem.add_var(-chance.unwrap_or_default(), (0.0, f64::INFINITY)))
        .collect();
    let most = problem.add_var(1.0, (0.0, f64::INFINITY));
    for panel in panels {
        let mut row: Vec<(Variable, f64)> = weights
            .iter()
            .enumerate()
            .filter(|(kind, _)| panel[*kind] > 0)
            .map(|(kind, it)| (*it, kinds.chance(kind, panel)))
            .collect();
        row.push((most, -1.0));
        problem.add_constraint(row, ComparisonOp::Le, 0.0);
    }
    let unsettled: Vec<(Variable, f64)> = weights
        .iter()
        .zip(settled)
        .filter(|(_, chance)| chance.is_none())
        .map(|(it, _)| (*it, 1.0))
        .collect();
    problem.add_constraint(unsettled, ComparisonOp::Eq, 1.0);
    let solution = problem.solve()?.into_solution();
    let solution = solution.map_err(|_| Refusal::Search("interrupted".to_owned()))?;
    Ok(Dual {
        weights: weights.iter().map(|it| solution.var_value(*it)).collect(),
        most: solution.var_value(most),
        smallest: solution.objective(),
    })
}

/// How likely each panel is, so that no chance is further below its least than the solver's
/// rounding asks.
fn shares(kinds: &Kinds, panels: &[Panel], least: &[f64]) -> Result<Vec<f64>, Refusal> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let shares: Vec<Variable> = panels.iter().map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
    let missing = problem.add_var(1.0, (0.0, 1.0));
    let all: Vec<(Variable, f64)> = shares.iter().map(|it| (*it, 1.0)).collect();
    problem.add_constraint(all, ComparisonOp::Eq, 1.0);
    for (kind, least) in least.iter().enumerate() {
        let mut row: Vec<(Variable, f64)> = shares
            .iter()
            .zip(panels)
            .filter(|(_, panel)| panel[kind] > 0)
            .map(|(it, panel)| (*it, kinds.chance(kind, panel)))
            .collect();
        row.push((missing, 1.0));
        problem.add_constraint(row, ComparisonOp::Ge, *least);
    }
    let solution = problem.solve()?.into_solution();
    let solution = solution.map_err(|_| Refusal::Search("interrupted".to_owned()))?;
    let found: Vec<f64> = shares.iter().map(|it| solution.var_value(*it).max(0.0)).collect();
    let sum: f64 = found.iter().sum();
    Ok(found.into_iter().map(|share| share / sum).collect())
}

/// How likely everybody of each kind is.
pub fn chances(kinds: &Kinds, panels: &[Panel], shares: &[f64]) -> Vec<f64> {
    let of = |kind: usize| {
        panels.iter().zip(shares).map(|(panel, share)| kinds.chance(kind, panel) * share).sum()
    };
    (0..kinds.all.len()).map(of).collect()
}
