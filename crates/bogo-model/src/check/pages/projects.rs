//! Projects that take many pages.

use std::collections::{BTreeMap, BTreeSet};

use super::{Owner, Pages};
use crate::check::rules;
use crate::diagnostic::Diagnostic;
use crate::edition::SectionContent;
use crate::message;

/// Projects of more pages than they may have.
pub(in crate::check) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let most = pages.most_pages;
    let mut stands: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (owner, marks) in &pages.marks {
        stands.entry(owner.section).or_default().extend(marks);
    }
    for (owner, texts) in &pages.texts {
        stands.entry(owner.section).or_default().extend(texts.iter().map(|(page, _)| page));
    }
    let mut found = Vec::new();
    for (section, own) in stands {
        let count = own.len();
        let content = pages.sections.get(section).copied().flatten().map(|part| &part.content);
        if count <= most || !matches!(content, Some(SectionContent::Project { .. })) {
            continue;
        }
        let message = message!(
            "이 사업은 {count}쪽으로, {most}쪽을 넘습니다",
            "this project takes {count} pages, more than {most}"
        );
        let help = message!(
            "핵심만 남기고 자세한 것은 붙임으로 옮기거나 사업을 나누십시오.",
            "keep what matters and move details into an annex, or divide the project"
        );
        let title = Owner { section, passage: 0 };
        found.push(rules::PROJECT_PAGES.finding(pages.place(title), message).with_help(help));
    }
    found
}
