//! Lists of PrefLib: alternatives between commas, those that belong together in braces.

use super::Fault;

/// The parts of a list: one alternative, or several that stood in braces.
///
/// # Errors
/// A brace isn't closed, or nothing separates it from what follows.
pub fn parts(line: u64, list: &str) -> Result<Vec<&str>, Fault> {
    let mut parts = Vec::new();
    let mut rest = list.trim();
    while !rest.is_empty() {
        let held;
        if let Some(open) = rest.strip_prefix('{') {
            let Some((inside, after)) = open.split_once('}') else {
                return Err(Fault::new(line, "a brace isn't closed"));
            };
            (held, rest) = (inside, after.trim());
            if !rest.is_empty() && !rest.starts_with(',') {
                return Err(Fault::new(line, "a comma is missing after a brace"));
            }
            rest = rest.strip_prefix(',').unwrap_or(rest);
        } else {
            (held, rest) = rest.split_once(',').unwrap_or((rest, ""));
        }
        parts.push(held);
        rest = rest.trim();
    }
    Ok(parts)
}
