//! What to say when a file is not JSON.

use std::ops::Range;

use jsonc_parser::ParseStringErrorKind;
use jsonc_parser::errors::ParseErrorKind;

use crate::diagnostic::{Diagnostic, Form, Message, Place};
use crate::korean::numbers::number_said;
use crate::message;
use crate::quoting::leaves_no_mark;

/// The finding for a file without any value.
pub(super) fn empty_file(place: Place) -> Diagnostic {
    Diagnostic::error(Form::Syntax, place, message!("파일이 비어 있습니다", "the file is empty"))
        .with_help(message!(
            "적어도 {{ }} 가 있어야 합니다. ‘bogo schema’가 파일의 꼴을 보여 줍니다.",
            "write at least {{ }}; `bogo schema` shows the shape of a file"
        ))
}

/// The line of a string that begins in it and was not closed there, so that it
/// swallowed the line break, up to a quote that was to open another one: what
/// follows, at `error`, is none of JSON. Breaks may be typed in a string, so
/// that the parser wonders only then.
pub(super) fn unclosed(text: &str, error: usize) -> Option<Range<usize>> {
    let mut last = None;
    let mut at = 0;
    while let Some(begin) = text.get(at..error)?.find('"').map(|begin| at + begin) {
        at = end_of_string(text, begin)?;
        last = Some(begin..at);
    }
    let string = last.filter(|string| string.end <= error)?;
    let line = text[string.clone()].find('\n')?;
    let is_next = text[string.end..error].trim().is_empty();
    let line = text[string.start..string.start + line].trim_end().len();
    is_next.then(|| string.start..string.start + line)
}

/// One past the quote that closes the string which begins at a byte.
fn end_of_string(text: &str, begin: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = begin + 1;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// The finding for a string that is not closed in its line, which is `typed`.
pub(super) fn unclosed_quote(typed: &str, place: Place) -> Diagnostic {
    let (message, help) = string(&ParseStringErrorKind::UnterminatedStringLiteral);
    let diagnostic = Diagnostic::error(Form::Syntax, place, message);
    match (typed.chars().find(|c| matches!(c, '“' | '”' | '＂')), help) {
        (Some(quote), _) => {
            let code = u32::from(quote);
            diagnostic.with_help(message!(
                "닫는 따옴표가 ‘{quote}’(U+{code:04X})입니다. \" 로 바꾸십시오.",
                "it is closed by `{quote}` (U+{code:04X}); type `\"` instead"
            ))
        }
        (None, Some(help)) => diagnostic.with_help(help),
        (None, None) => diagnostic,
    }
}

/// The finding for a syntax error of the given kind.
pub(super) fn diagnostic(kind: &ParseErrorKind, text: &str, place: Place) -> Diagnostic {
    let at = place.range().start;
    let (before, rest) = text.split_at(at);
    let found = rest.chars().next();
    if let Some((number, message, help)) = misspelt_number(text, at) {
        let place = Place::within(place.file(), text, number).with_pointer(place.pointer());
        return Diagnostic::error(Form::Syntax, place, message).with_help(help);
    }
    let known = typographic(found).or_else(|| invisible(found)).or_else(|| foreign_word(rest));
    let (message, help) =
        known.or_else(|| unit_behind(before, rest)).unwrap_or_else(|| explain(kind, rest));
    let diagnostic = Diagnostic::error(Form::Syntax, place, message);
    match help {
        Some(help) => diagnostic.with_help(help),
        None => diagnostic,
    }
}

/// A number that is spelt as JSON does not, with zeros before it or commas
/// inside, whose end the parser saw at a byte; and how to write it.
fn misspelt_number(text: &str, at: usize) -> Option<(Range<usize>, Message, Message)> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-');
    let goes_on = text[at..].starts_with(|c: char| c.is_ascii_digit());
    if !goes_on || !text[..at].ends_with(is_part) {
        return None;
    }
    let start = text[..at].trim_end_matches(is_part).len();
    let end = text.len() - text[at..].trim_start_matches(is_part).len();
    let typed = text[start..end].trim_end_matches(',');
    let range = start..start + typed.len();
    let sign = if typed.starts_with('-') { "-" } else { "" };
    let unsigned = &typed[sign.len()..];
    let has_comma = unsigned.contains(',');
    let digits = unsigned.trim_start_matches('0');
    let zero = if digits.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    let right = match has_comma {
        true => number_said(typed),
        false => number_said(&format!("{sign}{zero}{digits}")),
    };
    let right = right.filter(|right| right != typed)?;
    let (message, help) = match has_comma {
        true => (
            message!("숫자 안에 쉼표가 있습니다", "there is a comma inside a number"),
            message!("천 단위 쉼표를 빼고 쓰십시오: {right}", "write it without: {right}"),
        ),
        false => (
            message!("숫자 앞에 0이 있습니다", "the number begins with a zero"),
            message!("앞의 0을 빼고 쓰십시오: {right}", "write it without: {right}"),
        ),
    };
    Some((range, message, help))
}

/// A character that leaves no mark is named by its code: shown as it is, it
/// would not be seen.
fn invisible(found: Option<char>) -> Option<(Message, Option<Message>)> {
    let found = found.filter(|c| !matches!(c, ' ' | '\t' | '\n' | '\r') && leaves_no_mark(*c))?;
    let code = u32::from(found);
    let what = match found {
        '\u{feff}' => message!(
            "따옴표 밖에 보이지 않는 글자(U+FEFF, BOM)가 있습니다",
            "there is an invisible character U+FEFF (a byte order mark) outside of quotes"
        ),
        _ => message!(
            "따옴표 밖에 보이지 않는 글자(U+{code:04X})가 있습니다",
            "there is an invisible character U+{code:04X} outside of quotes"
        ),
    };
    let help = message!(
        "이 자리의 보이지 않는 글자를 지우거나 보통 빈칸으로 바꾸십시오. 붙여 넣거나 두 번 저장할 때 따라온 것입니다.",
        "delete what is here and cannot be seen, or type a usual space; it came along when the text was pasted or saved"
    );
    Some((what, Some(help)))
}

/// Words of other languages for what JSON calls null, true and false, as
/// programs write them that know JSON only nearly.
const FOREIGN_WORDS: [(&[&str], &str); 3] = [
    (
        &[
            "NaN",
            "nan",
            "NAN",
            "None",
            "none",
            "NULL",
            "Null",
            "nil",
            "undefined",
            "NA",
            "Infinity",
            "inf",
        ],
        "null",
    ),
    (&["True", "TRUE", "yes", "Yes"], "true"),
    (&["False", "FALSE", "no", "No"], "false"),
];

fn foreign_word(rest: &str) -> Option<(Message, Option<Message>)> {
    let signed = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    let end = signed.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(signed.len());
    let word = &signed[..end];
    // What stands before a colon is a key without quotes.
    if signed[end..].trim_start().starts_with(':') {
        return None;
    }
    let (_, right) = FOREIGN_WORDS.iter().find(|(words, _)| words.contains(&word))?;
    let help = match *right {
        "null" => message!(
            "빈칸은 null로 쓰십시오. 수나 글이 있어야 하는 자리라면 그것을 쓰십시오.",
            "write null for a blank, or the number or text itself where one is needed"
        ),
        right => message!("‘{right}’(으)로 쓰십시오.", "write {right}"),
    };
    let message = message!("JSON의 낱말이 아닙니다: {word}", "this is no word of JSON: {word}");
    Some((message, Some(help)))
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
        '０'..='９' => char::from_u32(u32::from(found) - u32::from('０') + u32::from('0'))?,
        _ => return None,
    };
    let code = u32::from(found);
    Some((
        message!(
            "JSON의 부호가 아닌 글자가 있습니다: ‘{found}’(U+{code:04X})",
            "`{found}` (U+{code:04X}) is not a mark of JSON"
        ),
        Some(message!("바꾸십시오: {plain}", "type `{plain}` instead")),
    ))
}

/// A number whose unit stands behind it, without quotes around both.
fn unit_behind(before: &str, rest: &str) -> Option<(Message, Option<Message>)> {
    let unit = rest.trim_start_matches(' ');
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let is_number = number.len() < before.len() && number.ends_with([',', ':', '[', ' ', '\n']);
    let is_unit = unit.starts_with(|c: char| c.is_alphabetic() || matches!(c, '%' | '㎡' | '_'));
    (is_number && is_unit).then(|| {
        let message = message!(
            "숫자 뒤에 따옴표 없는 글이 붙어 있습니다",
            "a text without quotes follows a number"
        );
        let help = message!(
            "수가 올 자리이면 숫자만 남기고, 글이 올 자리이면 전체를 \" \"로 묶으십시오.",
            "where a number belongs leave the number alone; where a text does, put all of it in quotes"
        );
        (message, Some(help))
    })
}

fn explain(kind: &ParseErrorKind, rest: &str) -> (Message, Option<Message>) {
    use ParseErrorKind as Kind;
    let found = rest.chars().next();
    match kind {
        Kind::ExpectedComma => missing_comma(rest.trim_start().chars().next()),
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
            message!("숫자 뒤에 숫자가 이어집니다", "a number follows another"),
            Some(message!(
                "수 하나면 빈칸과 쉼표 없이 이어 쓰고(1234567), 두 값이면 사이에 쉼표를 넣으십시오.",
                "write one number without spaces and commas, 1234567; put a comma between two"
            )),
        ),
        _ => (
            message!("앞의 값 뒤에 쉼표가 없습니다", "a comma is missing after the value before"),
            Some(message!(
                "앞의 값 바로 뒤에 , 를 넣으십시오.",
                "put a `,` right behind that value"
            )),
        ),
    }
}

fn unexpected(found: Option<char>) -> (Message, Option<Message>) {
    let Some(found) = found else {
        return (
            message!("파일이 끝까지 있지 않습니다", "the file ends too early"),
            Some(message!(
                "닫지 않은 따옴표나 괄호가 없는지, 저장하다 끊기지 않았는지 보십시오.",
                "is a quote or bracket open, or was it cut off while it was saved?"
            )),
        );
    };
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
        ParseStringErrorKind::InvalidUnicodeEscapeSequence(_)
        | ParseStringErrorKind::ExpectedFourHexDigits => (
            message!(
                "글 안의 \\u 다음 숫자가 글자 하나가 아닙니다",
                "the figures after a \\u are no character"
            ),
            Some(message!(
                "\\u로 적지 말고 글자를 그대로 쓰십시오. 둘이 한 짝인 \\ud83d 같은 것은 하나만 쓸 수 없습니다.",
                "type the character itself; one half of a pair, as \\ud83d is, stands for nothing"
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
