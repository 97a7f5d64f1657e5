//! From what is printed back to the code that says it, and to the data.
//!
//! Each glyph knows the span of the literal that it comes of. Here stands which
//! passage each literal of an edition's code belongs to, and where its characters
//! are typed.

use std::collections::HashMap;

use bogo_model::edition::Source as Origin;
use typst::syntax::{LinkedNode, Source, Span, SyntaxKind};

use crate::source::{CodeFile, Literal};

/// The texts of an edition's code by their spans.
pub(crate) struct Traced {
    by_span: HashMap<Span, Text>,
    sections: Vec<String>,
}

/// A text of the code.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    /// Its section, as an index.
    section: usize,
    /// The passage of the section that it belongs to.
    pub passage: usize,
    /// Where it comes from.
    pub origin: Origin,
    /// Which of the origin's bytes is the first of it.
    pub from: usize,
}

impl Traced {
    /// The texts of code files that have been parsed.
    pub(crate) fn of<'s>(files: &[CodeFile], source: impl Fn(&str) -> Option<&'s Source>) -> Self {
        let mut traced = Self { by_span: HashMap::new(), sections: Vec::new() };
        for file in files {
            let Some(source) = source(&file.path).filter(|_| !file.literals.is_empty()) else {
                continue;
            };
            let first = traced.sections.len();
            traced.sections.extend(file.sections.iter().cloned());
            traced.by_span.reserve(file.literals.len());
            let mut literals = file.literals.iter().peekable();
            traced.visit(&LinkedNode::new(source.root()), first, &mut literals);
        }
        traced
    }

    /// Notes the nodes below one that hold texts; both come in order.
    fn visit<'l>(
        &mut self,
        node: &LinkedNode<'_>,
        first: usize,
        literals: &mut std::iter::Peekable<impl Iterator<Item = &'l Literal>>,
    ) {
        let range = node.range();
        while literals.next_if(|own| own.range.end <= range.start).is_some() {}
        let Some(literal) = literals.peek().filter(|own| own.range.start < range.end) else {
            return;
        };
        let is_text = matches!(node.kind(), SyntaxKind::Text | SyntaxKind::Str);
        if is_text || node.children().len() == 0 {
            let from = literal.from + range.start.saturating_sub(literal.range.start);
            let origin = literal.source.clone();
            let section = first + literal.section;
            let text = Text { section, passage: literal.passage, origin, from };
            self.by_span.insert(node.span(), text);
            return;
        }
        node.children().for_each(|child| self.visit(&child, first, literals));
    }

    /// The text with this span, and its section.
    pub(crate) fn text(&self, span: Span) -> Option<(&str, &Text)> {
        let text = self.by_span.get(&span)?;
        Some((self.sections[text.section].as_str(), text))
    }
}
