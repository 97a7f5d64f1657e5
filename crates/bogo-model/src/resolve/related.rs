//! Figures that marks in texts say of others: shares, changes, parts.

use super::context::Context;
use crate::diagnostic::Form;
use crate::figures::NamedFigure;
use crate::format::{Relation, RelationMark, Text};
use crate::json::Span;
use crate::message;

impl Context<'_> {
    /// Reports a mark, the run of a text, that cannot be read, calls a figure
    /// that there is not, or cannot be computed.
    pub(super) fn check_relation(&mut self, mark: &RelationMark, text: &Text, run: usize) {
        let at = text.runs[run].at.clone();
        let place = self.manuscript.documents.typed_mark(text.span, at.clone());
        let mut is_told = false;
        if !mark.of.is_empty() || mark.relation != Relation::Share {
            match self.scope.at(text.span).expression(mark) {
                Some(expression) => {
                    for name in expression.names() {
                        self.check_figure(name, text.span, Some((text, run)));
                        let figure = self.scope.at(text.span).get(name);
                        is_told |= !matches!(figure, Some(NamedFigure::One(_)));
                    }
                }
                None => {
                    self.unreadable_relation(mark, place);
                    is_told = true;
                }
            }
        }
        let is_known = mark.stated.is_some() || self.scope.related(text, at.start).is_some();
        if !is_known && !is_told {
            let word = mark.relation.word();
            let message =
                message!("‘{word}’을(를) 계산할 수 없습니다", "{{{word}}} cannot be computed");
            let help = message!(
                "나누는 수가 0이거나 음수가 아닌지, 앞의 △나 뒤의 ‘감소’가 늘어난 것에 붙지 않았는지, 이름 없이 쓴 것이면 같은 줄에서 그 앞에 {{몫:…}}이나 {{일부=…:…}}가 있는지 보십시오.",
                "see whether it is a rate of nothing or of less than nothing, or said to fall where it rises; without names it is the share of the {{몫:…}} or {{일부=…:…}} before it on its line"
            );
            self.error(Form::NothingToCompute, place, message, Some(help));
        }
    }

    fn unreadable_relation(&mut self, mark: &RelationMark, place: Span) {
        let (word, of) = (mark.relation.word(), &mark.of);
        let message = message!(
            "{{{word}={of}}}: 무엇의 {word}인지 읽을 수 없습니다",
            "it cannot be read what {{{word}={of}}} is of"
        );
        let help = match mark.relation.is_of_two() {
            true => message!(
                "{{{word}=앞/뒤}}처럼 두 수치의 이름 사이에 빗금을 하나 씁니다. 더하거나 뺄 것은 괄호로 묶습니다: {{{word}=(전체-미보상)/전체}}",
                "name two figures with a stroke between them: {{{word}=앞/뒤}}; sums and differences stand in brackets: {{{word}=(전체-미보상)/전체}}"
            ),
            false => message!(
                "{{{word}=이름:36}}처럼 수치의 이름을 씁니다. 더하거나 뺄 것은 괄호로 묶습니다: {{{word}=(남+여):36}}",
                "name a figure: {{{word}=이름:36}}; sums and differences stand in brackets: {{{word}=(남+여):36}}"
            ),
        };
        self.error(Form::TextMark, place, message, Some(help));
    }
}
