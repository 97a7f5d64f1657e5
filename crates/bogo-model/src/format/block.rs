//! The blocks of which a section's body is made.

use super::made_tables::{Budget, Duties, Funding, StaffView};
use super::schedule::Schedule;
use super::table::Table;
use super::text::Text;
use super::value::{Amount, Period, Photo};
use crate::json::{Decode, Decoder, Node, Span, Spanned, Whole, choice, record};

/// The deepest level of items: □ ○ - ·
pub(crate) const DEEPEST: u32 = 4;

/// The most pictures that stand side by side.
pub(crate) const MOST_PER_ROW: u32 = 6;

choice! {
    /// Something that stands in the body of a section or under an item.
    Block: "본문 요소", usual Item(Item) {
        /// A marked line and what stands under it.
        Item(Item) = "item" "항목(□ ○ - ·). \"kind\"를 쓰지 않으면 항목",
        /// A note below the item that it belongs to.
        Note(Note) = "note" "딸린 줄(※ * ☞)",
        /// Prose without a marker.
        Paragraph(Paragraph) = "paragraph" "기호 없는 문단",
        /// Items with markers or at a level of their own.
        List(List) = "list" "목록: 기호나 단계를 따로 정한 항목들",
        /// A framed summary.
        Box(BoxBlock) = "box" "요약 상자",
        /// Photographs, maps and other pictures.
        Pictures(Pictures) = "pictures" "그림 줄 또는 한 쪽을 채우는 그림",
        /// Any table.
        Table(Table) = "table" "표",
        /// Tasks over time.
        Schedule(Schedule) = "schedule" "추진 일정표(월·분기·주)",
        /// What a project costs, by source and year.
        Funding(Funding) = "funding" "소요예산 표(재원별·연차별)",
        /// A department's budget beside last year's.
        Budget(Budget) = "budget" "예산현황 표(증감·증감률은 계산됨)",
        /// The edition's organisation as a chart.
        Organisation(OrganisationView) = "organisation" "조직도(개요의 조직에서)",
        /// Who does what, by team.
        Duties(Duties) = "duties" "팀별 주요업무 표(개요의 조직에서)",
        /// 정원 and 현원 by grade.
        Staff(StaffView) = "staff" "인력현황 표(개요의 인력에서)",
        /// The projects and their pages.
        ProjectList(ProjectList) = "project_list" "주요사업 목록(쪽 번호는 계산됨)",
    }
}

/// A block that is a line: the only ones that a cell holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Line<'b> {
    /// A marked line, with further lines under it.
    Item(&'b Item),
    /// A note.
    Note(&'b Note),
    /// A line without a marker.
    Paragraph(&'b Paragraph),
}

impl Block {
    /// The block as a line, if it is one.
    pub(crate) fn as_line(&self) -> Option<Line<'_>> {
        match self {
            Block::Item(item) => Some(Line::Item(item)),
            Block::Note(note) => Some(Line::Note(note)),
            Block::Paragraph(paragraph) => Some(Line::Paragraph(paragraph)),
            Block::List(_)
            | Block::Box(_)
            | Block::Pictures(_)
            | Block::Table(_)
            | Block::Schedule(_)
            | Block::Funding(_)
            | Block::Budget(_)
            | Block::Organisation(_)
            | Block::Duties(_)
            | Block::Staff(_)
            | Block::ProjectList(_) => None,
        }
    }

    /// Where it stands, if it asks for a page of its own: one on its side, or
    /// one that a picture fills.
    pub(crate) fn own_page(&self) -> Option<Span> {
        let asks = match self {
            Block::Pictures(pictures) => pictures.full_page,
            Block::Table(table) => table.landscape,
            Block::Funding(funding) => funding.landscape,
            Block::Budget(budget) => budget.landscape,
            Block::Duties(duties) => duties.landscape,
            Block::Staff(view) => view.landscape,
            Block::Item(_)
            | Block::Note(_)
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Box(_)
            | Block::Schedule(_)
            | Block::Organisation(_)
            | Block::ProjectList(_) => false,
        };
        asks.then_some(self.span())
    }
}

record! {
    /// A marked line and what stands under it. Its marker follows from how
    /// deep it stands.
    short Item: "항목", Item::from_text {
        /// The words before the colon.
        optional label: Text = "쌍점 앞의 이름: 사업기간",
        /// What it says, after the label, period or amount.
        optional text: Text = "글",
        /// A span of time after the label.
        optional period: Box<Period> = "기간(글 대신)",
        /// A sum of money after the label.
        optional amount: Amount = "금액(글 대신)",
        /// A check box instead of the marker.
        optional checked: bool = "기호 대신 체크 칸: true ☑, false ☐",
        /// A badge before the text: 진행 중, 완료.
        optional badge: Text = "글 앞의 배지: 진행 중, 완료",
        /// The name of the period in which it and all that stands under it
        /// has to lie.
        optional within: Spanned<String> = "이 항목과 아래 일정이 그 안에 있어야 하는 기간의 이름",
        /// How the items under it are numbered; not at all if nothing is said.
        optional numbering: Spanned<String> = "아래 항목의 번호: \"①\", \"가.\", \"1.\", \"(1)\"",
        /// What stands under it.
        usual body: Vec<Block> = "아래에 놓이는 것: 항목, 표, 그림, 딸린 줄 …",
    }
}

impl Item {
    /// Types of JSON that are a short spelling.
    const SHORT_TYPES: &'static str = "string";

    fn from_text(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {
            span: node.span,
            label: None,
            text: Some(Text::decode(node, decoder)?),
            period: None,
            amount: None,
            checked: None,
            badge: None,
            within: None,
            numbering: None,
            body: Vec::new(),
        })
    }
}

record! {
    /// A note below the item that it belongs to.
    plain Note: "딸린 줄" {
        /// The sign before it; ※ if nothing is said.
        optional marker: Spanned<String> = "앞의 기호: ※(보통), *, **, ☞",
        /// What it says.
        required text: Text = "글",
    }
}

record! {
    /// Prose without a marker.
    plain Paragraph: "문단" {
        /// What it says.
        required text: Text = "글",
    }
}

record! {
    /// Items with markers or at a level of their own. They are text, never
    /// headings.
    plain List: "목록" {
        /// The items, and what stands between them.
        required body: Vec<Block> = "항목들",
        /// The level at which they begin; the second, or one below the item
        /// that they stand under, if nothing is said.
        optional level: Spanned<Whole<1, DEEPEST>> = "시작하는 단계(1~4). 없으면 2, 항목 아래면 그 다음 단계",
        /// Their markers, from that level down.
        optional markers: Spanned<Vec<String>> = "그 단계부터의 기호: [\"ㅇ\", \"-\"]",
        /// How they are numbered; not at all if nothing is said.
        optional numbering: Spanned<String> = "항목의 번호: \"①\", \"가.\", \"1.\", \"(1)\"",
    }
}

record! {
    /// A framed summary.
    plain BoxBlock: "요약 상자" {
        /// The line on its frame.
        optional title: Text = "상자의 제목",
        /// What stands in it.
        required body: Vec<Block> = "상자 안의 것",
    }
}

record! {
    /// A row of pictures, or several rows, or one picture that fills a page.
    plain Pictures: "그림 줄" {
        /// The pictures in order.
        required photos: Vec<Photo> = "그림들",
        /// How many stand side by side, 1 to 6; chosen by their number if
        /// nothing is said.
        optional per_row: Spanned<Whole<1, MOST_PER_ROW>> = "한 줄의 그림 수(1~6)",
        /// Width to height of the cells, as `4:3`; chosen by `per_row` if
        /// nothing is said.
        optional ratio: Spanned<String> = "칸의 가로:세로 비, 예: \"4:3\". \"자연\"이면 그림의 비 그대로",
        /// Width of the row as a percentage of its usual width, 20 to 100; the
        /// row then stands in the middle.
        optional width: Spanned<Whole<20, 100>> = "줄의 너비를 줄임: 20~100(%), 가운데에 놓임",
        /// Whether pictures are shown whole in their cells instead of being cut.
        usual whole: bool = "자르지 않고 칸 안에 다 보이는지",
        /// The line below all of them.
        optional caption: Text = "그림 모두의 아래 글",
        /// One picture on a page of its own, shown whole.
        usual full_page: bool = "한 쪽을 채우는 그림 하나",
        /// Whether that page lies on its side.
        usual landscape: bool = "full_page와 함께: 가로 쪽에 놓는지",
    }
}

record! {
    /// The edition's organisation as a chart.
    plain OrganisationView: "조직도" {
        /// What the chart shows, for those who hear it; made from the
        /// organisation if nothing is said.
        optional alt: Spanned<String> = "조직도의 대체 텍스트. 없으면 조직에서 만듦",
    }
}

record! {
    /// The projects of the edition and their pages.
    plain ProjectList: "주요사업 목록" {
        /// Heads of the three columns.
        optional head: Vec<Text> = "머리글 셋: 연번, 주요사업, 쪽",
        /// Whether a column names each project's team.
        usual teams: bool = "팀 열을 넣는지",
    }
}
