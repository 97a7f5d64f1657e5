//! What `bogo watch` says beside the findings.

use std::path::Path;
use std::time::Duration;

use bogo_model::Language;
use bogo_model::korean::with_particles;

use crate::commands::output::size_in_words;
use crate::folder::Folder;
use crate::reason::chain;
use crate::say;

/// The most pages that are named one by one.
const MOST_PAGES: usize = 8;

/// That the program stays, and how to end it.
pub(super) fn beginning(folder: &Path, language: Language) -> String {
    let folder = name(folder);
    match language {
        Language::Korean => with_particles(format!(
            "‘{folder}’을(를) 지켜봅니다. 저장할 때마다 PDF를 다시 만듭니다. 끝내려면 Ctrl-C를 누르십시오.\n"
        )),
        Language::English => {
            format!("watching `{folder}`: each save makes the PDF anew; Ctrl-C ends this\n")
        }
    }
}

/// That a PDF was made, and which of its pages are new. Pages are counted from
/// the beginning of the file, as viewers do.
pub(super) fn made(
    path: &Path,
    pages: usize,
    changed: &[usize],
    size: usize,
    took: Duration,
    language: Language,
) -> String {
    let (path, size, took) = (path.display(), size_in_words(size), took.as_millis());
    let named: Vec<String> = changed.iter().take(MOST_PAGES).map(usize::to_string).collect();
    let more = if changed.len() > MOST_PAGES { " …" } else { "" };
    let (count, named) = (changed.len(), named.join(", ") + more);
    match language {
        Language::Korean if count == 0 => {
            format!("{path}: {pages}쪽 모두 그대로, {size}, {took} ms\n")
        }
        Language::Korean => {
            format!("{path}: {pages}쪽 가운데 {count}쪽이 바뀜({named}), {size}, {took} ms\n")
        }
        Language::English if count == 0 => {
            format!("{path}: {pages} pages, none changed, {size}, {took} ms\n")
        }
        Language::English => {
            format!("{path}: {pages} pages, {count} changed ({named}), {size}, {took} ms\n")
        }
    }
}

/// That an older PDF is left as it is because of what was found.
pub(super) fn kept(path: &Path, language: Language) -> String {
    let (exists, path) = (path.is_file(), path.display());
    match language {
        Language::Korean if exists => with_particles(format!(
            "‘{path}’은(는) 앞서 만든 그대로 둡니다. 잘못을 고쳐 저장하면 다시 만듭니다.\n"
        )),
        Language::Korean => with_particles(format!(
            "‘{path}’을(를) 아직 만들지 못했습니다. 잘못을 고쳐 저장하면 만듭니다.\n"
        )),
        Language::English if exists => {
            format!("`{path}` stays as it was; mend this, save, and it is made anew\n")
        }
        Language::English => {
            format!("`{path}` is not made yet; mend this, save, and it is made\n")
        }
    }
}

/// Why the PDF could not be written, and that it is tried again.
pub(super) fn unwritten(error: &anyhow::Error, language: Language) -> String {
    let error = chain(error, language);
    match language {
        Language::Korean => format!("{error}. 쓸 수 있을 때까지 되풀이해 봅니다.\n"),
        Language::English => format!("{error}; trying again until it can be\n"),
    }
}

/// That the folder is gone, or why else it cannot be looked at.
pub(super) fn unreadable(folder: &Path, error: &anyhow::Error, language: Language) -> String {
    let (exists, folder, error) = (folder.is_dir(), name(folder), chain(error, language));
    match language {
        Language::Korean if exists => with_particles(format!(
            "‘{folder}’을(를) 읽을 수 없습니다: {error}. 읽을 수 있게 되면 이어서 만듭니다.\n"
        )),
        Language::Korean => {
            format!("‘{folder}’ 폴더가 없어졌습니다. 되돌려 놓으면 이어서 지켜봅니다.\n")
        }
        Language::English if exists => {
            format!("cannot read `{folder}`: {error}; going on as soon as it can be read\n")
        }
        Language::English => {
            format!("the folder `{folder}` is gone; going on as soon as it is back\n")
        }
    }
}

/// That the folder can be looked at again.
pub(super) fn readable(folder: &Path, language: Language) -> String {
    let folder = name(folder);
    match language {
        Language::Korean => {
            with_particles(format!("‘{folder}’을(를) 다시 읽을 수 있어 이어서 지켜봅니다.\n"))
        }
        Language::English => format!("`{folder}` can be read again; going on\n"),
    }
}

/// That the system gives no signs of change, and what is done instead.
pub(super) fn unwatchable(error: &notify::Error, language: Language) -> String {
    let remedy = match error.kind {
        notify::ErrorKind::MaxFilesWatch => say(
            language,
            " 곧바로 알아차리게 하려면 fs.inotify.max_user_watches를 늘리십시오.",
            "; raise fs.inotify.max_user_watches to have them noticed at once",
        ),
        _ => "",
    };
    match language {
        Language::Korean => {
            format!("이 폴더의 변화를 시스템이 알려 주지 않아 2초마다 살펴봅니다.{remedy}\n")
        }
        Language::English => {
            format!(
                "the system does not tell of changes here, so that they are looked for every two seconds ({error}){remedy}\n"
            )
        }
    }
}

/// A folder's path, or its name where the path says nothing.
fn name(folder: &Path) -> String {
    match folder == Path::new(".") {
        true => Folder::name(folder),
        false => folder.display().to_string(),
    }
}
