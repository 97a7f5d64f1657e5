//! Decides which part of a picture is used and how many pixels it gets.

use image::metadata::Orientation;

use crate::{PictureError, Placement};

/// How many more pixels than needed a picture may have and keep them.
///
/// Scaling by a few per cent costs sharpness and saves little.
const SURPLUS: f64 = 1.15;
/// How much a picture's shape may differ from its cell's and stay uncut.
const SHAPE_TOLERANCE: f64 = 0.005;
const MM_PER_INCH: f64 = 25.4;
/// The most pixels that a picture has on a side when it is prepared: what sets
/// the pages reads no JPEG that is longer or wider. A page of 300 pixels per
/// inch has not nearly as many, so that nothing is lost in print.
const MOST_ACROSS: f64 = 16_384.0;

/// A rectangle in whole pixels, within the picture it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) x: u32,
    pub(crate) y: u32,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// What becomes of a picture, in the pixels of its upright form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The size of the whole picture.
    full: (u32, u32),
    /// The part that is used, around the centre.
    kept: (u32, u32),
    /// The size it is scaled down to, or `None` to leave its pixels alone.
    pub(crate) target: Option<(u32, u32)>,
}

impl Plan {
    /// Plans for an upright picture of this width and height.
    ///
    /// # Errors
    /// `Unplaceable` if the placement holds anything but positive numbers.
    pub(crate) fn new(full: (u32, u32), placement: &Placement) -> Result<Self, PictureError> {
        let usable = |number: f64| number.is_finite() && number > 0.0;
        if !usable(placement.width_mm) || placement.dpi == 0 || !placement.crop.is_none_or(usable) {
            return Err(PictureError::Unplaceable);
        }
        let kept = placement.crop.map_or(full, |crop| covering(full, crop));
        let needed = placement.width_mm / MM_PER_INCH * f64::from(placement.dpi);
        // What is whole but for the error of conversion needs no pixel more.
        let needed = (needed - 1e-6).ceil().max(1.0);
        let target = (f64::from(kept.0) > needed * SURPLUS).then(|| {
            let height = f64::from(kept.1) * needed / f64::from(kept.0);
            (needed as u32, height.round().max(1.0) as u32)
        });
        let target = within_reach(target.unwrap_or(kept)).or(target);
        Ok(Self { full, kept, target })
    }

    /// Whether the whole picture is used.
    pub(crate) fn keeps_everything(&self) -> bool {
        self.kept == self.full
    }

    /// The part that is used and the size it is scaled to, in the pixels of
    /// the picture as it is stored, before the orientation is applied.
    pub(crate) fn as_stored(&self, orientation: Orientation) -> (Area, Option<(u32, u32)>) {
        let turn = |(width, height)| {
            if lies_on_its_side(orientation) { (height, width) } else { (width, height) }
        };
        let (full, kept) = (turn(self.full), turn(self.kept));
        let area = Area {
            x: (full.0 - kept.0) / 2,
            y: (full.1 - kept.1) / 2,
            width: kept.0,
            height: kept.1,
        };
        (area, self.target.map(turn))
    }
}

/// A size that readers of pictures take, in the shape of one that is too long
/// or too wide for them.
fn within_reach((width, height): (u32, u32)) -> Option<(u32, u32)> {
    let longest = f64::from(width.max(height));
    let smaller = |side: u32| (f64::from(side) * MOST_ACROSS / longest).round().max(1.0) as u32;
    (longest > MOST_ACROSS).then(|| (smaller(width), smaller(height)))
}

/// Whether applying the orientation exchanges width and height.
pub(crate) fn lies_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// The size of the largest part of a picture that has this shape.
fn covering((width, height): (u32, u32), ratio: f64) -> (u32, u32) {
    let own = f64::from(width) / f64::from(height);
    if (own / ratio - 1.0).abs() <= SHAPE_TOLERANCE {
        (width, height)
    } else if own > ratio {
        let narrower = (f64::from(height) * ratio).round() as u32;
        (narrower.clamp(1, width), height)
    } else {
        let lower = (f64::from(width) / ratio).round() as u32;
        (width, lower.clamp(1, height))
    }
}
