//! The box that ballots are dropped into at the door. What comes in while a commit waits for the disk
//! is taken out together and cast in the next one: one look at the sessions, the roll and the
//! ballots for all of them, and one commit. The rule and the answer are those of each ballot alone.

use tokio::sync::{mpsc, oneshot};

use crate::{
    app::App,
    clock::Instant,
    db::{self, Tx},
    error::{Error, Refusal, Result},
    members,
    rules::permission,
    votes::{self, Cast, Casting, Received},
};

/// Most ballots that are cast in one transaction.
const TOGETHER: usize = 500;

/// The slot.
#[derive(Clone, Debug)]
pub struct BallotBox {
    slot: mpsc::Sender<Envelope>,
}

/// A ballot with the session it came in; nobody has looked yet whose that is.
#[derive(Clone, Debug)]
pub struct Slip {
    pub session: String,
    pub at: Instant,
    pub new: Casting,
}

#[derive(Debug)]
struct Envelope {
    slip: Slip,
    answer: oneshot::Sender<Result<Cast>>,
}

impl BallotBox {
    /// A box that is emptied for as long as somebody holds it.
    #[must_use]
    pub fn new(app: App) -> Self {
        let (slot, mut inside) = mpsc::channel(TOGETHER);
        tokio::spawn(async move {
            let mut taken = Vec::new();
            while inside.recv_many(&mut taken, TOGETHER).await > 0 {
                // In a task of its own: should it panic, its voters hear of it and the next
                // ballots are taken all the same.
                let _ = tokio::spawn(empty(app.clone(), std::mem::take(&mut taken))).await;
            }
        });
        Self { slot }
    }

    /// Drops a ballot in, and waits until it is kept or refused.
    ///
    /// # Errors
    /// As [`votes::cast`], or that nobody is signed in.
    pub async fn drop_in(&self, slip: Slip) -> Result<Cast> {
        let (answer, answered) = oneshot::channel();
        match self.slot.send(Envelope { slip, answer }).await {
            Ok(()) => answered.await.unwrap_or_else(|_| lost()),
            Err(_) => lost(),
        }
    }
}

/// Casts what was taken out, and answers.
async fn empty(app: App, taken: Vec<Envelope>) {
    let (slips, answers): (Vec<Slip>, Vec<_>) =
        taken.into_iter().map(|it| (it.slip, it.answer)).unzip();
    match db::write(&app.db, async |tx| cast(tx, &app, &slips).await).await {
        Ok(done) => {
            for (answer, done) in answers.into_iter().zip(done) {
                // Somebody who went away is not told; the ballot is cast.
                let _ = answer.send(done);
            }
        }
        // What the database refuses for one must not stop the others.
        Err(_) => {
            for (slip, answer) in slips.into_iter().zip(answers) {
                let done = db::write(&app.db, async |tx| cast(tx, &app, &[slip]).await).await;
                let _ = answer.send(done.and_then(|mut done| done.pop().unwrap_or_else(lost)));
            }
        }
    }
    app.bell.notify_waiters();
}

/// Finds out whose sessions they are, and casts the ballots of those who are signed in.
async fn cast(tx: &Tx, app: &App, slips: &[Slip]) -> Result<Vec<Result<Cast>>> {
    let hashes: Vec<String> =
        slips.iter().map(|it| members::sign_in::session_hash(&app.secret, &it.session)).collect();
    // A session that ends between two ballots of one commit ends with the first of them.
    let now = slips.iter().map(|it| it.at).min().unwrap_or_default();
    let whose = members::store::session_members(tx, now, hashes.iter().map(String::as_str)).await?;
    let received: Vec<Option<Received>> = slips
        .iter()
        .zip(&hashes)
        .map(|(it, hash)| Some(Received { at: it.at, by: *whose.get(hash)?, new: it.new.clone() }))
        .collect();
    let known: Vec<Received> = received.iter().flatten().cloned().collect();
    let mut done = votes::cast_all(tx, &known).await?.into_iter();
    let answers = received.iter().map(|it| match it {
        Some(_) => done.next().unwrap_or_else(lost),
        None => Err(Error::Refused(Refusal::Permission(permission::Refusal::SignInFirst))),
    });
    Ok(answers.collect())
}

fn lost<T>() -> Result<T> {
    Err(Error::unanswered("a ballot"))
}
