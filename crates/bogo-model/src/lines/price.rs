//! What the ends of lines and the lines between them cost. The table in the
//! documentation of [`super`] says the same in words.

/// A line's end between a number and its unit, within a date, behind a sign that
/// belongs to the word behind it.
pub(super) const FIGURE: u16 = 150;

/// A line's end before the tilde of a range.
pub(super) const TILDE: u16 = 100;

/// A line's end between a label's colon and its number.
pub(super) const VALUE: u16 = 80;

/// A line's end between a name of one syllable and its number: 도 15%.
pub(super) const SHARE: u16 = 60;

/// A line's end before a word that depends on the one before: 것, 등.
pub(super) const DEPENDENT: u16 = 25;

/// A line's end within a bracket of a few words.
pub(super) const SHORT_GROUP: u16 = 150;

/// A line's end within a longer bracket, or within a note behind ※.
pub(super) const LONG_GROUP: u16 = 80;

/// A line's end at a joint of a long word.
pub(super) const JOINT: u16 = 20;

/// A line's end at a joint of a short word.
pub(super) const MARK: u16 = 30;

/// A line's end between syllables.
pub(super) const SYLLABLE: u16 = 150;

/// A line's end between syllables, of which one would be alone.
pub(super) const LONE_SYLLABLE: u16 = 250;

/// A line's end between letters, or a number and letters.
pub(super) const LETTER: u16 = 300;

/// A line's end within a number, behind its comma.
pub(super) const NUMBER: u16 = 600;

/// A line's end at a place of which anything else is better.
pub(super) const DESPERATE: u16 = 2000;

/// A last line of hardly any characters.
pub(super) const LONE: f64 = 1000.0;

/// A last line that hardly carries anything.
pub(super) const SHORT: f64 = 24.0;

/// A line squeezed as far as it can be.
pub(super) const TIGHT: f64 = 10.0;

/// A line stretched as far as letters may move.
pub(super) const LOOSE: f64 = 4.0;

/// A line whose spaces are as wide as they may be, beyond [`LOOSE`].
pub(super) const SPREAD: f64 = 12.0;

/// A line of justified text that is left ragged.
pub(super) const RAGGED: f64 = 18.0;

/// The same for its blank share of the room, squared.
pub(super) const BLANK: f64 = 300.0;

/// A line of ragged text, for its distance from the mean, squared.
pub(super) const UNEVEN: f64 = 60.0;

/// A line of balanced text, for its distance from the mean, squared.
pub(super) const UNBALANCED: f64 = 100.0;

/// A line of ragged text but the last, for its blank share of the room.
pub(super) const NOT_FULL: f64 = 10.0;

/// An em that a line is wider than its room.
pub(super) const OVERFULL: f64 = 1_000_000.0;
