//! The PDF for a printing house.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use hayro_syntax::Pdf as Reader;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

use crate::fixture::{Edition, first_report, repository, squeezed};
use crate::pdf::Pdf;

/// The reports of the repository, each with its own theme.
const REPORTS: [&str; 3] = ["2024-q3", "jeonnam-arts-2019", "namyangju-transport-2026-08"];

/// Their files for print.
static PRINTED: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| {
    REPORTS.map(|name| {
        let edition = report(name);
        printed(&edition);
        edition.pdf().expect("a PDF")
    })
});

/// The reports by name, with what their files for print hold.
fn printed_reports() -> impl Iterator<Item = (&'static str, Document)> {
    let read = |pdf: &Vec<u8>| Document::load_mem(pdf).expect("a PDF");
    REPORTS.into_iter().zip(PRINTED.iter().map(read))
}

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

fn build(arguments: &[&str]) -> Vec<u8> {
    let edition = Edition::copy_of(&first_report());
    let run = edition.build(arguments);
    assert_eq!(run.code, 0, "{}", run.stderr);
    edition.pdf().expect("a PDF")
}

/// The corners of a page's box.
fn corners(page: &hayro_syntax::page::Page<'_>, name: &[u8]) -> [f64; 4] {
    let rect = page.raw().get::<hayro_syntax::object::Rect>(name);
    let rect = rect.unwrap_or_else(|| panic!("no {}", String::from_utf8_lossy(name)));
    [rect.x0, rect.y0, rect.x1, rect.y1]
}

#[test]
fn trim_and_bleed_are_marked_on_every_page() {
    let reader = Reader::new(build(&["--print"])).expect("a PDF");
    let pages = reader.pages();
    assert_eq!(pages.len(), 19);
    for page in pages.iter() {
        let media = corners(page, b"MediaBox");
        let trim = corners(page, b"TrimBox");
        let bleed = corners(page, b"BleedBox");
        let size = [trim[2] - trim[0], trim[3] - trim[1]];
        assert!((size[0] - 210.0 * MM).abs() < 0.1 && (size[1] - 297.0 * MM).abs() < 0.1);
        for side in 0..4 {
            let outward = if side < 2 { -1.0 } else { 1.0 };
            let by = (bleed[side] - trim[side]) * outward;
            assert!((by - 3.0 * MM).abs() < 0.05, "the bleed is {by} points");
            assert!((media[side] - bleed[side]) * outward > 5.0 * MM, "no room for crop marks");
        }
    }
}

#[test]
fn pictures_have_300_dpi_at_their_printed_size_and_150_on_screen() {
    for (arguments, dpi) in [(&["--print"][..], 300.0), (&[], 150.0)] {
        let document = lopdf::Document::load_mem(&build(arguments)).expect("a PDF");
        let mut widths: Vec<f64> = Vec::new();
        for object in document.objects.values() {
            let Ok(stream) = object.as_stream() else { continue };
            let is_image = stream.dict.get(b"Subtype").and_then(lopdf::Object::as_name);
            if is_image.is_ok_and(|name| name == b"Image") {
                let width = stream.dict.get(b"Width").and_then(lopdf::Object::as_i64);
                widths.push(width.expect("a width") as f64);
            }
        }
        // The stage is a photograph of 12 megapixels and stands alone in its
        // row, which is the body's width less the inset.
        let widest = widths.iter().copied().fold(0.0, f64::max);
        let printed_inches = 166.5 / 25.4;
        assert!((widest / printed_inches - dpi).abs() < 3.0, "{widest} pixels at {dpi} dpi");
    }
}

#[test]
fn the_print_file_is_the_same_each_time_and_still_tagged() {
    let first = build(&["--print"]);
    assert!(first == build(&["--print"]), "the bytes differ");
    let document = lopdf::Document::load_mem(&first).expect("a PDF");
    assert!(document.catalog().expect("a catalog").has(b"StructTreeRoot"));
}

/// The file for print that an edition makes.
fn printed(edition: &Edition) -> Document {
    let run = edition.build(&["--print"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.ends_with("(x-4)\n"), "{}", run.stderr);
    Document::load_mem(&edition.pdf().expect("a PDF")).expect("a PDF")
}

fn report(name: &str) -> Edition {
    Edition::copy_of(&repository().join("content").join(name))
}

/// How often each colour is set on the pages and in everything painted on
/// them, and each space is named, by its kind: `0 0 0 1 k`.
fn colours(document: &Document) -> BTreeMap<String, usize> {
    let mut set = BTreeMap::new();
    let mut read = |content: &[u8], painted: &Dictionary| {
        for operation in Content::decode(content).expect("operations").operations {
            let operator = operation.operator.as_str();
            let words = match operator {
                "cs" | "CS" => {
                    space(document, painted, operation.operands[0].as_name().expect("a name"))
                }
                "g" | "G" | "rg" | "RG" | "k" | "K" | "sc" | "SC" | "scn" | "SCN" | "sh" => {
                    let part =
                        |part: &Object| part.as_float().map_or("?".to_owned(), |n| n.to_string());
                    operation.operands.iter().map(part).collect::<Vec<_>>().join(" ")
                }
                _ => continue,
            };
            *set.entry(format!("{words} {operator}")).or_default() += 1;
        }
    };
    for page in document.get_pages().into_values() {
        let own = document.get_dictionary(page).expect("a page");
        read(&document.get_page_content(page), own);
    }
    for stream in document.objects.values().filter_map(|object| object.as_stream().ok()) {
        let kind = stream.dict.get(b"Subtype").and_then(Object::as_name);
        if kind.is_ok_and(|kind| kind == b"Form") || stream.dict.has(b"PatternType") {
            read(&stream.get_plain_content().expect("a form"), &stream.dict);
        }
    }
    set
}

/// The kind of a space that a page or form names, and the ink.
fn space(document: &Document, painted: &Dictionary, name: &[u8]) -> String {
    let inner = |outer: &Dictionary, key: &[u8]| -> Option<Dictionary> {
        outer.get_deref(key, document).and_then(Object::as_dict).ok().cloned()
    };
    let spaces = inner(painted, b"Resources").and_then(|own| inner(&own, b"ColorSpace"));
    let names = spaces.and_then(|spaces| {
        let parts = spaces.get_deref(name, document).and_then(Object::as_array).ok()?;
        let names = parts.iter().filter_map(|part| part.as_name().ok());
        Some(names.map(String::from_utf8_lossy).collect::<Vec<_>>().join(" "))
    });
    names.unwrap_or_else(|| String::from_utf8_lossy(name).into_owned())
}

#[test]
fn type_and_rules_are_in_inks_and_black_is_black_alone() {
    for (name, document) in printed_reports() {
        let colours = colours(&document);
        let pages = document.get_pages().len();
        for (colour, count) in &colours {
            let (parts, operator) = colour.rsplit_once(' ').expect("an operator");
            match operator {
                "k" | "K" => {
                    let shares: Vec<f32> =
                        parts.split(' ').map(|n| n.parse().expect("a share")).collect();
                    let mixed = shares[..3].iter().filter(|share| **share > 0.0).count();
                    assert!(shares.len() == 4 && mixed <= 2, "{name}: {colour}");
                    assert!(shares[3] < 1.0 || mixed == 0, "{name}: {colour}");
                }
                // Crop marks: two at each corner of a page.
                "CS" | "SCN" => {
                    let mark = ["Separation All DeviceCMYK CS", "1 SCN"].contains(&colour.as_str());
                    assert!(mark && *count == 8 * pages, "{name}: {count} of {colour}");
                }
                _ => panic!("{name}: {colour}"),
            }
        }
        assert!(colours["0 0 0 1 k"] > 10 * pages, "{name}: {colours:?}");
        assert!(colours.contains_key("1 SCN"), "{name}: {colours:?}");
    }
}

#[test]
fn whatever_templates_of_an_edition_paint_is_in_inks_and_its_own_inks_stay() {
    let edition = Edition::starter();
    let frame = include_str!("../../templates/report/frame.typ");
    let painted = "  rect(fill: rgb(\"#ff0000\"), stroke: luma(50%))\n  \
        rect(fill: rgb(\"#0b2f6b80\"))\n  rect(fill: cmyk(10%, 20%, 30%, 40%))\n  \
        rect(fill: tiling(size: (4pt, 4pt), rect(fill: green, width: 1pt)))\n  \
        rect(fill: gradient.linear(rgb(\"#ff000040\"), blue))\n  \
        rect(fill: color.spot(\"HKS 43\", blue).tint(50%))\n";
    let head = "#let page-foreground() = {\n";
    assert!(frame.contains(head));
    edition.write("templates/report/frame.typ", frame.replace(head, &format!("{head}{painted}")));
    // What it paints lies over words, which is no matter here.
    let report = std::fs::read_to_string(edition.path().join("report.json")).expect("a report");
    let passes = "{ \"check\": { \"rules\": { \"overflow\": \"off\" } },";
    edition.write("report.json", report.replacen('{', passes, 1));
    let document = printed(&edition);
    let colours = colours(&document);
    let set = |colour: &str| assert!(colours.contains_key(colour), "no {colour}: {colours:#?}");
    set("0 0.99 1 0 k");
    set("0 0 0 0.64 K");
    set("Separation HKS 43 cs");
    set("Pattern cs");
    let foreign = colours.keys().find(|colour| {
        let operator = colour.rsplit_once(' ').expect("an operator").1;
        ["g", "G", "rg", "RG", "sc", "SC"].contains(&operator)
            || colour.starts_with("ICCBased")
            || colour.starts_with("Device")
    });
    assert_eq!(foreign, None, "{colours:#?}");
    // Transparency is blended in inks, too.
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let groups = streams.filter_map(|stream| stream.dict.get(b"Group").ok()?.as_dict().ok());
    let spaces: Vec<_> = groups.map(|group| group.get(b"CS").and_then(Object::as_name)).collect();
    assert!(!spaces.is_empty());
    assert!(spaces.iter().all(|space| matches!(space, Ok(b"DeviceCMYK"))), "{spaces:?}");
}

#[test]
fn it_says_that_it_is_x_4_and_for_which_way_of_printing() {
    let (_, document) = printed_reports().next().expect("the first report");
    assert_eq!(document.version, "1.6");
    let trailer = &document.trailer;
    assert!(trailer.has(b"ID") && !trailer.has(b"Encrypt"));
    let info = document
        .get_dictionary(trailer.get(b"Info").and_then(Object::as_reference).expect("properties"));
    let info = info.expect("properties");
    let said = |key: &[u8]| {
        String::from_utf8_lossy(info.get(key).and_then(Object::as_str).expect("a text"))
            .into_owned()
    };
    assert_eq!(said(b"GTS_PDFXVersion"), "PDF/X-4");
    assert_eq!(info.get(b"Trapped").and_then(Object::as_name).expect("a word"), b"False");
    assert_eq!(said(b"CreationDate"), said(b"ModDate"));
    assert!(said(b"ModDate").starts_with("D:20240930"));
    let catalog = document.catalog().expect("a catalog");
    for key in [&b"OpenAction"[..], b"AA", b"AcroForm", b"OCProperties"] {
        assert!(!catalog.has(key));
    }
    let metadata = catalog.get_deref(b"Metadata", &document).and_then(Object::as_stream);
    let xmp = metadata.and_then(lopdf::Stream::get_plain_content).expect("XMP");
    let xmp = String::from_utf8(xmp).expect("UTF-8");
    for words in [
        "xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">PDF/X-4</pdfxid:GTS_PDFXVersion>",
        "<pdf:Trapped>False</pdf:Trapped>",
        "<xmpMM:VersionID>1</xmpMM:VersionID>",
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
        "<xmp:CreateDate>2024-09-30T00:00:00Z</xmp:CreateDate>",
        "<xmp:ModifyDate>2024-09-30T00:00:00Z</xmp:ModifyDate>",
        "<xmp:MetadataDate>2024-09-30T00:00:00Z</xmp:MetadataDate>",
        "<xmpMM:DocumentID>",
        "<dc:title>",
    ] {
        assert_eq!(xmp.matches(words).count(), 1, "{words}: {xmp}");
    }
    assert!(!xmp.contains("pdfaid") && !xmp.contains("pdfuaid"), "{xmp}");
    let intents = catalog.get(b"OutputIntents").and_then(Object::as_array).expect("intents");
    let [intent] = intents.as_slice() else { panic!("{} intents", intents.len()) };
    let intent = document.dereference(intent).expect("an intent").1.as_dict().expect("an intent");
    let said = |key: &[u8]| intent.get(key).and_then(Object::as_str).expect("a text");
    assert_eq!(intent.get(b"S").and_then(Object::as_name).expect("a name"), b"GTS_PDFX");
    assert_eq!(said(b"OutputConditionIdentifier"), b"FOGRA39");
    assert_eq!(said(b"RegistryName"), b"http://www.color.org");
    let profile = intent.get_deref(b"DestOutputProfile", &document).and_then(Object::as_stream);
    let profile = profile.and_then(lopdf::Stream::get_plain_content).expect("a profile");
    assert_eq!(&profile[12..24], b"prtrCMYKLab ");
    assert_eq!(u32::from_be_bytes(profile[..4].try_into().expect("four")) as usize, profile.len());
}

#[test]
fn every_face_is_embedded_and_nothing_lies_on_the_pages_that_can_be_clicked() {
    for (name, document) in printed_reports() {
        let mut faces = 0;
        for object in document.objects.values() {
            let Ok(own) = object.as_dict() else { continue };
            let kind = own.get(b"Type").and_then(Object::as_name).unwrap_or_default();
            assert!(
                kind != b"Annot" && kind != b"Action" && kind != b"Filespec",
                "{name}: {own:?}"
            );
            if kind == b"FontDescriptor" {
                faces += 1;
                assert!(own.has(b"FontFile2") || own.has(b"FontFile3"), "{name}: {own:?}");
            }
        }
        assert!(faces >= 3, "{name}: {faces}");
        for page in document.get_pages().into_values() {
            assert!(!document.get_dictionary(page).expect("a page").has(b"Annots"));
        }
    }
    // On a screen, 목차 still leads to its chapters.
    let screen = Document::load_mem(&build(&[])).expect("a PDF");
    let pages = screen.get_pages().into_values();
    assert!(
        pages.filter(|page| screen.get_dictionary(*page).expect("a page").has(b"Annots")).count()
            >= 2
    );
}

#[test]
fn pictures_keep_a_profile_and_are_opaque() {
    let (_, document) = printed_reports().last().expect("the report of many pictures");
    let mut pictures = 0;
    for stream in document.objects.values().filter_map(|object| object.as_stream().ok()) {
        if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image")
        {
            pictures += 1;
            let space = stream.dict.get_deref(b"ColorSpace", &document).and_then(Object::as_array);
            let space = space.expect("a space with a profile");
            assert_eq!(space[0].as_name().expect("a name"), b"ICCBased");
            assert!(!stream.dict.has(b"SMask") && !stream.dict.has(b"Alternates"));
        }
    }
    assert!(pictures > 10, "{pictures}");
}

#[test]
fn the_pages_say_and_show_the_same_as_on_a_screen() {
    for (name, print) in REPORTS.into_iter().zip(&*PRINTED) {
        let edition = report(name);
        assert_eq!(edition.build(&[]).code, 0);
        let screen = Pdf::read(edition.pdf().expect("a PDF"));
        let print = Pdf::read(print.clone());
        assert_eq!(screen.page_count(), print.page_count(), "{name}");
        for page in 0..screen.page_count() {
            let place = format!("{name}, page {}", page + 1);
            assert_eq!(squeezed(&screen.copied(page)), squeezed(&print.copied(page)), "{place}");
            assert_eq!(screen.type_sizes(page), print.type_sizes(page), "{place}");
        }
    }
}

#[test]
fn no_other_standard_goes_with_it_and_a_report_with_errors_claims_none() {
    let edition = Edition::starter();
    let run = edition.build(&["--print", "--standard", "a-2a"]);
    assert_eq!((run.code, edition.pdf()), (2, None), "{}", run.stderr);
    assert!(run.stderr.contains("PDF/X-4"), "{}", run.stderr);
    let run = edition.build(&["--standard", "x-4"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("--print"), "{}", run.stderr);
    let project = "projects/1-example.json";
    let text = fs::read_to_string(edition.path().join(project)).expect("the project");
    edition.write(project, text.replace("첫 사업의 이름", "2025. 3. 3.(화)의 이름"));
    let run = edition.build(&["--print", "--force"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("잘못[weekday]") && !run.stderr.contains("x-4"), "{}", run.stderr);
    let document = Document::load_mem(&edition.pdf().expect("a PDF")).expect("a PDF");
    assert!(run.stderr.contains(&format!("({})", document.version)), "{}", run.stderr);
    let claim = |object: &Object| match object {
        Object::Dictionary(own) => own.has(b"GTS_PDFXVersion"),
        Object::Stream(own) => String::from_utf8_lossy(&own.content).contains("GTS_PDFXVersion"),
        _ => false,
    };
    assert!(!document.objects.values().any(claim));
    assert!(colours(&document).keys().all(|colour| !colour.starts_with("ICCBased")));
}

#[test]
fn a_theme_without_bleed_still_has_all_boxes() {
    let edition = Edition::starter();
    let text = fs::read_to_string(edition.path().join("report.json")).expect("the report");
    edition.write("report.json", text.replacen("{", "{ \"theme\": \"bare\",", 1));
    edition.write("templates/themes/bare.json", r#"{ "print": { "bleed": "0mm" } }"#);
    let run = edition.build(&["--print"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let reader = Reader::new(edition.pdf().expect("a PDF")).expect("a PDF");
    for page in reader.pages().iter() {
        let media = corners(page, b"MediaBox");
        assert_eq!(corners(page, b"TrimBox"), media);
        assert_eq!(corners(page, b"BleedBox"), media);
    }
}
