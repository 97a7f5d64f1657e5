//! What is wrong with the marks of sums, and with the names of lines of tables.

use crate::diagnostic::{Diagnostic, Form, keep};
use crate::figures::{Figures, MarkSlip, SlipReason, UnknownLine};
use crate::json::Documents;
use crate::message;
use crate::nearest::nearest;
use crate::quoting::{listed, quoted};

/// Marks that say nothing, and names that no line has.
pub(super) fn findings(figures: &Figures, documents: &Documents) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    figures.slips.iter().for_each(|slip| keep(&mut faults, || slipped(slip, documents)));
    let unknown = figures.unknown_lines.iter();
    unknown.for_each(|line| keep(&mut faults, || unknown_line(line, documents)));
    faults
}

/// A mark of a sum that says nothing.
fn slipped(slip: &MarkSlip, documents: &Documents) -> Diagnostic {
    let name = if slip.name.is_empty() { String::new() } else { format!(".{}", slip.name) };
    let (message, help) = match slip.reason {
        SlipReason::EmptyTotal => (
            message!("{{계{name}}}에 더할 부분이 없습니다", "the total {{계{name}}} has no parts"),
            message!(
                "같은 줄의 부분을 {{몫:…}}이나 {{하나:…}}로 표시하십시오. 다른 줄에 있으면 이름을 붙입니다: {{계.이름:…}}, {{몫.이름:…}}",
                "mark its parts on the same line as {{몫:…}} or {{하나:…}}; elsewhere with a name: {{계.이름:…}}, {{몫.이름:…}}"
            ),
        ),
        SlipReason::LonePart => (
            message!("{{몫{name}}}의 합계가 없습니다", "the part {{몫{name}}} has no total"),
            message!(
                "같은 줄의 합계를 {{계{name}:…}}로 표시하십시오.",
                "mark its total as {{계{name}:…}}"
            ),
        ),
        SlipReason::NotANumber => (
            message!("합계 표시 안에 숫자가 없습니다", "there is no number in this mark of a sum"),
            message!(
                "{{몫:36}}처럼 숫자를 넣으십시오. 이름을 셀 때에는 {{하나:…}}를 씁니다.",
                "write a number: {{몫:36}}; {{하나:…}} counts names"
            ),
        ),
        SlipReason::NothingToName => (
            message!(
                "이름을 붙일 숫자가 없습니다",
                "there is no number in this mark that gives a name"
            ),
            message!(
                "{{이름=상담:2,851}}처럼 수를 한 번 적습니다.",
                "write one number: {{이름=상담:2,851}}"
            ),
        ),
        SlipReason::TooLarge => (
            message!(
                "수가 너무 커서 더할 수 없습니다",
                "these figures are too large to be added up"
            ),
            message!("더 큰 단위로 적으십시오.", "use a larger unit"),
        ),
        SlipReason::UnknownFactor => (
            message!(
                "곱할 {{몫{name}:…}}이 앞에 없습니다",
                "there is no {{몫{name}:…}} before this to multiply by"
            ),
            message!(
                "{{몫.인원:2}}명-{{몫.상금:30×인원}}만원처럼 곱할 것을 먼저 쓰십시오.",
                "write it first: {{몫.인원:2}}명-{{몫.상금:30×인원}}만원"
            ),
        ),
    };
    Diagnostic::error(Form::SumMark, documents.place(slip.span), message).with_help(help)
}

/// A line of a table that there is not, or that several have the name of.
fn unknown_line(line: &UnknownLine, documents: &Documents) -> Diagnostic {
    let name = &line.name;
    let shown = quoted(name);
    let place = documents.place(line.span);
    if line.is_shared {
        let message = message!(
            "이런 이름의 행이나 열이 여럿입니다: {shown}",
            "several lines of the table are named `{shown}`"
        );
        let all = listed(line.known.iter().map(String::as_str));
        let help = message!(
            "번호(1부터)나 윗칸까지 이은 이름으로 쓰십시오. 쓸 수 있는 이름: {all}.",
            "write its number, counted from 1, or its name with those above it: {all}"
        );
        return Diagnostic::error(Form::UnknownLine, place, message).with_help(help);
    }
    let message = message!(
        "이런 이름의 행이나 열이 없습니다: {shown}",
        "no line of the table is named `{shown}`"
    );
    let help = match nearest(name, line.known.iter().map(String::as_str)) {
        Some(near) if near != name => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
        _ => {
            let all = listed(line.known.iter().map(String::as_str));
            message!(
                "쓸 수 있는 이름: {all}. 번호(1부터)로도 부를 수 있습니다.",
                "known names: {all}; a number, counted from 1, will do, too"
            )
        }
    };
    Diagnostic::error(Form::UnknownLine, place, message).with_help(help)
}
