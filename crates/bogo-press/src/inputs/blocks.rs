//! Blocks of a body, each with the `kind` that names its component.

use bogo_model::edition::{
    Block, ListItem, Picture, ProjectEntry, Schedule, ScheduleTask, SlotGroup, Unit,
};
use serde_json::Value as Json;

use super::sections::project_key;
use super::table::table;
use super::text::text;
use super::{all, or_none, picture_path};

/// What a body consists of.
pub(super) fn blocks(blocks: &[Block]) -> Json {
    all(blocks, block)
}

fn block(block: &Block) -> Json {
    match block {
        Block::Heading { passage, level, depth, marker, text: words, badge, body } => object! {
            "kind": "heading",
            "passage": passage.number,
            "level": *level,
            "depth": *depth,
            "marker": marker.as_str(),
            "text": text(words),
            "badge": or_none(badge.as_ref(), text),
            "body": blocks(body),
        },
        Block::List { depth, ordered, items } => object! {
            "kind": "list",
            "depth": *depth,
            "ordered": *ordered,
            "items": all(items, list_item),
        },
        Block::Note { passage, depth, marker, text: words } => object! {
            "kind": "note",
            "passage": passage.number,
            "depth": *depth,
            "marker": marker.as_str(),
            "text": text(words),
        },
        Block::Paragraph { passage, depth, text: words } => object! {
            "kind": "paragraph",
            "passage": passage.number,
            "depth": *depth,
            "text": text(words),
        },
        Block::Box { passage, title, body } => object! {
            "kind": "box",
            "passage": passage.number,
            "title": or_none(title.as_ref(), text),
            "body": blocks(body),
        },
        Block::Table(own) => table(own),
        Block::Schedule(own) => schedule(own),
        Block::Pictures {
            passage,
            per_row,
            width,
            ratio,
            full_page,
            landscape,
            caption,
            items,
        } => {
            object! {
                "kind": "pictures",
                "passage": passage.number,
                "per_row": *per_row,
                "width": *width,
                "ratio": *ratio,
                "full_page": *full_page,
                "landscape": *landscape,
                "caption": or_none(caption.as_ref(), text),
                "items": all(items, picture),
            }
        }
        Block::Organisation { passage, root, alt } => object! {
            "kind": "organisation",
            "passage": passage.number,
            "root": unit(root),
            "alt": alt.as_str(),
        },
        Block::ProjectList { passage, head, team_head, entries } => object! {
            "kind": "project_list",
            "passage": passage.number,
            "head": all(head, text),
            "team_head": or_none(team_head.as_ref(), text),
            "entries": all(entries, project_entry),
        },
    }
}

fn list_item(item: &ListItem) -> Json {
    object! {
        "passage": item.passage.number,
        "marker": item.marker.as_str(),
        "text": text(&item.text),
        "badge": or_none(item.badge.as_ref(), text),
        "body": blocks(&item.body),
    }
}

/// A picture: where the prepared one stands, and what is said of it.
pub(super) fn picture(picture: &Picture) -> Json {
    object! {
        "path": picture_path(&picture.used),
        "alt": picture.alt.as_str(),
        "caption": or_none(picture.caption.as_ref(), text),
        "ratio": picture.ratio,
        "width": picture.width,
    }
}

fn schedule(schedule: &Schedule) -> Json {
    let group = |group: &SlotGroup| object! { "label": group.label.as_str(), "span": group.span };
    let task = |task: &ScheduleTask| {
        object! {
            "name": text(&task.name),
            "from": task.from,
            "to": task.to,
            "note": or_none(task.note.as_ref(), text),
        }
    };
    object! {
        "kind": "schedule",
        "passage": schedule.passage.number,
        "head": vec![text(&schedule.head.0), text(&schedule.head.1)],
        "note_head": or_none(schedule.note_head.as_ref(), text),
        "groups": all(&schedule.groups, group),
        "slots": all(&schedule.slots, |label| label.as_str().into()),
        "tasks": all(&schedule.tasks, task),
        "alt": schedule.alt.as_str(),
    }
}

fn unit(own: &Unit) -> Json {
    object! {
        "name": text(&own.name),
        "note": or_none(own.note.as_ref(), text),
        "own": own.own,
        "aside": all(&own.aside, text),
        "units": all(&own.units, unit),
    }
}

fn project_entry(entry: &ProjectEntry) -> Json {
    object! {
        "number": entry.number.as_str(),
        "title": text(&entry.title),
        "key": project_key(&entry.section),
        "team": or_none(entry.team.as_ref(), text),
    }
}
