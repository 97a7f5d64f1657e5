//! What someone may have meant who wrote a name that there is not.

/// Of more names than these, the nearest is looked for among the first.
const MOST_NAMES: usize = 500;
/// A name of more bytes than this is not compared with others.
const LONGEST_NAME: usize = 200;

/// The known name that is nearest to `name`, if one is near enough to be meant.
pub(crate) fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let is_short = |name: &str| name.len() <= LONGEST_NAME;
    known
        .filter(|candidate| is_short(name) && is_short(candidate))
        .take(MOST_NAMES)
        .map(|candidate| (strsim::normalized_damerau_levenshtein(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}
