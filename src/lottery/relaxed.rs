use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::{Refusal, kinds::Kinds, leximin::ROUNDING};

/// The fairest chances of each kind if people could sit on a panel in part: no lottery over panels is
/// fairer, and mostly one is as fair.
///
/// In each round the smallest chance of those that aren't settled is raised as far as can be. The dual
/// of that gives every kind a weight; the kinds with weight can't get more than now, and are settled.
/// It has a row for each kind and knows no panels, so that it stays small.
pub fn chances(kinds: &Kinds) -> Result<Vec<f64>, Refusal> {
    let mut settled: Vec<Option<f64>> = vec![None; kinds.all.len()];
    while settled.iter().any(Option::is_none) {
        let (weights, smallest) = dual(kinds, &settled)?;
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
    Ok(settled.into_iter().map(Option::unwrap_or_default).collect())
}

/// The weight of all people of each kind, and the largest smallest chance.
fn dual(kinds: &Kinds, settled: &[Option<f64>]) -> Result<(Vec<f64>, f64), Refusal> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut variable = |cost: f64| problem.add_var(cost, (0.0, f64::INFINITY));
    let people: Vec<f64> = (0..kinds.all.len()).map(|kind| kinds.people(kind)).collect();
    let weights: Vec<Variable> = settled
        .iter()
        .zip(&people)
        .map(|(chance, people)| variable(-chance.unwrap_or_default() * people))
        .collect();
    // Nobody sits on a panel more than once.
    let whole: Vec<Variable> = people.iter().map(|people| variable(*people)).collect();
    let quotas: Vec<(Variable, Variable)> = kinds
        .quotas
        .iter()
        .map(|(least, most)| (variable(-f64::from(*least)), variable(f64::from(*most))))
        .collect();
    let seats = problem.add_var(f64::from(kinds.size), (f64::NEG_INFINITY, f64::INFINITY));
    let unsettled: Vec<(Variable, f64)> = weights
        .iter()
        .zip(settled.iter().zip(&people))
        .filter(|(_, (chance, _))| chance.is_none())
        .map(|(it, (_, people))| (*it, *people))
        .collect();
    problem.add_constraint(unsettled, ComparisonOp::Eq, 1.0);
    for (kind, (weight, whole)) in kinds.all.iter().zip(weights.iter().zip(&whole)) {
        let mut row = vec![(*weight, -1.0), (*whole, 1.0), (seats, 1.0)];
        for at in &kind.quotas {
            let (least, most) = quotas[*at];
            row.extend([(least, -1.0), (most, 1.0)]);
        }
        problem.add_constraint(row, ComparisonOp::Ge, 0.0);
    }
    let solution = match problem.solve() {
        // What the quotas ask for can't be had, and the dual tells that by having no end.
        Err(microlp::Error::Unbounded) => return Err(Refusal::Impossible),
        other => other?.into_solution(),
    };
    let solution = solution.map_err(|_| Refusal::Search("interrupted".to_owned()))?;
    let found = weights.iter().zip(&people).map(|(it, people)| solution.var_value(*it) * people);
    Ok((found.collect(), solution.objective()))
}
