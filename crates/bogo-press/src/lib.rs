//! From a resolved edition to pages and files: the only crate that names
//! Typst.
//!
//! A [`Press`] holds fonts and templates. [`Press::set`] lays an edition out
//! as a [`Proof`], from which PDF and PNG are made. Nothing here reads a file:
//! the program hands in bytes and takes bytes.

mod coverage;
mod extent;
mod faces;
mod findings;
mod inputs;
mod laid;
mod look;
mod objects;
mod own_fonts;
mod pack;
mod print;
mod proof;
mod standards;
mod structure;
mod templates;
mod world;

pub use coverage::Coverage;
pub use faces::{Face, Faces};
pub use own_fonts::{FontFault, RefusedFont};
pub use proof::{ExportError, Proof};
pub use standards::{Standards, StandardsError};
pub use templates::Templates;
pub use world::{Press, Purpose, forget_settings};
