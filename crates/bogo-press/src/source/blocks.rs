//! Blocks of a body.

use bogo_model::edition::{
    Badge, Block, BoxLook, Chart, ChartSlice, Heading, Keeping, List, ListItem, Picture,
    PictureRows, ProjectEntry, RichText, Schedule, Standing, SummaryBox, UnitLine, UnitWords,
};

use super::picture_path;
use super::sections::project_key;
use super::writer::{Call, Number, Pt, Quoted, Writer};

impl Writer<'_> {
    /// Blocks in a row.
    pub(super) fn blocks<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>) {
        blocks.into_iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(own) => self.heading(own),
            Block::List(own) => self.list(own),
            Block::Note { passage, marker, indent, hang, gap, text, sticky, .. } => {
                self.begin(passage.number);
                self.statement("note", |call| {
                    call.value(Pt(*indent)).value(Pt(*hang)).value(Pt(*gap));
                    call.flag("sticky", *sticky);
                    call.flag("filled", text.lines.are_justified());
                    call.content(|writer| writer.marker(marker));
                    call.content(|writer| writer.text(text));
                });
            }
            Block::Paragraph { passage, indent, text, sticky, .. } => {
                self.begin(passage.number);
                self.statement("paragraph", |call| {
                    call.value(Pt(*indent)).flag("sticky", *sticky);
                    call.content(|writer| writer.prose(text));
                });
            }
            Block::Box(own) => self.summary_box(own),
            Block::Pictures(own) => self.pictures(own),
            Block::Table(own) => self.table(own),
            Block::Schedule(own) => self.schedule(own),
            Block::Organisation { passage, standing, chart, alt, .. } => {
                self.begin(passage.number);
                self.organisation(passage.number, standing, chart, alt);
            }
            Block::ProjectList { passage, standing, widths, head, team_head, entries } => {
                self.begin(passage.number);
                self.statement("project-list", |call| {
                    call.standing(standing).named("mark", passage.number);
                    call.named_array("widths", |call| {
                        widths.iter().for_each(|width| {
                            call.value(Pt(*width));
                        });
                    });
                    call.named_array("head", |call| {
                        let teams = team_head.iter();
                        let heads = head.iter().take(1).chain(teams).chain(head.iter().skip(1));
                        heads.for_each(|text| {
                            call.content(|writer| writer.text(text));
                        });
                    });
                    entries.iter().for_each(|entry| {
                        call.code(|writer| writer.project_entry(entry, team_head.is_some()));
                    });
                });
            }
        }
    }

    fn project_entry(&mut self, entry: &ProjectEntry, has_teams: bool) {
        self.array(|call| {
            call.value(Quoted(&project_key(&entry.section)));
            call.content(|writer| writer.text(&RichText::from(entry.number.as_str())));
            if has_teams {
                call.content(|writer| entry.team.iter().for_each(|team| writer.text(team)));
            }
            call.content(|writer| writer.text(&entry.title));
        });
    }

    /// A text as a paragraph, which is justified if it has lines that are.
    fn prose(&mut self, text: &RichText) {
        let is_justified = text.lines.are_justified();
        self.raw(if is_justified { "#prose[" } else { "#par[" });
        self.text(text);
        self.raw("]");
    }

    /// The sign before something.
    pub(super) fn marker(&mut self, marker: &str) {
        self.text(&RichText::from(marker));
    }

    /// A badge, if there is one.
    pub(super) fn badge(&mut self, badge: Option<&Badge>) {
        if let Some(badge) = badge {
            self.raw(&format!("#badge({})[", Pt(badge.size)));
            self.plain(&badge.text);
            self.raw("];");
        }
    }

    fn heading(&mut self, own: &Heading) {
        self.begin(own.passage.number);
        self.statement("item-heading", |call| {
            call.value(own.level).value(own.depth).value(Pt(own.hang)).value(Pt(own.gap));
            call.value(Quoted(&one_line(&own.text)));
            call.flag("sticky", own.sticky).flag("filled", own.text.lines.are_justified());
            call.content(|writer| writer.marker(&own.marker));
            call.content(|writer| {
                writer.badge(own.badge.as_ref());
                writer.text(&own.text);
            });
        });
        self.blocks(&own.body);
    }

    /// A list, as one for each run of items with the same sign.
    fn list(&mut self, own: &List) {
        if own.ordered {
            self.statement("counted-items", |call| {
                call.list(own, &own.items[0], own.continues, own.sticky);
                call.array(|call| {
                    own.items.iter().for_each(|item| {
                        call.content(|writer| writer.marker(&item.marker));
                    });
                });
                own.items.iter().for_each(|item| {
                    call.content(|writer| writer.item(item, own));
                });
            });
            return;
        }
        let runs: Vec<&[ListItem]> =
            own.items.chunk_by(|one, other| one.marker == other.marker).collect();
        for (index, run) in runs.iter().enumerate() {
            let is_last = index + 1 == runs.len();
            self.statement("items", |call| {
                call.list(own, &run[0], own.continues || index > 0, own.sticky && is_last);
                call.content(|writer| {
                    writer.begin(run[0].passage.number);
                    writer.marker(&run[0].marker);
                });
                run.iter().for_each(|item| {
                    call.content(|writer| writer.item(item, own));
                });
            });
        }
    }

    fn item(&mut self, item: &ListItem, list: &List) {
        self.begin(item.passage.number);
        let with_next = item.keeping == Keeping::WithNext;
        let (open, close) = match item.keeping {
            Keeping::WithBody => ("#leading", "]"),
            Keeping::Free | Keeping::WithNext if is_nested(list) => ("#line", "]"),
            Keeping::Free | Keeping::WithNext => ("", ""),
        };
        if with_next {
            self.raw(&format!("#with-next({})[", list.depth));
        }
        if !open.is_empty() {
            self.raw(&format!("{open}({})[", list.depth));
        }
        let is_justified = item.text.lines.are_justified();
        self.raw(if is_justified { "#prose[" } else { "" });
        self.badge(item.badge.as_ref());
        self.text(&item.text);
        self.raw(if is_justified { "]" } else { "" });
        self.raw(close);
        self.raw(if with_next { "]" } else { "" });
        if !item.body.is_empty() {
            self.raw("\n");
            self.blocks(&item.body);
        }
    }

    fn summary_box(&mut self, own: &SummaryBox) {
        self.begin(own.passage.number);
        self.statement("summary-box", |call| {
            call.value(Pt(own.width)).named("mark", own.passage.number);
            call.flag("sticky", own.sticky).flag("ends-item", own.ends_item);
            call.flag("with-note", own.stays_with_note);
            call.named_content("title", own.title.as_ref(), |writer, title| writer.text(title));
            call.content(|writer| {
                writer.raw("\n");
                writer.blocks(&own.body);
            });
        });
    }

    fn pictures(&mut self, own: &PictureRows) {
        self.begin(own.passage.number);
        let caption = own.caption.as_ref();
        if own.full_page {
            let item = &own.items[0];
            self.statement("full-page-picture", |call| {
                call.named("mark", own.passage.number).value(Number(own.ratio));
                call.value(Pt(own.cell.1)).value(Pt(own.captions));
                call.flag("apart", own.apart.first() == Some(&true));
                call.named_content("caption", item.caption.as_ref(), Writer::text_of);
                call.named_content("shared", caption, Writer::text_of);
                call.value(Quoted(&picture_path(&item.used))).value(Quoted(&item.alt));
                call.named("own", Number(item.ratio));
            });
            return;
        }
        let rows: Vec<&[Picture]> = own.items.chunks(usize::from(own.per_row).max(1)).collect();
        for (index, row) in rows.iter().enumerate() {
            let is_last = index + 1 == rows.len();
            let (width, height) = own.cell;
            self.statement("picture-row", |call| {
                call.standing(&Standing {
                    sticky: own.standing.sticky && is_last,
                    ends_item: own.standing.ends_item && is_last,
                    ..own.standing
                });
                call.named("mark", own.passage.number);
                call.value(if rows.len() > 1 { usize::from(own.per_row) } else { row.len() });
                call.value(Pt(width)).value(Pt(height));
                call.flag("centred", own.part < 1.0).flag("follows", index > 0);
                call.flag("apart", own.apart.get(index) == Some(&true));
                let shared = caption.filter(|_| is_last);
                call.named_content("caption", shared, Writer::text_of);
                row.iter().for_each(|picture| {
                    call.code(|writer| writer.picture(picture));
                });
            });
        }
    }

    /// A picture: where it stands, what is seen, width to height, and
    /// its caption.
    pub(super) fn picture(&mut self, picture: &Picture) {
        self.array(|call| {
            call.value(Quoted(&picture_path(&picture.used))).value(Quoted(&picture.alt));
            call.value(Number(picture.ratio));
            call.content_or_none(picture.caption.as_ref(), Writer::text_of);
        });
    }

    /// A text, as what content is made of.
    pub(super) fn text_of(&mut self, text: &RichText) {
        self.text(text);
    }

    fn schedule(&mut self, own: &Schedule) {
        self.begin(own.passage.number);
        self.statement("schedule", |call| {
            call.standing(&own.standing).named("mark", own.passage.number);
            call.named("name", Pt(own.name_width)).named("slot", Pt(own.slot_width));
            if own.note_head.is_some() {
                call.named("note", Pt(own.note_width));
            }
            call.flag("apart", own.apart);
            if !own.repeats_head {
                call.named("repeats", false);
            }
            call.named("alt", Quoted(&own.alt));
            call.named_array("head", |call| {
                let heads = [Some(&own.head.0), Some(&own.head.1), own.note_head.as_ref()];
                heads.into_iter().flatten().for_each(|text| {
                    call.content(|writer| writer.text(text));
                });
            });
            call.named_array("groups", |call| {
                own.groups.iter().for_each(|group| {
                    call.array(|call| {
                        call.value(group.span).value(Pt(group.size));
                        call.content(|writer| writer.marker(&group.label));
                    });
                });
            });
            call.named("slot-size", Pt(own.slot_size)).named("step", own.slot_step);
            call.named_array("slots", |call| {
                own.slots.iter().for_each(|label| {
                    call.content(|writer| writer.marker(label));
                });
            });
            own.tasks.iter().for_each(|task| {
                call.array(|call| {
                    call.content(|writer| writer.text(&task.name));
                    call.value(Number(task.from)).value(Number(task.to));
                    call.value(Pt(task.height)).value(task.splits);
                    if own.note_head.is_some() {
                        call.content(|writer| task.note.iter().for_each(|own| writer.text(own)));
                    }
                });
            });
        });
    }

    fn organisation(&mut self, passage: usize, standing: &Standing, chart: &Chart, alt: &str) {
        self.statement("organisation", |call| {
            call.standing(standing).named("mark", passage).named("alt", Quoted(alt));
            match chart {
                Chart::Drawn(slices) => {
                    call.flag("apart", slices.len() > 1);
                    slices.iter().for_each(|slice| {
                        call.code(|writer| writer.chart_slice(slice));
                    });
                }
                Chart::Lines(lines) => {
                    call.named("apart", true);
                    lines.iter().for_each(|line| {
                        call.code(|writer| writer.unit_line(line));
                    });
                }
            }
        });
    }

    fn chart_slice(&mut self, slice: &ChartSlice) {
        self.call("chart-slice", |call| {
            call.value(Pt(slice.height));
            call.array(|call| {
                slice.links.iter().for_each(|link| {
                    call.array(|call| {
                        call.code(|writer| writer.point(link.from));
                        call.code(|writer| writer.point(link.to)).value(link.dashed);
                    });
                });
            });
            slice.boxes.iter().for_each(|own| {
                let look = match own.look {
                    _ if own.own => "own",
                    BoxLook::Root => "root",
                    BoxLook::Unit => "unit",
                    BoxLook::Child => "child",
                    BoxLook::Aside => "aside",
                };
                call.array(|call| {
                    call.value(Quoted(look)).code(|writer| writer.point(own.at));
                    call.code(|writer| writer.point(own.size)).unit(&own.words);
                });
            });
        });
    }

    fn unit_line(&mut self, line: &UnitLine) {
        self.call("unit-line", |call| {
            call.value(Pt(line.indent)).value(line.bold).value(line.whole).unit(&line.words);
        });
    }

    fn point(&mut self, (x, y): (f64, f64)) {
        self.array(|call| {
            call.value(Pt(x)).value(Pt(y));
        });
    }
}

impl Call<'_, '_> {
    /// The place of what stands at the same place under every item.
    pub(super) fn standing(&mut self, own: &Standing) -> &mut Self {
        self.value(Pt(own.indent)).value(Pt(own.width));
        self.flag("sticky", own.sticky).flag("ends-item", own.ends_item)
    }

    /// The place of a list that begins with this item.
    fn list(&mut self, own: &List, first: &ListItem, continues: bool, sticky: bool) -> &mut Self {
        self.value(own.depth).value(Pt(own.indent)).value(Pt(first.gap));
        self.flag("continues", continues).flag("sticky", sticky).flag("nested", is_nested(own))
    }

    /// The words of a unit: size and name, and of a word below it the same.
    fn unit(&mut self, words: &UnitWords) -> &mut Self {
        self.value(Pt(words.size)).content(|writer| writer.text(&words.name));
        if let Some(note) = &words.note {
            self.value(Pt(words.note_size)).content(|writer| writer.text(note));
        }
        self
    }
}

/// Whether something stands under items of a list.
fn is_nested(list: &List) -> bool {
    list.items.iter().any(|item| !item.body.is_empty())
}

/// A text without what sets it off, on one line: the name of a heading.
pub(super) fn one_line(text: &RichText) -> String {
    text.plain().replace([bogo_model::korean::GLUE, '\n'], " ")
}
