//! The command line: one definition for parsing, help, completions and the
//! manual page.

use std::ffi::OsString;
use std::io::Write as _;

use bogo_model::Language;
use bogo_model::korean::with_particles;
use bogo_press::Standards;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, ValueHint};
use clap_complete::Shell;

use crate::{CLEAN, COULD_NOT_RUN, say};

/// The layout of help pages.
const KOREAN_HELP: &str = "{about-with-newline}\n사용법: {usage}\n\n{all-args}{after-help}";
const ENGLISH_HELP: &str = "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}";

/// The language that the arguments ask for; Korean if they do not.
pub(crate) fn language(arguments: &[OsString]) -> Language {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let asked = words.iter().enumerate().find_map(|(index, word)| {
        word.strip_prefix("--lang=")
            .or_else(|| (*word == "--lang").then(|| words.get(index + 1).copied().unwrap_or("")))
    });
    match asked {
        Some("en") => Language::English,
        _ => Language::Korean,
    }
}

/// The definition of the command line, its words in the given language.
pub fn command(language: Language) -> Command {
    let t = |korean, english| say(language, korean, english);
    let after = t(
        "끝맺음 값: 0 이상 없음, 1 자료에서 잘못을 찾음, 2 실행할 수 없음",
        "Exit codes: 0 clean, 1 findings in the data, 2 could not run",
    );
    base("bogo", language)
        .about(t(
            "보고서 자료(JSON)를 검사하고 조판하여 PDF로 만듭니다",
            "Checks the data (JSON) of a report and sets it as a PDF",
        ))
        .after_help(after)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(t("판을 보입니다", "Shows the version")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("ko|en")
                .value_parser(["ko", "en"])
                .help(t("말: ko(보통), en", "Language: ko (usual), en")),
        )
        .subcommand_required(true)
        .subcommand_help_heading(t("명령", "Commands"))
        .subcommands(subcommands(language))
}

fn base(name: &'static str, language: Language) -> Command {
    let t = |korean, english| say(language, korean, english);
    Command::new(name)
        .help_template(t(KOREAN_HELP, ENGLISH_HELP))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .next_help_heading(t("선택", "Options"))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(t("도움말을 보입니다", "Shows help")),
        )
}

fn subcommands(language: Language) -> Vec<Command> {
    let t = |korean, english| say(language, korean, english);
    let sections = ["report", "overview", "budget", "section", "project", "theme"];
    vec![
        check(language),
        build(language),
        preview(language),
        base("watch", language)
            .about(t(
                "보고서를 지켜보며 저장할 때마다 PDF를 다시 만듭니다",
                "Watches an edition and makes its PDF anew after each save",
            ))
            .args(edition_and_output(language))
            .arg(warnings(language))
            .arg(force(language)),
        base("eject", language)
            .about(t(
                "bogo 없이 조판할 수 있는 Typst 원본을 만듭니다",
                "Writes the edition as a Typst project that compiles without bogo",
            ))
            .arg(folder(t("보고서 폴더", "The edition")).required(true))
            .arg(
                Arg::new("out")
                    .value_name("OUT")
                    .required(true)
                    .value_hint(ValueHint::DirPath)
                    .value_parser(clap::value_parser!(std::path::PathBuf))
                    .help(t("새 폴더", "The new folder")),
            ),
        base("rule", language)
            .about(t(
                "검사 규칙을 늘어놓거나, 한 규칙을 까닭과 보기로 풀이합니다",
                "Lists the rules, or explains one with its reason and examples",
            ))
            .arg(Arg::new("code").value_name("CODE").help(t(
                "규칙의 이름. 없으면 모든 규칙을 늘어놓습니다",
                "The rule; without it all are listed",
            ))),
        base("schema", language)
            .about(t(
                "절 파일의 JSON Schema를 찍습니다",
                "Prints the JSON Schema of a section file",
            ))
            .arg(Arg::new("section").value_name("SECTION").value_parser(sections).help(t(
                "파일의 종류. 없으면 종류를 늘어놓습니다",
                "The kind of file; without it the kinds are listed",
            ))),
        base("fonts", language)
            .about(t(
                "쓰는 글꼴과 그 사용 조건, 글자 수를 보입니다",
                "Lists the faces in use, their licences and what they cover",
            ))
            .arg(folder(t(
                "보고서 폴더(제 fonts/ 폴더가 있으면)",
                "An edition with a fonts/ folder",
            ))),
        base("init", language)
            .about(t("작은 보고서로 새 폴더를 시작합니다", "Starts a folder with a small edition"))
            .arg(folder(t("새 폴더", "The new folder")).required(true)),
        base("completions", language)
            .about(t("셸의 자동 완성 스크립트를 찍습니다", "Prints a shell's completion script"))
            .arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(clap::value_parser!(Shell))
                    .help(t("셸의 이름", "The shell")),
            ),
        base("man", language).about(t("설명서(man)를 찍습니다", "Prints the manual page")).arg(
            Arg::new("command").value_name("COMMAND").help(t(
                "명령의 이름. 없으면 전체 설명서",
                "A command; without it the page of the program",
            )),
        ),
    ]
}

fn folder(help: &str) -> Arg {
    Arg::new("folder")
        .value_name("DIR")
        .value_hint(ValueHint::DirPath)
        .value_parser(clap::value_parser!(std::path::PathBuf))
        .help(help.to_owned())
}

fn edition(language: Language) -> Arg {
    folder(say(
        language,
        "보고서 폴더. 없으면 이 폴더, 아니면 content/의 가장 새 분기",
        "The edition; without it this folder, or the newest under content/",
    ))
}

fn output(help: &str) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name("FILE")
        .value_hint(ValueHint::FilePath)
        .value_parser(clap::value_parser!(std::path::PathBuf))
        .help(help.to_owned())
}

fn flag(name: &'static str, help: &str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help.to_owned())
}

/// What a PDF is made of, where it goes, and what it meets.
fn edition_and_output(language: Language) -> [Arg; 3] {
    let t = |korean, english| say(language, korean, english);
    let standards = Standards::names().collect::<Vec<_>>().join(", ");
    [
        edition(language),
        output(t("만들 PDF. 없으면 out/폴더이름.pdf", "The PDF; without it out/NAME.pdf")),
        Arg::new("standard")
            .long("standard")
            .value_name("LIST")
            .value_delimiter(',')
            .default_values(["a-2a", "ua-1"])
            .hide_default_value(true)
            .help(match language {
                Language::Korean => {
                    format!("PDF 표준을 쉼표로(보통 a-2a,ua-1). 보존용은 a-1a: {standards}")
                }
                Language::English => {
                    format!("PDF standards (usual: a-2a,ua-1); a-1a for the archive: {standards}")
                }
            }),
    ]
}

fn build(language: Language) -> Command {
    let t = |korean, english| say(language, korean, english);
    base("build", language)
        .about(t("보고서를 PDF로 만듭니다", "Makes the PDF of an edition"))
        .args(edition_and_output(language))
        .arg(flag(
            "print",
            t(
                "인쇄소용 PDF/X-4: 잉크(CMYK) 색, 재단 여백 3 mm와 재단선, 그림 300 dpi. --standard와 함께 쓰지 않습니다",
                "For a printing house, PDF/X-4: colours as inks (CMYK), 3 mm bleed, crop marks, pictures at 300 dpi; not with --standard",
            ),
        ))
        .arg(force(language))
        .arg(warnings(language))
        .args(timings_and_quiet(language))
}

fn force(language: Language) -> Arg {
    flag(
        "force",
        say(
            language,
            "자료를 모두 읽을 수 있으면 잘못이 있어도 만듭니다. 쪽마다 확정본이 아님을 적습니다",
            "Makes it in spite of errors if all data can be read; every page says that it is not final",
        ),
    )
}

fn warnings(language: Language) -> Arg {
    flag(
        "warnings",
        say(
            language,
            "주의를 규칙마다 세지 않고 하나하나 보입니다",
            "Shows each warning instead of a count for each rule",
        ),
    )
}

fn check(language: Language) -> Command {
    let t = |korean, english| say(language, korean, english);
    let rules = |name: &'static str, help: &str| {
        Arg::new(name)
            .long(name)
            .value_name("RULE,…")
            .value_delimiter(',')
            .action(ArgAction::Append)
            .help(help.to_owned())
    };
    base("check", language)
        .about(t(
            "모든 수치와 문장을 규칙으로 검사합니다",
            "Checks every figure and every sentence by the rules",
        ))
        .arg(edition(language))
        .arg(flag(
            "fix",
            t("고칠 수 있는 것을 파일에서 고칩니다", "Mends in the files what can be mended"),
        ))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("text|json|github")
                .value_parser(["text", "json", "github"])
                .default_value("text")
                .hide_default_value(true)
                .help(t("형식: text(보통), json, github", "The format: text (usual), json, github")),
        )
        .arg(rules("select", t("이 규칙들만 봅니다", "Only these rules")))
        .arg(rules("ignore", t("이 규칙들은 보지 않습니다", "Not these rules")))
        .arg(flag("no-pages", t("쪽을 조판하지 않고 자료만 봅니다", "Sets no page, checks the data only")))
        .arg(flag("timings", t("단계마다 걸린 시간을 보입니다", "Shows where the time goes")))
        .after_help(t(
            "RULE은 규칙의 이름이나 갈래(figures, writing, pages, files)입니다. ‘bogo rule’이 모두 보여 줍니다.",
            "RULE is a rule or a family (figures, writing, pages, files); `bogo rule` lists them.",
        ))
}

fn timings_and_quiet(language: Language) -> [Arg; 2] {
    let t = |korean, english| say(language, korean, english);
    let quiet = t(
        "파일을 만들었으면 아무 말도 하지 않습니다. 주의는 --warnings를 함께 쓸 때만 보입니다",
        "Says nothing if the file is made; shows warnings only with --warnings",
    );
    [
        flag("timings", t("단계마다 걸린 시간을 보입니다", "Shows where the time goes")),
        flag("quiet", quiet).short('q'),
    ]
}

fn preview(language: Language) -> Command {
    let t = |korean, english| say(language, korean, english);
    base("preview", language)
        .about(t(
            "한 절의 쪽만 보고서에 실릴 모습 그대로 만듭니다",
            "Makes the pages of one section as they stand in the report",
        ))
        .arg(force(language))
        .arg(warnings(language))
        .arg(Arg::new("section").value_name("SECTION").required(true).help(t(
            "절의 이름: overview, budget, projects/1, 또는 그 제목",
            "The section: overview, budget, projects/1, or its title",
        )))
        .arg(edition(language))
        .arg(output(t(
            "만들 파일. 없으면 out/폴더이름-절.png 등. 그림이 여러 쪽이면 이름에 쪽 번호가 붙습니다",
            "The file; without it out/NAME-SECTION.png or so; pictures of several pages get page numbers",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("pdf|png|svg")
                .value_parser(["pdf", "png", "svg"])
                .help(t("형식: pdf(보통), png, svg", "The format: pdf (usual), png, svg")),
        )
        .arg(
            Arg::new("ppi")
                .long("ppi")
                .value_name("N")
                .value_parser(clap::value_parser!(u16).range(18..=600))
                .help(t("png의 인치당 화소, 18~600(보통 144)", "Pixels per inch of png, 18 to 600 (usual: 144)")),
        )
        .args(timings_and_quiet(language))
}

/// Says what is wrong with the arguments, or shows the help or the version
/// that they ask for. Returns the exit code.
pub(crate) fn explain(error: &clap::Error, language: Language) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A closed pipe is no failure of ours.
        let _ = error.print();
        return CLEAN;
    }
    let text = match language {
        Language::English => error.render().to_string(),
        Language::Korean => korean(error),
    };
    let _ = std::io::stderr().write_all(text.as_bytes());
    COULD_NOT_RUN
}

fn korean(error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("‘{argument}’에 값이 없습니다"),
        ErrorKind::InvalidValue => {
            let valid = context(ContextKind::ValidValue);
            format!("‘{argument}’에 ‘{value}’은(는) 쓸 수 없습니다. 쓸 수 있는 값: {valid}")
        }
        ErrorKind::ValueValidation => {
            format!(
                "‘{argument}’에 ‘{value}’ 값은 쓸 수 없습니다. 쓸 수 있는 범위는 --help에 있습니다"
            )
        }
        ErrorKind::UnknownArgument => format!("‘{argument}’(이)라는 선택은 없습니다"),
        ErrorKind::InvalidSubcommand => {
            format!("‘{}’(이)라는 명령은 없습니다", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "명령이 없습니다".to_owned()
        }
        ErrorKind::MissingRequiredArgument => format!("‘{argument}’이(가) 있어야 합니다"),
        ErrorKind::ArgumentConflict => format!("‘{argument}’은(는) 한 번만 쓸 수 있습니다"),
        ErrorKind::InvalidUtf8 => "UTF-8이 아닌 글자가 있습니다".to_owned(),
        _ => "알아들을 수 없는 명령입니다".to_owned(),
    };
    let near = context(ContextKind::SuggestedArg) + &context(ContextKind::SuggestedSubcommand);
    let near = if near.is_empty() { near } else { format!("\n  혹시 ‘{near}’입니까?") };
    let message = with_particles(message);
    format!("오류: {message}{near}\n  쓰는 법은 ‘bogo --help’가 보여 줍니다.\n")
}
