//! Figures that texts and values call by their names: that there are such.

use super::found::{Found, Notes};
use super::here::Here;
use crate::diagnostic::{Form, Message};
use crate::figures::{FIGURE_KINDS, NamedFigure, NamedPeriod, Scope};
use crate::format::Text;
use crate::json::{Span, Spanned};
use crate::korean::numbers::number_at_start;
use crate::korean::time::LengthUnit;
use crate::korean::units::unit_at_start;
use crate::message;
use crate::nearest::nearest;
use crate::quoting::{listed, quoted};

/// A name that says of what figure a value is.
pub(super) fn called(name: &Spanned<String>, here: &Here<'_>) -> Found<()> {
    figure(&name.value, name.span, || name.span, false, here)
}

/// The figure with this name that the run at `index` of a text calls.
pub(super) fn figure_of_run(name: &str, text: &Text, index: usize, here: &Here<'_>) -> Found<()> {
    let place = || here.documents().typed_mark(text.span, text.runs[index].at.clone());
    figure(name, text.span, place, true, here)
}

/// Finds the figure with this name, called at `at`; `place` is where the call
/// is typed, which may be a mark in a text.
fn figure(
    name: &str,
    at: Span,
    place: impl Fn() -> Span,
    is_mark: bool,
    here: &Here<'_>,
) -> Found<()> {
    let mut notes = Notes::default();
    let scope = here.scope.at(at);
    // What names the figure may be what could not be read.
    let kind = name.split('.').next().unwrap_or(name);
    match scope.get(name) {
        Some(NamedFigure::One(figure)) => notes.depend_on(Some(figure.span)),
        Some(NamedFigure::Several) => {
            let name = quoted(name);
            let message = message!(
                "‘{name}’(이)라는 수치가 여러 곳에 있고 서로 다릅니다",
                "several figures are named `{name}`, and they differ"
            );
            let help = message!(
                "어느 것인지 알 수 없으므로 수치를 직접 쓰십시오.",
                "type the figure itself, as it cannot be told which is meant"
            );
            notes.error(Form::AmbiguousFigure, place(), message, Some(help));
        }
        None if !here.is_sound() && FIGURE_KINDS.contains(&kind) => notes.depend_on(None),
        None => match more_than_a_number(name).filter(|_| is_mark) {
            Some((typed, number)) => {
                let message = message!(
                    "쌍점 뒤에는 수만 적습니다: ‘{typed}’",
                    "only a number stands behind the colon: `{typed}`"
                );
                let help = message!(
                    "{number}만 적으십시오. +는 빼고, %나 단위는 중괄호 뒤에 씁니다.",
                    "write {number}, without +; % and units stand behind the brace"
                );
                notes.error(Form::TextMark, place(), message, Some(help));
            }
            None => {
                let help = known(name, scope);
                let name = quoted(name);
                let message = message!(
                    "‘{name}’(이)라는 수치가 없습니다",
                    "there is no figure named `{name}`"
                );
                notes.error(Form::UnknownFigure, place(), message, Some(help));
            }
        },
    }
    notes.with(())
}

/// What may have been meant by a name that no figure has.
fn known(name: &str, scope: Scope<'_>) -> Message {
    let names = || scope.names();
    match nearest(name, names()) {
        _ if is_open(name, scope) => message!(
            "이 기간에는 끝이 없어 길이도 없습니다. 기간에 \"to\"를 쓰십시오.",
            "this period has no end, and so no length; give it a `to`"
        ),
        Some(near) => message!("{{={near}}} 아닙니까?", "did you mean {{={near}}}?"),
        None if names().next().is_none() => message!(
            "이 보고서에는 이름 붙은 수치가 없습니다. 수치를 직접 쓰십시오.",
            "no table of this report has figures with names; type the figure itself"
        ),
        None => {
            let all = listed(names());
            message!("쓸 수 있는 이름: {all}", "known names: {all}")
        }
    }
}

/// Whether a name is that of the length of a period without an end.
fn is_open(name: &str, scope: Scope<'_>) -> bool {
    let period = name
        .rsplit_once('.')
        .filter(|(_, unit)| LengthUnit::ALL.iter().any(|known| known.word() == *unit));
    let period = period.and_then(|(period, _)| scope.period(period));
    matches!(period, Some(NamedPeriod::One { to: None, .. }))
}

/// What stands behind the last colon of a name, where it is a number with a
/// plus, a percent sign or a unit, and that number: `전체:45.8%`.
fn more_than_a_number(name: &str) -> Option<(&str, &str)> {
    let typed = name.rsplit_once(':')?.1.trim();
    let begin = typed.trim_start_matches(['+', '＋']);
    let (_, length) = number_at_start(begin)?;
    let rest = begin[length..].trim();
    let is_more = matches!(rest, "%" | "％" | "%p" | "") || unit_at_start(rest) == Some(rest);
    is_more.then_some((typed, &begin[..length]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_more_behind_a_colon_is_told_from_a_name() {
        for (name, found) in [
            ("전체:45.8%", Some(("45.8%", "45.8"))),
            ("작년:+143", Some(("+143", "143"))),
            ("작년: 1,200명", Some(("1,200명", "1,200"))),
            ("표.12:30분기", None),
            ("표.가:나", None),
            ("전체", None),
        ] {
            assert_eq!(more_than_a_number(name), found, "{name}");
        }
    }
}
