//! Reading JSON so that every value can be found again in its file.

mod composed;
mod decode;
mod document;
mod record;
mod schema;
mod syntax;

pub use composed::composed;
pub(crate) use decode::is_aside;
pub use decode::{ALLOW, Decode, Decoder, Expected, Fields, Spanned, Whole};
pub use document::{Document, Documents, Member, Node, Span, Value};
pub(crate) use record::{choice, record, words};
pub use schema::Schemas;
