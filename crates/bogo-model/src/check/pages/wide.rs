//! Tables whose type is small because their words would not fit otherwise.

use std::collections::BTreeMap;

#[cfg(test)]
use super::fixture;
use super::{LaidText, Owner, Pages};
use crate::check::listed::rule;
use crate::diagnostic::{Diagnostic, Message};
use crate::edition::{Remedy, Table};
use crate::format::Align;
use crate::korean::GLUE;
use crate::message;
use crate::resolve::tables::columns::{COMFORTABLE_PT, LONGEST_WORD, PT_PER_MM, extent};

rule! {
    /// 낱말이나 숫자가 열에 들어가도록 표의 활자가 10포인트보다 작아졌는지, 가장 작은 활자(8포인트)로도 들어가지 않는지 조판된 쪽에서 봅니다. 소요예산·예산현황·인력현황·주요업무 표처럼 저절로 만들어지는 표도 같습니다.
    ///
    /// ## 왜
    ///
    /// 열이 많은 표는 활자를 12포인트에서 8포인트까지 줄여 가며 맞춥니다. 10포인트보다 작은 글은 읽기 힘들고, 8포인트로도 넘치면 낱말은 음절 가운데에서, 숫자는 쉼표 뒤에서 갈립니다. 숫자를 잘못 읽히게 하는 표는 없느니만 못합니다.
    ///
    /// ## 보기
    ///
    /// 세로 쪽의 열 열여섯 개에 이런 숫자가 들어 있으면 찾습니다.
    ///
    /// ```text
    /// 구분 | 1월 | 2월 | … | 15월
    /// 합계 | 1,234,567,890 | 1,234,567,890 | …
    /// ```
    ///
    /// 같은 표를 가로 쪽에 놓으면 괜찮습니다.
    ///
    /// ```json
    /// { "kind": "table", "landscape": true, "head": [["구분", "1월"]], "rows": [["합계", 1234567890]] }
    /// ```
    ///
    /// ## 고치기
    ///
    /// - 가로 쪽에 놓습니다: `"landscape": true`
    /// - 단위를 키웁니다: 원 → 천원 → 백만원
    /// - 열 너비를 손수 정했으면(`"width"`) 그 열을 넓힙니다.
    /// - 표를 둘로 나눕니다.
    ///
    /// 활자의 크기는 글자 수로 어림한 너비로 정하지만, 어느 말이 들어가지 않는지는 조판된 쪽을 보고 말합니다. 쪽에서 보아 10포인트로도 모두 들어갈 표라면 활자가 작다고만 합니다.
    TABLE_TOO_WIDE = "table-too-wide": Pages, Warning, "너무 넓은 표", "a table that is too wide";
    checks: [Pages(findings)];
    wrong: Laid [
        || fixture::pages(&[&["사업", "1,234,567,890"]]).of(months(15, false)),
        || fixture::pages(&[&["사업", "1,234,567,890"]]).of(months(7, false)),
    ];
    right: Laid [
        || fixture::pages(&[&["사업", "1,234,567,890"]]).of(months(7, true)),
    ];
}

/// Widths of words that share a line with others are known to this part.
const SHARED: f64 = 0.95;

/// A word of a cell.
struct Word {
    letters: String,
    /// The column in which its cell begins.
    column: usize,
    /// What its cell has of the table's width.
    part: f64,
    /// Whether it is broken only where nothing else helps: numbers, and all
    /// but very long words.
    is_whole: bool,
}

/// Tables whose type is smaller than is read with ease. Widths were reckoned
/// before the table was set; which word lacks room is told from the page.
fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, section) in pages.sections.iter().enumerate() {
        for table in section.iter().flat_map(|section| section.tables()) {
            let Some(remedy) = table.tight else { continue };
            let texts = texts(pages, index, table);
            if texts.is_empty() {
                continue;
            }
            let size = (table.size * 10.0).round() / 10.0;
            let words = words(table);
            let (message, is_named) = match (
                broken(&words, &texts),
                tight(pages, table, &words, &texts),
            ) {
                (Some(word), _) => {
                    let (letters, column) = (&word.letters, word.column + 1);
                    let message = message!(
                        "표가 너무 넓습니다: {column}번째 열에 {size}포인트로도 들어가지 않는 말이 있습니다: {letters}",
                        "the table is too wide: `{letters}` in column {column} does not fit at {size} points"
                    );
                    (message, true)
                }
                (None, Some(word)) => {
                    let (letters, column) = (&word.letters, word.column + 1);
                    let message = message!(
                        "표가 너무 넓어 활자가 {size}포인트로 작아집니다: {column}번째 열에 {COMFORTABLE_PT}포인트로는 들어가지 않는 말이 있습니다: {letters}",
                        "the table is so wide that its type is {size} points: `{letters}` in column {column} would not fit at {COMFORTABLE_PT}"
                    );
                    (message, true)
                }
                (None, None) => {
                    let message = message!(
                        "표의 활자가 {size}포인트로 작습니다",
                        "the table is set in type of {size} points"
                    );
                    (message, false)
                }
            };
            let owner = Owner { section: index, passage: table.passage.number };
            let help = help(remedy, is_named, table.landscape);
            found.push(TABLE_TOO_WIDE.finding(pages.place(owner), message).with_help(help));
        }
    }
    found
}

/// What is written of a table, each text with the page that it stands on.
fn texts<'p>(pages: &Pages<'p>, section: usize, table: &Table) -> Vec<(usize, &'p LaidText)> {
    let rows = table.rows.iter().filter_map(|row| row.passage);
    let own = std::iter::once(table.passage).chain(rows).map(|own| own.number);
    pages.texts_of(section, own).collect()
}

/// The words of a table's cells.
fn words(table: &Table) -> Vec<Word> {
    let mut words = Vec::new();
    for cell in table.cells() {
        let column = cell.column;
        let part = table.columns[cell.columns()].iter().map(|column| column.width).sum();
        let lines = cell.list.iter().flatten().map(|line| line.text.plain());
        for text in lines.chain([cell.text.plain()]) {
            let is_number =
                cell.align == Align::Right && text.contains(|c: char| c.is_ascii_digit());
            for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
                let letters = word.replace(GLUE, " ");
                let is_whole = is_number || extent(&letters) <= LONGEST_WORD;
                words.push(Word { letters, column, part, is_whole });
            }
        }
    }
    words
}

/// The widest word that stands on no line as a whole.
fn broken<'w>(words: &'w [Word], texts: &[(usize, &LaidText)]) -> Option<&'w Word> {
    let mut lines = BTreeMap::<(usize, i64), String>::new();
    for (page, text) in texts {
        let line = lines.entry((*page, text.baseline.round() as i64)).or_default();
        line.extend(text.words.chars().filter(|c| !c.is_whitespace()));
    }
    let is_set = |word: &&Word| {
        let letters: String = word.letters.chars().filter(|c| !c.is_whitespace()).collect();
        lines.values().any(|line| line.contains(&letters))
    };
    let broken = words.iter().filter(|word| word.is_whole && !is_set(word));
    broken.max_by(|left, right| extent(&left.letters).total_cmp(&extent(&right.letters)))
}

/// The word that lacks most room in type that is read with ease, if one does.
fn tight<'w>(
    pages: &Pages<'_>,
    table: &Table,
    words: &'w [Word],
    texts: &[(usize, &LaidText)],
) -> Option<&'w Word> {
    let geometry = &pages.geometry;
    let inset = geometry.table_cell_inset_mm.min(geometry.table_dense_inset_mm);
    let full = geometry.table_width_mm(table.landscape);
    let widths = widths(texts);
    let lack = |word: &Word| {
        let room = (full * word.part - 2.0 * inset) * PT_PER_MM;
        let width = widths.get(word.letters.as_str()).copied().unwrap_or_default();
        width * COMFORTABLE_PT / table.size - room
    };
    let lacking = words.iter().map(|word| (word, lack(word))).filter(|(_, lack)| *lack > 0.0);
    lacking.max_by(|left, right| left.1.total_cmp(&right.1)).map(|(word, _)| word)
}

/// How wide words are that are set whole, in points; never more than they are.
fn widths<'p>(texts: &[(usize, &'p LaidText)]) -> BTreeMap<&'p str, f64> {
    let mut widths = BTreeMap::<&str, f64>::new();
    for (_, text) in texts {
        let (line, full) = (text.words.trim(), text.area.width());
        let parts = line.split(' ').map(|word| (word, SHARED * extent(word) / extent(line)));
        for (word, part) in parts.chain([(line, 1.0)]) {
            let width = widths.entry(word).or_default();
            *width = width.max(part * full);
        }
    }
    widths
}

/// What gives the words room; `is_named` tells that the column is known.
fn help(remedy: Remedy, is_named: bool, landscape: bool) -> Message {
    match (remedy, landscape) {
        (Remedy::Widths, false) if is_named => message!(
            "그 열의 너비(\"width\")를 늘리거나 가로 쪽에 놓으십시오: \"landscape\": true",
            "make the column's `width` larger or set the table on its side: \"landscape\": true"
        ),
        (Remedy::Unit, false) => message!(
            "단위를 키우거나(원 → 천원 → 백만원) 가로 쪽에 놓으십시오: \"landscape\": true",
            "use a larger unit (원, 천원, 백만원) or set the table on its side: \"landscape\": true"
        ),
        (Remedy::Columns | Remedy::Widths, false) => message!(
            "가로 쪽에 놓으십시오: \"landscape\": true",
            "set it on its side: \"landscape\": true"
        ),
        (Remedy::Unit, true) => message!(
            "단위를 키우십시오(원 → 천원 → 백만원).",
            "use a larger unit (원, 천원, 백만원)"
        ),
        (Remedy::Columns | Remedy::Widths, true) => {
            message!("열을 줄이거나 표를 나누십시오.", "use fewer columns or divide the table")
        }
    }
}

/// A body with a table of a large number for each of so many months.
#[cfg(test)]
fn months(count: usize, landscape: bool) -> String {
    let heads: Vec<String> = (1..=count).map(|month| format!("\"{month}월\"")).collect();
    let cells = vec!["1234567890"; count];
    format!(
        r#"[{{ "kind": "table", "landscape": {landscape}, "head": [["구분", {}]],
            "rows": [["합계", {}]] }}]"#,
        heads.join(", "),
        cells.join(", ")
    )
}
