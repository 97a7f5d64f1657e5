//! What the passages of a section say, to be found on the pages.

use super::walk::Visitor;
use super::{RichText, Section};

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
        let mut passages = Passages::default();
        self.visit(&mut passages);
        passages.0
    }
}

/// The passages that have begun.
#[derive(Default)]
struct Passages(Vec<Said>);

impl<'e> Visitor<'e> for Passages {
    fn passage(&mut self, number: usize) {
        self.0.push(Said { passage: number, within: Vec::new(), words: Vec::new() });
    }

    fn text(&mut self, text: &'e RichText) {
        self.0.last_mut().into_iter().for_each(|said| said.words.push(text.plain()));
    }

    fn row(&mut self, number: usize) {
        self.0.last_mut().into_iter().for_each(|said| said.within.push(number));
    }
}
