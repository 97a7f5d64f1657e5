//! A text's words, measured, and its stops.

use std::ops::Range;

use super::characters::{cluster_length, is_point, is_space};
use super::groups::price_groups;
use super::joints::Word;
use super::price;
use super::stop::{Extent, Rank, Run, Stop};
use super::words::{Space, space_between};
use super::{Advance, Face, Measure};
use crate::korean::hangul::is_syllable;

/// A word wider than this, in ems, comes apart at its joints as at spaces.
const LONG_WORD: f64 = 12.0;

/// The width that each glyph has at least that is moved as far as tracking goes,
/// in ems: narrower ones give less.
const LEAST_GLYPH: f64 = 0.1;

/// Goes through a text from its beginning to its end.
pub(super) struct Measuring<'t> {
    text: &'t str,
    /// Where each piece ends, and whether it is bold.
    pieces: &'t [(usize, bool)],
    face: Face<'t>,
    measure: &'t dyn Measure,
    /// The piece that is read.
    piece: usize,
    /// What a space measures, light and bold, as far as there has been one.
    spaces: [Option<f64>; 2],
    total: Extent,
    stops: Vec<Stop>,
    /// The runs of a part of a word, kept to be filled again.
    runs: Vec<(Range<usize>, Run)>,
}

impl<'t> Measuring<'t> {
    pub(super) fn new(
        text: &'t str,
        pieces: &'t [(usize, bool)],
        face: Face<'t>,
        measure: &'t dyn Measure,
    ) -> Self {
        Self {
            text,
            pieces,
            face,
            measure,
            piece: 0,
            spaces: [None; 2],
            total: Extent::default(),
            stops: Vec::new(),
            runs: Vec::new(),
        }
    }

    /// All stops of the text. The last ends it, and is the only one if it is
    /// empty.
    pub(super) fn stops(mut self) -> Vec<Stop> {
        let mut at = 0;
        loop {
            at = self.take_seen_spaces(at);
            let word = word_at(self.text, at);
            self.take_word(at..at + word.len());
            at += word.len();
            let spaces = spaces_at(self.text, at);
            let next = at + spaces.len();
            if next == self.text.len() {
                self.end(at);
                break;
            }
            at = match self.text[next..].starts_with('\n') {
                true => self.take_line_break(at, next + 1),
                false => self.take_gap(word, at..next),
            };
        }
        price_groups(self.text, &mut self.stops);
        self.stops
    }

    /// Takes the spaces with which a line begins: they were typed to be seen.
    fn take_seen_spaces(&mut self, at: usize) -> usize {
        let spaces = spaces_at(self.text, at);
        let begins_line = self.stops.last().is_none_or(|stop| stop.rank == Rank::Forced);
        if spaces.is_empty() || !begins_line {
            return at;
        }
        self.total = self.total + self.width_of_spaces(at, spaces);
        self.push(at + spaces.len(), Rank::Never, 0, Run::Whole);
        at + spaces.len()
    }

    /// Ends the text, which may have spaces behind this byte.
    fn end(&mut self, at: usize) {
        let spaces = spaces_at(self.text, at);
        if !spaces.is_empty() {
            self.end_with(Rank::Never, 0);
            self.total = self.total + self.width_of_spaces(at, spaces);
            self.push(self.text.len(), Rank::Forced, 0, Run::Whole);
        }
        self.end_with(Rank::Forced, 0);
    }

    /// Takes a line break that was written, with the spaces before it and a
    /// single one behind it, which nobody sees. Several were typed to be seen.
    fn take_line_break(&mut self, at: usize, behind: usize) -> usize {
        let next = if spaces_at(self.text, behind) == " " { behind + 1 } else { behind };
        self.end_with(Rank::Forced, 0);
        if let Some(last) = self.stops.last_mut() {
            last.gap = small(next - at);
        }
        next
    }

    /// Takes the spaces between two words.
    fn take_gap(&mut self, word: &str, gap: Range<usize>) -> usize {
        let spaces = &self.text[gap.clone()];
        let space = match spaces {
            " " => space_between(word, word_at(self.text, gap.end)),
            // Typed to be seen, or to hold.
            _ => Space::Holds,
        };
        match space {
            Space::Open(price) => self.end_with(Rank::Space, price),
            Space::Holds => self.end_with(Rank::Number, price::NUMBER),
        }
        let width = self.width_of_spaces(gap.start, spaces);
        self.total = self.total + width;
        if let Some(last) = self.stops.last_mut() {
            (last.gap_ems, last.gap_spaces, last.gap) = (width.ems, width.spaces, small(gap.len()));
        }
        gap.end
    }

    /// What spaces measure that begin at a byte. Some may be bold.
    fn width_of_spaces(&mut self, at: usize, spaces: &str) -> Extent {
        let (measure, face) = (self.measure, self.face);
        let (mut width, mut from) = (Extent::default(), at);
        while from < at + spaces.len() {
            let (end, bold) = self.piece_at(from);
            let end = end.min(at + spaces.len());
            let space = *self.spaces[usize::from(bold)]
                .get_or_insert_with(|| measure.advance(" ", face.family, bold).ems + face.tracking);
            let count = self.text[from..end].chars().count();
            width = width + Extent::spaces(small(count), space);
            from = end;
        }
        width
    }

    /// Where the piece ends in which this byte is, and whether it is bold.
    fn piece_at(&mut self, at: usize) -> (usize, bool) {
        while self.pieces.get(self.piece).is_some_and(|(end, _)| *end <= at) {
            self.piece += 1;
        }
        let (end, bold) = self.pieces.get(self.piece).copied().unwrap_or((self.text.len(), false));
        (end, bold || self.face.bold)
    }

    /// Measures a word, and sets a stop behind each of its runs.
    fn take_word(&mut self, word: Range<usize>) {
        let (first, start) = (self.stops.len(), self.total);
        let text = Word::new(&self.text[word.clone()]);
        let mut at = word.start;
        while at < word.end {
            let (end, bold) = self.piece_at(at);
            let part = at..end.min(word.end);
            self.find_runs(part.clone());
            let is_split = part.end < word.end && goes_on(&self.text[at..], part.len());
            self.measure_runs(part.clone(), bold, |end| match is_split && end == part.end {
                true => (Rank::Never, 0),
                false => text.joint(end - word.start),
            });
            at = part.end;
        }
        if word.is_empty() {
            self.push(word.start, Rank::Never, 0, Run::Whole);
        }
        if self.total.ems - start.ems > LONG_WORD {
            for stop in self.stops[first..].iter_mut().filter(|stop| stop.rank == Rank::Mark) {
                stop.rank = Rank::Joint;
                stop.price -= price::MARK - price::JOINT;
            }
        }
    }

    /// Finds the runs of a part of a word: syllables, digits, anything else.
    fn find_runs(&mut self, part: Range<usize>) {
        self.runs.clear();
        let mut at = part.start;
        while at < part.end {
            let rest = &self.text[at..part.end];
            let length = cluster_length(rest);
            let first = rest.chars().next().filter(|first| first.len_utf8() == length);
            let run = match first {
                Some(first) if is_syllable(first) => Run::Syllables(1),
                Some(first) if first.is_ascii_digit() => Run::Digits(1),
                _ => Run::Whole,
            };
            at += length;
            match (self.runs.last_mut(), run) {
                (Some((bytes, Run::Syllables(count))), Run::Syllables(_))
                | (Some((bytes, Run::Digits(count))), Run::Digits(_)) => {
                    *count += 1;
                    bytes.end = at;
                }
                _ => self.runs.push((at - length..at, run)),
            }
        }
    }

    /// Measures the runs of a part of a word that is all bold or not. Together
    /// they are as wide as the part, in which neighbours may stand closer.
    fn measure_runs(
        &mut self,
        part: Range<usize>,
        bold: bool,
        joint: impl Fn(usize) -> (Rank, u16),
    ) {
        let (text, measure, family) = (self.text, self.measure, self.face.family);
        let advance = |bytes: Range<usize>| measure.advance(&text[bytes], family, bold);
        let runs = std::mem::take(&mut self.runs);
        let whole = advance(part.clone());
        let first = self.stops.len();
        let before = self.total;
        for (bytes, run) in &runs {
            let own = if runs.len() == 1 { whole } else { advance(bytes.clone()) };
            self.total = self.total + extent(&text[bytes.clone()], own);
            let (rank, price) = joint(bytes.end);
            self.push(bytes.end, rank, price, *run);
        }
        let sum = self.total.ems - before.ems;
        let factor = if sum > 0.0 { whole.ems / sum } else { 1.0 };
        let tracking = self.face.tracking;
        let settle = |reached: &mut Extent| {
            let own = *reached - before;
            reached.ems = before.ems + own.ems * factor + f64::from(own.glyphs) * tracking;
        };
        self.stops[first..].iter_mut().for_each(|stop| settle(&mut stop.before));
        settle(&mut self.total);
        self.runs = runs;
    }

    fn push(&mut self, at: usize, rank: Rank, price: u16, run: Run) {
        let before = self.total;
        let at = small(at);
        self.stops.push(Stop { before, gap_ems: 0.0, gap_spaces: 0, gap: 0, at, rank, price, run });
    }

    /// Says what the last stop is.
    fn end_with(&mut self, rank: Rank, price: u16) {
        if let Some(last) = self.stops.last_mut() {
            (last.rank, last.price) = (rank, price);
        }
    }
}

/// What a run of a word has in it.
fn extent(run: &str, advance: Advance) -> Extent {
    let mut extent = Extent { ems: advance.ems, ..Extent::default() };
    // As many as are wide enough to give what tracking takes; a width is far from
    // what an integer holds, and one that is none counts as nothing.
    let movable = (advance.ems / LEAST_GLYPH) as usize;
    extent.glyphs = small(advance.glyphs.min(movable));
    for character in run.chars() {
        let is_letter = character.is_alphanumeric();
        extent.letters += u32::from(is_letter);
        extent.signs += u32::from(!is_letter);
        extent.points += u32::from(is_point(character));
    }
    extent
}

/// Whether the character that begins a text goes on behind so many bytes of it.
fn goes_on(text: &str, length: usize) -> bool {
    let mut at = 0;
    while at < length {
        at += cluster_length(&text[at..]).max(1);
    }
    at > length
}

/// The word that begins at a byte: all up to a space or a line break.
fn word_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.find(|c| is_space(c) || c == '\n').unwrap_or(rest.len());
    &rest[..end]
}

/// The spaces that begin at a byte.
fn spaces_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.find(|c| !is_space(c)).unwrap_or(rest.len());
    &rest[..end]
}

/// A place or number of a text, which is smaller than four gigabytes.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
