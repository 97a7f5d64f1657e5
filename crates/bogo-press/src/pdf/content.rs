//! What paints a page, operator by operator.

use std::ops::Range;

use super::syntax::{Kind, Tokens, is_space};

/// An operator with what stands before it: `0 0 1 rg`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Operation<'c> {
    /// What is done; of a picture that stands in the stream itself it is `BI`.
    pub operator: &'c [u8],
    /// What it is done with, as it is written.
    pub operands: Vec<&'c [u8]>,
    /// Where all of it stands.
    pub range: Range<usize>,
}

/// The operations of a stream in order. What stands behind the last operator
/// is none.
pub(crate) struct Operations<'c> {
    content: &'c [u8],
    tokens: Tokens<'c>,
}

impl<'c> Operations<'c> {
    /// The operations of a stream that is not compressed.
    pub(crate) fn of(content: &'c [u8]) -> Self {
        Self { content, tokens: Tokens::from(content, 0) }
    }

    /// Passes over the data of a picture, which are no tokens: between `ID`
    /// and an `EI` that stands by itself.
    fn skip_picture(&mut self) {
        while let Some(token) = self.tokens.next() {
            if &self.content[token.range.clone()] != b"ID" {
                continue;
            }
            let from = token.range.end;
            let stands_alone = |at: usize| {
                let before = at.checked_sub(1).and_then(|before| self.content.get(before));
                let after = self.content.get(at + 2);
                [before, after].into_iter().flatten().all(|byte| is_space(*byte))
            };
            let ends = self.content[from..].windows(2).enumerate();
            let mut ends = ends.filter(|(_, two)| *two == b"EI").map(|(at, _)| from + at);
            let end = ends.find(|at| *at > from && stands_alone(*at));
            let end = end.map_or(self.content.len(), |at| at + 2);
            self.tokens = Tokens::from(self.content, end);
            return;
        }
    }
}

impl<'c> Iterator for Operations<'c> {
    type Item = Operation<'c>;

    fn next(&mut self) -> Option<Operation<'c>> {
        let mut operands = Vec::new();
        let mut start = None;
        loop {
            let mut ahead = self.tokens.clone();
            let token = ahead.next()?;
            let start = *start.get_or_insert(token.range.start);
            match token.kind {
                // What closes nothing is passed over.
                Kind::Closing => self.tokens = ahead,
                Kind::Word if !is_constant(&self.content[token.range.clone()]) => {
                    self.tokens = ahead;
                    let operator = &self.content[token.range];
                    if operator == b"BI" {
                        self.skip_picture();
                    }
                    return Some(Operation {
                        operator,
                        operands,
                        range: start..self.tokens.place(),
                    });
                }
                _ => operands.push(&self.content[self.tokens.value()?]),
            }
        }
    }
}

/// Whether a word is a value.
fn is_constant(word: &[u8]) -> bool {
    matches!(word, b"true" | b"false" | b"null")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(content: &str) -> Vec<String> {
        Operations::of(content.as_bytes())
            .map(|operation| {
                let words = operation.operands.into_iter().chain([operation.operator]);
                let words: Vec<_> = words.map(String::from_utf8_lossy).collect();
                words.join("|")
            })
            .collect()
    }

    #[test]
    fn operators_are_read_with_their_operands() {
        assert_eq!(
            read(
                "/Artifact BMC\nq 1 0 0 -1 85.03 795.29 cm/c0 cs .04 1 0 scn\nf\nEMC/Span<</MCID 0\
                 /E(f\\) scn)>>BDC BT/f0 28 Tf[(\\000(rg)) -5<00>]TJ(k)'\nET T* W* n % 1 g\ntrue x"
            ),
            [
                "/Artifact|BMC",
                "q",
                "1|0|0|-1|85.03|795.29|cm",
                "/c0|cs",
                ".04|1|0|scn",
                "f",
                "EMC",
                "/Span|<</MCID 0/E(f\\) scn)>>|BDC",
                "BT",
                "/f0|28|Tf",
                "[(\\000(rg)) -5<00>]|TJ",
                "(k)|'",
                "ET",
                "T*",
                "W*",
                "n",
                "true|x",
            ]
        );
    }

    #[test]
    fn data_of_pictures_in_the_stream_are_not_read_as_operators() {
        let content = "q BI /W 2/H 2 /BPC 8 ID 1 g(EIEI rg EI Q 0 g";
        assert_eq!(read(content), ["q", "BI", "Q", "0|g"]);
        let operations: Vec<_> = Operations::of(content.as_bytes()).collect();
        assert!(content[operations[1].range.clone()].ends_with("EI"));
        assert_eq!(read("BI ID 1 g EI"), ["BI"]);
        assert_eq!(read("BI ID 1 g"), ["BI"]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_and_no_operation_overlaps_another(
            content in proptest::collection::vec(any::<u8>(), 0..200)
        ) {
            let mut last = 0;
            for operation in Operations::of(&content) {
                prop_assert!(operation.range.start >= last);
                prop_assert!(operation.range.end <= content.len());
                last = operation.range.end;
            }
        }

        #[test]
        fn operations_are_read_as_they_were_written(
            operations in proptest::collection::vec((operands(), operator()), 0..10)
        ) {
            let words = |(operands, operator): &(Vec<String>, String)| {
                [operands.as_slice(), std::slice::from_ref(operator)].concat()
            };
            let content: Vec<String> = operations.iter().map(|own| words(own).join(" ")).collect();
            let expected: Vec<String> = operations.iter().map(|own| words(own).join("|")).collect();
            prop_assert_eq!(read(&content.join("\n")), expected);
        }
    }

    fn operator() -> impl Strategy<Value = String> {
        "[a-zA-Z]{1,3}\\*?|'|\"".prop_filter("a value or a picture", |word| {
            !is_constant(word.as_bytes()) && !["BI", "R"].contains(&word.as_str())
        })
    }

    fn operands() -> impl Strategy<Value = Vec<String>> {
        let operand = prop_oneof![
            "-?[0-9]{1,3}(\\.[0-9]{1,3})?",
            "/[a-z]{1,3}[0-9]",
            "\\((\\\\[()]|[a-z %<\\[]|\\(k\\)){0,5}\\)",
            "<[0-9A-F ]{0,6}>",
            "\\[1 \\(scn\\]\\)-2\\]",
            "<</MCID 1/E\\(>> f\\)>>",
        ];
        proptest::collection::vec(operand, 0..5)
    }
}
