//! Characters for which there is no glyph, or that nobody could read.

use std::collections::HashSet;

use rayon::prelude::*;

use super::characters::{
    Fault, fills, instead, is_alone, is_in_name, remedy, said, unheard, unprintable, usual_form,
    usual_instead,
};
use super::private_use::looks_like;
use crate::check::listed::rule;
use crate::check::sentences::Sentence;
use crate::check::writing::Reading;
use crate::diagnostic::{Diagnostic, Fix};
use crate::format::{Photo, Visitor};
use crate::json::{Span, Spanned};

rule! {
    /// 보고서의 모든 글자를 찍을 수 있는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 글꼴에 없는 글자는 빈 네모로 찍히거나 사라집니다. 한글 프로그램의 글머리표는 그 프로그램에만 있는 글자여서 다른 곳에서는 보이지 않습니다. 개인용 글자(U+E000~U+F8FF, U+F0000~U+FFFFD, U+100000~U+10FFFD)는 글꼴이 무엇을 그리든 읽거나 찾을 수 없으므로, 보고서의 글꼴에 있어도 찍지 않습니다. 글자가 없는 PDF는 PDF/A 규격에 맞지 않으므로 끌 수 없는 규칙입니다.
    ///
    /// ## 보기
    ///
    /// 이런 글자를 찾습니다.
    ///
    /// ```text
    /// U+F06D   한글이나 Word에서 붙여 넣은 글머리표
    /// U+F02B1  한글의 네모 숫자 1
    /// U+F400   예전 한글의 옛한글
    /// U+FFFD   다른 인코딩으로 읽다가 잃은 글자(�)
    /// 🚀 ✅     그림 글자
    /// U+200B   보이지 않는 글자
    /// U+3164   한글 채움 문자
    /// ｢ ｣ ･ ￭   반각 낫표와 반각 기호
    /// U+302E   앞에 글자가 없이 홀로 있는 방점이나 결합 부호
    /// ```
    ///
    /// 이런 글자는 찍힙니다.
    ///
    /// ```text
    /// □ ■ ○ ● ◦ ▪ ※ ☞ ☎ ☑ ☐ △ ▲ → 「」『』〔〕〈〉《》 Ⅰ ① ㎡ ㈜ 大韓民國
    /// ？！（）［］｛｝～＝＋％＆￦ ０Ａ 、。 ‐ ‑ – — ― 〜 • ∙ ⋅ ㆍ
    /// ```
    ///
    /// ## 고치기
    ///
    /// - 글머리표는 지웁니다. 기호는 저절로 붙습니다.
    /// - 한글과 Word의 기호 가운데 모양이 알려진 것은 어떤 글자인지 말하고, `--fix`가 그 글자로 바꿉니다. 네모 숫자는 유니코드에 없어 동그라미 숫자가 됩니다.
    /// - 반각 낫표 ｢ ｣는 「 」로, 반각 가운뎃점 ･는 ·로 바꿉니다. 이처럼 같은 글자의 흔한 꼴이 글꼴에 있으면(￭ → ■, ㎅ → KB, 한자의 둘째 코드) 그 글자를 말하고 `--fix`가 바꿉니다.
    /// - �는 원본을 보고 다시 씁니다.
    /// - 그림 글자는 낱말이나 ☑ ▲ ★ 같은 글자로 바꿉니다.
    /// - 보이지 않는 글자는 지웁니다. 한글 채움 문자(U+115F, U+1160)는 옛한글 음절 안에서만 쓸 수 있습니다.
    /// - 홀로 있는 방점이나 결합 부호는 지우거나, 붙을 글자 바로 뒤에 씁니다.
    /// - 드문 한자는 그 글자가 든 글꼴을 보고서의 `fonts` 폴더에 넣습니다.
    ///
    /// 같은 글자라도 쓰인 글마다 알립니다.
    NO_GLYPH = "no-glyph": Pages, Error, mends, fixed,
        "찍을 수 없는 글자", "a character without a glyph";
    checks: [Printed(findings)];
    wrong: Body [
        r#"["\uf06d 추진"]"#,
        r#"["가\u200b나"]"#,
        r#"["잃은 글자 \ufffd"]"#,
        r#"["\u302e 홀로"]"#,
        r#"[{ "kind": "note", "marker": "\uf06d", "text": "덧붙임" }]"#,
        r#"[{ "kind": "list", "markers": ["\uf06d"], "body": ["하나"] }]"#,
        r#"[{ "kind": "list", "numbering": "1.\u200b", "body": ["하나"] }]"#,
        r#"[{ "kind": "pictures",
              "photos": [{ "file": "images/a.jpg", "alt": "무대\u200b 위" }] }]"#,
    ];
    right: Body [
        r#"["□ ■ ○ ● ◦ ▪ ※ ☞ ☎ ☑ ☐ △ ▲ → 「」『』〔〕〈〉《》 Ⅰ ① ㎡ ㈜ 大韓民國"]"#,
        r#"["？！（）［］｛｝～＝＋％＆￦ ０Ａ 、。 ‐ ‑ – — ― 〜 • ∙ ⋅ ㆍ"]"#,
        r#"[{ "kind": "note", "marker": "☞", "text": "덧붙임" }]"#,
    ];
}

/// So many texts are read on one core before another is asked.
const LEAST_TEXTS: usize = 64;

/// What cannot be printed of all that is printed, and what says nothing of
/// what is read out.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let texts = reading.sentences.all.par_iter().with_min_len(LEAST_TEXTS);
    let texts = texts.filter(|sentence| !reading.unprinted.holds(sentence.span));
    let mut found: Vec<Diagnostic> =
        texts.flat_map_iter(|sentence| of_sentence(reading, sentence)).collect();
    let mut words = Words { reading, found: Vec::new() };
    reading.manuscript.visit(reading.report, &mut words);
    found.extend(words.found);
    // Where a character is said in words that stand nowhere of their own, each
    // would point at the same place.
    let mut told = HashSet::new();
    found.retain(|found| told.insert((found.place.clone(), found.message.clone())));
    found
}

/// What is typed of a sentence; what is computed is of letters and digits.
fn of_sentence(reading: &Reading<'_>, sentence: &Sentence) -> Vec<Diagnostic> {
    let text = &sentence.text;
    let length = |at: usize| text[at..].chars().next().map_or(0, char::len_utf8);
    let is_typed = |at| sentence.is_typed(at..at + length(at));
    let found = unprintable(text, reading.facts.covers, is_typed);
    found.into_iter().map(|found| finding(reading, found, sentence.span)).collect()
}

/// Finds what is wrong with words that are no texts.
struct Words<'r> {
    reading: &'r Reading<'r>,
    found: Vec<Diagnostic>,
}

impl Words<'_> {
    fn printed(&mut self, words: &str, span: Span) {
        if self.reading.unprinted.holds(span) {
            return;
        }
        let found = unprintable(words, self.reading.facts.covers, |_| true);
        self.found.extend(found.into_iter().map(|found| finding(self.reading, found, span)));
    }
}

impl<'m> Visitor<'m> for Words<'_> {
    fn words(&mut self, words: &'m Spanned<String>) {
        self.printed(&words.value, words.span);
    }

    fn markers(&mut self, markers: &'m Spanned<Vec<String>>) {
        for marker in &markers.value {
            let own = self.reading.manuscript.documents.saying(markers.span, marker);
            self.printed(marker, own.unwrap_or(markers.span));
        }
    }

    fn picture(&mut self, photo: &'m Photo) {
        self.heard(&photo.alt);
    }

    fn heard(&mut self, words: &'m Spanned<String>) {
        if self.reading.unprinted.holds(words.span) {
            return;
        }
        let found = unheard(&words.value);
        self.found.extend(found.into_iter().map(|found| finding(self.reading, found, words.span)));
    }
}

/// A character of a string as a finding, with its places at once, so that one
/// change mends the whole.
fn finding(reading: &Reading<'_>, (character, fault): (char, Fault), span: Span) -> Diagnostic {
    let documents = &reading.manuscript.documents;
    let places = documents.places_of(span, character, |text, at| {
        let is_meant = match fault {
            Fault::Alone => is_alone(text[..at].chars().next_back()),
            Fault::Invisible => !fills(text, at),
            _ => true,
        };
        // What calls a figure has to stay the name that the figure has.
        is_meant && !is_in_name(text, at)
    });
    let place = documents.place(places.first().copied().unwrap_or(span));
    let drawn = |sign: &String| sign.chars().all(reading.facts.covers);
    let (own, same) = match fault {
        Fault::Private | Fault::NoGlyph => (looks_like(character), usual_form(character)),
        _ => (None, None),
    };
    let (own, same) = (own.filter(drawn), same.filter(drawn));
    let help = match (&own, &same) {
        (Some(sign), _) => instead(sign),
        (None, Some(sign)) => usual_instead(sign),
        (None, None) => remedy(character, fault),
    };
    let diagnostic = NO_GLYPH.finding(place, said(character, fault)).with_help(help);
    let Some(sign) = own.or(same).filter(|_| !places.is_empty()) else { return diagnostic };
    let edits = places.iter().map(|place| documents.edit(*place, sign.clone())).collect();
    diagnostic.with_fix(Fix { edits })
}
