//! What to say of pictures that cannot be printed.

use std::io;

use bogo_model::resolve::PictureFact;
use bogo_model::{Language, Message, message};
use bogo_pictures::{ForeignFormat, PictureError};

use crate::reason::reason;

/// Why a picture cannot be printed, and what to do about it.
pub(super) fn explain(name: &str, error: &PictureError) -> (Message, Message) {
    let save_as =
        message!("그림 편집기에서 JPEG나 PNG로 다시 저장하십시오.", "save it again as JPEG or PNG");
    match error {
        PictureError::Empty => (
            message!("빈 그림 파일입니다: {name}", "the picture file is empty: {name}"),
            message!("원본을 다시 복사하십시오.", "copy the original again"),
        ),
        PictureError::TooLarge { .. } => (
            message!(
                "그림이 너무 큽니다(2억 화소 초과): {name}",
                "the picture has more than 200 megapixels: {name}"
            ),
            message!("줄여서 다시 저장하십시오.", "save it in a smaller size"),
        ),
        PictureError::Damaged { .. } | PictureError::Truncated { .. } => (
            message!(
                "그림 파일이 손상되었습니다: {name}",
                "the picture is damaged ({error}): {name}"
            ),
            message!(
                "원본을 다시 복사하거나 다시 저장하십시오.",
                "copy the original again or save it anew"
            ),
        ),
        PictureError::Unsupported { looks_like } => foreign(name, *looks_like, save_as),
        PictureError::Unreadable { kind, reason: system } => {
            unreadable(name, &io::Error::new(*kind, system.clone()))
        }
        PictureError::Unplaceable => (
            message!(
                "그림을 놓을 자리가 없습니다: {name}",
                "there is no room for the picture: {name}"
            ),
            message!("표의 열을 넓히십시오.", "widen the column of the table"),
        ),
    }
}

/// A picture that the system does not give, and what to do about it.
pub(super) fn unreadable(name: &str, error: &io::Error) -> (Message, Message) {
    let why = reason(error);
    let (korean, english) = (why.text(Language::Korean), why.text(Language::English));
    (
        message!(
            "그림을 읽을 수 없습니다: {name} ({korean})",
            "the picture cannot be read: {name} ({english})"
        ),
        message!(
            "읽을 권한이 있는지, 다른 프로그램이 쓰고 있지 않은지 보십시오.",
            "may it be read, is another program using it?"
        ),
    )
}

/// A link by the name of a picture that leads to nothing.
pub(super) fn dead_link(name: &str) -> (Message, Message) {
    (
        message!(
            "가리키는 것이 없는 링크라 그림이 없습니다: {name}",
            "this is a link to nothing, so that there is no picture: {name}"
        ),
        message!(
            "링크를 지우고 그 이름으로 그림 파일을 두십시오.",
            "remove the link and put a picture there by this name"
        ),
    )
}

/// What is there under the name of a picture and is no file.
pub(super) fn no_file(name: &str, folder: bool) -> (Message, Message) {
    let what = match folder {
        true => {
            message!("그림이 아니라 폴더입니다: {name}", "this is a folder, no picture: {name}")
        }
        false => message!(
            "보통 파일이 아니어서 그림으로 쓸 수 없습니다: {name}",
            "this is no usual file, so that it cannot be used as a picture: {name}"
        ),
    };
    let help = match folder {
        true => message!(
            "폴더 안의 그림 파일 이름까지 쓰십시오: \"{name}/이름.jpg\"",
            "name a picture in it: `{name}/name.jpg`"
        ),
        false => message!(
            "그것을 지우고 그 이름으로 그림 파일을 두십시오.",
            "remove it and put a picture there by this name"
        ),
    };
    (what, help)
}

/// A picture that is there under a name that an archive broke.
pub(super) fn broken_name(name: &str, broken: &str) -> PictureFact {
    PictureFact::Unprintable {
        reason: message!(
            "그림 파일의 이름이 압축을 풀 때 깨져 있습니다: {name}",
            "an archive broke the name of the picture: {name}"
        ),
        help: message!(
            "\"{broken}\"이(가) 그 파일입니다. 이름을 바꾸거나 CP949(unzip -O cp949)로 다시 푸십시오.",
            "`{broken}` is that file; rename it, or unpack it as CP949 (unzip -O cp949)"
        ),
    }
}

fn foreign(name: &str, format: ForeignFormat, save_as: Message) -> (Message, Message) {
    let what = format.name();
    match format {
        ForeignFormat::Heic => (
            message!(
                "HEIC 사진은 쓸 수 없습니다: {name}",
                "HEIC photographs cannot be used: {name}"
            ),
            message!(
                "JPEG로 바꾸십시오. 아이폰: 설정 → 카메라 → 포맷 → ‘높은 호환성’. Windows: ‘사진’ 앱에서 열고 다른 이름으로 저장 → .jpg",
                "convert it to JPEG; on the phone choose Settings → Camera → Formats → Most Compatible, on Windows save it from Photos as .jpg"
            ),
        ),
        ForeignFormat::Pointer => (
            message!(
                "그림이 아니라 그림이 있는 곳을 적은 Git LFS 파일입니다: {name}",
                "this only tells Git where the picture is: {name}"
            ),
            message!("‘git lfs pull’로 그림을 받아 오십시오.", "fetch it by `git lfs pull`"),
        ),
        ForeignFormat::Shortcut => (
            message!(
                "그림이 아니라 그림의 바로 가기입니다: {name}",
                "this is a shortcut and no picture: {name}"
            ),
            message!(
                "바로 가기가 가리키는 그림을 복사해 넣으십시오.",
                "copy the picture itself that it leads to"
            ),
        ),
        ForeignFormat::Unknown => (
            message!(
                "그림이 아니거나 알 수 없는 형식의 파일입니다: {name}",
                "this is no picture, or of a format that is not known: {name}"
            ),
            message!(
                "그림 프로그램에서 열리는지 보고, 열리면 JPEG나 PNG로 다시 저장하십시오.",
                "does a picture viewer open it? if so, save it as JPEG or PNG"
            ),
        ),
        _ => (
            message!(
                "쓸 수 없는 그림 형식({what})입니다: {name}",
                "pictures of this format ({what}) cannot be used: {name}"
            ),
            save_as,
        ),
    }
}
