//! Values that nobody expects.

use serde_json::{Value, json};

use super::chance::Chance;

/// Texts that are marks, half of one, figures, dates, names, or nothing.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\n",
    "가\n\n나",
    "-",
    "–",
    "=",
    "△1,234.5%",
    "▲3",
    "총 46대",
    "{",
    "}",
    "{{}}",
    "{굵게:",
    "{굵게:{강조:가}}",
    "{강조:가나}",
    "{=없음}",
    "{=소요예산.합계}",
    "{=소요예산.합계:126,500}천원",
    "{=:}",
    "{계}",
    "{계:1} {몫:1}",
    "{계.가:3}명({몫.가:1}, {몫.나:2×가}, {하나.가:나})",
    "{몫:999,999,999,999,999,999×몫}",
    "{계:999999999999999999.999999999}",
    "{하나:}",
    "2024-09-31",
    "2024. 13. 45.(금)",
    "2024. 09. 07.(일)",
    "9. 30.~9. 2.",
    "25:61~4294967295시",
    "4294967295시~71582789시",
    "99999999999999999999-1명",
    "’24~’99년",
    "제 1 차",
    "①가 ②나 ④라",
    "1. 가 3. 다",
    "(가, 나, 다 등)",
    "『가나다라』 「가나 다라」",
    "가나다라마 나가다라마",
    "‘가”나’다“",
    "가　나\u{a0}다\u{200b}라\u{ad}마",
    "가\u{302e}나\u{302f} ᄒᆞᆫ글",
    "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
    "\u{f0b7}\u{e000}\u{fffd}",
    "🚀👨‍👩‍👧‍👦é̂",
    "\u{202e}ABC\u{202c}",
    "\u{0}\u{1}\t\r\u{7f}",
    "#let x = 1; $ y $ *z* _w_ \\ @a <b> `c`",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "123456789012345678901234567890123456789012345678901234567890",
    "가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사아자차카타파하",
    "http://127.0.0.1/a.png",
    "../../etc/passwd",
    "projects/",
    "overview.json",
    "images/없음.jpg",
    "4:3",
    "0:0",
    "1e308:1e-308",
    "자연",
    "1",
    "①",
    "Ⅰ.",
    "가나",
    "0pt",
    "-5mm",
    "1e9mm",
    "#ffffff",
    "default",
];

/// Numbers at the ends of what can be written, and beyond.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-1",
    "1",
    "2",
    "3",
    "7",
    "40",
    "41",
    "100",
    "0.5",
    "-0.000000001",
    "9999",
    "10000",
    "65536",
    "2147483648",
    "4294967295",
    "4294967296",
    "-4294967296",
    "999999999999999999",
    "-999999999999999999",
    "999999999999999999.999999999",
    "1000000000000000000",
    "18446744073709551616",
    "79228162514264337593543950336",
    "99999999999999999999999999999999",
    "1e5",
    "1e-400",
    "-1e999",
];

/// Pieces of files that are no JSON.
pub(super) const SPLINTERS: &[&str] = &[
    "",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "NaN",
    "\\ud800",
    "\\u0000",
    "\\",
    "[[[[{}]]]]",
    "//",
    "메모: 나중에",
    "“가”",
    "\u{feff}",
    "\r\n",
    "가",
    "🚀",
    "\u{301}",
    "{\"kind\":\"table\",\"rows\":[[{\"rows\":9,\"columns\":9}]]}",
    "{\"cells\":[\"계\",{\"number\":3,\"columns\":5}],\"total\":true}",
];

/// A text that nobody expects.
pub(super) fn text(chance: &mut Chance) -> String {
    let text = *chance.pick(TEXTS);
    match chance.below(8) {
        0 => format!("{text}{}", *chance.pick(TEXTS)),
        1 => text.repeat(1 + chance.below(20)),
        _ => text.to_owned(),
    }
}

/// The spelling of a number.
pub(super) fn number(chance: &mut Chance) -> &'static str {
    chance.pick::<&'static str>(NUMBERS)
}

/// A value that nobody expects. Numbers that JSON libraries do not keep are
/// left to [`SPLINTERS`].
pub(super) fn value(chance: &mut Chance) -> Value {
    match chance.below(10) {
        0 => Value::Null,
        1 => json!(chance.one_in(2)),
        2 => json!([]),
        3 => json!({}),
        4 => json!([text(chance), null, 1]),
        5 => json!({ "kind": "table", "rows": [[text(chance), 1], ["계", "="]] }),
        6 | 7 => serde_json::from_str(number(chance)).unwrap_or(Value::Null),
        _ => json!(text(chance)),
    }
}
