//! What to say of files that are not there or cannot be read.

use super::there::There;
use super::{REPORT, SourceFile, SourceText};
use crate::diagnostic::{Diagnostic, Form, Language, Message, Place};
use crate::json::Documents;
use crate::message;

/// There is no report. What is there beside it may be one by another name.
pub(super) fn missing_report(there: &There) -> Diagnostic {
    let message = message!("report.json이 없습니다", "there is no report.json");
    let alike = |path: &&String| {
        let lower = path.to_lowercase();
        lower.starts_with(REPORT) && !lower.contains('/')
    };
    let help = match there.files.iter().find(alike) {
        _ if there.is_folder(REPORT) || there.is_closed(REPORT) => message!(
            "그 이름으로 폴더가 있습니다. 폴더의 이름을 바꾸고 파일을 두십시오.",
            "there is a folder by this name; rename it and put the file there"
        ),
        Some(alike) => message!(
            "‘{alike}’의 이름을 \"{REPORT}\"으로 바꾸십시오.",
            "rename `{alike}` to `{REPORT}`"
        ),
        None => message!(
            "보고서 폴더가 맞는지 보십시오. 새로 시작하려면 ‘bogo init 폴더이름’을 쓰십시오.",
            "is this the folder of a report? `bogo init DIR` starts a new one"
        ),
    };
    Diagnostic::error(Form::MissingReport, None, message).with_help(help)
}

/// What to say of a file that gave no text. What of it can be shown is added
/// to the documents.
pub fn unreadable(file: &SourceFile, documents: &mut Documents) -> Diagnostic {
    let path = file.path.as_str();
    let whole = || Place::whole(path);
    match &file.text {
        SourceText::TooLarge { size, most } => {
            let (mebibytes, most) = (size >> 20, most >> 20);
            let message = message!(
                "파일이 너무 큽니다({mebibytes} MiB)",
                "the file is too large ({mebibytes} MiB)"
            );
            Diagnostic::error(Form::FileTooLarge, whole(), message).with_help(message!(
                "이런 파일은 {most} MiB까지 읽습니다. 그림은 images/ 에 따로 두십시오.",
                "files of this kind may take {most} MiB; keep pictures in images/"
            ))
        }
        SourceText::NotUtf8(bytes) => not_utf8(path, bytes, documents),
        SourceText::Misnamed => {
            let message = message!(
                "이름이 .json으로 끝나지 않아 읽지 않은 파일입니다",
                "this file is not read, as its name does not end in .json"
            );
            Diagnostic::warning(Form::MisnamedFile, whole(), message).with_help(message!(
                "이름을 .json으로 끝나게 고치십시오. 메모장은 저장할 때 파일 형식을 ‘모든 파일’로 고릅니다.",
                "rename it so that it ends in .json"
            ))
        }
        SourceText::Outside => {
            let message = message!(
                "보고서 폴더 밖을 가리키는 링크입니다",
                "this is a link to something outside the edition's folder"
            );
            Diagnostic::error(Form::OutsideEdition, whole(), message).with_help(message!(
                "링크 대신 파일을 폴더 안에 복사하십시오.",
                "copy the file itself into the folder"
            ))
        }
        SourceText::DeadLink => dead_link(whole()),
        SourceText::NoFile => no_file(whole()),
        SourceText::LinkedFolder { outside } => linked_folder(whole(), *outside),
        SourceText::Unreadable(why) => {
            let (korean, english) = both(why);
            let message =
                message!("파일을 읽을 수 없습니다: {korean}", "cannot read the file: {english}");
            Diagnostic::error(Form::UnreadableFile, whole(), message).with_help(message!(
                "파일이 있는지, 읽을 권한이 있는지, 다른 프로그램이 쓰고 있지 않은지 보십시오.",
                "is it there, may it be read, is another program using it?"
            ))
        }
        SourceText::Unlisted(why) => {
            let (korean, english) = both(why);
            let message = message!(
                "폴더 안을 볼 수 없어 그 안의 파일을 읽지 못했습니다: {korean}",
                "cannot list this folder, so that nothing in it was read: {english}"
            );
            Diagnostic::error(Form::UnreadableFolder, whole(), message).with_help(message!(
                "읽을 권한을 주십시오. 보고서와 상관없는 폴더라면 보고서 폴더 밖으로 옮기십시오.",
                "let it be read, or move it out of the edition if it is no part of it"
            ))
        }
        SourceText::Misspelt { meant, lost } => misspelt(whole(), meant.as_deref(), *lost),
        SourceText::Twin => {
            let message = message!(
                "이름이 같은 파일이 둘 있습니다: 하나는 자모가 풀린 이름(macOS)입니다",
                "there are two files of this name, one of them stored in letters (macOS)"
            );
            Diagnostic::error(Form::SameName, whole(), message).with_help(message!(
                "어느 것인지 알 수 없으므로 하나를 지우거나 다른 이름으로 바꾸십시오.",
                "remove or rename one of them, as it cannot be told which is meant"
            ))
        }
        SourceText::Text(_) | SourceText::Folder | SourceText::Ignored => {
            let message = message!("파일을 읽을 수 없습니다", "cannot read the file");
            Diagnostic::error(Form::UnreadableFile, whole(), message)
        }
    }
}

/// A file in another encoding. Its text is kept as far as it can be shown.
fn not_utf8(path: &str, bytes: &[u8], documents: &mut Documents) -> Diagnostic {
    let message = match Encoding::of(bytes) {
        Encoding::Utf16 => message!(
            "UTF-8이 아니라 UTF-16(유니코드)으로 저장된 파일입니다",
            "the file is UTF-16, not UTF-8"
        ),
        Encoding::Cp949 => message!(
            "UTF-8이 아니라 CP949(ANSI, EUC-KR)로 저장된 파일입니다",
            "the file is CP949 (ANSI, EUC-KR), not UTF-8"
        ),
        Encoding::Other => {
            message!("UTF-8로 저장되지 않은 파일입니다", "the file is not UTF-8")
        }
    };
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let text = String::from_utf8_lossy(&bytes[..valid]).into_owned();
    let at = text.find('\0').unwrap_or(valid);
    let place = Place::within(path, &text, at..at);
    documents.add_text(path, text);
    Diagnostic::error(Form::Encoding, place, message).with_help(message!(
        "메모장이면 ‘다른 이름으로 저장’에서 인코딩을 UTF-8로 고르십시오.",
        "save it again with the encoding UTF-8"
    ))
}

/// A link that leads to nothing, and may once have led to anything.
fn dead_link(place: Place) -> Diagnostic {
    let message = message!("가리키는 것이 없는 링크입니다", "this is a link to nothing");
    Diagnostic::error(Form::UnreadableFile, place, message).with_help(message!(
        "링크를 지우거나, 가리키던 파일이나 폴더를 이 자리에 복사하십시오.",
        "remove the link, or copy the file or folder itself to this place"
    ))
}

/// A pipe, a socket or a device, which may never end.
fn no_file(place: Place) -> Diagnostic {
    let message =
        message!("보통 파일이 아니라 읽지 않습니다", "this is no usual file and is not read");
    Diagnostic::error(Form::UnreadableFile, place, message).with_help(message!(
        "지우거나, 이 이름으로 보통 파일을 두십시오.",
        "remove it, or put a usual file there by this name"
    ))
}

/// A link to a folder, in which nothing is looked for: a file has one place.
fn linked_folder(place: Place, outside: bool) -> Diagnostic {
    if outside {
        let message = message!(
            "보고서 폴더 밖의 폴더를 가리키는 링크라 그 안의 파일을 읽지 않습니다",
            "this is a link to a folder outside the edition's, in which nothing is read"
        );
        return Diagnostic::error(Form::OutsideEdition, place, message).with_help(message!(
            "링크 대신 그 폴더를 이 자리에 복사하십시오. 보고서와 상관없는 링크라면 지우십시오.",
            "copy the folder itself to this place, or remove the link if it is no part of the report"
        ));
    }
    let message = message!(
        "다른 폴더를 가리키는 링크라 그 안의 파일을 읽지 않습니다",
        "this is a link to another folder, in which nothing is read by this name"
    );
    Diagnostic::error(Form::UnreadableFolder, place, message).with_help(message!(
        "링크를 지우고 그 폴더를 이 자리로 옮기거나, 폴더의 본디 이름을 쓰십시오.",
        "move the folder itself to this place, or use its own name and remove the link"
    ))
}

fn both(message: &Message) -> (&str, &str) {
    (message.text(Language::Korean), message.text(Language::English))
}

/// A file or folder whose name is not UTF-8, and the name that it had.
fn misspelt(place: Place, meant: Option<&str>, lost: bool) -> Diagnostic {
    let message = message!(
        "이름이 깨져 읽지 않은 파일이나 폴더입니다(UTF-8이 아님)",
        "this is not read, as its name is not UTF-8"
    );
    let help = match meant {
        Some(meant) => message!(
            "압축을 풀 때 깨진 이름입니다. ‘{meant}’(으)로 바꾸거나 CP949(unzip -O cp949)로 다시 푸십시오.",
            "an archive broke it; rename it to `{meant}` or unpack it as CP949 (unzip -O cp949)"
        ),
        None => message!("이름을 다시 지어 주십시오.", "rename it"),
    };
    match lost {
        true => Diagnostic::error(Form::FileName, place, message).with_help(help),
        false => Diagnostic::warning(Form::FileName, place, message).with_help(help),
    }
}

/// In what a text that is not UTF-8 seems to be written.
enum Encoding {
    Utf16,
    Cp949,
    Other,
}

impl Encoding {
    fn of(bytes: &[u8]) -> Self {
        if is_utf16(bytes) {
            return Self::Utf16;
        }
        // Two bytes for each syllable: the first beyond ASCII, the second one
        // that CP949 has.
        let (mut rest, mut pairs) = (bytes, 0);
        loop {
            rest = match rest {
                [0..=0x7f, rest @ ..] => rest,
                [0x81..=0xfe, b'A'..=b'Z' | b'a'..=b'z' | 0x81..=0xfe, rest @ ..] => {
                    pairs += 1;
                    rest
                }
                [] if pairs > 0 => return Self::Cp949,
                _ => return Self::Other,
            };
        }
    }
}

/// Whether a text begins as UTF-16 does: with its mark, or with a brace or a
/// space of two bytes.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=0x7f, ..] | [1..=0x7f, 0, ..])
}
