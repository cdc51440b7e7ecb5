//! Counting again who follows in the seats of an election, and drawing lots for seats again.

use std::path::Path;

use super::{
    Voice,
    failure::{Failure, Outcome},
    recount::told,
};
use crate::rules::record::{Finding, Published, draw, succession};

/// Reads a drawing of lots; nothing when the file is something else.
pub fn drawing(file: &Path) -> Option<draw::Published> {
    serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()
}

/// Draws lots for seats again.
///
/// # Errors
/// Something differs.
pub fn draw_again(drawn: &draw::Published, voice: &mut Voice<'_>) -> Outcome {
    let it = &drawn.draw;
    voice.say(&format!(
        "Drawing for election {} of {}: {} seats of {}, {} people",
        it.election,
        it.neighbourhood.name,
        it.seats,
        it.sector,
        it.pool.len()
    ));
    let within =
        it.lottery.as_ref().map(|lottery| draw::order_within(&it.secret, &it.pool, lottery));
    for step in within.and_then(Result::ok).iter().flat_map(|(_, steps)| steps) {
        voice.say(&step.to_string());
    }
    judge(&drawn.recount(), "drawn again", voice)
}

/// Counts who follows in the seats of an election, from the record of its vote.
///
/// # Errors
/// The file tells no such thing, or something in it differs.
pub fn count_back(file: &Path, record: &Published, voice: &mut Voice<'_>) -> Outcome {
    let unreadable = |why: String| Failure::unreadable(file.display(), why);
    let text = std::fs::read_to_string(file).map_err(|error| unreadable(error.to_string()))?;
    let published: succession::Published = serde_json::from_str(&text)
        .map_err(|error| unreadable(format!("not a countback: {error}")))?;
    let Published::V2(record) = record else {
        return Err(unreadable("its record has no countback".to_owned()));
    };
    let title = |key: &String| {
        let option = record.record.options.iter().find(|it| it.key == *key);
        option.map_or_else(|| key.clone(), |it| it.title.clone())
    };
    let it = &published.succession;
    for (what, keys) in [
        ("Keep their seats", &it.sitting),
        ("Gone", &it.gone),
        ("Elected", &it.followed.elected),
        ("Alternates in order", &it.followed.alternates),
    ] {
        let titles: Vec<String> = keys.iter().map(title).collect();
        if !titles.is_empty() {
            voice.say(&format!("{what}: {}", titles.join("; ")));
        }
    }
    judge(&published.recount(record), "counted again", voice)
}

/// Says of every check whether it holds.
fn judge(findings: &[Finding], outcome: &str, voice: &mut Voice<'_>) -> Outcome {
    findings.iter().for_each(|finding| voice.say(&told(finding)));
    let differing = findings.iter().filter(|it| it.differs.is_some()).count();
    if differing == 0 {
        voice.say(&format!("Equal: {outcome}."));
        return Ok(());
    }
    Err(Failure::NotDone(format!("Differs: {differing} of {} checks don't hold.", findings.len())))
}
