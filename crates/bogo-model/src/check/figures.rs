//! Whether figures add up and agree (검산).

pub(super) mod share;

use rust_decimal::Decimal;

use super::unproved::unproved;
use super::writing::Reading;
use crate::check::rules;
use crate::diagnostic::{Diagnostic, Form, Message, keep};
use crate::figures::{
    COST, Figures, MarkSlip, NamedFigure, Proof, ProofKind, Quantity, Slip, SlipReason,
    UnknownLine, literal, slips,
};
use crate::format::{Block, Budget, Project, Staff, StaffView, each_block};
use crate::json::{Documents, Span};
use crate::korean;
use crate::korean::numbers::loose_number_at_start;
use crate::manuscript::Manuscript;
use crate::message;
use crate::nearest::nearest;
use crate::quoting::{listed, quoted};
use crate::rule::Rule;

/// The most places of parts that a finding shows.
const MOST_PLACES: usize = 8;

/// The most values of a line that a finding shows.
const MOST_VALUES: usize = 30;

/// The line of a budget out of which projects are paid.
const PROJECT_LINE: &str = "정책사업비";

/// What proofs show to be wrong, by one reading of them all.
pub(super) fn findings(figures: &Figures, documents: &Documents) -> Vec<Diagnostic> {
    let is_typed = |figure: &Quantity| is_typed(figure, documents);
    let wrong = slips(&figures.proofs.made, &is_typed);
    wrong.iter().map(|slip| slip_of(slip, documents)).collect()
}

/// What is wrong with the marks of sums, and with the names of lines.
pub(super) fn faults(figures: &Figures, documents: &Documents) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    figures.slips.iter().for_each(|slip| keep(&mut faults, || slipped(slip, documents)));
    let unknown = figures.unknown_lines.iter();
    unknown.for_each(|line| keep(&mut faults, || unknown_line(line, documents)));
    faults
}

/// What could not be proved.
pub(super) fn refused(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let refused = reading.figures.proofs.refused.iter();
    refused.map(|figure| unproved(figure, &reading.manuscript.documents)).collect()
}

/// What is wrong with budgets and tables of staff.
pub(super) fn of_budgets(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let Reading { manuscript, report, figures, .. } = reading;
    let documents = &manuscript.documents;
    let mut found = Vec::new();
    let sections = manuscript.all_sections(report);
    let staff = sections.iter().find_map(|section| section.staff.as_ref());
    let projects = manuscript.projects.values().map(|project| (&project.body, false));
    let bodies = sections.iter().map(|section| (&section.body, true)).chain(projects);
    for (body, of_section) in bodies {
        each_block(body, &mut |block| match block {
            Block::Budget(budget) => {
                if of_section {
                    found.extend(over_budget(budget, manuscript, figures));
                }
                found.extend(other_basis(budget, documents));
            }
            Block::Staff(view) => {
                let staff = staff.filter(|_| of_section);
                found.extend(staff.and_then(|staff| hidden_grade(view, staff, documents)));
            }
            Block::Item(_)
            | Block::Note(_)
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Box(_)
            | Block::Pictures(_)
            | Block::Table(_)
            | Block::Schedule(_)
            | Block::Funding(_)
            | Block::Organisation(_)
            | Block::Duties(_)
            | Block::ProjectList(_) => {}
        });
    }
    found
}

/// The rule that makes such proofs.
fn rule_of(kind: ProofKind) -> &'static Rule {
    match kind {
        ProofKind::Sum => &rules::SUM,
        ProofKind::Change => &rules::CHANGE,
        ProofKind::ChangeRate => &rules::CHANGE_RATE,
        ProofKind::Share => &share::SHARE,
        ProofKind::AtMost => &rules::AT_MOST,
        ProofKind::SameFigure => &rules::SAME_FIGURE,
        ProofKind::UnitConversion => &rules::UNIT_CONVERSION,
    }
}

/// Whether the figure's number is what is typed at its place, not reckoned
/// from it.
fn is_typed(figure: &Quantity, documents: &Documents) -> bool {
    let text = &documents.get(figure.span.file).text;
    let typed = text.get(figure.span.start as usize..figure.span.end as usize);
    let typed = typed.map(|typed| typed.trim_start_matches(['"', ' ']));
    let is_dash = figure.value.is_zero() && typed.is_some_and(|typed| typed.starts_with("-\""));
    is_dash || typed.and_then(loose_number_at_start).is_some_and(|(value, _)| value == figure.value)
}

/// The finding of a slip: the figure that is wrong, where proofs that fail
/// together tell it; else what is stated.
fn slip_of(slip: &Slip<'_>, documents: &Documents) -> Diagnostic {
    let culprit = slip.culprit.as_ref();
    let is_own = |proof: &&&Proof| culprit.is_some_and(|(own, _)| own.span == proof.stated.span);
    let own = slip.proofs.iter().find(is_own);
    let (mut found, told) = match (culprit, own) {
        (Some((figure, value)), None) => (wrong_part(figure, *value, slip, documents), None),
        _ => {
            let told = own.unwrap_or(&slip.proofs[0]);
            (disproved(told, documents), Some(told.stated.span))
        }
    };
    let mut others: Vec<&Proof> = Vec::new();
    for proof in &slip.proofs {
        let span = proof.stated.span;
        if Some(span) != told && others.iter().all(|other| other.stated.span != span) {
            others.push(proof);
        }
    }
    for proof in others.into_iter().take(MOST_PLACES) {
        let value = korean::number(proof.stated.value);
        let (name, place) = (&proof.name, documents.place(proof.stated.span));
        let message = match proof.kind {
            ProofKind::SameFigure | ProofKind::UnitConversion if culprit.is_none() => {
                message!("여기도 {value}입니다", "{value} is said here, too")
            }
            _ => message!("‘{name}’ {value}도 맞게 됩니다", "then `{name}` {value} is right, too"),
        };
        found = found.with_related(place, message);
    }
    found
}

/// A figure that is wrong because all that it is a part of is.
fn wrong_part(
    figure: &Quantity,
    value: Decimal,
    slip: &Slip<'_>,
    documents: &Documents,
) -> Diagnostic {
    let unit = figure.shown_unit();
    let value = korean::number(tidy(value));
    let written = korean::number(figure.value);
    let (proof, count) = (slip.proofs[0], slip.proofs.len());
    let name = &proof.name;
    let message = message!(
        "이 수가 틀린 것으로 보입니다 – ‘{written}{unit}’을(를) ‘{value}{unit}’(으)로 고치면 ‘{name}’ 등 {count}곳이 모두 맞습니다",
        "this figure seems to be wrong: {written}{unit}; with {value}{unit} `{name}` and all {count} places agree"
    );
    let help = message!(
        "맞는 값: {value}. 이 수가 맞으면 아래의 합계나 증감을 모두 고치십시오.",
        "{value} would agree; if the figure is right, mend all of the places below"
    );
    rule_of(proof.kind).finding(documents.place(figure.span), message).with_help(help)
}

/// A figure that is not what it has to be.
fn disproved(proof: &Proof, documents: &Documents) -> Diagnostic {
    let stated = &proof.stated;
    let shown = |value: Decimal| format!("{}{}", korean::number(value), stated.shown_unit());
    let written = shown(stated.value);
    // What is compared as it stands keeps the unit that it has there.
    let other = proof.parts.first().filter(|part| {
        let repeats = matches!(proof.kind, ProofKind::SameFigure | ProofKind::AtMost);
        repeats && !part.shown_unit().is_empty() && !part.converts_to(&stated.unit)
    });
    let unit = other.map_or(stated.shown_unit(), Quantity::shown_unit);
    let expected = format!("{}{unit}", korean::number(tidy(proof.expected)));
    let difference = shown((stated.value - proof.expected).abs().normalize());
    let more = stated.value > proof.expected;
    let (korean_more, english_more) = if more { ("많음", "more") } else { ("적음", "less") };
    let name = &proof.name;
    let message = match proof.kind {
        ProofKind::Share => share::said(name, &written, &expected),
        ProofKind::Change => message!(
            "증감이 맞지 않습니다 – ‘{name}’ {written}, 계산하면 {expected} ({difference} {korean_more})",
            "`{name}` says {written}, but the change is {expected} ({difference} {english_more})"
        ),
        ProofKind::ChangeRate => message!(
            "증감률이 맞지 않습니다 – ‘{name}’ {written}, 계산하면 {expected}",
            "`{name}` says {written}, but the rate of change is {expected}"
        ),
        ProofKind::AtMost if proof.parts.len() > 1 => message!(
            "일부를 더하면 전체보다 많습니다 – ‘{name}’ {expected}, 더하면 {written} ({difference} 많음)",
            "the parts add up to {written}, but `{name}` is {expected} ({difference} more)"
        ),
        ProofKind::AtMost => message!(
            "넘지 않아야 하는 수치보다 많습니다 – 여기는 {written}, ‘{name}’ {expected} ({difference} 많음)",
            "here {written} is said, but `{name}` is {expected} ({difference} more)"
        ),
        ProofKind::SameFigure | ProofKind::UnitConversion => message!(
            "같은 수치가 다릅니다 – 여기는 {written}, ‘{name}’ {expected} ({difference} {korean_more})",
            "here {written} is said, but `{name}` is {expected} ({difference} {english_more})"
        ),
        _ => message!(
            "합계가 부분의 합과 다릅니다 – ‘{name}’ {written}, 더하면 {expected} ({difference} {korean_more})",
            "`{name}` says {written}, but its parts add up to {expected} ({difference} {english_more})"
        ),
    };
    let place = documents.place(stated.span);
    let help = remedy(proof, place.pointer().contains("/rows/"));
    let mut diagnostic = rule_of(proof.kind).finding(place, message).with_help(help);
    for (span, message) in places(proof, documents) {
        diagnostic = diagnostic.with_related(documents.place(span), message);
    }
    diagnostic
}

/// What to do about a figure that is not what it has to be.
fn remedy(proof: &Proof, is_in_table: bool) -> Message {
    let figure = korean::number(tidy(proof.expected));
    let stated = &proof.stated;
    let is_negative = proof.expected.is_sign_negative();
    match proof.kind {
        ProofKind::SameFigure | ProofKind::UnitConversion => message!(
            "맞는 값: {figure}. 저곳이 틀렸으면 저곳을 고치십시오. 글에서 이름으로 부르면({{=이름}}) 늘 같습니다.",
            "{figure} would agree, or mend the other place; a figure that is called by its name is always the same"
        ),
        ProofKind::AtMost if proof.parts.len() > 1 => message!(
            "틀린 수를 고치십시오. 서로 겹치는 것이면 {{일부=이름:…}}(\"part_of\") 대신 {{이하=이름:…}}(\"at_most\")를 씁니다.",
            "mend what is wrong; parts that overlap are {{이하=이름:…}} (`at_most`), not {{일부=이름:…}} (`part_of`)"
        ),
        ProofKind::AtMost => message!(
            "{figure} 이하로 고치거나, 저곳이 틀렸으면 저곳을 고치십시오.",
            "write {figure} or less, or mend the other place"
        ),
        ProofKind::Change | ProofKind::ChangeRate
            if !stated.value.is_zero() && stated.value.is_sign_negative() && !is_negative =>
        {
            message!(
                "맞는 값: {figure}. 줄어든 것이 아니므로 앞의 △나 뒤의 ‘감소’ 같은 낱말이 있으면 빼거나 ‘증가’로 고치십시오.",
                "{figure} would agree; it is no fall: take away the sign before it, or a word such as 감소"
            )
        }
        ProofKind::Change | ProofKind::ChangeRate
            if !stated.value.is_zero() && stated.value.is_sign_negative() != is_negative =>
        {
            message!(
                "맞는 값: {figure}. 부호나 뒤의 낱말(증가, 감소)이 반대인지도 보십시오.",
                "{figure} would agree; see whether the sign, or a word such as 증가 or 감소, says the contrary"
            )
        }
        ProofKind::Change | ProofKind::ChangeRate | ProofKind::Share => message!(
            "맞는 값: {figure}. 두 값 가운데 하나가 틀렸으면 그것을 고치십시오.",
            "{figure} would agree; if one of the two is wrong, mend that"
        ),
        _ if is_in_table => message!(
            "맞는 값: {figure}. 부분이 틀렸으면 부분을 고치십시오. 더할 것이 아니면 행에 \"sums\": \"none\", 열에 \"adds\": false를 쓰십시오.",
            "{figure} would agree; if a part is wrong, mend the part. What is no sum says so: `\"sums\": \"none\"` of a row, `\"adds\": false` of a column"
        ),
        _ => message!(
            "맞는 값: {figure}. 부분이 틀렸으면 부분을 고치십시오.",
            "{figure} would agree; if a part is wrong, mend the part"
        ),
    }
}

/// The value without zeros at its end, unless they say to how many decimals
/// it is rounded.
fn tidy(value: Decimal) -> Decimal {
    if value.scale() <= 1 { value } else { value.normalize() }
}

/// Where the parts stand, those that stand on a line together.
fn places(proof: &Proof, documents: &Documents) -> Vec<(Span, Message)> {
    let mut groups: Vec<Vec<&Quantity>> = Vec::new();
    for part in &proof.parts {
        let near = groups.last().and_then(|group| group.last()).is_some_and(|last| {
            let (from, to) = (last.span.end, part.span.start);
            let text = &documents.get(part.span.file).text;
            last.span.file == part.span.file
                && text.get(from as usize..to as usize).is_some_and(|gap| !gap.contains('\n'))
        });
        match groups.last_mut().filter(|_| near) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
    }
    let rest = groups.len().saturating_sub(MOST_PLACES);
    let shown = groups.iter().take(MOST_PLACES).enumerate();
    let place = |(index, group): (usize, &Vec<&Quantity>)| {
        let span = Span { end: group[group.len() - 1].span.end, ..group[0].span };
        let shown = group.iter().take(MOST_VALUES);
        let mut values: Vec<String> = shown.map(|part| korean::number(part.value)).collect();
        values.extend((group.len() > MOST_VALUES).then(|| "…".to_owned()));
        let sign = if proof.kind == ProofKind::Sum { " + " } else { ", " };
        let words = values.join(sign);
        let last = index + 1 == MOST_PLACES && rest > 0;
        let message = match (proof.kind, index) {
            _ if last => message!("{words}, 그리고 {rest}곳 더", "{words}, and {rest} places more"),
            (ProofKind::Change | ProofKind::ChangeRate, 0)
                if group.len() == 1 && proof.parts.len() == 2 =>
            {
                message!("지금 {words}", "now {words}")
            }
            (ProofKind::Change | ProofKind::ChangeRate, _)
                if group.len() == 1 && proof.parts.len() == 2 =>
            {
                message!("앞서 {words}", "before {words}")
            }
            _ => message!("{words}", "{words}"),
        };
        (span, message)
    };
    shown.map(place).collect()
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

/// Projects that together cost more than the budget has for projects.
fn over_budget(budget: &Budget, manuscript: &Manuscript, figures: &Figures) -> Option<Diagnostic> {
    let column = literal(budget.columns.value.first()?);
    let unit = literal(&budget.unit);
    let lines = budget.departments.iter().flat_map(|department| &department.lines);
    let own: Vec<_> = lines
        .filter(|line| literal(&line.name).replace(' ', "") == PROJECT_LINE)
        .filter_map(|line| line.amounts.value.first())
        .collect();
    let place = own.first()?.span;
    let has: Decimal = own.iter().map(|figure| figure.value.amount()).sum();
    let of_column = |project: &Project| {
        let scope = figures.scope(project.span);
        let year = year_of(&column);
        let is_own = |name: &&str| {
            let own = name.strip_prefix(COST).and_then(|rest| rest.strip_prefix('.'));
            own.is_some_and(|own| own == column || year.is_some() && year_of(own) == year)
        };
        match scope.own(scope.own_names().find(is_own)?)? {
            NamedFigure::One(cost) => Some(cost.clone()),
            NamedFigure::Several => None,
        }
    };
    let costs: Vec<Quantity> = manuscript.projects.values().filter_map(of_column).collect();
    let cost: Decimal = costs.iter().map(|cost| cost.value_in(&unit)).sum();
    if cost <= has {
        return None;
    }
    let over = korean::number((cost - has).normalize());
    let (cost, has) = (korean::number(cost.normalize()), korean::number(has));
    let message = message!(
        "사업들의 {column} 소요예산을 더하면 {cost}{unit}인데 {PROJECT_LINE} {has}{unit}보다 {over}{unit} 많습니다",
        "the projects cost {cost}{unit} in {column}, {over}{unit} more than the {has}{unit} that the budget has for them"
    );
    let help = message!(
        "소요예산이나 예산을 고치십시오. 다른 부서나 기금에서 쓰는 사업이 있으면 \"$allow\"에 까닭을 적으십시오.",
        "mend one of them; if another department pays, say so in `$allow`"
    );
    let documents = &manuscript.documents;
    let mut found = rules::OVER_BUDGET.finding(documents.place(place), message).with_help(help);
    for quantity in costs.iter().take(MOST_PLACES) {
        let words = format!("{}{}", korean::number(quantity.value), quantity.unit);
        let table = Span { end: quantity.span.start + 1, ..quantity.span };
        let message = message!("{column} {words}", "{words} in {column}");
        found = found.with_related(documents.place(table), message);
    }
    Some(found)
}

/// The year that a column's name begins with: 2024년, ’24년, 2024.
fn year_of(column: &str) -> Option<u32> {
    let digits = column.trim_start_matches('’');
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let year: u32 = digits[..end].parse().ok()?;
    match end {
        4 => Some(year),
        2 if column.starts_with('’') => Some(2000 + year),
        _ => None,
    }
}

/// A budget that is compared with one on another basis.
fn other_basis(budget: &Budget, documents: &Documents) -> Option<Diagnostic> {
    let [now, before] = budget.columns.value.as_slice() else { return None };
    // Words for the same basis stand in one list. Supplementary budgets are
    // compared with what was before them, and have none.
    let bases: [&[&str]; 3] = [&["당초", "본예산"], &["최종"], &["결산"]];
    let (first, second) = (literal(now), literal(before));
    let basis = |column: &str| {
        let column = column.replace(' ', "");
        bases.iter().position(|words| words.iter().any(|word| column.contains(word)))
    };
    let is_bare = |column: &str| {
        let rest = column.trim_start_matches(|c: char| c.is_ascii_digit() || c == '’');
        matches!(rest.replace(' ', "").as_str(), "년" | "년도" | "년예산" | "년도예산" | "")
    };
    let (own, other) = (basis(&first), basis(&second));
    let differ = match (own, other) {
        (Some(own), Some(other)) => own != other,
        (Some(_), None) => is_bare(&second),
        (None, Some(_)) => is_bare(&first),
        (None, None) => false,
    };
    if !differ {
        return None;
    }
    let message = message!(
        "두 예산의 기준이 다릅니다 – ‘{first}’ 옆에 ‘{second}’",
        "the two budgets are on different bases: `{first}` beside `{second}`"
    );
    let help = message!(
        "같은 기준끼리(당초예산과 당초예산, 최종예산과 최종예산) 견주거나, 두 열에 모두 기준을 밝히십시오.",
        "compare budgets on the same basis, or name the basis of both"
    );
    let (marked, bare) = if other.is_some() { (before, now) } else { (now, before) };
    let note = match own.is_some() && other.is_some() {
        true => message!("이쪽은 다른 기준입니다", "this is on another basis"),
        false => message!("이쪽에는 기준이 없습니다", "this says nothing of its basis"),
    };
    let found = rules::BUDGET_BASIS.finding(documents.place(marked.span), message).with_help(help);
    Some(found.with_related(documents.place(bare.span), note))
}

/// A table of staff that leaves out a grade that has people: its columns do
/// not add up to its total.
fn hidden_grade(view: &StaffView, staff: &Staff, documents: &Documents) -> Option<Diagnostic> {
    let shown = view.grades.as_ref()?;
    let is_shown = |grade: &str| shown.iter().any(|shown| shown.value == grade);
    let people = |index: usize| -> u64 {
        let counts = staff.units.iter().flat_map(|unit| unit.quota.iter().chain([&unit.current]));
        counts.filter_map(|counts| counts.value.get(index)).map(|c| u64::from(c.value)).sum()
    };
    let hidden: Vec<(usize, &str)> = staff
        .grades
        .iter()
        .enumerate()
        .map(|(index, grade)| (index, grade.value.as_str()))
        .filter(|(index, grade)| !is_shown(grade) && people(*index) > 0)
        .collect();
    let (first, grade) = hidden.first()?;
    let (count, others) = (hidden.len(), hidden.len() - 1);
    let message = match others {
        0 => message!(
            "보이지 않는 직급에 사람이 있어, 보이는 칸을 더해도 합계가 되지 않습니다: {grade}",
            "the table leaves out {grade}, which has people, so that its columns do not make its total"
        ),
        _ => message!(
            "보이지 않는 직급에 사람이 있어, 보이는 칸을 더해도 합계가 되지 않습니다: {grade} 등 {count}가지",
            "the table leaves out {grade} and {others} more grades that have people"
        ),
    };
    let help = message!(
        "\"grades\"에 넣거나(\"{grade}\") \"grades\"를 지우십시오.",
        "add \"{grade}\" to `grades`, or leave `grades` out"
    );
    let span = Span { end: shown.last()?.span.end, ..shown.first()?.span };
    let place = staff.grades[*first].span;
    let note = message!("이 직급입니다", "this grade");
    let found = rules::HIDDEN_GRADE.finding(documents.place(span), message).with_help(help);
    Some(found.with_related(documents.place(place), note))
}
