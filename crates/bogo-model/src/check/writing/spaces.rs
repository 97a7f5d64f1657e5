//! Spaces where none, or only one, belongs.
//!
//! Between words of running prose stands one space; before a sign that hangs
//! on the word before it, behind an opening bracket and at the ends of a text
//! stands none. What is typed on purpose is let be: the two spaces behind 붙임
//! and before 끝 that the manual prescribes, columns, spread words, and room to
//! fill in. The spaces before a colon are the colon's.

use std::ops::Range;

use super::pairs::PAIRS;
use super::words::{at, before, is_of_word, runs};
use super::{Hit, Reading};
use crate::check::listed::rule;
use crate::check::sentences::{Role, Sentence};
use crate::diagnostic::Message;
use crate::korean::hangul::is_syllable;
use crate::message;

rule! {
    /// 남거나 잘못 놓인 빈칸을 봅니다.
    ///
    /// ## 왜
    ///
    /// bogo는 빈칸을 적힌 대로 찍습니다. 겹친 빈칸은 줄을 맞춘 것처럼 보이고, 부호 앞의 빈칸은 부호를 다음 줄로 보낼 수 있습니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                     바른 것
    /// 1구간 준공  L=331m          1구간 준공 L=331m
    /// 도시브랜드 , 캐릭터         도시브랜드, 캐릭터
    /// 28,000명 이상 )             28,000명 이상)
    /// 공정률 65 %                 공정률 65%
    /// 도시브랜드( 캐릭터)         도시브랜드(캐릭터)
    /// 전각 빈칸(U+3000)           보통 빈칸
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 위    치    총   계    기          간     너비에 맞추어 벌린 말
    /// 2026.  9.                                두 자리 달에 맞춘 빈칸
    /// (  )                                     채울 자리
    /// 붙임  2025년 추진계획 1부.  끝.          편람이 정한 두 칸
    /// 1995. 3. 1.   개원                       날짜 뒤에 줄을 맞춘 열
    /// 성명   김금천   직위   팀장              벌려 놓은 열
    /// ```
    ///
    /// ## 고치기
    ///
    /// 빈칸을 하나로 줄이거나 지웁니다. `--fix`가 그렇게 합니다.
    ///
    /// 편람이 두 칸(2타)을 두게 한 자리는 보지 않습니다: ‘붙임’ ‘별첨’ ‘수신’ ‘제목’ 뒤, ‘끝’과 ‘이하 빈칸’ 앞. 줄을 맞추어 벌린 빈칸도 보지 않습니다: 줄 처음의 날짜나 시각 뒤, 첫 낱말 뒤의 세 칸, 네 칸이 넘는 것, 한 글에 둘 이상 있고 그 가운데 하나가 세 칸 이상인 것, 여러 줄에 있는 것, 쌍점 앞의 것. 글 속 낱말 사이의 겹친 빈칸 하나는 찾습니다.
    ///
    /// 표지와 머리띠의 줄에서는 자리를 벌린 빈칸을 그대로 둡니다. 이름표나 금액 뒤에 이어지는 글은 빈칸 하나로 시작해도 되고, 줄을 바꾼 뒤의 빈칸은 들여쓰기로 봅니다.
    SPACES = "spaces": Writing, Warning, mends, "빈칸", "spaces";
    checks: [Sentence(hits)];
    wrong: Text ["1구간 준공  L=331m", "도시브랜드 , 캐릭터", "공정률 65 %", "도시브랜드( 캐릭터)", "주차장\u{3000}조성"];
    right: Text ["위    치", "2026.  9.", "(  )", "붙임  2025년 추진계획 1부.  끝.", "1995. 3. 1.   개원"];
}

/// The space of East Asian typesetting, as wide as a syllable.
const WIDE: char = '\u{3000}';

/// Spaces that are too many, too wide, or on the wrong side of a sign.
fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    if text.trim().is_empty() {
        return Vec::new();
    }
    spaces(text).into_iter().filter_map(|run| run_of_spaces(sentence, run)).collect()
}

/// All runs of spaces of a text.
fn spaces(text: &str) -> Vec<Range<usize>> {
    runs(text, |c| c == ' ' || c == WIDE)
}

/// How many ordinary spaces a run is as wide as.
fn width(run: &str) -> usize {
    run.chars().map(|space| if space == WIDE { 2 } else { 1 }).sum()
}

/// What is wrong with spaces between two words, or at an end.
fn run_of_spaces(sentence: &Sentence, range: Range<usize>) -> Option<Hit> {
    let text = &sentence.text;
    let hit = |message: Message, instead: &str| {
        Some(Hit::new(&SPACES, range.clone(), message).with_instead(instead))
    };
    let (Some(left), Some(right)) = (before(text, range.start), at(text, range.end)) else {
        return match may_end(sentence, &range) {
            true => None,
            false => hit(
                message!("글의 처음이나 끝에 빈칸이 있습니다", "a space begins or ends the text"),
                "",
            ),
        };
    };
    // Behind a line break, spaces indent; in a form, they leave room.
    if left == '\n' || is_in_form(text, &range) {
        return None;
    }
    if right == '\n' {
        return hit(
            message!("줄을 바꾸기 전에 빈칸이 있습니다", "a space stands before a line break"),
            "",
        );
    }
    if hangs_before(text, &range, left, right) {
        return hit(message!("{right} 앞에 빈칸이 있습니다", "a space stands before {right}"), "");
    }
    if "([「『《〈【".contains(left) && !PAIRS.contains(&(left, right)) {
        return hit(message!("{left} 뒤에 빈칸이 있습니다", "a space stands after {left}"), "");
    }
    // One is what belongs there; to ask more of each would take its time.
    let is_one = text[range.clone()] == *" ";
    if is_one || PAIRS.contains(&(left, right)) || is_meant(sentence, &range) {
        return None;
    }
    if text[range.clone()].contains(WIDE) {
        let message = message!("전각 빈칸(U+3000)입니다", "this is a full-width space (U+3000)");
        let help = message!("보통 빈칸을 쓰십시오.", "use an ordinary space");
        return hit(message, " ").map(|hit| hit.with_help(help));
    }
    hit(message!("빈칸이 여럿 이어집니다", "there are several spaces in a row"), " ")
}

/// Whether spaces may begin or end a text: behind a label or an amount a text
/// may begin with one, the second attachment stands below the first, and
/// behind a colon there is room to fill in.
fn may_end(sentence: &Sentence, range: &Range<usize>) -> bool {
    let text = &sentence.text;
    let continues = matches!(sentence.role, Role::Item | Role::CellItem);
    let behind = &text[range.end..];
    let number = behind.split('.').next().unwrap_or_default();
    let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    match range.start {
        0 => continues && text[range.clone()] == *" " || numbered && range.len() > 3,
        _ => text[..range.start].ends_with(':'),
    }
}

/// Whether spaces between words are more than one on purpose.
fn is_meant(sentence: &Sentence, range: &Range<usize>) -> bool {
    let text = &sentence.text;
    sentence.role == Role::Line
        || text[range.end..].starts_with(':')
        || is_spread(text, range)
        || aligns_month(text, range)
        || is_prescribed(text, range)
        || is_column(text, range)
}

/// What stands on the line of a place, before it and behind it.
fn on_line<'t>(text: &'t str, range: &Range<usize>) -> (&'t str, &'t str) {
    let left = text[..range.start].rsplit('\n').next().unwrap_or_default();
    let right = text[range.end..].split('\n').next().unwrap_or_default();
    (left, right)
}

/// What two spaces stand behind at the head of a letter and of its
/// attachments.
const LEADING: [&str; 9] =
    ["붙임", "붙 임", "별첨", "첨부", "수신", "경유", "참조", "제목", "발신"];

/// Whether the manual prescribes two spaces here: behind 붙임, before 끝, and
/// before 이하 빈칸.
fn is_prescribed(text: &str, range: &Range<usize>) -> bool {
    let (left, right) = on_line(text, range);
    let counted = |c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | ' ');
    let head = left.rsplit(". ").next().unwrap_or_default().trim();
    let leads = LEADING.contains(&head.trim_end_matches(counted));
    let bare = right.trim_matches(|c: char| " .-()[]<>’”\"'".contains(c));
    leads || ["끝", "이하 빈칸", "이하빈칸", "이하 여백", "이하여백"].contains(&bare)
}

/// What dates and times are made of besides digits, in any spelling.
const IN_TIMES: &str = " .~∼:’‘'/-–()년월일시분반오전후저녁아침새벽화수목금토";

/// Whether spaces part columns: behind a date or a time that begins the line,
/// wide behind its first word, or where the line or another one has more such
/// spaces.
fn is_column(text: &str, range: &Range<usize>) -> bool {
    let (left, right) = on_line(text, range);
    let own = width(&text[range.clone()]);
    let dated = left.contains(|c: char| c.is_ascii_digit())
        && left.contains(['.', '년', '월', '일', ':', '~', '∼', '-', '/', '시'])
        && left.chars().all(|c| c.is_ascii_digit() || IN_TIMES.contains(c));
    // Spaces between two words only: those beside signs are told otherwise.
    let between = |run: &Range<usize>| {
        let near = [before(text, run.start), at(text, run.end)];
        near.iter().all(|c| c.is_some_and(is_of_word)) && width(&text[run.clone()]) > 1
    };
    let line = range.start - left.len()..range.end + right.len();
    let (mut beside, mut on_others) = (0, false);
    for run in spaces(text).into_iter().filter(|run| between(run) && run != range) {
        match line.contains(&run.start) {
            true => beside = beside.max(width(&text[run])),
            false => on_others = true,
        }
    }
    let first_word = left.trim_start().chars().all(is_of_word);
    dated
        || own > 3
        || own > 2 && first_word
        || between(range) && (on_others || beside > 1 && own.max(beside) > 2)
}

/// Whether spaces stand in brackets in which others write, sign or seal:
/// `( 인 )`, `(  ,  )`.
fn is_in_form(text: &str, range: &Range<usize>) -> bool {
    let Some(opening) = text[..range.start].rfind('(') else { return false };
    let inner = &text[opening + 1..];
    let Some(inner) = inner.find(')').map(|closing| &inner[..closing]) else { return false };
    let spaced = inner.starts_with(' ') && inner.ends_with(' ');
    spaced && range.end <= opening + 1 + inner.len() && inner.trim().chars().count() <= 2
}

/// Whether the sign behind spaces belongs to the word before them.
fn hangs_before(text: &str, range: &Range<usize>, left: char, right: char) -> bool {
    let after = at(text, range.end + right.len_utf8());
    match right {
        ',' => true,
        '.' => {
            (left.is_alphanumeric() || left == ')')
                && !after.is_some_and(|c| c.is_alphanumeric() || c == '.')
        }
        ')' | ']' | '」' | '』' => !PAIRS.contains(&(left, right)) && !left.is_whitespace(),
        '’' => {
            let opened =
                text[..range.start].matches('‘').count() > text[..range.start].matches('’').count();
            opened && !after.is_some_and(|c| c.is_ascii_digit())
        }
        '%' => left.is_ascii_digit(),
        _ => false,
    }
}

/// Whether spaces spread a word of single syllables to a width: `위    치`.
fn is_spread(text: &str, range: &Range<usize>) -> bool {
    let left = text[..range.start].rsplit(|c: char| !is_syllable(c)).next().unwrap_or_default();
    let right = &text[range.end..];
    let end = right.find(|c: char| !is_syllable(c)).unwrap_or(right.len());
    let single = |word: &str| word.chars().count() == 1;
    single(left) && (single(&right[..end]) || right.starts_with(':'))
}

/// Whether two spaces line a month of one digit up below those of two:
/// `2026.  7.`
fn aligns_month(text: &str, range: &Range<usize>) -> bool {
    let mut right = text[range.end..].chars();
    let digit = right.next().is_some_and(|c| c.is_ascii_digit());
    let ends = right.next().is_none_or(|c| matches!(c, '.' | '월' | '일'));
    range.len() == 2 && text[..range.start].ends_with('.') && digit && ends
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent, found_in};
    use crate::check::sentences::Role;

    #[test]
    fn spaces_that_do_not_belong_are_taken_away() {
        assert_mends(
            "spaces",
            &[
                ("1구간 준공  L=331m", "  ", " "),
                ("도시브랜드 , 캐릭터", " ", ""),
                ("수혜인원 3명 )", " ", ""),
                ("공정률 65 %", " ", ""),
                ("도시브랜드( 캐릭터)", " ", ""),
                ("도시브랜드 홍보관 ", " ", ""),
                ("지급 \n(분기별)", " ", ""),
                ("도시브랜드　홍보", "　", " "),
                ("완료 . 이후 추진", " ", ""),
                ("‘좋은도시 금천 ’ 홍보", " ", ""),
            ],
        );
    }

    #[test]
    fn spread_words_aligned_months_and_blanks_are_let_be() {
        assert_silent(
            "spaces",
            &[
                "위    치",
                "기          간 : 1. ~ 12.",
                "총   계",
                "주 요 업 무",
                "2026.  9.",
                " (설계 공정률 : 95%)",
                "(  ) 해당 없음",
                "신청인 ( 인 )",
                "(  ,  )",
                "추진 ’24. 7월",
                "증감률 (%)",
                " ",
                "",
                "국비 ... 시비",
                "계획 .5배",
                "첫 줄\n  - 둘째 줄",
                "붙임 .pdf 파일",
            ],
        );
        assert_eq!(found_in("spaces", Role::Line, "일시 : 10:00    장소 : 여유당"), []);
    }

    #[test]
    fn two_spaces_behind_an_attachment_and_before_the_end_are_prescribed() {
        for role in [Role::Item, Role::Paragraph, Role::Note, Role::Cell] {
            for text in [
                "붙임  2025년 운영계획 1부.  끝.",
                "붙임  1. 운영계획 1부.\n      2. 위원 명단 1부.  끝.",
                "      2. 위원 명단 1부.  끝.",
                "붙임  서식 2종.  끝",
                "별첨  예산서 1부.",
                "붙임 1.  운영계획 1부.",
                "붙임:  운영계획 1부.",
                "이와 같이 추진하고자 합니다.  끝.",
                "계획을 알려 드립니다.  붙임  계획 1부.  끝.",
                "위와 같음  - 끝 -",
                "합계 3건  이하 빈칸",
                "합계 3건  (이하 여백)",
                "붙임\u{3000}운영계획 1부.\u{3000}끝.",
                "수신  내부결재",
            ] {
                let found = found_in("spaces", role, text);
                let slip = [("  ".to_owned(), " ".to_owned())];
                match text.contains("다.  붙임") {
                    true => assert_eq!(found, slip, "{text}"),
                    false => assert_eq!(found, [], "{text}"),
                }
            }
        }
    }

    #[test]
    fn columns_are_no_slips() {
        assert_silent(
            "spaces",
            &[
                "1995. 3. 1.   개원",
                "1995. 3. 1.  개원",
                "1995-03-01   개원",
                "오후 3시   개회",
                "12. 31.(화)   폐회",
                "’24. 7월  준공",
                "09:00~10:00  등록",
                "성명   김금천   직위   팀장",
                "성명  김금천   직위  팀장",
                "위치     가산동",
                "면적   300㎡ 안팎",
                "소재지  : 가산동",
                "사업비     : 5억원",
                "1구간  L=331m\n2구간  L=20m",
                "도로  3.4km\n주차장  20면",
                "성명 :      연락처 :      ",
                "위\u{3000}\u{3000}치",
            ],
        );
        assert_mends(
            "spaces",
            &[
                ("도시브랜드 홍보관  운영", "  ", " "),
                ("도시  브랜드 홍보", "  ", " "),
                ("2024년 홍보관  운영", "  ", " "),
                ("끝없는  도전", "  ", " "),
                ("붙임성 좋은  직원", "  ", " "),
                ("주민이 찾는   홍보관", "   ", " "),
                ("대상 :  주민", "  ", " "),
                ("새 도시브랜드\u{3000}홍보", "\u{3000}", " "),
                ("홍보관\u{3000}", "\u{3000}", ""),
                ("홍보관\u{3000}, 전시관", "\u{3000}", ""),
            ],
        );
    }
}
