//! Names of files: which are no part of an edition, and what names were before
//! they were broken.

use std::ffi::OsStr;

use bogo_model::korean::hangul::is_syllable;

/// What systems and archives leave beside the files of people.
const LITTER: [&str; 10] = [
    "desktop.ini",
    "thumbs.db",
    "ehthumbs.db",
    "icon\r",
    "__macosx",
    "$recycle.bin",
    "system volume information",
    "lost+found",
    // Network drives of offices keep small pictures of pictures.
    "@eadir",
    "node_modules",
];

/// Whether a file or folder is hidden, or one that a system, an archive or an
/// editor keeps beside the real ones.
pub(crate) fn is_litter(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    // Vim, Office and 한글 keep a file beside the one that is open.
    let kept = name.ends_with('~') || name.ends_with(".swp") || name.starts_with("~$");
    let saved = name.starts_with('#') && name.ends_with('#');
    name.starts_with('.') || kept || saved || LITTER.contains(&name.as_str())
}

/// The name whose bytes are not UTF-8 as it was on the Windows of a Korean
/// office, if it can be that.
pub(crate) fn in_cp949(name: &OsStr) -> Option<String> {
    let (text, _, is_broken) = encoding_rs::EUC_KR.decode(name.as_encoded_bytes());
    (!is_broken).then(|| text.into_owned())
}

/// The upper half of code page 437, by which archives without a mark are
/// unpacked where nobody says otherwise.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»\
                     ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
                     αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// What a name was before an archive's CP949 was taken for code page 437:
/// `░í` for `가`. `None` if it never was.
pub(crate) fn before_unpacking(name: &str) -> Option<String> {
    let byte = |character: char| match character {
        '\0'..='\x7f' => Some(character as u8),
        _ => CP437.chars().position(|c| c == character).map(|at| 0x80 + at as u8),
    };
    let bytes: Option<Vec<u8>> = name.chars().map(byte).collect();
    let bytes = bytes.filter(|bytes| !bytes.is_ascii())?;
    let (text, _, is_broken) = encoding_rs::EUC_KR.decode(&bytes);
    let is_korean = text.chars().any(is_syllable);
    (!is_broken && is_korean).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_leave_is_no_part_of_an_edition() {
        for name in [
            "desktop.ini",
            "Desktop.ini",
            "Thumbs.db",
            ".DS_Store",
            "._1.json",
            "~$report.json",
            "1.json~",
            "#1.json#",
            ".1.json.swp",
            "x.swp",
            "__MACOSX",
            "lost+found",
            "$RECYCLE.BIN",
            "System Volume Information",
            "@eaDir",
            "node_modules",
        ] {
            assert!(is_litter(OsStr::new(name)), "{name}");
        }
        for name in ["report.json", "1.json", "사진~1.jpg", "thumbs.json", "photo.jpg"] {
            assert!(!is_litter(OsStr::new(name)), "{name}");
        }
    }

    #[test]
    fn a_name_that_an_archive_broke_is_told() {
        assert_eq!(CP437.chars().count(), 128);
        for name in ["개소식.jpg", "도시브랜드 1.json", "뷁"] {
            let (bytes, _, _) = encoding_rs::EUC_KR.encode(name);
            let byte = |byte: &u8| match byte {
                0..=0x7f => char::from(*byte),
                _ => CP437.chars().nth(usize::from(*byte) - 0x80).expect("a character"),
            };
            let broken: String = bytes.iter().map(byte).collect();
            assert_eq!(before_unpacking(&broken).as_deref(), Some(name));
        }
        for name in ["photo.jpg", "개소식.jpg", "café.jpg", "±1.jpg"] {
            assert_eq!(before_unpacking(name), None);
        }
    }
}
