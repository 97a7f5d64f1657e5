//! The pages as they came out of setting: plain facts, in points.

/// The pages of an edition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Laid {
    /// Paths of the sections in the order in which they begin.
    pub sections: Vec<String>,
    /// The pages.
    pub pages: Vec<LaidPage>,
    /// Where the pages came out otherwise each time they were laid out: those
    /// of them that are known, counted from 1. `None` if they are settled.
    pub unsettled: Option<Vec<usize>>,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LaidPage {
    /// The number that is printed on it.
    pub number: u64,
    /// What it is for.
    pub kind: PageKind,
    /// The paper.
    pub paper: Area,
    /// The sections that begin on it, as indices into [`Laid::sections`].
    pub begins: Vec<usize>,
    /// The marks of passages that stand on it, in painting order.
    pub marks: Vec<Owner>,
    /// What is written on it, in painting order.
    pub texts: Vec<LaidText>,
    /// The pictures on it.
    pub pictures: Vec<LaidPicture>,
    /// What is drawn on it in strokes, and the edges of what is filled.
    pub lines: Vec<LaidLine>,
    /// What is filled with a colour on it.
    pub fills: Vec<LaidFill>,
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

/// For which part of a page something is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layer {
    /// What its margins leave.
    #[default]
    Body,
    /// The margins: the line at its foot.
    Margin,
    /// All of it, bleed included: crop marks and the notice.
    Whole,
}

/// A run of characters on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct LaidText {
    /// The characters.
    pub words: String,
    /// What its letters cover, without spaces at its ends.
    pub area: Area,
    /// Where its letters stand.
    pub baseline: f64,
    /// The size of its type as it is seen.
    pub size: f64,
    /// The passage that it belongs to; `None` for covers, bars and feet.
    pub owner: Option<Owner>,
    /// For which part of the page it is meant.
    pub layer: Layer,
    /// Whether the edge of what it stands in hides some of it.
    pub is_cut: bool,
}

/// A picture, as much of it as is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaidPicture {
    /// What it covers.
    pub area: Area,
    /// The passage that it belongs to.
    pub owner: Option<Owner>,
    /// For which part of the page it is meant.
    pub layer: Layer,
}

/// A straight line, or an edge of what is filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaidLine {
    /// One of its ends, across and down.
    pub from: (f64, f64),
    /// The other.
    pub to: (f64, f64),
    /// The passage that it belongs to.
    pub owner: Option<Owner>,
    /// For which part of the page it is meant.
    pub layer: Layer,
}

/// A part of the page that is filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaidFill {
    /// What it covers.
    pub area: Area,
    /// How many of the page's texts were written before it was filled.
    pub texts_before: usize,
    /// The passage that it belongs to.
    pub owner: Option<Owner>,
    /// For which part of the page it is meant.
    pub layer: Layer,
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

impl LaidText {
    /// Whether it says anything: not only spaces, markers and lines of signs.
    pub fn has_letters(&self) -> bool {
        self.words.chars().any(char::is_alphanumeric)
    }
}

impl LaidLine {
    /// The smallest part of the page that holds it.
    pub fn area(&self) -> Area {
        Area {
            left: self.from.0.min(self.to.0),
            top: self.from.1.min(self.to.1),
            right: self.from.0.max(self.to.0),
            bottom: self.from.1.max(self.to.1),
        }
    }
}

impl Area {
    /// Its width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether what stands between two heights stands in it.
    pub fn holds(&self, other: &Self) -> bool {
        other.top < self.bottom && other.bottom > self.top
    }

    /// By how much another reaches out of it at the side where it does most;
    /// negative if it stands in it.
    pub fn overrun(&self, other: &Self) -> f64 {
        let across = (self.left - other.left).max(other.right - self.right);
        let down = (self.top - other.top).max(other.bottom - self.bottom);
        across.max(down)
    }

    /// What it has in common with another; without width or height if nothing.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Self {
        let (left, top) = (self.left.max(other.left), self.top.max(other.top));
        Self {
            left,
            top,
            right: self.right.min(other.right).max(left),
            bottom: self.bottom.min(other.bottom).max(top),
        }
    }
}
