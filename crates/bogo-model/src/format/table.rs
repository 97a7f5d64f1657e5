//! Tables of any shape.

use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::block::Block;
use super::text::Text;
use super::value::Photo;
use crate::json::{Decode, Decoder, Node, Schemas, Span, Spanned, Value, record, words};

record! {
    /// A table. Column widths, number format and alignment follow from what is
    /// in it unless they are given.
    plain Table: "표" {
        /// The line above the table, at its left.
        optional caption: Text = "표 제목",
        /// The unit, printed as `(단위: …)` above the table, at its right.
        optional unit: Text = "단위: 천원, 백만원, 명 … → (단위: 천원)",
        /// Any other words at that place.
        optional remark: Text = "단위 자리의 다른 말: (기준일: …)",
        /// What the table shows, for those who hear it.
        optional alt: String = "표 요약(읽어 주는 사람을 위해)",
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
    fn cells(&self) -> Box<dyn Iterator<Item = &Cell> + '_> {
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
        /// Whether it is set off as a total.
        usual total: bool = "합계 행으로 돋보이게",
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
                Some(Self::Row(Row { span: node.span, cells, total: false }))
            }
            Value::Object(members) if members.iter().any(|member| member.key == "group") => {
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
        optional number: Decimal = "숫자",
        /// Items, notes and paragraphs instead of a text.
        usual body: Vec<Block> = "글 대신 항목(◦ -), 딸린 줄, 문단",
        /// How the items are numbered; not at all if nothing is said.
        optional numbering: Spanned<String> = "항목의 번호: \"①\", \"가.\" …",
        /// A picture, below the words if there are any. Like the diagonal, it
        /// is boxed: few of many cells have one.
        optional picture: Box<Photo> = "그림",
        /// How many columns it spans.
        optional columns: Spanned<u32> = "합친 열의 수",
        /// How many rows it spans.
        optional rows: Spanned<u32> = "합친 행의 수",
        /// How it is aligned.
        optional align: Align = "정렬",
        /// Whether it is bold.
        usual strong: bool = "굵게",
        /// Two texts divided by a diagonal.
        optional diagonal: Box<Diagonal> = "대각선으로 나뉜 두 글(머리 칸)",
    }
}

impl Cell {
    /// Types of JSON that are a short spelling.
    const SHORT_TYPES: [&'static str; 3] = ["string", "number", "null"];

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
            diagonal: None,
        }
    }

    fn from_value(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let blank = Self::blank(node.span);
        match &node.value {
            Value::Null => Some(blank),
            Value::Number(_) => {
                Some(Self { number: Some(Decimal::decode(node, decoder)?), ..blank })
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
