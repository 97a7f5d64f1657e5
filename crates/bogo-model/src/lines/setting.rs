//! How a single line may be set, and what that costs.

use super::paragraph::fits;
use super::stop::Extent;
use super::{Form, Limits, price};

/// The narrowest and the widest that a word space of a justified line may be, in
/// ems.
const SPACES: (f64, f64) = (0.2, 0.42);

/// How many times wider than those of the line beside it a line's spaces may be.
const ALIKE: f64 = 1.4;

/// The part of what a line can give that it is squeezed by at most: what is
/// kept is for widths that are rounded.
const MOST_SQUEEZED: f64 = 0.99;

/// A last line with fewer characters is left with hardly any.
const FEW_CHARACTERS: u32 = 4;

/// A last line that takes less of its room hardly carries anything.
const SHORT_SHARE: f64 = 0.125;

/// What the spaces of a line that is set are like.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Spacing {
    /// How wide they are, in ems; `None` without any.
    pub space: Option<f64>,
    /// Whether the line is stretched or squeezed to its measure.
    pub justified: bool,
}

impl Spacing {
    /// Whether lines with such spaces may stand beside each other. Those that
    /// are as they are may always.
    pub(super) fn goes_with(&self, other: &Self) -> bool {
        let (Some(one), Some(another)) = (self.space, other.space) else { return true };
        let is_alike = one.max(another) <= ALIKE * one.min(another) + 1e-9;
        is_alike || !(self.justified || other.justified)
    }

    /// Whether it is the same for the lines beside it.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let is_same_space = match (self.space, other.space) {
            (Some(one), Some(another)) => (one - another).abs() < 1e-9,
            (one, another) => one == another,
        };
        is_same_space && self.justified == other.justified
    }
}

/// A way to set a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    /// What its spaces become.
    pub spacing: Spacing,
    /// What it costs.
    pub cost: f64,
}

/// A line, as it may be set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    /// What stands in it.
    pub extent: Extent,
    /// Its natural width in ems.
    pub width: f64,
    /// The width that it may have.
    pub room: f64,
    /// What the room of the other lines is wider.
    pub lead: f64,
    /// Whether it is the last.
    pub is_last: bool,
    /// Whether it is the first as well as the last.
    pub is_only: bool,
}

/// How all lines of a paragraph are to be set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Manner {
    pub form: Form,
    /// What lines of text that is not justified are wide in the mean.
    pub mean: f64,
}

impl Manner {
    /// The narrowest that a line can be made.
    pub(super) fn narrowest(&self, line: &Line) -> f64 {
        match self.form {
            Form::Justified(limits) => line.width - line.most_given(&limits),
            Form::Ragged | Form::Balanced => line.width,
        }
    }

    /// The ways in which a line may be set; none if it is too wide.
    pub(super) fn settings(&self, line: &Line) -> [Option<Setting>; 2] {
        if !fits(line.width, line.room) {
            return match self.form {
                Form::Justified(limits) => [line.squeezed(&limits), None],
                Form::Ragged | Form::Balanced => [None, None],
            };
        }
        let cost = self.cost_of_natural(line) + line.cost_of_last();
        let natural = Setting { spacing: line.natural_spacing(), cost };
        match self.form {
            Form::Justified(limits) if !line.is_last => [Some(natural), line.stretched(&limits)],
            _ => [Some(natural), None],
        }
    }

    /// A line that is wider than its room, whatever is done.
    pub(super) fn overfull(line: &Line) -> Setting {
        let cost = price::OVERFULL * (line.width - line.room).max(0.0);
        Setting { spacing: line.natural_spacing(), cost }
    }

    fn cost_of_natural(&self, line: &Line) -> f64 {
        // Of the whole room, that of a first line beside a badge included.
        let whole = line.room + line.lead;
        let share = |ems: f64| if whole > 0.0 { ems / whole } else { 0.0 };
        let blank = share((line.room - line.width).max(0.0));
        let distance = share(line.width + line.lead - self.mean);
        match self.form {
            Form::Justified(_) if line.is_last => 0.0,
            Form::Justified(_) => price::RAGGED + price::BLANK * blank * blank,
            Form::Ragged => {
                let not_full = if line.is_last { 0.0 } else { price::NOT_FULL * blank };
                price::UNEVEN * distance * distance + not_full
            }
            Form::Balanced => price::UNBALANCED * distance * distance,
        }
    }
}

impl Line {
    /// How wide its spaces are by themselves.
    fn natural_space(&self) -> Option<f64> {
        let count = self.extent.spaces;
        (count > 0).then(|| self.extent.space_ems / f64::from(count))
    }

    /// What its spaces are like where it stands as it is.
    pub(super) fn natural_spacing(&self) -> Spacing {
        Spacing { space: self.natural_space(), justified: false }
    }

    /// How many of its glyphs tracking moves: all but the last.
    fn moved(&self) -> f64 {
        f64::from(self.extent.glyphs.saturating_sub(1))
    }

    /// What a space gives at most.
    fn space_gives(limits: &Limits, space: f64) -> f64 {
        let most = (1.0 - limits.tightest_space) * space - limits.tightest_tracking;
        most.clamp(0.0, 0.75 * space.max(0.0))
    }

    /// What it can be squeezed by, at least: signs that are spaced as in Chinese
    /// give more than a letter.
    fn gives(&self, limits: &Limits) -> f64 {
        let spaces = self
            .natural_space()
            .map_or(0.0, |space| f64::from(self.extent.spaces) * Self::space_gives(limits, space));
        self.moved() * (-limits.tightest_tracking).max(0.0) + spaces
    }

    /// The share of what it can give that it may be squeezed by, so that its
    /// spaces stay as wide as they have to be.
    fn most_squeezed(&self, limits: &Limits) -> f64 {
        let Some(space) = self.natural_space() else { return MOST_SQUEEZED };
        let given = Self::space_gives(limits, space);
        let may_give = (space - SPACES.0).max(0.0);
        if given > 0.0 { (may_give / given).min(MOST_SQUEEZED) } else { MOST_SQUEEZED }
    }

    fn most_given(&self, limits: &Limits) -> f64 {
        self.gives(limits) * self.most_squeezed(limits)
    }

    /// The line squeezed to its room, if it can be.
    fn squeezed(&self, limits: &Limits) -> Option<Setting> {
        let given = self.width - self.room;
        if !fits(given, self.most_given(limits)) {
            return None;
        }
        let gives = self.gives(limits);
        let share = if gives > 0.0 { given / gives } else { 0.0 };
        let space =
            self.natural_space().map(|space| space - share * Self::space_gives(limits, space));
        Some(Setting {
            spacing: Spacing { space, justified: true },
            cost: price::TIGHT * share * share,
        })
    }

    /// The line stretched to its room, if it can be: first letters and spaces as
    /// far as the limits go, then spaces alone.
    fn stretched(&self, limits: &Limits) -> Option<Setting> {
        let rest = (self.room - self.width).max(0.0);
        let spaces = f64::from(self.extent.spaces);
        // Signs that are spaced as in Chinese take no tracking, but a share of
        // what is left.
        let points = f64::from(self.extent.points);
        let tracking = limits.loosest_tracking.max(0.0);
        let space_takes = |space: f64| (limits.loosest_space - 1.0).max(0.0) * space + tracking;
        let space = self.natural_space();
        let takes =
            (self.moved() - points).max(0.0) * tracking + spaces * space.map_or(0.0, space_takes);
        if takes > 0.0 && rest <= takes {
            let share = rest / takes;
            let space = space.map(|space| space + share * space_takes(space));
            let is_wide = space.is_some_and(|wide| wide > widest(self.natural_space()) + 1e-9);
            let cost = price::LOOSE * share * share;
            return (!is_wide)
                .then_some(Setting { spacing: Spacing { space, justified: true }, cost });
        }
        let space = space?;
        let loose = space + space_takes(space);
        let wide = loose + (rest - takes) / (spaces + points);
        let widest = widest(Some(space));
        let spread = if widest > loose { (wide - loose) / (widest - loose) } else { 0.0 };
        let cost = price::LOOSE + price::SPREAD * spread * spread;
        (wide <= widest)
            .then_some(Setting { spacing: Spacing { space: Some(wide), justified: true }, cost })
    }

    /// What it costs as a last line that hardly carries anything.
    fn cost_of_last(&self) -> f64 {
        if !self.is_last || self.is_only {
            return 0.0;
        }
        let Extent { letters, signs, .. } = self.extent;
        if letters == 0 || letters + signs < FEW_CHARACTERS {
            price::LONE
        } else if self.width < SHORT_SHARE * self.room {
            price::SHORT
        } else {
            0.0
        }
    }
}

/// The widest that spaces of this natural width may become.
fn widest(space: Option<f64>) -> f64 {
    space.map_or(SPACES.1, |space| space.max(SPACES.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        tightest_tracking: -0.05,
        loosest_tracking: 0.02,
        tightest_space: 0.8,
        loosest_space: 1.15,
    };

    /// A line of ten syllables and two spaces, 10.1 em wide, in a room.
    fn line(room: f64) -> Line {
        let words = Extent { ems: 9.5, glyphs: 10, letters: 10, ..Extent::default() };
        let extent = words + Extent::spaces(2, 0.3);
        Line { extent, width: extent.ems, room, lead: 0.0, is_last: false, is_only: false }
    }

    /// How wide the spaces of the justified line become in a room.
    fn space(room: f64) -> Option<f64> {
        let manner = Manner { form: Form::Justified(LIMITS), mean: 0.0 };
        let settings = manner.settings(&line(room)).into_iter().flatten();
        let justified = settings.map(|setting| setting.spacing).find(|spacing| spacing.justified);
        justified.and_then(|spacing| spacing.space)
    }

    fn assert_space(room: f64, expected: f64) {
        let space = space(room).expect("a justified line");
        assert!((space - expected).abs() < 1e-9, "{space} in {room}");
    }

    #[test]
    fn letters_and_spaces_give_and_take_together_before_spaces_take_the_rest() {
        // Nine letters take 0.02 each and two spaces 0.065.
        assert_space(10.1 + 0.31, 0.365);
        assert_space(10.1 + 0.155, 0.3325);
        assert_space(10.1 + 0.41, 0.365 + 0.05);
        // They give 0.05 and 0.11.
        assert_space(10.1 - 0.335, 0.3 - 0.055);
    }

    #[test]
    fn spaces_are_never_as_wide_or_narrow_as_the_eye_is_held_by() {
        assert_eq!(space(10.1 + 0.31 + 0.12), None);
        assert_eq!(space(10.1 - 0.65), None);
        assert!(space(10.1 - 0.6).is_some_and(|space| space > 0.2));
    }
}
