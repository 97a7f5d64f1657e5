//! What the passages of a section say, to be found on the pages.

use super::{Part, PassageKind, Section};

/// Words that have to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The number of the passage that says them.
    pub passage: usize,
    /// Numbers of passages within it: its rows that may be split.
    pub within: Vec<usize>,
    /// Its texts, in the order in which they are read.
    pub words: Vec<String>,
}

impl Section {
    /// What each of its passages says. What the templates add, such as markers
    /// and the numbers of pages, is left out.
    pub fn said(&self) -> Vec<Said> {
        let mut said: Vec<Said> = Vec::new();
        for part in self.parts() {
            match part {
                Part::Passage(row) if row.kind == PassageKind::Row => {
                    said.last_mut().into_iter().for_each(|own| own.within.push(row.number));
                }
                Part::Passage(passage) => {
                    said.push(Said {
                        passage: passage.number,
                        within: Vec::new(),
                        words: Vec::new(),
                    });
                }
                Part::Text(text) => {
                    said.last_mut().into_iter().for_each(|own| own.words.push(text.plain()));
                }
                Part::Table(_) | Part::Picture(_) | Part::ProjectList => {}
            }
        }
        // A title that is not printed says nothing.
        if !self.has_head() {
            said.remove(0);
        }
        said
    }
}
