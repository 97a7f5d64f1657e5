//! Commas and full stops that were typed twice.

use super::{Hit, Reading, write_instead};
use crate::check::listed::rule;
use crate::check::sentences::Sentence;
use crate::message;

rule! {
    /// 쉼표나 마침표가 겹쳐 적히지 않았는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 글을 고치다가 부호가 남으면 빠진 말이 있는 것처럼 보입니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                               바른 것
    /// 카드뉴스,, 영상 제작                  카드뉴스, 영상 제작
    /// 2024. 9. 30.. 준공                    2024. 9. 30. 준공
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 홍보물 제작 등...    2024. 9. 30., 준공
    /// ```
    ///
    /// ## 고치기
    ///
    /// `--fix`가 하나만 남깁니다. 셋 이상 이어진 마침표는 줄임표로 보고 그대로 둡니다.
    DOUBLED_STOP = "doubled-stop": Writing, Warning, mends, "겹쳐 적은 쉼표와 마침표", "doubled commas and full stops";
    checks: [Sentence(hits)];
}

/// Exactly two commas or two full stops in a row.
fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let runs = sentence.text.as_bytes().chunk_by(|first, second| first == second);
    let mut found = Vec::new();
    let mut start = 0;
    for run in runs {
        let end = start + run.len();
        if let b",," | b".." = run {
            let range = start..end;
            let right = &sentence.text[start..end - 1];
            let message = message!("부호가 겹쳤습니다", "this sign is doubled");
            let hit = Hit::new(&DOUBLED_STOP, range, message);
            found.push(hit.with_help(write_instead(right)).with_instead(right));
        }
        start = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::fixture::found;

    #[test]
    fn the_second_of_two_is_taken_away() {
        let both = [(",,".to_owned(), ",".to_owned()), ("..".to_owned(), ".".to_owned())];
        assert_eq!(found("doubled-stop", "현수막,, 전단 등.. 제작"), both);
    }
}
