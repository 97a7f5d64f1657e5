//! The best lines of all, for what stands between two written line breaks.

use std::ops::Range;

use super::paragraph::fits;
use super::setting::{Line, Manner, Setting, Spacing};
use super::stop::{Extent, Rank, Stop};
use super::{Form, LineEnd, Room};

/// The blank share of its room from which on a line gapes, so that a short word
/// may come apart.
const GAPING: f64 = 1.0 / 6.0;

/// What stands between two written line breaks, or a text's beginning and end.
#[derive(Debug, Clone)]
pub(super) struct Segment<'s> {
    /// Where lines may end. The last stop ends it.
    pub stops: &'s [Stop],
    start: Extent,
    room: Room,
    tracking: f64,
    manner: Manner,
}

/// What lines cost: fewer are always better.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) struct Price {
    pub lines: u32,
    pub cost: f64,
}

/// The best way to a place, of those whose last line is set alike.
#[derive(Debug, Clone, Copy)]
struct Way {
    price: Price,
    /// How the line that ends there is set.
    spacing: Spacing,
    /// The place where it ends.
    place: usize,
    /// The way to its beginning, by its number.
    from: usize,
}

/// The best ways through a segment, which go on from those through the segment
/// above.
pub(super) struct Ways {
    ways: Vec<Way>,
    /// Which of them lead to the end.
    to_end: Range<usize>,
}

/// The lines that were chosen for a segment.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    /// The stop at which each line ends, and whether it is justified.
    pub ends: Vec<(usize, bool)>,
    pub price: Price,
    /// The way through the segment above that they go on from, by its number.
    above: usize,
}

impl Ways {
    /// Nothing stands above.
    pub(super) fn begin() -> Self {
        let price = Price { lines: 0, cost: 0.0 };
        let way = Way { price, spacing: Spacing::default(), place: 0, from: 0 };
        Self { ways: vec![way], to_end: 0..1 }
    }

    /// The best way to the end, by its number among those.
    pub(super) fn best(&self) -> usize {
        best_of(self.to_end.clone(), &self.ways).map_or(0, |way| way - self.to_end.start)
    }

    /// The lines of a way to the end.
    pub(super) fn choice(&self, number: usize) -> Choice {
        let mut at = self.to_end.start + number;
        let price = self.ways[at].price;
        let mut ends = Vec::new();
        while self.ways[at].place > 0 {
            ends.push((self.ways[at].place - 1, self.ways[at].spacing.justified));
            at = self.ways[at].from;
        }
        ends.reverse();
        Choice { ends, price, above: at }
    }
}

/// Where lines end in these segments, which stand below each other.
pub(super) fn chosen<'s>(segments: impl Iterator<Item = Segment<'s>>) -> Vec<LineEnd> {
    let mut all: Vec<(&[Stop], Ways)> = Vec::new();
    let begin = Ways::begin();
    for segment in segments {
        let ways = segment.ways(all.last().map_or(&begin, |(_, ways)| ways));
        all.push((segment.stops, ways));
    }
    let mut number = all.last().map_or(0, |(_, ways)| ways.best());
    let mut ends = Vec::new();
    for (stops, ways) in all.iter().rev() {
        let choice = ways.choice(number);
        ends.extend(choice.ends.iter().rev().map(|(index, justified)| {
            let stop = &stops[*index];
            LineEnd { at: stop.at as usize, gap: stop.gap as usize, justified: *justified }
        }));
        number = choice.above;
    }
    ends.reverse();
    ends
}

impl<'s> Segment<'s> {
    pub(super) fn new(stops: &'s [Stop], start: Extent, room: Room, tracking: f64) -> Self {
        let manner = Manner { form: room.form, mean: 0.0 };
        let mut segment = Self { stops, start, room, tracking, manner };
        if !matches!(room.form, Form::Justified(_)) {
            segment.manner.mean = segment.mean();
        }
        segment
    }

    /// What its lines are wide in the mean, a badge before the first included,
    /// if they are as few as can be.
    fn mean(&self) -> f64 {
        let whole = self.line(0, self.stops.len());
        let lines = self.fewest() as f64;
        let space = whole.extent.space_ems / f64::from(whole.extent.spaces.max(1));
        ((whole.width + whole.lead - (lines - 1.0) * space) / lines).min(self.room.ems)
    }

    /// The line from one place to another. Places are numbered from 0, where the
    /// segment begins; each stop is the next.
    pub(super) fn line(&self, from: usize, to: usize) -> Line {
        let extent = self.before(to) - self.after(from);
        let lead = if from == 0 { self.room.lead } else { 0.0 };
        let is_last = to == self.stops.len();
        Line {
            extent,
            width: extent.width(self.tracking),
            room: self.room.ems - lead,
            lead,
            is_last,
            is_only: is_last && from == 0,
        }
    }

    fn before(&self, place: usize) -> Extent {
        place.checked_sub(1).map_or(self.start, |index| self.stops[index].before)
    }

    fn after(&self, place: usize) -> Extent {
        place.checked_sub(1).map_or(self.start, |index| self.stops[index].after())
    }

    /// The stop of a place, but for the first.
    fn stop(&self, place: usize) -> Option<&Stop> {
        place.checked_sub(1).map(|index| &self.stops[index])
    }

    /// Whether a line may end at this place as well as at a space.
    pub(super) fn is_good(&self, place: usize) -> bool {
        self.stop(place).is_none_or(|stop| stop.rank <= Rank::Joint)
    }

    /// Whether a line may end at this place. At the joint of a short word it
    /// may only if it would gape otherwise: if it ended at `good`, the last good
    /// place before.
    pub(super) fn may_end(&self, from: usize, to: usize, good: usize) -> bool {
        if good <= from || self.stop(to).is_none_or(|stop| stop.rank != Rank::Mark) {
            return true;
        }
        let line = self.line(from, good);
        line.room - line.width > GAPING * line.room
    }

    /// How many lines it takes at least: each as long as it can be.
    pub(super) fn fewest(&self) -> usize {
        let (mut from, mut lines) = (0, 0);
        while from < self.stops.len() {
            let (mut furthest, mut good) = (from + 1, from);
            for to in from + 1..=self.stops.len() {
                let line = self.line(from, to);
                let fits = fits(self.manner.narrowest(&line), line.room);
                if fits && self.may_end(from, to, good) {
                    furthest = to;
                } else if !fits && !line.is_last {
                    break;
                }
                if self.is_good(to) {
                    good = to;
                }
            }
            from = furthest;
            lines += 1;
        }
        lines
    }

    /// The ways in which the line from one place to another may be set, with
    /// what its end costs. What cannot come apart is set whatever its room is.
    pub(super) fn settings(&self, from: usize, to: usize) -> impl Iterator<Item = Setting> {
        let line = self.line(from, to);
        let mut settings = self.manner.settings(&line);
        if settings == [None, None] && to == from + 1 {
            settings[0] = Some(Manner::overfull(&line));
        }
        let end = self.stop(to).filter(|_| !line.is_last).map_or(0, |stop| stop.price);
        settings.into_iter().flatten().map(move |mut setting| {
            setting.cost += f64::from(end);
            setting
        })
    }

    /// The best lines: the fewest, and of those that cost least.
    ///
    /// To each place the best ways are kept, one for each width of the spaces of
    /// the line before it, because the line behind it has to go with those. Where
    /// none does, which takes words that cannot come apart, they stand beside
    /// each other all the same.
    pub(super) fn ways(&self, above: &Ways) -> Ways {
        let alike = self.ways_with(above, Spacing::goes_with);
        if alike.to_end.is_empty() { self.ways_with(above, |_, _| true) } else { alike }
    }

    fn ways_with(&self, above: &Ways, goes_with: impl Fn(&Spacing, &Spacing) -> bool) -> Ways {
        let begin = above.ways[above.to_end.clone()].iter();
        let mut ways: Vec<Way> = begin.map(|way| Way { place: 0, ..*way }).collect();
        // Where the ways to each place begin.
        let mut first = vec![0, ways.len()];
        let mut good = 0;
        for to in 1..=self.stops.len() {
            self.add_ways(to, good, &mut ways, &first, &goes_with);
            first.push(ways.len());
            if self.is_good(to) {
                good = to;
            }
        }
        let to_end = first[self.stops.len()]..ways.len();
        Ways { ways, to_end }
    }

    /// Adds the ways to a place, from all places before it, of which `good` is
    /// the last that is as good as a space.
    fn add_ways(
        &self,
        to: usize,
        good: usize,
        ways: &mut Vec<Way>,
        first: &[usize],
        goes_with: impl Fn(&Spacing, &Spacing) -> bool,
    ) {
        let begin = ways.len();
        for from in (0..to).rev() {
            let line = self.line(from, to);
            let is_too_wide = !fits(self.manner.narrowest(&line), line.room);
            if from + 1 < to && (is_too_wide || !self.may_end(from, to, good)) {
                break;
            }
            for setting in self.settings(from, to) {
                let before = first[from]..first[from + 1];
                let before = before.filter(|way| goes_with(&ways[*way].spacing, &setting.spacing));
                let Some(best) = best_of(before, ways) else { continue };
                let Price { lines, cost } = ways[best].price;
                let price = Price { lines: lines + 1, cost: cost + setting.cost };
                let spacing = setting.spacing;
                keep(ways, begin, Way { price, spacing, place: to, from: best });
            }
        }
    }
}

/// The best of these ways, by its number; the first of those that cost the same.
fn best_of(numbers: impl Iterator<Item = usize>, ways: &[Way]) -> Option<usize> {
    numbers.reduce(|best, way| if ways[way].price < ways[best].price { way } else { best })
}

/// Keeps a way, unless there is one as good among those from `begin` on whose
/// last line has the same spaces.
fn keep(ways: &mut Vec<Way>, begin: usize, way: Way) {
    let is_same = |other: &&mut Way| other.spacing.is_same(&way.spacing);
    match ways[begin..].iter_mut().find(is_same) {
        Some(other) if way.price < other.price => *other = way,
        Some(_) => {}
        None => ways.push(way),
    }
}
