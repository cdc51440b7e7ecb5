//! What people wrote in Markdown, as HTML that can do no harm.

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Turns Markdown into HTML: no scripts, no styles, no pictures from elsewhere; headings begin
/// below those of the page.
#[must_use]
pub fn html(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut open = Vec::new();
    let events = Parser::new_ext(text, options).map(|event| lower(&mut open, event));
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    Builder::default()
        .rm_tags(["img", "map", "area"])
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow noopener ugc"))
        .clean(&out)
        .to_string()
}

/// The first lines without any marking, for feeds and previews.
#[must_use]
pub fn plain(text: &str, most: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{whole}…")
}

/// Puts headings below those of the page, one step at a time: who listens to a page hears no level
/// left out, whatever level somebody began with.
fn lower<'a>(open: &mut Vec<HeadingLevel>, event: Event<'a>) -> Event<'a> {
    match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            open.retain(|above| *above < level);
            open.push(level);
            Event::Start(Tag::Heading { level: lowered(open.len()), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(lowered(open.len()))),
        other => other,
    }
}

const fn lowered(depth: usize) -> HeadingLevel {
    match depth {
        0 | 1 => HeadingLevel::H3,
        2 => HeadingLevel::H4,
        3 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn headings_stand_below_those_of_the_page() {
        assert_eq!(html("# One\n## Two"), "<h3>One</h3>\n<h4>Two</h4>\n");
        assert_eq!(
            html("## One\n#### Two\n# Three"),
            "<h3>One</h3>\n<h4>Two</h4>\n<h3>Three</h3>\n"
        );
    }

    #[test]
    fn links_say_that_somebody_else_wrote_them() {
        insta::assert_snapshot!(
            html("[here](https://banne.example/) [bad](javascript:alert(1))"),
            @r#"<p><a href="https://banne.example/" rel="nofollow noopener ugc">here</a> <a rel="nofollow noopener ugc">bad</a></p>"#
        );
    }

    #[test]
    fn a_preview_ends_at_a_word() {
        assert_eq!(plain("one  two\nthree", 9), "one two…");
        assert_eq!(plain("one two", 9), "one two");
    }

    /// Text with many of the pieces that attacks are made of.
    fn hostile() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "<script>",
            "</script>",
            "<img src=x onerror=",
            "alert(1)",
            "javascript:",
            "[a](",
            ")",
            "<a href=\"",
            "\">",
            "<svg/onload=",
            "<style>",
            "`",
            "\n",
            "<!--",
            "-->",
            "\"",
            "'",
            "&#106;",
            "data:text/html,",
            "<iframe src=",
            "<b onclick=",
            " ",
            "<math>",
        ]);
        prop::collection::vec(prop_oneof![pieces.prop_map(str::to_owned), ".{0,8}"], 0..30)
            .prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn nothing_that_runs_comes_out(text in hostile()) {
            let out = html(&text);
            for tag in out.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest)) {
                let tag = tag.to_ascii_lowercase();
                prop_assert!(!tag.starts_with("script") && !tag.starts_with("svg"), "{out}");
                prop_assert!(!tag.starts_with("iframe") && !tag.starts_with("style"), "{out}");
                prop_assert!(!tag.contains("href=\"javascript:"), "{out}");
                prop_assert!(!tag.contains("href=\"data:"), "{out}");
                let names: String = tag.split('"').step_by(2).collect();
                prop_assert!(!names.contains(" on"), "{out}");
            }
        }
    }
}
