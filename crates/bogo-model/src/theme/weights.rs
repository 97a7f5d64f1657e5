//! Whether the faces of a theme have what its pages set off in bold.

use crate::check::rules;
use crate::diagnostic::Diagnostic;
use crate::json::{Documents, Node, Value};
use crate::message;

/// The tokens whose faces texts are set in. Titles are of one weight.
const TEXT_FACES: [&str; 2] = ["body", "sans"];

/// Warns of families for texts that have no bold face: nothing tells that
/// words are set off.
pub fn check_weights(
    own: Option<&Node>,
    documents: &Documents,
    lacks_bold: &dyn Fn(&str) -> bool,
) -> Vec<Diagnostic> {
    let faces = own.and_then(|own| member(own, "faces"));
    let named = TEXT_FACES.iter().filter_map(|token| member(faces?, token));
    let warning = |node: &Node| {
        let Value::Text(family) = &node.value else { return None };
        let message = message!(
            "굵은 글꼴이 없어 굵게·강조가 보통 굵기로 찍힙니다: {family}",
            "this family has no bold face, so that bold words look like all others: {family}"
        );
        let help = message!(
            "굵은(Bold) 글꼴 파일도 보고서 폴더의 fonts/에 넣거나 굵은 글꼴이 있는 다른 글꼴을 쓰십시오.",
            "put the bold font file into the edition's fonts/ folder, too, or choose another family"
        );
        let place = documents.place(node.span);
        let warning = rules::ONE_WEIGHT.finding(place, message).with_help(help);
        lacks_bold(family).then_some(warning)
    };
    named.filter_map(warning).collect()
}

fn member<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Value::Object(members) = &node.value else { return None };
    members.iter().find(|member| member.key == key).map(|member| &member.node)
}
