//! Lines on paper with logarithmic scales, as SVG.

use std::fmt::Write;

/// A named line of points.
pub struct Line {
    pub name: String,
    pub points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 440.0;
const MARGIN: f64 = 60.0;
const COLOURS: [&str; 6] = ["#0b6e4f", "#b3261e", "#1f5fbf", "#8a5a00", "#6a3fa0", "#444444"];

/// Draws lines; `across` says what is counted from left to right.
pub fn draw(title: &str, across: &str, lines: &[Line]) -> String {
    let points = || lines.iter().flat_map(|line| &line.points);
    let (left, right) = ends(points().map(|(x, _)| x.log10()));
    let (low, high) = ends(points().map(|(_, y)| y.log10()));
    let (low, high) = (low.floor(), high.ceil());
    let x = |value: f64| MARGIN + (value.log10() - left) / (right - left) * (WIDTH - 3.5 * MARGIN);
    let y = |value: f64| {
        HEIGHT - MARGIN - (value.log10() - low) / (high - low) * (HEIGHT - 2.0 * MARGIN)
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"12\" role=\"img\"><title>{title}</title>\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"white\"/>\n\
         <text x=\"{MARGIN}\" y=\"30\" font-size=\"16\">{title}</text>\n"
    );
    let mut power = low;
    while power <= high {
        let (at, end) = (y(10_f64.powf(power)), WIDTH - 2.5 * MARGIN);
        let _ = writeln!(
            svg,
            "<path d=\"M{MARGIN} {at:.1}H{end}\" stroke=\"#ddd\"/>\
             <text x=\"8\" y=\"{:.1}\">1e{power} s</text>",
            at + 4.0
        );
        power += 1.0;
    }
    if let Some(line) = lines.first() {
        for (value, _) in &line.points {
            let (at, below) = (x(*value), HEIGHT - MARGIN + 20.0);
            let _ = writeln!(
                svg,
                "<text x=\"{at:.1}\" y=\"{below}\" text-anchor=\"middle\">{value}</text>"
            );
        }
    }
    for (line, colour) in lines.iter().zip(COLOURS.iter().cycle()) {
        let places: Vec<String> =
            line.points.iter().map(|(a, b)| format!("{:.1},{:.1}", x(*a), y(*b))).collect();
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            places.join(" ")
        );
    }
    // Names stand below one another where lines end close together.
    let mut labels: Vec<(f64, f64, &str, &str)> = lines
        .iter()
        .zip(COLOURS.iter().cycle())
        .filter_map(|(line, colour)| {
            let (a, b) = line.points.last()?;
            Some((y(*b) + 4.0, x(*a) + 6.0, line.name.as_str(), *colour))
        })
        .collect();
    labels.sort_by(|(one, ..), (other, ..)| one.total_cmp(other));
    let mut free = 0.0_f64;
    for (at, across, name, colour) in labels {
        let at = at.max(free);
        free = at + 14.0;
        let _ =
            writeln!(svg, "<text x=\"{across:.1}\" y=\"{at:.1}\" fill=\"{colour}\">{name}</text>");
    }
    let _ = write!(
        svg,
        "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{across}</text>\n</svg>\n",
        (WIDTH - 2.0 * MARGIN) / 2.0,
        HEIGHT - 12.0
    );
    svg
}

fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)))
}
