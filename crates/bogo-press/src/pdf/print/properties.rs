//! What a file for a printing house says of itself, in both places where
//! properties stand.

use crate::pdf::objects::Objects;
use crate::pdf::stream::Stream;
use crate::pdf::syntax::{Dictionary, reference};

/// The name of the standard in the file's properties.
const STANDARD: &str = "PDF/X-4";

/// Says that nothing is trapped, and what the standard wants to be said beside
/// it. `None` if the file has no properties.
pub(super) fn describe(objects: &mut Objects<'_>, claims: bool) -> Option<()> {
    objects.change(objects.in_trailer("/Info")?, |info| {
        info.set("/Trapped", "/False");
        if claims {
            info.set("/GTS_PDFXVersion", format!("({STANDARD})"));
        }
        Some(())
    })?;
    let (catalog, _) = Dictionary::read(objects.body(objects.in_trailer("/Root")?)?)?;
    let number = reference(catalog.get("/Metadata")?)?;
    let mut metadata = Stream::read(objects.body(number)?)?;
    let words = described(&String::from_utf8_lossy(&metadata.plain()?), claims);
    metadata.set_plain(words.into_bytes());
    let written = metadata.written();
    objects.set_body(number, written);
    Some(())
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
