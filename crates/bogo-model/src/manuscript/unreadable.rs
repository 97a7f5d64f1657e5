//! What to say of files that are not there or cannot be read.

use super::SourceText;
use crate::diagnostic::{Diagnostic, Place};
use crate::json::Documents;
use crate::message;

/// There is no report.
pub(super) fn missing_report() -> Diagnostic {
    let message = message!("report.json이 없습니다", "there is no report.json");
    Diagnostic::error("missing-report", None, message).with_help(message!(
        "보고서 폴더가 맞는지 보십시오. 새로 시작하려면 ‘bogo init 폴더이름’을 쓰십시오.",
        "is this the folder of a report? `bogo init DIR` starts a new one"
    ))
}

/// A file that gave no text.
pub(super) fn unreadable(path: &str, text: SourceText, documents: &mut Documents) -> Diagnostic {
    let whole = || Place::whole(path);
    match text {
        SourceText::TooLarge(size) => {
            let mebibytes = size / (1 << 20);
            let message = message!(
                "파일이 너무 큽니다({mebibytes} MiB)",
                "the file is too large ({mebibytes} MiB)"
            );
            Diagnostic::error("file-too-large", whole(), message).with_help(message!(
                "절 하나의 파일은 16 MiB까지입니다. 그림은 images/ 에 따로 두십시오.",
                "a section may take 16 MiB; keep pictures in images/"
            ))
        }
        SourceText::NotUtf8(valid) => {
            let place = Place::within(path, &valid, valid.len()..valid.len());
            documents.add_text(path, valid);
            let message = message!("UTF-8로 저장되지 않은 파일입니다", "the file is not UTF-8");
            Diagnostic::error("encoding", place, message).with_help(message!(
                "메모장이면 ‘다른 이름으로 저장’에서 인코딩을 UTF-8로 고르십시오.",
                "save it again with the encoding UTF-8"
            ))
        }
        SourceText::Misnamed => {
            let message = message!(
                "이름이 .json으로 끝나지 않아 읽지 않은 파일입니다",
                "this file is not read, as its name does not end in .json"
            );
            Diagnostic::warning("misnamed-file", whole(), message).with_help(message!(
                "이름을 .json으로 끝나게 고치십시오. 메모장은 저장할 때 파일 형식을 ‘모든 파일’로 고릅니다.",
                "rename it so that it ends in .json"
            ))
        }
        SourceText::Outside => {
            let message = message!(
                "보고서 폴더 밖을 가리키는 링크입니다",
                "this is a link to something outside the edition's folder"
            );
            Diagnostic::error("outside-edition", whole(), message).with_help(message!(
                "링크 대신 파일을 폴더 안에 복사하십시오.",
                "copy the file itself into the folder"
            ))
        }
        SourceText::Unreadable(reason) | SourceText::Text(reason) => {
            let message =
                message!("파일을 읽을 수 없습니다: {reason}", "cannot read the file: {reason}");
            Diagnostic::error("unreadable-file", whole(), message)
        }
    }
}
