//! Makes what others wrote fit to be kept and shown: plain text for titles, a small set of HTML
//! for the rest. What is not on the list is left out.

use std::collections::BTreeSet;

use ammonia::Builder;

/// Longest text kept, in characters.
pub const TEXT_MOST: usize = 100_000;

const TAGS: [&str; 23] = [
    "p",
    "br",
    "span",
    "a",
    "del",
    "s",
    "pre",
    "blockquote",
    "code",
    "b",
    "strong",
    "u",
    "i",
    "em",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// HTML that can do no harm: the elements that every server of the fediverse shows, links to
/// https only, no images, no style, no script.
#[must_use]
pub fn html(foreign: &str) -> String {
    let cut: String = foreign.chars().take(TEXT_MOST).filter(|c| !is_hidden(*c)).collect();
    let attributes = [("a", BTreeSet::from(["href", "lang"])), ("ol", BTreeSet::from(["start"]))];
    Builder::empty()
        .tags(TAGS.into_iter().collect())
        .clean_content_tags(["script", "style"].into_iter().collect())
        .generic_attributes(["lang"].into_iter().collect())
        .tag_attributes(
            attributes.into_iter().map(|(tag, names)| (tag, names.into_iter().collect())).collect(),
        )
        .url_schemes(["http", "https"].into_iter().collect())
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow noopener noreferrer ugc"))
        .clean(&cut)
        .to_string()
}

/// One line of plain text of at most `most` characters: no markup, no characters that hide or turn
/// text around.
#[must_use]
pub fn line(foreign: &str, most: usize) -> String {
    let text = plain(foreign);
    let words: Vec<&str> = text.split_whitespace().collect();
    let joined = words.join(" ");
    if joined.chars().count() <= most {
        return joined;
    }
    let mut cut: String = joined.chars().take(most.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

/// The text of a piece of HTML.
fn plain(foreign: &str) -> String {
    let cut: String = foreign.chars().take(TEXT_MOST).filter(|c| !is_hidden(*c)).collect();
    if !cut.contains(['<', '&']) {
        return cut;
    }
    // Ends of blocks become spaces; the rest of the markup goes, and entities are read.
    let spaced = cut.replace("</p>", " </p>").replace("<br", " <br");
    let bare = Builder::empty()
        .clean_content_tags(["script", "style"].into_iter().collect())
        .clean(&spaced)
        .to_string();
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&nbsp;", " "),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(bare, |text, (entity, sign)| text.replace(entity, sign))
}

/// Control characters, bidirectional overrides, zero-width characters and tags.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_acts_gets_through() {
        let foreign = r#"<p onclick="x()">Een <strong>fietspad</strong><img src=x onerror=y>
            <script>alert(1)</script><a href="javascript:x" style="color:red">hier</a>
            <a href="https://alpha.example/1">daar</a><iframe src="x"></iframe></p>"#;
        let clean = html(foreign);
        for bad in ["onclick", "onerror", "img", "script", "alert", "style", "iframe"] {
            assert!(!clean.contains(bad), "{bad}: {clean}");
        }
        assert!(clean.contains("<strong>fietspad</strong>"));
        assert!(clean.contains(r#"href="https://alpha.example/1""#));
        assert!(clean.contains("nofollow"));
    }

    #[test]
    fn a_title_is_one_plain_line() {
        assert_eq!(line("<b>Een</b>\n titel &amp; meer", 100), "Een titel & meer");
        assert_eq!(line("abc\u{202e}def\u{200b}\u{0}", 100), "abcdef");
        assert_eq!(line("een lange titel", 5), "een …");
        assert_eq!(line("1 < 2", 100), "1 < 2");
    }

    #[test]
    fn what_is_too_long_is_cut() {
        assert!(html(&"x".repeat(TEXT_MOST + 10)).len() <= TEXT_MOST);
    }
}
