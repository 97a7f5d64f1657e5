//! Reading the PDF back with a library that did not write it.

use std::collections::BTreeMap;
use std::path::Path;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::fixture::Edition;

/// A PDF that was read back.
pub(crate) struct Pdf {
    document: Document,
    bytes: Vec<u8>,
    pages: Vec<ObjectId>,
}

/// A bookmark: how deep it is, its title, and the page that it leads to,
/// counted from 0.
pub(crate) struct Bookmark {
    pub depth: usize,
    pub title: String,
    pub page: usize,
}

/// A cell of a table as readers are told of it.
pub(crate) struct ToldCell {
    pub is_head: bool,
    pub id: Vec<u8>,
    /// The cells that head it.
    pub headers: Vec<Vec<u8>>,
    pub columns: usize,
    pub rows: usize,
}

impl Pdf {
    /// Builds an edition and reads its PDF.
    pub(crate) fn of_edition(folder: &Path, arguments: &[&str]) -> Self {
        let edition = Edition::copy_of(folder);
        let run = edition.build(arguments);
        assert_eq!(run.code, 0, "{}", run.stderr);
        Self::read(edition.pdf().expect("a PDF"))
    }

    pub(crate) fn read(bytes: Vec<u8>) -> Self {
        let document = Document::load_mem(&bytes).expect("a PDF");
        let pages = document.get_pages().into_values().collect();
        Self { document, bytes, pages }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn page_count(&self) -> usize {
        self.pages.len()
    }

    fn catalog(&self) -> &Dictionary {
        self.document.catalog().expect("a catalog")
    }

    /// A property of the document; empty if it has none of this name.
    pub(crate) fn property(&self, key: &str) -> String {
        let info = self.document.trailer.get(b"Info").expect("properties");
        let info = self.follow(info).as_dict().expect("properties");
        self.get(info, key).map(text_of).unwrap_or_default()
    }

    /// The metadata as XML.
    pub(crate) fn metadata(&self) -> String {
        let metadata = self.get(self.catalog(), "Metadata").expect("metadata");
        let content = &metadata.as_stream().expect("a stream").content;
        String::from_utf8_lossy(content).into_owned()
    }

    /// The language that all of it is in.
    pub(crate) fn language(&self) -> Option<String> {
        self.get(self.catalog(), "Lang").map(text_of)
    }

    /// The fonts by name, and whether each is embedded.
    pub(crate) fn fonts_embedded(&self) -> Vec<(String, bool)> {
        let descriptors = self.document.objects.values().filter_map(|object| {
            let dictionary = object.as_dict().ok()?;
            (self.get(dictionary, "Type")?.as_name().ok()? == b"FontDescriptor")
                .then_some(dictionary)
        });
        let files: [&[u8]; 3] = [b"FontFile", b"FontFile2", b"FontFile3"];
        descriptors
            .map(|font| {
                let name = self.get(font, "FontName").map(name_of).unwrap_or_default();
                (name, files.iter().any(|key| font.has(key)))
            })
            .collect()
    }

    /// Whether viewers are to show the title instead of the file's name.
    pub(crate) fn shows_title(&self) -> bool {
        let preferences = self.get(self.catalog(), "ViewerPreferences").map(Object::as_dict);
        let Some(Ok(preferences)) = preferences else { return false };
        matches!(self.get(preferences, "DisplayDocTitle"), Some(Object::Boolean(true)))
    }

    /// Whether each element of the structure tree names as its parent the one
    /// that holds it, and whether all that is referred to is there.
    pub(crate) fn is_whole(&self) -> bool {
        let elements = self.document.objects.iter().filter(|(_, object)| {
            object.as_dict().is_ok_and(|element| element.has_type(b"StructElem"))
        });
        let held = |(id, element): (&ObjectId, &Object)| {
            let parent = element.as_dict().and_then(|element| element.get(b"P"));
            let parent = parent.and_then(Object::as_reference);
            let parent = parent.and_then(|parent| self.document.get_dictionary(parent));
            let kids = parent.ok().and_then(|parent| self.get(parent, "K"));
            kids.is_some_and(|kids| match kids {
                Object::Array(kids) => kids.contains(&Object::Reference(*id)),
                _ => element
                    .as_dict()
                    .is_ok_and(|e| name_of(e.get(b"S").expect("a kind")) == "Document"),
            })
        };
        let kids = |object: &Object| {
            let kids = object.as_dict().ok().and_then(|element| self.get(element, "K"));
            kids.and_then(|kids| kids.as_array().ok().cloned()).unwrap_or_default()
        };
        let mut elements = elements.peekable();
        elements.peek().is_some()
            && elements.all(|(id, element)| {
                held((id, element))
                    && kids(element).iter().all(|kid| match kid {
                        Object::Reference(id) => self.document.has_object(*id),
                        _ => true,
                    })
            })
    }

    /// What an object is, references followed.
    fn follow<'d>(&'d self, object: &'d Object) -> &'d Object {
        self.document.dereference(object).expect("an object").1
    }

    fn get<'d>(&'d self, dictionary: &'d Dictionary, key: &str) -> Option<&'d Object> {
        dictionary.get(key.as_bytes()).ok().map(|object| self.follow(object))
    }

    /// Text lines of a page, counted from 0, as they are extracted.
    pub(crate) fn lines(&self, page: usize) -> Vec<String> {
        let text = self.document.extract_text(&[page as u32 + 1]).expect("text");
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// The text of a page, counted from 0, as readers copy it.
    pub(crate) fn copied(&self, page: usize) -> String {
        let pieces = self.pieces(self.pages[page]).into_iter();
        pieces.map(|(_, text)| text).collect()
    }

    /// The text of a page in pieces, in the order of painting: what its glyphs
    /// stand for, and where a span says what it actually is, that; with the
    /// number by which the structure tree names the piece, if it does.
    fn pieces(&self, id: ObjectId) -> Vec<(Option<i64>, String)> {
        let fonts = self.document.get_page_fonts(id).expect("fonts");
        let encodings: BTreeMap<&[u8], _> = fonts
            .iter()
            .map(|(name, font)| {
                let encoding = font.get_font_encoding(&self.document);
                (name.as_slice(), encoding.expect("an encoding"))
            })
            .collect();
        let content = self.document.get_and_decode_page_content(id).expect("a page");
        let (mut pieces, mut font) = (Vec::new(), None);
        // For each marked span its number, or that of an outer one, and whether
        // an outer one or its own text stands for its glyphs.
        let mut spans: Vec<(Option<i64>, bool)> = Vec::new();
        for operation in &content.operations {
            let (outer, spoken) = spans.last().copied().unwrap_or_default();
            match operation.operator.as_str() {
                "BMC" | "BDC" => {
                    let properties = operation.operands.get(1).and_then(|p| p.as_dict().ok());
                    let property = |key: &[u8]| properties.and_then(|p| p.get(key).ok());
                    let own = property(b"MCID").and_then(|number| number.as_i64().ok());
                    let number = own.or(outer);
                    let actual = property(b"ActualText");
                    if let Some(actual) = actual.filter(|_| !spoken) {
                        pieces.push((number, text_of(actual)));
                    }
                    spans.push((number, spoken || actual.is_some()));
                }
                "EMC" => drop(spans.pop()),
                "Tf" => font = operation.operands[0].as_name().ok(),
                "Tj" | "TJ" if !spoken => {
                    let encoding = font.and_then(|font| encodings.get(font)).expect("a font");
                    for bytes in strings(&operation.operands) {
                        let text = Document::decode_text(encoding, bytes).expect("text");
                        pieces.push((outer, text));
                    }
                }
                _ => {}
            }
        }
        pieces
    }

    /// The sizes of type on a page, counted from 0, in points, each once.
    pub(crate) fn type_sizes(&self, page: usize) -> Vec<f32> {
        let content = self.document.get_and_decode_page_content(self.pages[page]).expect("a page");
        let fonts = content.operations.iter().filter(|operation| operation.operator == "Tf");
        let mut sizes: Vec<f32> =
            fonts.map(|operation| operation.operands[1].as_float().expect("a size")).collect();
        sizes.sort_by(f32::total_cmp);
        sizes.dedup();
        sizes
    }

    /// The paper of a page, counted from 0: left, bottom, right and top in
    /// points.
    pub(crate) fn page_size(&self, page: usize) -> Vec<f32> {
        let mut node = self.document.get_dictionary(self.pages[page]).expect("a page");
        // A page that names no paper of its own has that of its branch.
        while !node.has(b"MediaBox") {
            node = self.get(node, "Parent").and_then(|node| node.as_dict().ok()).expect("a branch");
        }
        let paper = self.get(node, "MediaBox").and_then(|paper| paper.as_array().ok());
        let sides = paper.expect("a box").iter().map(|side| self.follow(side).as_float());
        sides.map(|side| side.expect("a number")).collect()
    }

    /// The label of a page, counted from 0; empty if it has none.
    pub(crate) fn page_label(&self, page: usize) -> String {
        let labels = self.get(self.catalog(), "PageLabels").expect("labels");
        let numbers = self.get(labels.as_dict().expect("a tree"), "Nums").expect("numbers");
        let mut label = String::new();
        for pair in numbers.as_array().expect("an array").chunks(2) {
            let first = pair[0].as_i64().expect("a page") as usize;
            if first > page {
                break;
            }
            let range = self.follow(&pair[1]).as_dict().expect("a range");
            let prefix = self.get(range, "P").map(text_of).unwrap_or_default();
            let start = self.get(range, "St").and_then(|n| n.as_i64().ok()).unwrap_or(1);
            label = match self.get(range, "S") {
                Some(_) => format!("{prefix}{}", start + (page - first) as i64),
                None => prefix,
            };
        }
        label
    }

    /// All bookmarks in order.
    pub(crate) fn outline(&self) -> Vec<Bookmark> {
        let mut bookmarks = Vec::new();
        let outlines = self.get(self.catalog(), "Outlines").expect("bookmarks");
        self.gather_outline(outlines.as_dict().expect("a tree"), 0, &mut bookmarks);
        bookmarks
    }

    fn gather_outline(&self, node: &Dictionary, depth: usize, bookmarks: &mut Vec<Bookmark>) {
        let mut next = self.get(node, "First");
        while let Some(item) = next {
            let item = item.as_dict().expect("a bookmark");
            let title = text_of(self.get(item, "Title").expect("a title"));
            let destination = self.destination(item).expect("a destination");
            bookmarks.push(Bookmark { depth, title, page: destination });
            self.gather_outline(item, depth + 1, bookmarks);
            next = self.get(item, "Next");
        }
    }

    /// The page, counted from 0, to which a bookmark or a link leads.
    fn destination(&self, from: &Dictionary) -> Option<usize> {
        let direct = self.get(from, "Dest");
        let action = self.get(from, "A").and_then(|action| action.as_dict().ok());
        let mut object = direct.or_else(|| self.get(action?, "D"))?;
        if let Ok(name) = object.as_str() {
            let names = self.get(self.catalog(), "Names")?.as_dict().ok()?;
            object = self.named(self.get(names, "Dests")?.as_dict().ok()?, name)?;
        }
        if let Ok(inner) = object.as_dict() {
            object = self.get(inner, "D")?;
        }
        let target = object.as_array().ok()?.first()?.as_reference().ok()?;
        self.pages.iter().position(|page| *page == target)
    }

    /// What a tree of names says of a name.
    fn named<'d>(&'d self, tree: &'d Dictionary, name: &[u8]) -> Option<&'d Object> {
        if let Some(Ok(pairs)) = self.get(tree, "Names").map(Object::as_array) {
            let mut pairs = pairs.chunks(2);
            let found = pairs.find(|pair| self.follow(&pair[0]).as_str().is_ok_and(|n| n == name));
            return found.map(|pair| self.follow(&pair[1]));
        }
        let kids = self.get(tree, "Kids")?.as_array().ok()?;
        kids.iter().find_map(|kid| self.named(self.follow(kid).as_dict().ok()?, name))
    }

    /// The pages to which links on a page lead.
    pub(crate) fn links(&self, page: usize) -> Vec<usize> {
        let page = self.document.get_dictionary(self.pages[page]).expect("a page");
        let Some(Ok(annotations)) = self.get(page, "Annots").map(Object::as_array) else {
            return Vec::new();
        };
        let annotations = annotations.iter().map(|annotation| self.follow(annotation));
        annotations.filter_map(|annotation| self.destination(annotation.as_dict().ok()?)).collect()
    }

    /// The rows of all tables as readers are told of them.
    pub(crate) fn told_rows(&self) -> Vec<Vec<ToldCell>> {
        let root = self.get(self.catalog(), "StructTreeRoot").expect("tags");
        let mut rows = Vec::new();
        self.gather_rows(root.as_dict().expect("a tree"), &mut rows);
        rows
    }

    fn gather_rows(&self, element: &Dictionary, rows: &mut Vec<Vec<ToldCell>>) {
        let kids: Vec<&Dictionary> = match self.get(element, "K") {
            Some(Object::Array(kids)) => {
                kids.iter().filter_map(|kid| self.follow(kid).as_dict().ok()).collect()
            }
            Some(kid) => kid.as_dict().ok().into_iter().collect(),
            None => Vec::new(),
        };
        if self.get(element, "S").is_some_and(|kind| kind.as_name().is_ok_and(|k| k == b"TR")) {
            rows.push(kids.into_iter().map(|cell| self.told_cell(cell)).collect());
        } else {
            for kid in kids.into_iter().filter(|kid| kid.has(b"S")) {
                self.gather_rows(kid, rows);
            }
        }
    }

    fn told_cell(&self, cell: &Dictionary) -> ToldCell {
        let attributes = match self.get(cell, "A") {
            Some(Object::Array(all)) => all.iter().map(|one| self.follow(one)).collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        let attribute = |key: &str| {
            let mut all = attributes.iter().filter_map(|one| one.as_dict().ok());
            all.find_map(|one| self.get(one, key))
        };
        let span = |key| attribute(key).and_then(|span| span.as_i64().ok()).unwrap_or(1) as usize;
        let bytes = |object: &Object| object.as_str().map(<[u8]>::to_vec).unwrap_or_default();
        let headers = attribute("Headers").and_then(|headers| headers.as_array().ok());
        ToldCell {
            is_head: self.get(cell, "S").is_some_and(|k| k.as_name().is_ok_and(|k| k == b"TH")),
            id: self.get(cell, "ID").map(bytes).unwrap_or_default(),
            headers: headers.into_iter().flatten().map(|id| bytes(self.follow(id))).collect(),
            columns: span("ColSpan"),
            rows: span("RowSpan"),
        }
    }

    /// The structure tree as nested elements.
    pub(crate) fn structure(&self) -> Element {
        let mut texts = BTreeMap::new();
        for page in &self.pages {
            for (number, text) in self.pieces(*page) {
                let Some(number) = number else { continue };
                texts.entry((*page, number)).or_insert_with(String::new).push_str(&text);
            }
        }
        let root = self.get(self.catalog(), "StructTreeRoot").expect("tags");
        self.element(root.as_dict().expect("a tree"), &texts)
    }

    fn element(&self, dictionary: &Dictionary, texts: &Texts) -> Element {
        let kids = match self.get(dictionary, "K") {
            Some(Object::Array(kids)) => kids.iter().map(|kid| self.follow(kid)).collect(),
            Some(kid) => vec![kid],
            None => Vec::new(),
        };
        let page = |of: &Dictionary| of.get(b"Pg").and_then(Object::as_reference).ok();
        let text = |number: &Object, page: Option<ObjectId>| {
            let key = (page.expect("a page"), number.as_i64().expect("a number"));
            Kid::Text(texts.get(&key).cloned().unwrap_or_default())
        };
        let kids = kids.into_iter().filter_map(|kid| match kid.as_dict() {
            Err(_) => Some(text(kid, page(dictionary))),
            Ok(kid) if kid.has(b"S") => Some(Kid::Element(self.element(kid, texts))),
            // Content of another page; what is left are annotations.
            Ok(kid) => kid.get(b"MCID").ok().map(|id| text(id, page(kid).or(page(dictionary)))),
        });
        Element {
            kind: self.get(dictionary, "S").map(name_of).unwrap_or_default(),
            alt: self.get(dictionary, "Alt").map(text_of),
            numbering: self.attribute(dictionary, "ListNumbering").map(name_of),
            boxed: self.attribute(dictionary, "BBox").is_some(),
            kids: kids.collect(),
        }
    }

    /// An attribute of an element.
    fn attribute<'d>(&'d self, element: &'d Dictionary, key: &str) -> Option<&'d Object> {
        let attributes = self.get(element, "A")?.as_array().ok()?;
        attributes.iter().find_map(|owned| self.get(self.follow(owned).as_dict().ok()?, key))
    }
}

/// The texts of marked spans, by page and number.
type Texts = BTreeMap<(ObjectId, i64), String>;

/// The titles of all bookmarks, indented by their depth.
pub(crate) fn outline_titles(pdf: &Pdf) -> String {
    let lines = pdf.outline().into_iter().map(|bookmark| {
        let indent = "  ".repeat(bookmark.depth);
        format!("{indent}{} -> {}\n", bookmark.title, pdf.page_label(bookmark.page))
    });
    lines.collect()
}

/// The strings among operands, and in the arrays among them.
fn strings(operands: &[Object]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    for operand in operands {
        match operand {
            Object::String(bytes, _) => found.push(bytes.as_slice()),
            Object::Array(inner) => found.extend(strings(inner)),
            _ => {}
        }
    }
    found
}

fn name_of(object: &Object) -> String {
    String::from_utf8_lossy(object.as_name().expect("a name")).into_owned()
}

/// A text string of a PDF: UTF-16 with a mark, or Latin.
fn text_of(object: &Object) -> String {
    let bytes = object.as_str().expect("a string");
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(rest) => {
            let units: Vec<u16> =
                rest.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// A structure element.
pub(crate) struct Element {
    pub kind: String,
    pub alt: Option<String>,
    /// What it says of the labels of its items.
    pub numbering: Option<String>,
    /// Whether it says where on the page it stands.
    pub boxed: bool,
    kids: Vec<Kid>,
}

/// What an element holds.
enum Kid {
    Element(Element),
    Text(String),
}

impl Element {
    /// The elements that it holds itself.
    pub(crate) fn kids(&self) -> impl Iterator<Item = &Element> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Element(element) => Some(element),
            Kid::Text(_) => None,
        })
    }

    /// The element and all that it holds, in reading order.
    pub(crate) fn flat(&self) -> Vec<&Element> {
        let mut all = vec![self];
        self.kids().for_each(|kid| all.extend(kid.flat()));
        all
    }

    /// Its words as they are read out: what is no part of a line begins one.
    pub(crate) fn heard(&self) -> String {
        let inline = ["Span", "Strong", "Em", "Link", "Reference"];
        let end = if inline.contains(&self.kind.as_str()) { "" } else { "\n" };
        let words = self.kids.iter().map(|kid| match kid {
            Kid::Element(element) => element.heard(),
            Kid::Text(text) => text.clone(),
        });
        format!("{end}{}{end}", words.collect::<String>())
    }
}
