//! Pictures: that they are there, and how large they are printed.

use super::PictureFact;
use super::found::{Fault, Found, Notes};
use super::here::Here;
use super::strings::heard;
use super::text::rich;
use crate::diagnostic::{Form, Message};
use crate::edition::{
    Block, Passage, PassageKind, Picture, PictureRows, PictureUse, Print, Standing,
};
use crate::format::{MOST_PER_ROW, Photo, Pictures};
use crate::json::{Span, Spanned};
use crate::manuscript::{meant, tidied};
use crate::message;
use crate::nearest::nearest;
use crate::quoting::quoted;

/// The proportion of cells by how many stand side by side, width to height:
/// a wide picture alone, then flatter cells as they grow narrower, so that
/// rows are of about the same height.
const RATIOS: [f64; 6] = [2.2, 1.7, 1.5, 1.25, 1.0, 1.0];

/// The tallest a row of pictures is, as a part of a page's height; captions and
/// the line that leads to the row need the rest.
const TALLEST_ROW: f64 = 0.8;

/// What the names of pictures that can be printed end in.
const PRINTABLE_ENDINGS: [&str; 6] = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"];

/// Pictures side by side, or one that fills a page.
pub(super) fn picture_rows(pictures: &Pictures, here: &Here<'_>) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    let count = u32::try_from(pictures.photos.len()).unwrap_or(u32::MAX);
    if count == 0 {
        let message = message!("그림이 하나도 없습니다", "there is no picture");
        notes.omission(Form::NoPictures, pictures.span, message, None);
        return notes.with(None);
    }
    if pictures.full_page && count > 1 {
        let message =
            message!("한 쪽을 채우는 그림은 하나입니다", "one picture fills a page, not {count}");
        let help = message!("그림마다 따로 쓰십시오.", "write a block for each picture");
        notes.omission(Form::FullPage, pictures.span, message, Some(help));
    }
    if pictures.landscape && !pictures.full_page {
        let message = message!(
            "가로 쪽에는 한 쪽을 채우는 그림만 놓습니다",
            "only a picture that fills a page lies on its side"
        );
        let help = message!("\"full_page\": true를 함께 쓰십시오.", "add `full_page`");
        notes.error(Form::FullPage, pictures.span, message, Some(help));
    }
    let per_row = if pictures.full_page { 1 } else { per_row(pictures, count) };
    let natural =
        pictures.full_page || pictures.ratio.as_ref().is_some_and(|ratio| ratio.value == "자연");
    let ratio = match &pictures.ratio {
        Some(given) if !natural => notes.take(ratio(given)),
        _ => None,
    };
    let geometry = here.whole.theme.geometry;
    let usual = RATIOS[per_row as usize - 1];
    let crop = (!natural).then_some(ratio.unwrap_or(usual));
    let shape = crop.or_else(|| natural_ratio(pictures, here)).unwrap_or(usual);
    let full = geometry.standing_width_mm();
    // A row that would be taller than most of a page is made narrower.
    let tallest = geometry.body_height_mm * TALLEST_ROW;
    let fitting = (tallest * shape * f64::from(per_row) / full).min(1.0);
    // However narrow, it stays a row.
    let part = row_part(pictures).min((fitting * 1e3).floor() / 1e3).max(1e-3);
    let row_width = full * part;
    let gaps = geometry.gap_mm * f64::from(per_row - 1);
    let width = match pictures.full_page {
        true if pictures.landscape => geometry.landscape_width_mm,
        true => geometry.body_width_mm,
        false => (row_width - gaps) / f64::from(per_row),
    };
    let height = match pictures.full_page {
        true if pictures.landscape => geometry.body_width_mm,
        true => geometry.body_height_mm,
        false => width / shape,
    };
    let crop = crop.filter(|_| !pictures.whole);
    let print = Print { width_mm: width, height_mm: height, crop };
    let items = notes.take_all(pictures.photos.iter().map(|photo| picture(photo, print, here)));
    let items: Vec<Picture> = items.into_iter().flatten().collect();
    // Where none can be printed, which has been reported, there is no row.
    if items.is_empty() {
        return notes.with(None);
    }
    let caption = notes.take_some(pictures.caption.as_ref().map(|caption| rich(caption, here)));
    notes.with(Some(Block::Pictures(PictureRows {
        passage: Passage::new(PassageKind::Pictures, pictures.span),
        standing: Standing::default(),
        per_row: per_row as u8,
        part,
        ratio: shape,
        cell: (0.0, 0.0),
        apart: Vec::new(),
        captions: 0.0,
        full_page: pictures.full_page,
        landscape: pictures.landscape,
        caption,
        items,
    })))
}

/// The proportion of the first picture, if it can be read.
fn natural_ratio(pictures: &Pictures, here: &Here<'_>) -> Option<f64> {
    here.whole.facts.pictures.get(&pictures.photos.first()?.file.value)?.ratio()
}

fn ratio(ratio: &Spanned<String>) -> Found<Option<f64>> {
    let mut notes = Notes::default();
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|n| (0.1..=100.0).contains(n));
    let parsed = ratio
        .value
        .split_once(':')
        .and_then(|(width, height)| Some(number(width)? / number(height)?))
        .filter(|ratio| (0.1..=10.0).contains(ratio));
    if parsed.is_none() {
        let given = &ratio.value;
        let message =
            message!("가로:세로 비가 아닙니다: {given}", "this is not a proportion: {given}");
        let help = message!(
            "\"4:3\"처럼 쓰십시오. 그림의 비 그대로면 \"자연\"입니다.",
            "write it like \"4:3\"; \"자연\" keeps the picture's own"
        );
        notes.error(Form::Ratio, ratio.span, message, Some(help));
    }
    notes.with(parsed)
}

/// A picture as it is set, or nothing and a finding.
pub(super) fn picture(photo: &Photo, print: Print, here: &Here<'_>) -> Found<Option<Picture>> {
    let mut notes = Notes::default();
    let caption = notes.take_some(photo.caption.as_ref().map(|caption| rich(caption, here)));
    let alt = notes.take(heard(&photo.alt));
    let file = &photo.file.value;
    let facts = here.whole.facts;
    let fact = facts.pictures.get(file).unwrap_or(&PictureFact::Missing);
    let Some(natural) = fact.ratio() else {
        // Where a picture is missing, anyone sees it; not so its caption.
        let fault = unusable(file, photo.file.span, fact, facts.files);
        fault.into_iter().for_each(|fault| notes.note(fault.omitting(caption.is_some())));
        return notes.with(None);
    };
    let ratio = print.crop.unwrap_or(natural);
    let place = here.documents().place(photo.file.span);
    let used = PictureUse { file: file.clone(), print, place };
    notes.with(Some(Picture { used, alt, caption, ratio, width: 1.0 }))
}

/// The picture that a path which leads nowhere most likely means.
fn near_picture<'a>(file: &str, files: &'a [String]) -> Option<&'a str> {
    let pictures =
        || files.iter().map(String::as_str).filter(|path| is_picture(path) && *path != file);
    let name = |path: &'a str| path.rsplit('/').next().unwrap_or(path);
    let tidied = tidied(file);
    let wanted = tidied.rsplit('/').next().unwrap_or(&tidied);
    let lower = wanted.to_lowercase();
    meant(file, pictures())
        .or_else(|| pictures().find(|path| name(path).to_lowercase() == lower))
        .or_else(|| {
            let near = nearest(wanted, pictures().map(name))?;
            pictures().find(|path| name(path) == near)
        })
}

/// Why a picture file cannot be used, named at `span`; `files` are those that
/// there are.
fn unusable(file: &str, span: Span, fact: &PictureFact, files: &[String]) -> Option<Fault> {
    let shown = quoted(file);
    let near = || near_picture(file, files);
    let on_web = file.contains("://") && !file.starts_with("file:");
    Some(match fact {
        PictureFact::Readable { .. } => return None,
        PictureFact::Unprintable { reason, help } => {
            Fault::new(Form::UnprintablePicture, span, reason.clone()).with_help(help.clone())
        }
        PictureFact::Outside | PictureFact::Missing if on_web => {
            let message = message!(
                "인터넷의 그림은 쓸 수 없습니다: {shown}",
                "a picture on the web cannot be used: {shown}"
            );
            let help =
                message!("그림을 받아 images/ 안에 두십시오.", "save the picture into images/");
            Fault::new(Form::OutsideEdition, span, message).with_help(help)
        }
        PictureFact::Outside if file.contains('\\') => {
            let message = message!(
                "파일 경로에 \\가 있습니다: {shown}",
                "there is a backslash in the path: {shown}"
            );
            Fault::new(Form::OutsideEdition, span, message).with_help(written(near()))
        }
        PictureFact::Outside | PictureFact::Missing
            if meant(file, files.iter().map(String::as_str)).is_some_and(|meant| meant != file) =>
        {
            let message = message!(
                "그림 경로를 이렇게 쓰지 않습니다: {shown}",
                "this is not how the path of a picture is written: {shown}"
            );
            Fault::new(Form::MissingPicture, span, message).with_help(written(near()))
        }
        PictureFact::Missing => {
            let message = message!("그림 파일이 없습니다: {shown}", "there is no picture {shown}");
            let help = match near() {
                Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
                None => written(None),
            };
            Fault::new(Form::MissingPicture, span, message).with_help(help)
        }
        PictureFact::Outside => {
            let message = message!(
                "보고서 폴더 밖의 파일은 쓸 수 없습니다: {shown}",
                "a file outside the edition's folder cannot be used: {shown}"
            );
            let help = message!(
                "그림을 images/ 안에 복사하십시오(바로 가기나 링크가 아니라).",
                "copy the picture itself into images/"
            );
            Fault::new(Form::OutsideEdition, span, message).with_help(help)
        }
    })
}

/// How a picture is written that is there, or how one is added.
fn written(there: Option<&str>) -> Message {
    match there {
        Some(there) => message!("이렇게 쓰십시오: \"{there}\"", "write it like this: \"{there}\""),
        None => message!(
            "보고서 폴더의 images/ 안에 그림을 두고 \"images/이름.jpg\"로 쓰십시오.",
            "put the picture into images/ and write \"images/name.jpg\""
        ),
    }
}

/// Whether a file is one of the pictures that can be printed, by its name.
fn is_picture(path: &str) -> bool {
    let lower = path.to_lowercase();
    PRINTABLE_ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// How many pictures stand side by side.
fn per_row(pictures: &Pictures, count: u32) -> u32 {
    match &pictures.per_row {
        Some(per_row) => per_row.value.get(),
        // More than a row holds: rows of four or three, whichever leaves the
        // fuller last row.
        None if count > MOST_PER_ROW && count.is_multiple_of(4) => 4,
        None if count > MOST_PER_ROW => 3,
        None => count,
    }
}

/// The part of its usual width that a row takes.
fn row_part(pictures: &Pictures) -> f64 {
    pictures.width.as_ref().map_or(1.0, |width| f64::from(width.value.get()) / 100.0)
}
