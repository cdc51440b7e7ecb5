use sha2::{Digest, Sha256};

use super::kinds::{Kinds, Panel};

/// Names the people of every panel, by their places in the pool. Of a kind, those who were on the
/// fewest panels so far come first, by lot among equals: in the end nobody is on more than one panel
/// more than another of her kind.
pub fn name(kinds: &Kinds, panels: &[Panel], counts: &[u32], seed: &str) -> Vec<Vec<u32>> {
    let mut all: Vec<([u8; 32], &Panel)> = Vec::new();
    for (at, (panel, count)) in panels.iter().zip(counts).enumerate() {
        all.extend((0..*count).map(|copy| (lot(seed, &format!("panel {at} {copy}")), panel)));
    }
    all.sort_unstable_by_key(|(one, _)| *one);
    let people = kinds.all.iter().map(|kind| kind.people.iter().max().copied()).max().flatten();
    let mut given = vec![0_u32; people.map_or(0, |last| last + 1)];
    let mut named = Vec::new();
    for (number, (_, panel)) in all.iter().enumerate() {
        let mut places = Vec::new();
        for (kind, many) in kinds.all.iter().zip(panel.iter()) {
            let turn = |place: usize| (given[place], lot(seed, &format!("{number} {place}")));
            let mut waiting: Vec<((u32, [u8; 32]), usize)> =
                kind.people.iter().map(|place| (turn(*place), *place)).collect();
            waiting.sort_unstable();
            let taken = usize::try_from(*many).unwrap_or(usize::MAX);
            places.extend(waiting.into_iter().take(taken).map(|(_, place)| place));
        }
        for place in &places {
            given[*place] += 1;
        }
        places.sort_unstable();
        named.push(places.into_iter().filter_map(|place| u32::try_from(place).ok()).collect());
    }
    named
}

fn lot(seed: &str, name: &str) -> [u8; 32] {
    Sha256::new().chain_update(seed.as_bytes()).chain_update(name.as_bytes()).finalize().into()
}
