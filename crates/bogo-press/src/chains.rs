//! Which face sets a character, where the one in force has no glyph for it or a
//! poor one: `fonts/fallbacks.json`.

use regex::Regex;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What `fallbacks.json` says.
#[derive(Debug, Deserialize)]
pub(crate) struct Fallbacks {
    /// The face of tone marks behind syllables that other faces set.
    pub marks: String,
    /// Faces that give a few characters in whatever face.
    pub always: Vec<Help>,
    /// Faces that give a few characters beside a family.
    beside: BTreeMap<String, Vec<Help>>,
    /// Families behind all others.
    behind: Vec<String>,
}

/// A face that gives a few characters.
#[derive(Debug, Deserialize)]
pub(crate) struct Help {
    /// Its family.
    pub name: String,
    /// The characters, as a class of a regular expression.
    #[serde(deserialize_with = "class")]
    pub covers: Regex,
}

fn class<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Regex, D::Error> {
    let text = String::deserialize(deserializer)?;
    Regex::new(&text).map_err(serde::de::Error::custom)
}

impl Help {
    /// Itself in a chain.
    fn link(&self) -> Link<'_> {
        (&self.name, Some(self))
    }

    /// Whether it gives the character.
    pub(crate) fn gives(&self, character: char) -> bool {
        self.covers.is_match(character.encode_utf8(&mut [0; 4]))
    }
}

/// A family of a chain, with what it gives if that is not all that it has.
pub(crate) type Link<'f> = (&'f str, Option<&'f Help>);

impl Fallbacks {
    /// The program's own.
    pub(crate) fn known() -> Self {
        serde_json::from_str(include_str!("../../../fonts/fallbacks.json"))
            .unwrap_or_else(|error| unreachable!("the program's own file: {error}"))
    }

    /// The families that are asked in turn for a character of a text in
    /// `family`; `own` are those that the edition brings along.
    pub(crate) fn chain<'f>(&'f self, family: &'f str, own: &'f [String]) -> Vec<Link<'f>> {
        self.always.iter().map(Help::link).chain(self.behind(family, own)).collect()
    }

    /// The same without the faces that give a few characters wherever they stand:
    /// a text would be shaped in each face of its chain that has a rule.
    pub(crate) fn behind<'f>(
        &'f self,
        family: &'f str,
        own: &'f [String],
    ) -> impl Iterator<Item = Link<'f>> {
        let beside = self.beside.get(family).into_iter().flatten().map(Help::link);
        let behind = self.behind.iter().chain(own).map(String::as_str);
        let whole = std::iter::once(family).chain(behind.filter(move |name| *name != family));
        beside.chain(whole.map(|name| (name, None)))
    }

    /// The face that sets a character wherever it stands, if one does.
    pub(crate) fn always(&self, character: char) -> Option<&str> {
        let given = self.always.iter().find(|help| help.gives(character));
        given.map(|help| help.name.as_str())
    }
}
