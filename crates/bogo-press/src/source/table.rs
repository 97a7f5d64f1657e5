//! Tables and their cells.

use bogo_model::edition::{
    Align, CellLine, Header, NestedLine, Table, TableCell, TableRow, nested,
};

use super::picture_path;
use super::writer::{Call, Pt, Quoted, Writer};

/// A table while its cells are written.
struct Cells<'t> {
    table: &'t Table,
    /// How most cells of each column of the body are aligned.
    usual: Vec<Align>,
    /// The cells that carry marks of their rows, for labels that are drawn again:
    /// in each row one of it alone, if there is one.
    carriers: Vec<(usize, usize)>,
    /// Where in the table the next cell stands, by what those before it cover.
    taken: Vec<usize>,
}

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.begin(table.passage.number);
        let mut cells = Cells {
            table,
            usual: usual_alignment(table),
            carriers: if table.labelled { carriers(table) } else { Vec::new() },
            taken: vec![0; table.columns.len()],
        };
        if table.labelled {
            self.labelled_table(table, &mut cells);
        } else {
            self.statement("data-table", |call| call.table(table, &mut cells));
        }
    }

    /// A table with labels that are drawn again, which are named before it.
    fn labelled_table(&mut self, table: &Table, cells: &mut Cells<'_>) {
        self.raw("#{\n  let labels = ");
        self.array(|call| {
            for cell in cells.labels() {
                call.code(|writer| cells.label(cell, writer));
            }
        });
        self.raw("\n  ");
        self.call("labelled-table", |call| call.table(table, cells));
        self.raw("\n}\n");
    }
}

impl Call<'_, '_> {
    /// The arguments of a table.
    fn table(&mut self, table: &Table, cells: &mut Cells<'_>) {
        self.standing(&table.standing);
        self.array(|call| {
            table.columns.iter().for_each(|column| {
                call.value(Pt(column.width));
            });
        });
        self.named("size", Pt(table.size));
        self.insets(table).flag("whole", table.whole);
        self.align(&cells.usual).row_heights(table);
        self.named("count", table.head.len() + table.rows.len());
        self.named_content("caption", table.caption.as_ref(), Writer::text_of);
        self.named_content("unit", table.unit.as_ref(), Writer::text_of);
        self.some("alt", table.alt.as_deref().map(Quoted));
        match table.header {
            Header::Repeated => {}
            Header::Once => {
                self.named("header", "\"once\"");
            }
            Header::Apart => {
                self.named("header", "\"apart\"");
            }
        }
        if !table.head.is_empty() {
            self.named("heads", table.head.len());
            self.named_array("head", |call| {
                for (index, row) in table.head.iter().enumerate() {
                    cells.row(index, row, None, call);
                }
            });
        }
        for (index, row) in table.rows.iter().enumerate() {
            cells.row(table.head.len() + index, &row.cells, Some(row), self);
        }
    }

    /// The room around what stands in cells. Words in the middle of a cell whose
    /// height and width are given have none, which spares them a layer of layout.
    fn insets(&mut self, table: &Table) -> &mut Self {
        let (x, y) = table.insets;
        if table.labelled || table.row_heights.iter().any(Option::is_none) {
            return self.named("inset", format_args!("(x: {}, y: {})", Pt(x), Pt(y)));
        }
        let mut are_centred = vec![true; table.columns.len()];
        for cell in table.body_cells().filter(|cell| cell.align != Align::Center) {
            are_centred[cell.column] = false;
        }
        self.named_array("inset", |call| {
            for is_centred in are_centred {
                match is_centred {
                    true => call.value("0pt"),
                    false => call.value(format_args!("(x: {})", Pt(x))),
                };
            }
        })
    }

    /// How the cells of each column of the body are aligned, by most of them.
    fn align(&mut self, usual: &[Align]) -> &mut Self {
        self.named_array("align", |call| {
            usual.iter().for_each(|align| {
                call.value(format_args!("{} + horizon", word(*align)));
            });
        })
    }

    /// The heights of rows, where they are known. Typst gives the last of them to
    /// all rows that follow.
    fn row_heights(&mut self, table: &Table) -> &mut Self {
        let height = |height: &Option<f64>| match height {
            Some(height) => Pt(*height).to_string(),
            None => "auto".to_owned(),
        };
        let mut heights: Vec<String> = table.row_heights.iter().map(height).collect();
        while heights.len() > 1 && heights[heights.len() - 2] == heights[heights.len() - 1] {
            heights.pop();
        }
        match heights.as_slice() {
            [] => self,
            [all] if all == "auto" => self,
            [all] => self.named("rows", all),
            _ => self.named_array("rows", |call| {
                heights.iter().for_each(|height| {
                    call.value(height);
                });
            }),
        }
    }
}

impl Cells<'_> {
    /// The cells of a row; places that none covers are blank ones.
    fn row(
        &mut self,
        index: usize,
        cells: &[TableCell],
        row: Option<&TableRow>,
        call: &mut Call<'_, '_>,
    ) {
        let mut column = 0;
        let mut cells = cells.iter().peekable();
        while column < self.taken.len() {
            if self.taken[column] > index {
                column += 1;
                continue;
            }
            match cells.next_if(|cell| cell.column <= column) {
                Some(cell) => {
                    for own in &mut self.taken[cell.columns()] {
                        *own = cell.row + cell.rowspan;
                    }
                    call.code(|writer| self.cell(cell, row, writer));
                    column = cell.column + cell.colspan;
                }
                None => {
                    call.value("[]");
                    column += 1;
                }
            }
        }
    }

    fn cell(&self, cell: &TableCell, row: Option<&TableRow>, writer: &mut Writer<'_>) {
        let table = self.table;
        let is_head = row.is_none();
        let is_total = table.is_total(cell);
        let mut closing = 0;
        // What heads its row, or a column where no head is repeated.
        if is_head && (cell.diagonal.is_some() || table.header == Header::Apart) {
            let scope = if cell.diagonal.is_some() { "both" } else { "column" };
            let level = if cell.diagonal.is_some() { 1 } else { cell.row + 1 };
            writer.raw(&format!("heads({}, {level}, ", Quoted(scope)));
            closing += 1;
        } else if !is_head && cell.head {
            writer.raw(&format!("heads-row({}, ", cell.column + 1));
            closing += 1;
        }
        // A row that may be split is a passage of its own.
        let of_row = row.filter(|_| cell.rowspan == 1).and_then(|row| row.passage);
        writer.begin(of_row.map_or(table.passage.number, |own| own.number));
        let arguments = self.arguments(cell, is_head);
        if is_head || is_total || !arguments.is_empty() {
            let name = match (is_head, is_total) {
                (true, _) => "head-cell",
                (_, true) => "total-cell",
                _ => "table.cell",
            };
            writer.raw(&format!("{name}({arguments}"));
            closing += 1;
        }
        // A label says so itself.
        if table.is_bold(cell) && cell.repeated.is_none() {
            writer.raw("bold(");
            closing += 1;
        }
        self.said(cell, row, writer);
        writer.raw(&")".repeat(closing));
    }

    /// The labels that are drawn again.
    fn labels(&self) -> impl Iterator<Item = &TableCell> {
        self.table.body_cells().filter(|cell| cell.repeated.is_some())
    }

    /// A label that is drawn again.
    fn label(&self, cell: &TableCell, writer: &mut Writer<'_>) {
        let width = self.table.width(cell.columns());
        let (first, end, align) = (cell.row, cell.row + cell.rowspan, word(cell.align));
        writer.raw(&format!(
            "(first: {first}, end: {end}, x: {}, width: {}, height: {}, align: {align} + horizon, body: ",
            Pt(self.edge(cell)),
            Pt(width - 2.0 * self.table.insets.0),
            Pt(cell.repeated.unwrap_or_default()),
        ));
        let is_bold = cell.strong;
        writer.raw(if is_bold { "bold(" } else { "" });
        self.content(cell, writer);
        writer.raw(if is_bold { "))" } else { ")" });
    }

    /// How far the left edge of a cell is from the table's.
    fn edge(&self, cell: &TableCell) -> f64 {
        self.table.width(0..cell.column)
    }

    /// What a cell says: a label that stands with the others, what carries the
    /// marks of its row, or words.
    fn said(&self, cell: &TableCell, row: Option<&TableRow>, writer: &mut Writer<'_>) {
        if cell.repeated.is_some() {
            let index =
                self.labels().position(|own| own.row == cell.row && own.column == cell.column);
            writer.raw(&format!("group-label(labels.at({}))", index.unwrap_or_default()));
        } else if self.carriers.contains(&(cell.row, cell.column)) {
            let needs = row.filter(|_| cell.open).map_or(0.0, |row| row.needs);
            let (edge, inset) = (Pt(self.edge(cell)), Pt(self.table.insets.1));
            writer.raw(&format!("carrier({}, {edge}, {inset}, {}, labels, ", cell.row, Pt(needs)));
            self.content(cell, writer);
            writer.raw(")");
        } else {
            self.content(cell, writer);
        }
    }

    /// What of a cell is not as its column usually is, as arguments.
    fn arguments(&self, cell: &TableCell, is_head: bool) -> String {
        let mut arguments = String::new();
        let mut add = |argument: String| {
            arguments.push_str(&argument);
            arguments.push_str(", ");
        };
        if cell.colspan > 1 {
            add(format!("colspan: {}", cell.colspan));
        }
        if cell.rowspan > 1 {
            add(format!("rowspan: {}", cell.rowspan));
        }
        if !is_head && cell.align != self.usual[cell.column] {
            add(format!("align: {} + horizon", word(cell.align)));
        }
        if cell.diagonal.is_some() {
            add("inset: 0pt".to_owned());
        }
        if cell.open {
            add("breakable: true".to_owned());
        }
        arguments
    }

    fn content(&self, cell: &TableCell, writer: &mut Writer<'_>) {
        writer.raw("[");
        let is_first = cell.row == 0 && cell.column == 0;
        if is_first {
            writer.raw(&format!("#mark({});", self.table.passage.number));
        }
        if let Some(diagonal) = &cell.diagonal {
            writer.raw("#");
            writer.call("diagonal", |call| {
                let (width, height) = diagonal.size;
                call.value(Pt(width)).value(Pt(height));
                call.content(|writer| writer.text(&diagonal.below));
                call.content(|writer| writer.text(&diagonal.above));
            });
        } else {
            match &cell.list {
                Some(lines) => writer.cell_list(lines),
                None => writer.text(&cell.text),
            }
            if !cell.pad.is_empty() {
                writer.raw("#hide[");
                writer.marker(&cell.pad);
                writer.raw("]");
            }
        }
        if let (Some(picture), None) = (&cell.picture, &cell.diagonal) {
            let outer = self.table.width(cell.columns());
            let width = (outer - 2.0 * self.table.insets.0) * picture.width;
            writer.raw("#");
            writer.call("cell-picture", |call| {
                call.value(Quoted(&picture_path(&picture.used))).value(Quoted(&picture.alt));
                call.value(Pt(width)).value(Pt(width / picture.ratio));
                let has_words = cell.list.is_some() || !cell.text.is_blank();
                call.flag("below", has_words);
                call.named_content("caption", picture.caption.as_ref(), Writer::text_of);
            });
        }
        writer.raw("]");
    }
}

impl Writer<'_> {
    /// The lines of a cell: runs of those with signs as lists, others as they are.
    fn cell_list(&mut self, lines: &[CellLine]) {
        for run in nested(lines) {
            let line = run[0].line;
            if line.marker.is_none() {
                self.raw("#cell-line[");
                self.text(&line.text);
                self.raw("]");
                continue;
            }
            let is_ordered = run.iter().any(|nested| nested.line.ordered);
            if is_ordered {
                self.raw("#");
                self.call("counted-cell-items", |call| {
                    call.value(Pt(line.hang));
                    call.array(|call| {
                        run.iter().for_each(|nested| {
                            let sign = nested.line.marker.as_deref().unwrap_or_default();
                            call.content(|writer| writer.marker(sign));
                        });
                    });
                    run.iter().for_each(|nested| {
                        call.content(|writer| writer.cell_item(nested));
                    });
                });
                continue;
            }
            let alike = run.chunk_by(|one, other| one.line.marker == other.line.marker).enumerate();
            for (index, items) in alike {
                self.raw("#");
                self.call("cell-items", |call| {
                    call.value(Pt(items[0].line.hang)).flag("continues", index > 0);
                    let sign = items[0].line.marker.as_deref().unwrap_or_default();
                    call.content(|writer| writer.marker(sign));
                    items.iter().for_each(|nested| {
                        call.content(|writer| writer.cell_item(nested));
                    });
                });
            }
        }
    }

    fn cell_item(&mut self, nested: &NestedLine<'_>) {
        self.badge(nested.line.badge.as_ref());
        self.text(&nested.line.text);
        if !nested.below.is_empty() {
            self.raw("#below-line[");
            self.cell_list(nested.below);
            self.raw("]");
        }
    }
}

fn word(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

/// How most cells of each column of a body are aligned.
fn usual_alignment(table: &Table) -> Vec<Align> {
    let mut counts = vec![[0_usize; 3]; table.columns.len()];
    let all = [Align::Center, Align::Left, Align::Right];
    for cell in table.body_cells() {
        let which = all.iter().position(|align| *align == cell.align).unwrap_or_default();
        counts[cell.column][which] += 1;
    }
    let most = |counts: &[usize; 3]| {
        let most = counts.iter().max().copied().unwrap_or_default();
        all[counts.iter().position(|count| *count == most).unwrap_or_default()]
    };
    counts.iter().map(most).collect()
}

/// In each row beside a label that is drawn again a cell of it alone, if there is
/// one.
fn carriers(table: &Table) -> Vec<(usize, usize)> {
    let mut is_beside = vec![false; table.head.len() + table.rows.len()];
    for label in table.body_cells().filter(|cell| cell.repeated.is_some()) {
        is_beside[label.row..label.row + label.rowspan].fill(true);
    }
    let mut carriers: Vec<Option<&TableCell>> = vec![None; table.head.len() + table.rows.len()];
    for cell in table.body_cells().filter(|cell| is_beside[cell.row] && cell.repeated.is_none()) {
        let known = &mut carriers[cell.row];
        if known.is_none_or(|known| known.rowspan > 1 && cell.rowspan == 1) {
            *known = Some(cell);
        }
    }
    carriers.into_iter().flatten().map(|cell| (cell.row, cell.column)).collect()
}
