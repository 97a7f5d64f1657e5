//! Where the lines of a Korean paragraph end, chosen for the whole paragraph at
//! once.
//!
//! All lengths are in ems of the paragraph's type, so that what is measured once
//! holds for any size. A [`Paragraph`] is made of the texts' words, measured by
//! whoever has the faces ([`Measure`]); it answers how much room it needs and
//! where its lines end in a [`Room`].
//!
//! # What is chosen
//!
//! A text is a row of places at which a line may end, its stops, each with a
//! rank. A space between words is the best; a joint inside a long word, before a
//! bracket or after a mark, is nearly as good, and so is the place before a
//! bracket of several words in any word; inside a short one other joints serve
//! only where the line would gape without them. Places between syllables, letters
//! and the parts of a number serve only where what stands between two better
//! ones is wider than a line; a number is rather set smaller, down to
//! [`Room::least_scale`]. Between a closing mark and what it closes, or between
//! two syllables that were spread by a space (구 분), no line ends unless nothing
//! else helps.
//!
//! Of all ways to choose among these, the one with the fewest lines is taken,
//! and among those the one of the least cost:
//!
//! | what costs | how much |
//! |---|---|
//! | a line's end between digits, or before what never begins a line | 2000 |
//! | a last line of less than four characters, or of signs alone | 1000 |
//! | a number cut behind its comma | 600 |
//! | a Latin word cut, or a number parted from the letters behind it | 300 |
//! | a line's end between syllables, of which one would be alone | 250 |
//! | a line's end between a number and its unit, in a date, behind ① or a counting sign | 150 |
//! | a line's end between syllables of a word too long for a line | 150 |
//! | a line's end within a bracket of up to 13 characters | 150 |
//! | a line's end before a range's tilde | 100 |
//! | a line's end between a label's colon and a number | 80 |
//! | a line's end within a longer bracket, or a note behind ※ | 80 |
//! | a line's end between a name of one syllable and its number (도 15%) | 60 |
//! | a line's end at a joint of a short word; of a long one | 30; 20 |
//! | a line's end before a dependent word (것, 수, 등) | 25 |
//! | a last line of less than an eighth of the room | 24 |
//! | a justified line that is squeezed, by its share of what it can give | up to 10 |
//! | one that is stretched, by its share of what its letters can take | up to 4 |
//! | one whose spaces take more than that, up to 0.42 em | 4 and up to 12 |
//! | one that is left ragged, and its blank share of the room, squared | 18 and 300 × |
//! | ragged: how far a line is from the mean, as a share of the room, squared | 60 × |
//! | ragged: the blank share of each line but the last | 10 × |
//! | balanced: how far a line is from the mean, as a share of the room, squared | 100 × |
//!
//! The last line of justified text stands as it is; it is squeezed only where that
//! saves another.
//!
//! Two things are no matter of cost. A line is justified only where its word
//! spaces stay between 0.2 and 0.42 em and its tracking within [`Limits`]; and
//! the spaces of neighbouring lines are within 1.4 times of each other, those of
//! ragged and last lines counted as they are, unless neither is justified. That couples each line to the one
//! before, so that the search knows for each stop not only the best way to it,
//! but the best for each way in which the line before it may be set.

mod characters;
mod choice;
mod groups;
mod joints;
mod measuring;
mod opening;
mod paragraph;
mod price;
mod setting;
mod stop;
mod typical;
mod words;

#[cfg(test)]
mod tests;

pub use paragraph::Paragraph;
pub use typical::TypicalWidths;

/// What words measure in the faces; asked of whoever has them.
pub trait Measure: Sync {
    /// What `text` measures in a line of its own, shaped. It has no line break
    /// in it; it is a word, a part of one, or a space.
    fn advance(&self, text: &str, family: &str, bold: bool) -> Advance;
}

/// What a text measures.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Advance {
    /// Its width in ems.
    pub ems: f64,
    /// How many glyphs it has that tracking can move apart.
    pub glyphs: usize,
}

/// A run of characters that are all bold or all not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'t> {
    /// Its characters; `\n` ends a line. A no-break space (U+00A0) is as wide as
    /// a space, and no line ends there.
    pub text: &'t str,
    /// Whether they are bold.
    pub bold: bool,
}

/// What a paragraph is set in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face<'f> {
    /// The family, as [`Measure`] knows it.
    pub family: &'f str,
    /// Whether all of the text is bold, whatever its pieces say.
    pub bold: bool,
    /// What is added behind each glyph but a line's last, in ems.
    pub tracking: f64,
}

/// Where a paragraph is to stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// How wide its lines may be, in ems of its usual size.
    pub ems: f64,
    /// What is taken from the first line, by a badge before it, in ems.
    pub lead: f64,
    /// How its lines are set.
    pub form: Form,
    /// The smallest share of its usual size in which the text can be read: 1 if
    /// it must not be set smaller.
    pub least_scale: f64,
}

/// How lines are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    /// To the measure, as far as it is pleasant: running text.
    Justified(Limits),
    /// As they are; alike in length, and rather full: labels, cells.
    Ragged,
    /// As they are, and as alike in length as can be: titles, what is centred.
    Balanced,
}

/// How far a justified line may be moved before only its spaces give.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The least that may be added behind a letter, in ems: −0.05.
    pub tightest_tracking: f64,
    /// The most that may be added behind a letter, in ems: 0.02.
    pub loosest_tracking: f64,
    /// The narrowest a space may become, as a share of its width: 0.80.
    pub tightest_space: f64,
    /// The widest it may become together with the letters: 1.15.
    pub loosest_space: f64,
}

/// Where the lines of a paragraph end.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The end of each line but the last, in order.
    pub ends: Vec<LineEnd>,
    /// Whether the last line is squeezed to its measure, which saves another.
    pub squeezes_last: bool,
    /// How much smaller than its usual size the text has to be set so that
    /// nothing leaves its room; 1 where it fits.
    pub scale: f64,
}

/// One line as wide as it is.
impl Default for Lines {
    fn default() -> Self {
        Self { ends: Vec::new(), squeezes_last: false, scale: 1.0 }
    }
}

impl Lines {
    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.ends.len() + 1
    }

    /// Whether any of them is stretched or squeezed to its measure.
    pub fn are_justified(&self) -> bool {
        self.squeezes_last || self.ends.iter().any(|end| end.justified)
    }
}

/// The end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineEnd {
    /// The byte behind the line's last character, in all pieces together.
    pub at: usize,
    /// How many bytes lie between the lines: none within a word, else the space
    /// or line break whose place is taken.
    pub gap: usize,
    /// Whether the line is stretched or squeezed to its measure.
    pub justified: bool,
}
