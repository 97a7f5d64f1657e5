//! An edition as the virtual files that the templates read.

use std::collections::BTreeSet;
use std::sync::Arc;

use bogo_model::edition::Edition;
use typst::foundations::{Repr as _, Str};

use crate::purpose::Purpose;
use crate::world::EditionWorld;

/// Where the edition's files stand.
const EDITION: &str = "/edition/";

/// What the file that sets a section begins with.
const PART_TEXT: &str = "#import \"/templates/lib.typ\": part\n";

/// Puts an edition's files, and its prepared pictures by their path, in place
/// of those of the last one.
pub(crate) fn load(
    world: &mut EditionWorld,
    edition: &Edition,
    pictures: impl IntoIterator<Item = (String, Arc<Vec<u8>>)>,
    purpose: Purpose,
) {
    let mut paths = BTreeSet::new();
    let print = purpose == Purpose::Print;
    let output = serde_json::json!({
        "print": print,
        "faces": world.faces().own_families(),
        "notice": edition.notice,
    });
    let mut texts = vec![
        ("/edition/edition.json", text_of(edition)),
        ("/edition/theme.json", text_of(&edition.theme)),
        ("/edition/output.json", text_of(&output)),
    ];
    texts.extend(edition.sections.iter().map(|part| (part.path.as_str(), text_of(part))));
    for (path, text) in texts {
        paths.insert(path.to_owned());
        world.put_bytes(path, text);
    }
    for section in &edition.sections {
        let path = source_path(&section.path);
        let literal = Str::from(section.path.as_str()).repr();
        world.put_source(&path, &format!("{PART_TEXT}#part({literal})\n"));
        paths.insert(path);
    }
    for (path, bytes) in pictures {
        world.put_bytes(&path, Shared(bytes));
        paths.insert(path);
    }
    world.retain_below(EDITION, |path| paths.contains(path));
}

/// The path of the file that sets the section whose data is at this path.
pub(crate) fn source_path(section: &str) -> String {
    format!("{section}.typ")
}

/// A value of the edition as JSON.
fn text_of(value: &impl serde::Serialize) -> Vec<u8> {
    // The edition's types have no maps with keys that are no strings, which is
    // all that could fail here.
    serde_json::to_vec(value).unwrap_or_default()
}

/// A picture's bytes, which the program keeps, too.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
