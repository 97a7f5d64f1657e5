//! Values that are typed: moments, periods, amounts, figures, photographs.

use crate::diagnostic::Form;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::text::Text;
use crate::json::{Decode, Decoder, Node, Schemas, Spanned, Value, record, words};
use crate::korean::time::{Moment, MonthStyle, PeriodStyle, YearStyle};
use crate::message;

impl Decode for Moment {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = match &node.value {
            Value::Number(number) => number.clone(),
            _ => String::decode(node, decoder)?,
        };
        let moment = Self::parse(&text);
        if moment.is_none() {
            decoder.error(
                Form::Date,
                node.span,
                message!("날짜가 아닙니다: {text}", "this is not a date: {text}"),
                Some(message!(
                    "\"2024-09-30\", \"2024-09\", \"2024\" 꼴의 실제 날짜를 쓰십시오.",
                    "write a real date as \"2024-09-30\", \"2024-09\" or \"2024\""
                )),
            );
        }
        moment
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.define("Moment", |_| {
            json!({
                "type": "string",
                "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
                "description": "날짜: 2024-09-30, 2024-09, 2024",
            })
        })
    }
}

words! {
    spelt MonthStyle: "달 표기" {
        Named = "월",
        Dotted = ".",
        Quarters = "분기",
        Halves = "반기",
        Years = "년",
    }
}

words! {
    spelt YearStyle: "해 표기" {
        Full = "full",
        Short = "short",
        None = "none",
    }
}

record! {
    /// A span of time.
    plain Period: "기간" {
        /// The first month or day.
        required from: Moment = "시작: 2024-07-15 또는 2024-07",
        /// The last; without it the period is open.
        optional to: Moment = "끝. 없으면 ‘2024. 7. ~’",
        /// How months are printed; named ones if nothing is said.
        optional months: MonthStyle = "날 없는 달의 표기: \"월\"(1월 ~ 12월), \".\"(9. ~ 10.), \"분기\", \"반기\", \"년\"",
        /// How the year is printed; in full if nothing is said.
        optional year: YearStyle = "해의 표기: full(2019.), short(’19.), none(쓰지 않음)",
        /// How long it is, printed in brackets: to be proved, or, where it
        /// begins with `=`, to be computed.
        optional length: Spanned<String> = "괄호 안에 찍을 길이. \"9개월\"은 검산하고, \"=\"(또는 \"=개월\", \"=일\", \"=주\", \"=년\")은 계산함",
        /// The name by which steps elsewhere lie within it (`within`), and
        /// sentences call its length: `{=이름.개월}`.
        optional name: Spanned<String> = "이 기간의 이름. \"within\"으로 부르고, 글에서 {=이름.개월}, {=이름.일}로 길이를 부름",
    }
}

impl Period {
    /// It as it is printed, without its length; `None` where it cannot be
    /// printed in the style that it asks for.
    pub(crate) fn printed(&self) -> Option<String> {
        let months = self.months.unwrap_or_default();
        let style = PeriodStyle { months, year: self.year.unwrap_or_default() };
        style.period(self.from, self.to)
    }
}

record! {
    /// A sum of money or a count with its unit.
    plain Amount: "금액" {
        /// How much.
        required value: Spanned<Decimal> = "수치. 쉼표 없이",
        /// The unit, printed right behind.
        required unit: Text = "단위: 천원, 백만원, 억원, 명 …",
        /// The name by which the report calls it elsewhere: `{=이름}`.
        optional name: Spanned<String> = "이 값의 이름. 글에서 {=이름}으로 부름",
        /// The name of the sum that it is, whose parts are marked elsewhere in
        /// the section: `{몫.이름:…}`.
        optional total_of: Spanned<String> = "이 값이 합인 몫의 이름: {몫.이름:…}",
        /// The name of the figure that it repeats, to be proved.
        optional same_as: Spanned<String> = "이 값과 같아야 하는 수치의 이름: 소요예산.합계",
        /// The name of the figure that it is not more than, to be proved.
        optional at_most: Spanned<String> = "이 값이 넘지 않아야 하는 수치의 이름",
        /// The name of the figure that it is a part of: with the other parts
        /// on its line not more than that.
        optional part_of: Spanned<String> = "이 값이 일부인 수치의 이름. 같은 줄의 일부를 더해도 그 수치를 넘지 않아야 함",
    }
}

impl Amount {
    /// The names of figures that it says something of.
    pub(crate) fn calls(&self) -> impl Iterator<Item = &Spanned<String>> {
        [&self.same_as, &self.at_most, &self.part_of].into_iter().flatten()
    }
}

/// A number of a table: a number, `"-"` for none, `null` for a blank cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// This much, zero included.
    Number(Decimal),
    /// A dash: there is none.
    None,
    /// Nothing is printed: not known or not applicable.
    Blank,
}

impl Figure {
    /// What it adds to a sum.
    pub fn amount(self) -> Decimal {
        match self {
            Self::Number(number) => number,
            Self::None | Self::Blank => Decimal::ZERO,
        }
    }
}

/// Whether a text was meant to be no number: blank, or a dash of another kind.
fn is_blank_or_dash(text: &str) -> bool {
    text.trim().chars().all(|c| matches!(c, '-' | '–' | '—' | '―' | '－' | 'ㅡ' | '−'))
}

impl Decode for Figure {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Null => Some(Self::Blank),
            Value::Text(text) if text == "-" => Some(Self::None),
            Value::Text(text) if is_blank_or_dash(text) => {
                decoder.error(
                    Form::WrongType,
                    node.span,
                    message!(
                        "수가 아닌 글입니다: \"{text}\"",
                        "this text is no number: \"{text}\""
                    ),
                    Some(message!(
                        "빈칸은 null, 없음은 \"-\"로 쓰십시오.",
                        "write null for a blank cell, \"-\" for none"
                    )),
                );
                None
            }
            _ => Decimal::decode(node, decoder).map(Self::Number),
        }
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.define("Figure", |_| {
            json!({
                "anyOf": [{ "type": "number" }, { "const": "-" }, { "type": "null" }],
                "description": "수치. 없음은 \"-\", 빈칸은 null.",
            })
        })
    }
}

record! {
    /// A picture of the edition, as an office names it. What becomes of it, step
    /// by step, the crate `bogo-pictures` tells.
    plain Photo: "그림" {
        /// The file below the edition's folder.
        required file: Spanned<String> = "그림 파일: images/….jpg (JPEG, PNG, BMP, GIF, WebP)",
        /// What is seen, for those who cannot see it.
        wanted alt: Spanned<String> = "대체 텍스트: 보지 못하는 사람에게 무엇이 보이는지",
        /// The line below the picture.
        optional caption: Text = "그림 아래의 설명",
    }
}
