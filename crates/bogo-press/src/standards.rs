//! Which PDF standards a file is to meet.

use typst_pdf::{PdfStandard, PdfStandards};

/// Standards by the names that users give them, with what they are.
const NAMES: [(&str, PdfStandard); 17] = [
    ("1.4", PdfStandard::V_1_4),
    ("1.5", PdfStandard::V_1_5),
    ("1.6", PdfStandard::V_1_6),
    ("1.7", PdfStandard::V_1_7),
    ("2.0", PdfStandard::V_2_0),
    ("a-1b", PdfStandard::A_1b),
    ("a-1a", PdfStandard::A_1a),
    ("a-2b", PdfStandard::A_2b),
    ("a-2u", PdfStandard::A_2u),
    ("a-2a", PdfStandard::A_2a),
    ("a-3b", PdfStandard::A_3b),
    ("a-3u", PdfStandard::A_3u),
    ("a-3a", PdfStandard::A_3a),
    ("a-4", PdfStandard::A_4),
    ("a-4f", PdfStandard::A_4f),
    ("a-4e", PdfStandard::A_4e),
    ("ua-1", PdfStandard::Ua_1),
];

/// A combination of standards that one file can meet.
#[derive(Debug, Clone)]
pub struct Standards {
    pub(crate) list: PdfStandards,
    /// Whether PDF/UA is among them.
    pub(crate) accessible: bool,
    /// Whether it is PDF/X-4, of which the compiler knows nothing.
    pub(crate) printing: bool,
}

/// Why a file cannot be made to the standards asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StandardsError {
    /// A name that is none of a standard.
    #[error("there is no standard `{0}`")]
    Unknown(String),
    /// Two of PDF/A.
    #[error("choose at most one PDF/A")]
    SeveralArchives,
    /// Two versions of PDF.
    #[error("choose at most one version of PDF")]
    SeveralVersions,
    /// PDF/UA-1 with PDF 1.4.
    #[error("PDF/UA-1 needs tags of footers, links and head cells that PDF 1.4 does not have")]
    TooOld,
    /// Two that need different versions of PDF.
    #[error("these need different versions of PDF")]
    DifferentVersions,
}

impl Standards {
    /// All names, in the order of the standards.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// None beyond PDF 1.7.
    pub fn none() -> Self {
        Self { list: PdfStandards::default(), accessible: false, printing: false }
    }

    /// PDF/UA-1 alone.
    pub(crate) fn accessible() -> Self {
        let list = PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default();
        Self { list, accessible: true, printing: false }
    }

    /// PDF/X-4, for printing houses: PDF 1.6 to the compiler, which could not
    /// meet another one beside it.
    pub fn x_4() -> Self {
        let list = PdfStandards::new(&[PdfStandard::V_1_6]).unwrap_or_default();
        Self { list, accessible: false, printing: true }
    }

    /// The version of PDF that a file has which claims nothing else: of one for
    /// a printing house, that of PDF/X-4.
    pub fn bare_version(&self) -> &'static str {
        if self.printing { "1.6" } else { "1.7" }
    }

    /// Reads names such as `a-2a` and `ua-1`.
    ///
    /// # Errors
    /// When a name is unknown, and when one file cannot meet all of them.
    pub fn parse<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Self, StandardsError> {
        let mut list = Vec::new();
        for name in names {
            let known = NAMES.iter().find(|(known, _)| *known == name);
            let (_, standard) = known.ok_or_else(|| StandardsError::Unknown(name.to_owned()))?;
            if !list.contains(standard) {
                list.push(*standard);
            }
        }
        let archives = list.iter().filter(|standard| !is_version(standard));
        if archives.filter(|standard| **standard != PdfStandard::Ua_1).count() > 1 {
            return Err(StandardsError::SeveralArchives);
        }
        if list.iter().filter(|standard| is_version(standard)).count() > 1 {
            return Err(StandardsError::SeveralVersions);
        }
        // The compiler takes these together and then finds every page wanting.
        let old = [PdfStandard::V_1_4, PdfStandard::A_1a, PdfStandard::A_1b];
        if list.contains(&PdfStandard::Ua_1) && list.iter().any(|standard| old.contains(standard)) {
            return Err(StandardsError::TooOld);
        }
        let accessible = list.contains(&PdfStandard::Ua_1);
        let listed = PdfStandards::new(&list);
        listed
            .map(|list| Self { list, accessible, printing: false })
            .map_err(|_| StandardsError::DifferentVersions)
    }
}

/// Whether it is a version of PDF and asks for nothing else.
fn is_version(standard: &PdfStandard) -> bool {
    use PdfStandard as Pdf;
    matches!(standard, Pdf::V_1_4 | Pdf::V_1_5 | Pdf::V_1_6 | Pdf::V_1_7 | Pdf::V_2_0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_and_the_screen_reader_are_served_at_once() {
        assert!(Standards::parse(["a-2a", "ua-1"]).is_ok());
        assert!(Standards::parse(["a-1a"]).is_ok());
    }

    #[test]
    fn every_standard_can_be_made_alone() {
        for name in Standards::names() {
            assert!(Standards::parse([name]).is_ok(), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_made_is_refused_with_the_reason() {
        let refused = |names: &[&str]| Standards::parse(names.iter().copied()).err();
        assert_eq!(refused(&["a-9"]), Some(StandardsError::Unknown("a-9".to_owned())));
        for (names, why) in [
            (&["a-1a", "ua-1"][..], StandardsError::TooOld),
            (&["1.4", "ua-1"], StandardsError::TooOld),
            (&["a-1b", "a-2b"], StandardsError::SeveralArchives),
            (&["a-2b", "a-2u"], StandardsError::SeveralArchives),
            (&["1.4", "2.0"], StandardsError::SeveralVersions),
            (&["1.4", "a-4"], StandardsError::DifferentVersions),
            (&["2.0", "a-2a"], StandardsError::DifferentVersions),
            (&["a-4", "ua-1"], StandardsError::DifferentVersions),
        ] {
            assert_eq!(refused(names), Some(why), "{names:?}");
        }
    }
}
