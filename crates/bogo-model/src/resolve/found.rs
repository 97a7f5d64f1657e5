//! What every function of resolving returns: a value, and what was found on
//! the way to it.

use std::collections::{BTreeSet, HashSet};

use crate::diagnostic::{Diagnostic, Form, Message, Severity, keep};
use crate::json::{Documents, Span};
use crate::manuscript::Manuscript;

/// A value, and what was found on the way to it.
#[must_use]
#[derive(Debug)]
pub(super) struct Found<T> {
    value: T,
    notes: Notes,
}

/// What was found on the way to a value, in order.
#[must_use]
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// What is wrong with the form of the data.
    faults: Vec<Fault>,
    /// Where else than in its own file stands what is shown.
    sources: Vec<Origin>,
}

/// Where something stands that is shown.
#[derive(Debug)]
enum Origin {
    /// There.
    At(Span),
    /// Nowhere: it may be in what could not be read.
    Unread,
    /// In the files of all projects, those that could not be read included.
    Projects,
}

/// Something that is wrong with the form of the data and keeps from deciding.
#[derive(Debug)]
pub(super) struct Fault {
    form: Form,
    span: Span,
    message: Message,
    help: Option<Message>,
    related: Vec<(Span, Message)>,
    /// Whether something that was written there is missing from the pages.
    omits: bool,
}

impl<T> From<T> for Found<T> {
    /// A value on the way to which nothing was found.
    fn from(value: T) -> Self {
        Self { value, notes: Notes::default() }
    }
}

impl<T> FromIterator<Found<T>> for Found<Vec<T>> {
    fn from_iter<I: IntoIterator<Item = Found<T>>>(all: I) -> Self {
        let mut notes = Notes::default();
        let values = all.into_iter().map(|found| notes.take(found)).collect();
        notes.with(values)
    }
}

impl<T> Found<T> {
    /// Another value that is made of this one.
    pub(super) fn map<U>(self, make: impl FnOnce(T) -> U) -> Found<U> {
        Found { value: make(self.value), notes: self.notes }
    }
}

impl Notes {
    /// The value of what was found, the rest of which is noted.
    pub(super) fn take<T>(&mut self, found: Found<T>) -> T {
        self.faults.extend(found.notes.faults);
        self.sources.extend(found.notes.sources);
        found.value
    }

    /// [`Self::take`] of what there may be.
    pub(super) fn take_some<T>(&mut self, found: Option<Found<T>>) -> Option<T> {
        found.map(|found| self.take(found))
    }

    /// [`Self::take`] of several, in order.
    pub(super) fn take_all<T>(&mut self, all: impl IntoIterator<Item = Found<T>>) -> Vec<T> {
        all.into_iter().map(|found| self.take(found)).collect()
    }

    /// A value with all this found on the way to it.
    pub(super) fn with<T>(self, value: T) -> Found<T> {
        Found { value, notes: self }
    }

    /// Notes an error at a place.
    pub(super) fn error(
        &mut self,
        form: Form,
        span: Span,
        message: Message,
        help: Option<Message>,
    ) {
        self.note(Fault { form, span, message, help, related: Vec::new(), omits: false });
    }

    /// Notes an error at a place that keeps something that was written there
    /// from the pages.
    pub(super) fn omission(
        &mut self,
        form: Form,
        span: Span,
        message: Message,
        help: Option<Message>,
    ) {
        self.note(Fault { form, span, message, help, related: Vec::new(), omits: true });
    }

    /// Notes a fault.
    pub(super) fn note(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Notes that what stands at this place is shown, or that it stands
    /// nowhere.
    pub(super) fn depend_on(&mut self, span: Option<Span>) {
        self.sources.push(span.map_or(Origin::Unread, Origin::At));
    }

    /// Notes that all projects are listed.
    pub(super) fn depend_on_projects(&mut self) {
        self.sources.push(Origin::Projects);
    }

    /// The files in which all this stands.
    pub(super) fn files(&self, manuscript: &Manuscript) -> BTreeSet<String> {
        let mut files = BTreeSet::new();
        for source in &self.sources {
            match source {
                Origin::At(span) => {
                    files.insert(manuscript.documents.path(*span).to_owned());
                }
                Origin::Unread => files.extend(manuscript.faulty.iter().cloned()),
                Origin::Projects => {
                    files.extend(manuscript.faulty_projects().map(str::to_owned));
                }
            }
        }
        files
    }

    /// The faults as findings, each once: a text that is printed twice is read
    /// twice, but what is wrong with it is told once. They come behind those
    /// that are there already.
    pub(super) fn tell(self, documents: &Documents, told: &mut Vec<Diagnostic>) {
        let mut seen = HashSet::new();
        for fault in self.faults {
            let diagnostic = fault.diagnostic(documents);
            let key = (diagnostic.code, diagnostic.place.clone(), diagnostic.message.clone());
            if !seen.insert(key) {
                continue;
            }
            let omits = diagnostic.omits;
            keep(told, || diagnostic);
            if let Some(last) = told.last_mut().filter(|_| omits) {
                last.omits = true;
            }
        }
    }
}

impl Fault {
    /// An error at a place.
    pub(super) fn new(form: Form, span: Span, message: Message) -> Self {
        Self { form, span, message, help: None, related: Vec::new(), omits: false }
    }

    /// Adds what to do about it.
    pub(super) fn with_help(self, help: Message) -> Self {
        Self { help: Some(help), ..self }
    }

    /// Adds another place that takes part.
    pub(super) fn with_related(mut self, span: Span, message: Message) -> Self {
        self.related.push((span, message));
        self
    }

    /// Says whether something that was written is missing from the pages
    /// because of it.
    pub(super) fn omitting(self, omits: bool) -> Self {
        Self { omits, ..self }
    }

    fn diagnostic(self, documents: &Documents) -> Diagnostic {
        let place = documents.place(self.span);
        let found = Diagnostic::new(Severity::Error, self.form, Some(place), self.message);
        let found = Diagnostic { help: self.help, omits: self.omits, ..found };
        self.related.into_iter().fold(found, |found, (span, message)| {
            found.with_related(documents.place(span), message)
        })
    }
}
