//! Schedules: the columns of time, and where each task's bar begins and ends.

use super::body::heads;
use super::found::{Found, Notes};
use super::here::Here;
use super::period::check_within;
use super::strings::{LONGEST_STRING, is_too_long, one_line, string};
use super::text::rich;
use crate::diagnostic::{Form, Message};
use crate::edition::{self, Block, Passage, PassageKind, ScheduleTask, SlotGroup, Standing};
use crate::format::{Schedule, SlotUnit, Task};
use crate::korean::time::{Day, Stretch, YearPart};
use crate::korean::{self, GLUE, Moment};
use crate::message;

/// The most columns that a page holds: the weeks of a year.
const MOST_SLOTS: usize = 53;

/// The [number](Day::number) of a day.
type DayNumber = i64;

/// A column of time: its label, what it is under, and its days.
struct Slot {
    label: String,
    group: String,
    first: DayNumber,
    /// One past the last.
    end: DayNumber,
}

/// A schedule, its bars computed.
pub(super) fn schedule(schedule: &Schedule, here: &Here<'_>) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    schedule.within.iter().for_each(|name| notes.take(check_within(name, here)));
    let unit = schedule.unit.unwrap_or(SlotUnit::Month);
    let (first, end) = (first_day(schedule.from), end_day(schedule.to));
    if first >= end {
        let (message, help) = wrong_order();
        notes.omission(Form::PeriodOrder, schedule.span, message, Some(help));
        return notes.with(None);
    }
    let slots = slots(unit, first, end);
    if slots.len() > MOST_SLOTS {
        let count = slots.len();
        let message = message!(
            "일정표의 칸이 {count}개로 너무 많습니다(최대 {MOST_SLOTS})",
            "the schedule has {count} columns; a page holds {MOST_SLOTS}"
        );
        let help = message!(
            "\"unit\"을 더 크게(week → month → quarter) 하십시오.",
            "choose a larger `unit` (week → month → quarter)"
        );
        notes.omission(Form::ScheduleSlots, schedule.span, message, Some(help));
        return notes.with(None);
    }
    if schedule.tasks.is_empty() && here.is_sound() {
        let message = message!("할 일이 없는 일정표입니다", "this schedule has no tasks");
        let help = message!("할 일을 넣거나 일정표를 지우십시오.", "add tasks or remove it");
        notes.error(Form::EmptySchedule, schedule.span, message, Some(help));
    }
    let tasks: Vec<ScheduleTask> =
        schedule.tasks.iter().filter_map(|own| notes.take(task(own, &slots, here))).collect();
    let [name_head, time_head, note_head] =
        notes.take(heads(schedule.head.as_deref(), ["구 분", "일 정", "비 고"], here));
    let noted = tasks.iter().any(|task| task.note.is_some());
    let alt = notes.take(string(in_words(&schedule.tasks, &tasks), schedule.span));
    notes.with(Some(Block::Schedule(edition::Schedule {
        passage: Passage::new(PassageKind::Schedule, schedule.span),
        standing: Standing::default(),
        name_width: 0.0,
        slot_width: 0.0,
        note_width: 0.0,
        slot_size: 0.0,
        slot_step: 1,
        repeats_head: true,
        apart: false,
        head: (name_head, time_head),
        note_head: noted.then_some(note_head),
        groups: groups(&slots, unit),
        slots: slots.into_iter().map(|slot| slot.label).collect(),
        tasks,
        alt,
    })))
}

fn task(task: &Task, slots: &[Slot], here: &Here<'_>) -> Found<Option<ScheduleTask>> {
    let mut notes = Notes::default();
    let (first, end) = (first_day(task.from), end_day(task.to));
    if first >= end {
        let (message, help) = wrong_order();
        notes.omission(Form::PeriodOrder, task.span, message, Some(help));
        return notes.with(None);
    }
    let [first_slot, ..] = slots else { return notes.with(None) };
    let shown_end = slots.last().map_or(first_slot.end, |slot| slot.end);
    if first < first_slot.first || end > shown_end {
        let message = message!(
            "할 일의 기간이 일정표의 기간을 벗어납니다",
            "the task's time is outside the schedule's"
        );
        let help = message!(
            "일정표의 \"from\", \"to\"를 넓히거나 할 일의 기간을 고치십시오.",
            "widen the schedule's `from` and `to` or mend the task's"
        );
        notes.omission(Form::TaskOutside, task.span, message, Some(help));
        return notes.with(None);
    }
    let value = Some(ScheduleTask {
        name: notes.take(rich(&task.name, here)),
        from: position(first, slots),
        to: position(end, slots),
        note: task.note.as_ref().map(|note| notes.take(rich(note, here))),
        height: 0.0,
        splits: false,
    });
    notes.with(value)
}

/// What is wrong with a span of time that ends before it begins, and what to
/// do about it.
pub(super) fn wrong_order() -> (Message, Message) {
    let message = message!("끝이 시작보다 앞섭니다", "the end is before the beginning");
    let help = message!("\"from\"과 \"to\"를 바꾸십시오.", "exchange `from` and `to`");
    (message, help)
}

/// Where a day stands, in columns from the left edge.
fn position(day: DayNumber, slots: &[Slot]) -> f64 {
    let index = slots.iter().position(|slot| day < slot.end).unwrap_or(slots.len());
    let within = slots
        .get(index)
        .map_or(0.0, |slot| (day - slot.first).max(0) as f64 / (slot.end - slot.first) as f64);
    // Hundredths are finer than a page shows and keep the data short.
    ((index as f64 + within) * 100.0).round() / 100.0
}

fn slots(unit: SlotUnit, first: DayNumber, end: DayNumber) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut day = first;
    while day < end && slots.len() <= MOST_SLOTS {
        let Some(slot) = slot_around(unit, day) else { break };
        day = slot.end;
        slots.push(slot);
    }
    slots
}

/// The month, quarter or week that a day is in; `None` beyond the calendar.
fn slot_around(unit: SlotUnit, number: DayNumber) -> Option<Slot> {
    let day = Day::of_number(number)?;
    let days_of = |months| Stretch::of_months(day.year, months);
    let year = format!("{}년", day.year);
    Some(match unit {
        SlotUnit::Month => {
            let label = format!("{}월", day.month);
            let days = days_of((day.month, day.month))?;
            Slot { label, group: year, first: days.first.number(), end: days.last.number() + 1 }
        }
        SlotUnit::Quarter => {
            let quarter = YearPart::quarter_of(day.month);
            let label = quarter.to_string();
            let days = days_of(quarter.months())?;
            Slot { label, group: year, first: days.first.number(), end: days.last.number() + 1 }
        }
        // A week belongs to the month of its Monday.
        SlotUnit::Week => {
            let first = number - i64::from(day.weekday().after_monday());
            let monday = Day::of_number(first)?;
            Slot {
                label: format!("{}주", (monday.day - 1) / 7 + 1),
                group: format!("{}-{}", monday.year, monday.month),
                first,
                end: first + 7,
            }
        }
    })
}

/// Runs of columns under the same year or month; none if there is one only
/// and it is a year, which the columns then need not repeat.
fn groups(slots: &[Slot], unit: SlotUnit) -> Vec<SlotGroup> {
    let mut groups: Vec<SlotGroup> = Vec::new();
    for slot in slots {
        match groups.last_mut() {
            Some(group) if group.label == slot.group => group.span += 1,
            _ => groups.push(SlotGroup { label: slot.group.clone(), size: 0.0, span: 1 }),
        }
    }
    if unit == SlotUnit::Week {
        name_months(&mut groups);
    } else if groups.len() == 1 {
        groups.clear();
    }
    groups
}

/// Names the months over weeks: `’24. 9월` for the first and each January,
/// `10월` for the others, which have little room.
fn name_months(groups: &mut [SlotGroup]) {
    for (index, group) in groups.iter_mut().enumerate() {
        let Some((year, month)) = group.label.split_once('-') else { continue };
        group.label = match month {
            _ if index == 0 && group.span > 2 => format!("’{}.{GLUE}{month}월", &year[2..]),
            "1" if index > 0 => format!("’{}.{GLUE}{month}월", &year[2..]),
            _ => format!("{month}월"),
        };
    }
}

/// The tasks as a sentence each, their names shortened where they would be too
/// long together to be a string of a PDF.
fn in_words(tasks: &[Task], set: &[ScheduleTask]) -> String {
    let words = |longest: usize| {
        let sentence = |(task, set): (&Task, &ScheduleTask)| {
            let period = korean::span_of_time(task.from, task.to);
            let name = one_line(&set.name.plain());
            let kept = name.char_indices().nth(longest).map(|(at, _)| format!("{}…", &name[..at]));
            one_line(&format!("{}: {period}", kept.unwrap_or(name)))
        };
        let sentences: Vec<String> = tasks.iter().zip(set).map(sentence).collect();
        format!("일정표. {}", sentences.join("; "))
    };
    let whole = words(usize::MAX);
    match is_too_long(&whole) {
        // A period takes up to 40 characters.
        true => words((LONGEST_STRING / tasks.len().max(1)).saturating_sub(40) / 2),
        false => whole,
    }
}

fn first_day(moment: Moment) -> DayNumber {
    Stretch::of(moment).first.number()
}

/// The day after the moment's last.
fn end_day(moment: Moment) -> DayNumber {
    Stretch::of(moment).last.number() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(unit: SlotUnit, shown: (&str, &str), task: (&str, &str)) -> (f64, f64, usize) {
        let moment = |text| Moment::parse(text).expect("a date");
        let slots = slots(unit, first_day(moment(shown.0)), end_day(moment(shown.1)));
        let from = position(first_day(moment(task.0)), &slots);
        (from, position(end_day(moment(task.1)), &slots), slots.len())
    }

    #[test]
    fn a_bar_begins_and_ends_at_its_days() {
        let months = ("2024-07", "2024-10");
        assert_eq!(bar(SlotUnit::Month, months, ("2024-08", "2024-09")), (1.0, 3.0, 4));
        let (from, to, _) = bar(SlotUnit::Month, months, ("2024-07-15", "2024-10-31"));
        assert!((0.44..0.46).contains(&from), "{from}");
        assert!((to - 4.0).abs() < f64::EPSILON);
        let quarters = ("2024-02", "2025-03");
        assert_eq!(bar(SlotUnit::Quarter, quarters, ("2024-04", "2024-12")), (1.0, 4.0, 5));
    }

    #[test]
    fn weeks_run_from_monday_to_sunday() {
        let weeks = ("2024-09-02", "2024-09-29");
        assert_eq!(bar(SlotUnit::Week, weeks, ("2024-09-09", "2024-09-15")), (1.0, 2.0, 4));
        // 7 September 2024 was a Saturday.
        let within = bar(SlotUnit::Week, weeks, ("2024-09-07", "2024-09-08"));
        assert_eq!(within, (0.71, 1.0, 4));
    }
}
