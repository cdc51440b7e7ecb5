//! The same count of the same file, here and by a Python reference.

use std::path::{Path, PathBuf};

use translokaal::rules::election::{self, Kind};

use crate::{peer::Peers, timing};

/// Method, file, seats, and how many times as fast it should be, where there is a goal.
const RACES: [(&str, &str, u32, Option<f64>); 17] = [
    ("equal_shares", "pabulib/mes-real/Netherlands_Assen_2024.pb", 1, None),
    ("equal_shares", "pabulib/netherlands/Netherlands_Amsterdam_643.pb", 1, None),
    ("equal_shares", "pabulib/netherlands/Netherlands_Amsterdam_252.pb", 1, Some(100.0)),
    ("equal_shares_once", "pabulib/netherlands/Netherlands_Amsterdam_289.pb", 1, Some(100.0)),
    ("equal_shares_once", "pabulib/netherlands/Netherlands_Amsterdam_252.pb", 1, Some(100.0)),
    ("greedy", "pabulib/netherlands/Netherlands_Amsterdam_252.pb", 1, None),
    ("agenda_phragmen", "pabulib/netherlands/Netherlands_Amsterdam_289.pb", 10, None),
    ("agenda_phragmen", "pabulib/netherlands/Netherlands_Amsterdam_252.pb", 10, None),
    ("stv_scottish", "stv/scotland/glasgow_2007_partick.blt", 4, Some(50.0)),
    ("stv_scottish", "stv/scotland/glasgow_2022_ward6.blt", 4, Some(50.0)),
    ("stv_scottish", "preflib/irish/00001-00000003.soi", 5, Some(50.0)),
    ("stv_meek", "stv/scotland/glasgow_2007_partick.blt", 4, Some(50.0)),
    ("stv_meek", "stv/scotland/glasgow_2022_ward6.blt", 4, Some(50.0)),
    ("schulze", "preflib/ers/00007-00000033.toc", 1, Some(50.0)),
    ("schulze", "preflib/ers/00007-00000077.toc", 1, Some(50.0)),
    ("schulze", "stv/scotland/glasgow_2022_ward6.blt", 1, Some(50.0)),
    ("schulze", "preflib/irish/00001-00000003.soi", 1, Some(50.0)),
];

/// Runs all races and prints a line for each.
pub fn run(folder: &Path) -> anyhow::Result<()> {
    let data = std::env::var_os("VOTES_DATA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/votes")),
        PathBuf::from,
    );
    if !data.is_dir() {
        println!("!! THE ELECTIONS ARE NOT HERE: NOTHING WAS COMPARED !!");
        return Ok(());
    }
    let peers = Peers::install(folder)?;
    println!("method             ours        theirs      ratio  file");
    for (method, name, seats, goal) in RACES {
        let file = data.join(name);
        let kind = Kind::of(name).ok_or_else(|| anyhow::anyhow!("{name} is of no kind"))?;
        let election = election::read(kind, &std::fs::read_to_string(&file)?)?;
        let (ours, mut winners) = timing::shortest(method, &election, seats)?;
        let theirs = peers.count(method, &file, seats)?;
        let seconds = theirs.as_ref().map_or(Peers::patience(), |it| it.seconds);
        let ratio = seconds / ours;
        let remark = match theirs {
            None => " (theirs was stopped: at least)",
            Some(theirs) => {
                let mut other = theirs.winners;
                winners.sort();
                other.sort();
                if winners == other { "" } else { " (other winners)" }
            }
        };
        let goal = match goal {
            None => String::new(),
            Some(goal) => format!(" {:.2} of the goal of {goal}", ratio / goal),
        };
        println!("{method:<18} {ours:>9.6} s {seconds:>9.4} s {ratio:>8.0}  {name}{goal}{remark}");
    }
    Ok(())
}
