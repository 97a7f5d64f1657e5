//! What stands on the laid-out pages: all that is read from the compiler's
//! frames.

use std::collections::BTreeSet;

use rayon::prelude::*;
use typst::layout::FrameItem;
use typst_layout::{Page, PagedDocument};

use crate::faces;

pub(crate) mod extent;
pub(crate) mod frames;
pub(crate) mod laid;
pub(crate) mod look;
mod marks;
pub(crate) mod printed;

/// The rare characters that are printed.
pub(crate) fn rare_characters(document: &PagedDocument) -> BTreeSet<char> {
    let of_page = |page: &Page| {
        let texts = frames::items(&page.frame).into_iter().filter_map(|(_, item)| match item {
            FrameItem::Text(text) => Some(text),
            _ => None,
        });
        texts.flat_map(|text| faces::rare_characters(&text.text)).collect::<Vec<char>>()
    };
    document.pages().par_iter().flat_map_iter(of_page).collect()
}
