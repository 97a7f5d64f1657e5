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
    /// Two that exclude each other: two of a family, or two that need
    /// different versions of PDF. Holds the compiler's own words.
    #[error("{0}")]
    Incompatible(String),
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
        // The compiler takes these together and then finds every page wanting.
        let old = [PdfStandard::V_1_4, PdfStandard::A_1a, PdfStandard::A_1b];
        if list.contains(&PdfStandard::Ua_1) && list.iter().any(|standard| old.contains(standard)) {
            return Err(StandardsError::Incompatible(
                "PDF/UA-1 needs tags of footers, links and head cells that PDF 1.4 does not have"
                    .to_owned(),
            ));
        }
        let accessible = list.contains(&PdfStandard::Ua_1);
        let listed = PdfStandards::new(&list);
        listed.map(|list| Self { list, accessible, printing: false }).map_err(|error| {
            let hints = error.hints().iter().map(|hint| hint.as_str());
            let said = std::iter::once(error.message().as_str()).chain(hints);
            StandardsError::Incompatible(said.collect::<Vec<_>>().join("; "))
        })
    }
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
        for names in [&["a-1a", "ua-1"][..], &["a-1b", "a-2b"], &["1.4", "a-4"]] {
            match refused(names) {
                Some(StandardsError::Incompatible(reason)) => assert!(reason.len() > 20),
                other => panic!("{names:?} gave {other:?}"),
            }
        }
    }
}
