//! Photographs as drawings that only link to them.
//!
//! The compiler decodes a photograph as soon as a page shows it, although its
//! bytes go into a PDF as they are. What a drawing links to it does not look
//! into before it is written.

/// A JPEG that says nothing of itself but how large it is.
#[derive(Debug, PartialEq)]
pub(crate) struct Photograph {
    width: u16,
    height: u16,
}

impl Photograph {
    /// Reads the head of a grey or coloured JPEG. `None` for one that says
    /// more, how it is turned, say: what that means is the compiler's to find
    /// out.
    pub(crate) fn read(jpeg: &[u8]) -> Option<Self> {
        let mut rest = jpeg.strip_prefix(&[0xff, 0xd8])?;
        loop {
            let (&[0xff, kind, high, low], _) = rest.split_first_chunk()? else { return None };
            let length = usize::from(u16::from_be_bytes([high, low]));
            let (segment, behind) = rest.get(2..)?.split_at_checked(length)?;
            match (kind, segment.get(2..)?) {
                // Tables.
                (0xc4 | 0xdb | 0xdd, _) => rest = behind,
                // No density but that of a pixel's sides.
                (0xe0, [b'J', b'F', b'I', b'F', 0, _, _, 0, ..]) => rest = behind,
                // The frame: so many bits, lines, samples a line and colours.
                (0xc0..=0xc2, &[8, high, low, wide, narrow, 1 | 3, ..]) => {
                    let height = u16::from_be_bytes([high, low]);
                    let width = u16::from_be_bytes([wide, narrow]);
                    return (width > 0 && height > 0).then_some(Self { width, height });
                }
                _ => return None,
            }
        }
    }

    /// The drawing that shows it as it would be shown itself. `link` leads to
    /// it from the drawing; `mark` is its own, for the compiler takes drawings
    /// with the same words for one.
    pub(crate) fn drawing(&self, link: &str, mark: u128) -> String {
        let Self { width, height } = self;
        // A pixel is a point, as the compiler has it where nothing else is said.
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"p{mark:x}\" \
             width=\"{width}pt\" height=\"{height}pt\" viewBox=\"0 0 {width} {height}\">\
             <image href=\"{link}\" width=\"{width}\" height=\"{height}\"/></svg>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of a JPEG of 300 by 200 pixels, with these segments before its
    /// frame, of so many colours.
    fn head(before: &[&[u8]], colours: u8) -> Vec<u8> {
        let frame = [0xff, 0xc0, 0, 11, 8, 0, 200, 1, 44, colours, 0, 0, 0];
        [&[0xff, 0xd8], before.concat().as_slice(), &frame].concat()
    }

    const DENSITY: &[u8] = b"\xff\xe0\0\x10JFIF\0\x01\x02\0\0\x01\0\x01\0\0";
    const PER_INCH: &[u8] = b"\xff\xe0\0\x10JFIF\0\x01\x02\x01\0\x48\0\x48\0\0";
    const TURNED: &[u8] = b"\xff\xe1\0\x08Exif\0\0";
    const PROFILE: &[u8] = b"\xff\xe2\0\x0eICC_PROFILE\0";

    #[test]
    fn a_photograph_is_drawn_in_its_own_size() {
        for jpeg in [head(&[], 1), head(&[DENSITY], 3), head(&[b"\xff\xdb\0\x03\0", DENSITY], 3)] {
            let photograph = Photograph::read(&jpeg).expect("a photograph");
            let drawing = photograph.drawing("780-whole.jpg", 0xab);
            assert!(drawing.contains("viewBox=\"0 0 300 200\""), "{drawing}");
            assert!(drawing.contains("href=\"780-whole.jpg\""), "{drawing}");
            assert!(drawing.contains("id=\"pab\""), "{drawing}");
        }
    }

    #[test]
    fn a_photograph_that_says_more_of_itself_is_left_to_the_compiler() {
        let inks = head(&[DENSITY], 4);
        for jpeg in [inks, head(&[PER_INCH], 3), head(&[TURNED], 3), head(&[DENSITY, PROFILE], 3)] {
            assert_eq!(Photograph::read(&jpeg), None);
        }
    }

    #[test]
    fn what_is_cut_or_none_is_left_to_the_compiler() {
        let whole = head(&[DENSITY], 3);
        for end in 0..whole.len() - 4 {
            assert_eq!(Photograph::read(&whole[..end]), None, "{end}");
        }
        for bytes in [&b"\x89PNG"[..], b"\xff\xd8\xff\xe0\0\0", b"\xff\xd8\xff\xdb\0\x01\xff"] {
            assert_eq!(Photograph::read(bytes), None);
        }
    }
}
