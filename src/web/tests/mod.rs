//! What all pages have in common: language, forms, failures.
