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
    DATE_FORM "date-form" Writing Warning mends, "날짜의 꼴" "the form of a date";
    NO_SUCH_DATE "no-such-date" Writing Error, "달력에 없는 날짜" "a date that does not exist";
    WEEKDAY "weekday" Writing Error, "날짜와 요일" "a weekday";
    RANGE_FORM "range-form" Writing Warning mends, "범위(~)의 꼴과 차례" "the form of a range";
    DATE_ORDER "date-order" Writing Warning, "날짜의 차례" "dates in order";
    TIME_FORM "time-form" Writing Warning mends, "24시간제 시각" "the form of a time";
    NUMBER_FORM "number-form" Writing Warning mends, "천 단위 쉼표" "separators in numbers";
    YEAR_MARK "year-mark" Writing Warning mends, "줄인 해(’24)" "an abbreviated year";
    UNIT_LINE "unit-line" Writing Warning mends, "표의 단위" "the unit of a table";
    NEGATIVE_SIGN "negative-sign" Writing Warning mends, "음수의 △" "the sign of a negative number";
    COLON_STYLE "colon-style" Writing Warning mends, "쌍점의 띄어쓰기" "one style of colon";
    BRACKETS "brackets" Writing Warning, "괄호와 따옴표의 짝" "pairs of brackets and quotes";
    QUOTES "quotes" Writing Warning mends, "따옴표의 꼴" "straight quotes";
    PARTICLE "particle" Writing Warning mends, "조사" "particles";
    NUMBERING "numbering" Writing Warning, "번호의 차례" "the order of typed numbers";
    CONFUSABLE "confusable" Writing Warning mends, "헷갈리는 글자와 낱말" "letters that are taken for others";
    ONE_NAME "one-name" Writing Warning, "한 이름은 한 가지로" "one spelling of one name";
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
