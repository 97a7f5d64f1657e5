//! The way of printing for which a file is made.

use crate::pdf::objects::Objects;
use crate::pdf::stream::Stream;

/// What offset printing on coated paper looks like, as measured by Fogra;
/// `profiles/README.md` says where it comes from.
pub(super) const PROFILE: &[u8] = include_bytes!("../../../profiles/FOGRA39L.icc");

/// The name of that way of printing in the registry of the ICC, whose address
/// stands below.
const CONDITION: &str = "FOGRA39";
const REGISTRY: &str = "http://www.color.org";
const CONDITION_IN_WORDS: &str = "Offset on coated paper, ISO 12647-2:2004/Amd 1, FOGRA39L";

/// Says for which way of printing the inks are meant. `None` if the file has no
/// catalog.
pub(super) fn add(objects: &mut Objects<'_>) -> Option<()> {
    let mut profile = Stream::deflated(PROFILE);
    profile.entries.set("/N", "4");
    let profile = objects.add(profile.written());
    let intent = objects.add(
        format!(
            "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier({CONDITION})\
             /OutputCondition({CONDITION_IN_WORDS})/RegistryName({REGISTRY})\
             /Info({CONDITION_IN_WORDS})/DestOutputProfile {profile} 0 R>>"
        )
        .into_bytes(),
    );
    objects.change(objects.in_trailer("/Root")?, |catalog| {
        catalog.set("/OutputIntents", format!("[{intent} 0 R]"));
        Some(())
    })
}
