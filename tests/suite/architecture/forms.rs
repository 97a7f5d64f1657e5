//! No kind of fault is declared that nothing finds.

use std::path::Path;

use bogo_model::check::find_rule;
use bogo_model::diagnostic::Form;

use super::source::{crates, is_of_name, sources};

#[test]
fn every_kind_of_fault_in_the_form_is_found_somewhere() {
    let of_crate = |name: String| sources(&name);
    let others = crates().into_iter().flat_map(of_crate);
    // There they are declared.
    let others = others.filter(|source| source.path != Path::new("diagnostic/code.rs"));
    let code: Vec<String> = others.map(|source| source.code).collect();
    for form in Form::ALL {
        let name = format!("Form::{form:?}");
        assert!(code.iter().any(|code| has_name(code, &name)), "no finding is {name}");
        assert!(find_rule(form.name()).is_err(), "{name} is a rule");
    }
}

/// Whether the code has the whole name: `Form::PeriodOrder` is no
/// `Form::Period`.
fn has_name(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| !code[at + name.len()..].starts_with(is_of_name))
}
