//! `bogo schema`: what editors complete and check the files by.

use bogo_model::Language;
use bogo_model::check::RULES;
use bogo_model::format::{self, Project, Report, Section};
use bogo_model::theme;
use bogo_press::Templates;
use clap::ArgMatches;

use crate::{CLEAN, say};

/// The schema files by name, as an edition refers to them.
pub(super) fn files() -> [(&'static str, String); 4] {
    [
        ("report.schema.json", text::<Report>("bogo report.json")),
        ("section.schema.json", text::<Section>("bogo section")),
        ("project.schema.json", text::<Project>("bogo project")),
        ("theme.schema.json", theme_text()),
    ]
}

/// Prints the schema that the arguments name, or which there are.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let [report, section, project, theme] = files().map(|(_, text)| text);
    let text = match matches.get_one::<String>("section").map(String::as_str) {
        Some("report") => report,
        Some("project") => project,
        Some("theme") => theme,
        Some(_) => section,
        None => say(
            language,
            "report    report.json: 보고서 전체\noverview  overview.json: 일반현황 (section과 같음)\n\
             budget    budget.json: 예산현황 (section과 같음)\nsection   그 밖의 절\n\
             project   projects/*.json: 사업 하나\n\
             theme     templates/themes/*.json: 테마\n",
            "report    report.json: the report as a whole\noverview  overview.json (a section)\n\
             budget    budget.json (a section)\nsection   any other section\n\
             project   projects/*.json: a project\n\
             theme     templates/themes/*.json: a theme\n",
        )
        .to_owned(),
    };
    super::print(text.as_bytes())?;
    Ok(CLEAN)
}

fn text<T: bogo_model::json::Decode>(title: &str) -> String {
    let schema = format::schema::<T>(title, RULES);
    format!("{schema:#}\n")
}

/// The schema of themes, which follows from the usual one.
fn theme_text() -> String {
    let usual = Templates::usual_theme().unwrap_or_default();
    format!("{:#}\n", theme::schema(&usual, RULES))
}
