use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::{
    Refusal,
    kinds::{Kinds, Panel},
    leximin::{Distribution, ROUNDING, chances},
    panel::whole,
};

/// Below this a distance from a bound is the rounding of the solver.
const NEAR: f64 = 1e-7;
/// Ways that are tried; each begins with other panels.
const WAYS: u32 = 8;
/// Most panels of one way, so that it ends however the numbers are rounded.
const PANELS_MOST: usize = 5_000;

/// Writes chances as a distribution over panels, if one has them.
///
/// A fractional panel is a point in a polytope. Each step takes a whole panel on the smallest face on
/// which the point lies, and as much of it as leaves the rest within the polytope: then the rest meets
/// one bound more, so that there are no more steps than bounds. (Grötschel, Lovász and Schrijver,
/// *Geometric Algorithms and Combinatorial Optimization*, theorem 6.5.11.) A face may hold no whole
/// panel; then another way may still lead there.
pub fn of(kinds: &Kinds, fair: &[f64]) -> Result<Option<Distribution>, Refusal> {
    for way in 0..WAYS {
        let Some(Parts { panels, shares }) = Rest::of(kinds, fair).take_apart(way)? else {
            continue;
        };
        let found = chances(kinds, &panels, &shares);
        let is_fair = found.iter().zip(fair).all(|(one, other)| (one - other).abs() < ROUNDING);
        if is_fair {
            return Ok(Some(Distribution { panels, shares, chances: found }));
        }
    }
    Ok(None)
}

/// A bound of the polytope: how many people of these kinds are on a panel.
struct Bound {
    kinds: Vec<usize>,
    least: f64,
    most: f64,
}

impl Bound {
    fn many(&self, of: impl Fn(usize) -> f64) -> f64 {
        self.kinds.iter().map(|kind| of(*kind)).sum()
    }
}

/// Panels, and how much of each.
struct Parts {
    panels: Vec<Panel>,
    shares: Vec<f64>,
}

/// What isn't taken apart yet.
struct Rest<'a> {
    kinds: &'a Kinds,
    quotas: Vec<Bound>,
    /// How many of each kind are on the fractional panel.
    many: Vec<f64>,
    /// How much of it is left.
    share: f64,
}

impl<'a> Rest<'a> {
    fn of(kinds: &'a Kinds, fair: &[f64]) -> Self {
        let many = fair.iter().enumerate().map(|(kind, it)| it * kinds.people(kind)).collect();
        let bound = |(at, (least, most)): (usize, &(u32, u32))| {
            let counts = |kind: &usize| kinds.all[*kind].quotas.contains(&at);
            let of = (0..kinds.all.len()).filter(counts).collect();
            Bound { kinds: of, least: f64::from(*least), most: f64::from(*most) }
        };
        let quotas = kinds.quotas.iter().enumerate().map(bound);
        Self { kinds, quotas: quotas.collect(), many, share: 1.0 }
    }

    fn take_apart(mut self, way: u32) -> Result<Option<Parts>, Refusal> {
        let (mut panels, mut shares) = (Vec::new(), Vec::new());
        while panels.len() < PANELS_MOST {
            // Mostly one of the panels next to the point will do, and then much of it can be taken.
            let near = match self.panel(way, true)? {
                None => self.panel(way, false)?,
                near => near,
            };
            let Some(panel) = near else { return Ok(None) };
            let part = self.most_of(&panel);
            panels.push(panel.clone());
            if self.share * (1.0 - part) < 1e-10 {
                shares.push(self.share);
                return Ok(Some(Parts { panels, shares }));
            }
            shares.push(self.share * part);
            self.take(&panel, part);
        }
        Ok(None)
    }

    /// A whole panel that meets every bound which the fractional one meets; `is_close` asks for one
    /// in which every number is rounded up or down.
    fn panel(&self, way: u32, is_close: bool) -> Result<Option<Panel>, Refusal> {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let many: Vec<Variable> = (0_u32..)
            .zip(&self.many)
            .enumerate()
            .map(|(kind, (at, many))| {
                let all = self.kinds.people(kind);
                let (least, most) = face(*many, (0.0, all), is_close);
                let other =
                    f64::from(at.wrapping_mul(7_919).wrapping_add(31).wrapping_mul(way) % 101);
                let weight = many - many.floor() + other / 200.0;
                let bound = |it: f64| i32::try_from(whole(it)).unwrap_or(i32::MAX);
                problem.add_integer_var(weight, (bound(least), bound(most)))
            })
            .collect();
        let everybody: Vec<(Variable, f64)> = many.iter().map(|it| (*it, 1.0)).collect();
        problem.add_constraint(everybody, ComparisonOp::Eq, f64::from(self.kinds.size));
        for quota in self.quotas.iter().filter(|quota| !quota.kinds.is_empty()) {
            let have = quota.many(|kind| self.many[kind]);
            let (least, most) = face(have, (quota.least, quota.most), is_close);
            let row: Vec<(Variable, f64)> =
                quota.kinds.iter().map(|kind| (many[*kind], 1.0)).collect();
            problem.add_constraint(row.clone(), ComparisonOp::Ge, least);
            problem.add_constraint(row, ComparisonOp::Le, most);
        }
        let solution = match problem.solve() {
            Err(microlp::Error::Infeasible) => return Ok(None),
            other => other?.into_solution(),
        };
        let solution = solution.map_err(|_| Refusal::Search("interrupted".to_owned()))?;
        Ok(Some(many.iter().map(|it| whole(solution.var_value(*it))).collect()))
    }

    /// How much of a panel can be taken, so that the rest stays within all bounds.
    fn most_of(&self, panel: &Panel) -> f64 {
        let mut most: f64 = 1.0;
        let mut limit = |have: f64, taken: f64| {
            if taken > 0.0 {
                most = most.min(have / taken);
            }
        };
        for (kind, (many, taken)) in self.many.iter().zip(panel).enumerate() {
            let (all, taken) = (self.kinds.people(kind), f64::from(*taken));
            limit(*many, taken);
            limit(all - many, all - taken);
        }
        for quota in &self.quotas {
            let have = quota.many(|kind| self.many[kind]);
            let taken = quota.many(|kind| f64::from(panel[kind]));
            limit(have - quota.least, taken - quota.least);
            limit(quota.most - have, quota.most - taken);
        }
        most.clamp(0.0, 1.0)
    }

    fn take(&mut self, panel: &Panel, part: f64) {
        self.share *= 1.0 - part;
        for (kind, (many, taken)) in self.many.iter_mut().zip(panel).enumerate() {
            let all = self.kinds.people(kind);
            *many = (*many - part * f64::from(*taken)) / (1.0 - part);
            if *many < NEAR {
                *many = 0.0;
            } else if all - *many < NEAR {
                *many = all;
            }
        }
    }
}

/// The bounds within which a whole number stays on the face of this one.
fn face(have: f64, (least, most): (f64, f64), is_close: bool) -> (f64, f64) {
    if have - least < NEAR {
        (least, least)
    } else if most - have < NEAR {
        (most, most)
    } else if is_close {
        (least.max((have + NEAR).floor()), most.min((have - NEAR).ceil()))
    } else {
        (least, most)
    }
}
