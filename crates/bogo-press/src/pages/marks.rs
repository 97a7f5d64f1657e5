//! The labels by which the templates mark what stands where. A mark takes no
//! room and leaves every PDF as it was.

use typst::foundations::Label;
use typst::utils::PicoStr;

/// Where a section begins: `templates/report/mark.typ`.
const SECTION: &str = "bogo-section";

/// Where a passage begins: `templates/components/passage.typ`.
const PASSAGE: &str = "bogo-passage";

/// The line over the pages of a report that is not final. On the first page it
/// is no artifact, as it is read out there.
const NOTICE: &str = "bogo-notice";

/// The labels of all marks.
#[derive(Default)]
pub(super) struct Marks {
    pub section: Option<Label>,
    pub passage: Option<Label>,
    pub notice: Option<Label>,
}

impl Marks {
    /// The labels as the compiler knows them.
    pub(super) fn known() -> Self {
        let label = |name: &'static str| Label::new(PicoStr::intern(name));
        Self { section: label(SECTION), passage: label(PASSAGE), notice: label(NOTICE) }
    }
}
