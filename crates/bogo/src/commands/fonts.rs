//! `bogo fonts`: the faces in use.

use std::fmt::Write as _;
use std::path::PathBuf;

use bogo_model::Language;
use bogo_model::json::Documents;
use bogo_model::manuscript::unreadable;
use bogo_press::{Faces, FontFault, RefusedFont};
use clap::ArgMatches;

use super::named_folder;
use crate::folder::Folder;
use crate::{CLEAN, say};

/// Prints the faces in use, their licences and what they cover.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let (mut own, mut unread) = (Vec::new(), Vec::new());
    if let Some(named) = matches.get_one::<PathBuf>("folder") {
        let folder = Folder::open(&named_folder(named, language)?)?;
        (own, unread) = folder.fonts();
        unread.extend(folder.font_stamps().1);
    }
    let (faces, refused) = Faces::new(own);
    let mut text = String::new();
    for face in faces.list() {
        let licence = face.licence.unwrap_or(say(language, "에디션의 글꼴", "the edition's own"));
        let (family, weight) = (&face.family, face.weight);
        let (all, syllables, hanja) = (face.characters, face.syllables, face.hanja);
        match language {
            Language::Korean => writeln!(
                text,
                "{family} {weight}\n  파일 {}, 사용 조건 {licence}\n  글자 {all}, 한글 {syllables}/11172, 한자 {hanja}",
                face.file
            )?,
            Language::English => writeln!(
                text,
                "{family} {weight}\n  file {}, licence {licence}\n  {all} characters, {syllables}/11172 syllables, {hanja} hanja",
                face.file
            )?,
        }
    }
    for RefusedFont { file, fault } in refused {
        let why = match fault {
            FontFault::NoFont => say(language, "글꼴이 아님", "no font"),
            FontFault::Restricted => say(language, "PDF에 심을 수 없음", "not to be embedded"),
        };
        writeln!(text, "{file}: {why}")?;
    }
    for file in unread {
        let why = unreadable(&file, &mut Documents::default());
        writeln!(text, "{}: {}", file.path, why.message.text(language))?;
    }
    text.push_str(say(
        language,
        "\n글꼴은 모두 PDF에 심깁니다. 시스템의 글꼴은 읽지 않습니다. \
         Baekmuk은 김정환의 등록 상표입니다.\n",
        "\nAll faces are embedded in the PDF; no system font is read. \
         Baekmuk Batang, Dotum, Gulim and Headline are registered trademarks owned by Kim Jeong-Hwan.\n",
    ));
    super::print(text.as_bytes())?;
    Ok(CLEAN)
}
