//! Tables of any shape.

use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::block::Block;
use super::placement::Spans;
use super::text::Text;
use super::value::Photo;
use crate::json::{Decode, Decoder, Node, Schemas, Span, Spanned, Value, Whole, record, words};

/// The most columns that a landscape page holds in readable type.
pub(crate) const MOST_COLUMNS: u32 = 40;

/// The most rows that a cell spans: those of some hundred pages.
const MOST_ROWS: u32 = 9999;

record! {
    /// A table. Column widths, number format and alignment follow from what is
    /// in it unless they are given.
    plain Table: "표" {
        /// The name by which sentences call its figures: `{=이름.행.열}`.
        optional name: Spanned<String> = "표의 이름. 글에서 {=이름.행.열}로 수치를 부름",
        /// The line above the table, at its left.
        optional caption: Text = "표 제목",
        /// The unit, printed as `(단위: …)` above the table, at its right.
        optional unit: Text = "단위: 천원, 백만원, 명 … → (단위: 천원)",
        /// Any other words at that place.
        optional remark: Text = "단위 자리의 다른 말: (기준일: …)",
        /// What the table shows, for those who hear it.
        optional alt: Spanned<String> = "표 요약(읽어 주는 사람을 위해)",
        /// Widths and alignments of the columns.
        usual columns: Vec<Column> = "열의 너비와 정렬",
        /// The rows of its head.
        usual head: Vec<Vec<Cell>> = "머리 행들(여러 단 가능)",
        /// The rows of its body.
        required rows: Vec<TableRow> = "본문 행들",
        /// How many columns at the left name their row; 1 if nothing is said.
        optional row_heads: Spanned<u32> = "행 이름인 왼쪽 열의 수(보통 1)",
        /// On landscape pages of its own.
        usual landscape: bool = "가로 쪽에 놓는지",
    }
}

impl Table {
    /// All cells of head and body, in no particular order.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        let body = self.rows.iter().flat_map(TableRow::cells);
        self.head.iter().flatten().chain(body)
    }
}

record! {
    /// A column of a table.
    plain Column: "열" {
        /// Its width relative to the other columns'.
        optional width: Spanned<Decimal> = "다른 열에 견준 너비: 1, 2.5 …",
        /// How its cells are aligned.
        optional align: Align = "정렬",
        /// The columns that its figures are the sum of.
        optional sum_of: LineNames = "이 열이 합인 열들: [\"국비\", \"도비\"]. 여러 가지로 합이면 [[\"남\", \"여\"], [\"정규\", \"계약\"]]",
        /// Two columns that it is the difference of: the first less the second.
        optional change_of: LineNames = "이 열이 차인 두 열: [\"올해\", \"작년\"]",
        /// Two columns that it is the rate of change of, in percent.
        optional change_rate_of: LineNames = "이 열이 증감률(%)인 두 열: [\"올해\", \"작년\"]",
        /// Two columns of which it is the share, in percent: the first of the
        /// second.
        optional share_of: LineNames = "이 열이 비율(%)인 두 열: [\"집행액\", \"예산액\"]",
        /// A column, and the row in which its total stands, of which it is the
        /// share, in percent.
        optional share_of_total: LineNames = "이 열이 구성비(%)인 열과 그 합계가 있는 행: [\"금액\", \"계\"]",
        /// Whether rows of totals add it up; if nothing is said, unless its
        /// head speaks of rates, averages, ranks or numbers.
        optional adds: bool = "합계 행이 이 열을 더하는지. 없으면 율·%·평균·순위 열만 빼고 더함",
    }
}

/// Lines of a table that another follows from: `["남", "여"]`, or several such
/// lists of all of which it does: `[["남", "여"], ["정규", "계약"]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineNames {
    /// The lists, at least one.
    pub lists: Vec<Vec<LineName>>,
}

impl Decode for LineNames {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let is_list = |node: &Node| matches!(node.value, Value::List(_));
        let lists = match &node.value {
            Value::List(entries) if entries.iter().any(is_list) => Vec::decode(node, decoder)?,
            _ => vec![Vec::decode(node, decoder)?],
        };
        Some(Self { lists })
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.define("LineNames", |schemas| {
            let list = Vec::<LineName>::schema(schemas);
            let lists = Vec::<Vec<LineName>>::schema(schemas);
            json!({ "anyOf": [list, lists] })
        })
    }
}

/// The name of a line of a table: the words of a column's head or of a row's
/// first cell, or its number, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineName {
    /// Where it stands.
    pub span: Span,
    /// The words, or the number.
    pub words: String,
}

impl Decode for LineName {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let words = match &node.value {
            Value::Number(number) => number.clone(),
            _ => String::decode(node, decoder)?,
        };
        Some(Self { span: node.span, words })
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.define("LineName", |_| {
            json!({
                "type": ["string", "integer"],
                "description": "열 머리나 행 이름의 글, 또는 1부터 센 번호",
            })
        })
    }
}

words! {
    /// Which rows a row of totals adds up.
    Summed: "더하는 행" {
        /// All of its list or group.
        All = "all",
        /// Those above it, down from the last row of totals before it.
        Above = "above",
        /// Those below it, up to the next row of totals.
        Below = "below",
        /// None: it is set off, but no sum.
        None = "none",
    }
}

words! {
    /// Alignment of a cell or a column.
    Align: "정렬" {
        /// At the left.
        Left = "left",
        /// In the middle.
        Center = "center",
        /// At the right.
        Right = "right",
    }
}

/// A row of a table's body: a list of cells, a row with properties, or a group
/// of rows under one label.
#[derive(Debug, Clone)]
pub enum TableRow {
    /// A row.
    Row(Row),
    /// Rows under a label that spans them.
    Group(Box<RowGroup>),
}

impl TableRow {
    /// Its cells, labels of groups included.
    pub(crate) fn cells(&self) -> Box<dyn Iterator<Item = &Cell> + '_> {
        match self {
            Self::Row(row) => Box::new(row.cells.iter()),
            Self::Group(group) => {
                let rows = group.rows.iter().flat_map(Self::cells);
                Box::new(std::iter::once(&group.group).chain(rows))
            }
        }
    }
}

record! {
    /// A row with properties.
    plain Row: "행" {
        /// Its cells; those that a span from above or the left covers are
        /// left out.
        required cells: Vec<Cell> = "칸들. 합친 칸에 덮이는 칸은 적지 않음",
        /// Whether it is a total, and set off as one.
        usual total: bool = "합계 행: 돋보이게 하고 검산함",
        /// Which rows it adds up; with `total` all of its list or group. Said
        /// without `total`, it is a sum that is not set off.
        optional sums: Summed = "더하는 행: all(같은 묶음 모두), above(위), below(아래), none(합이 아님)",
        /// The rows that its figures are the sum of.
        optional sum_of: LineNames = "이 행이 합인 행들. 여러 가지로 합이면 목록들의 목록",
        /// Two rows that it is the difference of: the first less the second.
        optional change_of: LineNames = "이 행이 차인 두 행",
        /// Two rows that it is the rate of change of, in percent.
        optional change_rate_of: LineNames = "이 행이 증감률(%)인 두 행",
        /// Two rows of which it is the share, in percent.
        optional share_of: LineNames = "이 행이 비율(%)인 두 행",
        /// A row, and the column in which its total stands, of which it is the
        /// share, in percent.
        optional share_of_total: LineNames = "이 행이 구성비(%)인 행과 그 합계가 있는 열: [\"건수\", \"계\"]",
    }
}

/// What may be said of a line's figures: sum, change, rate of change, share,
/// share of a total.
pub(crate) type Formulas<'t> = [&'t Option<LineNames>; 5];

impl Column {
    /// What it says that its figures are of other columns.
    pub(crate) fn formulas(&self) -> Formulas<'_> {
        let rates = [&self.change_rate_of, &self.share_of, &self.share_of_total];
        [&self.sum_of, &self.change_of, rates[0], rates[1], rates[2]]
    }

    /// Whether its figures follow from other columns.
    pub(crate) fn follows(&self) -> bool {
        self.formulas().into_iter().any(Option::is_some)
    }
}

impl Row {
    /// What it says that its figures are of other rows.
    pub(crate) fn formulas(&self) -> Formulas<'_> {
        let rates = [&self.change_rate_of, &self.share_of, &self.share_of_total];
        [&self.sum_of, &self.change_of, rates[0], rates[1], rates[2]]
    }

    /// Whether its figures follow from other rows.
    pub(crate) fn follows(&self) -> bool {
        self.formulas().into_iter().any(Option::is_some)
    }

    /// A row of these cells and nothing else.
    fn of_cells(span: Span, cells: Vec<Cell>) -> Self {
        Self {
            span,
            cells,
            total: false,
            sums: None,
            sum_of: None,
            change_of: None,
            change_rate_of: None,
            share_of: None,
            share_of_total: None,
        }
    }
}

record! {
    /// Rows under a label that spans them all, repeated on each page.
    plain RowGroup: "행 묶음" {
        /// The label in the first column.
        required group: Cell = "첫 열의 이름(묶음 전체에 걸침)",
        /// The rows, without their first column; groups among them label the
        /// next column.
        required rows: Vec<TableRow> = "행들(첫 열 빼고). 다시 묶음일 수 있음",
    }
}

impl Decode for TableRow {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::List(_) => {
                let cells = Vec::decode(node, decoder)?;
                Some(Self::Row(Row::of_cells(node.span, cells)))
            }
            Value::Object(_) if node.member("group").is_some() => {
                RowGroup::decode(node, decoder).map(Box::new).map(Self::Group)
            }
            _ => Row::decode(node, decoder).map(Self::Row),
        }
    }

    fn schema(schemas: &mut Schemas) -> Json {
        let cells = Vec::<Cell>::schema(schemas);
        json!({ "anyOf": [cells, Row::schema(schemas), RowGroup::schema(schemas)] })
    }
}

record! {
    /// A cell. A string, a number, `"-"` and `null` (blank) are short
    /// spellings.
    short Cell: "칸: 글, 숫자, \"-\", null(빈칸) 또는 묶음", Cell::from_value {
        /// What it says.
        optional text: Text = "글",
        /// A number, set with separators at the right.
        optional number: Spanned<Decimal> = "숫자",
        /// Items, notes and paragraphs instead of a text.
        usual body: Vec<Block> = "글 대신 항목(◦ -), 딸린 줄, 문단",
        /// How the items are numbered; not at all if nothing is said.
        optional numbering: Spanned<String> = "항목의 번호: \"①\", \"가.\" …",
        /// A picture, below the words if there are any. Like the diagonal, it
        /// is boxed: few of many cells have one.
        optional picture: Box<Photo> = "그림",
        /// How many columns it spans.
        optional columns: Spanned<Whole<1, MOST_COLUMNS>> = "합친 열의 수",
        /// How many rows it spans.
        optional rows: Spanned<Whole<1, MOST_ROWS>> = "합친 행의 수",
        /// How it is aligned.
        optional align: Align = "정렬",
        /// Whether it is bold.
        usual strong: bool = "굵게",
        /// The name of the figure that its number repeats, to be proved. Names
        /// are boxed like pictures.
        optional same_as: Box<Spanned<String>> = "이 칸과 같아야 하는 수치의 이름: 세출.합계",
        /// The name of the figure that its number is not more than.
        optional at_most: Box<Spanned<String>> = "이 칸이 넘지 않아야 하는 수치의 이름",
        /// The name of the figure that its number is a part of: with the other
        /// parts in its row not more than that.
        optional part_of: Box<Spanned<String>> = "이 칸이 일부인 수치의 이름. 같은 행의 일부를 더해도 그 수치를 넘지 않아야 함",
        /// Two texts divided by a diagonal.
        optional diagonal: Box<Diagonal> = "대각선으로 나뉜 두 글(머리 칸)",
    }
}

impl Cell {
    /// Types of JSON that are a short spelling.
    const SHORT_TYPES: [&'static str; 3] = ["string", "number", "null"];

    /// How many columns and rows it spans.
    pub(crate) fn spans(&self) -> Spans {
        let columns = self.columns.as_ref().map_or(1, |columns| columns.value.get());
        let rows = self.rows.as_ref().map_or(1, |rows| rows.value.get());
        (columns as usize, rows as usize)
    }

    /// The names of figures that it says something of.
    pub(crate) fn calls(&self) -> impl Iterator<Item = &Spanned<String>> {
        [&self.same_as, &self.at_most, &self.part_of].into_iter().flatten().map(Box::as_ref)
    }

    fn blank(span: Span) -> Self {
        Self {
            span,
            text: None,
            number: None,
            body: Vec::new(),
            numbering: None,
            picture: None,
            columns: None,
            rows: None,
            align: None,
            strong: false,
            same_as: None,
            at_most: None,
            part_of: None,
            diagonal: None,
        }
    }

    fn from_value(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let blank = Self::blank(node.span);
        match &node.value {
            Value::Null => Some(blank),
            Value::Number(_) => {
                Some(Self { number: Some(Spanned::decode(node, decoder)?), ..blank })
            }
            _ => Some(Self { text: Some(Text::decode(node, decoder)?), ..blank }),
        }
    }
}

record! {
    /// A head cell that a diagonal divides.
    plain Diagonal: "대각선 칸" {
        /// The text below the diagonal, at the left.
        required below: Text = "대각선 아래(왼쪽) 글",
        /// The text above the diagonal, at the right.
        required above: Text = "대각선 위(오른쪽) 글",
    }
}
