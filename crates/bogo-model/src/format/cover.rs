//! What stands before the chapters: the cover and the table of contents; and
//! what a chapter says of its title page.

use serde_json::{Value as Json, json};

use super::text::Text;
use super::value::Photo;
use crate::json::{Decode, Decoder, Node, Schemas, Span, Spanned, Value, record, words};

/// A text that has a usual one in its place, or `null` where nothing is to be
/// printed.
#[derive(Debug, Clone)]
pub enum TextOrNone {
    /// What is printed instead of the usual text.
    Text(Text),
    /// That nothing is printed.
    None(Span),
}

impl TextOrNone {
    /// The text, if there is one.
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) => Some(text),
            Self::None(_) => None,
        }
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Text(text) => text.span,
            Self::None(span) => *span,
        }
    }
}

impl Decode for TextOrNone {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Null => Some(Self::None(node.span)),
            _ => Text::decode(node, decoder).map(Self::Text),
        }
    }

    fn schema(schemas: &mut Schemas) -> Json {
        json!({ "anyOf": [Text::schema(schemas), { "type": "null" }] })
    }
}

record! {
    /// The cover.
    plain Cover: "표지" {
        /// Where it stands; on a page of its own if nothing is said.
        optional place: CoverPlace = "자리: page(한 쪽, 보통), head(첫 쪽 머리), none(없음)",
        /// Lines above the title.
        usual lead: Vec<Text> = "제목 위의 글",
        /// The date as it is printed; from the report's date if nothing is said.
        optional date: TextOrNone = "찍을 날짜: 2024. 09. 없으면 보고서 날짜, null이면 찍지 않음",
        /// Lines below the date: place and time.
        usual lines: Vec<Text> = "날짜 아래의 글: 장소, 시각",
        /// The department as it is printed; the report's if nothing is said.
        optional department: TextOrNone =
            "찍을 부서 이름. 없으면 보고서의 부서, null이면 찍지 않음",
        /// The organisation's sign.
        optional logo: Photo = "기관 상징. 자리는 테마의 cover.logo_place",
        /// A picture between title and date.
        optional picture: Photo = "제목과 날짜 사이의 그림: 사진, 조감도",
        /// Whether the organisation's name is printed; where nothing is said,
        /// only if the report has no department.
        optional organisation: Spanned<bool> = "기관 이름을 찍는지. 보통 부서가 없을 때만",
        /// Whether its back stays blank.
        optional blank_back: Spanned<bool> =
            "표지 뒷면을 비우는지(양면 인쇄): 목차와 1쪽이 오른쪽 면에 놓임",
    }
}

words! {
    /// Where the cover stands.
    CoverPlace: "표지의 자리" {
        /// On a page of its own.
        Page = "page",
        /// At the head of the first page.
        Head = "head",
        /// Nowhere.
        None = "none",
    }
}

words! {
    /// What the table of contents lists.
    ContentsDepth: "목차" {
        /// There is none.
        None = "none",
        /// The chapters.
        Chapters = "chapters",
        /// Chapters, and their sections and projects.
        Sections = "sections",
    }
}

record! {
    /// The table of contents; a word alone is its depth.
    Contents: "목차" {
        /// Its title; `목 차` if nothing is said.
        optional title: Text = "제목: 보고순서, 차례. 없으면 목 차",
        /// What it lists; chapters if nothing is said.
        optional depth: ContentsDepth = "none(없음), chapters(장, 보통), sections(절과 사업까지)",
    }
}

impl Decode for Contents {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        if let Value::Object(_) = node.value {
            return Self::read(node, decoder);
        }
        let depth = Some(ContentsDepth::decode(node, decoder)?);
        Some(Self { span: node.span, title: None, depth })
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.define("Contents", |schemas| {
            let depth = ContentsDepth::schema(schemas);
            json!({ "anyOf": [depth, Self::object_schema(schemas)], "description": "목차" })
        })
    }
}

words! {
    /// What a chapter's title page says below its title.
    DividerList: "속표지" {
        /// The department and its teams.
        Teams = "teams",
        /// The chapter's sections and projects.
        Contents = "contents",
        /// Nothing.
        Title = "title",
    }
}
