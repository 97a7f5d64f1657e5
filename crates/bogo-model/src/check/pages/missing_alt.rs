//! Pictures of which those who cannot see them are told nothing.

use crate::check::listed::rule;
use crate::check::unprinted::Unprinted;
use crate::check::writing::Reading;
use crate::diagnostic::Diagnostic;
use crate::format::{Photo, Visitor};
use crate::json::{Documents, Span};
use crate::message;

rule! {
    /// 그림마다 대체 텍스트(`"alt"`)가 비어 있지 않은지 봅니다.
    ///
    /// ## 왜
    ///
    /// 그림을 보지 못하는 사람은 화면 낭독기가 읽는 대체 텍스트로 그림을 압니다. 「장애인차별금지 및 권리구제 등에 관한 법률」은 공공기관이 내는 전자 정보를 장애인도 똑같이 쓸 수 있게 하도록 하며, PDF/UA 규격은 대체 텍스트가 없는 그림을 허용하지 않습니다. 그래서 끌 수 없는 규칙입니다.
    ///
    /// ## 보기
    ///
    /// 빈 글은 찾습니다.
    ///
    /// ```json
    /// { "file": "images/photo-1.jpg", "alt": "" }
    /// ```
    ///
    /// 무엇이 보이는지 쓰면 괜찮습니다.
    ///
    /// ```json
    /// { "file": "images/photo-1.jpg", "alt": "무대 위에서 여섯 사람이 손을 들어 인사하는 모습" }
    /// ```
    ///
    /// ## 고치기
    ///
    /// 무엇이 보이는지 한두 문장으로 씁니다. ‘사진’, ‘그림’이라는 말은 필요 없고, 그림 안에 글이 있으면 그 글을 옮겨 씁니다.
    ///
    /// `"alt"`가 아예 없으면 필요한 항목이 빠진 것으로 알립니다. 쓴 말이 그림과 맞는지는 알 수 없습니다.
    MISSING_ALT = "missing-alt": Pages, Error, fixed,
        "그림의 대체 텍스트", "a picture without a description";
    checks: [Printed(findings)];
    wrong: Body [
        r#"[{ "kind": "pictures", "photos": [{ "file": "images/photo-1.jpg", "alt": "" }] }]"#,
    ];
    right: Body [
        r#"[{ "kind": "pictures", "photos": [{ "file": "images/photo-1.jpg",
              "alt": "무대 위에서 여섯 사람이 손을 들어 인사하는 모습" }] }]"#,
    ];
}

/// Pictures whose alternative text is blank.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let documents = &reading.manuscript.documents;
    let mut pictures = Pictures { documents, unprinted: reading.unprinted, found: Vec::new() };
    reading.manuscript.visit(reading.report, &mut pictures);
    pictures.found
}

/// The pictures that are met on a walk.
struct Pictures<'r> {
    documents: &'r Documents,
    unprinted: &'r Unprinted,
    found: Vec<Diagnostic>,
}

impl Visitor<'_> for Pictures<'_> {
    fn picture(&mut self, photo: &Photo) {
        // A stand-in has no place of its own and has been reported.
        let is_said = !photo.alt.value.trim().is_empty() || photo.alt.span == Span::default();
        if is_said || self.unprinted.holds(photo.alt.span) {
            return;
        }
        let message = message!("대체 텍스트가 비어 있습니다", "the alternative text is empty");
        let help = message!(
            "보지 못하는 사람에게 무엇이 보이는지 한두 문장으로 쓰십시오.",
            "say in a sentence or two what is seen, for those who cannot see it"
        );
        let place = self.documents.place(photo.alt.span);
        self.found.push(MISSING_ALT.finding(place, message).with_help(help));
    }
}
