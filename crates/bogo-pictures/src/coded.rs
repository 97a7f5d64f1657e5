//! Follows the coded rows of a baseline JPEG without decoding them.
//!
//! A file may lack its end marker and be whole all the same: Galaxy phones
//! write panoramas so, with data of their own behind the picture. Whether all
//! rows are there, only their codes tell.

use std::ops::Range;

/// Bits by which a code is looked up: none is longer.
const LOOKUP_BITS: u32 = 16;

/// For each of the next 16 bits, the length of the code that they begin with
/// and its symbol; a length of 0 is no code.
type Codes = Vec<(u8, u8)>;

/// Where the coded data of a JPEG ends, if all of its rows are there. Its
/// segments are given in order, the last of which is the only scan, and so is
/// where the scan's data begins.
pub(crate) fn end_of_rows(bytes: &[u8], segments: &[Range<usize>], at: usize) -> Option<usize> {
    let mut tables: [[Option<Codes>; 4]; 2] = Default::default();
    let (mut frame, mut scan, mut interval) = (None, None, 0);
    for segment in segments {
        let content = content(bytes, segment.start)?;
        match bytes.get(segment.start + 1)? {
            0xC4 => read_tables(content, &mut tables)?,
            0xDD => interval = u64::from(u16::from_be_bytes([*content.first()?, *content.get(1)?])),
            0xC0 | 0xC1 => frame = Some(content),
            0xDA => scan = Some(content),
            _ => {}
        }
    }
    let (units, blocks) = unit(frame?, scan?)?;
    let mut bits = Bits { bytes, at, held: 0, count: 0 };
    for index in 0..units {
        if interval > 0 && index > 0 && index % interval == 0 {
            bits.restart()?;
        }
        for (first, others) in &blocks {
            bits.block(tables[0][*first].as_ref()?, tables[1][*others].as_ref()?)?;
        }
    }
    Some(bits.position())
}

/// What a segment that begins here holds.
fn content(bytes: &[u8], start: usize) -> Option<&[u8]> {
    let length = u16::from_be_bytes([*bytes.get(start + 2)?, *bytes.get(start + 3)?]);
    bytes.get(start + 4..start + 2 + usize::from(length))
}

/// How many units a picture has, and by which tables each block of a unit is
/// coded: that of its first value and that of the others.
fn unit(frame: &[u8], scan: &[u8]) -> Option<(u64, Vec<(usize, usize)>)> {
    let [_, h1, h0, w1, w0, count, parts @ ..] = frame else { return None };
    let side = |high, low| u64::from(u16::from_be_bytes([high, low]));
    let (height, width) = (side(*h1, *h0), side(*w1, *w0));
    let parts: Vec<&[u8]> = parts.chunks_exact(3).take(usize::from(*count)).collect();
    let factors = |part: &[u8]| (u64::from(part[1] >> 4), u64::from(part[1] & 15));
    // A single component is coded block by block, whatever its factors.
    let single = parts.len() == 1;
    let mut blocks = Vec::new();
    let (mut across, mut down) = (1, 1);
    for part in &parts {
        let (h, v) = if single { (1, 1) } else { factors(part) };
        (across, down) = (across.max(h), down.max(v));
        let coded = scan.get(1..)?.chunks_exact(2).find(|coded| coded[0] == part[0])?;
        let tables = (usize::from(coded[1] >> 4) & 3, usize::from(coded[1]) & 3);
        blocks.extend((0..h * v).map(|_| tables));
    }
    let units = width.div_ceil(8 * across) * height.div_ceil(8 * down);
    (!blocks.is_empty()).then_some((units, blocks))
}

/// Reads tables of codes: for first values, and for others.
fn read_tables(mut content: &[u8], tables: &mut [[Option<Codes>; 4]; 2]) -> Option<()> {
    while let [head, rest @ ..] = content {
        let counts = rest.first_chunk::<16>()?;
        let total: usize = counts.iter().map(|count| usize::from(*count)).sum();
        let symbols = rest.get(16..16 + total)?;
        let mut codes = vec![(0, 0); 1 << LOOKUP_BITS];
        let (mut code, mut next) = (0usize, symbols.iter());
        for (length, count) in (1u8..).zip(counts) {
            let span = 1 << (LOOKUP_BITS - u32::from(length));
            for symbol in next.by_ref().take(usize::from(*count)) {
                codes.get_mut(code..code + span)?.fill((length, *symbol));
                code += span;
            }
        }
        *tables.get_mut(usize::from(head >> 4))?.get_mut(usize::from(head & 15))? = Some(codes);
        content = &rest[16 + total..];
    }
    Some(())
}

/// Coded data, bit by bit.
struct Bits<'b> {
    bytes: &'b [u8],
    /// The byte that is read next.
    at: usize,
    /// Bits that have been read and not used, the last one lowest.
    held: u64,
    count: u32,
}

impl Bits<'_> {
    /// Holds at least this many bits; zeros stand for what comes after the
    /// end of the data.
    fn fill(&mut self, wanted: u32) -> u64 {
        while self.count < wanted {
            match self.bytes.get(self.at..) {
                Some([0xFF, 0, ..]) => self.take(0xFF, 2),
                Some([byte, ..]) if *byte != 0xFF => self.take(*byte, 1),
                _ => break,
            }
        }
        let mask = (1 << wanted) - 1;
        match self.count.checked_sub(wanted) {
            Some(over) => self.held >> over & mask,
            None => self.held << (wanted - self.count) & mask,
        }
    }

    fn take(&mut self, byte: u8, length: usize) {
        self.held = self.held << 8 | u64::from(byte);
        self.count += 8;
        self.at += length;
    }

    /// Uses bits, if they are there.
    fn skip(&mut self, bits: u32) -> Option<()> {
        self.fill(bits);
        self.count = self.count.checked_sub(bits)?;
        self.held &= (1 << self.count) - 1;
        Some(())
    }

    fn symbol(&mut self, codes: &Codes) -> Option<u8> {
        let next = self.fill(LOOKUP_BITS) as usize;
        let (length, symbol) = codes[next];
        self.skip(u32::from(length)).filter(|()| length > 0).map(|()| symbol)
    }

    /// Follows the 64 values of a block.
    fn block(&mut self, first: &Codes, others: &Codes) -> Option<()> {
        let bits = self.symbol(first)?;
        self.skip(u32::from(bits & 15))?;
        let mut value = 1;
        while value < 64 {
            let symbol = self.symbol(others)?;
            match (symbol >> 4, symbol & 15) {
                (15, 0) => value += 16,
                (_, 0) => break,
                (zeros, bits) => {
                    value += u32::from(zeros) + 1;
                    self.skip(u32::from(bits))?;
                }
            }
        }
        (value <= 64).then_some(())
    }

    /// Goes on behind the next mark of a new beginning.
    fn restart(&mut self) -> Option<()> {
        // What is held was read from before the mark.
        (self.held, self.count) = (0, 0);
        while self.bytes.get(self.at..self.at + 2)? == [0xFF, 0xFF] {
            self.at += 1;
        }
        let mark = self.bytes.get(self.at..self.at + 2)?;
        self.at += 2;
        matches!(mark, [0xFF, 0xD0..=0xD7]).then_some(())
    }

    /// Where the byte ends that holds the bit used last.
    fn position(&self) -> usize {
        let mut at = self.at;
        for _ in 0..self.count / 8 {
            // A 255 is coded as two bytes.
            at -= if self.bytes[..at].ends_with(&[0xFF, 0]) { 2 } else { 1 };
        }
        at
    }
}
