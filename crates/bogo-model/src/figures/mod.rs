//! Figures by name, so that a sentence can say what a table says, and the
//! proofs that figures add up.

mod cell;
mod claims;
mod computed;
mod expression;
mod given;
mod grid;
mod lines;
mod marks;
mod money;
mod names;
mod parts;
mod people;
mod periods;
mod proof;
mod quantity;
mod relations;
mod repeats;
mod scopes;
mod shown;
mod slips;
mod solver;
mod undeclared;
mod unproved;
mod wording;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::format::{
    Block, RelationMark, Report, RunContent, Table, TableRow, Text, Visitor, visit_body,
};
use crate::json::Span;
use crate::manuscript::Manuscript;
use cell::Called;
pub(crate) use computed::Computed;
pub(crate) use expression::Expression;
use given::Given;
use grid::Grid;
pub(crate) use lines::UnknownLine;
use marks::MarkedSums;
pub(crate) use marks::{MarkSlip, SlipReason};
pub(crate) use money::{FundingSums, budget_sums, compared, figure_at, sum_figures};
pub(crate) use people::People;
use periods::Periods;
pub(crate) use periods::{NamedPeriod, PeriodNames};
pub(crate) use proof::{Proof, ProofKind, Proofs};
pub(crate) use quantity::Quantity;
use relations::Related;
pub(crate) use shown::Shown;
pub(crate) use slips::{Slip, slips};
use solver::Solved;
pub(crate) use undeclared::{Declaration, Undeclared, is_near, is_one_slip, subset_may_be};
pub(crate) use unproved::{Reason, Unproved};

/// What a project costs, as its table names it and as items call it.
pub(crate) const COST: &str = "소요예산";

/// What the names begin with that tables without a name of their own give.
pub(crate) const FIGURE_KINDS: [&str; 4] = ["조직", "인력", "예산", COST];

/// Figures by name.
pub(crate) type Named = BTreeMap<String, NamedFigure>;

/// What a name stands for.
#[derive(Debug, Clone)]
pub(crate) enum NamedFigure {
    /// This figure.
    One(Quantity),
    /// Figures that differ, of several tables.
    Several,
}

impl NamedFigure {
    /// The figure, where the name stands for one.
    pub(crate) fn one(&self) -> Option<&Quantity> {
        match self {
            Self::One(figure) => Some(figure),
            Self::Several => None,
        }
    }
}

/// All figures of an edition that have names, and what figures say of one
/// another.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    edition: Named,
    /// Those of tables that hold in a section or project only, by where that
    /// stands.
    sections: HashMap<Span, Named>,
    /// The periods that have names.
    periods: Periods,
    /// Those that the report gives a name itself.
    given: Given,
    /// What is computed for marks that say what a figure is of others.
    related: Related,
    /// Sums of marks that are to be computed, by the text and their name.
    computed: HashMap<(Span, String), Computed>,
    /// Cells of tables that are to be computed.
    cells: HashMap<Span, Computed>,
    /// The units of cells of tables whose texts have marks, by the text.
    cell_units: HashMap<Span, String>,
    /// What has to agree, and what could not be proved.
    pub(crate) proofs: Proofs,
    /// Marks of sums that say nothing.
    pub(crate) slips: Vec<MarkSlip>,
    /// Names of lines of tables that there are not.
    pub(crate) unknown_lines: Vec<UnknownLine>,
    /// Lines of tables that call themselves totals and are not said to be any.
    pub(crate) undeclared: Vec<Undeclared>,
}

/// The figures that can be used at a place of the report.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'f> {
    figures: &'f Figures,
    /// Where the section or project stands.
    section: Span,
    /// Where the text stands that a name is called in, if it is one.
    text: Option<Span>,
    own: Option<&'f Named>,
    own_periods: Option<&'f PeriodNames>,
}

impl<'f> Scope<'f> {
    /// The period that the name stands for here.
    pub(crate) fn period(&self, name: &str) -> Option<NamedPeriod> {
        let own = self.own_periods.and_then(|own| own.get(name));
        own.or_else(|| self.figures.periods.edition.get(name)).copied()
    }

    /// The names of all periods.
    pub(crate) fn period_names(&self) -> impl Iterator<Item = &str> {
        self.figures.periods.edition.keys().map(String::as_str)
    }

    /// The figures that can be used in a text, or by the name at this place:
    /// those of its line come first.
    pub(crate) fn at(&self, text: Span) -> Self {
        Self { text: Some(text), ..*self }
    }

    /// The figures that can be used in another section or project.
    fn of(&self, section: Span) -> Self {
        self.figures.scope(section)
    }

    /// The names that can be used here, the nearest first.
    fn reach(&self) -> impl Iterator<Item = &'f Named> {
        let given = &self.figures.given;
        let line = self.text.and_then(|text| given.on_line(text));
        let near = [line, given.in_section(self.section), self.own];
        near.into_iter().flatten().chain([&self.figures.edition])
    }

    /// What the name stands for here.
    pub(crate) fn get(&self, name: &str) -> Option<&'f NamedFigure> {
        self.reach().find_map(|named| named.get(name))
    }

    /// The figure that the name stands for here, where it is one.
    pub(crate) fn one(&self, name: &str) -> Option<&'f Quantity> {
        self.get(name)?.one()
    }

    /// What a relation is of; `None` where it cannot be read.
    pub(crate) fn expression(&self, mark: &RelationMark) -> Option<Expression> {
        let count = if mark.relation.is_of_two() { 2 } else { 1 };
        Expression::read(&mark.of, count, &|name| self.get(name).is_some())
    }

    /// What is computed for a mark of a relation that begins there in a text.
    pub(crate) fn related(&self, text: &Text, at: usize) -> Option<&'f Computed> {
        self.figures.related.get(&(text.span, at))
    }

    /// What a table gives the name to in the section at hand only.
    pub(crate) fn own(&self, name: &str) -> Option<&NamedFigure> {
        self.own.and_then(|own| own.get(name))
    }

    /// The names of tables that hold in the section at hand only.
    pub(crate) fn own_names(&self) -> impl Iterator<Item = &str> {
        self.own.into_iter().flat_map(|own| own.keys()).map(String::as_str)
    }

    /// All names that can be used here, the nearest first.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let mut seen = BTreeSet::new();
        let all = self.reach().flat_map(|named| named.keys()).map(String::as_str);
        all.filter(move |name| seen.insert(*name))
    }

    /// The sum of this name in a text, where it is to be computed and can be.
    pub(crate) fn computed(&self, text: &Text, name: &str) -> Option<&'f Computed> {
        self.figures.computed.get(&(text.span, name.to_owned()))
    }
}

impl Figures {
    /// Names, computes and proves the figures of a whole edition.
    pub(crate) fn of(manuscript: &Manuscript, report: &Report) -> Self {
        let mut figures = Self::default();
        let sections = manuscript.all_sections(report);
        let mut tables = Vec::new();
        names::name_overview(&sections, &mut figures.edition);
        for section in &sections {
            section.staff.iter().for_each(|s| people::prove_staff(s, &mut figures.proofs));
            figures.read_body(section.span, &section.body, true, &mut tables);
        }
        for project in manuscript.projects.values() {
            figures.read_body(project.span, &project.body, false, &mut tables);
        }
        // Tables may call what sums of marks give a name to, and say the units
        // of marks in their cells: these are read twice.
        let marked = MarkedSums::of(manuscript, report, &figures.cell_units);
        figures.given = Given::of(manuscript, report, &figures, &marked.computed);
        names::merge(&mut figures.edition, &figures.given.report);
        let (edition, sections) = (&mut figures.edition, &mut figures.sections);
        figures.periods = Periods::of(manuscript, report, edition, sections);
        figures.read_calling(tables);
        let marked = MarkedSums::of(manuscript, report, &figures.cell_units);
        figures.computed = marked.computed;
        figures.slips = marked.slips;
        figures.slips.append(&mut figures.given.slips);
        figures.proofs.extend(marked.proofs);
        let mut proofs = std::mem::take(&mut figures.proofs);
        repeats::prove_repeats(manuscript, report, &figures, &mut proofs);
        let wholes = &marked.wholes;
        figures.related =
            relations::prove_relations(manuscript, report, &figures, wholes, &mut proofs);
        figures.proofs = proofs;
        figures
    }

    /// The figures that can be used in the section or project at this place.
    pub(crate) fn scope(&self, section: Span) -> Scope<'_> {
        let own_periods = self.periods.sections.get(&section);
        let own = self.sections.get(&section);
        Scope { figures: self, section, text: None, own, own_periods }
    }

    /// The number of a cell that is to be computed, by where it is typed.
    pub(crate) fn cell(&self, span: Span) -> Option<&Computed> {
        self.cells.get(&span)
    }

    /// Reads the tables that call figures by their names, each when those are
    /// known; what is never known is refused there.
    fn read_calling(&mut self, mut tables: Vec<(Span, &Table)>) {
        while !tables.is_empty() {
            let known: Vec<bool> = tables
                .iter()
                .map(|(span, table)| {
                    let scope = self.scope(*span);
                    called_names(table).all(|name| scope.get(name).is_some())
                })
                .collect();
            let is_stuck = !known.contains(&true);
            let mut rest = Vec::new();
            for ((span, table), known) in tables.into_iter().zip(known) {
                if !known && !is_stuck {
                    rest.push((span, table));
                    continue;
                }
                let scope = self.scope(span);
                let read = read_table(table, &|name| scope.one(name).cloned());
                self.take(read);
            }
            tables = rest;
        }
    }

    /// Takes what a table states.
    fn take(&mut self, (solved, named, undeclared): (Solved, Named, Vec<Undeclared>)) {
        self.undeclared.extend(undeclared);
        for (name, figure) in named {
            match figure {
                NamedFigure::One(figure) => names::insert(&mut self.edition, name, figure),
                several => drop(self.edition.insert(name, several)),
            }
        }
        self.cells.extend(solved.computed);
        self.cell_units.extend(solved.cell_units);
        self.proofs.extend(solved.proofs);
        self.unknown_lines.extend(solved.unknown);
    }

    /// The unit that holds for a figure in the text of a cell, before these
    /// words, which say none themselves.
    fn cell_unit(&self, text: &Text, after: &str) -> Option<&str> {
        cell_unit(&self.cell_units, text, after)
    }

    /// The figures of a section or project. Tables that call figures by their
    /// names are left for later.
    fn read_body<'b>(
        &mut self,
        span: Span,
        body: &'b [Block],
        of_section: bool,
        tables: &mut Vec<(Span, &'b Table)>,
    ) {
        let own = Named::default();
        let mut stated = Stated { figures: self, section: span, of_section, own, tables };
        visit_body(body, &mut stated);
        let own = stated.own;
        self.sections.insert(span, own);
    }
}

/// Takes what the blocks of a section or project state.
struct Stated<'s, 'b> {
    figures: &'s mut Figures,
    /// Where the section or project stands.
    section: Span,
    /// Whether it is a section. Only budgets of sections have names: a
    /// project's would not be the office's.
    of_section: bool,
    /// Names that hold in it only.
    own: Named,
    /// Tables that call figures by their names.
    tables: &'s mut Vec<(Span, &'b Table)>,
}

impl<'b> Visitor<'b> for Stated<'_, 'b> {
    fn block(&mut self, block: &'b Block) {
        let figures = &mut *self.figures;
        match block {
            Block::Funding(funding) => {
                money::prove_funding(funding, &mut figures.proofs);
                names::name_funding(funding, &mut self.own, &mut figures.edition);
            }
            Block::Budget(budget) => {
                money::prove_budget(budget, &mut figures.proofs);
                if self.of_section {
                    names::name_budget(budget, &mut figures.edition);
                }
            }
            // What they hold is told by itself.
            Block::Item(_)
            | Block::Note(_)
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Box(_)
            | Block::Pictures(_)
            | Block::Table(_) => {}
            // They state no figures, or those of a section's organisation and
            // staff.
            Block::Schedule(_)
            | Block::Organisation(_)
            | Block::Duties(_)
            | Block::Staff(_)
            | Block::ProjectList(_) => {}
        }
    }

    fn begin_table(&mut self, table: &'b Table) {
        match called_names(table).next() {
            Some(_) => self.tables.push((self.section, table)),
            None => self.figures.take(read_table(table, &|_| None)),
        }
    }
}

/// What a table states, and its names.
fn read_table(table: &Table, called: Called<'_>) -> (Solved, Named, Vec<Undeclared>) {
    // What fills no grid is reported where the table is resolved.
    let Some(grid) = Grid::of(table, called) else { return Default::default() };
    let mut named = Named::default();
    let solved = solver::solve(table, &grid);
    names::name_table(table, &grid, &solved, &mut named);
    (solved, named, undeclared::undeclared(table, &grid))
}

/// The names of figures that the cells of a table call.
fn called_names(table: &Table) -> impl Iterator<Item = &str> {
    let texts = table.rows.iter().flat_map(TableRow::cells).filter_map(|cell| cell.text.as_ref());
    texts.flat_map(|text| &text.runs).filter_map(|run| match &run.content {
        RunContent::Figure { name, stated: None } => Some(name.as_str()),
        _ => None,
    })
}

/// The unit of the cell that this text is in, if the words behind a figure in
/// it say none.
fn cell_unit<'u>(units: &'u HashMap<Span, String>, text: &Text, after: &str) -> Option<&'u str> {
    let says_none = !after.trim_start().starts_with(|c: char| c.is_alphanumeric() || c == '%');
    units.get(&text.span).map(String::as_str).filter(|_| says_none)
}

/// The characters behind a run of a text, up to the next mark.
pub(crate) fn words_after(text: &Text, index: usize) -> String {
    let literals = text.runs.iter().skip(index + 1).map_while(|run| match &run.content {
        RunContent::Literal(words) => Some(words.as_str()),
        _ => None,
    });
    literals.collect()
}

/// The characters of a text, as a name.
pub(crate) fn literal(text: &Text) -> String {
    text.runs
        .iter()
        .map(|run| match &run.content {
            RunContent::Literal(text) => text.replace('\n', " "),
            RunContent::Sum(mark) => mark.shown.clone(),
            RunContent::Named { shown, .. } => shown.clone(),
            RunContent::Figure { stated, .. } => stated.clone().unwrap_or_default(),
            RunContent::Relation(mark) => mark.stated.clone().unwrap_or_default(),
        })
        .collect()
}
