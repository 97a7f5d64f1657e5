//! What a relation is of: `설치/전체`, `(전체-미보상)/전체`.
//!
//! Names are typed as they are, and may hold the signs between them: the
//! longest name that there is, and that ends at a sign, is meant.

use std::ops::Range;

/// What stands between the two figures of a relation.
const STROKE: char = '/';

/// What a relation is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expression {
    /// One figure, or two with a stroke between them.
    pub sides: Vec<Side>,
}

/// A figure, or several in brackets that are added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Side {
    /// The names, and whether each is added or taken off.
    pub terms: Vec<Term>,
}

/// A name in a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// The name of a figure, known or not.
    pub name: String,
    /// Whether it is taken off.
    pub is_less: bool,
}

impl Expression {
    /// Reads what a relation is of so many figures; `known` says whether there
    /// is a figure of that name. `None` where it cannot be read.
    pub(crate) fn read(text: &str, count: usize, known: &dyn Fn(&str) -> bool) -> Option<Self> {
        let mut reader = Reader { text, at: 0, known };
        let mut sides = vec![reader.side()?];
        while reader.takes(STROKE) {
            sides.push(reader.side()?);
        }
        (reader.at == text.len() && sides.len() == count).then_some(Self { sides })
    }

    /// All names in it.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.sides.iter().flat_map(|side| &side.terms).map(|term| term.name.as_str())
    }
}

struct Reader<'r> {
    text: &'r str,
    /// How far it has been read.
    at: usize,
    known: &'r dyn Fn(&str) -> bool,
}

impl Reader<'_> {
    /// Takes spaces.
    fn spaces(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Takes a sign, if it is the next one.
    fn takes(&mut self, sign: char) -> bool {
        self.spaces();
        let is_next = self.text[self.at..].starts_with(sign);
        self.at += if is_next { sign.len_utf8() } else { 0 };
        self.spaces();
        is_next
    }

    /// A name, or several in brackets.
    fn side(&mut self) -> Option<Side> {
        self.spaces();
        let begin = self.at;
        // A bracket may be the first character of a name.
        if self.known_name(&[STROKE]).is_none() && self.takes('(') {
            let mut terms = vec![Term { name: self.name(true)?, is_less: false }];
            loop {
                let is_less = self.takes('-');
                if !is_less && !self.takes('+') {
                    break;
                }
                terms.push(Term { name: self.name(true)?, is_less });
            }
            return self.takes(')').then_some(Side { terms });
        }
        self.at = begin;
        Some(Side { terms: vec![Term { name: self.name(false)?, is_less: false }] })
    }

    /// The longest known name that begins here and ends at one of these signs
    /// or with the text.
    fn known_name(&self, signs: &[char]) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        let ends = rest.char_indices().filter(|(_, c)| signs.contains(c)).map(|(at, _)| at);
        let mut ends: Vec<usize> = ends.chain([rest.len()]).collect();
        ends.reverse();
        let name = |end: &usize| rest[..*end].trim_end().len();
        let end = ends.iter().map(name).find(|end| (self.known)(&rest[..*end]))?;
        Some(self.at..self.at + end)
    }

    /// A name, known or, up to the next sign, not.
    fn name(&mut self, in_brackets: bool) -> Option<String> {
        let signs: &[char] = if in_brackets { &['+', '-', ')'] } else { &[STROKE] };
        self.spaces();
        let name = self.known_name(signs).or_else(|| {
            let rest = &self.text[self.at..];
            let end = rest.find(signs).unwrap_or(rest.len());
            let length = rest[..end].trim_end().len();
            (length > 0).then(|| self.at..self.at + length)
        })?;
        self.at = name.end;
        self.spaces();
        Some(self.text[name].to_owned())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAMES: [&str; 8] = [
        "설치",
        "전체",
        "미보상",
        "코로나-19",
        "PC/모바일",
        "2023년 (당초)",
        "(재)재단",
        "미보상-전체",
    ];

    /// The sides of what is typed, each with its names and signs.
    fn sides(text: &str, count: usize) -> Option<Vec<String>> {
        let read = Expression::read(text, count, &|name| NAMES.contains(&name))?;
        let shown = |side: &Side| {
            let term =
                |term: &Term| format!("{}[{}]", if term.is_less { '-' } else { '+' }, term.name);
            side.terms.iter().map(term).collect::<String>()
        };
        Some(read.sides.iter().map(shown).collect())
    }

    #[test]
    fn a_relation_is_of_names_with_a_stroke_between_them_and_sums_in_brackets() {
        let read = |text| sides(text, 2).unwrap_or_default();
        assert_eq!(read("설치/전체"), ["+[설치]", "+[전체]"]);
        assert_eq!(read(" 설치 / 전체 "), ["+[설치]", "+[전체]"]);
        assert_eq!(read("(전체-미보상)/전체"), ["+[전체]-[미보상]", "+[전체]"]);
        assert_eq!(read("( 설치 + 미보상 )/(전체)"), ["+[설치]+[미보상]", "+[전체]"]);
        assert_eq!(sides("전체", 1), Some(vec!["+[전체]".to_owned()]));
    }

    #[test]
    fn names_may_hold_the_signs_between_them() {
        let read = |text| sides(text, 2).unwrap_or_default();
        assert_eq!(read("코로나-19/전체"), ["+[코로나-19]", "+[전체]"]);
        assert_eq!(read("PC/모바일/전체"), ["+[PC/모바일]", "+[전체]"]);
        assert_eq!(read("전체/PC/모바일"), ["+[전체]", "+[PC/모바일]"]);
        assert_eq!(read("2023년 (당초)/(재)재단"), ["+[2023년 (당초)]", "+[(재)재단]"]);
        assert_eq!(read("(전체-코로나-19)/전체"), ["+[전체]-[코로나-19]", "+[전체]"]);
        // The longest is meant, unless spaces part it.
        assert_eq!(read("(미보상-전체)/전체"), ["+[미보상-전체]", "+[전체]"]);
        assert_eq!(read("(미보상 - 전체)/전체"), ["+[미보상]-[전체]", "+[전체]"]);
    }

    #[test]
    fn names_that_there_are_not_are_kept_to_be_told() {
        let read = |text| sides(text, 2).unwrap_or_default();
        assert_eq!(read("설비/전체"), ["+[설비]", "+[전체]"]);
        assert_eq!(read("전체-미보상/전체"), ["+[전체-미보상]", "+[전체]"]);
    }

    #[test]
    fn what_is_of_too_many_or_too_few_is_not_read() {
        for text in
            ["", "/", "설치", "설치/", "/전체", "설치/전체/미보상", "(설치/전체", "(설치-)/전체"]
        {
            assert_eq!(sides(text, 2), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_not(text in "[설전체미보상코로나19PC/()+ \\-:.]{0,24}") {
            let read = Expression::read(&text, 2, &|name| NAMES.contains(&name));
            if let Some(read) = read {
                prop_assert!(read.names().all(|name| text.contains(name) && !name.is_empty()));
            }
        }

        #[test]
        fn known_names_are_found_whatever_signs_they_hold(first in 0..7_usize, second in 0..7_usize) {
            let text = format!("{}/{}", NAMES[first], NAMES[second]);
            let expected = [NAMES[first], NAMES[second]].map(|name| format!("+[{name}]"));
            prop_assert_eq!(sides(&text, 2), Some(expected.to_vec()));
        }
    }
}
