//! The file for a printing house: PDF/X-4 (ISO 15930-7).
//!
//! Typst knows nothing of it, and writes what it asks for in part: PDF 1.6,
//! embedded fonts, no encryption, no scripts, a trimmed page in a larger one.
//! The rest is done to the finished file:
//!
//! | what is asked for                       | where it is done              |
//! |-----------------------------------------|-------------------------------|
//! | BleedBox around TrimBox in MediaBox     | [`boxes`]                     |
//! | colours as inks, black in black alone   | [`paint`], [`inks`]           |
//! | the way of printing, with its profile   | [`intent`]                    |
//! | version, dates and trapping, said twice | [`properties`]                |
//! | crop marks on every plate               | `templates/report/frame.typ`  |
//! | no links on the page                    | `templates/report/frame.typ`  |
//!
//! Live transparency and pictures of sRGB with their profile are allowed.

mod boxes;
mod inks;
mod intent;
mod paint;
mod properties;

use super::objects::Objects;
use inks::Condition;

/// Makes of the compiler's PDF 1.6 one for a printing house. It says that it
/// is PDF/X-4 if `claims` says so: a report that is not final does not.
///
/// `None` if the file is not laid out as the compiler does it.
pub(crate) fn finish(objects: &mut Objects<'_>, claims: bool) -> Option<()> {
    let condition = Condition::read(intent::PROFILE)?;
    let pages = objects.pages();
    boxes::add_bleed_boxes(objects, &pages)?;
    paint::repaint(objects, &pages, &condition)?;
    intent::add(objects)?;
    properties::describe(objects, claims)
}
