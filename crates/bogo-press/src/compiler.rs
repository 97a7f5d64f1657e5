//! Driving the compiler: evaluating, and laying out until the pages settle.
//!
//! [`typst::compile`] does the same, but knows of no earlier pages: whatever
//! was edited, it lays out at least twice.

use std::collections::HashSet;
use std::sync::Arc;

use comemo::{Constraint, Track as _, Tracked};
use typst::World;
use typst::diag::{At as _, SourceDiagnostic, SourceResult};
use typst::ecow::EcoVec;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Module, Output as _, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector, MAX_ITERS, analyze};
use typst::syntax::{Source, Span};
use typst::utils::{Protected, hash128};
use typst_layout::{PagedDocument, PagedIntrospector};

/// Evaluates a file. What comes of it is remembered, and found by whatever
/// includes the file.
pub(crate) fn evaluate(
    world: &dyn World,
    source: &Source,
    sink: &mut Sink,
) -> SourceResult<Module> {
    typst_eval::eval(
        world.track(),
        world.library(),
        Traced::default().track(),
        sink.track_mut(),
        Route::default().track(),
        source,
    )
}

/// Evaluates the file with which the compiler begins.
pub(crate) fn content(world: &dyn World, sink: &mut Sink) -> SourceResult<Content> {
    let main = world.source(world.main()).at(Span::detached())?;
    Ok(evaluate(world, &main, sink).map_err(distinct)?.content())
}

/// Lays out content. If the pages of an `earlier` time are given, it begins with
/// these: an edit that moves nothing is laid out once. Where that does not lead to
/// pages without a fault, they are as if none had been given.
pub(crate) fn lay_out(
    world: &dyn World,
    content: &Content,
    earlier: Option<&PagedIntrospector>,
    sink: &mut Sink,
) -> SourceResult<PagedDocument> {
    if let Some(earlier) = earlier {
        let mut heard = Sink::new();
        let laid = settle(world, content, earlier, &mut heard);
        if let Ok((document, true)) = laid
            && heard.delayed().is_empty()
        {
            sink.extend_from_sink(heard);
            return Ok(document);
        }
    }
    let (document, _) = settle(world, content, &EmptyIntrospector, sink).map_err(distinct)?;
    // Errors that would not be any on other pages.
    let delayed = sink.delayed();
    if delayed.is_empty() { Ok(document) } else { Err(distinct(delayed)) }
}

/// Lays out content until its pages are what they say of themselves: that a
/// heading stands on page 7, say. They are laid out again as long as it is
/// otherwise than on those before, of which `first` are the first, but no more
/// often than the compiler does. Tells, too, whether they are so at last; if
/// not, the warnings say what differed.
fn settle(
    world: &dyn World,
    content: &Content,
    first: &dyn Introspector,
    sink: &mut Sink,
) -> SourceResult<(PagedDocument, bool)> {
    let mut laid: Vec<Arc<PagedIntrospector>> = Vec::new();
    loop {
        let before = laid.last().map_or(first, |last| last.as_ref());
        let constraint = Constraint::new();
        let mut heard = Sink::new();
        let document = lay_out_once(world, content, before.track_with(&constraint), &mut heard)?;
        let now = Arc::clone(document.introspector());
        let is_same = constraint.validate(now.as_ref() as &dyn Introspector);
        laid.push(now);
        if !is_same && laid.len() < MAX_ITERS {
            continue;
        }
        let mut differed = EcoVec::new();
        if !is_same {
            let mut all = [first; MAX_ITERS + 1];
            all[1..].iter_mut().zip(&laid).for_each(|(one, said)| *one = said.as_ref());
            differed = analyze(world.track(), all, heard.introspections());
        }
        sink.extend_from_sink(heard);
        let is_settled = differed.is_empty();
        differed.into_iter().for_each(|warning| sink.warn(warning));
        return Ok((document, is_settled));
    }
}

/// Lays out content once, with pages that answer where something stands.
fn lay_out_once(
    world: &dyn World,
    content: &Content,
    pages: Tracked<dyn Introspector + '_>,
    sink: &mut Sink,
) -> SourceResult<PagedDocument> {
    let library = world.library();
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let traced = Traced::default();
    let mut engine = Engine {
        library,
        world: world.track(),
        introspector: Protected::new(pages),
        traced: traced.track(),
        sink: sink.track_mut(),
        route: Route::default(),
    };
    PagedDocument::create(&mut engine, content, base.chain(&target))
}

/// Each error once: what is laid out several times may say it several times.
fn distinct(errors: EcoVec<SourceDiagnostic>) -> EcoVec<SourceDiagnostic> {
    let mut seen = HashSet::new();
    let mut errors = errors;
    errors.retain(|error| seen.insert(hash128(&(&error.span, &error.message))));
    errors
}

#[cfg(test)]
mod tests {
    use typst::utils::hash128;

    use super::*;
    use crate::faces::Faces;
    use crate::world::EditionWorld;

    const MAIN: &str = "/main.typ";

    /// Headings on pages of their own, behind a list of them, with how many
    /// pages there are at the foot of each.
    fn report(headings: usize) -> String {
        let chapter = |number| format!("#pagebreak(weak: true)\n= 제목 {number}\n");
        let chapters: String = (0..headings).map(chapter).collect();
        let foot = "#set page(footer: context [#here().page() / #counter(page).final().at(0)])";
        format!("{foot}\n#outline()\n{chapters}")
    }

    fn put(world: &mut EditionWorld, text: &str) {
        world.put_texts([(MAIN, text)], |_| true);
    }

    fn world(text: &str) -> EditionWorld {
        let mut world = EditionWorld::new(Faces::new(Vec::new()).0, MAIN);
        put(&mut world, text);
        world
    }

    /// The pages, and what was said of them.
    fn compiled(
        world: &EditionWorld,
        earlier: Option<&PagedIntrospector>,
    ) -> (SourceResult<PagedDocument>, Vec<String>) {
        let mut sink = Sink::new();
        let laid = content(world, &mut sink)
            .and_then(|content| lay_out(world, &content, earlier, &mut sink));
        let said = sink.warnings().into_iter().map(|warning| warning.message.to_string());
        (laid, said.collect())
    }

    #[test]
    fn pages_are_the_same_whichever_they_began_with() {
        for (before, after) in [(3, 3), (3, 5), (40, 2)] {
            let mut world = world(&report(before));
            let earlier = compiled(&world, None).0.expect("pages");
            put(&mut world, &report(after));
            let fresh = compiled(&world, None).0.expect("pages");
            let again = compiled(&world, Some(earlier.introspector())).0.expect("pages");
            assert_eq!(hash128(&again), hash128(&fresh), "{before} headings, then {after}");
        }
    }

    #[test]
    fn pages_that_never_settle_are_told_of_whichever_they_began_with() {
        let mut world = world(&report(2));
        let earlier = compiled(&world, None).0.expect("pages");
        put(&mut world, "#context for _ in range(counter(page).final().at(0)) { pagebreak() }");
        let (laid, said) = compiled(&world, None);
        assert!(laid.is_ok());
        assert!(!said.is_empty());
        assert_eq!(compiled(&world, Some(earlier.introspector())).1, said);
    }

    #[test]
    fn a_fault_is_told_of_once_whichever_pages_they_began_with() {
        let mut world = world(&report(2));
        let earlier = compiled(&world, None).0.expect("pages");
        put(&mut world, &(report(2) + "#context ref(<nowhere>)"));
        for earlier in [None, Some(earlier.introspector().as_ref())] {
            let errors = compiled(&world, earlier).0.expect_err("no pages");
            assert_eq!(errors.len(), 1, "{errors:?}");
        }
    }
}
