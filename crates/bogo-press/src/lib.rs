//! From a resolved edition to pages and files: the only crate that names
//! Typst.
//!
//! A [`Press`] holds fonts and templates. [`Press::set`] lays an edition out
//! as a [`Proof`], from which PDF and PNG are made. Nothing here reads a file:
//! the program hands in bytes and takes bytes.

mod chains;
mod compiler;
mod coverage;
mod export;
mod faces;
mod findings;
mod measured;
mod own_fonts;
mod pages;
mod pdf;
mod photograph;
mod press;
mod proof;
mod purpose;
mod rare;
mod ruler;
mod source;
mod standards;
mod templates;
mod traced;
mod truetype;
mod world;

pub use coverage::Coverage;
pub use export::ExportError;
pub use faces::{Face, Faces};
pub use own_fonts::{FontFault, RefusedFont};
pub use pages::printed::Printed;
pub use press::{Press, forget_settings};
pub use proof::Proof;
pub use purpose::Purpose;
pub use standards::{Standards, StandardsError};
pub use templates::Templates;
