//! What a rule knows of a proof that fails, and what it says of it.

use rust_decimal::Decimal;

use crate::diagnostic::Message;
use crate::figures::{Proof, Quantity};
use crate::json::{Documents, Span};
use crate::{korean, message};

/// The most places of parts that a finding shows.
const MOST_PLACES: usize = 8;

/// The most values of a line that a finding shows.
const MOST_VALUES: usize = 30;

/// What a rule says of a figure that is not what it has to be.
pub(super) struct Said {
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub help: Message,
    /// Where that stands which it follows from, and what is there.
    pub places: Vec<(Span, Message)>,
}

/// A proof that fails, in the pieces of which a rule makes its words.
pub(super) struct Failed<'p> {
    /// The proof.
    pub proof: &'p Proof,
    documents: &'p Documents,
}

impl<'p> Failed<'p> {
    /// A proof that fails, of figures in these documents.
    pub(super) fn new(proof: &'p Proof, documents: &'p Documents) -> Self {
        Self { proof, documents }
    }

    /// What the figure is called.
    pub(super) fn name(&self) -> &str {
        &self.proof.name
    }

    /// The figure as it is stated, with its unit.
    pub(super) fn written(&self) -> String {
        self.in_own_unit(self.proof.stated.value)
    }

    /// What it has to be, with its unit.
    pub(super) fn expected(&self) -> String {
        self.in_own_unit(tidy(self.proof.expected))
    }

    /// What it has to be, in the unit of the figure that it is compared with,
    /// where neither can be turned into the other: as it stands there.
    pub(super) fn expected_as_there(&self) -> String {
        let stated = &self.proof.stated;
        let other = self
            .proof
            .parts
            .first()
            .filter(|part| !part.shown_unit().is_empty() && !part.converts_to(&stated.unit));
        let unit = other.map_or(stated.shown_unit(), Quantity::shown_unit);
        format!("{}{unit}", self.right())
    }

    /// By how much it is wrong, with its unit.
    pub(super) fn difference(&self) -> String {
        self.in_own_unit((self.proof.stated.value - self.proof.expected).abs().normalize())
    }

    /// The number that would be right.
    pub(super) fn right(&self) -> String {
        korean::number(tidy(self.proof.expected))
    }

    /// What to do about it where it follows from two others.
    pub(super) fn one_of_two(&self) -> Message {
        let right = self.right();
        message!(
            "맞는 값: {right}. 두 값 가운데 하나가 틀렸으면 그것을 고치십시오.",
            "{right} would agree; if one of the two is wrong, mend that"
        )
    }

    /// Whether it is more or less than it has to be, in Korean and English.
    pub(super) fn more(&self) -> (&'static str, &'static str) {
        let is_more = self.proof.stated.value > self.proof.expected;
        if is_more { ("많음", "more") } else { ("적음", "less") }
    }

    /// Whether it stands in a row of a table.
    pub(super) fn is_in_table(&self) -> bool {
        self.documents.place(self.proof.stated.span).pointer().contains("/rows/")
    }

    fn in_own_unit(&self, value: Decimal) -> String {
        format!("{}{}", korean::number(value), self.proof.stated.shown_unit())
    }

    /// Where the parts stand, each place with its values between the signs.
    pub(super) fn places_joined(&self, sign: &str) -> Vec<(Span, Message)> {
        self.places(sign, |_, _, words| message!("{words}", "{words}"))
    }

    /// Where the parts stand, those that stand on a line together. `say` makes
    /// the words of a place: which it is, how many values stand there, and
    /// these between the signs.
    pub(super) fn places(
        &self,
        sign: &str,
        say: impl Fn(usize, usize, String) -> Message,
    ) -> Vec<(Span, Message)> {
        let groups = self.lines();
        let rest = groups.len().saturating_sub(MOST_PLACES);
        let place = |(index, group): (usize, &Vec<&Quantity>)| {
            let span = Span { end: group[group.len() - 1].span.end, ..group[0].span };
            let shown = group.iter().take(MOST_VALUES);
            let mut values: Vec<String> = shown.map(|part| korean::number(part.value)).collect();
            values.extend((group.len() > MOST_VALUES).then(|| "…".to_owned()));
            let words = values.join(sign);
            let last = index + 1 == MOST_PLACES && rest > 0;
            let message = match last {
                true => message!("{words}, 그리고 {rest}곳 더", "{words}, and {rest} places more"),
                false => say(index, group.len(), words),
            };
            (span, message)
        };
        groups.iter().take(MOST_PLACES).enumerate().map(place).collect()
    }

    /// The parts, those that stand on a line together.
    fn lines(&self) -> Vec<Vec<&Quantity>> {
        let mut groups: Vec<Vec<&Quantity>> = Vec::new();
        for part in &self.proof.parts {
            let near = groups.last().and_then(|group| group.last()).is_some_and(|last| {
                let (from, to) = (last.span.end, part.span.start);
                let text = &self.documents.get(part.span.file).text;
                last.span.file == part.span.file
                    && text.get(from as usize..to as usize).is_some_and(|gap| !gap.contains('\n'))
            });
            match groups.last_mut().filter(|_| near) {
                Some(group) => group.push(part),
                None => groups.push(vec![part]),
            }
        }
        groups
    }
}

/// The value without zeros at its end, unless they say to how many decimals
/// it is rounded.
pub(super) fn tidy(value: Decimal) -> Decimal {
    if value.scale() <= 1 { value } else { value.normalize() }
}
