//! A phone: Debian's Chromium behind its driver, 360 pixels wide, and axe-core beside it.

use std::{net::TcpListener, path::PathBuf, process::Stdio, sync::Mutex, time::Duration};

use base64::Engine as _;
use thirtyfour::{Key, common::capabilities::chromium::ChromiumLikeCapabilities, prelude::*};
use tokio::process::{Child, Command};

/// WCAG 2.2 AA, as axe-core names its parts.
const RULES: &str = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";
const WIDTH: i64 = 360;

pub struct Phone {
    browser: WebDriver,
    axe: String,
    faults: Mutex<Vec<String>>,
    /// Where every page that is checked is kept as a picture, if anywhere.
    album: Option<PathBuf>,
    pictures: Mutex<u32>,
    _driver: Child,
    _profile: tempfile::TempDir,
}

impl Phone {
    /// Starts a browser with an empty profile.
    pub async fn pick_up() -> Self {
        let axe = std::env::var("AXE").unwrap_or_else(|_| {
            concat!(env!("CARGO_MANIFEST_DIR"), "/../target/axe/node_modules/axe-core/axe.min.js")
                .to_owned()
        });
        let axe = std::fs::read_to_string(&axe)
            .unwrap_or_else(|error| panic!("axe-core ({axe}): {error}; run `bash .ci/run tools`"));
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("chromedriver: {error}; run `bash .ci/run tools`"));
        let profile = tempfile::tempdir().unwrap();
        let mut wishes = DesiredCapabilities::chrome();
        for wish in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            &format!("--user-data-dir={}", profile.path().display()),
        ] {
            wishes.add_arg(wish).unwrap();
        }
        // A window of a desktop Chromium is never as narrow as a phone; its emulation is.
        let metrics = serde_json::json!({
            "deviceMetrics": {"width": WIDTH, "height": 740, "pixelRatio": 2.0, "touch": true},
        });
        wishes.add_experimental_option("mobileEmulation", metrics).unwrap();
        let address = format!("http://127.0.0.1:{port}");
        let browser = async {
            loop {
                match WebDriver::new(&address, wishes.clone()).await {
                    Ok(browser) => return browser,
                    Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
                }
            }
        };
        let browser = tokio::time::timeout(Duration::from_secs(30), browser)
            .await
            .expect("the browser starts within half a minute");
        let album = std::env::var_os("ALBUM").map(PathBuf::from);
        let (faults, pictures) = (Mutex::default(), Mutex::default());
        Self { browser, axe, faults, album, pictures, _driver: driver, _profile: profile }
    }

    /// Ends the visit; fails when any page had a fault, and tells all of them.
    pub async fn put_down(self) {
        self.browser.quit().await.unwrap();
        let faults = self.faults.into_inner().unwrap();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    /// Opens a page and checks it.
    pub async fn visit(&self, url: &str) {
        self.browser.goto(url).await.unwrap();
        self.check().await;
    }

    /// Opens a page that is checked elsewhere.
    pub async fn goes(&self, url: &str) {
        self.browser.goto(url).await.unwrap();
    }

    /// Opens a page and checks it in both languages; goes on in Dutch.
    pub async fn reads(&self, url: &str) {
        self.visit(url).await;
        self.press("button[name=language][value=en]").await;
        self.press_unchecked("button[name=language][value=nl]").await;
    }

    /// Sends what can't be taken: that is told, and at the field if it is about one.
    pub async fn is_refused(&self, button: &str, field: &str) {
        self.press(button).await;
        let at = self.address().await;
        assert!(self.has("form .faults[role=alert]").await, "no fault is told at {at}");
        let fault = format!("#{field}-fault");
        assert!(field.is_empty() || self.has(&fault).await, "no {fault} at {at}");
    }

    /// Puts a value in a field as a picker of days would, or picks it from a list.
    pub async fn sets(&self, field: &str, value: &str) {
        let found = self.find(field).await.to_json().unwrap();
        let script = "arguments[0].value = arguments[1]";
        self.browser.execute(script, vec![found, value.into()]).await.unwrap();
    }

    /// Picks the last of a list.
    pub async fn last(&self, list: &str) {
        let found = self.find(list).await.to_json().unwrap();
        let script = "arguments[0].selectedIndex = arguments[0].options.length - 1";
        self.browser.execute(script, vec![found]).await.unwrap();
    }

    /// Presses something that leads to a page, and checks that page.
    pub async fn press(&self, what: &str) {
        self.press_unchecked(what).await;
        self.check().await;
    }

    /// Presses a button even if the browser itself would hold an unfinished form back.
    pub async fn press_unchecked(&self, what: &str) {
        let script = "document.querySelectorAll('form').forEach(it => it.noValidate = true)";
        self.browser.execute(script, vec![]).await.unwrap();
        let found = self.find(what).await;
        // At once, not gliding there: the tap would come before the button.
        let show = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
        self.browser.execute(show, vec![found.to_json().unwrap()]).await.unwrap();
        self.browser.execute("window.isOld = true", vec![]).await.unwrap();
        if let Err(error) = found.click().await {
            panic!("{what} at {}: {error}", self.address().await);
        }
        self.wait_for_the_next_page(what).await;
    }

    /// Ticks a box, or picks one of some, with the keyboard: nothing is tapped.
    pub async fn space(&self, what: &str) {
        self.find(what).await.send_keys(" ").await.unwrap();
    }

    /// Goes one down in a list, with the keyboard.
    pub async fn down(&self, what: &str) {
        self.find(what).await.send_keys(Key::Down + "").await.unwrap();
    }

    /// Presses a button with the keyboard, and checks the page that it leads to.
    pub async fn enter(&self, what: &str) {
        let found = self.find(what).await;
        self.browser.execute("window.isOld = true", vec![]).await.unwrap();
        found.send_keys(Key::Enter + "").await.unwrap();
        self.wait_for_the_next_page(what).await;
        self.check().await;
    }

    /// Opens whatever is folded on the page, and checks it again.
    pub async fn unfold(&self) {
        let script = "document.querySelectorAll('details').forEach(it => it.open = true)";
        self.browser.execute(script, vec![]).await.unwrap();
        self.check().await;
    }

    /// Asks for dark pages, or for light ones.
    pub async fn darken(&self, is_dark: bool) {
        let value = if is_dark { "dark" } else { "light" };
        let media = serde_json::json!({
            "features": [{"name": "prefers-color-scheme", "value": value}],
        });
        self.browser.cdp().send_raw("Emulation.setEmulatedMedia", media).await.unwrap();
    }

    /// Keeps the whole page as a picture.
    async fn photograph(&self) {
        let Some(album) = &self.album else { return };
        let all = serde_json::json!({"format": "png", "captureBeyondViewport": true});
        let taken = self.browser.cdp().send_raw("Page.captureScreenshot", all).await.unwrap();
        let data = taken["data"].as_str().unwrap();
        let png = base64::engine::general_purpose::STANDARD.decode(data).unwrap();
        let number = {
            let mut pictures = self.pictures.lock().unwrap();
            *pictures += 1;
            *pictures
        };
        let at = self.address().await;
        let name: String = at
            .chars()
            .skip(7)
            .map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' })
            .take(60)
            .collect();
        std::fs::create_dir_all(album).unwrap();
        std::fs::write(album.join(format!("{number:03}-{name}.png")), png).unwrap();
    }

    async fn wait_for_the_next_page(&self, what: &str) {
        let is_new = "return !window.isOld && document.readyState === 'complete'";
        for _ in 0..400 {
            // Between two pages there is nothing to ask.
            let answer = self.browser.execute(is_new, vec![]).await;
            if answer.is_ok_and(|it| it.json() == &serde_json::Value::Bool(true)) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{what} leads nowhere from {}", self.address().await);
    }

    pub async fn types(&self, field: &str, text: &str) {
        let found = self.find(field).await;
        found.clear().await.unwrap();
        found.send_keys(text).await.unwrap();
    }

    /// What stands in a field.
    pub async fn typed(&self, field: &str) -> String {
        self.find(field).await.value().await.unwrap().unwrap_or_default()
    }

    pub async fn has(&self, what: &str) -> bool {
        !self.browser.find_all(By::Css(what)).await.unwrap().is_empty()
    }

    pub async fn text(&self, what: &str) -> String {
        self.find(what).await.text().await.unwrap()
    }

    pub async fn value_of(&self, what: &str, attribute: &str) -> String {
        self.find(what).await.attr(attribute).await.unwrap().unwrap_or_default()
    }

    pub async fn address(&self) -> String {
        self.browser.current_url().await.unwrap().to_string()
    }

    /// The addresses of the links that fit, each once.
    pub async fn links(&self, what: &str) -> Vec<String> {
        let mut found = Vec::new();
        for link in self.browser.find_all(By::Css(what)).await.unwrap() {
            let address = link.prop("href").await.unwrap().unwrap_or_default();
            if !found.contains(&address) {
                found.push(address);
            }
        }
        found
    }

    async fn find(&self, what: &str) -> WebElement {
        match self.browser.find(By::Css(what)).await {
            Ok(found) => found,
            Err(_) => {
                let page = self.browser.find(By::Css("body")).await.unwrap().text().await.unwrap();
                panic!("no {what} at {}:\n{page}", self.address().await)
            }
        }
    }

    /// No violation of WCAG 2.2 AA, nothing wider than the phone, one `h1`.
    async fn check(&self) {
        let at = self.address().await;
        self.photograph().await;
        self.browser.execute(self.axe.as_str(), vec![]).await.unwrap();
        let script = format!(
            "const done = arguments[0];
             axe.run(document, {{runOnly: {RULES}}}).then(
               found => done(found.violations.map(it => it.id + ': ' + it.help + ' — '
                 + it.nodes.map(node => node.html.slice(0, 160)).join(' | '))),
               fault => done(['axe failed: ' + fault]));"
        );
        let found = self.browser.execute_async(script, vec![]).await.unwrap();
        let violations: Vec<String> = found.convert().unwrap();
        let mut faults: Vec<String> =
            violations.iter().map(|violation| format!("{at}: {violation}")).collect();
        let measure = "return [document.documentElement.scrollWidth, \
                       document.querySelectorAll('h1').length, window.innerWidth]";
        let measured: Vec<i64> =
            self.browser.execute(measure, vec![]).await.unwrap().convert().unwrap();
        if measured != [WIDTH, 1, WIDTH] {
            faults.push(format!("{at}: width, number of h1, width of the phone: {measured:?}"));
        }
        self.faults.lock().unwrap().append(&mut faults);
    }
}
