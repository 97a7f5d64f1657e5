//! Which inks print a colour.
//!
//! A colour profile tells what inks look like on the paper that it is for.
//! Turned round by searching, it tells which inks give a colour. A separation
//! for photographs mixes greys of three inks; for type and rules that is the
//! wrong one, because three plates never fall on one another exactly. Here
//! black does whatever it can, and two other inks the rest.

/// Shares of cyan, magenta, yellow and black, in per cent.
pub(super) type Inks = [u8; 4];

/// A colour as it is seen in the light of D50, relative to the paper: CIE
/// L*a*b*.
type Lab = [f64; 3];

/// From linear sRGB to XYZ in the light of D50 (Bradford).
const SRGB_TO_XYZ: [[f64; 3]; 3] = [
    [0.436_074_7, 0.385_064_9, 0.143_080_4],
    [0.222_504_5, 0.716_878_6, 0.060_616_9],
    [0.013_932_2, 0.097_104_5, 0.714_173_3],
];

/// The light of D50.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];

/// The chroma below which a colour is a grey, which black prints alone. It is
/// less than anyone sees beside a true grey.
const GREY_CHROMA: f64 = 1.5;

/// By how much a per cent of ink has to bring a colour nearer to be worth it.
const LEAST_GAIN: f64 = 0.002;

/// The pairs of cyan, magenta and yellow, by their places among the inks.
const PAIRS: [[usize; 2]; 3] = [[0, 1], [0, 2], [1, 2]];

/// The steps of the search, in per cent of ink.
const FIRST_STEP: u8 = 20;
const NEXT_STEPS: [i16; 4] = [10, 5, 2, 1];

/// How inks look under one way of printing: the table `A2B1` of its profile.
pub(super) struct Condition {
    /// What the share of each ink is taken for.
    inks: [Vec<f64>; 4],
    /// How many points the table has for each ink.
    points: usize,
    /// The colours of the table; those of the last ink follow one another.
    colours: Vec<[f64; 3]>,
    /// What each part of a colour is taken for.
    parts: [Vec<f64>; 3],
}

impl Condition {
    /// Reads an ICC profile of four inks whose tables have 16 bits (`mft2`).
    /// `None` if it is none.
    pub(super) fn read(profile: &[u8]) -> Option<Self> {
        if profile.get(12..24)? != b"prtrCMYKLab " {
            return None;
        }
        let table = tag(profile, b"A2B1")?;
        let [4, 3, points, _] = *table.get(8..12)? else { return None };
        if table.get(..4)? != b"mft2" || points < 2 {
            return None;
        }
        let points = usize::from(points);
        let (of_ink, of_part) = (number(table, 48)?, number(table, 50)?);
        let mut values = table
            .get(52..)?
            .chunks_exact(2)
            .map(|pair| f64::from(u16::from_be_bytes([pair[0], pair[1]])) / 65535.0);
        let mut take = |count: usize| -> Option<Vec<f64>> {
            let taken: Vec<f64> = values.by_ref().take(count).collect();
            (count > 1 && taken.len() == count).then_some(taken)
        };
        let inks = [take(of_ink)?, take(of_ink)?, take(of_ink)?, take(of_ink)?];
        let colours = take(points.pow(4) * 3)?;
        let colours = colours.chunks_exact(3).map(|part| [part[0], part[1], part[2]]).collect();
        let parts = [take(of_part)?, take(of_part)?, take(of_part)?];
        Some(Self { inks, points, colours, parts })
    }

    /// The inks for a colour of sRGB: black alone for greys and for whatever is
    /// as dark as black ink; else those of black and two others that come
    /// nearest to it.
    pub(super) fn inks_for(&self, colour: [u8; 3]) -> Inks {
        let wanted = lab(colour);
        let black = |share: u8| [0, 0, 0, share];
        if wanted[0] <= self.seen(black(100))[0] {
            return black(100);
        }
        if libm::hypot(wanted[1], wanted[2]) < GREY_CHROMA {
            let lightness = |share: &u8| (self.seen(black(*share))[0] - wanted[0]).abs();
            let nearest = (0..=100).min_by(|a, b| lightness(a).total_cmp(&lightness(b)));
            return black(nearest.unwrap_or(100));
        }
        let found = PAIRS.map(|pair| self.search(pair, wanted));
        let [mut best, others @ ..] = found;
        for other in others {
            if other.1 < best.1 {
                best = other;
            }
        }
        best.0
    }

    /// The shares of two inks and black that come nearest to a colour, and
    /// their badness: first on a coarse grid, then from there in smaller and
    /// smaller steps.
    fn search(&self, pair: [usize; 2], wanted: Lab) -> (Inks, f64) {
        let with = |shares: [u8; 3]| {
            let mut inks = [0, 0, 0, shares[2]];
            inks[pair[0]] = shares[0];
            inks[pair[1]] = shares[1];
            inks
        };
        let badness = |shares: [u8; 3]| {
            let ink: f64 = shares.iter().map(|share| f64::from(*share)).sum();
            distance(self.seen(with(shares)), wanted) + LEAST_GAIN * ink
        };
        let mut best = ([0; 3], badness([0; 3]));
        let improve = |best: &mut ([u8; 3], f64), shares: [u8; 3]| {
            let found = badness(shares);
            let better = found < best.1;
            if better {
                *best = (shares, found);
            }
            better
        };
        for coarse in combinations((0..=100).step_by(usize::from(FIRST_STEP)).collect()) {
            improve(&mut best, coarse);
        }
        for step in NEXT_STEPS {
            loop {
                let centre = best.0;
                let mut moved = false;
                for by in combinations(vec![-step, 0, step]) {
                    let share =
                        |index: usize| (i16::from(centre[index]) + by[index]).clamp(0, 100) as u8;
                    moved |= improve(&mut best, [share(0), share(1), share(2)]);
                }
                if !moved {
                    break;
                }
            }
        }
        (with(best.0), best.1)
    }

    /// What inks look like, interpolated between the points of the table.
    fn seen(&self, inks: Inks) -> Lab {
        let last = self.points - 1;
        let mut below = [0; 4];
        let mut above = [0.0; 4];
        for (index, (curve, share)) in self.inks.iter().zip(inks).enumerate() {
            let place = on_curve(curve, f64::from(share) / 100.0) * last as f64;
            below[index] = (place as usize).min(last - 1);
            above[index] = place - below[index] as f64;
        }
        let mut colour = [0.0; 3];
        for corner in 0..16_usize {
            let (mut weight, mut place) = (1.0, 0);
            for index in 0..4 {
                let upper = corner >> index & 1;
                weight *= if upper == 1 { above[index] } else { 1.0 - above[index] };
                place = place * self.points + below[index] + upper;
            }
            for (part, value) in colour.iter_mut().zip(self.colours[place]) {
                *part += weight * value;
            }
        }
        let part = |index: usize| on_curve(&self.parts[index], colour[index]) * 65535.0;
        [part(0) / 652.8, part(1) / 256.0 - 128.0, part(2) / 256.0 - 128.0]
    }
}

/// All choices of three of these values.
fn combinations<T: Copy>(values: Vec<T>) -> Vec<[T; 3]> {
    let pairs = values.iter().flat_map(|a| values.iter().map(move |b| (*a, *b)));
    pairs.flat_map(|(a, b)| values.iter().map(move |c| [a, b, *c])).collect()
}

/// The data of a profile's tag.
fn tag<'p>(profile: &'p [u8], name: &[u8; 4]) -> Option<&'p [u8]> {
    let long = |bytes: &[u8]| Some(u32::from_be_bytes(bytes.try_into().ok()?) as usize);
    let count = long(profile.get(128..132)?)?;
    let entry = profile.get(132..)?.chunks_exact(12).take(count).find(|e| e[..4] == *name)?;
    profile.get(long(&entry[4..8])?..)?.get(..long(&entry[8..])?)
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

/// The value of a curve, which goes from 0 to 1, between its points.
fn on_curve(curve: &[f64], at: f64) -> f64 {
    let place = at.clamp(0.0, 1.0) * (curve.len() - 1) as f64;
    let below = (place as usize).min(curve.len() - 2);
    curve[below] + (curve[below + 1] - curve[below]) * (place - below as f64)
}

/// A colour of sRGB as it is seen.
fn lab(colour: [u8; 3]) -> Lab {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        match part <= 0.040_45 {
            true => part / 12.92,
            false => libm::pow((part + 0.055) / 1.055, 2.4),
        }
    });
    let mut bent = [0.0; 3];
    for (index, (row, white)) in SRGB_TO_XYZ.iter().zip(WHITE).enumerate() {
        let part = (row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2]) / white;
        bent[index] = if part > 0.008_856 { libm::cbrt(part) } else { 7.787 * part + 16.0 / 116.0 };
    }
    let [x, y, z] = bent;
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How different two colours look (ΔE of 1976).
fn distance(a: Lab, b: Lab) -> f64 {
    let square = |index: usize| (a[index] - b[index]) * (a[index] - b[index]);
    (square(0) + square(1) + square(2)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::print::intent::PROFILE;

    fn condition() -> Condition {
        Condition::read(PROFILE).expect("a profile of inks")
    }

    #[test]
    fn greys_and_what_is_as_dark_as_black_ink_are_black_alone() {
        let condition = condition();
        for colour in [[0, 0, 0], [21, 21, 21], [26, 26, 46], [11, 20, 30]] {
            assert_eq!(condition.inks_for(colour), [0, 0, 0, 100], "{colour:?}");
        }
        let mut last = 101;
        for grey in 0..=255 {
            let inks = condition.inks_for([grey; 3]);
            assert_eq!(inks[..3], [0, 0, 0], "{grey}");
            assert!(inks[3] <= last, "{grey}: {inks:?} after {last}");
            last = inks[3];
        }
        assert_eq!(last, 0);
        assert_eq!(condition.inks_for([128; 3]), [0, 0, 0, 64]);
    }

    #[test]
    fn colours_are_printed_as_they_look_with_black_and_two_inks_at_most() {
        let condition = condition();
        for colour in [[107, 33, 69], [15, 92, 71], [74, 85, 104], [232, 239, 249], [23, 101, 168]]
        {
            let inks = condition.inks_for(colour);
            let off = distance(condition.seen(inks), lab(colour));
            assert!(off < 1.0, "{colour:?} is {off} from {inks:?}");
            assert!(inks[..3].iter().filter(|ink| **ink > 0).count() <= 2, "{inks:?}");
        }
    }

    #[test]
    fn a_colour_that_no_ink_gives_comes_as_near_as_it_can() {
        let condition = condition();
        let red = condition.inks_for([255, 0, 0]);
        assert!(red[0] == 0 && red[1] > 90 && red[2] > 90 && red[3] == 0, "{red:?}");
        let blue = condition.inks_for([11, 79, 179]);
        assert!(blue[0] > 90 && blue[1] > 60 && blue[2] == 0, "{blue:?}");
    }

    #[test]
    fn the_paper_is_white_and_the_inks_look_as_they_were_measured() {
        let condition = condition();
        let near = |inks, lab: Lab| distance(condition.seen(inks), lab) < 1.0;
        assert!(near([0, 0, 0, 0], [100.0, 0.0, 0.0]));
        assert!(near([0, 0, 0, 100], [17.4, 0.0, 0.6]));
        assert!(lab([255; 3])[0] > 99.99 && lab([255; 3])[1].abs() < 0.02);
    }

    #[test]
    fn what_is_no_profile_of_inks_is_refused() {
        assert!(Condition::read(b"").is_none());
        assert!(Condition::read(&PROFILE[..2000]).is_none());
        let mut other = PROFILE.to_vec();
        other[16..20].copy_from_slice(b"RGB ");
        assert!(Condition::read(&other).is_none());
    }
}
