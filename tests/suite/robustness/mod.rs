//! Nothing that a file can say makes the program panic.
//!
//! Inputs are numbered, and a number always gives the same input, so that one
//! that fails can be looked at again: `BOGO_INPUT=1234` reads only that one and
//! leaves its files in the folder for temporary ones. `BOGO_INPUTS=1000000`
//! reads so many.

mod chance;
mod editions;
mod findings;
mod generate;
mod mutate;
mod odd;
mod pages;

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use chance::Chance;
use editions::{Edition, editions};
use generate::Generator;

/// How many inputs are read unless the environment says otherwise.
const USUAL_INPUTS: u64 = 10_000;

/// What inputs are made of.
struct Sources {
    editions: Vec<Edition>,
    generator: Generator,
}

impl Sources {
    fn new() -> Self {
        Self { editions: editions(), generator: Generator::new() }
    }

    /// The input with this number.
    fn input(&self, number: u64) -> Edition {
        let mut chance = Chance::new(number);
        let others = &self.editions;
        let mut edition = chance.pick(others).clone();
        match number % 5 {
            0 => mutate::structure(&mut edition, others, &mut chance),
            1 => mutate::bytes(&mut edition, &mut chance),
            2 => mutate::splice(&mut edition, others, &mut chance),
            3 => edition = self.generator.edition(&mut chance),
            _ => {
                mutate::structure(&mut edition, others, &mut chance);
                mutate::bytes(&mut edition, &mut chance);
            }
        }
        edition
    }
}

/// A number that the environment says.
fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

/// The numbers of the inputs that are wanted, of which one in so many is
/// taken; those of every kind are among them.
fn wanted(one_in: u64) -> Vec<u64> {
    match number("BOGO_INPUT") {
        Some(one) => vec![one],
        None => {
            let all = number("BOGO_INPUTS").unwrap_or(USUAL_INPUTS);
            (0..all / one_in).map(|index| index * one_in + index % one_in.min(5)).collect()
        }
    }
}

/// The inputs that made `read` panic, and why.
fn failures(numbers: Vec<u64>, read: impl Fn(u64) + Sync) -> Vec<String> {
    let failure = |number: u64| {
        let panic = catch_unwind(AssertUnwindSafe(|| read(number))).err()?;
        let words = panic.downcast_ref::<String>().map(String::as_str);
        let words = words.or(panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
        Some(format!("input {number}: {words}"))
    };
    numbers.into_par_iter().filter_map(failure).collect()
}

#[test]
fn whatever_an_edition_says_is_read_to_the_end_and_told() {
    let sources = Sources::new();
    let failures = failures(wanted(1), |number| {
        let input = sources.input(number);
        if self::number("BOGO_INPUT").is_some() {
            input.write(&std::env::temp_dir().join(format!("bogo-input-{number}")));
        }
        findings::read(input, number);
    });
    assert!(failures.is_empty(), "{}\n{} in all", failures.join("\n"), failures.len());
}
