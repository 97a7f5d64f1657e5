//! Editions made of every block that the format has, in all sizes from none to
//! far too many, one within the other. Every word in them is another, so that
//! it can be found on the pages; the same seed makes the same edition.

mod random;
mod tables;

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use self::random::Random;

/// An edition: its files as JSON, and the words that it has to print.
pub(crate) struct Generated {
    pub(crate) files: Vec<(String, Value)>,
    pub(crate) words: Vec<String>,
    /// What it is made of, to be shown where it fails.
    pub(crate) outline: String,
}

/// The pictures that editions name: one wide, one tall.
pub(crate) const PICTURES: [(&str, u32, u32); 2] =
    [("images/wide.png", 64, 48), ("images/tall.png", 30, 64)];

/// The edition of a seed.
pub(crate) fn generated(seed: u64) -> Generated {
    let mut maker = Maker { random: Random::new(seed), words: Vec::new(), outline: String::new() };
    let files = maker.edition();
    Generated { files, words: maker.words, outline: maker.outline }
}

/// Where a block is to stand.
#[derive(Clone, Copy)]
struct Spot {
    /// The level that an item would have.
    level: usize,
    /// How deep it is in others.
    depth: usize,
    /// Whether it may be on a page of its own.
    open: bool,
}

impl Spot {
    const TOP: Self = Self { level: 1, depth: 0, open: true };

    fn below(self) -> Self {
        Self { level: self.level + 1, depth: self.depth + 1, ..self }
    }
}

struct Maker {
    random: Random,
    words: Vec<String>,
    outline: String,
}

impl Maker {
    fn note_down(&mut self, what: &str) {
        let _ = write!(self.outline, "{what} ");
    }

    /// A word that no other is like.
    fn word(&mut self) -> String {
        let word = format!("가{:04}나", self.words.len());
        self.words.push(word.clone());
        word
    }

    /// A text of so many words.
    fn text(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count.max(1)).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// A text that is mostly short, but may have `most` words.
    fn line(&mut self, most: usize) -> String {
        let count = match self.random.within(0, 19) {
            0..=13 => self.random.within(1, 3),
            14..=17 => self.random.within(3, 12),
            _ => self.random.within(1, most),
        };
        self.text(count.min(most))
    }

    fn photo(&mut self, most_words: usize) -> Value {
        let file = if self.random.percent(70) { PICTURES[0].0 } else { PICTURES[1].0 };
        let mut photo = json!({ "file": file, "alt": "그림" });
        if self.random.percent(60) {
            photo["caption"] = json!(self.line(most_words));
        }
        photo
    }

    /// The blocks of a body; `count` of them.
    fn blocks(&mut self, spot: Spot, count: usize) -> Vec<Value> {
        (0..count).map(|_| self.block(spot)).collect()
    }

    fn block(&mut self, spot: Spot) -> Value {
        match self.random.within(0, 19) {
            0..=8 if spot.level <= 4 => self.item(spot),
            9 => self.note(),
            10 => self.paragraph(),
            11 if spot.depth < 3 => self.summary_box(spot),
            12 | 13 => self.pictures(spot),
            14 | 15 => self.table(spot),
            16 => self.schedule(),
            17 => self.funding(),
            18 => self.budget(),
            19 if spot.level <= 4 && spot.depth < 4 => self.list(spot),
            _ => self.note(),
        }
    }

    fn item(&mut self, spot: Spot) -> Value {
        let mut item = json!({ "text": self.line(60) });
        if self.random.percent(25) {
            item["label"] = json!(self.line(6));
        }
        if self.random.percent(15) {
            item["badge"] = json!(self.text(1));
        }
        if self.random.percent(10) {
            item["numbering"] = json!(self.random.pick(&["①", "가.", "1)"]));
        }
        match self.random.within(0, 19) {
            0 => item["checked"] = json!(true),
            1 => item["amount"] = json!({ "value": 1234, "unit": self.text(1) }),
            2 => item["period"] = json!({ "from": "2026-01", "to": "2026-12" }),
            _ => {}
        }
        let count = self.random.size(0, 12);
        let share = if spot.depth < 2 { 60 } else { 35 };
        if spot.depth < 5 && count > 0 && self.random.percent(share) {
            item["body"] = json!(self.blocks(spot.below(), count));
        }
        item
    }

    /// A list with markers, numbers or a level of its own.
    fn list(&mut self, spot: Spot) -> Value {
        let level = self.random.within(spot.level, 4);
        let count = self.random.size(1, 12);
        self.note_down(&format!("list:{level}x{count}"));
        let inside = Spot { level, depth: spot.depth + 1, ..spot };
        let mut own = json!({ "kind": "list", "level": level, "body": self.blocks(inside, count) });
        match self.random.within(0, 3) {
            0 => own["markers"] = json!([self.random.pick(&["ㅇ", "․", "•", "(가)"])]),
            1 => own["numbering"] = json!(self.random.pick(&["①", "가.", "1)"])),
            _ => {}
        }
        own
    }

    /// A chapter of one section, at times with levels and markers of its own,
    /// or on the page of the one before.
    fn chapter(&mut self) -> Value {
        let title = self.line(8);
        let level = if self.random.percent(25) { 2 } else { 1 };
        let body = self.blocks(Spot { level, ..Spot::TOP }, 1);
        let opening = self.random.pick(&["bar", "bar", "divider", "none"]);
        let section = json!({ "title": self.line(8), "body": body });
        let mut chapter = json!({
            "title": title, "opening": opening, "level": level, "sections": [section],
        });
        if self.random.percent(25) {
            chapter["markers"] = json!(["◇", "▸"]);
        }
        if opening != "divider" && self.random.percent(25) {
            chapter["new_page"] = json!(false);
        }
        chapter
    }

    fn note(&mut self) -> Value {
        json!({ "kind": "note", "text": self.line(120) })
    }

    fn paragraph(&mut self) -> Value {
        let count = self.random.size(1, 400);
        json!({ "kind": "paragraph", "text": self.text(count) })
    }

    fn summary_box(&mut self, spot: Spot) -> Value {
        let count = self.random.size(1, 25);
        self.note_down(&format!("box:{count}"));
        let inside = Spot { level: spot.level.max(2), depth: spot.depth + 1, open: false };
        let mut own = json!({ "kind": "box", "body": self.blocks(inside, count) });
        if self.random.percent(60) {
            own["title"] = json!(self.line(30));
        }
        own
    }

    fn pictures(&mut self, spot: Spot) -> Value {
        if spot.open && self.random.percent(12) {
            let mut own = json!({
                "kind": "pictures", "full_page": true, "photos": [self.photo(120)],
                "landscape": self.random.percent(40),
            });
            if self.random.percent(30) {
                own["caption"] = json!(self.line(60));
            }
            self.note_down("full-page");
            return own;
        }
        let count = self.random.size(1, 14);
        let photos: Vec<Value> = (0..count).map(|_| self.photo(60)).collect();
        let mut own = json!({ "kind": "pictures", "photos": photos });
        if self.random.percent(50) {
            own["per_row"] = json!(self.random.within(1, 6));
        }
        if self.random.percent(30) {
            own["ratio"] = json!(self.random.pick(&["4:3", "1:3", "자연", "3:4"]));
        }
        if self.random.percent(30) {
            own["width"] = json!(self.random.within(20, 100));
        }
        if self.random.percent(30) {
            own["caption"] = json!(self.line(120));
        }
        self.note_down(&format!("pictures:{count}"));
        own
    }

    fn schedule(&mut self) -> Value {
        let unit = self.random.pick(&["month", "quarter", "week"]);
        let count = self.random.size(1, 70);
        let (from, to, first, last) = match unit {
            "month" => ("2026-01", "2026-12", "2026-03", "2026-08"),
            "quarter" => ("2025-01", "2027-12", "2025-05", "2026-11"),
            _ => ("2026-03-02", "2026-05-31", "2026-03-10", "2026-04-20"),
        };
        let is_noted = self.random.percent(40);
        let mut tasks = Vec::new();
        for _ in 0..count {
            let mut task = json!({ "name": self.line(25), "from": first, "to": last });
            if is_noted && self.random.percent(60) {
                task["note"] = json!(self.line(25));
            }
            tasks.push(task);
        }
        self.note_down(&format!("schedule:{count}"));
        json!({ "kind": "schedule", "unit": unit, "from": from, "to": to, "tasks": tasks })
    }

    fn amounts(&mut self, count: usize) -> Vec<Value> {
        let digits = [999, 999_999, 999_999_999_999];
        let top = digits[self.random.within(0, 2)];
        (0..count).map(|_| json!(self.random.within(0, top))).collect()
    }

    fn funding(&mut self) -> Value {
        let columns = self.random.size(1, 7);
        let heads: Vec<String> = (0..columns).map(|_| self.line(6)).collect();
        let count = self.random.size(1, 45);
        let mut sources = Vec::new();
        for _ in 0..count {
            let mut source = json!({ "name": self.line(8), "amounts": self.amounts(columns) });
            if self.random.percent(10) {
                source["note"] = json!(self.line(20));
            }
            sources.push(source);
        }
        self.note_down(&format!("funding:{columns}x{count}"));
        json!({ "kind": "funding", "unit": "천원", "columns": heads, "sources": sources })
    }

    fn budget(&mut self) -> Value {
        let count = self.random.size(1, 12);
        let mut departments = Vec::new();
        for _ in 0..count {
            let mut lines = Vec::new();
            for _ in 0..self.random.size(1, 12) {
                lines.push(json!({ "name": self.line(8), "amounts": self.amounts(2) }));
            }
            departments.push(json!({ "name": self.line(6), "lines": lines }));
        }
        self.note_down(&format!("budget:{count}"));
        let columns = [self.line(3), self.line(3)];
        json!({ "kind": "budget", "unit": "천원", "columns": columns, "departments": departments })
    }

    /// An office with its units, so many levels deep.
    fn unit(&mut self, levels: usize, most: usize) -> Value {
        let mut unit = Map::new();
        unit.insert("name".to_owned(), json!(self.line(4)));
        if self.random.percent(25) {
            unit.insert("note".to_owned(), json!(self.line(4)));
        }
        if levels == 0 || self.random.percent(30) {
            let count = self.random.size(0, 24);
            let duties: Vec<String> = (0..count).map(|_| self.line(20)).collect();
            unit.insert("duties".to_owned(), json!(duties));
        }
        if levels > 0 {
            let count = self.random.size(1, most);
            let units: Vec<Value> = (0..count).map(|_| self.unit(levels - 1, most / 2)).collect();
            unit.insert("units".to_owned(), json!(units));
        }
        Value::Object(unit)
    }

    /// The section about the office: chart, duties, staff.
    fn overview(&mut self) -> Value {
        let levels = self.random.within(1, 4);
        let first = self.words.len();
        let mut organisation = self.unit(levels, 14);
        if let Some(own) = organisation.as_object_mut() {
            own.remove("duties");
            own.remove("note");
        }
        if self.random.percent(30) {
            let aside: Vec<String> = (0..self.random.size(1, 4)).map(|_| self.line(3)).collect();
            organisation["aside"] = json!(aside);
        }
        let printed = organisation.to_string();
        let made = self.words.split_off(first);
        self.words.extend(made.into_iter().filter(|word| printed.contains(word.as_str())));
        let grades: Vec<String> = (0..self.random.size(1, 10)).map(|_| self.text(1)).collect();
        let count = self.random.size(1, 50);
        let mut units = Vec::new();
        for _ in 0..count {
            let mut row = || -> Vec<Value> {
                grades.iter().map(|_| json!(self.random.within(0, 30))).collect()
            };
            let (quota, current) = (row(), row());
            units.push(json!({ "name": self.line(4), "quota": quota, "current": current }));
        }
        self.note_down(&format!("organisation:{levels} staff:{}x{count}", grades.len()));
        let fillers = self.random.within(0, 20);
        let mut body: Vec<Value> = (0..fillers).map(|_| json!(self.text(2))).collect();
        let mut kinds = vec!["organisation", "staff"];
        if printed.contains("\"duties\":[\"") {
            kinds.insert(1, "duties");
        }
        let blocks: Vec<Value> = kinds.iter().map(|kind| json!({ "kind": kind })).collect();
        body.push(json!({ "text": self.line(6), "body": blocks }));
        let staff = json!({ "grades": grades, "units": units });
        let head = self.random.pick(&["numbered", "page"]);
        json!({
            "title": self.line(10), "head": head,
            "organisation": organisation, "staff": staff, "body": body,
        })
    }

    fn project(&mut self, number: usize) -> Value {
        let fillers = self.random.within(0, 24);
        let lines: Vec<Value> = (0..fillers).map(|_| json!(self.text(2))).collect();
        let mut body = Vec::new();
        if fillers > 0 {
            body.push(json!({ "text": self.text(1), "body": lines }));
        }
        self.note_down(&format!("[project fillers:{fillers}"));
        let count = self.random.within(1, 4);
        body.extend(self.blocks(Spot::TOP, count));
        self.note_down("]");
        let mut project = json!({ "number": number, "title": self.line(20), "body": body });
        if self.random.percent(20) {
            let (left, center, right) = (self.line(3), self.line(6), self.line(6));
            project["strip"] = json!({ "left": left, "center": center, "right": right });
        }
        project
    }

    fn cover(&mut self) -> Value {
        let mut cover = json!({ "place": self.random.pick(&["page", "head", "none"]) });
        if cover["place"] == "none" {
            return cover;
        }
        if self.random.percent(40) {
            let lead: Vec<String> = (0..self.random.within(1, 3)).map(|_| self.line(6)).collect();
            cover["lead"] = json!(lead);
        }
        if self.random.percent(40) {
            let lines: Vec<String> = (0..self.random.within(1, 4)).map(|_| self.line(6)).collect();
            cover["lines"] = json!(lines);
        }
        cover["department"] = json!(self.line(4));
        cover
    }

    /// An office's own theme: other bars, covers, margins and sizes.
    fn theme(&mut self) -> Value {
        let points = |size: usize| json!(format!("{size}pt"));
        let side = format!("{}mm", self.random.within(20, 40));
        json!({
            "bars": self.random.pick(&["filled", "outlined", "plain"]),
            "markers": self.random.pick(&["□○-·", "■●◦▪", "◇◆▸⋅"]).chars().collect::<Vec<_>>(),
            "numbering": { "chapter": self.random.pick(&["1.", "제1장", "Ⅰ."]) },
            "page": { "side": side },
            "cover": {
                "style": self.random.pick(&["rules", "line", "frame", "band"]),
                "title_size": points(self.random.within(20, 43)),
            },
            "table": { "size": points(self.random.within(8, 15)) },
            "note": { "size": points(self.random.within(8, 16)) },
            "paragraph": { "size": points(self.random.within(9, 20)) },
            "project": { "size": points(self.random.within(10, 26)) },
        })
    }

    fn edition(&mut self) -> Vec<(String, Value)> {
        let mut files = Vec::new();
        let mut chapters = Vec::new();
        for _ in 0..self.random.size(0, 18).saturating_sub(1) {
            let chapter = self.chapter();
            chapters.push(chapter);
        }
        if self.random.percent(30) {
            files.push(("overview.json".to_owned(), self.overview()));
            chapters.push(json!({ "title": self.line(8), "sections": ["overview.json"] }));
        }
        let is_many = self.random.percent(10);
        let projects = if is_many { self.random.within(5, 40) } else { self.random.within(1, 3) };
        for number in 1..=projects {
            let project = match is_many {
                true => {
                    json!({ "number": number, "title": self.line(20), "body": [self.text(3)] })
                }
                false => self.project(number),
            };
            files.push((format!("projects/{number}.json"), project));
            let teams = 1 + projects / 4;
            let team = format!("팀{}", (number - 1) * teams / projects);
            if let Some((_, project)) = files.last_mut() {
                project["team"] = json!(team);
            }
        }
        let mut sections = vec![json!("projects/")];
        if is_many || self.random.percent(20) {
            let list = json!({ "kind": "project_list" });
            sections.insert(0, json!({ "title": self.text(2), "head": "page", "body": [list] }));
        }
        let opening = self.random.pick(&["bar", "bar", "divider", "none"]);
        let share = self.random.percent(30);
        let by_team = self.random.percent(20);
        chapters.push(json!({
            "title": self.line(8), "opening": opening, "share_pages": share, "sections": sections,
            "group_by_team": by_team,
        }));
        let cover = self.cover();
        let contents = self.random.pick(&["none", "chapters", "sections"]);
        let title = self.line(12);
        let theme = self.random.pick(&["default", "default", "namyangju", "jeonnam", "own"]);
        if theme == "own" {
            files.push(("templates/themes/own.json".to_owned(), self.theme()));
        }
        let mut report = json!({
            "title": title, "date": "2026-09-30", "organisation": "보기시", "department": "보기과",
            "cover": cover, "contents": contents, "chapters": chapters, "theme": theme,
        });
        if self.random.percent(30) {
            report["footer"] = json!(self.line(8));
        }
        self.note_down(&format!(
            "chapters:{} cover:{}",
            chapters_of(&report),
            report["cover"]["place"]
        ));
        self.note_down(&format!("contents:{contents} theme:{theme} projects:{projects}"));
        self.forget_unprinted(&report);
        files.push(("report.json".to_owned(), report));
        files
    }
}

impl Maker {
    /// Leaves out words that stand in the properties of the PDF only: a title
    /// without a cover, and of chapters without opener and 목차.
    fn forget_unprinted(&mut self, report: &Value) {
        let mut titles = Vec::new();
        if report["cover"]["place"] == "none" {
            titles.extend(report["title"].as_str());
        }
        if report["contents"] == "none" {
            let chapters = report["chapters"].as_array().into_iter().flatten();
            let silent = chapters.filter(|chapter| chapter["opening"] == "none");
            titles.extend(silent.filter_map(|chapter| chapter["title"].as_str()));
        }
        let unprinted: Vec<&str> = titles.iter().flat_map(|title| title.split(' ')).collect();
        self.words.retain(|word| !unprinted.contains(&word.as_str()));
    }
}

fn chapters_of(report: &Value) -> usize {
    report["chapters"].as_array().map_or(0, Vec::len)
}
