//! The report as a whole: `report.json`.

use serde_json::{Value as Json, json};

use super::block::DEEPEST;
use super::checks::Checks;
use super::cover::{Contents, ContentsDepth, Cover, DividerList, TextOrNone};
use super::section::Section;
use super::text::Text;
use crate::diagnostic::Message;
use crate::json::{Decode, Decoder, Node, Schemas, Spanned, Value, Whole, record, words};
use crate::korean::Moment;
use crate::message;

record! {
    /// What `report.json` says.
    plain Report: "보고서" {
        /// The title on the cover and in the PDF's properties.
        wanted title: Text = "보고서 제목",
        /// The date of the report; the PDF bears it.
        wanted date: Spanned<Moment> = "보고서 날짜: 2024-09-30",
        /// The quarter reported on.
        optional period: Quarter = "보고 기간: 해와 분기",
        /// The organisation that reports.
        wanted organisation: Text = "기관: 금천구",
        /// The department that reports, if the organisation has such.
        optional department: TextOrNone = "부서: 소통담당관. 부서가 없는 기관은 쓰지 않음",
        /// What stands on the cover beside title, date and department.
        optional cover: Cover = "표지에 더 놓을 것",
        /// The table of contents; of the chapters if nothing is said.
        optional contents: Contents = "목차: none(없음), chapters(장), sections(절과 사업까지), 또는 제목과 깊이",
        /// The theme; the usual one if nothing is said.
        optional theme: Spanned<String> = "테마의 이름: templates/themes/이름.json. 없으면 default",
        /// How chapters, sections and projects are numbered; as the theme says
        /// if nothing is said.
        optional numbering: Numbering = "장·절·사업 번호의 꼴. 없으면 테마대로",
        /// The markers of the four levels.
        optional markers: Spanned<Vec<String>> = "네 단계의 기호. 없으면 테마대로: □ ○ - ·",
        /// How a colon stands after a label.
        optional colon: ColonStyle = "쌍점: apart(‘이름 : 값’) 또는 attached(‘이름: 값’). 없으면 테마대로",
        /// Words beside the page number.
        optional footer: Text = "쪽 번호 옆의 말",
        /// What the report says about the rules that it is checked by.
        optional check: Checks = "검사: 규칙마다의 무게, 사업의 쪽수",
        /// The chapters in order.
        wanted chapters: Vec<Chapter> = "장들",
    }
}

record! {
    /// The quarter reported on.
    plain Quarter: "보고 기간" {
        /// The year.
        required year: Spanned<Whole<1900, 2999>> = "해: 2024",
        /// The quarter, 1 to 4; without it the half or the whole year.
        optional quarter: Spanned<Whole<1, 4>> = "분기: 1~4. 없으면 반기나 한 해",
        /// The half, 1 or 2, instead of a quarter.
        optional half: Spanned<Whole<1, 2>> = "반기: 1(상반기), 2(하반기). 분기 대신",
    }
}

words! {
    /// How a colon stands after a label.
    ColonStyle: "쌍점" {
        /// With a space on either side.
        Apart = "apart",
        /// Right after the label.
        Attached = "attached",
    }
}

record! {
    /// Patterns of numbers: one counting sign each (`1 ① Ⅰ 가 A`) and what
    /// stands around it. A project's may have two: chapter, then project.
    plain Numbering: "번호의 꼴" {
        /// Of chapters; `Ⅰ.` if nothing is said.
        optional chapter: Spanned<String> = "장: \"Ⅰ.\"(보통), \"1.\", \"제1장\"",
        /// Of sections; `1` if nothing is said.
        optional section: Spanned<String> = "절: \"1\"(보통)",
        /// Of projects; `1` if nothing is said.
        optional project: Spanned<String> = "사업: \"1\"(보통), \"1-①\"(장과 사업)",
    }
}

impl Numbering {
    /// What to write where something is no pattern of numbers.
    pub(crate) fn help() -> Message {
        message!(
            "1, Ⅰ, ①, 가, ㉮, A 가운데 하나에 부호를 붙이십시오: \"1.\", \"(가)\"",
            "use one of 1, Ⅰ, ①, 가, ㉮, A with signs around it: \"1.\", \"(가)\""
        )
    }
}

words! {
    /// How a chapter opens.
    Opening: "장의 시작" {
        /// With a bar at the head of a new page.
        Bar = "bar",
        /// With a title page on the right-hand side.
        Divider = "divider",
        /// With nothing; what is in it begins at once.
        None = "none",
    }
}

record! {
    /// A chapter.
    plain Chapter: "장" {
        /// Its title.
        wanted title: Text = "제목",
        /// Whether it is not numbered and not counted.
        usual unnumbered: bool = "번호를 매기지 않는지: 붙임, 참고",
        /// How it opens; with a bar if nothing is said.
        optional opening: Opening = "시작: bar(띠), divider(오른쪽 속표지), none(없음)",
        /// What its title page says below the title; the department and its
        /// teams if nothing is said and the report has a department.
        optional divider: Spanned<DividerList> =
            "속표지의 제목 아래: teams(부서와 팀, 보통), contents(이 장의 절·사업), title(제목만)",
        /// What the table of contents lists of it; as for all chapters if
        /// nothing is said.
        optional contents: Spanned<ContentsDepth> =
            "목차에서 이 장: none(빼기), chapters(장만), sections(절과 사업까지). 없으면 보고서대로",
        /// How it, its sections and its projects are numbered; as in the whole
        /// report if nothing is said.
        optional numbering: Numbering = "이 장의 번호 꼴. 없으면 보고서대로",
        /// Its sections in order: files, folders of projects, or sections
        /// written out.
        required sections: Vec<SectionSource> =
            "절들: \"overview.json\"(파일), \"projects/\"(사업 폴더) 또는 절 자체",
        /// Whether it begins a new page; it does if nothing is said.
        optional new_page: Spanned<bool> = "새 쪽에서 시작하는지. false면 앞 장에 이어짐",
        /// The level at which the items of its sections and projects begin; the
        /// first if nothing is said. Deeper ones are text, not headings.
        optional level: Spanned<Whole<1, DEEPEST>> = "항목이 시작하는 단계(1~4). 2부터는 제목이 아니라 글",
        /// The markers of its items, from that level down.
        optional markers: Spanned<Vec<String>> = "그 단계부터의 기호. 없으면 보고서대로",
        /// Whether projects stand under the names of their teams; they do not
        /// if nothing is said.
        optional group_by_team: Spanned<bool> = "사업을 팀별로 묶는지",
        /// Whether several projects share a page; they do not if nothing is
        /// said.
        optional share_pages: Spanned<bool> = "사업 여럿이 한 쪽에 놓이는지",
    }
}

/// Where a section of a chapter comes from.
#[derive(Debug, Clone)]
pub enum SectionSource {
    /// A file of the edition, or a folder of projects if it ends in `/`.
    Path(Spanned<String>),
    /// Written out in `report.json`.
    Inline(Box<Section>),
}

impl SectionSource {
    /// The folder of projects that it names, if it names one.
    pub(crate) fn folder(&self) -> Option<&str> {
        match self {
            Self::Path(path) => Some(path.value.as_str()).filter(|path| path.ends_with('/')),
            Self::Inline(_) => None,
        }
    }
}

impl Decode for SectionSource {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Object(_) => Section::decode(node, decoder).map(Box::new).map(Self::Inline),
            _ => Spanned::decode(node, decoder).map(Self::Path),
        }
    }

    fn schema(schemas: &mut Schemas) -> Json {
        json!({ "anyOf": [{ "type": "string" }, Section::schema(schemas)] })
    }
}
