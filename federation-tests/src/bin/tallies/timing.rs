//! One count of one election, by the clock.

use std::{hint::black_box, time::Instant};

use translokaal::rules::{
    election::{Ballots, Election},
    tally::{
        agenda_phragmen, equal_shares, greedy, lot::Lots, paper::Ranking, schulze, stv_meek,
        stv_scottish,
    },
};

/// Counts and gives the winners. The steps are made, too, as always.
pub fn count(method: &str, election: &Election, seats: u32) -> anyhow::Result<Vec<String>> {
    let Election { options, support, .. } = election;
    let lots = Lots::Seed("the benchmark".to_owned());
    let withdrawn = || options.names(election.withdrawn.iter().copied());
    let money = || election.money.as_ref().ok_or_else(|| anyhow::anyhow!("no budget"));
    let rankings = || -> anyhow::Result<&[Ranking]> {
        let Ballots::Rankings(papers) = &election.ballots else { anyhow::bail!("no rankings") };
        Ok(papers)
    };
    Ok(match method {
        "equal_shares" => {
            let rules = equal_shares::Rules::default();
            let papers = election.ballots.approvals();
            equal_shares::count(&rules, options, &papers, money()?, &lots)?.winners
        }
        "equal_shares_once" => {
            let completion = equal_shares::Completion::None;
            let rules = equal_shares::Rules { completion, ..equal_shares::Rules::default() };
            let papers = election.ballots.approvals();
            equal_shares::count(&rules, options, &papers, money()?, &lots)?.winners
        }
        "greedy" => {
            let rules = greedy::Rules { misfit: greedy::Misfit::PassOver };
            greedy::count(&rules, options, support, money()?, &lots)?.winners
        }
        "agenda_phragmen" => {
            let rules = agenda_phragmen::Rules { places: Some(seats), earlier_first: false };
            let papers = election.ballots.approvals();
            agenda_phragmen::count(&rules, options, &papers, &lots)?.winners
        }
        "stv_scottish" => {
            let rules = stv_scottish::Rules { seats, withdrawn: withdrawn() };
            stv_scottish::count(&rules, options, rankings()?, &lots)?.winners
        }
        "stv_meek" => {
            let rules = stv_meek::Rules { seats, withdrawn: withdrawn() };
            stv_meek::count(&rules, options, rankings()?, &lots)?.winners
        }
        "schulze" => {
            let rules = schulze::Rules { winners: 1, status_quo: None, withdrawn: withdrawn() };
            schulze::count(&rules, options, rankings()?, &lots)?.winners
        }
        other => anyhow::bail!("{other} is no method"),
    })
}

/// The shortest time of a few counts, in seconds, with the winners.
pub fn shortest(
    method: &str,
    election: &Election,
    seats: u32,
) -> anyhow::Result<(f64, Vec<String>)> {
    let begun = Instant::now();
    let mut shortest = f64::INFINITY;
    loop {
        let one = Instant::now();
        let winners = black_box(count(method, black_box(election), seats)?);
        shortest = shortest.min(one.elapsed().as_secs_f64());
        if begun.elapsed().as_secs_f64() > 0.5 {
            return Ok((shortest, winners));
        }
    }
}
