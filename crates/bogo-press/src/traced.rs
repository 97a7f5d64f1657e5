//! From what is printed back to the code that says it, and to the data.
//!
//! Each glyph knows the span of the literal that it comes of. Here stands which
//! passage each literal of an edition's code belongs to, and where its characters
//! are typed.

use std::collections::HashMap;

use bogo_model::edition::Source as Origin;
use typst::diag::EcoString;
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
    /// How many characters of the piece of text come before it.
    before: usize,
    /// It, as it is written in the code: as it is, or in quotes.
    code: EcoString,
}

impl Text {
    /// How many characters of the piece of text come before the one that begins
    /// at this byte of it.
    pub(crate) fn character(&self, offset: usize) -> usize {
        let Some(quoted) = self.code.strip_prefix('"') else {
            return self.before + characters_up_to(self.code.chars(), offset);
        };
        let mut rest = quoted.chars();
        let read = std::iter::from_fn(move || match rest.next()? {
            '\\' => match rest.next()? {
                'n' => Some('\n'),
                'u' => {
                    let code = rest.by_ref().skip(1).take_while(|own| *own != '}');
                    char::from_u32(u32::from_str_radix(&code.collect::<String>(), 16).ok()?)
                }
                other => Some(other),
            },
            other => Some(other),
        });
        self.before + characters_up_to(read, offset)
    }
}

/// How many characters end within so many bytes.
fn characters_up_to(characters: impl Iterator<Item = char>, bytes: usize) -> usize {
    let ends = characters.scan(0, |end, character| {
        *end += character.len_utf8();
        Some(*end)
    });
    ends.take_while(|end| *end <= bytes).count()
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
            traced.visit(&LinkedNode::new(source.root()), (source.text(), first), &mut literals);
        }
        traced
    }

    /// Notes the nodes below one that hold texts; both come in order.
    fn visit<'l>(
        &mut self,
        node: &LinkedNode<'_>,
        (code, first): (&str, usize),
        literals: &mut std::iter::Peekable<impl Iterator<Item = &'l Literal>>,
    ) {
        let range = node.range();
        while literals.next_if(|own| own.range.end <= range.start).is_some() {}
        let Some(literal) = literals.peek().filter(|own| own.range.start < range.end) else {
            return;
        };
        let is_text = matches!(node.kind(), SyntaxKind::Text | SyntaxKind::Str);
        if is_text || node.children().len() == 0 {
            // Only what stands for itself comes apart into several nodes.
            let before = code.get(literal.range.start..range.start).unwrap_or_default();
            let text = Text {
                section: first + literal.section,
                passage: literal.passage,
                origin: literal.source.clone(),
                before: literal.before + before.chars().count(),
                code: code.get(range.clone()).unwrap_or_default().into(),
            };
            self.by_span.insert(node.span(), text);
            return;
        }
        node.children().for_each(|child| self.visit(&child, (code, first), literals));
    }

    /// The text with this span, and its section.
    pub(crate) fn text(&self, span: Span) -> Option<(&str, &Text)> {
        let text = self.by_span.get(&span)?;
        Some((self.sections[text.section].as_str(), text))
    }
}
