//! Steps that lie outside the period that they belong to.

use super::super::Reading;
use super::super::dates::written_dates;
use super::lines::{Dated, Lines, of_task};
use super::ranges::typed_ranges;
use super::stages::{is_completion, is_of_project, is_of_works, is_that};
use crate::check::listed::rule;
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::{NamedPeriod, Scope};
use crate::format::{Block, Cell, Item, Line, Schedule, Table, TableRow, each_block};
use crate::json::Spanned;
use crate::korean;
use crate::korean::time::{Day, Moment, Stretch};
use crate::message;

rule! {
    /// 일정이 그것이 딸린 기간 안에 있는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 사업기간은 2028년 6월까지인데 준공이 2028년 12월이면 둘 가운데 하나는 틀렸습니다. 기간을 늘리면서 개요만 고치거나 일정만 고치면 이렇게 됩니다.
    ///
    /// `"within": "기간 이름"`이라고 적은 항목과 그 아래의 모든 것(표의 칸도), 그렇게 적은 일정표는 모두 그 기간 안에 있어야 합니다.
    ///
    /// `within`이라고 적지 않은 것은 그 기간에 하는 일 자체일 때에만 봅니다. 그 밖의 것은 기간 앞(공모, 설명회)이나 뒤(정산, 설문)에 있는 것이 맞을 수 있습니다.
    ///
    /// - 공사기간·사업기간·기간 아래의 공사, 착공, 준공(`착공 및 준공`, `공사 추진`), 그리고 기간 뒤의 무엇의 준공(`교량 준공`)
    /// - 다른 기간 아래의 바로 그 일: 교육기간 아래의 `교육 : 9. 2. ~ 10. 5.`
    /// - 사업에 사업기간·기간·공사기간이 하나뿐일 때, 향후계획·추진일정처럼 사업 전체의 것인 목록에 적은 공사와 준공. 일부의 준공(`2구간 준공`)은 그 기간 안에서 시작하거나 기간이 공사기간일 때, ‘기간’이라고만 적은 기간의 것은 그 안에서 시작할 때에만 봅니다.
    ///
    /// 기간은 `period`이거나 ‘…기간’이라는 이름의 글에 적은 `2018. 5. ~ 2028. 6.`입니다.
    ///
    /// ## 보기
    ///
    /// 찾는 것:
    ///
    /// ```json
    /// {
    ///   "label": "사업기간",
    ///   "period": { "from": "2018-05", "to": "2028-06" },
    ///   "body": [{ "label": "2028. 3. ~ 2028. 12.", "text": "착공 및 준공" }]
    /// }
    /// ```
    ///
    /// 다른 곳에 있는 계획은 기간의 이름을 부릅니다.
    ///
    /// ```json
    /// [
    ///   {
    ///     "label": "사업기간",
    ///     "period": { "from": "2018-05", "to": "2028-06", "name": "사업기간" }
    ///   },
    ///   {
    ///     "text": "향후계획",
    ///     "within": "사업기간",
    ///     "body": [{ "label": "2028. 3. ~ 6.", "text": "착공 및 준공" }]
    ///   }
    /// ]
    /// ```
    ///
    /// 다음은 그대로 둡니다: 기간의 첫 달과 끝 달의 날, 해만 적어 안팎을 알 수 없는 날짜, 글 가운데의 날짜, 딸린 줄(※), ‘당초’와 ‘변경’의 기간.
    ///
    /// ## 고치기
    ///
    /// 일정과 기간 가운데 틀린 것을 고칩니다. 원문대로 두어야 하면 그 자리에 까닭을 적습니다: `"$allow": { "outside-period": "원문대로" }`
    OUTSIDE_PERIOD = "outside-period": Figures, Warning, "기간 밖의 일정", "a step outside its period";
    checks: [Report(findings)];
    wrong: Body [
        r#"[{ "label": "사업기간", "period": { "from": "2018-05", "to": "2028-06" },
              "body": [{ "label": "2028. 3. ~ 2028. 12.", "text": "착공 및 준공" }] }]"#,
        r#"[{ "label": "사업기간",
              "period": { "from": "2018-05", "to": "2028-06", "name": "사업기간" } },
            { "text": "향후계획", "within": "사업기간",
              "body": [{ "label": "2028. 3. ~ 12.", "text": "착공 및 준공" }] }]"#,
    ];
    right: Body [
        r#"[{ "label": "사업기간",
              "period": { "from": "2018-05", "to": "2028-06", "name": "사업기간" } },
            { "text": "향후계획", "within": "사업기간",
              "body": [{ "label": "2028. 3. ~ 6.", "text": "착공 및 준공" }] }]"#,
    ];
}

/// Why steps belong to a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bond {
    /// They say so: `within`.
    Declared,
    /// They stand under it.
    Nested,
    /// It is the only period of their project.
    OfProject,
}

/// A period in which steps have to lie.
#[derive(Debug, Clone)]
struct Frame {
    first: Day,
    /// The last day, unless it is open.
    last: Option<Day>,
    bond: Bond,
    /// What goes on in it: 공사 of 공사기간, nothing of 기간.
    deed: String,
    place: Place,
    shown: String,
}

/// On which side of a period a step lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// Words of periods that held once, or hold instead.
const OTHERWISE: [&str; 8] = ["당초", "기존", "종전", "변경", "연장", "조정", "전년", "지난"];

/// Steps outside their periods.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let lines = Lines::of(reading);
    let scope = reading.figures.scope(reading.report.span);
    let mut walk = Walk { reading, lines, scope, found: Vec::new() };
    for section in reading.manuscript.all_sections(reading.report) {
        walk.scope = reading.figures.scope(section.span);
        walk.body(&section.body, &[]);
    }
    for project in reading.manuscript.projects.values() {
        walk.scope = reading.figures.scope(project.span);
        let only = walk.only_period(&project.body);
        let frames: Vec<&Frame> = only.iter().collect();
        walk.body(&project.body, &frames);
    }
    walk.found
}

struct Walk<'r> {
    reading: &'r Reading<'r>,
    lines: Lines<'r>,
    /// The figures and periods that can be used in the section at hand.
    scope: Scope<'r>,
    found: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// The blocks of a list, which have to lie in all of the frames.
    fn body(&mut self, blocks: &[Block], frames: &[&Frame]) {
        // The year of the step before, which the next one may leave out.
        let mut year = None;
        for block in blocks {
            match block {
                Block::Item(item) => self.item(item, frames, &mut year),
                Block::Box(block) => self.body(&block.body, frames),
                Block::Schedule(schedule) => self.schedule(schedule, frames),
                Block::Table(table) => self.table(table, frames),
                Block::Note(_)
                | Block::Paragraph(_)
                | Block::List(_)
                | Block::Pictures(_)
                | Block::Funding(_)
                | Block::Budget(_)
                | Block::Organisation(_)
                | Block::Duties(_)
                | Block::Staff(_)
                | Block::ProjectList(_) => {}
            }
        }
    }

    fn item(&mut self, item: &Item, frames: &[&Frame], year: &mut Option<u16>) {
        let declared = self.declared(item.within.as_ref());
        let frames: Vec<&Frame> = frames.iter().copied().chain(&declared).collect();
        let step = self.lines.of_item(item);
        let told = step.as_ref().is_some_and(|step| self.step(step, &frames, *year));
        if let Some(step) = &step {
            let end = step.end.and_then(|end| end.year);
            *year = end.or(step.begin.year).or(*year);
        }
        // What stands under a step that lies outside lies outside with it.
        let mut inner = if told { Vec::new() } else { frames };
        // Under a heading of its own may stand what is of other works.
        let heading = self.lines.sentence(item.label.as_ref().or(item.text.as_ref()));
        if step.is_none() && heading.is_none_or(|heading| !is_of_project(&heading.text)) {
            inner.retain(|frame| frame.bond != Bond::OfProject);
        }
        let own = self.own_period(item);
        inner.extend(&own);
        self.body(&item.body, &inner);
    }

    /// The frame of the period that is named, if it is one.
    fn declared(&self, within: Option<&Spanned<String>>) -> Option<Frame> {
        match self.scope.period(within?.value.trim())? {
            NamedPeriod::One { from, to, span } => {
                let place = self.reading.manuscript.documents.place(span);
                frame((from, to), Bond::Declared, String::new(), place)
            }
            NamedPeriod::Several => None,
        }
    }

    /// The period that an item says, in which what stands under it has to lie.
    fn own_period(&self, item: &Item) -> Option<Frame> {
        if item.body.is_empty() {
            return None;
        }
        self.period_of(item, Bond::Nested)
    }

    /// The period of an item: of the data, or typed as its value.
    fn period_of(&self, item: &Item, bond: Bond) -> Option<Frame> {
        let documents = &self.reading.manuscript.documents;
        let label = self.lines.sentence(item.label.as_ref())?;
        let label = korean::without_spaces(&label.text);
        let deed = label.strip_suffix("기간");
        if let Some(period) = &item.period {
            let deed = deed.unwrap_or(&label).to_owned();
            let place = documents.place(period.span);
            let shown = period.printed()?.replace(korean::GLUE, " ");
            let frame = frame((period.from, period.to), bond, deed, place)?;
            return Some(Frame { shown, ..frame });
        }
        let deed = deed?.to_owned();
        let value = self.lines.sentence(item.text.as_ref())?;
        let year = self.reading.year();
        let text = &value.text;
        let range = typed_ranges(text, &written_dates(text, year)).into_iter().next()?;
        let rest = text[range.range.end..].trim_start();
        let alone = range.range.start == 0 && (rest.is_empty() || rest.starts_with('('));
        let (from, to) = range.ends(year).filter(|_| alone)?;
        // Without a year nothing lies outside for certain.
        range.from.year?;
        let place = value.place(documents, range.range.clone());
        let shown = text[range.range].to_owned();
        frame((from, Some(to)), bond, deed, place).map(|frame| Frame { shown, ..frame })
    }

    /// The only period of a project that says how long it takes.
    fn only_period(&self, body: &[Block]) -> Option<Frame> {
        let mut periods = Vec::new();
        each_block(body, |block| {
            let Some(Line::Item(item)) = block.as_line() else { return };
            let label = self.lines.sentence(item.label.as_ref());
            let label = label.map(|label| korean::without_spaces(&label.text));
            if matches!(label.as_deref(), Some("공사기간" | "사업기간" | "기간")) {
                periods.push(self.period_of(item, Bond::OfProject));
            }
        });
        match periods.as_mut_slice() {
            [only] => only.take(),
            _ => None,
        }
    }

    fn schedule(&mut self, schedule: &Schedule, frames: &[&Frame]) {
        let declared = self.declared(schedule.within.as_ref());
        let frames: Vec<&Frame> = frames.iter().copied().chain(&declared).collect();
        for task in &schedule.tasks {
            let step = of_task(task);
            self.step(&step, &frames, None);
        }
    }

    /// The cells of a table: they are steps only where that is declared.
    fn table(&mut self, table: &Table, frames: &[&Frame]) {
        let declared = frames.iter().copied().filter(|frame| frame.bond == Bond::Declared);
        let declared: Vec<&Frame> = declared.collect();
        let cells = table.rows.iter().flat_map(TableRow::cells);
        cells.for_each(|cell| self.cell(cell, &declared));
    }

    fn cell(&mut self, cell: &Cell, frames: &[&Frame]) {
        let sentence = self.lines.sentence(cell.text.as_ref()).filter(|_| !frames.is_empty());
        let (mut at, mut year) = (0, None);
        for line in sentence.map(|sentence| sentence.text.split('\n')).into_iter().flatten() {
            let step = sentence.and_then(|sentence| self.lines.dated_line(sentence, at, line));
            at += line.len() + 1;
            let Some(step) = step else { continue };
            self.step(&step, frames, year);
            year = step.end.and_then(|end| end.year).or(step.begin.year).or(year);
        }
        self.body(&cell.body, frames);
    }

    /// Tells of a step that lies outside one of the frames, the innermost
    /// first. `year` is that of the step before. Whether it told.
    fn step(&mut self, step: &Dated<'_>, frames: &[&Frame], year: Option<u16>) -> bool {
        let outside = frames.iter().rev().find(|frame| is_outside(step, frame, year));
        let Some(frame) = outside else { return false };
        let (shown, period) = (&step.shown, &frame.shown);
        let message = message!(
            "기간을 벗어난 일정입니다: ‘{shown}’, 기간은 {period}",
            "the step `{shown}` is outside its period, {period}"
        );
        let help = message!(
            "일정과 기간 가운데 틀린 것을 고치십시오. 두 끝의 달은 기간에 듭니다.",
            "mend the step or the period; the months of both ends belong to it"
        );
        let place = step.site.place(&self.reading.manuscript.documents);
        let related = message!("이 기간입니다", "this is the period");
        let found = OUTSIDE_PERIOD.finding(place, message).with_help(help);
        self.found.push(found.with_related(frame.place.clone(), related));
        true
    }
}

/// A period as a frame, unless it ends before it begins.
fn frame(
    (from, to): (Moment, Option<Moment>),
    bond: Bond,
    deed: String,
    place: Place,
) -> Option<Frame> {
    let first = Stretch::of(from).first;
    let last = to.map(|to| Stretch::of(to).last);
    let shown = match to {
        Some(to) => korean::span_of_time(from, to),
        None => format!("{} ~", korean::date(from)),
    };
    let shown = shown.replace(korean::GLUE, " ");
    let frame = Frame { first, last, bond, deed, place, shown };
    last.is_none_or(|last| first <= last).then_some(frame)
}

/// Whether a step lies outside a period for certain.
fn is_outside(step: &Dated<'_>, frame: &Frame, year: Option<u16>) -> bool {
    let years = match step.begin.year.or(year) {
        Some(year) => year..=year,
        None => frame.first.year..=frame.last.map_or(frame.first.year, |last| last.year),
    };
    if OTHERWISE.iter().any(|word| step.what.contains(word)) || years.clone().count() > MOST_YEARS {
        return false;
    }
    years.into_iter().all(|year| {
        side(step, frame, year).is_some_and(|side| {
            frame.bond == Bond::Declared || belongs(step, side, frame, overlaps(step, frame, year))
        })
    })
}

/// Whether a step outside a period would have to lie in it, though nothing
/// declares that: it is what goes on in the period, or completes it. What else
/// stands there may come before it (공모) or behind it (정산).
fn belongs(step: &Dated<'_>, side: Side, frame: &Frame, overlaps: bool) -> bool {
    let is_of_frame = match frame.deed.as_str() {
        "" | "공사" | "사업" | "시공" => is_of_works(&step.what),
        deed => is_that(&step.what, deed),
    };
    let completes = side == Side::Behind && is_completion(&step.what);
    if step.aside {
        return false;
    }
    match frame.bond {
        Bond::Declared => true,
        Bond::Nested => is_of_frame || completes,
        // The period may be that of the design, unless the step begins in it.
        Bond::OfProject if frame.deed.is_empty() => overlaps && (is_of_frame || completes),
        Bond::OfProject => {
            let of_works = frame.deed == "공사";
            is_of_frame && (overlaps || side == Side::Behind) || completes && (overlaps || of_works)
        }
    }
}

/// The most years of a period in which a step without a year is looked for.
const MOST_YEARS: usize = 3;

/// The days in which a step begins and ends, in this year if its own is left
/// out.
fn ends(step: &Dated<'_>, year: u16) -> Option<(Stretch, Stretch)> {
    let begin = step.begin.stretch(year)?;
    let end = step.end.and_then(|end| end.stretch(step.begin.year.unwrap_or(year)));
    Some((begin, end.filter(|end| !end.is_before(begin)).unwrap_or(begin)))
}

/// On which side of a period a step lies whose year, if it is left out, is
/// this one.
fn side(step: &Dated<'_>, frame: &Frame, year: u16) -> Option<Side> {
    let (begin, end) = ends(step, year)?;
    if begin.last < frame.first {
        return Some(Side::Before);
    }
    (end.first > frame.last?).then_some(Side::Behind)
}

/// Whether a part of a step may lie in a period.
fn overlaps(step: &Dated<'_>, frame: &Frame, year: u16) -> bool {
    ends(step, year).is_some_and(|(begin, end)| {
        frame.first <= end.last && frame.last.is_none_or(|last| begin.first <= last)
    })
}
