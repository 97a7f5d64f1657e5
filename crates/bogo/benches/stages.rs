//! What each stage of the first report costs when nothing is kept of an
//! earlier one but the prepared pictures.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bogo::{Folder, Session};
use bogo_model::Manuscript;
use bogo_model::edition::Edition;
use bogo_model::manuscript::SourceFile;
use bogo_model::resolve::{Facts, PictureFact};
use bogo_press::{Coverage, Faces, Press, Proof, Purpose, Standards, Templates, forget_settings};
use divan::{Bencher, black_box};

/// What `bogo build` writes if nothing else is asked for.
const STANDARDS: [&str; 2] = ["a-2a", "ua-1"];

/// A page with text, a table and its own words.
const PAGE: usize = 3;

/// The stages are numbered in their order, because they are listed by name.
fn main() {
    divan::Divan::from_args().sample_count(25).main();
}

#[divan::bench(name = "1 read")]
fn time_read(bencher: Bencher) {
    bencher.bench(sources);
}

#[divan::bench(name = "2 parse")]
fn time_parse(bencher: Bencher) {
    bencher.with_inputs(sources).bench_values(parse);
}

#[divan::bench(name = "3 faces and templates")]
fn time_faces_and_templates(bencher: Bencher) {
    bencher.bench(press);
}

#[divan::bench(name = "4 resolve")]
fn time_resolve(bencher: Bencher) {
    let manuscript = parse(sources());
    let sizes = sizes(&manuscript);
    bencher.bench(|| resolve(black_box(&manuscript), &sizes));
}

/// In a press that has set nothing before.
#[divan::bench(name = "5 set", sample_size = 1)]
fn time_set(bencher: Bencher) {
    let (edition, pictures) = (edition(), prepared());
    let cold = || {
        forget_settings();
        press()
    };
    bencher.with_inputs(cold).bench_refs(|press| set(press, &edition, &pictures));
}

#[divan::bench(name = "6 PDF", sample_size = 1)]
fn time_pdf(bencher: Bencher) {
    let proof = proof();
    let standards = Standards::parse(STANDARDS).expect("the standards go together");
    bencher.with_inputs(forget_settings).bench_values(|()| proof.pdf(&standards));
}

#[divan::bench(name = "7 SVG of a page", sample_size = 1)]
fn time_svg_of_a_page(bencher: Bencher) {
    let proof = proof();
    bencher.with_inputs(forget_settings).bench_values(|()| proof.svg(PAGE));
}

#[divan::bench(name = "8 hashes of all pages")]
fn time_hashes_of_all_pages(bencher: Bencher) {
    let proof = proof();
    bencher.bench(|| proof.page_hashes());
}

fn first_report() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/2024-q3")
}

fn sources() -> Vec<SourceFile> {
    Folder::open(&first_report()).expect("the report can be read").sources()
}

fn parse(sources: Vec<SourceFile>) -> Manuscript {
    bogo_model::parse(sources, &Templates::themes()).0
}

fn press() -> Press {
    Press::new(Faces::new(Vec::new()).0, &Templates::new([]))
}

/// What the headers of the pictures say.
fn sizes(manuscript: &Manuscript) -> BTreeMap<String, PictureFact> {
    let size = |file: String| {
        let bytes = std::fs::read(first_report().join(&file)).expect("a picture");
        let info = bogo_pictures::inspect(&bytes).expect("a picture");
        (file, PictureFact::Readable { width: info.width, height: info.height })
    };
    manuscript.picture_files().into_iter().map(size).collect()
}

fn resolve(manuscript: &Manuscript, sizes: &BTreeMap<String, PictureFact>) -> Edition {
    let (coverage, _) = Coverage::new(Vec::new());
    let facts = Facts {
        pictures: sizes.clone(),
        files: &[],
        covers: &|character| coverage.covers(character),
        families: coverage.families(),
        lacks_bold: &|family| coverage.lacks_bold(family),
        measure: coverage.measure(),
        usual_theme: &Templates::usual_theme().expect("the usual theme"),
    };
    let (edition, found) = bogo_model::decide(manuscript, &facts).expect("the report is sound");
    black_box(found);
    edition
}

fn edition() -> Edition {
    let manuscript = parse(sources());
    resolve(&manuscript, &sizes(&manuscript))
}

/// The prepared pictures, as a session has them.
fn prepared() -> Vec<(String, Arc<Vec<u8>>)> {
    let mut session = Session::new(&first_report(), Purpose::Screen);
    session.set().expect("the report can be read");
    let files = session.project().map(|(path, bytes)| (format!("/{path}"), bytes));
    let pictures = files.filter_map(|(path, bytes)| {
        let id = path.strip_prefix("/edition/pictures/")?;
        Some((id.to_owned(), Arc::new(bytes.to_vec())))
    });
    pictures.collect()
}

fn set(press: &mut Press, edition: &Edition, pictures: &[(String, Arc<Vec<u8>>)]) -> Proof {
    let (proof, _) = press.set(edition, pictures.iter().cloned(), Purpose::Screen);
    proof.expect("the report has pages")
}

fn proof() -> Proof {
    set(&mut press(), &edition(), &prepared())
}
