//! Names that are written as their owners write them: of files and of works.

use std::ops::Range;

use super::pairs::quotations;
use crate::korean::hangul::is_syllable;
use crate::korean::units::counts;

/// Endings of the names of files.
const EXTENSIONS: [&str; 15] = [
    "pdf", "hwp", "hwpx", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "zip",
    "csv", "txt",
];

/// Whether what stands there is part of the name of a file –
/// `보고서_2024-09-30.pdf` – or of a title with words of its own:
/// ‘1000원의 아침밥’.
pub(super) fn is_in_name(text: &str, range: &Range<usize>) -> bool {
    is_in_file_name(text, range) || is_in_title(text, range)
}

fn is_in_file_name(text: &str, range: &Range<usize>) -> bool {
    let ending = &text[range.end..];
    let ending = ending.split([' ', '\n', ',', '/']).next().unwrap_or_default();
    // The dot before the ending may have been read as the date's.
    let start = text[..range.end].strip_suffix('.').map_or(range.end, str::len);
    let ending = &text[start..range.end + ending.len()];
    ending.match_indices('.').any(|(dot, _)| {
        let extension = &ending[dot + 1..];
        let length = extension.find(|c: char| !c.is_ascii_alphanumeric());
        let extension = extension[..length.unwrap_or(extension.len())].to_ascii_lowercase();
        EXTENSIONS.contains(&extension.as_str())
    })
}

fn is_in_title(text: &str, range: &Range<usize>) -> bool {
    let quoted = quotations(text).into_iter();
    quoted.filter(|title| title.start <= range.start && range.end <= title.end).any(|title| {
        let around = [&text[title.start..range.start], &text[range.end..title.end]];
        let words = around.into_iter().flat_map(|part| part.split(|c| !is_syllable(c)));
        words.into_iter().any(|word| word.chars().nth(1).is_some() && !counts(word))
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_silent, found};

    #[test]
    fn names_of_files_and_works_keep_their_forms() {
        for (code, text) in [
            ("date-form", "보고서_2024-09-30.pdf 게시"),
            ("date-form", "첨부: 결과 2024.09.30.hwpx"),
            ("date-form", "회의록(2024-09-30).pdf"),
            ("number-form", "‘1000원의 아침밥’ 사업"),
            ("number-form", "‘2000원으로 떠나는 여행’ 공모"),
            ("time-form", "‘오후 3시의 음악회’ 개최"),
            ("time-form", "라디오 「오후 2시의 데이트」 출연"),
        ] {
            assert_silent(code, &[text]);
        }
    }

    #[test]
    fn what_is_quoted_alone_or_stands_beside_a_name_is_none() {
        for (code, text) in [
            ("date-form", "‘2024-09-30’"),
            ("number-form", "“12000 명”"),
            ("number-form", "‘아침밥’ 12000명 제공"),
            ("time-form", "‘음악회’ 오후 3시"),
            ("date-form", "보고.pdf 2024-09-30 게시"),
        ] {
            assert_eq!(found(code, text).len(), 1, "{text}");
        }
    }
}
