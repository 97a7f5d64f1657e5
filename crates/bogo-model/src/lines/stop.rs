//! The places of a text at which a line may end.

use std::iter;
use std::ops::{Add, Sub};

/// What stands in a part of a text, or before a place of it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Extent {
    /// Its width, tracking behind each glyph included.
    pub ems: f64,
    /// The width of its spaces.
    pub space_ems: f64,
    /// How many spaces.
    pub spaces: u32,
    /// Glyphs that tracking moves, without spaces.
    pub glyphs: u32,
    /// Characters among them that are spaced as in Chinese.
    pub points: u32,
    /// Characters, without spaces and signs.
    pub letters: u32,
    /// Signs: brackets, marks.
    pub signs: u32,
}

impl Extent {
    /// So many spaces of a width.
    pub(super) fn spaces(count: u32, width: f64) -> Self {
        let ems = f64::from(count) * width;
        Self { ems, space_ems: ems, spaces: count, ..Self::default() }
    }

    /// What it measures in a line of its own, where `tracking` is not added
    /// behind the last glyph.
    pub(super) fn width(&self, tracking: f64) -> f64 {
        if self.glyphs + self.spaces > 0 { self.ems - tracking } else { self.ems }
    }

    /// This share of it: some of so many characters that are alike.
    fn share(self, some: u32, all: u32) -> Self {
        let part = |count: u32| {
            let part = u64::from(count) * u64::from(some) / u64::from(all.max(1));
            u32::try_from(part).unwrap_or(count)
        };
        let share = f64::from(some) / f64::from(all.max(1));
        Self {
            ems: self.ems * share,
            space_ems: self.space_ems * share,
            spaces: part(self.spaces),
            glyphs: part(self.glyphs),
            points: part(self.points),
            letters: part(self.letters),
            signs: part(self.signs),
        }
    }
}

impl Add for Extent {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            ems: self.ems + other.ems,
            space_ems: self.space_ems + other.space_ems,
            spaces: self.spaces + other.spaces,
            glyphs: self.glyphs + other.glyphs,
            points: self.points + other.points,
            letters: self.letters + other.letters,
            signs: self.signs + other.signs,
        }
    }
}

impl Sub for Extent {
    type Output = Self;

    /// What stands between two places, of which `other` comes first.
    fn sub(self, other: Self) -> Self {
        Self {
            ems: self.ems - other.ems,
            space_ems: self.space_ems - other.space_ems,
            spaces: self.spaces.saturating_sub(other.spaces),
            glyphs: self.glyphs.saturating_sub(other.glyphs),
            points: self.points.saturating_sub(other.points),
            letters: self.letters.saturating_sub(other.letters),
            signs: self.signs.saturating_sub(other.signs),
        }
    }
}

/// How many digits stand in a group at most: three between commas, or a year.
const DIGIT_GROUP: u32 = 4;

/// How good a place is to end a line, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A line break that was written, or the text's end.
    Forced,
    /// A space between words.
    Space,
    /// In a long word, before a bracket or behind a mark.
    Joint,
    /// The same in a short word.
    Mark,
    /// Between syllables.
    Syllable,
    /// The same, where only one would be on one side.
    LoneSyllable,
    /// Between letters, or between a number and letters.
    Letter,
    /// Within a number, behind its comma; a space that is to hold.
    Number,
    /// Between digits, before what never begins a line.
    Desperate,
    /// No place to end a line.
    Never,
}

/// What stands before a stop, back to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// One character, or what cannot come apart.
    Whole,
    /// So many syllables of today, all alike in width.
    Syllables(u32),
    /// So many digits.
    Digits(u32),
}

/// A place of a text at which a line may end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stop {
    /// All that stands before it.
    pub before: Extent,
    /// The width of the spaces behind it, of which a line's end takes the place.
    pub gap_ems: f64,
    /// How many spaces they are.
    pub gap_spaces: u32,
    /// How many bytes.
    pub gap: u32,
    /// Its byte in the text.
    pub at: u32,
    /// How good it is.
    pub rank: Rank,
    /// What a line's end costs there.
    pub price: u16,
    /// What stands before it.
    pub run: Run,
}

impl Stop {
    /// All that stands before the line that begins here.
    pub(super) fn after(&self) -> Extent {
        let mut after = self.before;
        after.ems += self.gap_ems;
        after.space_ems += self.gap_ems;
        after.spaces += self.gap_spaces;
        after
    }

    /// The byte at which the next line begins.
    pub(super) fn next(&self) -> u32 {
        self.at + self.gap
    }

    /// The stop behind the first `some` characters of its run; `start` is what
    /// stands before the run.
    fn within(&self, start: Extent, some: u32, all: u32) -> Self {
        let (bytes, rank, price) = match self.run {
            Run::Digits(_) => (1, Rank::Desperate, super::price::DESPERATE),
            Run::Syllables(_) | Run::Whole => (3, Rank::Syllable, super::price::SYLLABLE),
        };
        Self {
            before: start + (self.before - start).share(some, all),
            gap_ems: 0.0,
            gap_spaces: 0,
            gap: 0,
            at: self.at - (all - some) * bytes,
            rank,
            price,
            run: Run::Whole,
        }
    }
}

/// What stands between two neighbouring places of a rank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'s> {
    /// The stops in it; the last ends it.
    pub stops: &'s [Stop],
    /// What stands before it.
    pub start: Extent,
    /// The byte at which it begins.
    pub from: u32,
}

impl Part<'_> {
    /// What it measures in a line of its own; `tracking` is not added behind its
    /// last glyph.
    pub(super) fn width(&self, tracking: f64) -> f64 {
        self.stops.last().map_or(0.0, |last| (last.before - self.start).width(tracking))
    }
}

/// The parts between places of this rank or a better one.
pub(super) fn parts(stops: &[Stop], rank: Rank) -> impl Iterator<Item = Part<'_>> {
    let (mut start, mut from) = (Extent::default(), 0);
    stops.split_inclusive(move |stop| stop.rank <= rank).map(move |stops| {
        let part = Part { stops, start, from };
        if let Some(last) = stops.last() {
            (start, from) = (last.after(), last.next());
        }
        part
    })
}

/// The stops with those between the characters of each run; `start` is what
/// stands before the first.
pub(super) fn apart(stops: &[Stop], start: Extent) -> impl Iterator<Item = Stop> {
    let mut before = start;
    stops.iter().flat_map(move |stop| {
        let start = before;
        before = stop.after();
        let count = match stop.run {
            // A group of digits that is cut reads as two numbers: rather it runs
            // out of its room, which is found on the page.
            Run::Digits(count) if count <= DIGIT_GROUP => 1,
            Run::Whole => 1,
            Run::Syllables(count) | Run::Digits(count) => count,
        };
        let inner = (1..count).map(move |some| stop.within(start, some, count));
        inner.chain(iter::once(Stop { run: Run::Whole, ..*stop }))
    })
}
