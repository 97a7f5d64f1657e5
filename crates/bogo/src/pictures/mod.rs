//! The pictures of an edition: what they are, and preparing them.

mod words;

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bogo_model::diagnostic::Form;
use bogo_model::edition::PictureUse;
use bogo_model::manuscript::Manuscript;
use bogo_model::resolve::PictureFact;
use bogo_model::{Diagnostic, Message};
use bogo_pictures::{
    ContentHash, Job, PictureCache, PictureError, Placement, STAND_IN, Seen, cache_key,
};
use bogo_press::Purpose;
use rayon::prelude::*;

use crate::cache::FolderCache;
use crate::folder::{Folder, Found};
use crate::stamp::Stamp;
use words::{broken_name, dead_link, explain, no_file, unreadable};

/// How many bytes of picture files are kept between looking at them and
/// preparing them, so that they are read once.
const MOST_HELD: usize = 64 << 20;

/// Prepared pictures, each by what tells its use from others.
pub(crate) type Prepared = Vec<(String, Arc<Vec<u8>>)>;

/// Puts a grey area in the place of each picture that could not be prepared, so
/// that pages can be made without it.
pub(crate) fn stand_in(uses: &[&PictureUse], prepared: &mut Prepared) {
    let there: HashSet<String> = prepared.iter().map(|(path, _)| path.clone()).collect();
    let grey = Arc::new(STAND_IN.to_vec());
    let missing = uses.iter().filter(|used| !there.contains(&used.id()));
    prepared.extend(missing.map(|used| (used.id(), Arc::clone(&grey))));
}

/// The pictures of an edition, between one setting and the next. A file that
/// has not changed is not read again.
pub(crate) struct Pictures {
    cache: FolderCache,
    known: BTreeMap<PathBuf, Known>,
    /// The files that were named last, with their stamps before they were
    /// read; without one where there was nothing to read.
    named: Vec<(String, Option<Stamp>)>,
    /// What the last setting used, by its key in the cache.
    prepared: BTreeMap<String, Arc<Vec<u8>>>,
}

/// What is known of a picture file.
struct Known {
    stamp: Stamp,
    picture: Result<Seen, PictureError>,
    bytes: Option<Arc<Vec<u8>>>,
    /// The key under which the cache is to keep what was seen.
    unsaved: Option<String>,
}

impl Pictures {
    /// None yet; prepared ones are kept in the user's cache.
    pub(crate) fn new() -> Self {
        let (known, prepared) = (BTreeMap::new(), BTreeMap::new());
        Self { cache: FolderCache::of_user(), known, named: Vec::new(), prepared }
    }

    /// What is known of each picture that the manuscript names.
    pub(crate) fn facts(
        &mut self,
        folder: &Folder,
        manuscript: &Manuscript,
    ) -> BTreeMap<String, PictureFact> {
        let find = |name: String| {
            let found = folder.find(&name);
            (name, found)
        };
        let found: Vec<_> = manuscript.picture_files().into_iter().map(find).collect();
        self.look_at(&found);
        let stamp = |found: &Found| match found {
            Found::File(file) => self.known.get(file).map(|known| known.stamp.clone()),
            _ => None,
        };
        self.named = found.iter().map(|(name, found)| (name.clone(), stamp(found))).collect();
        let unbroken = folder.unbroken_names();
        let facts = found.into_iter().map(|(name, found)| {
            let fact = match found {
                Found::Missing => match unbroken.get(&name) {
                    Some(broken) => broken_name(&name, broken),
                    None => PictureFact::Missing,
                },
                Found::DeadLink => unprintable(dead_link(&name)),
                Found::NoFile { folder } => unprintable(no_file(&name, folder)),
                Found::Outside => PictureFact::Outside,
                Found::Refused(error) => unprintable(unreadable(&name, &error)),
                Found::File(file) => match self.known.get(&file).map(|known| &known.picture) {
                    None => PictureFact::Missing,
                    Some(Ok(seen)) => {
                        PictureFact::Readable { width: seen.width, height: seen.height }
                    }
                    Some(Err(error)) => unprintable(explain(&name, error)),
                },
            };
            (name, fact)
        });
        facts.collect()
    }

    /// Whether the files that were named last are the same for certain.
    pub(crate) fn prove_same(&self, folder: &Folder) -> bool {
        self.named.iter().all(|(name, before)| match (before, folder.find(name)) {
            (Some(before), Found::File(file)) => std::fs::metadata(file)
                .is_ok_and(|metadata| before.proves_same(&Stamp::of(&metadata))),
            (None, Found::File(_)) | (Some(_), _) => false,
            (None, _) => true,
        })
    }

    /// Looks at the files that are new or have changed.
    fn look_at(&mut self, found: &[(String, Found)]) {
        let mut unknown = Vec::new();
        let mut known = BTreeMap::new();
        for (_, found) in found {
            let Found::File(file) = found else { continue };
            let stamp = match std::fs::metadata(file) {
                Ok(metadata) => Stamp::of(&metadata),
                // It has gone since it was found, and is missing.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => {
                    let picture = Err(error.into());
                    let stamp = Stamp::unknown();
                    known
                        .insert(file.clone(), Known { stamp, picture, bytes: None, unsaved: None });
                    continue;
                }
            };
            match self.known.remove(file) {
                Some(before) if before.stamp.proves_same(&stamp) => {
                    known.insert(file.clone(), before);
                }
                _ if !known.contains_key(file) => unknown.push((file.clone(), stamp)),
                _ => {}
            }
        }
        let cache = &self.cache;
        let look = |(file, stamp): (PathBuf, Stamp)| {
            let seen = look(&file, stamp, cache);
            (file, seen)
        };
        let seen: Vec<(PathBuf, Known)> = unknown.into_par_iter().map(look).collect();
        let mut held = 0;
        for (file, mut seen) in seen {
            held += seen.bytes.as_ref().map_or(0, |bytes| bytes.len());
            if held > MOST_HELD {
                seen.bytes = None;
            }
            known.insert(file, seen);
        }
        self.known = known;
    }

    /// Prepares the pictures as they are printed. Returns them by their uses, and a
    /// finding for each that turned out to be damaged.
    pub(crate) fn prepare(
        &mut self,
        folder: &Folder,
        uses: &[&PictureUse],
        purpose: Purpose,
    ) -> (Prepared, Vec<Diagnostic>) {
        let dpi = match purpose {
            Purpose::Screen | Purpose::Pdf => 150,
            Purpose::Print => 300,
        };
        let placed = |picture: &&PictureUse| {
            let placement =
                Placement { width_mm: picture.print.width_mm, crop: picture.print.crop, dpi };
            let Found::File(file) = folder.find(&picture.file) else {
                return (PathBuf::new(), ContentHash(0), placement);
            };
            let seen = self.known.get(&file).and_then(|known| known.picture.as_ref().ok());
            (file, seen.map_or(ContentHash(0), |seen| seen.content), placement)
        };
        let placed: Vec<(PathBuf, ContentHash, Placement)> = uses.iter().map(placed).collect();
        let keys: Vec<String> =
            placed.iter().map(|(_, content, placement)| cache_key(*content, placement)).collect();
        self.prepared.retain(|key, _| keys.contains(key));
        let results = self.missing(&placed, &keys);
        let cache = &self.cache;
        self.known.par_iter_mut().for_each(|(_, known)| {
            known.bytes = None;
            known.save(cache);
        });
        let mut prepared = Vec::with_capacity(uses.len());
        let mut diagnostics = Vec::new();
        for (picture, key) in uses.iter().zip(&keys) {
            match (self.prepared.get(key), results.get(key)) {
                (Some(bytes), _) => prepared.push((picture.id(), Arc::clone(bytes))),
                (None, error) => {
                    let error = error.unwrap_or(&PictureError::Empty);
                    let (reason, help) = explain(&picture.file, error);
                    let diagnostic =
                        Diagnostic::error(Form::UnprintablePicture, picture.place.clone(), reason);
                    diagnostics.push(diagnostic.with_help(help));
                }
            }
        }
        (prepared, diagnostics)
    }

    /// Prepares what is not at hand. Returns, by key, why some could not be.
    fn missing(
        &mut self,
        placed: &[(PathBuf, ContentHash, Placement)],
        keys: &[String],
    ) -> BTreeMap<String, PictureError> {
        let mut wanted: BTreeMap<&String, &(PathBuf, ContentHash, Placement)> =
            keys.iter().zip(placed).collect();
        wanted.retain(|key, _| !self.prepared.contains_key(*key));
        let known = &self.known;
        let readers: Vec<_> = wanted
            .values()
            .map(|(file, _, _)| {
                move || match known.get(file).and_then(|known| known.bytes.clone()) {
                    Some(bytes) => Ok(bytes),
                    None => std::fs::read(file).map(Arc::new),
                }
            })
            .collect();
        let jobs: Vec<Job<'_>> = wanted
            .values()
            .zip(&readers)
            .map(|((_, content, placement), read)| Job {
                content: *content,
                bytes: read,
                placement: *placement,
            })
            .collect();
        let results = bogo_pictures::prepare_all(&jobs, &self.cache);
        let mut errors = BTreeMap::new();
        for (key, result) in wanted.into_keys().zip(results) {
            match result {
                Ok(done) => {
                    self.prepared.insert(key.clone(), Arc::new(done));
                }
                Err(error) => {
                    errors.insert(key.clone(), error);
                }
            }
        }
        errors
    }
}

impl Known {
    /// Lets the cache keep what was seen. A look at the data alone leaves no
    /// trace, and does not wait for the disk.
    fn save(&mut self, cache: &FolderCache) {
        if let (Some(key), Ok(seen)) = (self.unsaved.take(), &self.picture) {
            cache.put(&key, seen.note().as_bytes());
        }
    }
}

/// Looks at a picture file, or remembers what was seen of it in an earlier run.
fn look(file: &Path, stamp: Stamp, cache: &FolderCache) -> Known {
    let key = Seen::key(&format!("{}\n{}", file.to_string_lossy(), stamp.name()));
    if stamp.is_settled()
        && let Some(seen) = cache.get(&key).and_then(|note| Seen::noted(&note))
    {
        return Known { stamp, picture: Ok(seen), bytes: None, unsaved: None };
    }
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let picture = Err(error.into());
            return Known { stamp, picture, bytes: None, unsaved: None };
        }
    };
    let picture = Seen::of(&bytes);
    let unsaved = stamp.is_settled().then_some(key);
    Known { stamp, picture, bytes: Some(Arc::new(bytes)), unsaved }
}

fn unprintable((reason, help): (Message, Message)) -> PictureFact {
    PictureFact::Unprintable { reason, help }
}
