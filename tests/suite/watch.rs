//! `bogo watch`: after any edit the PDF is that of the folder's last state.

use std::fs;
use std::io::Read as _;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::fixture::{Edition, program, squeezed};
use crate::pdf::Pdf;

/// The project of the starting edition.
const PROJECT: &str = "projects/1-example.json";

/// How long an effect is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// For how long it is made sure that nothing more happens: the program looks
/// at the folder every two seconds without being told to.
const SILENCE: Duration = Duration::from_millis(2500);

/// The program, watching an edition until this is dropped.
struct Watch {
    edition: Edition,
    output: PathBuf,
    child: Child,
    said: Arc<Mutex<String>>,
}

impl Watch {
    /// Watches the starting edition, and waits for the first PDF.
    fn begin() -> Self {
        let watch = Self::over(Edition::starter(), "watched.pdf");
        watch.expect_said("Ctrl-C");
        assert!(watch.said().contains("watched.pdf: "), "{}", watch.said());
        watch
    }

    fn over(edition: Edition, output: &str) -> Self {
        let mut child = spawn(&edition, output);
        let mut stderr = child.stderr.take().expect("what it says");
        let said = Arc::new(Mutex::new(String::new()));
        let heard = Arc::clone(&said);
        thread::spawn(move || {
            let (mut bytes, mut piece) = (Vec::new(), [0; 4096]);
            while let Ok(count @ 1..) = stderr.read(&mut piece) {
                bytes.extend_from_slice(&piece[..count]);
                *heard.lock().expect("a lock") = String::from_utf8_lossy(&bytes).into_owned();
            }
        });
        let output = edition.outside().join(output);
        Self { edition, output, child, said }
    }

    /// All that it has said.
    fn said(&self) -> String {
        self.said.lock().expect("a lock").clone()
    }

    /// How often it said something.
    fn count(&self, words: &str) -> usize {
        self.said().matches(words).count()
    }

    fn pdf(&self) -> Vec<u8> {
        fs::read(&self.output).expect("a PDF")
    }

    /// The words of the PDF, which has to be whole at any time.
    fn words(&self) -> String {
        let pdf = Pdf::read(self.pdf());
        (0..pdf.page_count()).map(|page| squeezed(&pdf.copied(page))).collect()
    }

    #[track_caller]
    fn expect(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let begin = Instant::now();
        while !is_so(self) {
            assert!(begin.elapsed() < PATIENCE, "not so: {what}\n{}", self.said());
            thread::sleep(Duration::from_millis(10));
        }
    }

    #[track_caller]
    fn expect_said(&self, words: &str) {
        self.expect(words, |watch| watch.said().contains(words));
    }

    #[track_caller]
    fn expect_words(&self, words: &str) {
        self.expect(words, |watch| watch.words().contains(&squeezed(words)));
    }

    /// Waits until the PDF is byte for byte what a build makes of the folder.
    #[track_caller]
    fn expect_what_a_build_makes(&self) {
        let run = self.edition.build(&["--quiet"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let built = self.edition.pdf().expect("a PDF");
        self.expect("the PDF of the last state", |watch| watch.pdf() == built);
    }

    /// The project's file with another title.
    fn titled(&self, title: &str) -> String {
        let text = include_str!("../../crates/bogo/src/starter/projects/1-example.json");
        assert!(text.contains("첫 사업의 이름"));
        text.replace("첫 사업의 이름", title)
    }

    /// Gives the project another title, and waits for it.
    #[track_caller]
    fn retitle(&self, title: &str) {
        self.edition.write(PROJECT, self.titled(title));
        self.expect_words(title);
    }
}

fn spawn(edition: &Edition, output: &str) -> Child {
    let mut command = program(edition.outside());
    command.args(["watch", "edition", "-o", output]);
    command.stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs")
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn an_edit_of_a_field_appears_in_the_pdf_and_the_changed_pages_are_named() {
    let mut watch = Watch::begin();
    let pages = Pdf::read(watch.pdf()).page_count();
    watch.retitle("고친 이름");
    watch.expect_said("바뀜(");
    assert!(watch.said().contains(&format!("{pages}쪽 가운데 ")), "{}", watch.said());
    assert!(!watch.words().contains("첫사업의이름"));
    watch.expect_what_a_build_makes();
    watch.child.kill().expect("ended");
    let mut printed = String::new();
    watch.child.stdout.take().expect("a pipe").read_to_string(&mut printed).expect("UTF-8");
    assert_eq!(printed, "");
}

#[test]
fn a_file_saved_without_a_change_of_the_pages_leaves_the_pdf_alone() {
    let watch = Watch::begin();
    let modified = || fs::metadata(&watch.output).and_then(|file| file.modified()).expect("a time");
    let before = modified();
    watch.edition.write(PROJECT, watch.titled("첫 사업의 이름") + "\n\n");
    watch.expect_said("모두 그대로");
    assert_eq!(modified(), before);
}

#[test]
fn a_pdf_that_is_removed_is_made_again() {
    let watch = Watch::begin();
    fs::remove_file(&watch.output).expect("removed");
    watch.expect("the PDF is back", |watch| watch.output.is_file());
    watch.expect_what_a_build_makes();
}

#[test]
fn files_that_are_no_part_of_the_edition_change_nothing() {
    let watch = Watch::begin();
    let before = watch.said();
    for name in [
        "notes.txt",
        "images/unused.png",
        "projects/sedAb12",
        "images/~$notes.hwp",
        "budget.json~",
        "#budget.json#",
    ] {
        watch.edition.write(name, "anything");
    }
    thread::sleep(SILENCE);
    assert_eq!(watch.said(), before);
}

#[test]
fn a_missing_picture_is_waited_for_and_what_is_near_to_it_suggested() {
    let watch = Watch::begin();
    let picture = fs::read(watch.edition.path().join("images/example.png")).expect("a picture");
    let text = watch.titled("그림이 없는 이름").replace("example.png", "second.png");
    watch.edition.write(PROJECT, text);
    watch.expect_said("그림 파일이 없습니다");
    watch.edition.write("images/secand.png", &picture);
    watch.expect_said("images/secand.png\" 아닙니까?");
    watch.edition.write("images/second.png", &picture);
    watch.expect_words("그림이 없는 이름");
    watch.expect_what_a_build_makes();
}

#[test]
fn a_half_written_file_shows_no_finding() {
    let watch = Watch::begin();
    // On a busy machine the pause may get longer than anyone's patience; then
    // it proves nothing, and is made again.
    for attempt in 0.. {
        let title = format!("이름 {attempt}");
        let text = watch.titled(&title);
        let half = text.len() / 2;
        let half = (half..).find(|at| text.is_char_boundary(*at)).expect("a boundary");
        let said = watch.said().len();
        let begin = Instant::now();
        watch.edition.write(PROJECT, &text[..half]);
        thread::sleep(Duration::from_millis(60));
        watch.edition.write(PROJECT, &text);
        let pause = begin.elapsed();
        watch.expect_words(&title);
        if pause < Duration::from_millis(120) {
            assert!(!watch.said()[said..].contains("잘못"), "{}", watch.said());
            return;
        }
        assert!(attempt < 20, "this machine is too busy");
    }
}

#[test]
fn a_broken_file_keeps_the_last_pdf_and_mending_it_goes_on() {
    let watch = Watch::begin();
    watch.retitle("성한 이름");
    let before = watch.pdf();
    watch.edition.write(PROJECT, "{ \"title\": ");
    watch.expect_said("앞서 만든 그대로");
    assert!(watch.said().contains(PROJECT), "{}", watch.said());
    assert!(watch.said().contains("잘못 1건"), "{}", watch.said());
    assert!(watch.pdf() == before, "the PDF has changed");
    thread::sleep(SILENCE);
    assert_eq!(watch.count("앞서 만든 그대로"), 1, "{}", watch.said());
    watch.retitle("나은 이름");
}

#[test]
fn an_edition_that_is_broken_at_first_is_waited_for() {
    let edition = Edition::starter();
    edition.write(PROJECT, "");
    let watch = Watch::over(edition, "watched.pdf");
    watch.expect_said("Ctrl-C");
    assert!(watch.said().contains("아직 만들지 못했습니다"), "{}", watch.said());
    assert!(!watch.output.exists());
    watch.edition.write(PROJECT, watch.titled("이제 있는 이름"));
    watch.expect("there is a PDF", |watch| watch.output.is_file());
    watch.expect_words("이제 있는 이름");
}

#[test]
fn of_two_edits_within_a_millisecond_the_last_one_wins() {
    let watch = Watch::begin();
    for round in 0..5 {
        let (first, last) = (format!("먼저 {round}"), format!("나중 {round}"));
        let texts = [watch.titled(&first), watch.titled(&last)];
        texts.iter().for_each(|text| watch.edition.write(PROJECT, text));
        watch.expect_words(&last);
    }
    watch.expect_what_a_build_makes();
}

#[test]
fn hundreds_of_edits_while_it_sets_end_with_the_last_one() {
    let watch = Watch::begin();
    for round in 0..400 {
        watch.edition.write(PROJECT, watch.titled(&format!("이름 {round}")));
        if round % 7 == 0 {
            thread::sleep(Duration::from_millis(3));
        }
    }
    watch.expect_words("이름 399");
    watch.expect_what_a_build_makes();
    assert!(!watch.said().contains("잘못"), "{}", watch.said());
}

#[test]
fn a_file_replaced_by_renaming_another_is_seen() {
    let watch = Watch::begin();
    let target = watch.edition.path().join(PROJECT);
    for (round, name) in [".1-example.json.swp", "../1-example.json.new"].iter().enumerate() {
        let title = format!("바꿔 넣은 이름 {round}");
        let beside = target.with_file_name(name);
        fs::write(&beside, watch.titled(&title)).expect("written");
        fs::rename(&beside, &target).expect("renamed");
        watch.expect_words(&title);
    }
    watch.expect_what_a_build_makes();
}

#[test]
fn files_added_renamed_and_removed_are_seen() {
    let watch = Watch::begin();
    let second = watch.titled("둘째 사업").replace("\"number\": 1", "\"number\": 2");
    watch.edition.write("projects/2-second.json", second);
    watch.expect_words("둘째 사업");
    let path = |name: &str| watch.edition.path().join("projects").join(name);
    fs::rename(path("2-second.json"), path("3-third.json")).expect("renamed");
    watch.edition.write(
        "projects/3-third.json",
        watch.titled("셋째 사업").replace("\"number\": 1", "\"number\": 3"),
    );
    watch.expect_words("셋째 사업");
    assert!(!watch.words().contains("둘째사업"));
    fs::remove_file(path("3-third.json")).expect("removed");
    watch.expect("it is gone", |watch| !watch.words().contains("셋째사업"));
    watch.expect_what_a_build_makes();
}

#[test]
fn a_folder_removed_and_made_again_is_seen() {
    let watch = Watch::begin();
    let projects = watch.edition.path().join("projects");
    for round in 0..3 {
        let title = format!("다시 만든 이름 {round}");
        fs::remove_dir_all(&projects).expect("removed");
        watch.edition.write(PROJECT, watch.titled(&title));
        watch.expect_words(&title);
    }
    let title = "그 뒤에 고친 이름";
    watch.retitle(title);
}

#[test]
fn a_picture_replaced_by_another_of_the_same_size_is_seen() {
    let watch = Watch::begin();
    let picture = |red: u8| {
        let pixel = image::Rgb([red, 10, 200]);
        let mut bytes = std::io::Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(400, 300, pixel);
        picture.write_to(&mut bytes, image::ImageFormat::Bmp).expect("a picture");
        bytes.into_inner()
    };
    assert_eq!(picture(1).len(), picture(2).len());
    for red in [40, 240, 40] {
        watch.edition.write("images/example.png", picture(red));
        watch.expect_what_a_build_makes();
    }
    // Both within a tick of the file system's clock.
    watch.edition.write("images/example.png", picture(90));
    watch.edition.write("images/example.png", picture(190));
    watch.expect_what_a_build_makes();
}

#[test]
fn a_folder_that_is_moved_away_and_back_is_watched_again() {
    let watch = Watch::begin();
    let elsewhere = watch.edition.outside().join("elsewhere");
    for round in 1..=2 {
        fs::rename(watch.edition.path(), &elsewhere).expect("moved away");
        watch.expect("it is missed", |watch| watch.count("없어졌습니다") == round);
        fs::rename(&elsewhere, watch.edition.path()).expect("moved back");
        watch.expect("it is seen", |watch| watch.count("다시 읽을 수 있어") == round);
        watch.retitle(&format!("돌아온 이름 {round}"));
    }
    fs::rename(watch.edition.path(), &elsewhere).expect("moved away");
    let copy = Edition::copy_of(&elsewhere);
    copy.write(PROJECT, watch.titled("다른 폴더의 이름"));
    fs::rename(copy.path(), watch.edition.path()).expect("another in its place");
    watch.expect_words("다른 폴더의 이름");
    watch.retitle("그 폴더에서 고친 이름");
}

#[test]
fn a_pdf_inside_the_folder_does_not_wake_the_program() {
    let watch = Watch::over(Edition::starter(), "edition/report.pdf");
    watch.expect_said("Ctrl-C");
    watch.retitle("고친 이름");
    watch.expect_said("바뀜(");
    thread::sleep(SILENCE + Duration::from_millis(500));
    assert_eq!(watch.said().lines().count(), 3, "{}", watch.said());
}

#[test]
fn a_pdf_that_cannot_be_written_is_said_and_written_when_it_can_be() {
    let watch = Watch::begin();
    fs::write(&watch.output, "not to be lost").expect("written");
    watch.edition.write(PROJECT, watch.titled("기다리는 이름"));
    watch.expect_said("덮어쓰지 않습니다");
    assert_eq!(watch.pdf(), b"not to be lost");
    thread::sleep(SILENCE);
    assert_eq!(watch.count("덮어쓰지 않습니다"), 1, "{}", watch.said());
    fs::remove_file(&watch.output).expect("removed");
    watch.expect("the PDF is back", |watch| watch.output.is_file());
    watch.expect_words("기다리는 이름");
}

#[test]
fn nobody_has_to_listen() {
    let edition = Edition::starter();
    let mut child = spawn(&edition, "watched.pdf");
    drop((child.stderr.take(), child.stdout.take()));
    let output = edition.outside().join("watched.pdf");
    let mut watch = Watch { edition, output, child, said: Arc::default() };
    watch.expect("there is a PDF", |watch| watch.output.is_file());
    watch.retitle("고친 이름");
    watch.edition.write(PROJECT, "{");
    thread::sleep(Duration::from_millis(500));
    watch.retitle("다시 고친 이름");
    assert!(watch.child.try_wait().expect("a child").is_none(), "it has ended");
}

#[test]
fn pages_are_told_apart_by_what_they_show() {
    let edition = Edition::starter();
    let hashes = |edition: &Edition| edition.set().0.expect("pages").page_hashes();
    let before = hashes(&edition);
    assert_eq!(before, hashes(&edition));
    let copy = Edition::copy_of(&edition.path());
    let text = include_str!("../../crates/bogo/src/starter/projects/1-example.json");
    copy.write(PROJECT, text.replace("무엇을 누구를 위하여", "무엇을 위하여"));
    let after = hashes(&copy);
    assert_eq!(before.len(), after.len());
    let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    assert_eq!(changed, 1, "of {} pages", before.len());
}

#[test]
fn what_is_new_and_what_is_gone_is_said_and_nothing_twice() {
    let edition = Edition::starter();
    let text = fs::read_to_string(edition.path().join(PROJECT)).expect("the project");
    let old = text.replace("첫 사업의 이름", "빈칸이  둘인 이름");
    edition.write(PROJECT, &old);
    let watch = Watch::over(edition, "watched.pdf");
    watch.expect_said("Ctrl-C");
    assert!(watch.said().contains("주의[spaces] 1건: 빈칸\n"), "{}", watch.said());
    assert!(watch.said().contains("‘bogo check edition’"), "{}", watch.said());
    let said = || watch.said().lines().count();
    let before = said();
    // One more line above, so that the old one stands elsewhere.
    watch.edition.write(PROJECT, format!("\n{}", old.replace("이름", "이름(가 )")));
    watch.expect_said("새 주의[");
    watch.expect_said("바뀜(");
    assert_eq!(watch.count("주의[spaces]"), 2, "{}", watch.said());
    assert!(watch.said().contains(&format!("] {PROJECT}:")), "{}", watch.said());
    watch.edition.write(PROJECT, watch.titled("성한 이름"));
    watch.expect_words("성한 이름");
    watch.expect_said("없어진 주의[spaces]");
    assert!(said() < before + 12, "{}", watch.said());
    watch.edition.write(PROJECT, "{");
    watch.expect_said("앞서 만든 그대로");
    assert!(!watch.said().contains("없어진 잘못"), "{}", watch.said());
    watch.retitle("나은 이름");
    watch.expect_said("없어진 잘못[syntax]");
}

#[test]
fn what_can_no_longer_be_seen_is_not_said_to_be_gone() {
    let edition = Edition::starter();
    let text = fs::read_to_string(edition.path().join(PROJECT)).expect("the project");
    let spaced = text.replace("첫 사업의 이름", "빈칸이  둘인 이름");
    edition.write(PROJECT, &spaced);
    let budget = fs::read_to_string(edition.path().join("budget.json")).expect("the budget");
    let watch = Watch::over(edition, "watched.pdf");
    watch.expect_said("Ctrl-C");
    // A wrong field, then a file that hides it and the spaces.
    let wrong = spaced.replacen('{', "{ \"foo\": 1,", 1);
    watch.edition.write(PROJECT, &wrong);
    watch.expect_said("[unknown-field]");
    watch.edition.write(PROJECT, format!("{{{wrong}"));
    watch.expect_said("[syntax]");
    watch.edition.write("budget.json", "{");
    watch.expect_said("budget.json:1");
    assert_eq!(watch.count("없어진"), 0, "{}", watch.said());
    // It is seen again that the spaces are gone while another error stands.
    watch.edition.write(PROJECT, &text);
    watch.expect_said("없어진 주의[spaces]");
    watch.expect_said("없어진 잘못[unknown-field]");
    watch.expect_said("없어진 잘못[syntax]");
    assert_eq!(watch.count("없어진"), 3, "{}", watch.said());
    watch.edition.write("budget.json", budget);
    watch.expect("the last one is gone", |watch| watch.count("없어진 잘못[syntax]") == 2);
    assert_eq!(watch.count("없어진"), 4, "{}", watch.said());
}
