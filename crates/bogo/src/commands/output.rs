//! The file that a command makes: where it goes, and what is said of it.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use anyhow::bail;
use bogo_model::Language;
use bogo_press::{ExportError, Standards, StandardsError};
use clap::ArgMatches;
use clap::parser::ValueSource;

use crate::reason::reason;
use crate::stages::Stage;
use crate::write;

/// The kinds of files that commands make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Pdf,
    Png,
    Svg,
}

impl FileKind {
    /// What the names of such files end in.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The stage in which such files are made.
    pub(super) fn stage(self) -> Stage {
        match self {
            Self::Pdf => Stage::Pdf,
            Self::Png => Stage::Png,
            Self::Svg => Stage::Svg,
        }
    }

    /// What such files begin with.
    fn mark(self) -> &'static [u8] {
        match self {
            Self::Pdf => b"%PDF",
            Self::Png => b"\x89PNG",
            Self::Svg => b"<svg",
        }
    }
}

/// Where files go unless the user says otherwise.
const USUAL_PLACE: &str = "out";

/// The error of Windows for a file that another program keeps to itself.
const SHARING_VIOLATION: i32 = 32;

/// The standards that a PDF is to meet, and their names.
#[derive(Clone)]
pub(super) struct PdfStandards {
    pub(super) list: Standards,
    names: String,
}

impl PdfStandards {
    /// The standards that the arguments ask for.
    pub(super) fn of(matches: &ArgMatches, language: Language) -> anyhow::Result<Self> {
        let names = matches.get_many::<String>("standard").into_iter().flatten();
        let names: Vec<&str> = names.map(String::as_str).collect();
        match Standards::parse(names.iter().copied()) {
            Ok(list) => Ok(Self { list, names: names.join(", ") }),
            Err(error) => bail!(refusal(&error, &names, language)),
        }
    }

    /// The one for a printing house. It stands alone.
    pub(super) fn for_print(matches: &ArgMatches, language: Language) -> anyhow::Result<Self> {
        if matches.value_source("standard") != Some(ValueSource::CommandLine) {
            return Ok(Self { list: Standards::x_4(), names: "x-4".to_owned() });
        }
        match language {
            Language::Korean => bail!(
                "--print는 인쇄소용 표준 PDF/X-4로 만듭니다. 그 잉크의 색은 다른 표준과 함께 쓸 수 없으니 --standard를 빼고, 보존용은 따로 만드십시오"
            ),
            Language::English => bail!(
                "--print makes PDF/X-4, whose inks no other standard goes with; leave --standard out, and make the archive's file by itself"
            ),
        }
    }

    /// Those of a PDF whose pages are `marked` as not final, or not. Such a
    /// report claims nothing, and what is wrong in it may be the very thing
    /// that a standard demands.
    pub(super) fn of_pages(&self, marked: bool) -> Self {
        match marked {
            true => Self { list: Standards::none(), names: self.list.bare_version().to_owned() },
            false => self.clone(),
        }
    }
}

/// Where a file goes.
#[derive(Clone)]
pub(super) struct Output {
    path: PathBuf,
    kind: FileKind,
    /// Whether it is the usual place, which is made if it is not there.
    usual: bool,
}

impl Output {
    /// Where the arguments want the file, or one with that name in the usual
    /// place, which is made if it is not there; a folder that the user names
    /// has to exist, because a slip of the pen should not make new ones.
    pub(super) fn of(
        matches: &ArgMatches,
        name: &str,
        kind: FileKind,
        language: Language,
    ) -> anyhow::Result<Self> {
        if let Some(path) = matches.get_one::<PathBuf>("output") {
            check_target(path, kind, language)?;
            return Ok(Self { path: path.clone(), kind, usual: false });
        }
        let path = Path::new(USUAL_PLACE).join(format!("{name}.{}", kind.ending()));
        let output = Self { path, kind, usual: true };
        output.make_usual_place(language)?;
        check_target(&output.path, kind, language)?;
        Ok(output)
    }

    /// Where one page of several goes: `name-4.png`.
    pub(super) fn of_page(&self, number: u64) -> Self {
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let ending = self.path.extension().unwrap_or_default().to_string_lossy();
        let dot = if ending.is_empty() { "" } else { "." };
        let path = self.path.with_file_name(format!("{stem}-{number}{dot}{ending}"));
        Self { path, ..*self }
    }

    /// The path as the user knows it.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The path from the root of the system on, links resolved.
    pub(super) fn real_path(&self) -> PathBuf {
        if let Ok(real) = std::fs::canonicalize(&self.path) {
            return real;
        }
        let place = self.path.parent().filter(|place| !place.as_os_str().is_empty());
        let place = std::fs::canonicalize(place.unwrap_or(Path::new(".")));
        let place = place.unwrap_or_default();
        place.join(self.path.file_name().unwrap_or_default())
    }

    /// Whether the file there is this very PDF.
    pub(super) fn holds(&self, pdf: &[u8]) -> bool {
        let size = std::fs::metadata(&self.path).map(|metadata| metadata.len());
        size.is_ok_and(|size| size == pdf.len() as u64)
            && std::fs::read(&self.path).is_ok_and(|bytes| bytes == pdf)
    }

    /// Puts the file in place of an older one, or says why it cannot be.
    pub(super) fn replace(&self, bytes: &[u8], language: Language) -> anyhow::Result<()> {
        self.make_usual_place(language)?;
        check_target(&self.path, self.kind, language)?;
        match write::replace(&self.path, bytes) {
            Ok(()) => Ok(()),
            Err(error) => bail!(unwritable(&self.path, &error, language)),
        }
    }

    /// What was made, in a line.
    pub(super) fn summary(
        &self,
        pages: usize,
        size: usize,
        standards: &PdfStandards,
        language: Language,
    ) -> String {
        let (path, size, standards) = (self.path.display(), size_in_words(size), &standards.names);
        match language {
            Language::Korean => format!("{path}: {pages}쪽, {size} ({standards})\n"),
            Language::English => format!("{path}: {pages} pages, {size} ({standards})\n"),
        }
    }

    fn make_usual_place(&self, language: Language) -> anyhow::Result<()> {
        let place = Path::new(USUAL_PLACE);
        if self.usual
            && let Err(error) = std::fs::create_dir_all(place)
        {
            bail!(unwritable(place, &error, language));
        }
        Ok(())
    }
}

/// A number of bytes as people read it.
pub(super) fn size_in_words(size: usize) -> String {
    match size {
        0..1_000_000 => format!("{:.0} kB", size as f64 / 1e3),
        _ => format!("{:.1} MB", size as f64 / 1e6),
    }
}

/// What keeps a file from being written over.
enum InTheWay {
    /// It is of another kind, or no usual file.
    Other,
    /// It cannot be looked into, so that nobody knows.
    Unknown(io::Error),
    /// It is a link that leads to nothing.
    Link(io::Error),
    /// Its owner has said that it is to stay as it is.
    ReadOnly,
}

impl InTheWay {
    /// What there is at a path that is to become a file of this kind. A link
    /// stands for what it leads to; folders are told apart elsewhere.
    fn of(output: &Path, kind: FileKind) -> Option<Self> {
        match std::fs::metadata(output) {
            Ok(metadata) if metadata.is_dir() => None,
            Ok(metadata) if !metadata.is_file() => Some(Self::Other),
            Ok(_) => match may_be(kind, output) {
                Ok(true) => write::is_read_only(output).then_some(Self::ReadOnly),
                Ok(false) => Some(Self::Other),
                Err(error) => Some(Self::Unknown(error)),
            },
            Err(error) if std::fs::symlink_metadata(output).is_ok() => Some(Self::Link(error)),
            Err(_) => (output.as_os_str() == "-").then_some(Self::Other),
        }
    }

    /// Why nothing is written over it, and what to do.
    fn words(&self, output: &Path, kind: FileKind, language: Language) -> String {
        let (shown, ending) = (output.display(), kind.ending());
        let name = ending.to_uppercase();
        match (self, language) {
            (Self::ReadOnly, Language::Korean) => format!(
                "‘{shown}’은(는) 읽기 전용이라 덮어쓰지 않습니다. 파일 속성에서 읽기 전용을 풀거나 다른 이름을 쓰십시오"
            ),
            (Self::ReadOnly, Language::English) => format!(
                "`{shown}` is read-only and is not written over; make it writable or choose another name"
            ),
            (Self::Other, Language::Korean) => format!(
                "‘{shown}’은(는) {name}가 아닌 것이라 덮어쓰지 않습니다. 다른 이름을 쓰십시오: 보고서.{ending}"
            ),
            (Self::Other, Language::English) => {
                format!("`{shown}` is no {name} and is not written over; choose another name")
            }
            (Self::Unknown(error), Language::Korean) => format!(
                "‘{shown}’에 있는 것이 {name}인지 볼 수 없어 덮어쓰지 않습니다({}). 다른 이름을 쓰십시오",
                reason(error).text(language)
            ),
            (Self::Unknown(error), Language::English) => format!(
                "`{shown}` cannot be looked into ({error}) and is not written over; choose another name"
            ),
            (Self::Link(error), Language::Korean) => {
                let why = reason(error);
                let why = match error.kind() {
                    io::ErrorKind::NotFound => "가리키는 것이 없습니다",
                    _ => why.text(language),
                };
                format!(
                    "‘{shown}’은(는) 쓸 수 없는 링크입니다: {why}. 링크를 지우거나 다른 이름을 쓰십시오"
                )
            }
            (Self::Link(error), Language::English) => format!(
                "the link `{shown}` cannot be written through: {error}; remove it or choose another name"
            ),
        }
    }
}

/// Refuses to write over anything but a file of the same kind: a slip of the
/// pen must not cost an office its data, nor a system its devices. Refuses
/// places that are none, too.
fn check_target(output: &Path, kind: FileKind, language: Language) -> anyhow::Result<()> {
    match InTheWay::of(output, kind) {
        Some(found) => bail!(found.words(output, kind, language)),
        None => check_place(output, kind, language),
    }
}

/// Refuses a path that is a folder's, or in a folder that does not exist.
fn check_place(output: &Path, kind: FileKind, language: Language) -> anyhow::Result<()> {
    let parent = output.parent().filter(|parent| !parent.as_os_str().is_empty());
    let (shown, ending) = (output.display(), kind.ending());
    if output.is_dir() {
        match language {
            Language::Korean => {
                bail!("‘{shown}’은(는) 폴더입니다. 파일 이름까지 쓰십시오: {shown}/보고서.{ending}")
            }
            Language::English => bail!("`{shown}` is a folder; name the file, too"),
        }
    }
    let Some(parent) = parent else { return Ok(()) };
    let shown = parent.display();
    match (std::fs::metadata(parent), language) {
        (Ok(metadata), _) if metadata.is_dir() => Ok(()),
        (Err(error), _) if error.kind() != io::ErrorKind::NotFound => {
            bail!(unwritable(parent, &error, language))
        }
        (_, Language::Korean) => {
            bail!("‘{shown}’ 폴더가 없습니다. 먼저 만들거나 다른 곳을 쓰십시오")
        }
        (_, Language::English) => {
            bail!("there is no folder `{shown}`; make it or choose another")
        }
    }
}

/// Whether a file is empty or begins as those of its kind do.
fn may_be(kind: FileKind, file: &Path) -> io::Result<bool> {
    let mark = kind.mark();
    let mut beginning = Vec::new();
    std::fs::File::open(file)?.take(mark.len() as u64).read_to_end(&mut beginning)?;
    Ok(beginning.is_empty() || beginning == mark)
}

/// Why the system did not let a file be written, and what to do about it.
fn unwritable(path: &Path, error: &io::Error, language: Language) -> String {
    let before = path.is_file();
    let path = path.display();
    if language == Language::English {
        let before = if before { "; the older file is as it was" } else { "" };
        return format!("cannot write `{path}`: {error}{before}");
    }
    let full = matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
    );
    let locked = cfg!(windows) && error.raw_os_error() == Some(SHARING_VIOLATION);
    let denied = error.kind() == io::ErrorKind::PermissionDenied;
    let words = match (full, locked, denied) {
        (true, _, _) => format!("‘{path}’에 쓸 자리가 없습니다. 디스크를 비우십시오"),
        (_, true, _) => format!(
            "‘{path}’에 쓸 수 없습니다. 다른 프로그램에서 열려 있으니 그 프로그램에서 닫으십시오"
        ),
        // Windows says this of a file that is open, too.
        (_, _, true) if cfg!(windows) => format!(
            "‘{path}’에 쓸 수 없습니다. 폴더에 쓸 권한이 있는지, 다른 프로그램에서 열려 있지 않은지 보십시오"
        ),
        (_, _, true) => {
            format!("‘{path}’에 쓸 권한이 없습니다. 폴더에 쓸 권한을 주거나 다른 곳을 쓰십시오")
        }
        _ => format!("‘{path}’에 쓸 수 없습니다: {}", reason(error).text(language)),
    };
    words + if before { ". 먼저 있던 파일은 그대로입니다" } else { "" }
}

fn refusal(error: &StandardsError, names: &[&str], language: Language) -> String {
    let all = Standards::names().collect::<Vec<_>>().join(", ");
    match (error, language) {
        (StandardsError::Unknown(name), Language::Korean) if name.starts_with("x-") => {
            format!(
                "‘{name}’은(는) --standard로 고르지 않습니다. 인쇄소용 PDF/X-4는 --print가 만듭니다"
            )
        }
        (StandardsError::Unknown(name), Language::English) if name.starts_with("x-") => {
            format!("`{name}` is none of --standard; --print makes PDF/X-4 for printing houses")
        }
        (StandardsError::Unknown(name), Language::Korean) => {
            format!("‘{name}’(이)라는 PDF 표준은 없습니다. 쓸 수 있는 표준: {all}")
        }
        (error, Language::Korean) => {
            let names = names.join(", ");
            let why = match error {
                StandardsError::SeveralArchives => "PDF/A는 한 가지만 고를 수 있습니다",
                StandardsError::SeveralVersions => "PDF 판은 한 가지만 고를 수 있습니다",
                StandardsError::TooOld => {
                    "PDF/UA-1에 있어야 하는 바닥글, 링크, 머리글 칸의 태그가 PDF 1.4에는 없습니다"
                }
                _ => "서로 다른 PDF 판을 요구합니다",
            };
            format!("한 파일이 ‘{names}’을(를) 함께 지킬 수 없습니다: {why}")
        }
        (error, Language::English) => format!("{error}; known standards: {all}"),
    }
}

/// Why no PDF can be made of pages that could be set.
pub(super) fn broken_rule(error: &ExportError, language: Language) -> String {
    match (error, language) {
        (error, Language::English) => error.to_string(),
        (ExportError::Standard(said), Language::Korean) => {
            let mut what: Vec<&str> = said.iter().map(|said| forbidden(said)).collect();
            what.dedup();
            let what = what.join(", ");
            format!(
                "PDF를 만들 수 없습니다. 쪽에 규격이 허락하지 않는 것이 있습니다: {what}. --standard로 다른 규격을 고를 수 있습니다"
            )
        }
        (ExportError::Layout, Language::Korean) => {
            "PDF를 만들 수 없습니다. 조판한 파일이 알던 꼴이 아니거나 4 GiB가 넘습니다".to_owned()
        }
        (ExportError::Print, Language::Korean) => {
            "PDF를 만들 수 없습니다. 인쇄소에 줄 파일로 바꾸지 못했습니다".to_owned()
        }
        (ExportError::PdfOnly, Language::Korean) => "PDF로만 만들 쪽입니다".to_owned(),
        (ExportError::NoPage(page), Language::Korean) => format!("{page}쪽은 없습니다"),
        (ExportError::Png(_), Language::Korean) => "쪽을 그림으로 바꾸지 못했습니다".to_owned(),
    }
}

/// What a standard forbids, by a word of the compiler's sentence about it.
const FORBIDDEN: [(&str, &str); 17] = [
    ("PDF string", "너무 긴 글(대체 텍스트, 제목, 책갈피)"),
    ("PDF array", "너무 긴 목록"),
    ("PDF dictionary", "너무 큰 묶음"),
    ("PDF name", "너무 긴 글꼴 이름"),
    ("floating point", "너무 큰 수"),
    ("indirect objects", "너무 많은 개체"),
    ("nesting", "너무 깊이 겹친 것"),
    ("could not be displayed", "글꼴에 없는 글자"),
    ("code point", "유니코드가 없는 글자"),
    ("codepoint", "유니코드가 없거나 개인용인 글자"),
    ("license", "PDF에 넣는 것을 금한 글꼴"),
    ("transparency", "투명한 색이나 그림"),
    ("smooth scaling", "부드럽게 늘리는 그림"),
    ("alt text", "대체 텍스트가 없는 그림"),
    ("heading title", "말이 없는 제목"),
    ("document", "없는 문서 정보(제목, 날짜, 언어)"),
    ("accessib", "이 PDF 판에 없는 태그"),
];

fn forbidden(said: &str) -> &'static str {
    let known = FORBIDDEN.iter().find(|(word, _)| said.contains(word));
    known.map_or("알 수 없는 것(--lang en으로 자세히 봅니다)", |(_, korean)| korean)
}
