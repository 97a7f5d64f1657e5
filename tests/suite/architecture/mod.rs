//! What `docs/architecture.md` says of the sources is true.

mod code_map;
mod forms;
mod kinds;
mod layers;
mod source;
