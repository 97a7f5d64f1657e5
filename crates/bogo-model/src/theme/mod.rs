//! The style of an office: a theme's tokens, laid over the usual ones.
//!
//! The usual theme has every token with its value. A value says by itself of
//! what kind its token is: another theme may give a length for a length, a
//! colour for a colour, and nothing for a token that there is not.

mod reading;
mod schema;
pub(crate) mod tokens;
mod values;

use serde::Serialize;
use serde_json::Value as Json;

use crate::diagnostic::Diagnostic;
use crate::format::ColonStyle;
use crate::json::{Documents, Node};
use reading::Reader;
pub use schema::schema;
pub(crate) use tokens::Tokens;
pub(crate) use values::LONGEST_MARKER;
pub use values::{Length, Value};

/// Path of the themes, below an edition's folder and in the program.
pub const THEMES: &str = "templates/themes/";

/// The theme that an edition has if it names none; it has every token.
pub const USUAL_THEME: &str = "default";

/// The paper's width and height in millimetres: A4.
const PAPER_MM: (f64, f64) = (210.0, 297.0);

/// The width and height that margins have to leave for the body.
const LEAST_BODY_MM: (f64, f64) = (120.0, 160.0);

/// What the margin at the foot has to leave below the page number, so that no
/// printer cuts it off, in millimetres.
const BELOW_FOOTER_MM: f64 = 5.0;

/// A point in millimetres.
const PT_MM: f64 = 25.4 / 72.0;

/// A theme, all of its tokens decided.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Every token with its value, and the geometry that follows from them.
    pub tokens: Json,
    /// The measures that decisions depend on.
    pub geometry: Geometry,
    /// The tokens that decisions depend on.
    pub(crate) measures: Tokens,
}

/// The measures of a theme that decisions depend on, in millimetres and
/// points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Geometry {
    /// Width of the body of a page.
    pub body_width_mm: f64,
    /// Height of the body of a page.
    pub body_height_mm: f64,
    /// Width of the body of a landscape page.
    pub landscape_width_mm: f64,
    /// The margin above the body; at the left of it on a landscape page.
    pub top_mm: f64,
    /// How far tables and pictures stand in from the left edge of the body.
    pub inset_mm: f64,
    /// Space between pictures of a row.
    pub gap_mm: f64,
    /// Width of the organisation's sign on the cover.
    pub logo_width_mm: f64,
    /// The most that the sign's height may be.
    pub logo_height_mm: f64,
    /// The most that the width of the cover's picture may be.
    pub cover_picture_width_mm: f64,
    /// The most that its height may be.
    pub cover_picture_height_mm: f64,
}

impl Theme {
    /// Lays the tokens of an office's theme, if there is one, over the usual
    /// ones. What is wrong in it is reported and stays as it usually is.
    /// `families` are the faces that there are; `covers` tells whether one of
    /// them has a character.
    pub fn new(
        usual: &Json,
        own: Option<&Node>,
        families: &[String],
        covers: &dyn Fn(char) -> bool,
        documents: &Documents,
    ) -> (Self, Vec<Diagnostic>) {
        let mut reader = Reader::new(families, covers, documents);
        let mut tokens = match own {
            Some(node) => reader.laid_over(usual, node),
            None => usual.clone(),
        };
        let mut geometry = Geometry::of(&tokens);
        let (width, height) = LEAST_BODY_MM;
        let narrow = geometry.body_width_mm < width || geometry.body_height_mm < height;
        // On a page that lies on its side the foot stands in the side margin.
        let foot = mm(&tokens, "page", "bottom").min(mm(&tokens, "page", "side"));
        let below =
            foot - mm(&tokens, "page", "footer_descent") - mm(&tokens, "page", "footer_size");
        if let Some(node) = own {
            if narrow {
                reader.too_narrow(node, LEAST_BODY_MM);
                geometry = Geometry::of(usual);
            }
            if below < BELOW_FOOTER_MM {
                reader.footer_too_low(node, BELOW_FOOTER_MM - below);
            }
        }
        tokens["geometry"] = serde_json::to_value(geometry).unwrap_or_default();
        let measures = Tokens::of(&tokens, usual);
        (Self { tokens, geometry, measures }, reader.into_diagnostics())
    }

    /// The colon between a label and what it labels, where the report says
    /// `given` of it.
    pub(crate) fn colon(&self, given: Option<ColonStyle>) -> &'static str {
        match given {
            Some(ColonStyle::Attached) => ": ",
            Some(ColonStyle::Apart) => " : ",
            None if self.word(&["colon"]) == "attached" => ": ",
            None => " : ",
        }
    }

    /// The text of a token, as `["numbering", "chapter"]`.
    pub(crate) fn word(&self, path: &[&str]) -> &str {
        self.token(path).as_str().unwrap_or_default()
    }

    /// The text of a token that is the entry of a list.
    pub(crate) fn entry(&self, path: &[&str], index: usize) -> &str {
        self.token(path)[index].as_str().unwrap_or_default()
    }

    fn token(&self, path: &[&str]) -> &Json {
        path.iter().fold(&self.tokens, |value, part| &value[part])
    }
}

/// A length on paper among the tokens, in millimetres.
fn mm(tokens: &Json, group: &str, token: &str) -> f64 {
    let text = tokens[group][token].as_str().unwrap_or_default();
    Length::parse(text).map_or(0.0, Length::millimetres)
}

impl Geometry {
    /// The measures that follow from a theme's tokens.
    pub(crate) fn of(tokens: &Json) -> Self {
        let mm = |group, token| mm(tokens, group, token);
        let (width, height) = PAPER_MM;
        let margins = mm("page", "top") + mm("page", "bottom");
        let body_width = width - 2.0 * mm("page", "side");
        Self {
            body_width_mm: body_width,
            body_height_mm: height - margins,
            landscape_width_mm: height - margins,
            top_mm: mm("page", "top"),
            inset_mm: mm("standing", "inset"),
            gap_mm: mm("pictures", "gap"),
            logo_width_mm: mm("cover", "logo_width").min(body_width),
            logo_height_mm: mm("cover", "logo_height"),
            cover_picture_width_mm: mm("cover", "picture_width").min(body_width),
            cover_picture_height_mm: mm("cover", "picture_height"),
        }
    }

    /// Width of tables and rows of pictures on an upright page.
    pub(crate) fn standing_width_mm(&self) -> f64 {
        self.body_width_mm - self.inset_mm
    }
}
