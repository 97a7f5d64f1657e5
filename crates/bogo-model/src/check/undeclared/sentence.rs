//! Totals in sentences: `총 46대(내부 36대, 외부 10대)`.
//!
//! A number is a total where 총, 합계 or the like stands before it, or where
//! what is in the brackets behind it are the two or more names of a whole (남,
//! 여; 국비, 시비). Its parts are the numbers in the brackets, each the last of
//! what stands between commas or strokes, in the same unit or in none. Brackets
//! that say 등, 약, 이상 and the like are passed over.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use super::{edit, said};
use crate::check::rules;
use crate::check::sentences::{Role, Sentence};
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::figures::{Figures, ProofKind, Quantity, Scope, is_near, is_one_slip, subset_may_be};
use crate::format::{Amount, Item, Report, RunContent, Text, Visitor};
use crate::json::{Documents, Span};
use crate::korean::numbers::number_at_start;
use crate::manuscript::Manuscript;
use crate::{korean, message};

/// Words that say that a number is a total.
const TOTALS: [&str; 6] = ["합계", "계", "모두", "전체", "도합", "합"];

/// Words that begin with 총 and speak of no total.
const NO_TOTALS: [&str; 12] = [
    "총무", "총괄", "총리", "총선", "총장", "총회", "총동", "총력", "총평", "총론", "총각", "총기",
];

/// Words in brackets by which these do not hold all parts, or other things.
const OPEN: [&str; 28] = [
    "등",
    "약",
    "여",
    "이상",
    "이하",
    "내외",
    "포함",
    "제외",
    "중",
    "각",
    "~",
    "당",
    "%",
    "×",
    "별도",
    "미만",
    "초과",
    "이내",
    "최대",
    "최소",
    "평균",
    "외",
    "추경",
    "요구",
    "기정",
    "기투자",
    "누적",
    "신청",
];

/// Words by which what is in brackets is no part of a total, but how far one
/// got with it.
const STAGES: [&str; 18] = [
    "목표",
    "달성",
    "계획",
    "실적",
    "집행",
    "예정",
    "완료율",
    "잔액",
    "이월",
    "지출",
    "배정",
    "교부",
    "정원",
    "현원",
    "대상",
    "결원",
    "여유",
    "가용",
];

/// What makes of a name the other half of a whole: 응답, 무응답.
const NOT: [&str; 4] = ["무", "미", "비", "불"];

/// Names that are a whole together.
const WHOLES: [&[&str]; 7] = [
    &["남", "여"],
    &["남성", "여성"],
    &["남자", "여자"],
    &["상반기", "하반기"],
    &["내부", "외부"],
    &["찬성", "반대"],
    &[
        "국비",
        "도비",
        "시비",
        "구비",
        "군비",
        "시군비",
        "자부담",
        "민자",
        "민간",
        "기금",
        "특교세",
        "특별교부세",
        "교부세",
        "지방비",
        "국고",
        "기타",
    ],
];

/// The longest words before a total in which 총 is looked for, and between it
/// and its brackets, in characters.
const MOST_BEFORE: usize = 12;
const MOST_BETWEEN: usize = 8;

/// A total and its parts in the words of a sentence.
struct Listed {
    total: Number,
    parts: Vec<Number>,
    /// Whether the names of the parts are a whole together.
    is_whole: bool,
}

/// How a total is told.
struct Told<'n> {
    /// What it is called.
    name: &'n str,
    /// Whether the names of its parts are a whole together.
    is_whole: bool,
    /// How it is marked to be proved; an amount is by its parts.
    mark: Option<Mark>,
}

#[derive(Clone, Copy)]
enum Mark {
    /// As the only one of its line.
    Alone,
    /// With a name of its own.
    Named,
}

/// A number in the words of a sentence.
#[derive(Clone)]
struct Number {
    value: Decimal,
    unit: String,
    at: Range<usize>,
}

/// Findings about the sentences of a report.
pub(super) fn findings(
    manuscript: &Manuscript,
    report: &Report,
    figures: &Figures,
) -> Vec<Diagnostic> {
    let mut names = Names(BTreeSet::new());
    manuscript.visit(report, &mut names);
    let mut reader = Totals {
        documents: &manuscript.documents,
        figures,
        scope: figures.scope(report.span),
        label: String::new(),
        amount: None,
        names: names.0,
        found: Vec::new(),
    };
    manuscript.visit(report, &mut reader);
    reader.found
}

/// The names that marks of sums have.
struct Names(BTreeSet<String>);

impl<'m> Visitor<'m> for Names {
    fn text(&mut self, _: Role, text: &'m Text) {
        for run in &text.runs {
            if let RunContent::Sum(mark) = &run.content {
                self.0.insert(mark.name.clone());
            }
        }
    }
}

struct Totals<'f> {
    documents: &'f Documents,
    figures: &'f Figures,
    scope: Scope<'f>,
    /// The label of the line at hand.
    label: String,
    /// The amount of the line, which is the total of what it marks as parts.
    amount: Option<Quantity>,
    /// The names of sums that are taken.
    names: BTreeSet<String>,
    found: Vec<Diagnostic>,
}

impl<'m> Visitor<'m> for Totals<'_> {
    fn section(&mut self, span: Span) {
        self.scope = self.figures.scope(span);
    }

    fn line(&mut self, amount: Option<&'m Amount>) {
        self.label.clear();
        self.amount = amount.map(Quantity::of);
    }

    fn item(&mut self, _: &'m Item) {
        self.label.clear();
        self.amount = None;
    }

    fn text(&mut self, role: Role, text: &'m Text) {
        if role != Role::Label && !has_bracket(text) {
            return;
        }
        let sentence = Sentence::new(role, text, &self.scope);
        if role == Role::Label {
            self.label.clone_from(&sentence.text);
            if !has_bracket(text) {
                return;
            }
        }
        // Marks without a name are of the whole line.
        let marked = text.runs.iter().any(|run| match &run.content {
            RunContent::Sum(mark) => mark.name.is_empty(),
            _ => false,
        });
        let label = if role == Role::Label { "" } else { &self.label };
        let listed = listed(&sentence.text, label);
        let is_alone = listed.len() == 1 && !marked && self.amount.is_none();
        for list in &listed {
            self.tell(&sentence, list, is_alone);
        }
        if let Some(amount) = self.amount.clone().filter(|_| listed.is_empty() && !marked)
            && let Some((parts, true)) = parts_at_head(&sentence.text, &amount.unit)
        {
            let name = self.label.clone();
            self.compare(
                &sentence,
                amount,
                &parts,
                Told { name: &name, is_whole: true, mark: None },
            );
        }
    }
}

impl Totals<'_> {
    /// Tells a total of a sentence that is not what its parts add up to.
    fn tell(&mut self, sentence: &Sentence, list: &Listed, is_alone: bool) {
        let Some(span) = self.typed(sentence, &list.total) else { return };
        let Number { value, unit, at } = &list.total;
        let stated = Quantity { value: *value, unit: unit.clone(), span };
        let name = self.label_or(&sentence.text, at).to_owned();
        let mark = Some(if is_alone { Mark::Alone } else { Mark::Named });
        let told = Told { name: &name, is_whole: list.is_whole, mark };
        self.compare(sentence, stated, &list.parts, told);
    }

    /// Where a number is typed, if it is.
    fn typed(&self, sentence: &Sentence, number: &Number) -> Option<Span> {
        let (span, verbatim) = sentence.typed(self.documents, number.at.clone());
        (verbatim && sentence.is_literal(number.at.clone())).then_some(span)
    }

    /// Tells a total that is not what parts in a sentence add up to.
    fn compare(&mut self, sentence: &Sentence, stated: Quantity, parts: &[Number], told: Told<'_>) {
        let quantity = |part: &Number| {
            let span = self.typed(sentence, part)?;
            Some(Quantity { value: part.value, unit: part.unit.clone(), span })
        };
        let parts: Option<Vec<Quantity>> = parts.iter().map(quantity).collect();
        let Some(parts) = parts else { return };
        let Some(expected) = Quantity::sum(parts.iter(), &stated.unit) else { return };
        let decimals = stated.value.scale().max(expected.scale());
        let rounded = stated.may_be_rounded(expected, decimals, parts.len());
        // Where the names are no whole, others may be left out.
        let near = if told.is_whole { is_near } else { is_one_slip };
        if rounded || is_divided(&stated, &parts) || !near(stated.value, expected) {
            return;
        }
        let name = match told.mark {
            Some(Mark::Named) => self.free_name(),
            _ => String::new(),
        };
        let dot = if name.is_empty() { String::new() } else { format!(".{name}") };
        let message = said(ProofKind::Sum, told.name, &stated, expected);
        let help = match told.mark {
            Some(_) => message!(
                "합계를 {{계{dot}:…}}, 부분을 {{몫{dot}:…}}으로 표시하면 검산합니다. 다른 뜻이면 \"$allow\"에 까닭을 적으십시오.",
                "mark the total as {{계{dot}:…}} and its parts as {{몫{dot}:…}}, or say in `$allow` what else it is"
            ),
            None => message!(
                "부분을 {{몫:…}}으로 표시하면 amount를 검산합니다. 다른 뜻이면 \"$allow\"에 까닭을 적으십시오.",
                "mark the parts of the amount as {{몫:…}}, or say in `$allow` what else it is"
            ),
        };
        let mark = |word: &str, figure: &Quantity| -> Edit {
            let shown = &self.documents.get(figure.span.file).text;
            let shown = shown.get(figure.span.start as usize..figure.span.end as usize);
            let text = format!("{{{word}{dot}:{}}}", shown.unwrap_or_default());
            edit(figure.span, text, self.documents)
        };
        let total = told.mark.map(|_| mark("계", &stated));
        let edits = total.into_iter().chain(parts.iter().map(|part| mark("몫", part))).collect();
        let place = self.documents.place(stated.span);
        let mut found = rules::UNDECLARED_SUM.finding(place, message).with_help(help);
        for part in &parts {
            let value = korean::number(part.value);
            let place = self.documents.place(part.span);
            found = found.with_related(place, message!("{value}", "{value}"));
        }
        self.found.push(found.with_fix(Fix { edits }));
    }

    /// What a total is called: its line, or the words before it.
    fn label_or<'s>(&'s self, text: &'s str, at: &Range<usize>) -> &'s str {
        let before = text[..at.start].trim_end();
        let before = before.trim_end_matches([':', ' ', '\u{a0}']);
        let word = before.rsplit([' ', '\u{a0}', ',', '.', '(']).next().unwrap_or_default();
        match (word.is_empty(), self.label.is_empty()) {
            (true, false) => &self.label,
            (true, true) => "계",
            (false, _) => word,
        }
    }

    /// A name for a sum that no other has.
    fn free_name(&mut self) -> String {
        let names = (1..).map(|count| format!("합{count}"));
        let free = names.into_iter().find(|name| !self.names.contains(name)).unwrap_or_default();
        self.names.insert(free.clone());
        free
    }
}

/// Whether a text has a bracket in which parts could stand.
fn has_bracket(text: &Text) -> bool {
    text.runs.iter().any(|run| match &run.content {
        RunContent::Literal(words) => words.contains(['(', '[', '（', '〔']),
        _ => false,
    })
}

/// Whether one part is as much as all, or some of them are, so that they
/// divide the total in another way.
fn is_divided(total: &Quantity, parts: &[Quantity]) -> bool {
    let values: Option<Vec<Decimal>> =
        parts.iter().map(|part| part.converted(&total.unit)).collect();
    values.is_none_or(|values| {
        values.iter().any(|part| *part >= total.value) || subset_may_be(total.value, &values)
    })
}

/// The parts in the brackets with which a text begins, and whether they are a
/// whole together.
fn parts_at_head(text: &str, unit: &str) -> Option<(Vec<Number>, bool)> {
    let open = text.find(|c: char| !c.is_whitespace())?;
    let bracket = text[open..].chars().next().filter(|c| "([（〔".contains(*c))?;
    let inner = open + bracket.len_utf8();
    let parts = parts(text, inner..closing(text, inner)?, unit)?;
    let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    let is_whole = is_whole(&names);
    Some((parts.into_iter().map(|(_, number)| number).collect(), is_whole))
}

/// The totals of a text that have their parts in brackets behind them.
fn listed(text: &str, label: &str) -> Vec<Listed> {
    let mut found = Vec::new();
    for (open, bracket) in text.match_indices(['(', '[', '（', '〔']) {
        let inner = open + bracket.len();
        let Some(end) = closing(text, inner) else { continue };
        let Some((total, before)) = number_before(text, open) else { continue };
        let between = text[total.at.end..open].trim();
        let calls = calls_itself_total(&before, label);
        let Some(parts) = parts(text, inner..end, &total.unit) else { continue };
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        let (is_unit, is_whole) = (between == total.unit, is_whole(&names));
        let is_meant = match calls {
            true => is_unit || between.chars().count() <= MOST_BETWEEN + total.unit.chars().count(),
            false => is_unit && is_whole,
        };
        if is_meant {
            let parts = parts.into_iter().map(|(_, number)| number).collect();
            found.push(Listed { total, parts, is_whole });
        }
    }
    found
}

/// Where the bracket is closed whose inside begins here.
fn closing(text: &str, inner: usize) -> Option<usize> {
    let mut depth = 1;
    for (at, c) in text[inner..].char_indices() {
        match c {
            '(' | '[' | '（' | '〔' => depth += 1,
            ')' | ']' | '）' | '〕' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(inner + at);
        }
    }
    None
}

/// The last number before a place, in its clause, and the words before it.
fn number_before(text: &str, end: usize) -> Option<(Number, String)> {
    // The bracket may stand on a line of its own.
    let end = text[..end].trim_end().len();
    let clause = text[..end].rfind(['(', ')', '[', ']', '/', ';', '\n']).map_or(0, |at| at + 1);
    let (value, at) = last_number(text, clause..end)?;
    let unit = leading_unit(&text[at.end..end]);
    let before: Vec<char> = text[clause..at.start].chars().collect();
    let words = before[before.len().saturating_sub(MOST_BEFORE)..].iter().collect();
    Some((Number { value, unit, at }, words))
}

/// The last number of a range; separators within it are its own.
fn last_number(text: &str, range: Range<usize>) -> Option<(Decimal, Range<usize>)> {
    let part = &text[range.clone()];
    let end = part.rfind(|c: char| c.is_ascii_digit())? + 1;
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let start = part[..end]
        .rfind(|c| !is_part(c))
        .map_or(0, |at| at + part[at..].chars().next().map_or(1, char::len_utf8));
    // What a comma begins is no number.
    let start =
        start + part[start..end].len() - part[start..end].trim_start_matches([',', '.']).len();
    let (value, length) = number_at_start(&part[start..end])?;
    let is_signed = part[..start].ends_with(['△', '▲', '-', '−', '’', '\'', '제']);
    let whole = start + length == end && !is_signed && !goes_on(&part[..start]);
    whole.then(|| (value, range.start + start..range.start + end))
}

/// Whether words end in the first of several numbers of one amount: 1억
/// 2,000만원, 12억 5천만원, 3만5천명.
fn goes_on(before: &str) -> bool {
    let word = before.trim_end().trim_end_matches('원');
    let bare = word.trim_end_matches(['조', '억', '만', '천', '백', '십']);
    bare.len() < word.len() && bare.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// The unit behind a number: the letters up to a space or a sign; 만 명 is one.
fn leading_unit(after: &str) -> String {
    let (lead, rest) = match after.strip_prefix(' ') {
        Some(rest) => (" ", rest),
        None => ("", after),
    };
    let is_unit = |c: char| c.is_alphanumeric() || matches!(c, '㎡' | '㎢' | '㎥' | '²' | '³');
    let end = rest.find(|c| !is_unit(c)).unwrap_or(rest.len());
    let unit = &rest[..end];
    match Quantity::unit_at_start(&format!("{lead}{rest}")) {
        Some(known) => known.to_owned(),
        None if lead.is_empty() => unit.to_owned(),
        None => String::new(),
    }
}

/// Whether the words before a number, or the label of its line, say that it is
/// a total.
fn calls_itself_total(before: &str, label: &str) -> bool {
    let is_total = |word: &str| {
        let word = word.trim_matches(['\u{a0}', ':', '-', '·', '○', '□', '※', '*']);
        TOTALS.contains(&word)
            || word.starts_with('총') && !NO_TOTALS.iter().any(|other| word.starts_with(other))
    };
    let clause = before.rsplit([',', '.']).next().unwrap_or_default();
    let mut words = clause.split_whitespace();
    let own = words.any(is_total);
    own || clause.trim().is_empty() && label.split_whitespace().any(is_total)
}

/// Whether names are a whole together.
fn is_whole(names: &[&str]) -> bool {
    let is_other =
        |one: &str, other: &str| NOT.iter().any(|not| other.strip_prefix(not) == Some(one));
    if let [one, other] = names
        && (is_other(one, other) || is_other(other, one))
    {
        return true;
    }
    WHOLES.iter().any(|whole| names.iter().all(|name| whole.contains(name)))
}

/// The parts in brackets, each with its name; `None` where they are not all
/// there, or of something else.
fn parts(text: &str, range: Range<usize>, unit: &str) -> Option<Vec<(String, Number)>> {
    let inner = &text[range.clone()];
    let mut found = Vec::new();
    for item in items(inner) {
        let (start, end) = (range.start + item.start, range.start + item.end);
        // What is in brackets of its own says more about the part.
        let end = text[start..end].find(['(', '[', '（']).map_or(end, |at| start + at);
        let (value, at) = last_number(text, start..end)?;
        let own = text[at.end..end].trim();
        if !own.is_empty() && own != unit && !Quantity::converts(own, unit) {
            return None;
        }
        let name: String = text[start..at.start].split_whitespace().collect();
        let name = name.trim_end_matches([':', '-']).to_owned();
        found.push((name, Number { value, unit: own.to_owned(), at }));
    }
    // Parts between commas within parts between strokes divide a whole twice.
    let own = outside_brackets(inner);
    let inner = own.as_str();
    let is_divided_twice = inner.contains(['/', ';']) && items_by_commas(inner);
    let is_stage = |name: &String| STAGES.iter().any(|word| name.contains(word));
    if is_divided_twice || found.iter().any(|(name, _)| is_stage(name)) {
        return None;
    }
    let is_open = |word: &str| match word.chars().count() {
        1 if !matches!(word, "%" | "~" | "×") => is_word(inner, word),
        _ => inner.contains(word),
    };
    let has_units = found.iter().filter(|(_, number)| !number.unit.is_empty()).count();
    let is_even = has_units == 0 || has_units == found.len();
    let named = found.iter().all(|(name, _)| !name.is_empty());
    (found.len() > 1 && is_even && named && !OPEN.iter().any(|word| is_open(word))).then(|| {
        let in_unit = |(name, number): (String, Number)| {
            let own = if number.unit.is_empty() { unit.to_owned() } else { number.unit.clone() };
            (name, Number { unit: own, ..number })
        };
        found.into_iter().map(in_unit).collect()
    })
}

/// A text without what is in brackets within it.
fn outside_brackets(text: &str) -> String {
    let mut depth = 0;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth -= 1,
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// Whether commas that are no separators of numbers stand in a text.
fn items_by_commas(text: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(',').any(|(at, _)| {
        !is_digit(text[..at].chars().next_back()) || !is_digit(text[at + 1..].chars().next())
    })
}

/// Whether a syllable stands in a text as a word, or behind a number.
fn is_word(text: &str, syllable: &str) -> bool {
    text.match_indices(syllable).any(|(at, word)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let ends = after.is_none_or(|c| !c.is_alphanumeric());
        let begins = before.is_none_or(|c| !c.is_alphabetic());
        match syllable {
            // 남, 여 are names; 30여 명, 약 30 and 각 3 are not.
            "여" => before.is_some_and(|c| c.is_ascii_digit()),
            "약" | "각" => begins && after.is_none_or(|c| c == ' ' || c.is_ascii_digit()),
            "등" | "외" | "중" => ends && (begins || syllable == "등"),
            _ => ends,
        }
    })
}

/// The pieces of what is in brackets, between commas and strokes that are not
/// within numbers or brackets.
fn items(inner: &str) -> Vec<Range<usize>> {
    let bytes = inner.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth -= 1,
            ',' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => {}
            ',' | '/' | '、' | '·' | 'ㆍ' | '+' | ';' if depth == 0 => {
                found.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push(start..inner.len());
    found
}
