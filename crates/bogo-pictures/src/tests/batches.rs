//! Many pictures at once, and what is kept of them.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use image::ImageFormat;

use super::fixtures::*;
use crate::*;

#[test]
fn the_same_input_gives_the_same_bytes_and_the_same_key() {
    let bytes = jpeg(&photograph(300, 200), &Extras::default());
    let placement = placed(100, Some(1.0));
    assert_eq!(prepare(&bytes, &placement), prepare(&bytes, &placement));
    let content = ContentHash::of(&bytes);
    let key = cache_key(content, &placement);
    assert_eq!(key, cache_key(ContentHash::of(&bytes.clone()), &placement));
    assert!(key.len() == 32 && key.bytes().all(|digit| digit.is_ascii_hexdigit()));
    assert_ne!(key, cache_key(content, &placed(100, None)));
    assert_ne!(key, cache_key(content, &placed(101, Some(1.0))));
    assert_ne!(key, cache_key(ContentHash::of(&bytes[1..]), &placement));
}

/// A cache that counts what is put into it.
#[derive(Default)]
struct MemoryCache {
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
    puts: AtomicUsize,
}

impl PictureCache for MemoryCache {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.kept.lock().unwrap().get(key).cloned()
    }
    fn put(&self, key: &str, bytes: &[u8]) {
        self.puts.fetch_add(1, Ordering::SeqCst);
        self.kept.lock().unwrap().insert(key.into(), bytes.into());
    }
}

#[test]
fn a_batch_keeps_its_order_and_one_failure_stops_no_other() {
    let sources: Vec<Vec<u8>> = (1..=20u32)
        .map(|number| match number % 7 {
            0 => Vec::new(),
            _ => file(quarters(10 * number, 30), ImageFormat::Png),
        })
        .collect();
    let readers: Vec<_> = sources.iter().map(|bytes| || Ok(Arc::new(bytes.clone()))).collect();
    let missing = || Err(io::Error::from(io::ErrorKind::NotFound));
    let placement = placed(1000, None);
    let mut jobs: Vec<Job> = sources
        .iter()
        .zip(&readers)
        .map(|(source, bytes)| Job { content: ContentHash::of(source), bytes, placement })
        .collect();
    jobs.push(Job { content: ContentHash(0), bytes: &missing, placement });

    let cache = MemoryCache::default();
    let results = prepare_all(&jobs, &cache);
    for (index, result) in results.iter().enumerate() {
        match (index + 1, result) {
            (21, Err(PictureError::Unreadable { kind, .. })) => {
                assert_eq!(*kind, io::ErrorKind::NotFound);
            }
            (7 | 14, Err(error)) => assert_eq!(*error, PictureError::Empty),
            (number, result) => assert_eq!(size(result.as_ref().unwrap()).0 as usize, 10 * number),
        }
    }
    assert_eq!(cache.puts.load(Ordering::SeqCst), 18);
    assert_eq!(prepare_all(&jobs, &cache), results);
    assert_eq!(cache.puts.load(Ordering::SeqCst), 18);
}

#[test]
fn a_damaged_cache_entry_is_made_anew() {
    let bytes = file(quarters(40, 30), ImageFormat::Png);
    let read = || Ok(Arc::new(bytes.clone()));
    let content = ContentHash::of(&bytes);
    let job = Job { content, bytes: &read, placement: placed(20, None) };
    let cache = MemoryCache::default();
    let first = prepare_all(&[job], &cache);
    for kept in cache.kept.lock().unwrap().values_mut() {
        kept.truncate(kept.len() / 2);
    }
    assert_eq!(prepare_all(&[job], &cache), first);
    assert_eq!(cache.puts.load(Ordering::SeqCst), 2);
}
