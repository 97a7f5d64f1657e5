//! Lengths of time beside the span that they are said to be of.

use std::ops::Range;

use super::super::dates::{Dates, TILDES, written_dates};
use super::super::{Hit, Reading};
use super::lines::Lines;
use super::ranges::typed_ranges;
use crate::check::listed::rule;
use crate::check::sentences::Sentence;
use crate::diagnostic::{Diagnostic, Message};
use crate::format::{Item, Period, Visitor};
use crate::korean;
use crate::korean::time::{Extent, Length, LengthClaim, LengthUnit, SaidLength};
use crate::message;

rule! {
    /// 기간 곁에 적은 길이(8개월, 90일간, 3년)가 그 기간의 길이인지 봅니다.
    ///
    /// ## 왜
    ///
    /// 기간을 고치면 괄호 속의 길이는 옛것으로 남기 쉽고, 4월부터 12월까지를 12에서 4를 빼어 8개월로 세기도 쉽습니다. 두 끝의 달을 다 세면 9개월입니다. 길이는 계약과 예산의 바탕이 됩니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                              바른 것
    /// 2019. 4. ~ 12.(8개월)                2019. 4. ~ 12.(9개월)
    /// ’24. 1. ~ 3., 총 2개월               ’24. 1. ~ 3., 총 3개월
    /// 2024. 1. 1. ~ 3. 31.(100일간)        2024. 1. 1. ~ 3. 31.(91일간)
    /// 2024. 1. ~ 2026. 12.(2년)            2024. 1. ~ 2026. 12.(3년)
    /// 사업기간 : 8개월(2019. 4. ~ 12.)     사업기간 : 9개월(2019. 4. ~ 12.)
    /// ```
    ///
    /// 자료의 기간에 딸린 길이도 봅니다.
    ///
    /// ```json
    /// { "label": "사업기간", "period": { "from": "2019-04", "to": "2019-12" }, "text": "(8개월)" }
    /// ```
    ///
    /// ```json
    /// { "label": "사업기간", "period": { "from": "2019-04", "to": "2019-12", "length": "8개월" } }
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 2024. 1. 1. ~ 3. 31.(90일간)    2024. 7. 1. ~ 7. 12.(10일간)    2024. 3. ~ 2027. 3.(3년)
    /// 2024. 7. 15. ~ 10. 31.(4개월)    2019. 4. ~ 12.(약 8개월)    2019. 4. ~ 12.(3개월 연장)
    /// ```
    ///
    /// ## 고치기
    ///
    /// 알림이 말하는 길이를 적거나 기간을 고칩니다. 늘 맞게 하려면 길이를 적지 않고 세게 합니다: `"length": "="`, 글에서는 `{=사업기간.개월}개월`.
    ///
    /// 흔히 쓰는 셈 가운데 하나라도 맞으면 알리지 않습니다. 달만 적은 기간은 두 끝의 달을 다 셉니다. 날까지 적은 기간의 날수는 첫날을 넣어도 빼어도 되고, 평일만 세어도 됩니다. 달과 해가 다 차지 않으면 올려도 버려도 됩니다. 해만 적은 기간은 한 해 적어도 됩니다. ‘약’, ‘여’, ‘내외’가 있으면 가까우면 됩니다. ‘(20일)’처럼 ‘간’이 없는 날수와 주수는 행사를 하는 날일 수 있으므로, 일이 쉬지 않는 기간(공사·사업·계약·용역·과업·공고·임대·사용·접수·모집기간)이라고 적은 곳이 아니면 기간보다 길 때에만 알립니다. ‘기간’이라고만 적은 곳도 그렇습니다. 길이 곁에 횟수가 있으면(`1. ~ 12.(3개월, 4회)`) 한 번의 길이일 수 있으므로, 한 달 모자라게 세었고 횟수가 달수보다 많을 때(`5. ~ 7.(2개월, 12회)`)에만 알립니다.
    DURATION = "duration": Figures, Error, "기간과 그 길이", "a span of time and its length";
    checks: [Dates(hits), Report(findings)];
    wrong: Text [
        "2019. 4. ~ 12.(8개월)",
        "’24. 1. ~ 3., 총 2개월",
        "2024. 1. 1. ~ 3. 31.(100일간)",
        "2024. 1. ~ 2026. 12.(2년)",
        "사업기간 : 8개월(2019. 4. ~ 12.)",
    ], Body [
        r#"[{ "label": "사업기간", "period": { "from": "2019-04", "to": "2019-12" }, "text": "(8개월)" }]"#,
        r#"[{ "label": "사업기간",
              "period": { "from": "2019-04", "to": "2019-12", "length": "8개월" } }]"#,
    ];
    right: Text [
        "2019. 4. ~ 12.(9개월)",
        "’24. 1. ~ 3., 총 3개월",
        "2024. 1. 1. ~ 3. 31.(91일간)",
        "2024. 1. ~ 2026. 12.(3년)",
        "사업기간 : 9개월(2019. 4. ~ 12.)",
        "2024. 1. 1. ~ 3. 31.(90일간)",
        "2024. 7. 1. ~ 7. 12.(10일간)",
        "2024. 3. ~ 2027. 3.(3년)",
        "2024. 7. 15. ~ 10. 31.(4개월)",
        "2019. 4. ~ 12.(약 8개월)",
        "2019. 4. ~ 12.(3개월 연장)",
        "1. ~ 12.(3개월, 4회)",
    ], Body [
        r#"[{ "label": "사업기간",
              "period": { "from": "2019-04", "to": "2019-12", "length": "9개월" } }]"#,
    ];
}

/// A length as it is typed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TypedLength {
    said: SaidLength,
    range: Range<usize>,
    /// How often something takes place, where that is said behind it.
    times: Option<u32>,
}

impl TypedLength {
    /// Whether it may be right of one of the spans that it may stand beside. So
    /// many times that long they can hold: `1. ~ 12.(3개월, 4회)`.
    fn may_be(&self, said: SaidLength, extents: &[Extent]) -> bool {
        let agrees = extents.iter().any(|extent| extent.may_be(said));
        let Some(times) = self.times else { return agrees };
        // Counted one month short, with more times than months, it is the whole
        // and not the length of one time.
        let short = |extent: &Extent| match (said.length, extent.count(LengthUnit::Months)) {
            (Length::Months(said), Some(months)) => said + 1 == months && times > months,
            _ => false,
        };
        agrees || !extents.iter().all(short)
    }
}

/// Lengths behind or before a range in the same text that are not its own.
fn hits(dates: &Dates<'_>) -> Vec<Hit> {
    let text = dates.text();
    let counts = ['일', '주', '월', '년', '달'].iter().any(|unit| text.contains(*unit));
    if !counts || !(text.contains(TILDES) || text.contains("부터")) {
        return Vec::new();
    }
    let year = dates.reading.year();
    let ranges = typed_ranges(text, &dates.all);
    let unbroken = !ranges.is_empty() && is_unbroken(text);
    let hits = ranges.into_iter().filter_map(|range| {
        let extents = range.extents(year);
        let length = length_behind(text, range.range.end)
            .or_else(|| length_before(text, range.range.clone()))?;
        let said = SaidLength { whole: length.said.whole || unbroken, ..length.said };
        let wrong = !extents.is_empty() && !length.may_be(said, &extents);
        wrong.then(|| {
            let (typed, span) = (&text[length.range.clone()], &text[range.range.clone()]);
            hit(length.range.clone(), typed, span, extents[0], said)
        })
    });
    hits.collect()
}

/// Periods in which work goes on all the time. Others (교육기간, 기간) may have
/// days on which nothing takes place.
const UNBROKEN: [&str; 10] =
    ["공사", "사업", "계약", "용역", "과업", "공고", "임대", "사용", "접수", "모집"];

/// Whether words name a period in which work goes on: 공사기간.
fn is_unbroken(words: &str) -> bool {
    let words = korean::without_spaces(words);
    let mut periods = words.match_indices("기간");
    periods.any(|(at, _)| UNBROKEN.iter().any(|word| words[..at].ends_with(word)))
}

/// What a length says beside these words.
fn beside(said: SaidLength, words: &str) -> SaidLength {
    SaidLength { whole: said.whole || is_unbroken(words), ..said }
}

fn hit(range: Range<usize>, typed: &str, span: &str, extent: Extent, said: SaidLength) -> Hit {
    let (message, help) = words(typed, span, extent, said);
    Hit::new(&DURATION, range, message).with_help(help)
}

/// What is wrong, and what would be right.
fn words(typed: &str, span: &str, extent: Extent, said: SaidLength) -> (Message, Message) {
    let right = extent.instead_of(said.length).in_units_of(typed);
    let message = message!(
        "기간의 길이가 맞지 않습니다 – ‘{span}’, 적힌 길이 {typed}, 세면 {right}",
        "`{span}` is {right} long, not {typed}"
    );
    let help = message!(
        "맞는 길이: {right}. 기간이 틀렸으면 기간을 고치십시오. 두 끝의 달은 다 셉니다.",
        "{right} would agree, or mend the period; the months of both ends count"
    );
    (message, help)
}

/// The length that stands right behind a range: `(8개월)`, `, 8개월`, ` 총 8개월`.
fn length_behind(text: &str, end: usize) -> Option<TypedLength> {
    let rest = &text[end..];
    let rest = rest.strip_prefix("까지").unwrap_or(rest).trim_start();
    if let Some(inner) = rest.strip_prefix(['(', '[', '〔']) {
        return length_at(text, text.len() - inner.trim_start().len());
    }
    let listed = rest.strip_prefix([',', '/', '·']);
    let at = text.len() - listed.unwrap_or(rest).trim_start().len();
    let length = length_at(text, at)?;
    let named = ["총", "약", "도합"].iter().any(|word| text[at..].starts_with(word));
    let behind = text[length.range.end..].trim_start_matches(' ');
    let ends = behind.is_empty() || behind.starts_with([')', ']', '\n']);
    (named || listed.is_some() || ends).then_some(length)
}

/// The length that begins at a byte, if nothing behind it makes something
/// else of it.
fn length_at(text: &str, at: usize) -> Option<TypedLength> {
    let (said, length) = SaidLength::at_start(&text[at..])?;
    let end = at + length;
    let rest = &text[end..];
    let closed = rest.is_empty() || rest.starts_with([')', ']', '〕', ',', ';', '\n']);
    let named = ["예정", "소요", "계획", "진행"].iter().any(|word| {
        let behind = rest.trim_start_matches(' ').strip_prefix(word);
        behind.is_some_and(|behind| behind.is_empty() || behind.starts_with([')', ']', ',']))
    });
    let times = match times(rest) {
        Some((_, unit)) if unit != '회' => return None,
        Some((times, _)) => Some(times),
        None => None,
    };
    (closed || named).then_some(TypedLength { said, range: at..end, times })
}

/// How often something takes place, and in what it is counted, where that
/// stands behind a length: `, 4회)`.
fn times(rest: &str) -> Option<(u32, char)> {
    let near = rest.char_indices().nth(30).map_or(rest, |(end, _)| &rest[..end]);
    let inside = near.split([')', ']', '\n']).next().unwrap_or_default();
    inside.match_indices(['회', '기', '차', '반']).find_map(|(at, unit)| {
        let before = &inside[..at];
        let digits = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        Some((before[digits..].parse().ok()?, unit.chars().next()?))
    })
}

/// The length before a range in brackets: `9개월(2019. 4. ~ 12.)`.
fn length_before(text: &str, range: Range<usize>) -> Option<TypedLength> {
    let closes = text[range.end..].trim_start().starts_with([')', ']']);
    let before = text[..range.start].trim_end().strip_suffix(['(', '['])?.trim_end();
    let begins = before.rfind([':', '\n', ',', '(', '/']).map_or(0, |at| at + 1);
    // 착공일로부터 9개월(…)
    let counted = before[begins..].rfind("부터").map_or(0, |at| at + "부터".len());
    let begins = begins + counted;
    let at = before.len() - before[begins..].trim_start().len();
    let said = SaidLength::of(&before[at..]).filter(|_| closes)?;
    Some(TypedLength { said, range: at..before.len(), times: None })
}

/// Lengths that a period says of itself, and those in the text or label beside
/// it.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut reader = Periods { reading, lines: Lines::of(reading), found: Vec::new() };
    reading.manuscript.visit(reading.report, &mut reader);
    reader.found
}

/// Proves the lengths of periods while a report is read.
struct Periods<'r> {
    reading: &'r Reading<'r>,
    lines: Lines<'r>,
    found: Vec<Diagnostic>,
}

impl<'m> Visitor<'m> for Periods<'_> {
    fn item(&mut self, item: &'m Item) {
        let Some(period) = &item.period else {
            return self.typed_value(item);
        };
        let Some(extent) = period.to.and_then(|to| Extent::new(period.from, to)) else { return };
        self.declared(period, extent);
        let span = period.printed().unwrap_or_default();
        let text = self.lines.sentence(item.text.as_ref());
        let label = self.label(item);
        if let Some(text) = text.filter(|_| period.length.is_none())
            && let Some(length) = length_behind(&text.text, 0)
        {
            let context = label.map(|label| label.text.as_str()).unwrap_or_default();
            let said = beside(length.said, context);
            self.compare(text, &length, said, &span, &[extent]);
        }
        self.in_label(label, &span, &[extent]);
    }
}

impl<'r> Periods<'r> {
    fn label(&self, item: &Item) -> Option<&'r Sentence> {
        self.lines.sentence(item.label.as_ref())
    }

    /// A range that is typed as the value of a label, which may hold the length
    /// or tell what it is of: `사업기간(9개월) : 2019. 4. ~ 12.`
    fn typed_value(&mut self, item: &Item) {
        let Some(label) = self.label(item) else { return };
        if !label.text.ends_with(')') && !is_unbroken(&label.text) {
            return;
        }
        let Some(text) = self.lines.sentence(item.text.as_ref()) else { return };
        let year = self.reading.year();
        let ranges = typed_ranges(&text.text, &written_dates(&text.text, year));
        let [range] = ranges.as_slice() else { return };
        let (extents, span) = (range.extents(year), &text.text[range.range.clone()]);
        if range.range == (0..text.text.len()) {
            self.in_label(Some(label), span, &extents);
        }
        let Some(length) = length_behind(&text.text, range.range.end) else { return };
        // What is wrong without the label has been told.
        if length.may_be(length.said, &extents) {
            self.compare(text, &length, beside(length.said, &label.text), span, &extents);
        }
    }

    /// The length in brackets at the end of a label.
    fn in_label(&mut self, label: Option<&'r Sentence>, span: &str, extents: &[Extent]) {
        let Some(label) = label else { return };
        let text = &label.text;
        let inner = text.strip_suffix(')').and_then(|head| head.rsplit_once('('));
        let Some((head, inner)) = inner else { return };
        let Some(said) = SaidLength::of(inner.trim()) else { return };
        let range = head.len() + 1..text.len() - 1;
        let length = TypedLength { said, range, times: None };
        self.compare(label, &length, beside(said, text), span, extents);
    }

    fn compare(
        &mut self,
        sentence: &Sentence,
        length: &TypedLength,
        said: SaidLength,
        span: &str,
        extents: &[Extent],
    ) {
        if extents.is_empty() || length.may_be(said, extents) {
            return;
        }
        let typed = &sentence.text[length.range.clone()];
        let span = span.replace(korean::GLUE, " ");
        let hit = hit(length.range.clone(), typed, &span, extents[0], said);
        self.found.push(self.reading.finding(sentence, hit));
    }

    /// The length that a period says of itself.
    fn declared(&mut self, period: &Period, extent: Extent) {
        let Some(length) = &period.length else { return };
        let Some(LengthClaim::Said(said)) = LengthClaim::parse(&length.value) else { return };
        // What is declared to be the length is it, whatever takes place.
        let whole = SaidLength { whole: true, ..said };
        if extent.may_be(whole) {
            return;
        }
        let span = period.printed().unwrap_or_default().replace(korean::GLUE, " ");
        let (message, help) = words(length.value.trim(), &span, extent, said);
        let place = self.reading.manuscript.documents.place(length.span);
        self.found.push(DURATION.finding(place, message).with_help(help));
    }
}
