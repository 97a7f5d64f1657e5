//! Prepares many pictures at once without holding many in memory.

use std::io;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use rayon::prelude::*;

use crate::cache::{ContentHash, PictureCache, cache_key, is_prepared};
use crate::source::Source;
use crate::{PictureError, Placement, prepare_source};

/// How many pictures are worked on at once, on however many cores.
const MAX_AT_ONCE: usize = 4;
/// How many bytes of decoded pixels there are at once: four baseline
/// photographs of 12 megapixels, or two progressive ones.
const DECODED_AT_ONCE: u64 = 160 << 20;

/// One picture to prepare.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// What the file holds, as far as is known: what the cache is asked for.
    pub content: ContentHash,
    /// Gets the bytes, called at most once and on another thread. It is given
    /// as a function so that thirty photographs are not all in memory at once,
    /// and so that what the cache holds is not read at all.
    pub bytes: &'a (dyn Fn() -> io::Result<Arc<Vec<u8>>> + Sync),
    /// How the picture will be printed.
    pub placement: Placement,
}

/// Prepares all pictures in parallel and returns them in the order of the jobs.
///
/// What the cache holds is taken from it, what it lacks is put into it; errors
/// are not kept. At most four pictures are worked on at once, fewer if they are
/// large, so that their pixels stay below 160 MiB together; a picture that
/// takes more than that by itself is worked on alone.
///
/// # Errors
/// Per picture, those of [`crate::prepare`], and [`PictureError::Unreadable`]
/// if its bytes could not be had. One failing picture does not stop the others.
pub fn prepare_all(jobs: &[Job], cache: &dyn PictureCache) -> Vec<Result<Vec<u8>, PictureError>> {
    let allowance = Allowance::new(DECODED_AT_ONCE);
    let run = |job: &Job| prepare_one(job, cache, &allowance);
    let threads = rayon::current_num_threads().min(MAX_AT_ONCE);
    // A pool of its own, because the global one has as many threads as the
    // machine has cores, and because waiting for memory would block it.
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(|| jobs.par_iter().with_max_len(1).map(run).collect()),
        // A system that gives no threads still gets its pictures.
        Err(_) => jobs.iter().map(run).collect(),
    }
}

/// Prepares the picture of one job, or finds it in the cache.
fn prepare_one(
    job: &Job,
    cache: &dyn PictureCache,
    allowance: &Allowance,
) -> Result<Vec<u8>, PictureError> {
    let key = cache_key(job.content, &job.placement);
    if let Some(prepared) = cache.get(&key).filter(|kept| is_prepared(kept)) {
        return Ok(prepared);
    }
    let bytes = (job.bytes)()?;
    // The file may have changed since it was looked at.
    let key = cache_key(ContentHash::of(&bytes), &job.placement);
    let source = Source::read(&bytes)?;
    let prepared =
        allowance.spend(source.decoded_bytes(), || prepare_source(&source, &job.placement))?;
    cache.put(&key, &prepared);
    Ok(prepared)
}

/// An amount of memory that several threads share.
struct Allowance {
    total: u64,
    spent: Mutex<u64>,
    returned: Condvar,
}

impl Allowance {
    fn new(total: u64) -> Self {
        Self { total, spent: Mutex::new(0), returned: Condvar::new() }
    }

    /// Runs the work as soon as its part of the allowance is free. More than
    /// there is at all counts as all there is, so everything runs at last.
    fn spend<T>(&self, bytes: u64, work: impl FnOnce() -> T) -> T {
        /// Gives back its part when dropped, even if the work panics.
        struct Spending<'a>(&'a Allowance, u64);
        impl Drop for Spending<'_> {
            fn drop(&mut self) {
                *self.0.spent.lock().unwrap_or_else(PoisonError::into_inner) -= self.1;
                self.0.returned.notify_all();
            }
        }

        let bytes = bytes.min(self.total);
        // The number is right even if a thread has panicked with the lock.
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        while *spent + bytes > self.total {
            spent = self.returned.wait(spent).unwrap_or_else(PoisonError::into_inner);
        }
        *spent += bytes;
        drop(spent);
        let _spending = Spending(self, bytes);
        work()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn no_more_than_the_allowance_is_spent_at_once_and_everything_runs() {
        let allowance = Allowance::new(100);
        let (now, most, done) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for bytes in [40, 70, 30, 500, 10, 60, 100, 20] {
                let (allowance, now, most, done) = (&allowance, &now, &most, &done);
                scope.spawn(move || {
                    allowance.spend(bytes, || {
                        let spent = now.fetch_add(bytes.min(100), Ordering::SeqCst);
                        most.fetch_max(spent + bytes.min(100), Ordering::SeqCst);
                        std::thread::yield_now();
                        now.fetch_sub(bytes.min(100), Ordering::SeqCst);
                        done.fetch_add(1, Ordering::SeqCst);
                    });
                });
            }
        });
        assert!(most.into_inner() <= 100);
        assert_eq!(done.into_inner(), 8);
        assert_eq!(*allowance.spent.lock().unwrap(), 0);
    }
}
