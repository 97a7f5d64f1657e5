//! Periods ready to print, and what is wrong with them.

use super::context::Context;
use super::schedule::wrong_order;
use crate::diagnostic::Form;
use crate::figures::NamedPeriod;
use crate::format::Period;
use crate::json::Spanned;
use crate::korean;
use crate::korean::time::{Extent, LengthClaim, LengthUnit};
use crate::message;
use crate::nearest::nearest;
use crate::quoting::{listed, quoted};

/// A period as it is printed, its length in brackets behind it.
pub(super) fn printed_period(period: &Period) -> String {
    // A style that does not fit has been reported.
    let usual = || korean::span_of_time(period.from, period.to.unwrap_or(period.from));
    let span = period.printed().unwrap_or_else(usual);
    match length(period) {
        Some(length) => format!("{span}({length})"),
        None => span,
    }
}

/// The length of a period as it is printed, if it says one that there is.
fn length(period: &Period) -> Option<String> {
    let said = period.length.as_ref()?;
    match LengthClaim::parse(&said.value)? {
        LengthClaim::Said(_) => Some(said.value.trim().to_owned()),
        LengthClaim::Computed(unit) => {
            let extent = Extent::new(period.from, period.to?)?;
            let unit = unit.unwrap_or(extent.unit());
            extent.count(unit).map(|count| format!("{count}{}", unit.word()))
        }
    }
}

impl Context<'_> {
    /// Reports what is wrong with the form of a period.
    pub(super) fn check_period(&mut self, period: &Period) {
        if period.to.is_some_and(|to| to < period.from) {
            let (message, help) = wrong_order();
            return self.error(Form::PeriodOrder, period.span, message, Some(help));
        }
        if period.printed().is_none() {
            let message = message!(
                "이 기간은 적은 꼴(\"months\", \"year\")로 찍을 수 없습니다",
                "this period cannot be printed in the style that it asks for"
            );
            let help = message!(
                "\"분기\", \"반기\", \"년\"은 분기, 반기, 해의 첫 달부터 끝 달까지여야 하고(날은 쓰지 않음), \"year\": \"none\"은 달이 있고 한 해 안에 있거나 열두 달이 안 되는 기간에만 씁니다.",
                "quarters, halves and years have to be whole, from month to month; only a period that says months and lies in one year, or is shorter than a year, may leave it out"
            );
            self.error(Form::PeriodStyle, period.span, message, Some(help));
        }
        period.length.iter().for_each(|said| self.check_length(said, period));
    }

    /// Reports a length that cannot be read or computed.
    fn check_length(&mut self, said: &Spanned<String>, period: &Period) {
        let given = quoted(&said.value);
        let Some(claim) = LengthClaim::parse(&said.value) else {
            let message =
                message!("길이가 아닙니다: {given}", "this is not a length of time: {given}");
            let help = message!(
                "\"9개월\", \"90일\", \"4주\", \"3년\"처럼 쓰거나, 계산하려면 \"=\", \"=개월\", \"=일\", \"=주\", \"=년\"을 쓰십시오.",
                "write \"9개월\", \"90일\", \"4주\" or \"3년\", or to have it computed \"=\", \"=개월\", \"=일\", \"=주\" or \"=년\""
            );
            return self.error(Form::Length, said.span, message, Some(help));
        };
        let Some(extent) = period.to.and_then(|to| Extent::new(period.from, to)) else {
            let message = message!(
                "끝이 없는 기간에는 길이가 없습니다",
                "a period without an end has no length"
            );
            let help = message!(
                "\"to\"를 쓰거나 \"length\"를 지우십시오.",
                "add `to`, or remove `length`"
            );
            return self.error(Form::Length, said.span, message, Some(help));
        };
        if let LengthClaim::Computed(Some(unit)) = claim
            && extent.count(unit).is_none()
        {
            let (word, right) = (unit.word(), extent.length(unit));
            let counted = if unit == LengthUnit::Years { "연" } else { word };
            let message = message!(
                "이 기간은 {counted} 단위로 떨어지지 않습니다: {right}",
                "this period is no whole number of {word}: {right}"
            );
            let help = message!(
                "\"length\": \"{right}\"이나 \"=일\"을 쓰십시오.",
                "write `\"length\": \"{right}\"` or \"=일\""
            );
            self.error(Form::Length, said.span, message, Some(help));
        }
    }

    /// Reports a name that is no period's.
    pub(super) fn check_within(&mut self, name: &Spanned<String>) {
        let scope = self.scope;
        let shown = quoted(&name.value);
        let (message, help) = match scope.period(name.value.trim()) {
            Some(NamedPeriod::One { span, .. }) => return self.depend_on(Some(span)),
            Some(NamedPeriod::Several) => (
                message!(
                    "‘{shown}’(이)라는 기간이 여럿이고 서로 다릅니다",
                    "several periods are named `{shown}`, and they differ"
                ),
                message!("서로 다른 이름을 붙이십시오.", "give them different names"),
            ),
            None if !self.manuscript.sound => return self.depend_on(None),
            None => (
                message!("‘{shown}’(이)라는 기간이 없습니다", "there is no period named `{shown}`"),
                match nearest(&name.value, scope.period_names()) {
                    Some(near) => message!("‘{near}’ 아닙니까?", "did you mean `{near}`?"),
                    None if scope.period_names().next().is_none() => message!(
                        "기간에 이름을 붙이십시오: \"period\": {{ …, \"name\": \"사업기간\" }}",
                        "give a period a name: \"period\": {{ …, \"name\": \"사업기간\" }}"
                    ),
                    None => {
                        let all = listed(scope.period_names());
                        message!("쓸 수 있는 이름: {all}", "known names: {all}")
                    }
                },
            ),
        };
        self.error(Form::UnknownPeriod, name.span, message, Some(help));
    }
}
