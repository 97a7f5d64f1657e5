//! The file for a printing house: PDF/X-4 (ISO 15930-7).
//!
//! Typst knows nothing of it, and writes what it asks for in part: PDF 1.6,
//! embedded fonts, no encryption, no scripts, a trimmed page in a larger one.
//! The rest is done to the finished file:
//!
//! | what is asked for                       | where it is done              |
//! |-----------------------------------------|-------------------------------|
//! | BleedBox around TrimBox in MediaBox     | [`boxes`]                     |
//! | colours as inks, black in black alone   | [`paint`], [`inks`]           |
//! | the way of printing, with its profile   | [`add_intent`]                |
//! | version, dates and trapping, said twice | [`describe`]                  |
//! | crop marks on every plate               | `templates/report/frame.typ`  |
//! | no links on the page                    | `templates/report/frame.typ`  |
//!
//! Live transparency and pictures of sRGB with their profile are allowed.

mod boxes;
mod inks;
mod paint;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat};

use crate::export::ExportError;
use inks::Condition;

/// What offset printing on coated paper looks like, as measured by Fogra;
/// `profiles/README.md` says where it comes from.
pub(crate) const PROFILE: &[u8] = include_bytes!("../../../profiles/FOGRA39L.icc");

/// The name of that way of printing in the registry of the ICC, whose address
/// stands below.
const CONDITION: &str = "FOGRA39";
const REGISTRY: &str = "http://www.color.org";
const CONDITION_IN_WORDS: &str = "Offset on coated paper, ISO 12647-2:2004/Amd 1, FOGRA39L";

/// The name of the standard in the file's properties.
const STANDARD: &str = "PDF/X-4";

/// Makes of the compiler's PDF 1.6 one for a printing house. It says that it
/// is PDF/X-4 if `claims` says so: a report that is not final does not.
///
/// # Errors
/// When the file is not laid out as the compiler does it.
pub(crate) fn finished(pdf: &[u8], claims: bool) -> Result<Vec<u8>, ExportError> {
    let condition = Condition::read(PROFILE);
    let condition = condition.ok_or_else(|| ExportError::Print("no profile".to_owned()))?;
    let failed = |error: lopdf::Error| ExportError::Print(error.to_string());
    let mut document = Document::load_mem(pdf).map_err(failed)?;
    boxes::add_bleed_boxes(&mut document).map_err(failed)?;
    paint::repaint(&mut document, &condition).map_err(failed)?;
    add_intent(&mut document).map_err(failed)?;
    describe(&mut document, claims).map_err(failed)?;
    let mut bytes = Vec::with_capacity(pdf.len() + PROFILE.len());
    document.save_to(&mut bytes).map_err(|error| ExportError::Print(error.to_string()))?;
    Ok(bytes)
}

/// Says for which way of printing the inks are meant.
fn add_intent(document: &mut Document) -> lopdf::Result<()> {
    let mut profile = Dictionary::new();
    profile.set("N", 4);
    let mut profile = Stream::new(profile, PROFILE.to_vec());
    profile.compress()?;
    let profile = document.add_object(profile);
    let mut intent = Dictionary::new();
    intent.set("Type", "OutputIntent");
    intent.set("S", "GTS_PDFX");
    intent.set("OutputConditionIdentifier", text(CONDITION));
    intent.set("OutputCondition", text(CONDITION_IN_WORDS));
    intent.set("RegistryName", text(REGISTRY));
    intent.set("Info", text(CONDITION_IN_WORDS));
    intent.set("DestOutputProfile", profile);
    let intent = document.add_object(intent);
    document.catalog_mut()?.set("OutputIntents", vec![Object::Reference(intent)]);
    Ok(())
}

/// Says in both places where properties stand that nothing is trapped, and
/// what the standard wants to be said beside it.
fn describe(document: &mut Document, claims: bool) -> lopdf::Result<()> {
    let info = document.trailer.get(b"Info")?.as_reference()?;
    let info = document.get_dictionary_mut(info)?;
    info.set("Trapped", "False");
    if claims {
        info.set("GTS_PDFXVersion", text(STANDARD));
    }
    let metadata = document.catalog()?.get(b"Metadata")?.as_reference()?;
    let metadata = document.get_object_mut(metadata)?.as_stream_mut()?;
    let words = String::from_utf8_lossy(&metadata.content);
    let words = described(&words, claims);
    metadata.set_plain_content(words.into_bytes());
    Ok(())
}

/// The properties in XMP, with those of the standard.
fn described(xmp: &str, claims: bool) -> String {
    let date = between(xmp, "<xmp:ModifyDate>", "</xmp:ModifyDate>");
    let mut more =
        "<pdf:Trapped>False</pdf:Trapped><xmpMM:VersionID>1</xmpMM:VersionID>".to_owned();
    if let Some(date) = date {
        more.push_str(&format!("<xmp:MetadataDate>{date}</xmp:MetadataDate>"));
    }
    if claims {
        more.push_str(&format!(
            "<pdfxid:GTS_PDFXVersion xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\
             {STANDARD}</pdfxid:GTS_PDFXVersion>"
        ));
    }
    xmp.replace("<xmpMM:RenditionClass>proof<", "<xmpMM:RenditionClass>default<").replacen(
        "</rdf:Description>",
        &format!("{more}</rdf:Description>"),
        1,
    )
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let rest = &text[text.find(start)? + start.len()..];
    Some(&rest[..rest.find(end)?])
}

fn text(words: &str) -> Object {
    Object::String(words.as_bytes().to_vec(), StringFormat::Literal)
}
