//! Allowances that let nothing pass.

use crate::check::listed::rule;
use crate::diagnostic::rule::Rule;
use crate::diagnostic::{Diagnostic, Place};
use crate::message;

rule! {
    /// `"$allow"`로 허용한 규칙이 그 자리에서 실제로 무엇인가를 찾았는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 허용은 까닭을 적고 한 규칙의 지적을 넘기는 것입니다. 글을 고친 뒤에도 허용이 남아 있으면 나중에 같은 자리에 생긴 진짜 잘못까지 말없이 넘깁니다.
    ///
    /// ## 보기
    ///
    /// 넘길 것이 없는 허용을 찾습니다.
    ///
    /// ```json
    /// {
    ///   "$allow": { "date-form": "인쇄본의 꼴을 따름" },
    ///   "text": "2024. 9. 30."
    /// }
    /// ```
    ///
    /// 넘길 것이 있으면 괜찮습니다.
    ///
    /// ```json
    /// {
    ///   "$allow": { "date-form": "인쇄본의 꼴을 따름" },
    ///   "text": "2024. 09. 30."
    /// }
    /// ```
    ///
    /// ## 고치기
    ///
    /// 그 허용을 지웁니다. 다른 규칙을 허용하려던 것이면 규칙의 이름을 바로잡습니다.
    ///
    /// 규칙이 돌지 않은 검사에서는 알 수 없으므로 찾지 않습니다. 쪽을 조판하지 않은 검사에서는 쪽 모양의 규칙이 돌지 않습니다.
    UNUSED_ALLOW = "unused-allow": Files, Warning, "쓸모없는 허용", "an allowance that nothing needs";
    checks: [Elsewhere];
    wrong: Body [
        r#"[{ "$allow": { "date-form": "인쇄본의 꼴을 따름" }, "text": "2024. 9. 30." }]"#,
    ];
    right: Body [
        r#"[{ "$allow": { "date-form": "인쇄본의 꼴을 따름" }, "text": "2024. 09. 30." }]"#,
    ];
}

/// That a rule is allowed at a place where it finds nothing, which is known
/// when all findings have been weighed.
pub(in crate::check) fn finding(allowed: &Rule, place: Place) -> Diagnostic {
    let code = allowed.name;
    let message = message!(
        "‘{code}’을(를) 허용했지만 여기에서 그 규칙이 찾는 것이 없습니다",
        "`{code}` is allowed, but the rule finds nothing here"
    );
    UNUSED_ALLOW.finding(place, message).with_help(message!(
        "이 허용을 지우십시오. 나중에 생길 잘못을 가립니다.",
        "remove it; it would hide what goes wrong later"
    ))
}
