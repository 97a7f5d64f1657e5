//! Marks that stand where they should not: what the pages show, by measures
//! alone.
//!
//! What a page holds is sorted and swept, so that a page of many marks costs
//! little more than their number.

use super::laid::{Area, LaidLine, LaidPage, LaidText, Layer, Owner};

/// What reaches over an edge by less than this, in points, cannot be seen.
const UNSEEN: f64 = 1.0;

/// Half of the thickest line that a theme may ask for, in points: one that is
/// centred on an edge reaches over it by so much.
const HALF_LINE: f64 = 2.15;

/// Words that stand in one another overlap by more than this part of their
/// height.
const SAME_LINE: f64 = 0.3;

/// A line that is crossed leaves more than this part of the letters' height on
/// either side of it.
const STRUCK: f64 = 0.25;

/// A line is upright, or level, that moves no further to the side than this,
/// in points.
const STRAIGHT: f64 = 0.1;

/// What is wrong with a mark, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// It leaves the paper.
    OffPaper,
    /// It leaves the part of the page that is meant for it.
    OffBody,
    /// Something hides it, or cuts it off.
    Hidden,
    /// It stands in other words.
    InWords,
    /// It stands on a picture.
    OnPicture,
    /// It crosses a line: that of its cell or box.
    AcrossLine,
    /// It stands partly on what is filled otherwise.
    OnFill,
}

/// What a mark is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mark<'p> {
    /// Words.
    Text(&'p LaidText),
    /// A picture.
    Picture,
    /// A line or something filled.
    Drawing,
}

/// A mark that stands where it should not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'p> {
    pub(super) fault: Fault,
    pub(super) mark: Mark<'p>,
    pub(super) owner: Option<Owner>,
    pub(super) layer: Layer,
    /// The words that it stands in.
    pub(super) other: Option<&'p LaidText>,
}

impl<'p> Found<'p> {
    fn words(fault: Fault, text: &'p LaidText) -> Self {
        let (owner, layer) = (text.owner, text.layer);
        Self { fault, mark: Mark::Text(text), owner, layer, other: None }
    }

    fn picture(fault: Fault, owner: Option<Owner>, layer: Layer) -> Self {
        Self { fault, mark: Mark::Picture, owner, layer, other: None }
    }

    fn drawing(fault: Fault, owner: Option<Owner>, layer: Layer) -> Self {
        Self { fault, mark: Mark::Drawing, owner, layer, other: None }
    }
}

/// All marks of a page that stand where they should not. `body` is the part of
/// it that its margins leave.
pub(super) fn faults(page: &LaidPage, body: Area) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    outside(page, body, &mut found);
    let texts = Swept::new(page);
    texts.in_words(&mut found);
    texts.across_lines(page, &mut found);
    texts.hidden(page, &mut found);
    pictures(page, &texts, &mut found);
    fills(page, &mut found);
    found
}

/// The part of a page in which something meant for a layer has to stand; crop
/// marks stand anywhere.
fn room(page: &LaidPage, body: Area, area: &Area, layer: Layer) -> Area {
    let is_head = area.top + area.bottom < body.top + body.bottom;
    match layer {
        Layer::Body => body,
        Layer::Margin if is_head => Area { top: page.paper.top, bottom: body.top, ..body },
        Layer::Margin => Area { top: body.bottom, bottom: page.paper.bottom, ..body },
        Layer::Whole => page.paper,
    }
}

/// Whether two marks may not stand in one another. The body and the margins
/// have nothing in common: what stands in the other has left its own.
fn share_room(one: Layer, other: Layer) -> bool {
    one == other || one == Layer::Whole || other == Layer::Whole
}

/// How a mark leaves its part of the page, if it does, by more than may be.
fn leaves(page: &LaidPage, body: Area, area: &Area, layer: Layer, may: f64) -> Option<Fault> {
    if room(page, body, area, layer).overrun(area) <= may {
        return None;
    }
    Some(if page.paper.overrun(area) > may { Fault::OffPaper } else { Fault::OffBody })
}

/// What leaves the part of the page that is meant for it.
fn outside<'p>(page: &'p LaidPage, body: Area, found: &mut Vec<Found<'p>>) {
    for text in page.texts.iter().filter(|text| !text.words.trim().is_empty()) {
        if let Some(fault) = leaves(page, body, &on_its_line(text), text.layer, UNSEEN) {
            found.push(Found::words(fault, text));
        }
        if text.is_cut {
            found.push(Found::words(Fault::Hidden, text));
        }
    }
    for picture in &page.pictures {
        if let Some(fault) = leaves(page, body, &picture.area, picture.layer, UNSEEN) {
            found.push(Found::picture(fault, picture.owner, picture.layer));
        }
    }
    let lines = page.lines.iter().map(|line| (line.area(), line.owner, line.layer));
    let fills = page.fills.iter().map(|fill| (fill.area, fill.owner, fill.layer));
    for (area, owner, layer) in lines.chain(fills).filter(|own| own.2 != Layer::Whole) {
        if let Some(fault) = leaves(page, body, &area, layer, HALF_LINE) {
            found.push(Found::drawing(fault, owner, layer));
        }
    }
}

/// The part of words that has to stand in its part of the page. How far letters
/// reach over the line that they stand on is the theme's to say: where lines
/// are low, those of the first one stand in the margin.
fn on_its_line(text: &LaidText) -> Area {
    let is_upright = text.area.height() <= text.size;
    let line = text.baseline.clamp(text.area.top, text.area.bottom);
    match is_upright {
        true => Area { top: line, bottom: line, ..text.area },
        false => text.area,
    }
}

/// Whether two marks stand in one another, by more than can be seen.
fn overlap(one: &Area, other: &Area) -> bool {
    let shared = one.shared(other);
    shared.width() > UNSEEN && shared.height() > UNSEEN
}

/// Whether words stand in one another, or in a part of the page.
fn on_one_line(one: &Area, other: &Area) -> bool {
    let shared = one.shared(other);
    shared.width() > UNSEEN && shared.height() > SAME_LINE * one.height().min(other.height())
}

/// The words of a page, from top to bottom, each with its turn in painting.
struct Swept<'p> {
    texts: Vec<(usize, &'p LaidText)>,
    /// The height of the highest.
    highest: f64,
}

impl<'p> Swept<'p> {
    fn new(page: &'p LaidPage) -> Self {
        let mut texts: Vec<_> = page.texts.iter().enumerate().collect();
        texts.retain(|(_, text)| text.has_letters());
        texts.sort_by(|one, other| one.1.area.top.total_cmp(&other.1.area.top));
        let highest = texts.iter().map(|(_, text)| text.area.height()).fold(0.0, f64::max);
        Self { texts, highest }
    }

    /// The words that may stand on a part of the page.
    fn near(&self, area: Area) -> impl Iterator<Item = (usize, &'p LaidText)> {
        let first = self.texts.partition_point(|own| own.1.area.top < area.top - self.highest);
        let own = self.texts[first..].iter().take_while(move |own| own.1.area.top < area.bottom);
        own.filter(move |own| own.1.area.bottom > area.top).copied()
    }

    /// Words that stand in words that were written before them.
    fn in_words(&self, found: &mut Vec<Found<'p>>) {
        for (index, (turn, text)) in self.texts.iter().enumerate() {
            let below = self.texts[index + 1..].iter();
            for (other_turn, other) in
                below.take_while(|(_, other)| other.area.top < text.area.bottom)
            {
                if share_room(text.layer, other.layer) && on_one_line(&text.area, &other.area) {
                    let (later, other) =
                        if turn > other_turn { (text, *other) } else { (other, *text) };
                    let found_now = Found::words(Fault::InWords, later);
                    found.push(Found { other: Some(other), ..found_now });
                }
            }
        }
    }

    /// Words that cross a line.
    fn across_lines(&self, page: &'p LaidPage, found: &mut Vec<Found<'p>>) {
        let mut crossed = vec![false; page.texts.len()];
        for line in page.lines.iter().filter(|line| line.layer != Layer::Whole) {
            for (turn, text) in self.near(line.area()) {
                if !crossed[turn] && text.layer == line.layer && crosses(&text.area, line) {
                    crossed[turn] = true;
                    found.push(Found::words(Fault::AcrossLine, text));
                }
            }
        }
    }

    /// Words on which something was filled after they were written.
    fn hidden(&self, page: &'p LaidPage, found: &mut Vec<Found<'p>>) {
        for fill in &page.fills {
            let own = self.near(fill.area).filter(|(turn, _)| *turn < fill.texts_before);
            let own = own.filter(|(_, text)| share_room(text.layer, fill.layer));
            for (_, text) in own.filter(|(_, text)| on_one_line(&text.area, &fill.area)) {
                found.push(Found::words(Fault::Hidden, text));
            }
        }
    }
}

/// Whether a line goes through the letters of words.
fn crosses(words: &Area, line: &LaidLine) -> bool {
    let own = line.area();
    let margin = STRUCK * words.height();
    if own.width() <= STRAIGHT {
        let middle = (words.top + words.bottom) / 2.0;
        let x = own.left;
        return words.left + UNSEEN < x
            && x < words.right - UNSEEN
            && own.top < middle
            && middle < own.bottom;
    }
    let core = Area {
        left: words.left + UNSEEN,
        top: words.top + margin,
        right: words.right - UNSEEN,
        bottom: words.bottom - margin,
    };
    if own.height() <= STRAIGHT {
        let across = own.right.min(core.right) - own.left.max(core.left);
        return core.top < own.top && own.top < core.bottom && across > UNSEEN;
    }
    // A slanted line, as divides a cell, may touch the feet of letters; it is
    // across them where it goes through their middle.
    let (from, to, middle) = (line.from, line.to, (words.top + words.bottom) / 2.0);
    let x = from.0 + (to.0 - from.0) * (middle - from.1) / (to.1 - from.1);
    own.top < middle && middle < own.bottom && core.left < x && x < core.right
}

/// Pictures over words, over each other and over lines.
fn pictures<'p>(page: &'p LaidPage, texts: &Swept<'p>, found: &mut Vec<Found<'p>>) {
    for (index, picture) in page.pictures.iter().enumerate() {
        for (_, text) in texts.near(picture.area) {
            if share_room(text.layer, picture.layer) && on_one_line(&text.area, &picture.area) {
                found.push(Found::words(Fault::OnPicture, text));
            }
        }
        let others = page.pictures[..index].iter();
        let is_on_another = others.map(|other| other.area).any(|own| overlap(&picture.area, &own));
        let crosses = page.lines.iter().any(|line| {
            let (own, within) = (line.area(), &picture.area);
            let is_inside = (own.width() <= STRAIGHT
                && within.left + UNSEEN < own.left
                && own.left < within.right - UNSEEN)
                || (own.height() <= STRAIGHT
                    && within.top + UNSEEN < own.top
                    && own.top < within.bottom - UNSEEN);
            is_inside && {
                let shared = own.shared(within);
                shared.width() > UNSEEN || shared.height() > UNSEEN
            }
        });
        if is_on_another {
            found.push(Found::picture(Fault::OnPicture, picture.owner, picture.layer));
        } else if crosses {
            found.push(Found::picture(Fault::AcrossLine, picture.owner, picture.layer));
        }
    }
}

/// What is filled partly over what is filled already. What lies in something
/// else belongs there.
fn fills<'p>(page: &'p LaidPage, found: &mut Vec<Found<'p>>) {
    let mut fills: Vec<_> = page.fills.iter().filter(|own| own.layer != Layer::Whole).collect();
    fills.sort_by(|one, other| one.area.top.total_cmp(&other.area.top));
    for (index, fill) in fills.iter().enumerate() {
        let below = fills[index + 1..].iter();
        for other in below.take_while(|other| other.area.top < fill.area.bottom) {
            let (one, two) = (&fill.area, &other.area);
            let lies_in = one.overrun(two) <= UNSEEN || two.overrun(one) <= UNSEEN;
            if overlap(one, two) && !lies_in {
                found.push(Found::drawing(Fault::OnFill, other.owner, other.layer));
            }
        }
    }
}
