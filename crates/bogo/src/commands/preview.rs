//! `bogo preview`: the pages of one section as they stand in the report.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use anyhow::bail;
use bogo_model::Language;
use bogo_press::{ExportError, Proof};
use clap::ArgMatches;

use super::output::{FileKind, Output, broken_rule, size_in_words};
use super::{edition_folder, tell_unforced, teller, wanted_pages};
use crate::folder::Folder;
use crate::session::Session;
use crate::stages::{Stage, Stages};
use crate::{CLEAN, FINDINGS, render};

/// Writes the pages of the section that the arguments name.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let Some(name) = matches.get_one::<String>("section") else { bail!("no section") };
    let kind = kind(matches, language)?;
    let pixels_per_inch = matches.get_one::<u16>("ppi").copied().unwrap_or(144);
    let folder = edition_folder(matches, language)?;
    let usual = format!("{}-{}", Folder::name(&folder), name.replace(['/', '\\', ' '], "-"));
    let output = Output::of(matches, &usual, kind, language)?;
    let mut session = Session::of_section(&folder, name);
    session.aim(wanted_pages(matches));
    let stages = Stages::shown(matches.get_flag("quiet"), language);
    session.tell_stages(&stages);
    let outcome = session.set_last()?;
    stages.hide();
    let teller = teller(matches, language);
    if outcome.is_section_unknown {
        bail!(unknown_section(name, &outcome.sections, language));
    }
    let pages = outcome.section.as_deref().zip(outcome.usable_proof());
    let pages = pages.and_then(|(path, proof)| Some((proof, proof.section_pages(path)?)));
    if teller.speaks(pages.is_some() && !outcome.marked) {
        teller.tell(&outcome.diagnostics, &outcome.documents);
        teller.tell_elsewhere(&outcome.elsewhere);
    }
    let Some((proof, pages)) = pages else {
        tell_unforced(matches, &outcome, language);
        return Ok(FINDINGS);
    };
    let count = pages.clone().count() as u64;
    let files = stages.during(kind.stage(), || files(proof, pages, kind, pixels_per_inch));
    let files = match files {
        Ok(files) => files,
        Err(error) => bail!(broken_rule(&error, language)),
    };
    for (number, bytes) in &files {
        let output = if files.len() > 1 { output.of_page(*number) } else { output.clone() };
        stages.during(Stage::Write, || output.replace(bytes, language))?;
        if !matches.get_flag("quiet") {
            let last = if kind == FileKind::Pdf { number + count - 1 } else { *number };
            render::write(&line(output.path(), *number..=last, bytes.len(), language));
        }
    }
    if matches.get_flag("timings") {
        render::write(&stages.table());
    }
    Ok(if outcome.marked { FINDINGS } else { CLEAN })
}

/// The files to write, each with the number at the foot of its first page.
fn files(
    proof: &Proof,
    pages: RangeInclusive<usize>,
    kind: FileKind,
    pixels_per_inch: u16,
) -> Result<Vec<(u64, Vec<u8>)>, ExportError> {
    let number = |page: usize| proof.printed_number(page).unwrap_or(page as u64);
    let file = |page: usize| match kind {
        FileKind::Png => proof.png(page, f64::from(pixels_per_inch)),
        FileKind::Svg => proof.svg(page).map(String::into_bytes),
        FileKind::Pdf => proof.pdf_of(pages.clone()),
    };
    let several = match kind {
        FileKind::Pdf => *pages.start()..=*pages.start(),
        FileKind::Png | FileKind::Svg => pages.clone(),
    };
    several.map(|page| Ok((number(page), file(page)?))).collect()
}

/// The kind of file that the arguments ask for, by name or by the ending of
/// the file.
fn kind(matches: &ArgMatches, language: Language) -> anyhow::Result<FileKind> {
    let kinds = [FileKind::Pdf, FileKind::Png, FileKind::Svg];
    let named = |name: &str| kinds.into_iter().find(|kind| kind.ending() == name);
    let format = matches.get_one::<String>("format").and_then(|name| named(name));
    let output = matches.get_one::<PathBuf>("output");
    let ending = output.and_then(|path| Some(path.extension()?.to_string_lossy().to_lowercase()));
    match (format, ending.as_deref().and_then(named)) {
        (Some(format), Some(ending)) if format != ending => {
            let (format, ending) = (format.ending(), ending.ending());
            match language {
                Language::Korean => {
                    bail!("파일 이름은 .{ending}인데 형식은 {format}입니다. 한쪽을 고치십시오")
                }
                Language::English => {
                    bail!("the file ends in .{ending}, but the format is {format}")
                }
            }
        }
        (format, ending) => Ok(format.or(ending).unwrap_or(FileKind::Pdf)),
    }
}

/// Which pages a file has, by the numbers at their feet.
fn line(path: &Path, pages: RangeInclusive<u64>, size: usize, language: Language) -> String {
    let (path, size) = (path.display(), size_in_words(size));
    let (first, last) = pages.into_inner();
    let pages = if first == last { first.to_string() } else { format!("{first}~{last}") };
    match language {
        Language::Korean => format!("{path}: {pages}쪽, {size}\n"),
        Language::English => format!("{path}: page {pages}, {size}\n"),
    }
}

fn unknown_section(name: &str, sections: &[Vec<String>], language: Language) -> String {
    let all: Vec<&str> =
        sections.iter().filter_map(|names| Some(names.first()?.as_str())).collect();
    let all = all.join(", ");
    match language {
        Language::Korean => format!("‘{name}’ 절이 없습니다. 있는 절: {all}"),
        Language::English => format!("there is no section `{name}`; there are: {all}"),
    }
}
