//! Texts: their characters, what sets them off, and where their lines end.

use std::ops::Range;

use bogo_model::edition::{Look, RichText, Source};
use bogo_model::korean::GLUE;
use bogo_model::korean::hangul;

use super::writer::{Number, Quoted, Writer};

/// Tone marks (방점) behind a syllable of today, whose face has none.
const TONE_MARKS: [char; 2] = ['\u{302e}', '\u{302f}'];

/// The dot that must not fall to the line's foot.
const ONE_DOT: char = '\u{2024}';

/// What is between characters and the next: nothing, or how a line ends.
struct End {
    at: usize,
    gap: usize,
    justified: bool,
}

/// What sets characters.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Setter {
    /// The face in force, and those behind it.
    Usual,
    /// The same, the dot raised.
    Dot,
    /// The face of tone marks.
    Tone,
    /// Another face.
    Face(String),
}

impl Writer<'_> {
    /// A text as content, its lines ended where that has been decided.
    pub(super) fn text(&mut self, text: &RichText) {
        let scale = text.lines.scale;
        if scale < 1.0 {
            self.raw(&format!("#scaled({})[", Number(scale)));
        }
        let mut ends = text.lines.ends.iter().map(|end| End {
            at: end.at,
            gap: end.gap,
            justified: end.justified,
        });
        let mut next = ends.next();
        let mut start = 0;
        // What of the text is left out, because a line ends there.
        let mut skip = 0..0;
        for run in &text.runs {
            let (open, close) = match run.look {
                Look::Plain => ("", ""),
                Look::Strong => ("#strong[", "];"),
                Look::Accent => ("#accent[", "];"),
            };
            self.raw(open);
            let end = start + run.text.len();
            let mut at = start.max(skip.end.min(end));
            while let Some(line) = next.take_if(|line| line.at <= end) {
                let stop = line.at.max(at).min(end);
                self.words(&run.text, at - start..stop - start, &run.source);
                self.line_end(&line);
                skip = line.at..line.at + line.gap;
                at = stop.max(skip.end.min(end));
                next = ends.next();
            }
            self.words(&run.text, at - start..run.text.len(), &run.source);
            self.raw(close);
            start = end;
        }
        if text.lines.squeezes_last {
            self.raw("#filled-word;");
        }
        if scale < 1.0 {
            self.raw("]");
        }
    }

    /// The end of a line: stretched to its measure or not, between words or
    /// within one.
    fn line_end(&mut self, line: &End) {
        self.raw(match (line.justified, line.gap > 0) {
            (true, true) => "#filled;",
            (true, false) => "#filled-word;",
            (false, true) => "#ended;",
            (false, false) => "#linebreak();",
        });
    }

    /// A text without what sets it off and without lines, as content.
    pub(super) fn plain(&mut self, text: &RichText) {
        for run in &text.runs {
            self.words(&run.text.replace('\n', " "), 0..run.text.len(), &run.source);
        }
    }

    /// These bytes of a text in the faces that have them. Characters that a face
    /// sets together are shaped together.
    fn words(&mut self, text: &str, bytes: Range<usize>, source: &Source) {
        let words = &text[bytes.clone()];
        let mut set_before = text[..bytes.start].chars().count();
        let (mut begin, mut setter) = (0, Setter::Usual);
        let mut before = None;
        for (at, character) in words.char_indices() {
            let own = self.setter(character, before);
            before = Some(character);
            if own != setter || own == Setter::Tone {
                self.set_by(&setter, &words[begin..at], source, set_before);
                set_before += words[begin..at].chars().count();
                (begin, setter) = (at, own);
            }
        }
        self.set_by(&setter, &words[begin..], source, set_before);
    }

    /// What sets a character behind another.
    fn setter(&self, character: char, before: Option<char>) -> Setter {
        match character {
            ONE_DOT => Setter::Dot,
            _ if TONE_MARKS.contains(&character) && before.is_some_and(hangul::is_syllable) => {
                Setter::Tone
            }
            _ => self
                .fallbacks
                .always(character)
                .map_or(Setter::Usual, |face| Setter::Face(face.to_owned())),
        }
    }

    fn set_by(&mut self, setter: &Setter, words: &str, source: &Source, before: usize) {
        if words.is_empty() {
            return;
        }
        let open = match setter {
            Setter::Usual => return self.characters(words, source, before),
            Setter::Dot => "#raised-dot[".to_owned(),
            Setter::Tone => "#tone[".to_owned(),
            Setter::Face(face) => format!("#in-face({})[", Quoted(face)),
        };
        self.raw(&open);
        self.characters(words, source, before);
        self.raw("];");
    }

    /// Characters as markup, or in quotes where markup would read them otherwise.
    fn characters(&mut self, words: &str, source: &Source, before: usize) {
        if words.is_empty() {
            return;
        }
        if is_plain_markup(words) {
            self.literal(words, source, before);
            return;
        }
        let words = words.replace(GLUE, " ");
        self.raw("#");
        self.literal(&Quoted(&words).to_string(), source, before);
        self.raw(";");
    }
}

/// Whether characters stand for themselves in markup, wherever they begin.
fn is_plain_markup(words: &str) -> bool {
    let is_plain = |character: char| match character {
        ' ' | ',' | '(' | ')' | '%' | '&' => true,
        '!'..='~' => character.is_ascii_alphanumeric(),
        // Controls, and spaces of other kinds, are safer in quotes.
        _ => !character.is_control() && !character.is_whitespace(),
    };
    let starts_apart = words.starts_with(' ') || words.ends_with(' ');
    !starts_apart && !words.contains("  ") && words.chars().all(is_plain)
}
