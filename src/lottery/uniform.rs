use super::{kinds::Kinds, leximin::Distribution, panel::whole};

/// Turns a distribution into a number of equally likely panels: how often each panel is among them.
///
/// Every share is rounded down, and what is missing goes, one by one, to the panel that brings the
/// chances closest; then single steps are moved as long as that brings them closer.
pub fn round(kinds: &Kinds, fair: &Distribution, panels: u32) -> Vec<u32> {
    let all = f64::from(panels);
    let mut counts: Vec<u32> = fair.shares.iter().map(|it| whole((it * all).floor())).collect();
    // How much each kind has too much, in panels for each of its people.
    let mut beyond: Vec<f64> = (0..kinds.all.len())
        .map(|kind| {
            let given: f64 = counts
                .iter()
                .zip(&fair.panels)
                .map(|(n, panel)| f64::from(*n) * kinds.chance(kind, panel))
                .sum();
            given - fair.chances[kind] * all
        })
        .collect();
    let steps: Vec<Vec<(usize, f64)>> = fair
        .panels
        .iter()
        .map(|panel| {
            let on = (0..kinds.all.len()).filter(|kind| panel[*kind] > 0);
            on.map(|kind| (kind, kinds.chance(kind, panel))).collect()
        })
        .collect();
    let given: u32 = counts.iter().sum();
    for _ in given..panels {
        let Some((at, _)) = closest(kinds, &beyond, &steps) else { break };
        counts[at] += 1;
        take(&mut beyond, &steps[at], 1.0);
    }
    move_steps(kinds, &steps, &mut counts, &mut beyond);
    counts
}

/// Moves most, so that it ends however the numbers are rounded.
const MOVES: usize = 2_000;

fn move_steps(kinds: &Kinds, steps: &[Vec<(usize, f64)>], counts: &mut [u32], beyond: &mut [f64]) {
    for _ in 0..MOVES {
        let mut best: Option<(usize, usize, f64)> = None;
        for from in (0..counts.len()).filter(|at| counts[*at] > 0) {
            let leaving = change(kinds, beyond, &steps[from], -1.0);
            take(beyond, &steps[from], -1.0);
            if let Some((to, coming)) = closest(kinds, beyond, steps) {
                let gain = leaving + coming;
                if gain < -1e-9 && best.is_none_or(|(_, _, least)| gain < least) {
                    best = Some((from, to, gain));
                }
            }
            take(beyond, &steps[from], 1.0);
        }
        let Some((from, to, _)) = best else { return };
        counts[from] -= 1;
        counts[to] += 1;
        take(beyond, &steps[from], -1.0);
        take(beyond, &steps[to], 1.0);
    }
}

/// The panel that brings the chances closest when it is added once, and the change.
fn closest(kinds: &Kinds, beyond: &[f64], steps: &[Vec<(usize, f64)>]) -> Option<(usize, f64)> {
    let changes = steps.iter().map(|step| change(kinds, beyond, step, 1.0));
    changes.enumerate().min_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// What one panel more or less changes of the squared distances of everybody.
fn change(kinds: &Kinds, beyond: &[f64], step: &[(usize, f64)], sign: f64) -> f64 {
    step.iter()
        .map(|(kind, chance)| {
            let moved = sign * chance;
            kinds.people(*kind) * moved * (2.0 * beyond[*kind] + moved)
        })
        .sum()
}

fn take(beyond: &mut [f64], step: &[(usize, f64)], sign: f64) {
    for (kind, chance) in step {
        beyond[*kind] += sign * chance;
    }
}
