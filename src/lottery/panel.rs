use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::{
    Refusal,
    kinds::{Kinds, Panel},
};

/// Finds the panel that weighs most, where each person has the weight of her kind.
pub fn heaviest(kinds: &Kinds, weights: &[f64]) -> Result<Panel, Refusal> {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let many: Vec<Variable> = kinds
        .all
        .iter()
        .zip(weights)
        .map(|(kind, weight)| {
            let most = i32::try_from(kind.people.len()).unwrap_or(i32::MAX);
            problem.add_integer_var(*weight, (0, most))
        })
        .collect();
    let everybody: Vec<(Variable, f64)> = many.iter().map(|it| (*it, 1.0)).collect();
    problem.add_constraint(everybody, ComparisonOp::Eq, f64::from(kinds.size));
    for (at, (least, most)) in kinds.quotas.iter().enumerate() {
        let counted = kinds.all.iter().zip(&many).filter(|(kind, _)| kind.quotas.contains(&at));
        let counted: Vec<(Variable, f64)> = counted.map(|(_, it)| (*it, 1.0)).collect();
        if counted.is_empty() && *least > 0 {
            return Err(Refusal::Impossible);
        }
        if !counted.is_empty() {
            problem.add_constraint(counted.clone(), ComparisonOp::Ge, f64::from(*least));
            problem.add_constraint(counted, ComparisonOp::Le, f64::from(*most));
        }
    }
    let solution = problem.solve()?.into_solution();
    let solution = solution.map_err(|_| Refusal::Search("interrupted".to_owned()))?;
    Ok(many.iter().map(|it| whole(solution.var_value(*it))).collect())
}

/// The whole number that a solver means.
pub fn whole(value: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is not negative, and at most a pool"
    )]
    let whole = value.round().max(0.0) as u32;
    whole
}
