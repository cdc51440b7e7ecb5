//! One neighbourhood that is open: its router behind a socket, and its workers. Several may run in
//! one process.

use std::{io, net::SocketAddr, time::Duration};

use axum::serve::ListenerExt;
use tokio::{
    net::TcpListener,
    sync::watch,
    task::{JoinHandle, JoinSet},
    time,
};

use super::{house, router, workers};
use crate::{app::App, error::Result, federation::Federation};

/// How long requests and workers may take to finish what they began.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server that answers. Dropping it without [`Instance::shutdown`] leaves it to itself.
#[derive(Debug)]
pub struct Instance {
    pub app: App,
    pub address: SocketAddr,
    stop: watch::Sender<bool>,
    answering: JoinHandle<io::Result<()>>,
    working: JoinSet<()>,
}

impl Instance {
    /// Opens the doors behind `listener` and sets the workers to work.
    ///
    /// # Errors
    /// The listener has no address, or a door can't be opened.
    pub async fn start(app: App, listener: TcpListener) -> Result<Self> {
        let address = listener
            .local_addr()
            .map_err(|error| crate::error::Error::Unreachable(error.to_string()))?;
        let (stop, stopped) = watch::channel(false);
        let mut working = JoinSet::new();
        let federation = match app.settings.federation.enabled {
            true => Some(Federation::new(app.clone()).await?),
            false => None,
        };
        let routes = router::router(&app, federation.as_ref());
        workers::start(&app, federation, &stopped, &mut working);
        let listener = listener.tap_io(|stream| {
            // Small answers must not wait for the next packet.
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "without nodelay");
            }
        });
        let service = routes.into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(listener, service).with_graceful_shutdown(told(stopped));
        let answering = tokio::spawn(async move { serving.await });
        Ok(Self { app, address, stop, answering, working })
    }

    /// Closes the doors, lets what was begun finish, and closes the database. Gives whether
    /// everything finished in time; what didn't is rolled back whole.
    pub async fn shutdown(self) -> bool {
        let Self { app, stop, answering, mut working, .. } = self;
        stop.send_replace(true);
        let abort = answering.abort_handle();
        let finishing = async {
            let _ = answering.await;
            while working.join_next().await.is_some() {}
        };
        let in_time = time::timeout(PATIENCE, finishing).await.is_ok();
        abort.abort();
        working.shutdown().await;
        house::close(app.db).await;
        in_time
    }
}

/// Waits until it is said that the server stops.
pub async fn told(mut stopped: watch::Receiver<bool>) {
    // A sender that is gone says it as well.
    let _ = stopped.wait_for(|stop| *stop).await;
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpStream,
    };

    use super::*;
    use crate::world::World;

    async fn open(world: &World) -> Instance {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Instance::start(world.app.clone(), listener).await.unwrap()
    }

    #[tokio::test]
    async fn a_request_in_flight_is_answered_before_the_doors_close() {
        let world = World::new().await;
        let instance = open(&world).await;
        let address = instance.address;
        let mut begun = TcpStream::connect(address).await.unwrap();
        let head = "POST /inbox HTTP/1.1\r\nhost: alpha.test\r\ncontent-length: 2\r\n\r\n{";
        begun.write_all(head.as_bytes()).await.unwrap();
        // Answered once, so the other connection was taken in before the doors close.
        let mut other = TcpStream::connect(address).await.unwrap();
        other.write_all(b"GET / HTTP/1.1\r\nhost: alpha.test\r\n\r\n").await.unwrap();
        assert!(other.read(&mut [0; 64]).await.unwrap() > 0);
        let closing = tokio::spawn(instance.shutdown());
        while TcpStream::connect(address).await.is_ok() {
            time::sleep(Duration::from_millis(5)).await;
        }
        begun.write_all(b"}").await.unwrap();
        let mut answer = String::new();
        begun.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
        assert!(closing.await.unwrap());
    }

    #[tokio::test]
    async fn somebody_who_says_nothing_does_not_keep_the_doors_open() {
        let world = World::new().await;
        let instance = open(&world).await;
        let _silent = TcpStream::connect(instance.address).await.unwrap();
        time::sleep(Duration::from_millis(50)).await;
        let closed = time::timeout(Duration::from_secs(5), instance.shutdown()).await;
        assert_eq!(closed, Ok(true));
    }
}
