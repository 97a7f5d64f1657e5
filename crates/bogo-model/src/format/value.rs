//! Values that are typed: moments, periods, amounts, figures, photographs.

use crate::diagnostic::Form;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::text::Text;
use crate::json::{Decode, Decoder, Node, Schemas, Spanned, Value, record, words};
use crate::message;

/// A year, a month of it, or a day of that: `2024`, `2024-09`, `2024-09-30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The year, 1900 to 2999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month; only with a month.
    pub day: Option<u8>,
}

impl Moment {
    /// Reads the ISO spelling; `None` if it is none or no day of the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let digits = |part: &str, count: usize| {
            (part.len() == count && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let year = digits(parts.first()?, 4).filter(|year| (1900..3000).contains(year))?;
        let mut moment = Self { year, month: None, day: None };
        if let Some(part) = parts.get(1) {
            moment.month = Some(digits(part, 2).filter(|month| (1..=12).contains(month))? as u8);
        }
        if let Some(part) = parts.get(2) {
            let last = days_in_month(year, moment.month?);
            moment.day =
                Some(digits(part, 2).map(|day| day as u8).filter(|day| (1..=last).contains(day))?);
        }
        (parts.len() <= 3).then_some(moment)
    }
}

/// How many days the month has.
pub(crate) fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A stand-in for a date that is wrong; no report bears it.
impl Default for Moment {
    fn default() -> Self {
        Self { year: 1900, month: None, day: None }
    }
}

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
    /// How months without a day are printed.
    MonthStyle: "달 표기" {
        /// `2024. 1월 ~ 12월`
        Named = "월",
        /// `2024. 9. ~ 10.`
        Dotted = ".",
        /// By the quarters that they make up: `2026년 3분기 ~ 4분기`
        Quarters = "분기",
        /// By the halves of years that they make up: `2026년 하반기`
        Halves = "반기",
        /// By the years that they make up: `2024년 ~ 2026년`
        Years = "년",
    }
}

words! {
    /// How the year of a period is printed.
    YearStyle: "해 표기" {
        /// `2019. 4. ~ 12.`
        Full = "full",
        /// `’19. 4. ~ 12.`
        Short = "short",
        /// `4. ~ 12.`
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
    /// A picture of the edition.
    plain Photo: "그림" {
        /// The file below the edition's folder.
        required file: Spanned<String> = "그림 파일: images/….jpg (JPEG, PNG, BMP, GIF, WebP)",
        /// What is seen, for those who cannot see it.
        wanted alt: Spanned<String> = "대체 텍스트: 보지 못하는 사람에게 무엇이 보이는지",
        /// The line below the picture.
        optional caption: Text = "그림 아래의 설명",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_of_the_calendar() {
        assert_eq!(
            Moment::parse("2024-02-29"),
            Some(Moment { year: 2024, month: Some(2), day: Some(29) })
        );
        for wrong in ["2023-02-29", "2024-13", "2024-9", "24-09", "2024-09-30-1", "", "2024-00"] {
            assert_eq!(Moment::parse(wrong), None, "{wrong}");
        }
    }
}
