//! An edition as plain text: the example for whoever writes another form of a
//! report. It names every kind of content, and needs nothing but the edition.

use bogo_model::edition::{
    Block, CellLine, Chapter, Cover, Divider, Edition, RichText, Schedule, Section, SectionContent,
    Table, TableCell, Unit,
};

use crate::{REPORTS, report, resolved};

/// The edition as plain text, a line for each that is printed.
fn plain_text(edition: &Edition) -> String {
    let mut text = Writer::default();
    edition.cover.iter().for_each(|cover| text.cover(cover));
    if let Some(contents) = &edition.contents {
        text.line(0, &words(&contents.title));
        contents.entries.iter().for_each(|entry| text.line(entry.level, &words(&entry.title)));
    }
    edition.chapters.iter().for_each(|chapter| text.chapter(chapter));
    edition.footer.iter().for_each(|footer| text.line(0, &words(footer)));
    text.lines
}

/// The words of a text; where no line may end does not matter here.
fn words(text: &RichText) -> String {
    text.plain().replace('\u{a0}', " ")
}

/// Words behind a sign or a number.
fn behind(sign: &str, text: &RichText) -> String {
    format!("{sign} {}", words(text)).trim().to_owned()
}

#[derive(Default)]
struct Writer {
    lines: String,
}

impl Writer {
    /// Words on a line of their own, further to the right the deeper they are.
    fn line(&mut self, depth: u8, words: &str) {
        let indent = "  ".repeat(depth.into());
        words.lines().for_each(|line| self.lines.extend([indent.as_str(), line, "\n"]));
    }

    fn texts<'t>(&mut self, depth: u8, texts: impl IntoIterator<Item = &'t RichText>) {
        texts.into_iter().for_each(|text| self.line(depth, &words(text)));
    }

    fn cover(&mut self, cover: &Cover) {
        self.texts(0, cover.lead.iter().chain([&cover.title]).chain(&cover.date));
        self.texts(0, cover.lines.iter().chain(&cover.department).chain(&cover.organisation));
    }

    fn chapter(&mut self, chapter: &Chapter) {
        let number = chapter.number.as_deref().unwrap_or_default();
        self.line(0, &behind(number, &chapter.title));
        match &chapter.divider {
            Some(Divider::Teams { department, teams }) => {
                self.texts(1, department.iter().chain(teams));
            }
            Some(Divider::Contents { entries }) => {
                entries.iter().for_each(|entry| self.line(entry.level, &words(&entry.title)));
            }
            Some(Divider::Title) | None => {}
        }
        chapter.sections.iter().for_each(|section| self.section(section));
    }

    fn section(&mut self, section: &Section) {
        match &section.content {
            SectionContent::Project { strip: Some(strip), .. } => {
                self.texts(0, [&strip.left, &strip.center, &strip.right]);
            }
            SectionContent::Project { strip: None, .. }
            | SectionContent::Section { .. }
            | SectionContent::Group { .. } => {}
        }
        if section.has_head() {
            self.line(0, &behind(section.number().unwrap_or_default(), &section.title));
        }
        self.blocks(section.blocks());
    }

    fn blocks<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>) {
        blocks.into_iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(own) => {
                self.texts(own.depth, own.badge.iter().map(|badge| &badge.text));
                self.line(own.depth, &behind(&own.marker, &own.text));
                self.blocks(&own.body);
            }
            Block::List(own) => {
                for item in &own.items {
                    self.texts(own.depth, item.badge.iter().map(|badge| &badge.text));
                    self.line(own.depth, &behind(&item.marker, &item.text));
                    self.blocks(&item.body);
                }
            }
            Block::Note { depth, marker, text, .. } => {
                self.line(*depth, &behind(marker, text));
            }
            Block::Paragraph { depth, text, .. } => self.line(*depth, &words(text)),
            Block::Box(own) => {
                self.texts(1, &own.title);
                self.blocks(&own.body);
            }
            Block::Pictures(own) => {
                for picture in &own.items {
                    self.line(1, &format!("[{}]", picture.alt));
                    self.texts(1, &picture.caption);
                }
                self.texts(1, &own.caption);
            }
            Block::Table(table) => self.table(table),
            Block::Schedule(schedule) => self.schedule(schedule),
            Block::Organisation { root, .. } => self.unit(1, root),
            Block::ProjectList { head, entries, .. } => {
                let head: Vec<String> = head.iter().map(words).collect();
                self.line(1, &head.join(" | "));
                for entry in entries {
                    self.line(1, &behind(&entry.number, &entry.title));
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.texts(1, table.caption.iter().chain(&table.unit));
        let rows = table.head.iter().chain(table.rows.iter().map(|row| &row.cells));
        for cells in rows {
            let cells: Vec<String> = cells.iter().map(cell).collect();
            self.line(1, &cells.join(" | "));
        }
    }

    fn schedule(&mut self, schedule: &Schedule) {
        self.texts(1, [&schedule.head.0, &schedule.head.1].into_iter().chain(&schedule.note_head));
        for task in &schedule.tasks {
            self.line(1, &format!("{}: {} ~ {}", words(&task.name), task.from, task.to));
            self.texts(1, &task.note);
        }
    }

    fn unit(&mut self, depth: u8, unit: &Unit) {
        self.line(depth, &words(&unit.name));
        self.texts(depth + 1, unit.note.iter().chain(&unit.aside));
        unit.units.iter().for_each(|unit| self.unit(depth + 1, unit));
    }
}

/// What a cell says, its lines behind one another.
fn cell(cell: &TableCell) -> String {
    if let Some(diagonal) = &cell.diagonal {
        return format!("{} \\ {}", words(&diagonal.below), words(&diagonal.above));
    }
    let line = |line: &CellLine| {
        let marker = line.marker.as_deref().unwrap_or_default();
        let badge = line.badge.as_ref().map(|badge| words(&badge.text)).unwrap_or_default();
        format!("{badge} {}", behind(marker, &line.text)).trim().to_owned()
    };
    let said = match &cell.list {
        Some(lines) => lines.iter().map(line).collect::<Vec<_>>().join(" / "),
        None => words(&cell.text).replace('\n', " "),
    };
    let picture = cell.picture.as_ref().map(|picture| format!(" [{}]", picture.alt));
    said + &picture.unwrap_or_default()
}

#[test]
fn an_edition_says_all_that_another_form_of_the_report_needs() {
    let report = r#"{
        "title": "분기 보고", "date": "2024-09-30", "organisation": "가온구", "department": "홍보과",
        "contents": { "depth": "sections" },
        "chapters": [{ "title": "현황", "sections": [{ "title": "예산", "body": [
            { "text": "예산", "body": ["총 {계}대(안 {몫:36}대, 밖 {몫:10}대)", { "kind": "note", "text": "밖은 공원" }] },
            { "kind": "table", "unit": "천원", "head": [["구분", "금액"]],
              "rows": [["가", 1200], ["나", 34], { "cells": ["계", "="], "total": true }] },
            { "kind": "box", "title": "요약", "body": ["{굵게:첫째} 줄"] },
            { "kind": "schedule", "from": "2024-10", "to": "2024-12",
              "tasks": [{ "name": "심사", "from": "2024-10", "to": "2024-11" }] }
        ] }] }]
    }"#;
    let (edition, _) = resolved(vec![("report.json".to_owned(), report.to_owned())]);
    let expected = "\
분기 보고
2024. 9. 30.
홍보과
목 차
  Ⅰ. 현황
    1 예산
Ⅰ. 현황
1 예산
  □ 예산
    ○ 총 46대(안 36대, 밖 10대)
  ※ 밖은 공원
  (단위: 천원)
  구분 | 금액
  가 | 1,200
  나 | 34
  계 | 1,234
  요약
    ○ 첫째 줄
  구 분
  일 정
  심사: 0 ~ 2
";
    assert_eq!(plain_text(&edition), expected);
}

#[test]
fn every_word_of_a_real_report_is_in_its_plain_text() {
    for name in REPORTS {
        let edition = report(name).0;
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        let text = squeezed(&plain_text(&edition));
        for said in edition.sections().flat_map(Section::said) {
            for words in said.words {
                let words = squeezed(&words.replace('\u{a0}', " "));
                assert!(text.contains(&words), "{name}: {words}");
            }
        }
    }
}
