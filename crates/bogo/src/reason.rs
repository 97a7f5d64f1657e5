//! Why the system refused something, in words.

use std::io::{Error, ErrorKind};

use bogo_model::korean::with_particles;
use bogo_model::{Language, Message};

/// Linux and the BSDs, macOS among them, say by these numbers that links lead
/// in a circle, for which there is no kind yet.
const LINKS_IN_A_CIRCLE: i32 = if cfg!(target_os = "linux") { 40 } else { 62 };

/// A disk or drive that fails.
const INPUT_OUTPUT: i32 = 5;

/// The reason in both languages. What is not usual has the system's number.
pub(crate) fn reason(error: &Error) -> Message {
    let system = cfg!(unix).then(|| error.raw_os_error()).flatten();
    let korean = match error.kind() {
        _ if system == Some(LINKS_IN_A_CIRCLE) => "링크가 서로를 가리킵니다",
        _ if system == Some(INPUT_OUTPUT) => "디스크나 드라이브를 읽고 쓰는 중에 오류가 났습니다",
        ErrorKind::NotFound => "그런 파일이나 폴더가 없습니다",
        ErrorKind::PermissionDenied => "권한이 없습니다",
        ErrorKind::NotADirectory => "폴더가 아닙니다",
        ErrorKind::IsADirectory => "파일이 아니라 폴더입니다",
        ErrorKind::InvalidFilename => "이름이 너무 깁니다",
        ErrorKind::InvalidInput => "이름에 쓸 수 없는 글자가 있습니다",
        ErrorKind::InvalidData => "UTF-8로 저장되지 않았습니다",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "디스크에 자리가 없습니다",
        ErrorKind::FileTooLarge => "파일이 너무 큽니다",
        ErrorKind::ReadOnlyFilesystem => "쓸 수 없는 드라이브입니다",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "다른 프로그램이 쓰고 있습니다",
        ErrorKind::TimedOut
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected => "네트워크 드라이브가 대답하지 않습니다",
        ErrorKind::OutOfMemory => "메모리가 모자랍니다",
        _ => {
            let number = error.raw_os_error().map(|number| format!("(오류 번호 {number})"));
            let korean = format!("시스템이 거절했습니다{}", number.unwrap_or_default());
            return Message::new(korean, error.to_string());
        }
    };
    Message::new(korean, error.to_string())
}

/// An error with all that led to it, in a line, its particles settled.
pub(crate) fn chain(error: &anyhow::Error, language: Language) -> String {
    let words = error.chain().map(|cause| match cause.downcast_ref::<Error>() {
        Some(error) => reason(error).text(language).to_owned(),
        None => cause.to_string(),
    });
    with_particles(words.collect::<Vec<_>>().join(": "))
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;

    #[test]
    fn what_systems_usually_say_is_said_in_korean() {
        for kind in [ErrorKind::NotFound, ErrorKind::PermissionDenied, ErrorKind::StorageFull] {
            let words = reason(&Error::from(kind));
            let korean = words.text(Language::Korean);
            assert!(!korean.contains(|c: char| c.is_ascii_alphabetic()), "{korean}");
            assert_eq!(words.text(Language::English), Error::from(kind).to_string());
        }
        let missing = std::fs::read("/no/such/file").context("report.json").unwrap_err();
        let words = chain(&missing, Language::Korean);
        assert_eq!(words, "report.json: 그런 파일이나 폴더가 없습니다");
        let unusual = reason(&Error::other("strange"));
        assert_eq!(unusual.text(Language::Korean), "시스템이 거절했습니다");
        assert_eq!(unusual.text(Language::English), "strange");
        let unusual = Error::from_raw_os_error(97);
        assert!(reason(&unusual).text(Language::Korean).ends_with("(오류 번호 97)"));
    }
}
