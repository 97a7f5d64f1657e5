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
}
