//! What neighbourhoods see of each other, and what strangers can't do.

#[path = "towns/catching_up.rs"]
mod catching_up;
#[path = "towns/fetching.rs"]
mod fetching;
#[path = "towns/joining.rs"]
mod joining;
#[path = "towns/proposing.rs"]
mod proposing;
#[path = "towns/requests.rs"]
mod requests;
#[path = "towns/strangers.rs"]
mod strangers;
#[path = "towns/stress.rs"]
mod stress;
#[path = "towns/voting.rs"]
mod voting;
#[path = "towns/witnessing.rs"]
mod witnessing;
