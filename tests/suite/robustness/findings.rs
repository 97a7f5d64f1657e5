//! What is found in whatever an edition says.

use std::collections::BTreeMap;
use std::path::Path;

use bogo::Format;
use bogo_model::check::Settings;
use bogo_model::diagnostic::rule::Family;
use bogo_model::diagnostic::{Diagnostic, MOST_FINDINGS, shown};
use bogo_model::edition;
use bogo_model::json::Documents;
use bogo_model::lines::TypicalWidths;
use bogo_model::manuscript::{Manuscript, SourceFile, SourceText};
use bogo_model::quoting::is_invisible;
use bogo_model::resolve::{Facts, PictureFact};
use bogo_model::{Language, Place};
use bogo_press::Templates;

use super::editions::Edition;

/// What became of an edition that was read.
pub(super) struct Read {
    pub manuscript: Manuscript,
    pub edition: Option<edition::Edition>,
    pub findings: Vec<Diagnostic>,
}

/// Reads an edition and writes all findings in every form, in one language or
/// the other. Every place has to be one of its file.
pub(super) fn read(edition: Edition, number: u64) -> Read {
    let read = resolve(&edition);
    let text_of: BTreeMap<&str, &str> = edition
        .files
        .iter()
        .map(|(path, text)| (path.as_str(), text.strip_prefix('\u{feff}').unwrap_or(text)))
        .collect();
    let holds = |place: &Place| {
        let text = text_of.get(place.file()).copied().unwrap_or_default();
        text.get(place.range()).is_some()
    };
    for finding in &read.findings {
        let related = finding.related.iter().map(|related| &related.place);
        for place in finding.place.iter().chain(related) {
            assert!(holds(place), "{place:?} is not in its file");
        }
        can_be_read(finding);
    }
    let language = if number.is_multiple_of(2) { Language::Korean } else { Language::English };
    write(&read.findings, &read.manuscript.documents, language);
    read
}

/// What a finding says is some lines at most, of characters that are seen.
fn can_be_read(finding: &Diagnostic) {
    let said = [Some(&finding.message), finding.help.as_ref()].into_iter().flatten();
    for said in said.chain(finding.related.iter().map(|related| &related.message)) {
        for language in [Language::Korean, Language::English] {
            let text = said.text(language);
            assert!(!text.is_empty() && text.chars().count() <= 700, "{finding:?}");
            let hidden = |c: char| c.is_control() || is_invisible(c);
            assert!(!text.contains(hidden), "{finding:?}");
        }
    }
}

/// Writes findings in every form.
fn write(findings: &[Diagnostic], documents: &Documents, language: Language) {
    let written =
        |format: Format| format.write(findings, documents, false, Path::new("."), language);
    let shown = shown(findings);
    assert!(shown.len() <= MOST_FINDINGS, "{} findings are shown", shown.len());
    let text = written(Format::Text);
    for finding in &shown {
        assert!(text.contains(finding.code.name()), "{} is not told", finding.code.name());
    }
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json)).expect("JSON");
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(shown.len()));
    assert!(written(Format::Github).lines().count() >= shown.len(), "a line for each");
}

/// Reads an edition as the program does.
fn resolve(edition: &Edition) -> Read {
    let source = |(path, text): &(String, String)| SourceFile {
        path: path.clone(),
        text: SourceText::Text(text.clone()),
    };
    let sources = edition.files.iter().map(source).collect();
    let (manuscript, mut findings) = bogo_model::parse(sources, &[]);
    let (mut settings, found) = Settings::of(&manuscript);
    findings.extend(found);
    let fact = |file: String| {
        let leads_out = file.split('/').any(|part| part == "..") || file.starts_with(['/', '.']);
        let fact = match file.len() % 5 {
            _ if leads_out || file.contains('\\') => PictureFact::Outside,
            0 => PictureFact::Missing,
            _ => PictureFact::Readable { width: 1600, height: 1200 },
        };
        (file, fact)
    };
    let facts = Facts {
        pictures: manuscript.picture_files().into_iter().map(fact).collect(),
        files: &[],
        covers: &|character| character < '\u{1f000}',
        families: ["Baekmuk Headline", "NanumGothic", "NanumMyeongjo"].map(str::to_owned).into(),
        lacks_bold: &|_| false,
        measure: &TypicalWidths,
        usual_theme: &Templates::usual_theme().expect("the usual theme"),
    };
    let edition = bogo_model::decide(&manuscript, &facts).map(|(edition, found)| {
        findings.extend(found);
        edition
    });
    let mut findings = settings.apply(findings);
    findings.extend(settings.unused(&Family::ALL));
    manuscript.documents.sort(&mut findings);
    Read { manuscript, edition, findings }
}
