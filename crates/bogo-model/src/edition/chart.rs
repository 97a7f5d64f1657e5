//! Where the boxes of an organisation chart stand, in points.

use super::RichText;

/// An organisation chart.
#[derive(Debug, Clone)]
pub enum Chart {
    /// In parts that no page cuts, one below the other.
    Drawn(Vec<ChartSlice>),
    /// In lines, for names that no box holds.
    Lines(Vec<UnitLine>),
}

impl Default for Chart {
    fn default() -> Self {
        Self::Lines(Vec::new())
    }
}

/// A part of a chart, as wide as all of it; places are from its top left corner.
#[derive(Debug, Clone)]
pub struct ChartSlice {
    /// Its height.
    pub height: f64,
    /// The boxes of units, in the order in which they are read.
    pub boxes: Vec<UnitBox>,
    /// The links between them, as far as they stand in this part.
    pub links: Vec<Link>,
}

/// A unit's box.
#[derive(Debug, Clone)]
pub struct UnitBox {
    /// Its left and its top edge.
    pub at: (f64, f64),
    /// Its width and height.
    pub size: (f64, f64),
    /// How it looks.
    pub look: BoxLook,
    /// Whether its unit is the one that reports, which is set off.
    pub own: bool,
    /// What stands in it.
    pub words: UnitWords,
}

/// The words of a unit.
#[derive(Debug, Clone)]
pub struct UnitWords {
    /// Its name.
    pub name: RichText,
    /// Size of its type.
    pub size: f64,
    /// A word below the name.
    pub note: Option<RichText>,
    /// Size of its type.
    pub note_size: f64,
}

/// How the box of a unit looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxLook {
    /// The head's.
    Root,
    /// That of a unit in a row, or of a single one below the head.
    Unit,
    /// That of a unit below such a one.
    Child,
    /// That of a body beside a unit.
    Aside,
}

/// A line upright or level that links boxes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Where it begins, from the left and from above.
    pub from: (f64, f64),
    /// Where it ends.
    pub to: (f64, f64),
    /// Whether it is dashed, as those to what stands beside the head.
    pub dashed: bool,
}

/// A unit in lines; it has a rule at its left.
#[derive(Debug, Clone)]
pub struct UnitLine {
    /// How far it stands in.
    pub indent: f64,
    /// Whether its name is bold.
    pub bold: bool,
    /// Whether it stays whole.
    pub whole: bool,
    /// What it says.
    pub words: UnitWords,
}
