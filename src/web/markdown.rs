//! What people wrote in Markdown, as HTML that can do no harm.

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Turns Markdown into HTML: no scripts, no styles, no pictures from elsewhere; headings begin
/// below those of the page.
#[must_use]
pub fn html(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(text, options).map(lower);
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

fn lower(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lowered(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level))),
        other => other,
    }
}

const fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn headings_stand_below_those_of_the_page() {
        assert_eq!(html("# One\n## Two"), "<h3>One</h3>\n<h4>Two</h4>\n");
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
