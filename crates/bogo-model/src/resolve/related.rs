//! Figures that marks in texts say of others: shares, changes, parts.

use super::called::figure_of_run;
use super::found::{Found, Notes};
use super::here::Here;
use crate::diagnostic::{Form, Message};
use crate::format::{Relation, RelationMark, Text};
use crate::message;

/// Finds what a mark, the run at `index` of a text, is of. One that cannot be
/// read, calls a figure that there is not, or cannot be computed is reported.
pub(super) fn relation(
    mark: &RelationMark,
    text: &Text,
    index: usize,
    here: &Here<'_>,
) -> Found<()> {
    let mut notes = Notes::default();
    let scope = here.scope.at(text.span);
    let at = &text.runs[index].at;
    let place = || here.documents().typed_mark(text.span, at.clone());
    let mut is_told = false;
    if !mark.of.is_empty() || mark.relation != Relation::Share {
        match scope.expression(mark) {
            Some(expression) => {
                for name in expression.names() {
                    notes.take(figure_of_run(name, text, index, here));
                    is_told |= scope.one(name).is_none();
                }
            }
            None => {
                let (message, help) = unreadable(mark);
                notes.error(Form::TextMark, place(), message, Some(help));
                is_told = true;
            }
        }
    }
    let is_known = mark.stated.is_some() || scope.related(text, at.start).is_some();
    if !is_known && !is_told {
        let word = mark.relation.word();
        let message =
            message!("‘{word}’을(를) 계산할 수 없습니다", "{{{word}}} cannot be computed");
        let help = message!(
            "나누는 수가 0이거나 음수가 아닌지, 앞의 △나 뒤의 ‘감소’가 늘어난 것에 붙지 않았는지, 이름 없이 쓴 것이면 같은 줄에서 그 앞에 {{몫:…}}이나 {{일부=…:…}}가 있는지 보십시오.",
            "see whether it is a rate of nothing or of less than nothing, or said to fall where it rises; without names it is the share of the {{몫:…}} or {{일부=…:…}} before it on its line"
        );
        notes.error(Form::NothingToCompute, place(), message, Some(help));
    }
    notes.with(())
}

/// That a mark cannot be read, and how it is written.
fn unreadable(mark: &RelationMark) -> (Message, Message) {
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
    (message, help)
}
