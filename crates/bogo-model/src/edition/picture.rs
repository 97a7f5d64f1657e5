//! Pictures as they are printed.

use super::RichText;
use crate::diagnostic::Place;

/// A picture as it is set.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What is printed of which file.
    pub used: PictureUse,
    /// What is seen.
    pub alt: String,
    /// The line below.
    pub caption: Option<RichText>,
    /// Width to height as printed.
    pub ratio: f64,
    /// Its part of the width that it has: less than 1 for a tall picture in a
    /// cell.
    pub width: f64,
}

/// A picture that is to be prepared: which file, and how it is printed. What
/// comes before and behind it, the crate `bogo-pictures` tells.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureUse {
    /// The file below the edition's folder, as it is named.
    pub file: String,
    /// How it is printed.
    pub print: Print,
    /// Where the edition names the file.
    pub place: Place,
}

/// How a picture is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Print {
    /// The width of its place in millimetres.
    pub width_mm: f64,
    /// The height of its place in millimetres, which a tall picture fills
    /// instead.
    pub height_mm: f64,
    /// Width to height to which it is cropped; `None` keeps its own.
    pub crop: Option<f64>,
}

impl PictureUse {
    /// What tells it from all other uses of pictures: the shortest path of the
    /// file, and how it is printed, to a tenth of a millimetre.
    pub fn id(&self) -> String {
        let steps = self.file.split('/').filter(|step| !matches!(*step, "" | "."));
        let short = steps.collect::<Vec<_>>().join("/");
        let shape = match self.print.crop {
            Some(crop) => format!("{:.0}", crop * 1e3),
            None => "whole".to_owned(),
        };
        format!("{short}/{:.0}-{shape}", self.print.width_mm * 10.0)
    }
}
