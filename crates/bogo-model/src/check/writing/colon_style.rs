//! Colons that are typed, in the style in which bogo sets those of labels.
//!
//! A colon is a label's where it stands between words: behind a letter, a
//! digit, a closing bracket or a point, and before a word, a number or an
//! opening bracket. Beside other signs, in quotes and titles, in times, ratios
//! and addresses, at the end of a line and before room to fill in it is none.

use std::cell::LazyCell;
use std::ops::Range;

use super::pairs::quotations;
use super::words::{at, is_of_word};
use super::{Hit, Reading};
use crate::check::listed::rule;
use crate::check::sentences::{Role, Sentence};
use crate::korean::hangul::is_syllable;
use crate::message;

rule! {
    /// 글 속의 쌍점이 보고서의 쌍점과 같은 꼴인지 봅니다.
    ///
    /// ## 왜
    ///
    /// 편람은 쌍점을 앞말에 붙이고(`기간: 2024. 1월`) 보고서는 양쪽을 띄우는 일이 많습니다(`기간 : 2024. 1월`). 어느 쪽이든 한 보고서에서는 하나여야 합니다. 이름표(`label`) 뒤의 쌍점은 bogo가 찍으므로 글 속에 적은 쌍점이 그것을 따라야 합니다.
    ///
    /// ## 보기
    ///
    /// 양쪽을 띄우는 보고서라면 다음과 같습니다.
    ///
    /// ```
    /// 고칠 것                    바른 것
    /// (기준: 2020. 7.)           (기준 : 2020. 7.)
    /// (기준:2020. 7.)            (기준 : 2020. 7.)
    /// 사업내용 :주말 여가        사업내용 : 주말 여가
    /// 장소:금천구청              장소 : 금천구청
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 09:00    1:1    시비:구비=5:5    『금천: 미래』    https://…    C:\    사업근거 :
    /// (2025년 기준, 단위: 명)    대상(: 주민)    장소:, 구청    소재지  : 가산동
    /// ```
    ///
    /// ## 고치기
    ///
    /// `report.json`의 `colon`이나 테마가 정한 꼴로 적습니다. `이름 : 값`을 글로 적는 대신 `label`과 `text`로 나누어 적으면 쌍점이 저절로 찍힙니다. `--fix`는 쌍점 둘레의 빈칸을 맞춥니다.
    ///
    /// 이름표의 쌍점은 낱말 사이에 있는 것입니다. 앞에는 글자·숫자·닫는 괄호·마침표가, 뒤에는 글자·숫자·여는 괄호나 기호(△, ’24)가 있어야 합니다. 여는 괄호 바로 뒤, 닫는 괄호나 쉼표 앞의 쌍점은 보지 않습니다. `단위: 명`은 bogo가 표 위에 찍는 꼴이므로 어느 보고서에서나 맞고, 이름표의 길이를 맞추려고 쌍점 앞을 두 칸 넘게 벌린 것도 그대로 둡니다.
    ///
    /// 빈칸 없이 낱말과 낱말 사이에 있는 쌍점은 글이나 괄호를 여는 흔한 이름표(장소, 주소, 일시, 대상, 기간, 문의, 인원, 근거 …) 뒤에서만 봅니다. 이름표 끝(`"label": "장소 :"`)이나 이름표가 있는 글의 처음에 적은 쌍점은 두 번 찍히므로 `--fix`가 지웁니다.
    ///
    /// 줄 끝의 쌍점, 시각, 비율(`1:N`, `국비:도비`), 주소와 전화번호, 영문자 뒤의 쌍점은 보지 않습니다. 따옴표와 낫표 안의 제목도, 쌍점 뒤에 빈칸을 여럿 둔 채울 자리도 그대로 둡니다.
    COLON_STYLE = "colon-style": Writing, Warning, mends, "쌍점의 띄어쓰기", "one style of colon";
    checks: [Sentence(hits)];
}

/// Colons that stand in another way than the report's.
fn hits(sentence: &Sentence, reading: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    if let Some(twice) = beside_label(sentence) {
        return vec![twice];
    }
    // What is wrong with a typed 단위: is told by the rule about units.
    if sentence.role == Role::Unit || !text.contains(':') {
        return Vec::new();
    }
    let quoted = LazyCell::new(|| quotations(text));
    let colons = text.match_indices(':').filter_map(|(start, _)| {
        let range = with_spaces(text, start)?;
        let right = style(&text[..range.start], reading.colon_apart);
        let typed = &text[range.clone()];
        let set = typed.replace('\u{a0}', " ");
        let is_set = set == right || reading.colon_apart && set == " : ";
        let is_other = !is_set && !quoted.iter().any(|quotation| quotation.contains(&start));
        is_other.then(|| other_style(range.clone(), typed, right))
    });
    colons.collect()
}

/// The colon behind a label with the spaces around it. That of a unit is
/// printed as `(단위: 명)` in every report.
fn style(label: &str, apart: bool) -> &'static str {
    let word = label.rsplit(|c: char| !is_of_word(c)).next().unwrap_or_default();
    if apart && word != "단위" { " : " } else { ": " }
}

/// Words before the colon of a number or an address, which is no label's.
const CONTACTS: [&str; 8] = ["tel", "fax", "email", "mail", "hp", "mobile", "http", "https"];

/// Signs that may stand before a label's colon, besides letters and digits.
const BEFORE: &str = ")]}」』》〉】’”.%㎡㎢㎥㎞℃";
/// Signs that may stand behind one, besides letters and digits.
const BEHIND: &str = "([{「『《〈【‘“△▲▽▼+-~∼〜※＊*★☆◇◆→○□●■◦▪☞☎☑☐#$₩￦㎡㎢㎥㎞℃%";

/// The bytes of a label's colon and the spaces around it; `None` where it is
/// none.
fn with_spaces(text: &str, colon: usize) -> Option<Range<usize>> {
    let is_space = |c: char| c == ' ' || c == '\u{a0}';
    let start = text[..colon].trim_end_matches(is_space).len();
    let end = text.len() - text[colon + 1..].trim_start_matches(is_space).len();
    let left = text[..start].chars().next_back()?;
    let next = at(text, end)?;
    let year =
        next == '’' && text[end + next.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
    let between = (is_of_word(left) || BEFORE.contains(left))
        && (is_of_word(next) || BEHIND.contains(next) || year);
    let ratio = left.is_ascii_digit() && next.is_ascii_digit();
    let word = text[..start].rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let contact = CONTACTS.iter().any(|contact| word.eq_ignore_ascii_case(contact));
    let to_fill_in = text[colon + 1..end].chars().count() > 1;
    // Labels of a column end at one place: `소재지  : 가산동`.
    let label = text[..start].rsplit('\n').next().unwrap_or_default();
    let aligned = text[start..colon].chars().count() > 1 && label.chars().count() <= LONGEST_LABEL;
    // Without spaces words stand in a ratio, too: 1:N, 국비:도비.
    let tight = end - start == 1
        && (left.is_ascii_digit() && next.is_ascii_alphabetic()
            || is_syllable(left) && is_syllable(next) && !is_label(&text[..start]));
    let other = left.is_ascii_alphabetic() || ratio || contact || to_fill_in || aligned || tight;
    (between && !other).then_some(start..end)
}

/// Whether a text or a bracket begins with these words before a colon, and
/// they are a label of its own.
fn is_label(before: &str) -> bool {
    let label = before.rsplit(['\n', '(', '[']).next().unwrap_or_default().trim();
    LABELS.contains(&label)
}

/// Labels of reports that compare nothing with what follows their colon.
const LABELS: [&str; 44] = [
    "장소",
    "주소",
    "일시",
    "일자",
    "대상",
    "기간",
    "문의",
    "문의처",
    "인원",
    "근거",
    "목적",
    "규모",
    "위치",
    "소재지",
    "주최",
    "주관",
    "후원",
    "협력",
    "담당",
    "담당자",
    "담당부서",
    "연락처",
    "참석",
    "참석자",
    "강사",
    "주제",
    "출처",
    "자료",
    "기준",
    "신청",
    "접수",
    "방법",
    "사업명",
    "사업량",
    "사업비",
    "사업기간",
    "사업내용",
    "사업근거",
    "추진근거",
    "추진기간",
    "추진방법",
    "행사명",
    "소요예산",
    "교육대상",
];

/// How many characters a label has at most that is aligned with others.
const LONGEST_LABEL: usize = 12;

/// A colon at the end of a label, or at the beginning of what it labels:
/// another one is printed between them.
fn beside_label(sentence: &Sentence) -> Option<Hit> {
    const COLON: [char; 4] = [' ', ':', '：', '\u{a0}'];
    let text = &sentence.text;
    let range = match sentence.role {
        Role::Label => text.trim_end_matches(COLON).len()..text.len(),
        _ if sentence.follows_label => 0..text.len() - text.trim_start_matches(COLON).len(),
        _ => return None,
    };
    let colons = &text[range.clone()];
    (colons.contains([':', '：']) && colons.len() < text.len()).then(|| {
        let hit = Hit::new(
            &COLON_STYLE,
            range,
            message!(
                "이름표 뒤의 쌍점이 두 번 찍힙니다: {text}",
                "the colon behind a label is printed twice: {text}"
            ),
        );
        hit.with_instead("").with_help(message!(
            "쌍점을 지우십시오. 이름표의 쌍점은 저절로 찍힙니다.",
            "remove it; the colon of a label is set by itself"
        ))
    })
}

fn other_style(range: Range<usize>, typed: &str, right: &str) -> Hit {
    let hit = Hit::new(
        &COLON_STYLE,
        range,
        message!(
            "쌍점의 띄어쓰기가 보고서와 다릅니다: ‘{typed}’",
            "the colon is not set as in the rest of the report: `{typed}`"
        ),
    );
    hit.with_instead(right).with_help(message!(
        "이 보고서의 쌍점은 ‘{right}’ 꼴입니다.",
        "colons of this report are set as `{right}`"
    ))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent, found_in};
    use crate::check::sentences::Role;

    #[test]
    fn typed_colons_are_set_as_those_of_labels() {
        assert_mends(
            "colon-style",
            &[
                ("사업내용 :주말 여가문화 조성", " :", " : "),
                ("[사업량: 3.437km (정거장 1개소)]", ": ", " : "),
                ("조직 (기준:2020.7.)", ":", " : "),
                ("(기준: 2020. 7.)", ": ", " : "),
                ("’24년 사업: ’25년 완료", ": ", " : "),
                ("『금천』 사업: 상영", ": ", " : "),
                ("대상 :(주민 등) 전체", " :", " : "),
                ("(교육): 연 2회", ": ", " : "),
                ("기간: ~12. 31.", ": ", " : "),
                ("증감: △5명", ": ", " : "),
                ("별: ＊시비", ": ", " : "),
                ("2025. 3.: 개원", ": ", " : "),
                ("기간: ’25. 3.", ": ", " : "),
                ("도시브랜드 홍보관의 운영 시간  : 주말", "  : ", " : "),
                ("장소:누리구민회관", ":", " : "),
                ("작은도서관(주소:누리로 12)", ":", " : "),
                ("근거:건축법 제11조", ":", " : "),
            ],
        );
    }

    #[test]
    fn a_label_has_no_colon_of_its_own() {
        for (label, colon) in
            [("장소 :", " :"), ("기간:", ":"), ("대상 : ", " : "), ("일시：", "：")]
        {
            let found = found_in("colon-style", Role::Label, label);
            assert_eq!(found, [(colon.to_owned(), String::new())], "{label}");
        }
        assert_eq!(found_in("colon-style", Role::Label, "국비:도비"), []);
    }

    #[test]
    fn times_ratios_addresses_and_ends_are_let_be() {
        assert_silent(
            "colon-style",
            &[
                "안양방향 : 도시브랜드의 확장성 표현",
                "(기준일 : ’24. 7월)",
                "금요일 09:00~17:00",
                "1:1 교육 상담",
                "국비와 시비 3 : 7",
                "https://www.geumcheon.go.kr",
                "C:\\보고",
                "사업근거 :",
                "사업근거:",
                "2026. 12. : 주차장 운영 개시\n2027. 4. : 공사 준공",
                "AHP : 0.462",
                "TV:ON",
                "시비:구비=5:5",
                "도비:시비 분담",
                "1:N 상담",
                "Q: 물음, A: 답",
                "MC: 김누리",
                "GTX: 별내역",
                "TEL: 02-2627-1234",
                "TEL:02-2627-1234",
                "성명 :      연락처 :      ",
                "성명:   (서명)",
                "『금천: 오래된 미래』 상영",
                "「금천:미래」, 《금천: 미래》, 〈금천: 미래〉, ‹금천: 미래›",
                "‘금천: 미래’와 “금천: 미래”",
                "'금천: 미래'와 \"금천: 미래\"",
                "{구분: 금액}",
                "(2025년 기준, 단위: 통행/일, %)",
                "(단위: 명)",
                "단위:\u{a0}명",
                "단위 : 명",
                "장소:, 구청",
                "장소 :; 구청",
                "대상( : 주민)",
                "[: 가]",
                "가 :)",
                "가: )",
                "가 : · 나",
                "· : 가",
                "소재지  : 가산동",
                "기     간  : 3월",
                "가::나",
            ],
        );
        assert_mends("colon-style", &[("(전체, 단위:㎡)", ":", ": ")]);
    }
}
