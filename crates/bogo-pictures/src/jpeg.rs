//! Walks the segments of a JPEG, without decoding what is in them.
//!
//! The walk answers everything the pipeline asks of a header, notices a file
//! that was cut off (decoders fill what is missing with grey and say nothing),
//! and remembers which bytes make the picture, so that it can be written again
//! without the rest.

use std::ops::Range;

use image::metadata::Orientation;

use crate::coded::end_of_rows;
use crate::{ForeignFormat, PictureError, PictureFormat};

const START_OF_IMAGE: [u8; 2] = [0xFF, 0xD8];
const END_OF_IMAGE: [u8; 2] = [0xFF, 0xD9];
/// JFIF 1.01 without a resolution and without a thumbnail.
const PLAIN_JFIF: [u8; 18] =
    [0xFF, 0xE0, 0, 16, b'J', b'F', b'I', b'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

/// What the segments of a JPEG say.
#[derive(Debug)]
pub(crate) struct Jpeg {
    /// Width and height in pixels as stored; both at least 1.
    pub(crate) size: (u32, u32),
    /// 1 for grey, 3 for colour, 4 for CMYK and its relatives.
    pub(crate) components: u8,
    /// Bytes a decoder needs for coefficients besides pixels: those of the
    /// whole picture if it is progressive, else a few rows, counted as 0.
    pub(crate) coefficient_bytes: u64,
    /// How the picture is to be turned to be upright.
    pub(crate) orientation: Orientation,
    /// The colour profile, put together from its segments.
    pub(crate) icc: Option<Vec<u8>>,
    /// Whether a JFIF or Adobe segment, or the names of the components, say
    /// that colour is coded other than as YCbCr.
    unusual_colour: bool,
    /// Whether the end marker is there. Without it the file is whole if it is
    /// written anew.
    pub(crate) has_end: bool,
    /// The segments without which there is no picture, with their data.
    essential: Vec<Range<usize>>,
}

/// What is gathered during the walk.
#[derive(Default)]
struct Walk {
    frame: Option<Frame>,
    orientation: Option<Orientation>,
    /// Pieces of the colour profile: number, of how many, where.
    icc: Vec<(u8, u8, Range<usize>)>,
    /// The colour transform an Adobe segment names.
    adobe_transform: Option<u8>,
    essential: Vec<Range<usize>>,
    has_scan: bool,
    /// Which of the segments is the first scan, and where its data begins.
    scan_at: Option<(usize, usize)>,
}

/// What a frame header says.
struct Frame {
    size: (u32, u32),
    components: u8,
    progressive: bool,
    coefficient_bytes: u64,
    /// The components are called R, G and B.
    named_rgb: bool,
}

impl Jpeg {
    /// Walks a file that begins as a JPEG.
    ///
    /// # Errors
    /// `Truncated` if it ends before its picture does, `Damaged` if its end
    /// marker comes before a picture did, `Unsupported` for codings that are
    /// not progressive or baseline in one scan, of 8 bits.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        let mut walk = Walk::default();
        let followed = walk.follow(bytes);
        let has_end = followed.is_ok();
        if let Err(error) = followed
            && !walk.ends_with_its_rows(bytes)
        {
            return Err(error);
        }
        walk.finish(bytes, has_end)
    }

    /// Whether a reader of PDF shows the coded data as a decoder here does:
    /// grey, or colour in the one way everyone agrees on.
    pub(crate) fn is_plain(&self) -> bool {
        match self.components {
            1 => true,
            3 => !self.unusual_colour,
            _ => false,
        }
    }

    /// How many bytes [`Self::stripped`] makes of the file.
    pub(crate) fn stripped_len(&self) -> usize {
        let framing = START_OF_IMAGE.len() + PLAIN_JFIF.len() + END_OF_IMAGE.len();
        framing + self.essential.iter().map(Range::len).sum::<usize>()
    }

    /// The same picture, bit for bit, without anything else that was in the
    /// file this was read from: EXIF, XMP, IPTC, comments, thumbnails, profiles
    /// and whatever a camera put behind the end.
    pub(crate) fn stripped(&self, file: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.stripped_len());
        bytes.extend_from_slice(&START_OF_IMAGE);
        bytes.extend_from_slice(&PLAIN_JFIF);
        for range in &self.essential {
            bytes.extend_from_slice(&file[range.clone()]);
        }
        bytes.extend_from_slice(&END_OF_IMAGE);
        bytes
    }
}

impl Jpeg {
    /// The file with the end marker behind the picture's last row, and with
    /// everything that stands before it: how colours are coded may be there.
    pub(crate) fn ended(&self, file: &[u8]) -> Vec<u8> {
        let end = self.essential.last().map_or(0, |last| last.end);
        [&file[..end], &END_OF_IMAGE].concat()
    }
}

const CUT_OFF: PictureError = PictureError::Truncated { format: PictureFormat::Jpeg };
const UNUSUAL: PictureError =
    PictureError::Unsupported { looks_like: ForeignFormat::Unusual(PictureFormat::Jpeg) };

impl Walk {
    /// Walks to the end marker.
    fn follow(&mut self, bytes: &[u8]) -> Result<(), PictureError> {
        let mut at = START_OF_IMAGE.len();
        loop {
            let (marker, start) = next_marker(bytes, at).ok_or(CUT_OFF)?;
            at = match marker {
                0xD9 => return Ok(()),
                // Markers that stand alone; out of place, but harmless.
                0x01 | 0xD0..=0xD8 => start + 2,
                _ => self.segment(bytes, marker, start)?,
            };
        }
    }

    /// Whether all rows of a baseline picture are there, though no end marker
    /// follows them. What was taken for segments behind them is none.
    fn ends_with_its_rows(&mut self, bytes: &[u8]) -> bool {
        let Some((scan, data)) = self.scan_at else { return false };
        self.essential.truncate(scan + 1);
        let Some(end) = end_of_rows(bytes, &self.essential, data) else { return false };
        self.essential[scan].end = end;
        true
    }

    /// Takes note of one segment with its data and returns where the next may
    /// begin.
    fn segment(&mut self, bytes: &[u8], marker: u8, start: usize) -> Result<usize, PictureError> {
        let body = start + 4;
        let length = bytes.get(start + 2..body).ok_or(CUT_OFF)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        if length < 2 {
            return Err(PictureError::damaged("a JPEG segment shorter than itself"));
        }
        let mut end = start + 2 + length;
        let content = bytes.get(body..end).ok_or(CUT_OFF)?;
        match marker {
            // Behind a scan there is no other frame.
            0xC0..=0xC2 if self.has_scan => {}
            0xC0..=0xC2 => self.frame = Some(frame(content, marker == 0xC2)?),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return Err(UNUSUAL),
            0xE1 => self.exif(content),
            0xE2 => self.profile_piece(content, body),
            0xEE if content.starts_with(b"Adobe") => {
                self.adobe_transform = content.get(11).copied();
            }
            0xDA => {
                self.scan(content)?;
                self.scan_at.get_or_insert((self.essential.len(), end));
                end = end_of_scan(bytes, end);
            }
            _ => {}
        }
        // Frame, tables, restart interval, scan, number of lines.
        if matches!(marker, 0xC0..=0xC2 | 0xC4 | 0xDA..=0xDD) {
            self.essential.push(start..end);
        }
        Ok(end)
    }

    /// Takes note of a scan.
    ///
    /// A baseline JPEG may have a scan for each component, but hardly any has,
    /// and zune-jpeg 0.5.15 decodes them in wrong colours without an error.
    /// Saying no is better than printing that.
    fn scan(&mut self, header: &[u8]) -> Result<(), PictureError> {
        let Some(frame) = &self.frame else {
            return Err(PictureError::damaged("a JPEG scan before its frame"));
        };
        if !frame.progressive && header.first().is_some_and(|count| *count < frame.components) {
            return Err(UNUSUAL);
        }
        self.has_scan = true;
        Ok(())
    }

    fn exif(&mut self, content: &[u8]) {
        if let (None, Some(exif)) = (self.orientation, content.strip_prefix(b"Exif\0\0")) {
            self.orientation = Orientation::from_exif_chunk(exif);
        }
    }

    fn profile_piece(&mut self, content: &[u8], at: usize) {
        if let Some([number, of, ..]) = content.strip_prefix(b"ICC_PROFILE\0") {
            self.icc.push((*number, *of, at + 14..at + content.len()));
        }
    }

    fn finish(mut self, bytes: &[u8], has_end: bool) -> Result<Jpeg, PictureError> {
        let (Some(frame), true) = (self.frame, self.has_scan) else {
            return Err(PictureError::damaged("a JPEG without a picture"));
        };
        self.icc.sort_by_key(|(number, ..)| *number);
        let complete = (1u8..).zip(&self.icc).all(|(expected, (number, of, _))| {
            *number == expected && usize::from(*of) == self.icc.len()
        });
        let icc = self.icc.iter().flat_map(|(.., range)| &bytes[range.clone()]);
        let icc: Vec<u8> = icc.copied().collect();
        Ok(Jpeg {
            size: frame.size,
            components: frame.components,
            coefficient_bytes: frame.coefficient_bytes,
            orientation: self.orientation.unwrap_or(Orientation::NoTransforms),
            icc: (complete && !icc.is_empty()).then_some(icc),
            unusual_colour: frame.named_rgb || self.adobe_transform == Some(0),
            has_end,
            essential: self.essential,
        })
    }
}

/// Reads the content of a frame header.
fn frame(content: &[u8], progressive: bool) -> Result<Frame, PictureError> {
    let [precision, h1, h0, w1, w0, components, rest @ ..] = content else {
        return Err(PictureError::damaged("a JPEG frame header without a size"));
    };
    let size =
        (u32::from(u16::from_be_bytes([*w1, *w0])), u32::from(u16::from_be_bytes([*h1, *h0])));
    if size.0 == 0 || size.1 == 0 {
        return Err(PictureError::damaged("a JPEG without width or height"));
    }
    if *precision != 8 || !matches!(components, 1 | 3 | 4) {
        return Err(UNUSUAL);
    }
    let parts: Vec<&[u8]> = rest.chunks_exact(3).collect();
    if parts.len() < usize::from(*components) {
        return Err(PictureError::damaged("a JPEG frame header cut short"));
    }
    let factors = parts.iter().map(|part| (part[1] >> 4, part[1] & 15));
    let blocks: u64 = factors.clone().map(|(h, v)| u64::from(h) * u64::from(v)).sum();
    let widest = factors.clone().map(|(h, _)| u64::from(h)).max();
    let tallest = factors.map(|(_, v)| u64::from(v)).max();
    let per_unit = (widest.unwrap_or(1) * tallest.unwrap_or(1)).max(1);
    let pixels = u64::from(size.0) * u64::from(size.1);
    Ok(Frame {
        size,
        components: *components,
        progressive,
        // Two bytes for each, and as many of them as samples.
        coefficient_bytes: if progressive { 2 * pixels * blocks / per_unit } else { 0 },
        named_rgb: parts.iter().map(|part| part[0]).eq(*b"RGB"),
    })
}

/// The next marker at or after a position, and where its first byte is.
///
/// Bytes that belong to no segment are skipped, as decoders do.
fn next_marker(bytes: &[u8], from: usize) -> Option<(u8, usize)> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == 0xFF)?;
        match *bytes.get(at + 1)? {
            // A marker may be preceded by any number of fill bytes.
            0xFF => at += 1,
            0x00 => at += 2,
            marker => return Some((marker, at)),
        }
    }
}

/// Where the coded data ends that begins here: before the next marker that is
/// no restart, or at the end of the file.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some((marker, start)) = next_marker(bytes, at) {
        if !matches!(marker, 0xD0..=0xD7) {
            return start;
        }
        at = start + 2;
    }
    bytes.len()
}
