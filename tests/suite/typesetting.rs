//! What a good typesetter does, however the pages fall.

use std::fs;

use crate::fixture::Edition;
use crate::pdf::Pdf;

/// The starter with one project whose body is this JSON.
fn edition(body: &str) -> Edition {
    let edition = Edition::starter();
    let project = format!("{{ \"number\": 1, \"title\": \"보기\", \"body\": [{body}] }}");
    edition.write("projects/1-example.json", project);
    edition
}

/// What becomes of pages in which something is moved on from page to page.
const BY_THE_WAY: [&str; 2] = ["empty-page", "split-row"];

/// The pages of such an edition.
fn pages(body: &str) -> Vec<String> {
    let (proof, diagnostics) = edition(body).set();
    let is_expected = |code: &str| BY_THE_WAY.contains(&code);
    assert!(diagnostics.iter().all(|found| is_expected(found.code.name())), "{diagnostics:?}");
    let proof = proof.expect("pages");
    assert!(proof.overrun() < 0.01, "text leaves a page");
    proof.page_texts()
}

/// The page on which these words stand.
fn page_of(pages: &[String], words: &str) -> usize {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let found = pages.iter().position(|page| squeezed(page).contains(&squeezed(words)));
    found.unwrap_or_else(|| panic!("no {words} in {pages:?}"))
}

/// So many items that what follows falls anywhere on a page.
fn filler(count: usize) -> String {
    let items: Vec<String> = (0..count).map(|number| format!("\"채움 {number}\"")).collect();
    format!("{{ \"text\": \"앞\", \"body\": [{}] }},", items.join(", "))
}

#[test]
fn a_heading_and_what_leads_to_a_table_stay_with_it() {
    let table = "{ \"kind\": \"table\", \"head\": [[\"머리\"]], \"rows\": [[\"칸\"], [\"칸\"]] }";
    for count in 18..26 {
        let body = format!(
            "{} {{ \"text\": \"절제목\", \"body\": [{{ \"text\": \"이끄는 항목\", \"body\": [{table}] }}] }}",
            filler(count)
        );
        let pages = pages(&body);
        let table = page_of(&pages, "머리");
        assert_eq!(page_of(&pages, "절제목"), table, "{count} items before");
        assert_eq!(page_of(&pages, "이끄는 항목"), table, "{count} items before");
    }
}

#[test]
fn a_schedule_stays_with_the_line_that_names_it() {
    let schedule = "{ \"kind\": \"schedule\", \"from\": \"2024-07\", \"to\": \"2024-10\", \
                    \"tasks\": [{ \"name\": \"할일\", \"from\": \"2024-08\", \"to\": \"2024-09\" }] }";
    for count in 18..26 {
        let body = format!(
            "{} {{ \"text\": \"뒤\", \"body\": [{{ \"text\": \"영상\", \"body\": [\"추진기간\", \
             {{ \"text\": \"제작일정\", \"body\": [{schedule}] }}] }}] }}",
            filler(count)
        );
        let pages = pages(&body);
        assert_eq!(page_of(&pages, "제작일정"), page_of(&pages, "할일"), "{count} items before");
    }
}

#[test]
fn the_last_item_of_a_list_does_not_stand_alone_on_a_page() {
    for count in 18..32 {
        let body = format!(
            "{} {{ \"text\": \"뒤\", \"body\": [{{ \"text\": \"목록\", \"body\": \
             [\"하나\", \"둘\", \"셋째 것\", \"넷째 것\"] }}] }}",
            filler(count)
        );
        let pages = pages(&body);
        assert_eq!(page_of(&pages, "셋째 것"), page_of(&pages, "넷째 것"), "{count} items before");
    }
}

#[test]
fn a_table_that_crosses_a_page_repeats_its_head_and_splits_no_row() {
    let rows: Vec<String> = (0..60)
        .map(|number| {
            format!("[\"이름{number}\", \"첫 줄 [{number}]\\n둘째 줄 [{number}]\", {number}]")
        })
        .collect();
    let body = format!(
        "{{ \"text\": \"표\", \"body\": [{{ \"kind\": \"table\", \
         \"head\": [[\"머리글\", \"두 줄\", \"수\"]], \"rows\": [{}] }}] }}",
        rows.join(", ")
    );
    let pages = pages(&body);
    let with_rows: Vec<&String> = pages.iter().filter(|page| page.contains("둘째 줄")).collect();
    assert!(with_rows.len() >= 3, "only {} pages", with_rows.len());
    for page in with_rows {
        assert!(page.contains("머리글"), "a page without head");
    }
    for number in 0..60 {
        let first = page_of(&pages, &format!("첫 줄 [{number}]"));
        assert_eq!(first, page_of(&pages, &format!("둘째 줄 [{number}]")), "row {number}");
    }
}

#[test]
fn words_are_whole_and_searchable() {
    let text = "지역의 문화예술 진흥 및 관광 진흥 사업의 체계적인 지원을 통해 도민의 문화적 삶의 질 \
                향상과 문화관광 역량 강화에 기여하고 다양한 사업을 수행하여 지역 경제를 살림";
    let edition = edition(&format!("{{ \"text\": \"글\", \"body\": [\"{text}\"] }}"));
    assert_eq!(edition.build(&[]).code, 0);
    let pdf = crate::pdf::Pdf::read(edition.pdf().expect("a PDF"));
    let all: Vec<String> = (0..pdf.page_count()).flat_map(|page| pdf.lines(page)).collect();
    let said = all.join(" ");
    for word in text.split_whitespace() {
        assert!(said.contains(word), "{word} is broken in {said}");
    }
}

#[test]
fn nothing_is_lost_where_something_is_taller_than_a_page() {
    let lines: Vec<String> = (0..90).map(|number| format!("\"줄 [{number}]\"")).collect();
    let body = format!(
        "{{ \"text\": \"표\", \"body\": [{{ \"kind\": \"table\", \"rows\": \
         [[\"앞\", \"가\"], [\"키 큰 행\", {{ \"body\": [{}] }}], [\"끝 행\", \"나\"]] }}] }}",
        lines.join(", ")
    );
    let pages = pages(&body);
    for number in 0..90 {
        page_of(&pages, &format!("줄 [{number}]"));
    }
    page_of(&pages, "끝 행");
}

/// Writes a picture of this size as `images/tall.png`.
fn write_picture(edition: &Edition, width: u32, height: u32) {
    let mut picture = std::io::Cursor::new(Vec::new());
    image::GrayImage::new(width, height)
        .write_to(&mut picture, image::ImageFormat::Png)
        .expect("a picture");
    edition.write("images/tall.png", picture.into_inner());
}

#[test]
fn a_tall_picture_fits_its_page() {
    let edition = edition(
        "{ \"text\": \"화면\", \"body\": [{ \"kind\": \"pictures\", \"ratio\": \"자연\", \"photos\": \
         [{ \"file\": \"images/tall.png\", \"alt\": \"긴 화면\", \"caption\": \"긴 화면\" }] }] }",
    );
    write_picture(&edition, 600, 1600);
    let (proof, diagnostics) = edition.set();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let pages = proof.expect("pages").page_texts();
    assert_eq!(page_of(&pages, "□화면"), page_of(&pages, "긴 화면"));
}

#[test]
fn a_cell_shows_its_words_its_picture_and_the_caption() {
    let edition = edition(
        "{ \"text\": \"표\", \"body\": [{ \"kind\": \"table\", \"rows\": [[\"앞 칸\", \
         { \"text\": \"칸의 말\", \"picture\": \
         { \"file\": \"images/tall.png\", \"alt\": \"긴 그림\", \"caption\": \"그림 설명\" } }]] }] }",
    );
    write_picture(&edition, 200, 900);
    let (proof, diagnostics) = edition.set();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let pages = proof.expect("pages").page_texts();
    for words in ["칸의 말", "그림 설명", "앞 칸"] {
        page_of(&pages, words);
    }
}

#[test]
fn lines_are_tightened_but_never_set_smaller() {
    let words: Vec<&str> = "지역사회 통합건강증진사업의 등록관리율이 고혈압 60.2%에 이르렀으며 10,412백만원 \
        가운데 2026. 7. 15.(수) AI·IoT 방문건강관리의 의료·요양·돌봄 연계하여 보건복지부(장관) 다만 7급"
        .split_whitespace()
        .collect();
    // Words in an order that is as good as any, the same in every run.
    let mut state = 7_usize;
    let mut text = |count: usize| {
        let pick = |_| {
            state = (state * 1_103_515_245 + 12345) % (1 << 31);
            words[(state >> 8) % words.len()]
        };
        (0..count).map(pick).collect::<Vec<_>>().join(" ")
    };
    let blocks: Vec<String> = (0..60)
        .map(|_| {
            let (prose, item) = (text(35), text(22));
            format!(
                "{{ \"kind\": \"paragraph\", \"text\": \"{prose}\" }}, \
                 {{ \"text\": \"절\", \"body\": [\"{item}\"] }}"
            )
        })
        .collect();
    let edition = edition(&blocks.join(", "));
    // Words that are thrown together make dates that no calendar has.
    let rules = "{ \"check\": { \"rules\": { \"weekday\": \"off\", \"no-such-date\": \"off\" } },";
    let report = fs::read_to_string(edition.path().join("report.json")).expect("a report");
    edition.write("report.json", report.replacen('{', rules, 1));
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let pdf = Pdf::read(edition.pdf().expect("a PDF"));
    assert!(pdf.page_count() > 20, "{}", pdf.page_count());
    for page in 6..pdf.page_count() {
        for size in pdf.type_sizes(page) {
            assert!([10.5, 15.0, 16.5].contains(&size), "page {page} has type of {size} pt");
        }
    }
}

#[test]
fn a_note_stands_with_its_landscape_table_and_so_does_the_section_s_head() {
    let edition = Edition::starter();
    edition.write(
        "overview.json",
        r#"{ "title": "주요 지표", "body": [
            { "kind": "table", "landscape": true, "head": [["지표", "값"]], "rows": [["가나", 1]] },
            { "kind": "note", "text": "면 지역은 따로 셈" }, "다음 항목"
        ] }"#,
    );
    let (proof, diagnostics) = edition.set();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let pages = proof.expect("pages").page_texts();
    let table = page_of(&pages, "가나");
    assert_eq!(page_of(&pages, "면 지역은 따로 셈"), table);
    assert!(pages[table].contains("주요 지표"), "{}", pages[table]);
    assert_eq!(page_of(&pages, "다음 항목"), table + 1);
}

#[test]
fn projects_of_headings_alone_do_not_leave_their_bar_at_the_foot() {
    let edition = Edition::starter();
    edition.write(
        "report.json",
        r#"{ "title": "보기", "date": "2026-09-30", "organisation": "보기시", "department": "보기과",
             "contents": "none", "chapters": [
             { "title": "사업", "group_by_team": true, "share_pages": true, "sections": ["projects/"] }] }"#,
    );
    for file in ["overview.json", "budget.json", "projects/1-example.json"] {
        std::fs::remove_file(edition.path().join(file)).expect("removed");
    }
    for number in 1..=40 {
        let lines: Vec<String> =
            (1..=number % 4 + 1).map(|line| format!("\"줄 {line}\"")).collect();
        let (team, body) = (number / 5, lines.join(", "));
        edition.write(
            &format!("projects/{number}.json"),
            format!(
                "{{ \"number\": {number}, \"title\": \"사업{number}호\", \"team\": \"{team}팀\", \
                 \"strip\": {{ \"left\": \"신규\", \"right\": \"☎{number}\" }}, \"body\": [{body}] }}"
            ),
        );
    }
    let (proof, diagnostics) = edition.set();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let pages = proof.expect("pages").page_texts();
    assert!(pages.len() > 6, "{}", pages.len());
    for page in &pages[1..] {
        let words: Vec<&str> =
            page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let [.., last, _number] = words.as_slice() else { panic!("{page}") };
        assert!(last.starts_with("줄"), "the page ends with {last}");
    }
}

#[test]
fn the_bookmark_of_a_heading_of_several_lines_is_one_line_of_its_words() {
    let words = "주민이 참여하는 사업을 넓혀 생활 속 불편을 덜고 다음 해의 계획에 반영하며 \
                 부서마다 맡은 일을 나누어 분기마다 그 결과를 함께 살핌";
    let body = format!(
        "{{ \"text\": \"글\", \"body\": [{{ \"text\": \"{words}\", \"body\": [\"아래\"] }}] }}"
    );
    let pdf = Pdf::of_edition(&edition(&body).path(), &[]);
    let titles: Vec<String> = pdf.outline().into_iter().map(|own| own.title).collect();
    let found = titles.iter().find(|title| title.contains("주민이")).expect("the bookmark");
    assert!(found.ends_with(words), "{found:?}");
    let lines = (0..pdf.page_count()).flat_map(|page| pdf.lines(page));
    assert!(!lines.into_iter().any(|line| line.ends_with(words)), "it takes several lines");
}

#[test]
fn words_with_a_point_beside_numbers_leave_these_in_their_cells() {
    let table = r#"{ "kind": "table", "columns": [{ "width": 3 }, { "width": 2, "align": "right" }],
        "rows": [["왼쪽 칸의 글", 1.5], ["왼쪽", "3.5점(전년 대비 크게 상승)"], ["왼쪽", 1234567]] }"#;
    let pages = pages(&format!("{{ \"text\": \"글\", \"body\": [{table}] }}"));
    let lines: Vec<&str> = pages.iter().flat_map(|page| page.lines()).collect();
    assert!(lines.contains(&"1,234,567"), "{lines:?}");
    assert!(lines.contains(&"1.5"), "{lines:?}");
}
