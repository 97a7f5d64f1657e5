//! `bogo build`: the PDF of an edition.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use anyhow::bail;
use bogo_model::Language;
use bogo_press::{ExportError, Purpose, Standards, StandardsError};
use clap::ArgMatches;

use super::edition_folder;
use crate::folder::Folder;
use crate::progress::Progress;
use crate::session::Session;
use crate::timings::Timings;
use crate::{CLEAN, FINDINGS, render, write};

/// What a PDF begins with.
const PDF_MARK: &[u8] = b"%PDF";

/// Makes the PDF that the arguments ask for.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let names: Vec<&str> =
        matches.get_many::<String>("standard").into_iter().flatten().map(String::as_str).collect();
    let standards = match Standards::parse(names.iter().copied()) {
        Ok(standards) => standards,
        Err(error) => bail!(refusal(&error, &names, language)),
    };
    let purpose = if matches.get_flag("print") { Purpose::Print } else { Purpose::Screen };
    let quiet = matches.get_flag("quiet");
    let folder = edition_folder(matches, language)?;
    let output = output_path(matches, &folder, language)?;
    let mut timings = Timings::default();
    let progress = Progress::begin(quiet, language);
    let mut session = Session::new(&folder, purpose);
    let setting = session.set_with_progress(&mut timings, &progress)?;
    let Some(proof) = setting.sound_proof() else {
        progress.end();
        render::findings(&setting.diagnostics, &setting.documents, language);
        return Ok(FINDINGS);
    };
    progress.step("PDF 쓰기", "writing the PDF");
    let pdf = timings.stage("pdf", || proof.pdf(&standards));
    let written = pdf.map(|pdf| {
        let size = pdf.len();
        timings.stage("write", || write::replace(&output, &pdf)).map(|()| size)
    });
    progress.end();
    render::findings(&setting.diagnostics, &setting.documents, language);
    let size = match written {
        Ok(Ok(size)) => size,
        Ok(Err(error)) => bail!(unwritable(&output, &error, language)),
        Err(error) => bail!(broken_rule(&error, language)),
    };
    if !quiet {
        let made = [names.join(", "), output.display().to_string()];
        render::write(&summary(&made, proof.page_count(), size, language));
    }
    if matches.get_flag("timings") {
        render::write(&timings.table());
    }
    Ok(CLEAN)
}

/// Where the PDF goes. The usual place is made if it is not there; a folder
/// that the user names has to exist, because a slip of the pen should not
/// make new ones.
fn output_path(matches: &ArgMatches, folder: &Path, language: Language) -> anyhow::Result<PathBuf> {
    let Some(output) = matches.get_one::<PathBuf>("output") else {
        let out = Path::new("out");
        if let Err(error) = std::fs::create_dir_all(out) {
            bail!(unwritable(out, &error, language));
        }
        return Ok(out.join(format!("{}.pdf", Folder::name(folder))));
    };
    check_target(output, language)?;
    let parent = output.parent().filter(|parent| !parent.as_os_str().is_empty());
    let shown = output.display();
    if output.is_dir() {
        match language {
            Language::Korean => {
                bail!("‘{shown}’는 폴더입니다. 파일 이름까지 쓰십시오: {shown}/보고서.pdf")
            }
            Language::English => bail!("`{shown}` is a folder; name the file, too"),
        }
    }
    if let Some(parent) = parent.filter(|parent| !parent.is_dir()) {
        let parent = parent.display();
        match language {
            Language::Korean => {
                bail!("‘{parent}’ 폴더가 없습니다. 먼저 만들거나 다른 곳을 쓰십시오")
            }
            Language::English => bail!("there is no folder `{parent}`; make it or choose another"),
        }
    }
    Ok(output.clone())
}

/// Refuses to write over anything but a PDF: a slip of the pen must not cost
/// an office its data, nor a system its devices.
fn check_target(output: &Path, language: Language) -> anyhow::Result<()> {
    let shown = output.display();
    let stands_in_the_way = match std::fs::symlink_metadata(output) {
        Ok(metadata) if metadata.is_dir() => false,
        Ok(metadata) => !metadata.is_file() || !may_be_pdf(output),
        Err(_) => output.as_os_str() == "-",
    };
    match language {
        _ if !stands_in_the_way => Ok(()),
        Language::Korean => {
            bail!(
                "‘{shown}’는 PDF가 아닌 것이라 덮어쓰지 않습니다. 다른 이름을 쓰십시오: 보고서.pdf"
            )
        }
        Language::English => {
            bail!("`{shown}` is no PDF and is not written over; choose another name")
        }
    }
}

/// Whether a file is empty or begins as a PDF does.
fn may_be_pdf(file: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = std::fs::File::open(file)
        .and_then(|file| file.take(PDF_MARK.len() as u64).read_to_end(&mut beginning));
    read.is_ok() && (beginning.is_empty() || beginning == PDF_MARK)
}

fn unwritable(path: &Path, error: &io::Error, language: Language) -> String {
    let path = path.display();
    let full = matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
    );
    let denied = error.kind() == io::ErrorKind::PermissionDenied;
    match language {
        Language::Korean if full => {
            format!(
                "‘{path}’에 쓸 자리가 없습니다. 디스크를 비우십시오. 먼저 있던 파일은 그대로입니다"
            )
        }
        Language::Korean if denied => {
            format!(
                "‘{path}’에 쓸 수 없습니다. 다른 프로그램에서 열려 있으면 닫으십시오. 먼저 있던 파일은 그대로입니다"
            )
        }
        Language::Korean => format!("‘{path}’에 쓸 수 없습니다: {error}"),
        Language::English => format!("cannot write `{path}`: {error}; an older file is as it was"),
    }
}

fn refusal(error: &StandardsError, names: &[&str], language: Language) -> String {
    let all = Standards::names().collect::<Vec<_>>().join(", ");
    match (error, language) {
        (StandardsError::Unknown(name), Language::Korean) => {
            format!("‘{name}’라는 PDF 표준은 없습니다. 쓸 수 있는 표준: {all}")
        }
        (StandardsError::Incompatible(reason), Language::Korean) => {
            let names = names.join(", ");
            let archival = names.matches("a-").count() - names.matches("ua-").count();
            let why = match archival {
                0 | 1 => "서로 다른 PDF 판을 요구합니다",
                _ => "PDF/A는 한 가지만 고를 수 있습니다",
            };
            format!("한 파일이 {names}를 함께 지킬 수 없습니다: {why} ({reason})")
        }
        (error, Language::English) => format!("{error}; known standards: {all}"),
    }
}

fn broken_rule(error: &ExportError, language: Language) -> String {
    match language {
        Language::Korean => format!("PDF를 만들 수 없습니다: {error}"),
        Language::English => error.to_string(),
    }
}

fn summary(
    [standards, path]: &[String; 2],
    pages: usize,
    size: usize,
    language: Language,
) -> String {
    let size = match size {
        0..1_000_000 => format!("{:.0} kB", size as f64 / 1e3),
        _ => format!("{:.1} MB", size as f64 / 1e6),
    };
    match language {
        Language::Korean => format!("{path}: {pages}쪽, {size} ({standards})\n"),
        Language::English => format!("{path}: {pages} pages, {size} ({standards})\n"),
    }
}
