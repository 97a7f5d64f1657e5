//! Dates that go backwards in a cell, a list or a plan.

use super::lines::{Dated, Lines, of_task};
use super::stages::{comes_before, without_end};
use super::timeline::{Backwards, backwards};
use crate::check::listed::rule;
use crate::check::sentences::Sentence;
use crate::check::writing::Reading;
use crate::check::writing::dates::YEAR_MARKS;
use crate::diagnostic::Diagnostic;
use crate::format::{Block, Cell, Item, PlacedRow, Role, Schedule, Table, Text, Visitor};
use crate::json::Span;
use crate::korean::{is_circled_number, without_spaces};
use crate::message;

rule! {
    /// 한 칸이나 한 목록, 한 계획의 날짜가 거꾸로 가지 않는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 추진계획은 날짜 차례로 읽힙니다. 착공이 2028년인데 그 아래의 준공이 2027년이면 해를 잘못 적은 것이고, 날짜가 맞다면 줄의 차례가 틀린 것입니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                      바른 것
    /// 2027. 6. : 보상협의          2027. 6. : 보상협의
    /// 2028. 4. : 공사착공          2028. 4. : 공사착공
    /// 2027. 12. : 공사준공         2029. 12. : 공사준공
    /// ```
    ///
    /// 날짜로 시작하는 줄이 이어진 것을 봅니다: 표의 한 칸의 줄, 나란한 항목, 칸 속의 문단, 첫 열이 날짜인 표의 행. 추진계획·추진일정·추진실적처럼 계획이나 일정이라고 부르는 목록에서는 이름 뒤의 날짜(`심사 : 9. 2. ~ 9. 30.`)와 기간(`period`)도 봅니다. 셋 넘게 이어지며 한 곳을 빼고는 차례대로 갈 때 그 곳을 알립니다.
    ///
    /// 두 줄뿐이거나 일정표이면 낱말이 차례를 말할 때에만 알립니다: 같은 것의 착공과 준공, 착수와 완료, 접수와 선정, 심사와 발표, 입찰과 계약.
    ///
    /// 착공일과 준공일처럼 표의 열 이름이 차례를 말할 때에도, 해까지 적은 날짜를 행마다 견줍니다(합친 칸이 없는 표).
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// - 처음부터 끝까지 새것이 앞에 오는 목록(연혁)
    /// - 앞의 것과 겹치는 기간(`11.` 뒤의 `10. ~ 12.`), 해나 반기만 적어 앞뒤를 알 수 없는 날짜
    /// - 같은 일이 다시 시작하는 곳: 1구간의 착공과 준공 뒤에 오는 2구간의 착공. 같은 꼴의 날짜로 넷 이상 이어지는 같은 일(회의)은 봅니다.
    /// - 날짜 없는 줄이나 항목을 사이에 둔 것, ‘까지’, ‘이후’가 붙은 날짜
    ///
    /// 해를 적지 않은 날짜의 해는 앞의 날짜에서 따르고, 여섯 달 넘게 거슬러 가면(12월 다음의 2월) 다음 해로 봅니다.
    ///
    /// ## 고치기
    ///
    /// 두 날짜를 확인하고, 둘 다 맞으면 이른 것을 앞에 놓습니다. 일부러 그렇게 놓은 목록에는 까닭을 적어 둡니다: `"$allow": { "date-order": "중요한 차례" }`
    DATE_ORDER = "date-order": Writing, Warning, "날짜의 차례", "dates in order";
    checks: [Report(findings)];
    wrong: Body [
        r#"["2027. 6. : 보상협의", "2028. 4. : 공사착공", "2027. 12. : 공사준공"]"#,
        r#"[{ "kind": "table", "head": [["사업", "향후계획"]], "rows": [["도로", "2027. 6. : 보상협의\n2028. 4. : 공사착공\n2027. 12. : 공사준공"]] }]"#,
        r#"[{ "text": "추진계획", "body": ["접수 : 2024. 9. 2. ~ 9. 30.", "심사 : 2024. 12. 2.", "발표 : 2024. 11. 4."] }]"#,
        r#"[{ "kind": "table", "head": [["사업", "향후계획"]], "rows": [["도로", "2029. 3. : 다리 착공\n2028. 11. : 다리 준공"]] }]"#,
        r#"[{ "kind": "table", "head": [["공사명", "착공일", "준공일"]], "rows": [["가동", "2024. 7. 1.", "2024. 5. 30."]] }]"#,
    ];
    right: Body [
        r#"["2027. 6. : 보상협의", "2028. 4. : 공사착공", "2029. 12. : 공사준공"]"#,
        r#"[{ "text": "연혁", "body": ["2028. 1. : 개관", "2027. 3. : 공사", "2026. 5. : 설계"] }]"#,
        r#"["2024. 11. : 모집", "2024. 10. ~ 12. : 교육", "2025. 1. : 발표"]"#,
        r#"["2026. 3. 1구간 착공", "2027. 4. 1구간 준공", "2026. 9. 2구간 착공", "2028. 1. 2구간 준공"]"#,
        r#"["12. 2. : 공고", "2. 3. : 접수", "3. 4. : 발표"]"#,
    ];
}

/// The most lines of a list that are compared with each other.
const MOST_LINES: usize = 60;

/// The most kinds of markers in a text.
const MOST_MARKERS: usize = 8;

/// Dates that go backwards.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut lists = Lists {
        reading,
        lines: Lines::of(reading),
        open: Vec::new(),
        heading: "",
        rows: List::default(),
        cells: Vec::new(),
        found: Vec::new(),
        steps: Vec::new(),
    };
    reading.manuscript.visit(reading.report, &mut lists);
    // Where two stand at one place, what a list says is told first.
    let Lists { mut found, steps, .. } = lists;
    found.extend(steps);
    found
}

/// Lines one after the other, cut into runs where one has no date.
#[derive(Debug, Default)]
struct List<'r> {
    runs: Vec<Vec<Dated<'r>>>,
    /// What the list is called: 향후계획.
    heading: &'r str,
}

impl<'r> List<'r> {
    fn push(&mut self, line: Option<Dated<'r>>) {
        match (line, self.runs.last_mut()) {
            (Some(line), Some(run)) => run.push(line),
            (Some(line), None) => self.runs.push(vec![line]),
            (None, _) => self.runs.push(Vec::new()),
        }
    }

    /// What goes backwards in it.
    fn findings(self, reading: &Reading<'_>) -> Vec<Diagnostic> {
        let plan = is_plan(self.heading);
        let runs = self.runs.into_iter().filter(|run| run.len() > 1 && run.len() <= MOST_LINES);
        runs.flat_map(|run| {
            // Names before dates are in the order of time in plans only.
            let ordered = |line: &Dated<'_>| !line.named || plan && !line.what.ends_with("기간");
            told(&run, &backwards(&run, reading.year(), ordered), reading)
        })
        .collect()
    }
}

/// Whether a list is a plan, or tells what was done one after the other.
fn is_plan(heading: &str) -> bool {
    let heading = without_spaces(heading);
    ["계획", "일정", "절차", "경과", "경위", "실적"].iter().any(|word| heading.ends_with(word))
}

fn told(run: &[Dated<'_>], slips: &[Backwards], reading: &Reading<'_>) -> Vec<Diagnostic> {
    let documents = &reading.manuscript.documents;
    let found = slips.iter().map(|slip| {
        let (from, to) = (&run[slip.from], &run[slip.to]);
        let (before, after) = (&from.shown, &to.shown);
        let message = match slip.from < slip.to {
            true => message!(
                "날짜가 거꾸로 갑니다: ‘{before}’ 뒤에 ‘{after}’",
                "dates go backwards: `{after}` stands behind `{before}`"
            ),
            false => message!(
                "일의 차례와 날짜가 맞지 않습니다: ‘{after}’이(가) ‘{before}’보다 앞섭니다",
                "steps and dates disagree: `{after}` is before `{before}`"
            ),
        };
        let help = message!(
            "두 날짜를 확인하고, 둘 다 맞으면 이른 것을 앞에 놓으십시오.",
            "look at both dates; if both are right, put the earlier first"
        );
        let related = message!("이 날짜보다 앞섭니다", "it is before this date");
        DATE_ORDER
            .finding(to.site.place(documents), message)
            .with_help(help)
            .with_related(from.site.place(documents), related)
    });
    found.collect()
}

/// Gathers dated lines while a report is read.
struct Lists<'r> {
    reading: &'r Reading<'r>,
    lines: Lines<'r>,
    /// The lists that have begun and not ended.
    open: Vec<List<'r>>,
    /// What the item says that was read last.
    heading: &'r str,
    /// The rows of the table that is being read.
    rows: List<'r>,
    /// The cells of its row.
    cells: Vec<&'r Sentence>,
    /// What goes backwards in lists.
    found: Vec<Diagnostic>,
    /// What the words of tasks and columns disagree with.
    steps: Vec<Diagnostic>,
}

impl<'m> Visitor<'m> for Lists<'_> {
    fn section(&mut self, _: Span) {
        self.heading = "";
    }

    fn block(&mut self, block: &'m Block) {
        match block {
            Block::Schedule(schedule) => self.steps.extend(in_schedule(schedule, self.reading)),
            Block::Table(table) => {
                self.steps.extend(in_columns(table, &self.lines, self.reading));
            }
            Block::Item(_)
            | Block::Note(_)
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Box(_)
            | Block::Pictures(_)
            | Block::Funding(_)
            | Block::Budget(_)
            | Block::Organisation(_)
            | Block::Duties(_)
            | Block::Staff(_)
            | Block::ProjectList(_) => {}
        }
    }

    fn text(&mut self, role: Role, text: &'m Text) {
        let Some(sentence) = self.lines.sentence(Some(text)) else { return };
        if sentence.text.contains('\n') {
            self.in_lines(sentence);
        }
        match role {
            Role::Paragraph | Role::CellLine => {
                let line = self.lines.dated_or_named(sentence, 0, &sentence.text);
                self.push(line);
            }
            Role::Title | Role::Caption => self.heading = &sentence.text,
            Role::Cell => self.cells.push(sentence),
            _ => {}
        }
    }

    fn begin_body(&mut self) {
        let heading = std::mem::take(&mut self.heading);
        self.open.push(List { heading, ..List::default() });
    }

    fn item(&mut self, item: &'m Item) {
        let line = self.lines.of_item(item);
        self.push(line);
        let says = self.lines.sentence(item.label.as_ref().or(item.text.as_ref()));
        self.heading = says.map(|sentence| sentence.text.as_str()).unwrap_or_default();
    }

    fn end_body(&mut self) {
        let list = self.open.pop().unwrap_or_default();
        self.found.extend(list.findings(self.reading));
    }

    fn begin_table(&mut self, _: &'m Table) {
        self.rows = List { heading: std::mem::take(&mut self.heading), ..List::default() };
        self.cells.clear();
    }

    fn row(&mut self) {
        self.end_row();
    }

    fn end_table(&mut self) {
        self.end_row();
        self.found.extend(std::mem::take(&mut self.rows).findings(self.reading));
    }
}

impl<'r> Lists<'r> {
    /// The next line of the innermost list.
    fn push(&mut self, line: Option<Dated<'r>>) {
        if let Some(list) = self.open.last_mut() {
            list.push(line);
        }
    }

    /// The date of a row: its first cell, or the only one that is a date.
    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        let Some(first) = cells.first().copied() else { return };
        // Years alone are what a table compares.
        let date = |sentence: &'r Sentence| {
            let dated = self.lines.dated(sentence);
            dated.filter(|line| line.what.is_empty() && line.begin.months != (1, 12))
        };
        let said = |at: usize| cells.get(at).map(|cell| cell.text.clone()).unwrap_or_default();
        let line = match date(first) {
            Some(dated) => Some(Dated { what: said(1), ..dated }),
            None => {
                let mut dates = cells.iter().filter_map(|cell| date(cell));
                let only = dates.next().filter(|_| dates.next().is_none());
                only.map(|dated| Dated { what: first.text.clone(), named: true, ..dated })
            }
        };
        self.rows.push(line);
    }

    /// The lines of a text, those of each marker by themselves; those that go
    /// on with the one before are left out.
    fn in_lines(&mut self, sentence: &'r Sentence) {
        let (mut open, mut at): (Vec<(&str, List<'r>)>, usize) = (Vec::new(), 0);
        for line in sentence.text.split('\n') {
            let dated = self.lines.dated_or_named(sentence, at, line);
            at += line.len() + 1;
            let goes_on = line.trim().is_empty()
                || line.starts_with([' ', '\u{a0}', '(', '※', '*', '→', '-', '·']);
            if dated.is_none() && goes_on {
                continue;
            }
            let marker = marker(line);
            let known = open.iter().position(|(known, _)| *known == marker);
            // Signs of more kinds than that are no markers.
            let level = known.or((open.len() == MOST_MARKERS).then_some(0));
            match level {
                // What stood under a line ends where the next of its kind begins.
                Some(level) => {
                    let under = open.drain(level + 1..);
                    self.found.extend(under.flat_map(|(_, list)| list.findings(self.reading)));
                }
                None => open.push((marker, List::default())),
            }
            if let Some((_, list)) = open.last_mut() {
                list.push(dated);
            }
        }
        let lists = open.into_iter();
        self.found.extend(lists.flat_map(|(_, list)| list.findings(self.reading)));
    }
}

/// What a line is marked with: the signs before its first letter or digit.
fn marker(line: &str) -> &str {
    let line = line.trim_start();
    let end = line.find(|c: char| c.is_alphanumeric() || YEAR_MARKS.contains(&c));
    let marker = line[..end.unwrap_or(line.len())].trim_end();
    // Counting signs differ from line to line.
    if marker.chars().all(is_circled_number) { "" } else { marker }
}

/// Tasks whose words and dates disagree.
fn in_schedule(schedule: &Schedule, reading: &Reading<'_>) -> Vec<Diagnostic> {
    if schedule.tasks.len() > MOST_LINES {
        return Vec::new();
    }
    let tasks = schedule.tasks.iter().map(|task| of_task(task));
    let tasks: Vec<Dated<'_>> = tasks.collect();
    told(&tasks, &backwards(&tasks, reading.year(), |_| false), reading)
}

/// Rows whose dates disagree with the order of the steps that their columns
/// are of: 착공일, 준공일. Where cells are joined, columns are not told apart.
fn in_columns(table: &Table, lines: &Lines<'_>, reading: &Reading<'_>) -> Vec<Diagnostic> {
    let single = |cell: &Cell| cell.spans() == (1, 1);
    let [head] = table.head.as_slice() else { return Vec::new() };
    let Ok(placed) = table.placed() else { return Vec::new() };
    if !head.iter().chain(placed.body.iter().flat_map(|row| &row.row.cells)).all(single) {
        return Vec::new();
    }
    let step = |cell: &Cell| lines.sentence(cell.text.as_ref()).map(|head| step_of(&head.text));
    let steps: Vec<String> = head.iter().map(|cell| step(cell).unwrap_or_default()).collect();
    let columns = 0..steps.len();
    let pairs = columns.clone().flat_map(|from| columns.clone().map(move |to| (from, to)));
    let mut found = Vec::new();
    for (from, to) in pairs.filter(|(from, to)| comes_before(&steps[*from], &steps[*to])) {
        // Each list but the outermost has its label in a column.
        let labels = |row: &PlacedRow<'_>| row.lists.len() - 1;
        let fits = |row: &&PlacedRow<'_>| row.row.cells.len() + labels(row) == steps.len();
        for row in placed.body.iter().filter(fits) {
            let own = || row.cells.iter().filter(|cell| !cell.is_label);
            let date = |column: usize| {
                let cell = own().find(|cell| cell.place.column == column)?.cell;
                let dated = lines.dated(lines.sentence(cell.text.as_ref())?)?;
                let alone = dated.what.is_empty() && dated.begin.year.is_some();
                alone.then(|| Dated { what: steps[column].clone(), ..dated })
            };
            let (Some(earlier), Some(later)) = (date(from), date(to)) else { continue };
            let dates = [earlier, later];
            let slips = backwards(&dates, reading.year(), |_| false);
            found.extend(told(&dates, &slips, reading));
        }
    }
    found
}

/// The step that a column of dates is of: 준공 of 준공예정일.
fn step_of(head: &str) -> String {
    let head = without_spaces(head);
    let ends = ["예정일자", "예정일", "예정", "일자", "일시", "시기", "일"];
    without_end(&head, &ends).unwrap_or(&head).to_owned()
}
