//! Rules that are not declared in files of their own: their functions are in
//! the rooms of their families.

use crate::diagnostic::Severity;
use crate::message;
use crate::rule::{Family, Rule};

macro_rules! rules {
    ($($rule:ident $name:literal $family:ident $severity:ident $($trait:ident)*,
       $korean:literal $english:literal;)*) => {
        $(
            #[doc = concat!("The rule `", $name, "`: ", $english, ".")]
            pub(crate) static $rule: Rule = Rule::new(
                $name,
                (Family::$family, Severity::$severity),
                || message!($korean, $english),
                &[include_str!(concat!("../../../../docs/rules/", $name, ".md"))],
            )
            $(.$trait())*;
        )*
    };
}

rules! {
    SUM "sum" Figures Error, "합계와 부분의 합" "a sum and its parts";
    CHANGE "change" Figures Error, "증감" "a change";
    CHANGE_RATE "change-rate" Figures Error, "증감률" "a rate of change";
    AT_MOST "at-most" Figures Error, "전체를 넘지 않는 수" "a figure that is not more than another";
    SAME_FIGURE "same-figure" Figures Error, "같은 수치는 어디서나 같음" "a figure that stands in several places";
    UNIT_CONVERSION "unit-conversion" Figures Error, "단위를 바꾸어 적은 수" "figures in other units";
    DURATION "duration" Figures Error, "기간과 그 길이" "a span of time and its length";
    OUTSIDE_PERIOD "outside-period" Figures Warning, "기간 밖의 일정" "a step outside its period";
    UNPROVED "unproved" Figures Warning, "검산할 수 없는 수" "a figure that cannot be proved";
    UNDECLARED_SUM "undeclared-sum" Figures Warning mends, "밝히지 않은 합계와 증감" "a total that is not declared";
    OVER_BUDGET "over-budget" Figures Warning, "사업비의 합과 정책사업비" "projects that cost more than the budget";
    HIDDEN_GRADE "hidden-grade" Figures Warning, "인력표에서 빠진 직급" "a grade that a table leaves out";
    BUDGET_BASIS "budget-basis" Figures Warning, "견주는 예산의 기준" "budgets on different bases";
    TABLE_TOO_WIDE "table-too-wide" Pages Warning, "너무 넓은 표" "a table that is too wide";
    OVERFLOW "overflow" Pages Error, "본문을 벗어나거나 겹친 것" "what leaves the body or stands over other things";
    SPLIT_ROW "split-row" Pages Warning, "두 쪽에 나뉜 행" "a row that is split";
    HEADING_AT_FOOT "heading-at-foot" Pages Warning, "쪽 끝에 남은 제목" "a heading at the foot of a page";
    LONE_SYLLABLE "lone-syllable" Pages Warning, "한 글자만 남은 끝줄" "a last line of one syllable";
    PROJECT_PAGES "project-pages" Pages Warning, "사업의 쪽수" "a project of many pages";
    COVER_PAGES "cover-pages" Pages Warning, "표지의 쪽수" "a cover of more than one page";
    LOW_RESOLUTION "low-resolution" Pages Warning, "그림의 해상도" "a picture of too few pixels";
    MISSING_ALT "missing-alt" Pages Error fixed, "그림의 대체 텍스트" "a picture without a description";
    NO_GLYPH "no-glyph" Pages Error mends fixed, "찍을 수 없는 글자" "a character without a glyph";
    UNUSED_FILE "unused-file" Files Warning, "쓰이지 않는 파일" "a file that no chapter names";
    UNUSED_THEME "unused-theme" Files Warning, "쓰이지 않는 테마" "a theme that is not used";
    ONE_WEIGHT "one-weight" Files Warning, "굵은 글꼴이 없는 글꼴" "a family without a bold face";
    TEAM_ORDER "team-order" Files Warning, "팀의 사업이 이어짐" "the projects of a team";
    UNUSED_ALLOW "unused-allow" Files Warning, "쓸모없는 허용" "an allowance that nothing needs";
}
