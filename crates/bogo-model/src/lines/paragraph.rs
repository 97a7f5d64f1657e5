//! A text whose words have been measured, and what can be asked of it.

use std::borrow::Cow;

use super::choice::{Segment, chosen};
use super::measuring::Measuring;
use super::opening::opened;
use super::stop::{Extent, Rank, Stop, apart, parts};
use super::{Face, Lines, Measure, Piece, Room};

/// What a line may be wider than its room, in ems: what sums of widths are
/// rounded by.
const SLACK: f64 = 1e-7;

/// Whether a width fits a room.
pub(super) fn fits(width: f64, room: f64) -> bool {
    width <= room + SLACK
}

/// A text whose words have been measured; it does not depend on the size of
/// type.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    stops: Box<[Stop]>,
    /// Whether a line break was written in it.
    has_breaks: bool,
    tracking: f64,
    natural: f64,
    least: f64,
    narrowest: f64,
    /// The widest part between places at which a line may end wherever it stands.
    widest_part: f64,
    widest_word: Box<str>,
}

impl Paragraph {
    /// Measures a text, word by word.
    pub fn new(pieces: &[Piece<'_>], face: Face<'_>, measure: &dyn Measure) -> Self {
        let text: Cow<'_, str> = match pieces {
            [piece] => piece.text.into(),
            pieces => pieces.iter().map(|piece| piece.text).collect::<String>().into(),
        };
        let mut end = 0;
        let ends = pieces.iter().map(|piece| {
            end += piece.text.len();
            (end, piece.bold)
        });
        let ends: Vec<(usize, bool)> = ends.collect();
        let stops = Measuring::new(&text, &ends, face, measure).stops();
        let tracking = face.tracking;
        let widest =
            |rank| parts(&stops, rank).map(|part| part.width(tracking)).fold(0.0, f64::max);
        let (least, widest_word) = widest_word(&text, &stops, tracking);
        Self {
            has_breaks: text.contains('\n'),
            tracking,
            natural: widest(Rank::Forced),
            least,
            narrowest: narrowest(&stops, tracking),
            widest_part: widest(Rank::Mark),
            widest_word: widest_word.into(),
            stops: stops.into(),
        }
    }

    /// The widest of its lines if none ends but where a line break was written,
    /// in ems.
    pub fn natural(&self) -> f64 {
        self.natural
    }

    /// The narrowest room in which nothing comes apart that should stay whole,
    /// in ems: its widest word, or what an unbreakable space makes of several. A
    /// long word comes apart at its joints.
    pub fn least(&self) -> f64 {
        self.least
    }

    /// The narrowest room in which it can stand at all, in ems: its widest
    /// character with the marks on it, or group of digits.
    pub fn narrowest(&self) -> f64 {
        self.narrowest
    }

    /// The characters of the word that asks for [`least`](Self::least).
    pub fn widest_word(&self) -> &str {
        &self.widest_word
    }

    /// How many lines it takes in a room, at least. [`lines`](Self::lines) finds
    /// as many, or more where no neighbouring lines of so few can be justified
    /// alike; of text that is not justified it finds as many.
    pub fn count(&self, room: &Room) -> usize {
        if self.fits_one_line(room) {
            return 1;
        }
        let (stops, scale) = self.opened(room);
        self.segments(&stops, &scaled(room, scale)).map(|segment| segment.fewest()).sum()
    }

    /// Where its lines end in a room.
    pub fn lines(&self, room: &Room) -> Lines {
        if self.fits_one_line(room) {
            return Lines::default();
        }
        let (stops, scale) = self.opened(room);
        let mut ends = chosen(self.segments(&stops, &scaled(room, scale)));
        // The text's end is none of a line before another.
        let squeezes_last = ends.pop().is_some_and(|end| end.justified);
        Lines { ends, squeezes_last, scale }
    }

    fn fits_one_line(&self, room: &Room) -> bool {
        !self.has_breaks && fits(self.natural, room.ems - room.lead)
    }

    /// The places at which lines may end in a room, and the share of its usual
    /// size in which the text is set there.
    pub(super) fn opened(&self, room: &Room) -> (Vec<Stop>, f64) {
        opened(&self.stops, self.widest_part, room, self.tracking)
    }

    /// What stands between written line breaks.
    pub(super) fn segments<'s>(
        &'s self,
        stops: &'s [Stop],
        room: &Room,
    ) -> impl Iterator<Item = Segment<'s>> {
        let room = *room;
        let (mut start, mut is_first) = (Extent::default(), true);
        stops.split_inclusive(|stop| stop.rank == Rank::Forced).map(move |stops| {
            let lead = if is_first { room.lead } else { 0.0 };
            let segment = Segment::new(stops, start, Room { lead, ..room }, self.tracking);
            is_first = false;
            start = stops.last().map_or(start, Stop::after);
            segment
        })
    }
}

/// The room as it is to type of a smaller size.
fn scaled(room: &Room, scale: f64) -> Room {
    Room { ems: room.ems / scale, lead: room.lead / scale, ..*room }
}

/// The widest part between places that are as good as spaces: its width, and
/// its characters.
fn widest_word<'t>(text: &'t str, stops: &[Stop], tracking: f64) -> (f64, &'t str) {
    let mut widest = (0.0, "");
    for part in parts(stops, Rank::Joint) {
        let width = part.width(tracking);
        if width > widest.0
            && let Some(last) = part.stops.last()
        {
            let bytes = part.from as usize..last.at as usize;
            widest = (width, text.get(bytes).unwrap_or_default());
        }
    }
    widest
}

/// The widest part between places at which anything may come apart but digits.
fn narrowest(stops: &[Stop], tracking: f64) -> f64 {
    let mut start = Extent::default();
    let mut widest: f64 = 0.0;
    for stop in apart(stops, start) {
        if stop.rank <= Rank::Number {
            widest = widest.max((stop.before - start).width(tracking));
            start = stop.after();
        }
    }
    widest
}
