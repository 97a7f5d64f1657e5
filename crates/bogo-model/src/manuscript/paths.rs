//! Paths as people write them, and the one way in which they are meant to be
//! written.

/// The path below the edition's folder that was most likely meant: with `/`
/// between parts, none of them empty, `.` or `..`.
///
/// `./images//a.jpg`, `images\a.jpg`, `file:///images/a.jpg` and
/// `images/a%20b.jpg` are what file managers, browsers and other programs give.
pub(crate) fn tidied(path: &str) -> String {
    let path = path.trim();
    let path = path.strip_prefix("file:").unwrap_or(path);
    let path = unescaped(path).replace('\\', "/");
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').map(str::trim) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// A path with its `%20` as the characters that they stand for, unless they
/// stand for none.
fn unescaped(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let code = match after {
            [high, low, ..] if *first == b'%' => hexadecimal(*high).zip(hexadecimal(*low)),
            _ => None,
        };
        bytes.push(code.map_or(*first, |(high, low)| high << 4 | low));
        rest = &after[if code.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

/// The file that a path means, though it is not written as the file is named:
/// in another way, or in other capitals.
pub(crate) fn meant<'f>(path: &str, mut files: impl Iterator<Item = &'f str>) -> Option<&'f str> {
    let tidied = tidied(path).to_lowercase();
    files.find(|file| file.to_lowercase() == tidied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_found_however_it_is_written() {
        let files = ["report.json", "images/사진 1.jpg", "images/b.png"];
        for path in [
            "images/사진 1.jpg",
            "./images/사진 1.jpg",
            "images//사진 1.jpg",
            "images/./사진 1.jpg",
            "images\\사진 1.jpg",
            ".\\images\\사진 1.jpg",
            "Images/사진 1.JPG",
            " images/사진 1.jpg ",
            "/images/사진 1.jpg",
            "file:///images/사진 1.jpg",
            "images/%EC%82%AC%EC%A7%84%201.jpg",
            "projects/../images/사진 1.jpg",
        ] {
            assert_eq!(meant(path, files.into_iter()), Some(files[1]), "{path}");
        }
        for path in ["images", "images/c.png", "C:\\images\\b.png", "100%.png", "%", ""] {
            assert_eq!(meant(path, files.into_iter()), None, "{path}");
        }
        assert_eq!(tidied("images/50%25.png"), "images/50%.png");
        assert_eq!(tidied("images/50%.png"), "images/50%.png");
    }
}
