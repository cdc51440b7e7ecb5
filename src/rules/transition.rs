//! Tables of transitions: what follows which step, and nothing else does.

/// The stage to which a step leads, if the table has it.
#[must_use]
pub fn follow<Stage: Copy + PartialEq, Step: Copy + PartialEq>(
    table: &[(Stage, Step, Stage)],
    stage: Stage,
    step: Step,
) -> Option<Stage> {
    table.iter().find(|(from, taken, _)| *from == stage && *taken == step).map(|(_, _, to)| *to)
}
