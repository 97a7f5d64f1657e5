//! The structure tree of a finished PDF, mended where the compiler says other
//! than the report means.
//!
//! A list whose last item stays with the picture below it, or whose markers
//! differ, is set as several lists: here it becomes one again. An item without
//! a marker has no label. PDF 1.4 has no groups of rows, for which the compiler
//! writes paragraphs that no table may hold: their rows go to the table itself.
//! And where PDF/UA is not asked for, the compiler leaves out things that every
//! version of PDF has: where figures stand, and that viewers show the title.
//!
//! All of it moves elements about that hold no content of their own, so that
//! the tree from content to elements stays as it is. An element is written as
//! `<</Type/StructElem/S/LI/P 12 0 R … /A[…]/K[…]/Pg 3 0 R>>`, its children
//! before itself.

use std::collections::HashSet;

use super::objects::{Object, Objects};
use super::syntax::{array, reference};

/// What begins every element.
const ELEMENT: &[u8] = b"<</Type/StructElem/S/";

/// Before the children of an element stands this key.
const KIDS: &[u8] = b"/K";

/// What an element holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kid {
    /// Another element, by the number of its object.
    Element(usize),
    /// Content of a page, or an annotation, as it is written.
    Content(Vec<u8>),
}

/// Mends the tree; of a file that claims PDF/UA that is the lists alone.
pub(crate) fn mend(objects: &mut Objects<'_>) {
    let is_old = objects.is_old();
    let mut tree = Tree::of(objects);
    tree.drop_empty_labels();
    tree.join_lists();
    if is_old {
        tree.open_row_groups();
    }
    let removed = tree.removed;
    objects.remove(&removed);
}

/// Says what the compiler leaves out of a file that does not claim PDF/UA:
/// that viewers are to show the title, and where the figures stand, which the
/// same pages with PDF/UA tell, if they can be had.
pub(crate) fn complete(objects: &mut Objects<'_>, accessible: Option<&Objects<'_>>) {
    show_title(objects);
    let Some(accessible) = accessible else { return };
    let are_figures = |object: &&Object<'_>| kind(&object.body) == Some(b"Figure");
    let known: Vec<_> = accessible.iter().filter(are_figures).collect();
    if objects.iter().filter(are_figures).count() != known.len() {
        return;
    }
    let figures = objects.iter_mut().filter(|object| kind(&object.body) == Some(b"Figure"));
    for (figure, known) in figures.zip(known) {
        let (Some(own), Some(known)) = (Parts::of(&figure.body), Parts::of(&known.body)) else {
            continue;
        };
        figure.body = [own.entries, known.attributes, own.kids, own.end].concat().into();
    }
}

/// Has viewers show the title instead of the file's name.
fn show_title(objects: &mut Objects<'_>) {
    const KEY: &[u8] = b"/ViewerPreferences<<";
    const SHOWN: &[u8] = b"/DisplayDocTitle true";
    for object in objects.iter_mut() {
        let Some(rest) = object.body.strip_prefix(b"<</Type/Catalog") else { continue };
        if find(rest, b"/DisplayDocTitle").is_some() {
            return;
        }
        object.body = match find(rest, KEY) {
            Some(at) => {
                let (before, after) = rest.split_at(at + KEY.len());
                [b"<</Type/Catalog", before, SHOWN, after].concat()
            }
            None => [b"<</Type/Catalog", KEY, SHOWN, b">>", rest].concat(),
        }
        .into();
        return;
    }
}

/// The pieces of an element.
struct Parts<'b> {
    /// From its kind to its alternative text.
    entries: &'b [u8],
    /// `/A[…]`, or nothing.
    attributes: &'b [u8],
    /// `/K[…]`.
    kids: &'b [u8],
    /// What comes after.
    end: &'b [u8],
}

impl<'b> Parts<'b> {
    fn of(body: &'b [u8]) -> Option<Self> {
        // Nothing that stands after these keys is free text.
        let start = rfind(body, b"/K[")?;
        let stop = body.iter().rposition(|byte| *byte == b']')? + 1;
        let (head, kids, end) = (&body[..start], body.get(start..stop)?, &body[stop..]);
        let at = if head.ends_with(b"]") { rfind(head, b"/A[") } else { None };
        let (entries, attributes) = head.split_at(at.unwrap_or(head.len()));
        Some(Self { entries, attributes, kids, end })
    }

    fn kids(&self) -> Vec<Kid> {
        let kids = array(&self.kids[KIDS.len()..]).unwrap_or_default();
        let kid = |kid: &[u8]| match reference(kid) {
            Some(element) => Kid::Element(element),
            None => Kid::Content(kid.to_vec()),
        };
        kids.into_iter().map(kid).collect()
    }
}

/// With how many digits a text begins.
fn digits(text: &[u8]) -> usize {
    text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len())
}

/// What an element is: `L`, `Figure`; `None` for an object that is none.
fn kind(body: &[u8]) -> Option<&[u8]> {
    let rest = body.strip_prefix(ELEMENT)?;
    rest.get(..rest.iter().position(|byte| *byte == b'/')?)
}

fn find(text: &[u8], words: &[u8]) -> Option<usize> {
    text.windows(words.len()).position(|window| window == words)
}

fn rfind(text: &[u8], words: &[u8]) -> Option<usize> {
    text.windows(words.len()).rposition(|window| window == words)
}

/// The elements of a file, by the numbers of their objects.
struct Tree<'o, 'p> {
    objects: &'o mut Objects<'p>,
    removed: HashSet<usize>,
}

impl<'o, 'p> Tree<'o, 'p> {
    fn of(objects: &'o mut Objects<'p>) -> Self {
        Self { objects, removed: HashSet::new() }
    }

    fn body(&self, number: usize) -> &[u8] {
        self.objects.body(number).unwrap_or_default()
    }

    fn is(&self, kid: &Kid, what: &[u8]) -> bool {
        matches!(kid, Kid::Element(number) if self.is_element(*number, what))
    }

    fn is_element(&self, number: usize, what: &[u8]) -> bool {
        kind(self.body(number)) == Some(what)
    }

    fn kids(&self, number: usize) -> Vec<Kid> {
        Parts::of(self.body(number)).map(|parts| parts.kids()).unwrap_or_default()
    }

    /// The numbers of the elements of a kind, in the order of the file.
    fn all(&self, what: &[u8]) -> Vec<usize> {
        let found = self.objects.iter().filter(|object| kind(&object.body) == Some(what));
        found.map(|object| object.number).collect()
    }

    fn rewrite(&mut self, number: usize, change: impl FnOnce(&Parts<'_>) -> Vec<u8>) {
        let Some(body) = Parts::of(self.body(number)).map(|parts| change(&parts)) else { return };
        self.objects.set_body(number, body);
    }

    fn set_kids(&mut self, number: usize, kids: &[Kid]) {
        let words: Vec<Vec<u8>> = kids.iter().map(Kid::written).collect();
        let words = words.join(&b' ');
        self.rewrite(number, |parts| {
            [parts.entries, parts.attributes, b"/K[", &words, b"]", parts.end].concat()
        });
    }

    /// Gives elements another parent.
    fn adopt(&mut self, parent: usize, kids: &[Kid]) {
        for kid in kids {
            let Kid::Element(number) = kid else { continue };
            self.rewrite(*number, |parts| {
                let at = find(parts.entries, b"/P ").map_or(parts.entries.len(), |at| at + 3);
                let (before, after) = parts.entries.split_at(at);
                let parent = parent.to_string();
                let after = &after[digits(after)..];
                [before, parent.as_bytes(), after, parts.attributes, parts.kids, parts.end].concat()
            });
        }
    }

    /// Takes out labels that hold nothing; a list of such has no numbering.
    fn drop_empty_labels(&mut self) {
        for list in self.all(b"L") {
            let mut labelled = false;
            for item in self.kids(list) {
                let Kid::Element(item) = item else { continue };
                let kids = self.kids(item);
                let (empty, rest): (Vec<Kid>, Vec<Kid>) = kids.into_iter().partition(|kid| {
                    self.is(kid, b"Lbl")
                        && matches!(kid, Kid::Element(label) if self.kids(*label).is_empty())
                });
                labelled |= rest.iter().any(|kid| self.is(kid, b"Lbl"));
                if !empty.is_empty() {
                    self.set_kids(item, &rest);
                    self.remove(&empty);
                }
            }
            if !labelled {
                self.rewrite(list, |parts| {
                    let none = b"/A[<</O/List/ListNumbering/None>>]";
                    [parts.entries, none, parts.kids, parts.end].concat()
                });
            }
        }
    }

    fn remove(&mut self, kids: &[Kid]) {
        let numbers = kids.iter().filter_map(|kid| match kid {
            Kid::Element(number) => Some(*number),
            Kid::Content(_) => None,
        });
        self.removed.extend(numbers);
    }

    /// Joins the lists between which the templates set a joint: the layout
    /// split what is one list to who reads the page.
    fn join_lists(&mut self) {
        let quotes = self.all(b"Quote").into_iter();
        let joints: HashSet<usize> = quotes.filter(|quote| self.kids(*quote).is_empty()).collect();
        if joints.is_empty() {
            return;
        }
        self.removed.extend(&joints);
        let is_joint = |kid: &Kid| matches!(kid, Kid::Element(kid) if joints.contains(kid));
        // Elements stand in the file after what they hold.
        let holders: Vec<usize> = self.objects.iter().map(|object| object.number).collect();
        for holder in holders {
            if kind(self.body(holder)).is_some() {
                self.join_within(holder, is_joint);
            }
        }
        for body in self.all(b"LBody") {
            let kids = self.kids(body);
            if kids.iter().any(is_joint) {
                let kept: Vec<Kid> = kids.into_iter().filter(|kid| !is_joint(kid)).collect();
                self.set_kids(body, &kept);
            }
        }
    }

    /// Joins lists among the kids of an element. The compiler sets a list that
    /// ends an item after the item: the joint before it stays in the item.
    fn join_within(&mut self, holder: usize, is_joint: impl Fn(&Kid) -> bool + Copy) {
        let kids = self.kids(holder);
        let count = kids.len();
        let mut kept: Vec<Kid> = Vec::with_capacity(count);
        for (index, kid) in kids.iter().enumerate() {
            let leads_out = index + 1 == count && self.is_element(holder, b"LBody");
            if is_joint(kid) && !leads_out {
                continue;
            }
            let joined = index > 0 && is_joint(&kids[index - 1]);
            match (kept.last().cloned(), kid) {
                (Some(Kid::Element(before)), Kid::Element(list)) if self.is(kid, b"L") => {
                    if joined && self.is_element(before, b"L") {
                        self.join(before, *list);
                        continue;
                    }
                    self.join_nested(before, *list, is_joint);
                    kept.push(kid.clone());
                }
                _ => kept.push(kid.clone()),
            }
        }
        if kept.len() < count {
            self.set_kids(holder, &kept);
        }
    }

    /// Joins the list after an item with its beginning, if that is the end of
    /// the item's body.
    fn join_nested(&mut self, item: usize, list: usize, is_joint: impl Fn(&Kid) -> bool) {
        let body = self.kids(item).into_iter().find(|kid| self.is(kid, b"LBody"));
        let Some(Kid::Element(body)) = body else { return };
        let mut kids = self.kids(body);
        if !kids.pop().is_some_and(|kid| is_joint(&kid)) {
            return;
        }
        if let Some(Kid::Element(begun)) = kids.pop()
            && self.is_element(begun, b"L")
        {
            self.set_kids(body, &kids);
            let first = self.kids(begun);
            self.adopt(list, &first);
            let all = [first, self.kids(list)].concat();
            self.set_kids(list, &all);
            self.removed.insert(begun);
        }
    }

    /// Moves the items of the second list to the end of the first.
    fn join(&mut self, first: usize, second: usize) {
        let more = self.kids(second);
        self.adopt(first, &more);
        let kids = [self.kids(first), more].concat();
        self.set_kids(first, &kids);
        self.removed.insert(second);
    }

    /// Gives the rows of groups to the table.
    fn open_row_groups(&mut self) {
        for table in self.all(b"Table") {
            let kids = self.kids(table);
            let mut rows = Vec::with_capacity(kids.len());
            for kid in &kids {
                match kid {
                    Kid::Element(group) if self.is(kid, b"P") => {
                        let inner = self.kids(*group);
                        self.adopt(table, &inner);
                        rows.extend(inner);
                        self.removed.insert(*group);
                    }
                    _ => rows.push(kid.clone()),
                }
            }
            if rows != kids {
                self.set_kids(table, &rows);
            }
        }
    }
}

impl Kid {
    fn written(&self) -> Vec<u8> {
        match self {
            Self::Element(number) => format!("{number} 0 R").into_bytes(),
            Self::Content(words) => words.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::objects::file;

    const CIRCLE: &str = "/A[<</O/List/ListNumbering/Circle>>]";

    /// An element as the compiler writes it.
    fn element(kind: &str, parent: usize, rest: &str) -> String {
        format!("<</Type/StructElem/S/{kind}/P {parent} 0 R{rest}>>")
    }

    /// A file of these objects, mended: its objects with their numbers.
    fn mended(version: &str, bodies: &[String]) -> Vec<(usize, String)> {
        let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
        let bytes = file(version, &bodies);
        let mut objects = Objects::read(&bytes).expect("pieces");
        mend(&mut objects);
        let text = |object: &Object<'_>| String::from_utf8_lossy(&object.body).into_owned();
        objects.iter().map(|object| (object.number, text(object))).collect()
    }

    #[test]
    fn lists_with_a_joint_between_them_become_one() {
        let list = |kids: &str| element("L", 6, &format!("{CIRCLE}/K[{kids}]"));
        let found = mended(
            "1.7",
            &[
                element("LI", 2, "/K[]"),
                list("1 0 R"),
                element("Quote", 6, "/K[]"),
                element("LI", 5, "/K[]"),
                list("4 0 R"),
                element("LBody", 7, "/K[3<</Type/MCR/MCID 4/Pg 9 0 R>>2 0 R 3 0 R 5 0 R]/Pg 8 0 R"),
            ],
        );
        let expected = [
            (1, element("LI", 2, "/K[]")),
            (2, element("L", 6, "/A[<</O/List/ListNumbering/None>>]/K[1 0 R 4 0 R]")),
            (4, element("LI", 2, "/K[]")),
            (6, element("LBody", 7, "/K[3 <</Type/MCR/MCID 4/Pg 9 0 R>> 2 0 R]/Pg 8 0 R")),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_beginning_of_a_list_is_fetched_from_the_item_that_it_ends() {
        let label = |parent| element("Lbl", parent, "/K[1]/Pg 12 0 R");
        let item = |parent, label| element("LI", parent, &format!("/K[{label} 0 R]"));
        let found = mended(
            "1.7",
            &[
                label(2),
                item(3, 1),
                element("L", 5, &format!("{CIRCLE}/K[2 0 R]")),
                element("Quote", 5, "/K[]"),
                element("LBody", 6, "/K[7 3 0 R 4 0 R]/Pg 12 0 R"),
                element("LI", 10, "/K[5 0 R]"),
                label(8),
                item(9, 7),
                element("L", 10, &format!("{CIRCLE}/K[8 0 R]")),
                element("L", 11, &format!("{CIRCLE}/K[6 0 R 9 0 R]")),
            ],
        );
        let numbers: Vec<usize> = found.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 2, 5, 6, 7, 8, 9, 10]);
        let object = |number| &found.iter().find(|(known, _)| *known == number).expect("it").1;
        assert_eq!(object(2), &item(9, 1));
        assert_eq!(object(5), &element("LBody", 6, "/K[7]/Pg 12 0 R"));
        assert_eq!(object(9), &element("L", 10, &format!("{CIRCLE}/K[2 0 R 8 0 R]")));
    }

    #[test]
    fn rows_of_groups_go_to_the_table_where_there_are_no_groups() {
        let bodies = [
            element("TR", 2, "/K[]"),
            element("P", 4, "/K[1 0 R]"),
            element("Caption", 4, "/K[]"),
            element("Table", 5, "/A[<</O/Table/Summary(/K[)>>]/K[3 0 R 2 0 R]"),
        ];
        let found = mended("1.4", &bodies);
        let expected = [
            (1, element("TR", 4, "/K[]")),
            (3, element("Caption", 4, "/K[]")),
            (4, element("Table", 5, "/A[<</O/Table/Summary(/K[)>>]/K[3 0 R 1 0 R]")),
        ];
        assert_eq!(found, expected);
        assert_eq!(mended("1.7", &bodies).len(), 4);
    }

    #[test]
    fn figures_get_their_places_from_the_same_pages_with_pdf_ua() {
        let figure = |attributes: &str| {
            let body = format!("/Alt(/A[x])/A[<</O/Layout{attributes}>>]/K[1]/Pg 3 0 R");
            element("Figure", 2, &body)
        };
        let bodies =
            |own: &str, catalog: &str| [format!("<</Type/Catalog{catalog}>>"), figure(own)];
        let known = bodies("/Placement/Block/BBox[1 2 3 4]", "");
        let known = file("1.7", &known.each_ref().map(String::as_str));
        let known = Objects::read(&known).expect("pieces");
        for (catalog, shown) in [
            ("", "/ViewerPreferences<</DisplayDocTitle true>>"),
            (
                "/ViewerPreferences<</Direction/L2R>>",
                "/ViewerPreferences<</DisplayDocTitle true/Direction/L2R>>",
            ),
        ] {
            let own = bodies("/Placement/Block", catalog);
            let own = file("1.4", &own.each_ref().map(String::as_str));
            let mut objects = Objects::read(&own).expect("pieces");
            complete(&mut objects, Some(&known));
            let text = |number| String::from_utf8_lossy(objects.body(number).expect("an object"));
            assert_eq!(text(1), format!("<</Type/Catalog{shown}>>"));
            assert_eq!(text(2), figure("/Placement/Block/BBox[1 2 3 4]"));
        }
    }
}
