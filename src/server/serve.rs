use std::{
    io::{self, IsTerminal},
    net::SocketAddr,
    path::PathBuf,
};

use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

use super::{
    Instance, Voice,
    failure::{Failure, Outcome},
    house, setup,
};
use crate::settings::Settings;

/// Open one neighbourhood to people and to other neighbourhoods.
///
/// Without a file it runs on 127.0.0.1:8080 with SQLite in `./data`. It makes and migrates its
/// database, and as long as the neighbourhood isn't founded it prints a link with which the first
/// administrator does that. Stops on SIGTERM and SIGINT, after finishing what was begun.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// The file with the settings; without it the defaults and the environment count.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Serves until a signal comes.
///
/// # Errors
/// Settings, a database or a port that can't be used; requests that didn't finish in time.
pub async fn serve(serve: Serve, voice: &mut Voice<'_>) -> Outcome {
    let environment = std::mem::take(&mut voice.environment);
    let settings = house::settings(serve.config.as_deref(), environment)?;
    keep_log(&settings);
    let listener = bind(settings.server.listen).await?;
    let app = house::open(settings).await?;
    let link = setup::link(&app).await?;
    let public_url = app.settings.server.public_url.clone();
    let instance = Instance::start(app, listener).await?;
    voice.say(&format!("open at {public_url} (listening on {})", instance.address));
    if let Some(link) = link {
        voice.say("This neighbourhood isn't founded yet. Name it, and become its secretary, here:");
        voice.say(&link);
    }
    stopped().await?;
    voice.say("closing");
    close(vec![instance]).await
}

/// Closes servers side by side; a second signal doesn't wait for them.
///
/// # Errors
/// Something didn't finish in time.
pub async fn close(instances: Vec<Instance>) -> Outcome {
    let closing = instances.into_iter().map(|it| tokio::spawn(it.shutdown())).collect::<Vec<_>>();
    let all = async {
        let mut in_time = true;
        for one in closing {
            in_time &= one.await.unwrap_or(false);
        }
        in_time
    };
    let in_time = tokio::select! {
        in_time = all => in_time,
        again = stopped() => again.is_err(),
    };
    if in_time {
        return Ok(());
    }
    Err(Failure::NotDone("something didn't finish in time, and was rolled back".to_owned()))
}

/// Takes a port.
///
/// # Errors
/// That it is taken, or what the system says.
pub async fn bind(address: SocketAddr) -> Outcome<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Failure::not_done(
            address,
            "another program has this port; stop it, or set another server.listen",
        ),
        _ => Failure::not_done(address, error),
    })
}

/// Waits until somebody asks the server to stop.
///
/// # Errors
/// Signals can't be heard.
pub async fn stopped() -> Outcome {
    let hear = |kind| signal(kind).map_err(|error| Failure::not_done("signals", error));
    let (mut terminate, mut interrupt) =
        (hear(SignalKind::terminate())?, hear(SignalKind::interrupt())?);
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// Writes the log to standard error, as the settings say. A log that is kept already stays.
pub fn keep_log(settings: &Settings) {
    // The filter was read when the settings were checked. Migrations are told by `migrate`.
    let filter = format!("sea_orm_migration=warn,{}", settings.server.log);
    let _ = tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::new(filter))
        .with_ansi(io::stderr().is_terminal())
        .with_writer(io::stderr)
        .try_init();
}
