//! What can be wrong with a picture, in terms a message can be made of.

use std::io;

use crate::PictureFormat;

/// Why a picture cannot be used.
///
/// The words here are for logs; messages to people are made from the variants.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// There is not a single byte, as after a copy that failed or a file that
    /// a cloud drive has not fetched yet.
    #[error("the file is empty")]
    Empty,
    /// The bytes are whole, as far as can be seen, but of a kind the pipeline
    /// does not read.
    #[error("{} is not supported", looks_like.name())]
    Unsupported {
        /// What they are instead.
        looks_like: ForeignFormat,
    },
    /// The file begins as it should and ends before its picture does.
    #[error("the {} file ends before its picture does", format.name())]
    Truncated {
        /// The format it begins as.
        format: PictureFormat,
    },
    /// The file contradicts its own format, or holds nothing but zero bytes.
    #[error("the file is damaged: {reason}")]
    Damaged {
        /// What the decoder stumbled over, in English.
        reason: String,
    },
    /// The picture has more pixels than [`crate::MAX_PIXELS`]. It was refused
    /// by its header, without decoding it.
    #[error("the picture has {pixels} pixels")]
    TooLarge {
        /// Width times height.
        pixels: u64,
    },
    /// The [`crate::Placement`] is no place: its width or crop is not a
    /// positive finite number, or its resolution is zero. A mistake in the
    /// caller or its templates, never in the picture.
    #[error("the picture's width, crop or resolution on the page is not a positive number")]
    Unplaceable,
    /// The bytes could not be had. Only [`crate::prepare_all`] reports this,
    /// for the error its [`crate::Job`] returned.
    #[error("the file cannot be read: {reason}")]
    Unreadable {
        /// The kind of the error, to tell a missing file from a forbidden one.
        kind: io::ErrorKind,
        /// The operating system's own words.
        reason: String,
    },
}

impl PictureError {
    /// A file that contradicts itself, in the words of whoever noticed.
    pub(crate) fn damaged(reason: impl ToString) -> Self {
        Self::Damaged { reason: reason.to_string() }
    }
}

impl From<io::Error> for PictureError {
    fn from(error: io::Error) -> Self {
        Self::Unreadable { kind: error.kind(), reason: error.to_string() }
    }
}

/// What a file that cannot be used appears to be, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ForeignFormat {
    /// A photograph by an iPhone or a Galaxy set to high efficiency.
    Heic,
    /// A picture saved from a recent web site.
    Avif,
    /// JPEG XL.
    JpegXl,
    /// JPEG 2000, as in archives and land surveys.
    Jpeg2000,
    /// TIFF, mostly from scanners and fax servers.
    Tiff,
    /// A vector drawing; Typst can set it without this pipeline.
    Svg,
    /// A PDF; Typst can set its pages without this pipeline.
    Pdf,
    /// A Hangul document: HWP 3, HWP 5 or HWPX.
    Hwp,
    /// A document or presentation of Microsoft Office, old or new.
    Office,
    /// A ZIP archive that is none of the above.
    Zip,
    /// A Windows metafile (WMF or EMF), as pasted into documents.
    Metafile,
    /// PostScript or Encapsulated PostScript.
    PostScript,
    /// A Photoshop document.
    Photoshop,
    /// A Windows icon.
    Icon,
    /// MP4, QuickTime or a relative of them.
    Video,
    /// A web page, mostly one that was saved in place of the picture it shows.
    Html,
    /// What Git keeps in place of a large file that has not been fetched.
    Pointer,
    /// A shortcut of Windows to a file elsewhere.
    Shortcut,
    /// A format the pipeline reads, in a coding it does not: a JPEG that is
    /// arithmetic-coded, lossless or of 12 bits, for example.
    Unusual(PictureFormat),
    /// Nothing that is known here.
    Unknown,
}

impl ForeignFormat {
    /// The name people know the format by, such as `HEIC`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::JpegXl => "JPEG XL",
            Self::Jpeg2000 => "JPEG 2000",
            Self::Tiff => "TIFF",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
            Self::Hwp => "HWP",
            Self::Office => "Office",
            Self::Zip => "ZIP",
            Self::Metafile => "WMF/EMF",
            Self::PostScript => "PostScript",
            Self::Photoshop => "Photoshop",
            Self::Icon => "ICO",
            Self::Video => "MP4/MOV",
            Self::Html => "HTML",
            Self::Unusual(format) => format.name(),
            Self::Pointer => "Git LFS",
            Self::Shortcut => "LNK",
            Self::Unknown => "unknown",
        }
    }
}
