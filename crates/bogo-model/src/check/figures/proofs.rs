//! Proofs that fail, by one reading of them all. The rule of each proof is
//! asked what is to be said of it.

use rust_decimal::Decimal;

use super::failed::{Failed, Said, tidy};
use super::{at_most, change, change_rate, same_figure, share, sum, unit_conversion};
use crate::diagnostic::rule::Rule;
use crate::diagnostic::{Diagnostic, Message};
use crate::figures::{Proof, ProofKind, Proofs, Quantity, Slip, slips};
use crate::json::Documents;
use crate::korean;
use crate::korean::numbers::loose_number_at_start;
use crate::message;

/// The most further proofs that a finding shows.
const MOST_OTHERS: usize = 8;

/// A rule whose figures are proved, and what it says of proofs that fail.
pub(super) struct ProofRule {
    /// The rule.
    pub rule: &'static Rule,
    /// What is said of the figure that is wrong.
    pub said: fn(&Failed<'_>) -> Said,
    /// What is said of the figure of a further proof that fails with it.
    pub also: fn(&Proof) -> Message,
}

/// The rule that is about proofs of this kind.
fn rule_of(kind: ProofKind) -> &'static ProofRule {
    match kind {
        ProofKind::Sum => &sum::PROOFS,
        ProofKind::Change => &change::PROOFS,
        ProofKind::ChangeRate => &change_rate::PROOFS,
        ProofKind::Share => &share::PROOFS,
        ProofKind::AtMost => &at_most::PROOFS,
        ProofKind::SameFigure => &same_figure::PROOFS,
        ProofKind::UnitConversion => &unit_conversion::PROOFS,
    }
}

/// What proofs show to be wrong: figures that are one slip are one finding.
pub(super) fn findings(proofs: &Proofs, documents: &Documents) -> Vec<Diagnostic> {
    let is_typed = |figure: &Quantity| is_typed(figure, documents);
    let wrong = slips(&proofs.made, &is_typed);
    wrong.iter().map(|slip| slip_of(slip, documents)).collect()
}

/// Whether the figure's number is what is typed at its place, not reckoned
/// from it.
fn is_typed(figure: &Quantity, documents: &Documents) -> bool {
    let typed = documents.raw(figure.span).trim_start_matches(['"', ' ']);
    let is_dash = figure.value.is_zero() && typed.starts_with("-\"");
    is_dash || loose_number_at_start(typed).is_some_and(|(value, _)| value == figure.value)
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
    for proof in others.into_iter().take(MOST_OTHERS) {
        let message = match culprit {
            Some(_) => then_right(proof),
            None => (rule_of(proof.kind).also)(proof),
        };
        found = found.with_related(documents.place(proof.stated.span), message);
    }
    found
}

/// That a further figure is right when the one of the finding is.
pub(super) fn then_right(proof: &Proof) -> Message {
    let (name, value) = (&proof.name, korean::number(proof.stated.value));
    message!("‘{name}’ {value}도 맞게 됩니다", "then `{name}` {value} is right, too")
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
    rule_of(proof.kind).rule.finding(documents.place(figure.span), message).with_help(help)
}

/// A figure that is not what it has to be, in the words of its rule.
fn disproved(proof: &Proof, documents: &Documents) -> Diagnostic {
    let ProofRule { rule, said, .. } = rule_of(proof.kind);
    let Said { message, help, places } = said(&Failed::new(proof, documents));
    let place = documents.place(proof.stated.span);
    places.into_iter().fold(rule.finding(place, message).with_help(help), |found, (span, said)| {
        found.with_related(documents.place(span), said)
    })
}
