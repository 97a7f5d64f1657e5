//! What the value of a token may be.

use serde_json::{Number, Value as Json};

use super::PT_MM;
use crate::diagnostic::Message;
use crate::format::Numbering;
use crate::korean::NumberPattern;
use crate::message;

/// Tokens that are one of a few words: group, token, and the words.
const WORDS: [(&str, &str, &[&str]); 8] = [
    ("", "bars", &["filled", "outlined", "plain"]),
    ("", "colon", &["apart", "attached"]),
    ("cover", "foot", &["organisation", "department"]),
    ("cover", "logo_place", &["foot", "top"]),
    ("cover", "style", &["rules", "line", "frame", "band"]),
    ("levels", "face", &["title", "body", "sans"]),
    ("levels", "weight", &["regular", "bold"]),
    ("page", "paper", &["a4"]),
];

/// Units of length, with the longest of each.
const UNITS: [(&str, f64); 4] = [("mm", 250.0), ("pt", 250.0), ("em", 6.0), ("%", 120.0)];

/// The smallest type that is still read, in points.
const LEAST_TYPE_PT: f64 = 8.0;

/// The narrowest margin that printers leave, in millimetres.
const LEAST_MARGIN_MM: f64 = 10.0;

/// How far items of any level may stand in, in millimetres.
const MOST_INDENT_MM: f64 = 20.0;

/// Lengths that spoil pages beyond these bounds, each in the unit of its usual
/// value, in place of the bounds that others have: group, token, the least and
/// the most.
const BOUNDS: [(&str, &str, Option<f64>, Option<f64>); 5] = [
    // A number has to stand in it.
    ("section", "box", Some(4.0), None),
    // A picture that fills what is left of its page needs a little more.
    ("cover", "picture_room", Some(1.0), None),
    // Letters stand over the line before theirs.
    ("line", "top", Some(0.5), None),
    // A name has to stand in it, if only with a few syllables on a line.
    ("organisation", "widest", Some(14.0), None),
    // It stands within its row.
    ("schedule", "bar", None, Some(8.0)),
];

/// The most characters that a marker has.
pub(crate) const LONGEST_MARKER: usize = 4;

/// What the text of a token stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A length: millimetres, points, or parts of a size or of a room.
    Length(Length),
    /// A colour: `#` and six hexadecimal digits.
    Colour,
    /// Words of any kind.
    Word,
}

impl Value {
    /// What this text of a finished theme stands for.
    pub fn of(text: &str) -> Self {
        match Length::parse(text) {
            Some(length) => Self::Length(length),
            None if is_colour(text) => Self::Colour,
            None => Self::Word,
        }
    }
}

/// Whether a text is `#` and six hexadecimal digits.
fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit())
}

/// The kinds of texts that tokens have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// One of these words.
    Word(&'static [&'static str]),
    /// A family of faces.
    Family,
    /// A pattern with up to so many counting signs; of pages, plain figures.
    Numbering { signs: usize, pages: bool },
    /// A marker; in cells it may be blank.
    Marker { optional: bool },
    /// A colour.
    Colour,
    /// A length like the usual one, from the least to the most.
    Length(Length, (f64, f64)),
}

impl Kind {
    /// The kind of a token by its name and its usual value.
    pub(super) fn of(path: &[&str], usual: &str) -> Self {
        let token = path.last().unwrap_or(&"");
        let group = if path.len() > 1 { path[0] } else { "" };
        if let Some((.., words)) = WORDS.iter().find(|(g, t, _)| (*g, t) == (group, token)) {
            return Self::Word(words);
        }
        match group {
            "faces" => Self::Family,
            "numbering" => Self::Numbering {
                signs: if *token == "project" { 2 } else { 1 },
                pages: *token == "page",
            },
            _ if path.contains(&"markers") => Self::Marker { optional: path.len() > 2 },
            _ => match Length::parse(usual) {
                Some(length) => Self::Length(length, length.range(group, token)),
                None => Self::Colour,
            },
        }
    }
}

/// A length of a theme: `11.5mm`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Length {
    /// How many of the unit.
    pub number: f64,
    /// `mm`, `pt`, `em` or `%`.
    pub unit: &'static str,
}

impl Length {
    /// Reads a length; `None` if it is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (unit, _) = UNITS.into_iter().find(|(unit, _)| text.ends_with(unit))?;
        let digits = text.strip_suffix(unit)?;
        let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-');
        let number = digits.parse().ok().filter(|number: &f64| plain && number.is_finite())?;
        Some(Self { number, unit })
    }

    /// A length on paper in millimetres.
    pub(super) fn millimetres(self) -> f64 {
        if self.unit == "pt" { self.number * PT_MM } else { self.number }
    }

    fn on_paper(self) -> bool {
        matches!(self.unit, "mm" | "pt")
    }

    /// From what to what a token may go that is usually so long, in its unit
    /// and in hundredths of it, as people read them.
    fn range(self, group: &str, token: &str) -> (f64, f64) {
        let (least, most) = self.exact_range(token);
        let own = BOUNDS.iter().find(|bound| (bound.0, bound.1) == (group, token));
        let (least, most) = own.map_or((least, most), |(.., own_least, own_most)| {
            (own_least.unwrap_or(least), own_most.unwrap_or(most))
        });
        let rounded = |number: f64| (number * 100.0).round() / 100.0;
        (rounded(least), rounded(most))
    }

    /// Type has to be readable, what is measured by it or by the page stays
    /// within twice its length, and nothing grows to more than three times.
    fn exact_range(self, token: &str) -> (f64, f64) {
        let is_type = token == "size" || token.ends_with("_size");
        if matches!(token, "top" | "bottom" | "side") && self.unit == "mm" {
            return (LEAST_MARGIN_MM, self.number * 3.0);
        }
        let (_, most) = UNITS.iter().find(|(unit, _)| *unit == self.unit).unwrap_or(&UNITS[0]);
        // Only a space may be more than the whole of what it is a part of.
        let most = if self.unit == "%" && !token.ends_with("space") { 100.0 } else { *most };
        match (is_type, self.unit) {
            (true, "pt") => (LEAST_TYPE_PT, (self.number * 2.0).min(self.number + 12.0)),
            (true, _) | (false, "%") => (self.number / 2.0, (self.number * 2.0).min(most)),
            _ if self.number < 0.0 => (self.number * 2.0, 0.0),
            (false, "em") => (0.0, self.number * 2.0),
            // Any level may stand in, the first, which usually does not, too.
            _ if token == "indent" => (0.0, (self.number * 3.0).max(MOST_INDENT_MM)),
            _ if token.ends_with("width") => (self.number / 3.0, self.number * 3.0),
            _ => (0.0, (self.number * 3.0).min(most)),
        }
    }
}

/// A length of the same kind as the usual one: one on paper for one on paper,
/// a part of the type's size for such.
pub(super) fn length(usual: Length, range: (f64, f64), given: &str) -> Result<Json, Message> {
    let (least, most) = range;
    let fits = |length: &Length| {
        let (number, least, most) = match length.on_paper() && usual.on_paper() {
            true => {
                let mm = |number| Length { number, ..usual }.millimetres();
                (length.millimetres(), mm(least), mm(most))
            }
            false if length.unit == usual.unit => (length.number, least, most),
            false => return false,
        };
        (least - 1e-6..=most + 1e-6).contains(&number)
    };
    let Length { number, unit } = usual;
    let units = if usual.on_paper() { "mm, pt" } else { unit };
    Length::parse(given).filter(fits).map(|_| given.into()).ok_or_else(|| {
        message!(
            "{least}{unit}에서 {most}{unit}까지의 길이를 쓰십시오({units}): \"{number}{unit}\"",
            "write a length from {least}{unit} to {most}{unit} ({units}): \"{number}{unit}\""
        )
    })
}

/// One of these words.
pub(super) fn word(words: &[&str], given: &str) -> Result<Json, Message> {
    let all = words.join(", ");
    let help = message!("이 가운데 하나를 쓰십시오: {all}", "use one of {all}");
    if words.contains(&given) { Ok(given.into()) } else { Err(help) }
}

/// From what to what a plain number may go: from a quarter to four times the
/// usual one, in hundredths.
pub(super) fn number_range(usual: &Number) -> (f64, f64) {
    let whole = usual.is_u64();
    let usual = usual.as_f64().unwrap_or_default();
    let rounded = |number: f64| (number * 100.0).round() / 100.0;
    let least = if whole { (usual / 4.0).ceil() } else { rounded(usual / 4.0) };
    (least, rounded(usual * 4.0))
}

/// A plain number like the usual one.
pub(super) fn number(usual: &Number, given: &str) -> Result<Json, Message> {
    let whole = usual.is_u64();
    let (least, most) = number_range(usual);
    let fits = |number: &Number| {
        number.as_f64().is_some_and(|number| (least..=most).contains(&number))
            && (number.is_u64() || !whole)
    };
    given.parse().ok().filter(fits).map(Json::Number).ok_or_else(|| {
        message!("{least}에서 {most}까지의 수를 쓰십시오.", "write a number from {least} to {most}")
    })
}

/// A colour: `#0b2f6b`.
pub(super) fn colour(given: &str) -> Result<Json, Message> {
    is_colour(given).then(|| given.to_lowercase().into()).ok_or_else(|| {
        message!(
            "색은 #과 여섯 자리로 씁니다: \"#0b2f6b\"",
            "a colour is # and six digits: \"#0b2f6b\""
        )
    })
}

/// A pattern of numbers.
pub(super) fn numbering(given: &str, signs: usize, pages: bool) -> Result<Json, Message> {
    let parsed = NumberPattern::parse(given).filter(|pattern| pattern.signs() <= signs);
    if parsed.is_some() && (given.contains('1') || !pages) {
        return Ok(given.into());
    }
    Err(match pages {
        true => {
            message!("1에 부호를 붙이십시오: \"- 1 -\"", "use 1 with signs around it: \"- 1 -\"")
        }
        false => Numbering::help(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_stands_for_one_of_its_kind_within_reason() {
        let usual = Length { number: 20.0, unit: "mm" };
        let range = usual.range("page", "side");
        for good in ["25mm", "60pt", "10mm", "60mm"] {
            assert!(length(usual, range, good).is_ok(), "{good}");
        }
        for wrong in ["25", "2em", "61mm", "-1mm", "9mm", "25 mm", "1e1mm", "50%", ""] {
            assert!(length(usual, range, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn type_stays_readable() {
        let usual = Length { number: 15.0, unit: "pt" };
        assert!(length(usual, usual.range("page", "title_size"), "7.9pt").is_err());
        assert!(length(usual, usual.range("page", "title_size"), "8pt").is_ok());
        assert!(length(usual, usual.range("page", "above"), "2pt").is_ok());
    }

    #[test]
    fn items_of_any_level_may_stand_in() {
        for number in [0.0, 2.6, 12.0] {
            let usual = Length { number, unit: "mm" };
            assert!(length(usual, usual.range("page", "indent"), "20mm").is_ok(), "{number}");
            assert!(length(usual, usual.range("page", "indent"), "40mm").is_err(), "{number}");
        }
    }

    #[test]
    fn a_colour_is_six_digits() {
        assert!(colour("#0B2f6b").is_ok());
        for wrong in ["navy", "#fff", "#12345g", "0b2f6b", "#0b2f6b00"] {
            assert!(colour(wrong).is_err(), "{wrong}");
        }
    }
}
