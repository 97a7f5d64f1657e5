//! The rules that a report is checked by, each with its code and its page.

use crate::diagnostic::{Message, Severity};
use crate::message;

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Whether figures add up and agree (검산).
    Figures,
    /// How things are written.
    Writing,
    /// What became of the pages.
    Pages,
    /// What belongs to the report.
    Files,
}

impl Family {
    /// All families in the order in which rules are listed.
    pub const ALL: [Self; 4] = [Self::Figures, Self::Writing, Self::Pages, Self::Files];

    /// The word by which all of its rules are chosen at once.
    pub fn code(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Writing => "writing",
            Self::Pages => "pages",
            Self::Files => "files",
        }
    }

    /// What it is about.
    pub fn title(self) -> Message {
        match self {
            Self::Figures => message!("수치(검산)", "figures"),
            Self::Writing => message!("표기", "writing"),
            Self::Pages => message!("쪽 모양", "pages"),
            Self::Files => message!("파일", "files"),
        }
    }
}

/// A rule that a report is checked by.
#[derive(Debug)]
pub struct Rule {
    /// Its stable name, which its findings bear.
    pub code: &'static str,
    /// What it is about.
    pub family: Family,
    /// How much its findings weigh unless the report says otherwise.
    pub severity: Severity,
    /// Whether some of its findings can be mended by `--fix`.
    pub mends: bool,
    /// Whether a report may turn it off: not where the PDF could not be made
    /// to meet its standards.
    pub optional: bool,
    /// What it checks, in a line.
    pub title: fn() -> Message,
    /// Its page of the manual: what it checks, why, examples, how to mend.
    pub page: &'static str,
}

macro_rules! rules {
    ($($code:literal $family:ident $severity:ident $mends:literal $optional:literal
       $korean:literal $english:literal;)*) => {
        /// All rules, by family and in the order in which they are explained.
        pub static RULES: &[Rule] = &[$(Rule {
            code: $code,
            family: Family::$family,
            severity: Severity::$severity,
            mends: $mends,
            optional: $optional,
            title: || message!($korean, $english),
            page: include_str!(concat!("../../../../docs/rules/", $code, ".md")),
        }),*];
    };
}

// code, family, severity, whether it mends, whether it may be turned off, title
rules! {
    "sum" Figures Error false true "합계와 부분의 합" "a sum and its parts";
    "change" Figures Error false true "증감" "a change";
    "change-rate" Figures Error false true "증감률" "a rate of change";
    "share" Figures Error false true "집행률과 구성비" "a share";
    "at-most" Figures Error false true "전체를 넘지 않는 수" "a figure that is not more than another";
    "same-figure" Figures Error false true "같은 수치는 어디서나 같음" "a figure that stands in several places";
    "unit-conversion" Figures Error false true "단위를 바꾸어 적은 수" "figures in other units";
    "duration" Figures Error false true "기간과 그 길이" "a span of time and its length";
    "outside-period" Figures Warning false true "기간 밖의 일정" "a step outside its period";
    "unproved" Figures Warning false true "검산할 수 없는 수" "a figure that cannot be proved";
    "undeclared-sum" Figures Warning true true "밝히지 않은 합계와 증감" "a total that is not declared";
    "over-budget" Figures Warning false true "사업비의 합과 정책사업비" "projects that cost more than the budget";
    "hidden-grade" Figures Warning false true "인력표에서 빠진 직급" "a grade that a table leaves out";
    "budget-basis" Figures Warning false true "견주는 예산의 기준" "budgets on different bases";
    "date-form" Writing Warning true true "날짜의 꼴" "the form of a date";
    "no-such-date" Writing Error false true "달력에 없는 날짜" "a date that does not exist";
    "weekday" Writing Error false true "날짜와 요일" "a weekday";
    "range-form" Writing Warning true true "범위(~)의 꼴과 차례" "the form of a range";
    "date-order" Writing Warning false true "날짜의 차례" "dates in order";
    "time-form" Writing Warning true true "24시간제 시각" "the form of a time";
    "number-form" Writing Warning true true "천 단위 쉼표" "separators in numbers";
    "year-mark" Writing Warning true true "줄인 해(’24)" "an abbreviated year";
    "unit-line" Writing Warning true true "표의 단위" "the unit of a table";
    "negative-sign" Writing Warning true true "음수의 △" "the sign of a negative number";
    "noun-ending" Writing Warning false true "항목은 명사로 끝맺음" "an item ends in a noun";
    "colon-style" Writing Warning true true "쌍점의 띄어쓰기" "one style of colon";
    "brackets" Writing Warning false true "괄호와 따옴표의 짝" "pairs of brackets and quotes";
    "quotes" Writing Warning true true "따옴표의 꼴" "straight quotes";
    "spaces" Writing Warning true true "빈칸" "spaces";
    "particle" Writing Warning true true "조사" "particles";
    "numbering" Writing Warning false true "번호의 차례" "the order of typed numbers";
    "confusable" Writing Warning true true "헷갈리는 글자와 낱말" "letters that are taken for others";
    "one-name" Writing Warning false true "한 이름은 한 가지로" "one spelling of one name";
    "one-list" Writing Warning false true "같은 목록의 다른 이름" "a list that differs from itself";
    "table-too-wide" Pages Warning false true "너무 넓은 표" "a table that is too wide";
    "overflow" Pages Error false true "본문을 벗어나거나 겹친 것" "what leaves the body or stands over other things";
    "split-row" Pages Warning false true "두 쪽에 나뉜 행" "a row that is split";
    "heading-at-foot" Pages Warning false true "쪽 끝에 남은 제목" "a heading at the foot of a page";
    "lone-syllable" Pages Warning false true "한 글자만 남은 끝줄" "a last line of one syllable";
    "empty-page" Pages Warning false true "거의 빈 쪽" "a page that is nearly empty";
    "project-pages" Pages Warning false true "사업의 쪽수" "a project of many pages";
    "cover-pages" Pages Warning false true "표지의 쪽수" "a cover of more than one page";
    "low-resolution" Pages Warning false true "그림의 해상도" "a picture of too few pixels";
    "missing-alt" Pages Error false false "그림의 대체 텍스트" "a picture without a description";
    "no-glyph" Pages Error true false "찍을 수 없는 글자" "a character without a glyph";
    "unused-file" Files Warning false true "쓰이지 않는 파일" "a file that no chapter names";
    "unused-field" Files Warning false true "쓰이지 않는 항목" "a field that changes nothing";
    "unused-theme" Files Warning false true "쓰이지 않는 테마" "a theme that is not used";
    "one-weight" Files Warning false true "굵은 글꼴이 없는 글꼴" "a family without a bold face";
    "team-order" Files Warning false true "팀의 사업이 이어짐" "the projects of a team";
    "unused-allow" Files Warning false true "쓸모없는 허용" "an allowance that nothing needs";
}

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_page_that_bears_its_code_and_says_why() {
        for rule in RULES {
            assert!(rule.page.starts_with(&format!("# {}\n", rule.code)), "{}", rule.code);
            for part in ["## 왜", "## 보기"] {
                assert!(rule.page.contains(part), "{}: {part}", rule.code);
            }
            assert_eq!(rule.mends, rule.page.contains("`--fix`"), "{}: --fix", rule.code);
        }
    }

    #[test]
    fn codes_are_unique_and_no_family_has_the_name_of_a_rule() {
        let mut codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        codes.extend(Family::ALL.map(Family::code));
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
    }
}
