//! Numbers that look random and are the same for the same seed.

/// Numbers that look random, the same for the same seed: `splitmix64`.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        let mut own = Self(seed);
        Self(own.next())
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` to `most`.
    pub(super) fn within(&mut self, least: usize, most: usize) -> usize {
        least + (self.next() % (most - least + 1) as u64) as usize
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, share: u64) -> bool {
        self.next() % 100 < share
    }

    pub(super) fn pick<'t, T: ?Sized>(&mut self, from: &[&'t T]) -> &'t T {
        from[self.within(0, from.len() - 1)]
    }

    /// A size: mostly small, at times as large as can be.
    pub(super) fn size(&mut self, least: usize, most: usize) -> usize {
        let top = match self.within(0, 9) {
            0..=4 => 4,
            5..=7 => 9,
            8 => 20,
            _ => most,
        };
        self.within(least, top.clamp(least, most))
    }
}
