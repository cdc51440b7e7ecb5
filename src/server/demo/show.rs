use std::path::PathBuf;

use serde_json::json;

use super::{Neighbour, open};
use crate::server::{
    Voice,
    failure::{Failure, Outcome},
    serve,
};

/// Open three neighbourhoods side by side, to look around in.
///
/// De Banne, Venserpolder and Wildemanbuurt, each with its own database, following each other. It
/// prints their addresses and codes to sign in with. What happens in them is kept until the next
/// time. The people in it are invented.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// The folder in which the demonstration is kept.
    #[arg(long, value_name = "DIR", default_value = "data/demo")]
    data: PathBuf,
    /// Begin anew: forget what happened in the folder.
    #[arg(long)]
    fresh: bool,
    /// The first of three ports.
    #[arg(long, value_name = "N", default_value_t = 8801, value_parser = clap::value_parser!(u16).range(1..=65_533))]
    port_base: u16,
    /// Print one JSON object instead of a table, when all three are up.
    #[arg(long)]
    json: bool,
}

/// Runs the demonstration until a signal comes.
///
/// # Errors
/// A port or folder that can't be used; something that didn't finish in time.
pub(in crate::server) async fn demo(demo: Demo, voice: &mut Voice<'_>) -> Outcome {
    let mut settings = crate::settings::Settings::default();
    "warn".clone_into(&mut settings.server.log);
    serve::keep_log(&settings);
    let neighbours = open(&demo.data, demo.port_base, demo.fresh).await?;
    if demo.json {
        voice.say(&as_json(&neighbours)?);
    } else {
        show(&neighbours, voice);
    }
    serve::stopped().await?;
    serve::close(neighbours.into_iter().map(|it| it.instance).collect()).await
}

fn as_json(neighbours: &[Neighbour]) -> Outcome<String> {
    let instances: Vec<_> = neighbours
        .iter()
        .map(|it| {
            let url = it.url.trim_end_matches('/');
            json!({"name": it.story.name, "url": url, "handle": it.handle, "codes": it.codes})
        })
        .collect();
    serde_json::to_string(&json!({ "instances": instances }))
        .map_err(|error| Failure::not_done("the list", error))
}

fn show(neighbours: &[Neighbour], voice: &mut Voice<'_>) {
    voice.say("Three neighbourhoods are open. Sign in with a code; the people are invented.");
    for it in neighbours {
        voice.say("");
        voice.say(&format!("  {}  {}  {}", it.story.name, it.url, it.handle));
        voice.say(&format!("    resident        {}  ({})", it.codes.resident, it.story.resident));
        voice.say(&format!("    council member  {}  ({})", it.codes.council, it.story.council));
        voice.say(&format!("    secretary       {}  ({})", it.codes.secretary, it.story.secretary));
        for (code, name) in it.codes.tellers.iter().zip(&it.story.tellers) {
            voice.say(&format!("    teller          {code}  ({name})"));
        }
    }
    voice.say("");
    voice.say("Stop with Ctrl+C; start again and everything is still there.");
}
