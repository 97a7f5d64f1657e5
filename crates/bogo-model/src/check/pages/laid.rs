//! The pages as they came out of setting: plain facts, in points.

/// The pages of an edition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Laid {
    /// Paths of the sections in the order in which they begin.
    pub sections: Vec<String>,
    /// The pages.
    pub pages: Vec<LaidPage>,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LaidPage {
    /// The number that is printed on it.
    pub number: u64,
    /// What it is for.
    pub kind: PageKind,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The sections that begin on it, as indices into [`Laid::sections`].
    pub begins: Vec<usize>,
    /// The marks of passages that stand on it, in painting order.
    pub marks: Vec<Owner>,
    /// What is written on it, in painting order.
    pub texts: Vec<LaidText>,
    /// The pictures on it.
    pub pictures: Vec<Area>,
    /// Vertical lines, such as those between the columns of tables.
    pub uprights: Vec<Upright>,
}

/// What a page is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PageKind {
    /// The report itself.
    #[default]
    Body,
    /// Cover and contents, before the pages that are counted.
    Front,
    /// The title page of a chapter.
    Divider,
    /// Nothing stands on it, so that the next page is a right-hand one.
    Blank,
}

/// Which passage something belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Owner {
    /// Index of the section in [`Laid::sections`].
    pub section: usize,
    /// Number of the passage within its section.
    pub passage: usize,
}

/// A run of characters on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct LaidText {
    /// The characters.
    pub words: String,
    /// Where it begins.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// Where its letters stand.
    pub baseline: f64,
    /// The size of its type.
    pub size: f64,
    /// The passage that it belongs to; `None` for covers, bars and feet.
    pub owner: Option<Owner>,
}

/// A vertical line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Upright {
    /// Where it stands.
    pub x: f64,
    /// Its upper end.
    pub top: f64,
    /// Its lower end.
    pub bottom: f64,
}

/// A part of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

/// How far letters reach above the line that they stand on, as a part of the
/// size of type.
const ASCENT: f64 = 0.75;

/// How far they reach below it.
const DESCENT: f64 = 0.15;

impl LaidText {
    /// What its letters cover.
    pub fn area(&self) -> Area {
        Area {
            left: self.left,
            top: self.baseline - ASCENT * self.size,
            right: self.right,
            bottom: self.baseline + DESCENT * self.size,
        }
    }

    /// Whether it says anything: not only spaces, markers and lines of signs.
    pub fn has_letters(&self) -> bool {
        self.words.chars().any(char::is_alphanumeric)
    }
}

impl Area {
    /// Its height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether what stands between two heights stands in it.
    pub fn holds(&self, other: &Self) -> bool {
        other.top < self.bottom && other.bottom > self.top
    }
}
