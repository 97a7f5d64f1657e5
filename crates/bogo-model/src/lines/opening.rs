//! What comes apart where it is wider than a line, and what is set smaller.

use super::paragraph::fits;
use super::stop::{Extent, Part, Rank, Stop, apart, parts};
use super::{Room, price};

/// The places at which lines may end in a room, and the share of its usual size
/// in which the text is set there.
pub(super) fn opened(
    stops: &[Stop],
    widest_part: f64,
    room: &Room,
    tracking: f64,
) -> (Vec<Stop>, f64) {
    let open = |stop: &&Stop| stop.rank <= Rank::Mark;
    let rooms = Rooms { first: room.ems - room.lead, others: room.ems };
    if room.lead <= 0.0 && fits(widest_part, room.ems) {
        return (stops.iter().filter(open).copied().collect(), 1.0);
    }
    let least_scale = if room.least_scale > 0.0 { room.least_scale.min(1.0) } else { 1.0 };
    let parts = || {
        parts(stops, Rank::Mark).enumerate().map(|(index, part)| {
            let first = if index == 0 { rooms.first } else { rooms.others };
            (Rooms { first, ..rooms }, part)
        })
    };
    let is_wide = |rooms: &Rooms, part: &Part<'_>| !fits(part.width(tracking), rooms.first);
    let scale =
        parts().filter(|(rooms, part)| is_wide(rooms, part)).fold(1.0, |scale, (rooms, part)| {
            Pieces::of(&part, tracking).open(rooms, least_scale).min(scale)
        });
    let mut open = Vec::with_capacity(stops.len());
    for (rooms, part) in parts() {
        let rooms = Rooms { first: rooms.first / scale, others: rooms.others / scale };
        if is_wide(&rooms, &part) {
            let mut pieces = Pieces::of(&part, tracking);
            // It is not made smaller than this.
            pieces.open(rooms, 1.0);
            open.extend(pieces.open_stops());
        } else {
            open.extend(part.stops.last());
        }
    }
    (open, scale)
}

/// The places that are opened, one after the other; at the last, none is left.
const LEVELS: [Rank; 6] =
    [Rank::Syllable, Rank::LoneSyllable, Rank::Letter, Rank::Number, Rank::Desperate, Rank::Never];

/// The room of the first piece of a part, and that of the others.
#[derive(Debug, Clone, Copy)]
struct Rooms {
    first: f64,
    others: f64,
}

/// The smallest pieces of a part, and which of them a line may end behind.
struct Pieces {
    start: Extent,
    stops: Vec<Stop>,
    is_open: Vec<bool>,
    tracking: f64,
}

impl Pieces {
    fn of(part: &Part<'_>, tracking: f64) -> Self {
        let mut stops: Vec<Stop> = apart(part.stops, part.start).collect();
        if let Some(end) = stops.last().map(|last| last.before) {
            for stop in stops.iter_mut().filter(|stop| stop.rank == Rank::Syllable) {
                let before = (stop.before - part.start).letters;
                if before.min((end - stop.before).letters) <= 1 {
                    (stop.rank, stop.price) = (Rank::LoneSyllable, price::LONE_SYLLABLE);
                }
            }
        }
        let mut is_open = vec![false; stops.len()];
        if let Some(last) = is_open.last_mut() {
            *last = true;
        }
        Self { start: part.start, stops, is_open, tracking }
    }

    /// Opens the part as far as it has to be, the best places first. Returns how
    /// much smaller it has to be set, so that numbers stay whole.
    fn open(&mut self, rooms: Rooms, least_scale: f64) -> f64 {
        let mut scale: f64 = 1.0;
        for rank in LEVELS {
            let (mut start, mut from) = (self.start, 0);
            for index in 0..self.stops.len() {
                if !self.is_open[index] {
                    continue;
                }
                let room = if from == 0 { rooms.first } else { rooms.others };
                let width = (self.stops[index].before - start).width(self.tracking);
                if !fits(width, room) {
                    let needed = (room / width).max(0.0);
                    if rank == Rank::Never {
                        scale = scale.min(needed.max(least_scale));
                    } else if rank >= Rank::Number && needed >= least_scale {
                        scale = scale.min(needed);
                    } else {
                        self.open_within(from..index, rank);
                    }
                }
                start = self.stops[index].after();
                from = index + 1;
            }
        }
        scale
    }

    fn open_within(&mut self, indices: std::ops::Range<usize>, rank: Rank) {
        for (stop, is_open) in self.stops[indices.clone()].iter().zip(&mut self.is_open[indices]) {
            *is_open |= stop.rank == rank;
        }
    }

    fn open_stops(self) -> impl Iterator<Item = Stop> {
        self.stops
            .into_iter()
            .zip(self.is_open)
            .filter(|(_, is_open)| *is_open)
            .map(|(stop, _)| stop)
    }
}
