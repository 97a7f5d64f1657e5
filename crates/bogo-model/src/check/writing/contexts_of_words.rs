//! What the rules about words, spaces and signs say in every context, and that
//! what they put there stays.

use super::fixture::{Found, found_in, hits_in, mended_once};
use crate::check::sentences::Role;

/// The rules about words, spaces and signs that mend.
const RULES: [&str; 5] = ["confusable", "spaces", "colon-style", "particle", "quotes"];

/// Where a slip may stand: line ends, beside nouns, before a colon, in
/// brackets and quotes, beside punctuation.
const CONTEXTS: [&str; 14] = [
    "{}",
    "{}\n둘째 줄",
    "첫 줄\n{}",
    "{} 운영",
    "홍보관 {}",
    "홍보관 {} 운영",
    "({})",
    "[{}, 운영]",
    "홍보관({}) 운영",
    "‘{}’ 운영",
    "{}, 운영",
    "운영, {}",
    "{}.",
    "「{}」 수립",
];

/// Where a text may stand on the page.
const ROLES: [Role; 7] = [
    Role::Item,
    Role::CellItem,
    Role::Cell,
    Role::Head,
    Role::Paragraph,
    Role::Note,
    Role::Caption,
];

#[test]
fn a_slip_is_found_in_every_context_and_place() {
    for (code, slip, part, right) in [
        ("confusable", "사업별 역활", "역활", "역할"),
        ("confusable", "설계 공정율", "공정율", "공정률"),
        ("confusable", "기획ㆍ운영", "ㆍ", "·"),
        ("confusable", "2O24년", "2O24", "2024"),
        ("confusable", "１２명", "１２", "12"),
        ("spaces", "홍보관  전시", "  ", " "),
        ("spaces", "홍보관 , 전시", " ", ""),
        ("spaces", "홍보관( 전시)", " ", ""),
        ("spaces", "65 %", " ", ""),
        ("colon-style", "기준: 2020. 7.", ": ", " : "),
        ("colon-style", "사업내용 :주말", " :", " : "),
        ("particle", "공모전를 개최", "를", "을"),
        ("particle", "45.8%을 달성", "을", "를"),
        ("particle", "주민을(를) 모집", "을(를)", "을"),
        ("quotes", "'문화지소' 개관", "'문화지소'", "‘문화지소’"),
    ] {
        for context in CONTEXTS {
            // Titles and quotes have colons of their own.
            if code == "colon-style" && context.contains(['‘', '「']) {
                continue;
            }
            let text = context.replace("{}", slip);
            for role in ROLES {
                let hits = [(part.to_owned(), right.to_owned())];
                assert_eq!(found_in(code, role, &text), hits, "{code}, {role:?}: {text}");
                let mended = text.replacen(slip, &slip.replacen(part, right, 1), 1);
                assert_eq!(found_in(code, role, &mended), [], "{code}, {role:?}: {mended}");
            }
        }
    }
}

#[test]
fn what_is_right_is_let_be_in_every_context_and_place() {
    for right in [
        "지역활성화",
        "정오 데이타임",
        "점검 및 점검 결과",
        "장애인 및 장애인 가족",
        "최근 십 년간",
        "비율 및 법률",
        "기획·운영",
        "마을을 가꿈",
        "도서관을 개관",
        "’24년",
    ] {
        for text in CONTEXTS.map(|context| context.replace("{}", right)) {
            for role in ROLES {
                for code in RULES {
                    assert_eq!(found_in(code, role, &text), [], "{code}, {role:?}: {text}");
                }
            }
        }
    }
}

/// What bogo itself prints besides what is typed: heads of its tables, lines
/// above them, labels of its own.
#[test]
fn what_bogo_prints_by_itself_passes_its_rules() {
    let glue = crate::korean::GLUE;
    let fixed = [
        format!("(단위:{glue}천원)"),
        "(단위: 천원, 기준일 : ’24. 7월)".to_owned(),
        format!("’24.{glue}7월"),
        "정원(현원), (기준일 : ’25. 3월 말)".to_owned(),
    ];
    let heads = "연번|주요사업|쪽|팀명|재원별|합계|비고|계|연차별 소요재원|구분|증감|증감률(%)|목 차\
        |부서명|주요업무|구 분|일 정|비 고|2024년 3분기|2024년 상반기|3주|12월|2024년";
    let texts: Vec<String> = fixed.into_iter().chain(heads.split('|').map(str::to_owned)).collect();
    for role in [Role::Remark, Role::Head, Role::Cell, Role::Caption, Role::Title] {
        for text in &texts {
            assert_eq!(hits_in(role, text), [], "{role:?}: {text}");
        }
    }
}

/// Words, spaces, brackets, digits and signs that stand around the places that
/// the rules look at.
const PIECES: [&str; 60] = [
    "역활",
    "메세지",
    "데이타",
    "공정율",
    "년도",
    "및",
    "광고",
    "붙임",
    "끝",
    "단위",
    "장소",
    "대상",
    "정책",
    "자료",
    "마을",
    "금천",
    "가",
    "나",
    "을",
    "를",
    "은",
    "로",
    "으로",
    "을(를)",
    "(으)로",
    " ",
    " ",
    " ",
    "  ",
    "   ",
    "\u{3000}",
    "\u{a0}",
    "\n",
    ":",
    " : ",
    ": ",
    " :",
    ",",
    ".",
    "·",
    "ㆍ",
    "(",
    ")",
    "[",
    "]",
    "‘",
    "’",
    "'",
    "\"",
    "「",
    "」",
    "24",
    "3",
    "2O24",
    "%",
    "-",
    "ㅡ",
    "ㅇ ",
    "（",
    "：",
];

/// Asserts that what a rule puts into a text is no finding of that rule.
fn assert_stays(role: Role, text: &str, found: &[Found]) {
    for (code, range, right) in found {
        let Some(right) = right.as_ref().filter(|_| RULES.contains(code)) else { continue };
        // Two slips of one rule in one word are mended one after the other.
        let overlaps =
            |(other, at, _): &&Found| other == code && at.start < range.end && range.start < at.end;
        if found.iter().filter(overlaps).count() > 1 {
            continue;
        }
        let mut once = text.to_owned();
        once.replace_range(range.clone(), right);
        let put = range.start..range.start + right.len();
        let again = hits_in(role, &once);
        let again = again.iter().find(|(other, at, right)| {
            other == code
                && right.is_some()
                && at.start <= put.end
                && put.start <= at.end
                && (at.start < put.end && put.start < at.end || at == range)
        });
        assert_eq!(again, None, "{code}: {text:?} → {once:?}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]
    #[test]
    fn what_is_mended_stays_and_mending_ends(
        pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 1..12),
        item in proptest::bool::ANY,
    ) {
        let role = if item { Role::Item } else { Role::Cell };
        let text = pieces.concat();
        let found = hits_in(role, &text);
        assert_stays(role, &text, &found);
        let mut now = text.clone();
        // A quote is mended as a whole, what it holds next, and a particle
        // behind it by what it then ends in: three rounds at most.
        for _ in 0..3 {
            now = mended_once(role, &now, |code| RULES.contains(&code));
        }
        let left = hits_in(role, &now);
        let left: Vec<_> = left.iter()
            .filter(|(code, _, right)| RULES.contains(code) && right.is_some()).collect();
        assert!(left.is_empty(), "{text:?} → {now:?}: {left:?}");
    }
}
