//! Photographs as phones take them.

use std::fs;

use bogo_press::{ExportError, Proof, Purpose, Standards};

use crate::fixture::{Edition, first_report, program};
use crate::photograph::photograph;

/// An edition with thirty photographs, three in a row.
fn edition() -> Edition {
    let edition = Edition::starter();
    for number in 0..30 {
        edition.write(&format!("images/{number}.jpg"), photograph(number));
    }
    let photos: Vec<String> = (0..30)
        .map(|number| {
            format!("{{ \"file\": \"images/{number}.jpg\", \"alt\": \"사진\", \"caption\": \"{number}\" }}")
        })
        .collect();
    let rows: Vec<String> = photos
        .chunks(3)
        .map(|row| format!("{{ \"kind\": \"pictures\", \"photos\": [{}] }}", row.join(", ")))
        .collect();
    let project = format!(
        "{{ \"number\": 1, \"title\": \"사진\", \"body\": [{{ \"text\": \"사진\", \"body\": [{}] }}] }}",
        rows.join(", ")
    );
    edition.write("projects/1-example.json", project);
    edition
}

/// Thirty photographs stay below 8 MB in the PDF and 400 MiB in memory. The
/// memory is the high-water mark that the system keeps, read while the program
/// runs.
#[test]
fn thirty_photographs_make_a_small_pdf_in_little_memory() {
    let edition = edition();
    let mut child = program(edition.outside())
        .args(["build", "edition", "-o", "report.pdf", "--quiet"])
        .spawn()
        .expect("the program runs");
    let status = format!("/proc/{}/status", child.id());
    let mut peak_kib = 0_u64;
    let code = loop {
        if let Ok(text) = fs::read_to_string(&status) {
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kib = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
            peak_kib = peak_kib.max(kib.unwrap_or(0));
        }
        if let Some(code) = child.try_wait().expect("it runs") {
            break code;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    };
    assert!(code.success());
    let size = edition.pdf().expect("a PDF").len();
    assert!(size <= 8_000_000, "the PDF has {size} bytes");
    if cfg!(target_os = "linux") {
        assert!(peak_kib > 0, "the memory was not seen");
        assert!(peak_kib <= 400 << 10, "the peak was {} MiB", peak_kib >> 10);
    }
}

#[test]
fn a_rotated_photograph_stands_upright() {
    let report = first_report();
    for (name, upright) in [("roadside-banners.jpg", true), ("stage-performance.jpg", false)] {
        let bytes = fs::read(report.join("images").join(name)).expect("a photograph");
        let info = bogo_pictures::inspect(&bytes).expect("a picture");
        assert_eq!(info.height > info.width, upright, "{name}");
    }
}

/// The first report for a purpose.
fn proof_for(purpose: Purpose) -> Proof {
    let mut session = bogo::Session::new(&first_report(), purpose);
    session.set().expect("an outcome").proof.expect("pages")
}

#[test]
fn pages_for_a_pdf_are_those_for_any_file() {
    let (any, pdf) = (proof_for(Purpose::Screen), proof_for(Purpose::Pdf));
    assert_eq!(any.laid(), pdf.laid());
    let standards = Standards::parse(["a-2a", "ua-1"]).expect("standards");
    let photographs = |proof: &Proof| {
        let bytes = proof.pdf(&standards).expect("a PDF");
        let document = lopdf::Document::load_mem(&bytes).expect("a PDF");
        let streams = document.objects.into_values().filter_map(|object| match object {
            lopdf::Object::Stream(stream) => Some(stream),
            _ => None,
        });
        let mut photographs: Vec<Vec<u8>> = streams
            .filter(|stream| {
                stream
                    .dict
                    .get(b"Filter")
                    .is_ok_and(|own| own.as_name().is_ok_and(|name| name == b"DCTDecode"))
            })
            .map(|stream| stream.content)
            .collect();
        photographs.sort();
        photographs
    };
    assert!(!photographs(&pdf).is_empty());
    assert_eq!(photographs(&any), photographs(&pdf));
}

#[test]
fn pages_for_a_pdf_are_not_shown_without_their_photographs() {
    let proof = proof_for(Purpose::Pdf);
    assert!(matches!(proof.svg(1), Err(ExportError::PdfOnly)));
    assert!(matches!(proof.png(1, 72.0), Err(ExportError::PdfOnly)));
}
