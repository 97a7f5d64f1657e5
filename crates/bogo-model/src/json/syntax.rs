//! What to say when a file is not JSON.

use jsonc_parser::ParseStringErrorKind;
use jsonc_parser::errors::ParseErrorKind;

use crate::diagnostic::{Diagnostic, Message, Place};
use crate::message;

/// The finding for a file without any value.
pub(super) fn empty_file(place: Place) -> Diagnostic {
    Diagnostic::error("syntax", place, message!("파일이 비어 있습니다", "the file is empty"))
        .with_help(message!(
            "적어도 {{ }} 가 있어야 합니다. ‘bogo schema’가 파일의 꼴을 보여 줍니다.",
            "write at least {{ }}; `bogo schema` shows the shape of a file"
        ))
}

/// The finding for a syntax error of the given kind.
pub(super) fn diagnostic(kind: &ParseErrorKind, text: &str, place: Place) -> Diagnostic {
    let found = text[place.range().start..].chars().next();
    let (message, help) = typographic(found).unwrap_or_else(|| explain(kind, found));
    let diagnostic = Diagnostic::error("syntax", place, message);
    match help {
        Some(help) => diagnostic.with_help(help),
        None => diagnostic,
    }
}

/// Word processors replace straight quotes and colons by typographic ones,
/// which is the commonest way in which a hand-edited file stops being JSON.
fn typographic(found: Option<char>) -> Option<(Message, Option<Message>)> {
    let found = found?;
    let plain = match found {
        '“' | '”' | '‘' | '’' | '＂' | '\'' => '"',
        '：' => ':',
        '，' | '、' => ',',
        '｛' => '{',
        '｝' => '}',
        '［' => '[',
        '］' => ']',
        '\u{a0}' | '\u{3000}' => ' ',
        '０'..='９' => char::from_u32(u32::from(found) - u32::from('０') + u32::from('0'))?,
        _ => return None,
    };
    let code = u32::from(found);
    Some((
        message!(
            "JSON의 부호가 아닌 ‘{found}’(U+{code:04X})가 있습니다",
            "`{found}` (U+{code:04X}) is not a mark of JSON"
        ),
        Some(message!("바꾸십시오: {plain}", "type `{plain}` instead")),
    ))
}

fn explain(kind: &ParseErrorKind, found: Option<char>) -> (Message, Option<Message>) {
    use ParseErrorKind as Kind;
    match kind {
        Kind::ExpectedComma => missing_comma(found),
        Kind::TrailingCommasNotAllowed => (
            message!("마지막 값 뒤에 쉼표가 있습니다", "there is a comma after the last value"),
            Some(message!("이 쉼표를 지우십시오.", "remove this comma")),
        ),
        Kind::ExpectedColonAfterObjectKey => (
            message!("항목 이름 뒤에 쌍점(:)이 없습니다", "a colon is missing after the key"),
            Some(message!("\"이름\": 값 꼴로 쓰십시오.", "write `\"key\": value`")),
        ),
        Kind::ExpectedObjectValue => {
            (message!("쌍점(:) 뒤에 값이 없습니다", "a value is missing after the colon"), None)
        }
        Kind::UnterminatedArray | Kind::UnexpectedCloseBrace => (
            message!("대괄호 [ 가 닫히지 않았습니다", "a bracket `[` is not closed"),
            Some(message!("] 를 넣으십시오.", "add the `]`")),
        ),
        Kind::UnterminatedObject | Kind::UnexpectedCloseBracket => (
            message!("중괄호 {{ 가 닫히지 않았습니다", "a brace `{{` is not closed"),
            Some(message!("}} 를 넣으십시오.", "add the `}}`")),
        ),
        Kind::CommentsNotAllowed => (
            message!("JSON에는 주석(//, /* */)을 쓸 수 없습니다", "JSON has no comments"),
            Some(message!(
                "적어 둘 말은 \"$comment\": \"…\" 항목에 쓰십시오.",
                "keep remarks in a `\"$comment\": \"…\"` member"
            )),
        ),
        Kind::NestingDepthExceeded => (
            message!(
                "괄호가 너무 깊게 겹쳐 있습니다(512단계 초과)",
                "nested deeper than 512 levels"
            ),
            None,
        ),
        Kind::MultipleRootJsonValues => (
            message!(
                "값이 끝난 뒤에 다른 내용이 더 있습니다",
                "something follows the end of the value"
            ),
            Some(message!("한 파일에는 {{ … }} 하나만 둡니다.", "a file holds one `{{ … }}`")),
        ),
        Kind::UnexpectedWord | Kind::ExpectedStringObjectProperty => (
            message!("따옴표 없는 낱말이 있습니다", "there is a word without quotes"),
            Some(message!(
                "글은 \" \"로 묶으십시오. true, false, null은 소문자로만 씁니다.",
                "put text in `\" \"`; true, false and null are in small letters"
            )),
        ),
        Kind::String(kind) => string(kind),
        Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral
        | Kind::BareDecimalPointNumbersNotAllowed
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::NonFiniteNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed => (
            message!("숫자의 꼴이 아닙니다", "this is not a number"),
            Some(message!("1234, -5, 12.5 처럼 쓰십시오.", "write it like 1234, -5 or 12.5")),
        ),
        _ => unexpected(found),
    }
}

/// What stands behind a value where a comma should be tells what was meant.
fn missing_comma(found: Option<char>) -> (Message, Option<Message>) {
    match found {
        Some(c) if c.is_ascii_digit() => (
            message!(
                "숫자 안에 쉼표나 빈칸이 있습니다",
                "there is a comma or a space inside a number"
            ),
            Some(message!(
                "천 단위 쉼표와 빈칸을 빼고 이어 쓰십시오: 1234567",
                "write the figures without commas and spaces: 1234567"
            )),
        ),
        Some(c) if c.is_alphabetic() => (
            message!(
                "따옴표 없는 글이 값 뒤에 이어집니다",
                "a text without quotes follows a value"
            ),
            Some(message!(
                "숫자에 단위를 붙이려면 전체를 \" \"로 묶으십시오: \"1000원\"",
                "put a number with its unit in quotes: \"1000원\""
            )),
        ),
        _ => (
            message!("앞의 값 뒤에 쉼표가 없습니다", "a comma is missing after the value before"),
            Some(message!("앞줄 끝에 , 를 넣으십시오.", "put a `,` at the end of the line before")),
        ),
    }
}

fn unexpected(found: Option<char>) -> (Message, Option<Message>) {
    let found = found.map_or_else(|| "?".to_owned(), String::from);
    (
        message!("여기에 올 수 없는 글자입니다: {found}", "`{found}` cannot stand here"),
        Some(message!(
            "이 앞에 닫지 않은 따옴표나 괄호, 빠진 쉼표가 없는지 보십시오. 글은 \" \"로 묶습니다.",
            "look before this for an open quote or bracket or a missing comma; put text in `\" \"`"
        )),
    )
}

fn string(kind: &ParseStringErrorKind) -> (Message, Option<Message>) {
    match kind {
        ParseStringErrorKind::UnterminatedStringLiteral => (
            message!("따옴표가 닫히지 않았습니다", "a quote is not closed"),
            Some(message!(
                "글 끝에 \" 를 넣으십시오. 글 안의 줄바꿈은 \\n 으로 씁니다.",
                "add the closing `\"`; a line break inside a text is `\\n`"
            )),
        ),
        _ => (
            message!("글 안의 \\ 다음 글자가 잘못되었습니다", "a wrong letter follows a backslash"),
            Some(message!(
                "\\ 자체를 찍으려면 \\\\ 로, 따옴표는 \\\" 로 쓰십시오.",
                "write a backslash itself as `\\\\` and a quote as `\\\"`"
            )),
        ),
    }
}
