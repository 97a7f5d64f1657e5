//! Reading JSON so that every value can be found again in its file.

mod composed;
mod decode;
mod document;
mod record;
mod schema;
mod syntax;
mod values;

pub use composed::composed;
pub(crate) use decode::is_aside;
pub use decode::{ALLOW, Decode, Decoder, Expected, Fields, Spanned};
pub use document::{Document, Documents, Member, Node, Span, Value};
pub(crate) use record::{choice, record, words};
pub use schema::Schemas;
pub use values::Whole;
