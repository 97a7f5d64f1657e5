//! From what is printed back to the code that says it, and to the data.
//!
//! Each glyph knows the span of the literal that it comes of. Here stands which
//! passage each literal of an edition's code belongs to, and where its characters
//! are typed.

use std::collections::HashMap;
use std::ops::Range;

use bogo_model::edition::Source as Origin;
use typst::syntax::{LinkedNode, Source, Span, SyntaxKind};

use crate::source::{CodeFile, Literal};

/// The texts of an edition's code by their spans.
pub(crate) struct Traced {
    files: Vec<CodeFile>,
    by_span: HashMap<Span, Place>,
}

/// Where a text stands: its file and its literal there, by their numbers, and the
/// bytes of the code.
struct Place {
    file: usize,
    literal: usize,
    bytes: Range<usize>,
}

/// A text of the code.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'t> {
    /// Its section.
    pub section: &'t str,
    literal: &'t Literal,
    /// What of its literal comes before it, and itself, as they are written: as
    /// they are, or in quotes.
    before: &'t str,
    code: &'t str,
}

impl<'t> Text<'t> {
    /// The passage of the section that it belongs to.
    pub(crate) fn passage(&self) -> usize {
        self.literal.passage
    }

    /// Where it comes from.
    pub(crate) fn origin(&self) -> &'t Origin {
        &self.literal.source
    }

    /// How many characters of the piece of text come before the one that begins
    /// at this byte of it.
    pub(crate) fn character(&self, offset: usize) -> usize {
        // Only what stands for itself comes apart into several texts.
        let before = self.literal.before + self.before.chars().count();
        let Some(quoted) = self.code.strip_prefix('"') else {
            return before + characters_up_to(self.code.chars(), offset);
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
        before + characters_up_to(read, offset)
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
    pub(crate) fn of<'s>(
        files: Vec<CodeFile>,
        source: impl Fn(&str) -> Option<&'s Source>,
    ) -> Self {
        let mut by_span = HashMap::with_capacity(files.iter().map(|own| own.literals.len()).sum());
        for (index, file) in files.iter().enumerate() {
            let Some(source) = source(&file.path).filter(|_| !file.literals.is_empty()) else {
                continue;
            };
            let mut next = 0;
            note(&LinkedNode::new(source.root()), (index, file), &mut next, &mut by_span);
        }
        Self { files, by_span }
    }

    /// The text with this span.
    pub(crate) fn text(&self, span: Span) -> Option<Text<'_>> {
        let Place { file, literal, bytes } = self.by_span.get(&span)?;
        let file = &self.files[*file];
        let literal = &file.literals[*literal];
        Some(Text {
            section: &file.sections[literal.section],
            literal,
            before: file.code.get(literal.range.start..bytes.start).unwrap_or_default(),
            code: file.code.get(bytes.clone()).unwrap_or_default(),
        })
    }
}

/// Notes the nodes below one that hold texts, `next` being the first literal that
/// has not ended before them: both come in order.
fn note(
    node: &LinkedNode<'_>,
    (index, file): (usize, &CodeFile),
    next: &mut usize,
    by_span: &mut HashMap<Span, Place>,
) {
    let bytes = node.range();
    while file.literals.get(*next).is_some_and(|own| own.range.end <= bytes.start) {
        *next += 1;
    }
    if file.literals.get(*next).is_none_or(|own| own.range.start >= bytes.end) {
        return;
    }
    let is_text = matches!(node.kind(), SyntaxKind::Text | SyntaxKind::Str);
    if is_text || node.children().len() == 0 {
        by_span.insert(node.span(), Place { file: index, literal: *next, bytes });
        return;
    }
    node.children().for_each(|child| note(&child, (index, file), next, by_span));
}
