//! Tables that are taller than their page, or too wide for it, lose nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use crate::fixture::{Edition, squeezed};
use crate::pdf::Pdf;

/// Points in a millimetre.
const PT_PER_MM: f64 = 72.0 / 25.4;

/// What may be found where pages are filled with whatever comes.
const BY_THE_WAY: [&str; 6] = [
    "empty-page",
    "split-row",
    "heading-at-foot",
    "table-too-wide",
    "project-pages",
    "over-budget",
];

/// Words that are counted: each text gets a number that no other has.
#[derive(Default)]
struct Words {
    count: usize,
}

impl Words {
    /// A text of about so many words.
    fn text(&mut self, words: usize) -> String {
        self.count += 1;
        format!("{}글[{}]", "주민 의견을 모아 ".repeat(words / 3), self.count)
    }

    /// A cell with so many lines.
    fn lines(&mut self, lines: usize) -> Json {
        let items: Vec<String> = (0..lines).map(|_| self.text(6)).collect();
        json!({ "body": items })
    }

    /// Two columns of a name and a list, in so many rows.
    fn rows(&mut self, rows: usize, lines: usize) -> Vec<Json> {
        (0..rows).map(|_| json!([self.text(0), self.lines(lines)])).collect()
    }
}

/// An edition of one project with so many lines before its last block.
fn edition(before: usize, last: Json) -> Edition {
    let edition = Edition::starter();
    let lines: Vec<Json> = (0..before).map(|_| json!("앞의 줄")).collect();
    let body = match before {
        0 => json!([{ "text": "표", "body": [last] }]),
        _ => json!([{ "text": "앞", "body": lines }, { "text": "표", "body": [last] }]),
    };
    let project = json!({ "number": 1, "title": "보기", "body": body });
    edition.write("projects/1-example.json", project.to_string());
    edition
}

/// The texts of the pages of an edition in which nothing is lost: all words
/// are said, stand in the body of their page, and can be read.
fn whole(edition: &Edition, words: usize, what: &str) -> Vec<String> {
    let (proof, diagnostics) = edition.set();
    let odd: Vec<_> = diagnostics.iter().filter(|d| !BY_THE_WAY.contains(&d.code.name())).collect();
    assert!(odd.is_empty(), "{what}: {odd:?}");
    let proof = proof.expect("pages");
    for page in proof.laid().pages {
        let (top, foot) =
            if page.paper.width() > page.paper.height() { (20.0, 20.0) } else { (25.0, 25.0) };
        let foot_line = format!("- {} -", page.number);
        for text in page.texts.iter().filter(|text| text.words != foot_line) {
            let is_in = text.baseline > top * PT_PER_MM
                && text.baseline < page.paper.bottom - foot * PT_PER_MM + 0.1;
            assert!(is_in, "{what}: {} leaves page {}", text.words, page.number);
            assert!(text.size > 7.99, "{what}: {} in {} pt", text.words, text.size);
        }
    }
    let pages = proof.page_texts();
    let said = squeezed(&pages.concat());
    for number in 1..=words {
        assert!(said.contains(&format!("[{number}]")), "{what}: text {number} is lost");
    }
    pages
}

/// How often a page says this.
fn count(page: &str, words: &str) -> usize {
    squeezed(page).matches(words).count()
}

#[test]
fn tables_of_few_rows_come_apart_where_they_are_taller_than_a_page() {
    for before in [0, 7, 19] {
        for (rows, lines) in [(1, 3), (1, 90), (2, 30), (5, 13), (6, 8), (6, 60)] {
            let mut words = Words::default();
            let rows_set = words.rows(rows, lines);
            let table = json!({ "kind": "table", "head": [["이름", "내용"]], "rows": rows_set });
            let what = format!("{rows} rows of {lines} lines after {before}");
            let pages = whole(&edition(before, table), words.count, &what);
            // Each page with lines of the table has its head.
            for page in pages.iter().filter(|page| page.contains("의견을")) {
                assert!(squeezed(page).contains("내용"), "{what}: a page without head");
            }
        }
    }
}

#[test]
fn what_fits_on_a_page_stays_whole_wherever_it_begins() {
    for before in [0, 5, 10, 15, 20] {
        let mut words = Words::default();
        let table = json!({ "kind": "table", "rows": words.rows(5, 6) });
        let pages = whole(&edition(before, table), words.count, &format!("after {before}"));
        let with_rows = pages.iter().filter(|page| page.contains("의견을")).count();
        assert_eq!(with_rows, 1, "after {before}");
    }
}

#[test]
fn headings_never_stand_alone_before_a_table_that_fits_a_page() {
    for landscape in [false, true] {
        for (rows, lines) in [(1, 20), (1, 24), (1, 36), (2, 18), (5, 4), (5, 7), (6, 6)] {
            let mut words = Words::default();
            let rows_set = words.rows(rows, lines);
            let mut table =
                json!({ "kind": "table", "head": [["이름", "내용"]], "rows": rows_set });
            table["landscape"] = json!(landscape);
            table["unit"] = json!("명");
            let edition = edition(0, table);
            let what = format!("{rows} rows of {lines} lines, landscape: {landscape}");
            whole(&edition, words.count, &what);
            let (_, diagnostics) = edition.set();
            let alone: Vec<_> =
                diagnostics.iter().filter(|d| d.code.name() == "heading-at-foot").collect();
            assert!(alone.is_empty(), "{what}: {alone:?}");
        }
    }
}

#[test]
fn texts_beside_a_diagonal_stand_clear_of_each_other() {
    for (below, above) in [(1, 1), (4, 4), (6, 2), (2, 9), (14, 14)] {
        let name = |mark: &str, count: usize| format!("{mark}글자 ").repeat(count);
        let cell = json!({ "diagonal": {
            "below": name("아래", below).trim(), "above": name("위", above).trim(),
        } });
        let table = json!({
            "kind": "table", "head": [[cell, "구청", "복지관"]], "rows": [["교육", 434, 129]],
        });
        let (proof, diagnostics) = edition(0, table).set();
        assert!(diagnostics.iter().all(|d| d.code.name() == "empty-page"), "{diagnostics:?}");
        let laid = proof.expect("pages").laid();
        let texts: Vec<_> = laid.pages.iter().flat_map(|page| &page.texts).collect();
        let of = |mark: &str| -> Vec<_> {
            texts.iter().filter(|text| text.words.contains(mark)).collect()
        };
        let (lower, upper) = (of("아래글자"), of("위글자"));
        assert!(!lower.is_empty() && !upper.is_empty(), "{below}, {above}");
        for (low, high) in lower.iter().flat_map(|low| upper.iter().map(move |high| (low, high))) {
            let beside = low.area.right <= high.area.left || high.area.right <= low.area.left;
            let under = high.area.bottom <= low.area.top;
            assert!(beside || under, "{below}, {above}: {low:?} over {high:?}");
        }
    }
}

#[test]
fn a_tall_label_leaves_no_gap_in_the_lines_of_the_cells_beside_it() {
    let label = "오래 걸리는 사업의 이름 ".repeat(5);
    let rows: Vec<Json> =
        (0..3).map(|row| json!([format!("첫째{row} 둘째{row} 셋째{row}"), "가", "나"])).collect();
    let mut table = json!({ "kind": "table", "rows": [{ "group": label.trim(), "rows": rows }] });
    table["columns"] = json!([{ "width": 2 }, { "width": 2 }, { "width": 9 }, { "width": 9 }]);
    let (proof, diagnostics) = edition(0, table).set();
    assert!(diagnostics.iter().all(|d| BY_THE_WAY.contains(&d.code.name())), "{diagnostics:?}");
    let laid = proof.expect("pages").laid();
    for row in 0..3 {
        let texts = laid.pages.iter().flat_map(|page| &page.texts);
        let ordinals = ["첫째", "둘째", "셋째"].map(|word| format!("{word}{row}"));
        let lines: Vec<_> =
            texts.filter(|text| ordinals.iter().any(|word| text.words.contains(word))).collect();
        assert!(lines.len() > 1, "row {row}: {lines:?}");
        for pair in lines.windows(2) {
            let apart = pair[1].baseline - pair[0].baseline;
            assert!(apart < 2.0 * pair[0].size, "row {row}: {apart} between {pair:?}");
        }
    }
}

#[test]
fn groups_of_digits_are_never_cut() {
    for years in [6, 12, 20, 30] {
        let all: Vec<String> = (0..years).map(|year| format!("{}년", 2020 + year)).collect();
        let amounts: Vec<u64> = (0..years).map(|year| 1_234_560_000 + year).collect();
        let printed: Vec<String> = (0..years).map(|year| format!("1,234,560,{year:03}")).collect();
        let funding = json!({
            "kind": "funding", "unit": "천원", "columns": all,
            "sources": [{ "name": "구비", "amounts": amounts }],
        });
        let (proof, diagnostics) = edition(0, funding).set();
        let laid = proof.expect("pages").laid();
        let texts = laid.pages.iter().flat_map(|page| &page.texts);
        let parts: Vec<_> = texts
            .map(|text| text.words.trim())
            .filter(|words| words.contains(',') && printed.iter().any(|all| all.contains(words)))
            .collect();
        assert!(parts.len() > all.len(), "{years}: {parts:?}");
        for part in parts {
            let is_whole =
                part.trim_end_matches(',').split(',').all(|group| group.len() == 3 || group == "1");
            assert!(is_whole, "{years} years: a number is cut to {part}");
        }
        // What no column has room for is not passed in silence.
        let found = diagnostics.iter().any(|d| d.code.name() == "overflow");
        assert_eq!(found, years == 30, "{years} years: {diagnostics:?}");
    }
}

#[test]
fn rows_that_cells_span_come_apart_where_they_are_taller_than_a_page() {
    for before in [0, 11] {
        for (first, second, spanning) in [(1, 60, 1), (25, 25, 1), (2, 2, 70), (30, 1, 39)] {
            let mut words = Words::default();
            let mut tall = words.lines(spanning);
            tall["rows"] = json!(2);
            let rows = json!([
                [words.text(0), "앞", "가"],
                [tall, words.lines(first), "나"],
                [words.lines(second), "다"],
                [words.text(0), "뒤", "라"]
            ]);
            let table = json!({ "kind": "table", "head": [["가", "나", "다"]], "rows": rows });
            let what = format!("{first}, {second} beside {spanning} lines after {before}");
            whole(&edition(before, table), words.count, &what);
        }
    }
}

#[test]
fn heads_captions_and_remarks_of_any_height_lose_nothing() {
    for length in [3, 300, 900, 2400] {
        for place in ["head", "caption", "remark"] {
            let mut words = Words::default();
            let rows: Vec<Json> = (0..9).map(|_| json!([words.text(0), words.text(9)])).collect();
            let mut table = json!({ "kind": "table", "head": [["이름", "내용"]], "rows": rows });
            let text = words.text(length);
            match place {
                "head" => table["head"] = json!([["이름", text], ["둘째 줄", words.text(2)]]),
                other => table[other] = json!(text),
            }
            whole(&edition(3, table), words.count, &format!("a {place} of {length} words"));
        }
    }
}

#[test]
fn tables_in_boxes_and_items_lose_nothing() {
    for depth in 0..4 {
        let mut words = Words::default();
        let table =
            json!({ "kind": "table", "head": [["이름", "내용"]], "rows": words.rows(5, 9) });
        let mut block = table.clone();
        for _ in 0..depth {
            block = json!({ "text": "항목", "body": [block] });
        }
        whole(&edition(6, block), words.count, &format!("{depth} items deep"));
        let mut block = table;
        for _ in 0..depth {
            block = json!({ "kind": "box", "title": "상자", "body": [block] });
        }
        whole(&edition(6, block), words.count, &format!("{depth} boxes deep"));
    }
}

#[test]
fn a_group_that_is_split_fills_its_page_and_says_its_label_once_on_each() {
    for before in 0..31 {
        let mut words = Words::default();
        let label = words.text(0);
        let lines = [1, 1, 2, 7, 11, 3, 1, 1, 1];
        let rows: Vec<Json> =
            lines.iter().map(|lines| json!([words.text(0), words.lines(*lines)])).collect();
        let table = json!({
            "kind": "table",
            "head": [["국", "과", "업무"]],
            "rows": [{ "group": label, "rows": rows }]
        });
        let pages = whole(&edition(before, table), words.count, &format!("after {before}"));
        let with_rows: Vec<&String> = pages.iter().filter(|page| page.contains("의견을")).collect();
        assert!(with_rows.len() <= 2, "after {before}: {} pages", with_rows.len());
        for page in with_rows {
            assert_eq!(count(page, "글[1]"), 1, "after {before}");
        }
    }
}

#[test]
fn rows_behind_one_that_is_taller_than_a_page_have_the_label_of_their_group() {
    for lines in [[60, 1, 1], [1, 60, 1], [60, 60, 1], [1, 1, 90]] {
        let mut words = Words::default();
        let label = words.text(0);
        let rows: Vec<Json> =
            lines.iter().map(|lines| json!([words.text(0), words.lines(*lines)])).collect();
        let names: Vec<String> =
            rows.iter().map(|row| row[0].as_str().expect("a name").to_owned()).collect();
        let table = json!({ "kind": "table", "rows": [{ "group": label, "rows": rows }] });
        let pages = whole(&edition(0, table), words.count, &format!("{lines:?}"));
        for name in names {
            let name = squeezed(&name);
            let page = pages.iter().find(|page| squeezed(page).contains(&name)).expect("its page");
            assert_eq!(count(page, "글[1]"), 1, "{lines:?}: the page of {name}");
        }
    }
}

#[test]
fn a_label_keeps_within_its_group_wherever_its_table_begins() {
    for before in 3..10 {
        let mut words = Words::default();
        let label = (0..9).map(|_| words.text(0)).collect::<Vec<_>>().join("\n");
        let head = words.lines(18);
        let rows = json!([
            [words.text(0), words.lines(33)],
            [words.text(0), words.lines(2)],
            [words.text(0), words.lines(2)],
        ]);
        let table = json!({
            "kind": "table",
            "columns": [{}, {}, { "width": 4 }],
            "head": [["가", "나", head]],
            "rows": [{ "group": label, "rows": rows }],
        });
        whole(&edition(before, table), words.count, &format!("{before} lines before"));
    }
}

#[test]
fn generated_tables_of_any_size_lose_nothing() {
    let mut state = 11_usize;
    let mut pick = |most: usize| {
        state = (state * 1_103_515_245 + 12345) % (1 << 31);
        (state >> 8) % most
    };
    for round in 0..60 {
        let mut words = Words::default();
        let mut rows = Vec::new();
        for _ in 0..=pick(4) {
            let own = 1 + pick(9);
            let tall = [1, 1, 2, 4, 12, 50][pick(6)];
            let list: Vec<Json> = (0..own)
                .map(|_| json!([words.text(pick(9)), words.lines(1 + pick(tall)), pick(9999)]))
                .collect();
            rows.push(json!({ "group": words.text([0, 0, 3, 9][pick(4)]), "rows": list }));
        }
        let mut table = json!({ "kind": "table", "rows": rows, "landscape": pick(4) == 0 });
        if pick(3) > 0 {
            table["head"] = json!([["국", "과", words.text([0, 3, 90][pick(3)]), "액"]]);
        }
        whole(&edition(pick(40), table), words.count, &format!("round {round}"));
    }
}

#[test]
fn tables_that_bogo_makes_are_never_set_in_type_that_cannot_be_read() {
    for years in [2, 7, 12, 20] {
        let columns: Vec<String> = (0..years).map(|year| format!("{}년", 2020 + year)).collect();
        let amounts: Vec<u64> = (0..years).map(|year| 123_456_789_000 + year).collect();
        for landscape in [false, true] {
            let funding = json!({
                "kind": "funding", "unit": "원", "columns": columns, "landscape": landscape,
                "sources": [{ "name": "국비", "amounts": amounts }]
            });
            let edition = edition(0, funding);
            let pages = whole(&edition, 0, &format!("{years} years"));
            let said = squeezed(&pages.concat());
            assert!(said.contains("123,456,789,001"), "{years} years: {said}");
            let found = edition.set().1;
            let is_wide = found.iter().any(|found| found.code.name() == "table-too-wide");
            assert_eq!(is_wide, years > 2, "{years} years, {landscape}: {found:?}");
        }
    }
}

#[test]
fn the_label_of_a_group_heads_every_cell_of_its_rows() {
    let group = |name: &str, rows: Vec<Json>| json!({ "group": name, "rows": rows });
    let rows = |count: usize| (0..count).map(|row| json!([format!("사업 {row}"), row])).collect();
    let table = json!({
        "kind": "table", "row_heads": 3, "head": [["국", "과", "사업", "예산"]],
        "rows": [
            group("교통국", vec![group("정책과", rows(3)), group("버스과", rows(60))]),
            group("건설국", vec![group("도로과", rows(2))]),
        ]
    });
    let edition = edition(2, table);
    assert_eq!(edition.build(&[]).code, 0);
    let pdf = Pdf::read(edition.pdf().expect("a PDF"));
    let mut heads: BTreeMap<Vec<u8>, Vec<Vec<u8>>> = BTreeMap::new();
    // For each column, the label that spans the rows at hand, and how many.
    let mut spanning: Vec<(Vec<u8>, usize)> = Vec::new();
    let mut reached = 0;
    let all = pdf.told_rows();
    for cell in all.iter().flatten().filter(|cell| cell.is_head) {
        heads.insert(cell.id.clone(), cell.headers.clone());
    }
    for row in &all {
        for cell in row {
            let mut known = BTreeSet::new();
            let mut next: Vec<Vec<u8>> = cell.headers.clone();
            while let Some(id) = next.pop() {
                if known.insert(id.clone()) {
                    next.extend(heads.get(&id).cloned().unwrap_or_default());
                }
            }
            for (label, left) in &spanning {
                if *left > 0 {
                    assert!(known.contains(label), "a cell does not name its label");
                    reached += 1;
                }
            }
            if cell.rows > 1 && cell.columns == 1 {
                spanning.push((cell.id.clone(), cell.rows));
            }
        }
        for (_, left) in &mut spanning {
            *left = left.saturating_sub(1);
        }
    }
    assert!(reached > 250, "only {reached} cells stand beside labels");
}
