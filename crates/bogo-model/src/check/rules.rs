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
}
