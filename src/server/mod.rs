//! The hall: router, workers, shutdown.
