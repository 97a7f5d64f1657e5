//! Lists the template files, so that they are part of the program, and writes down
//! what the Korean faces draw without rare characters.

#![expect(clippy::disallowed_methods, reason = "a build script reads and writes files")]

#[path = "src/rare.rs"]
mod rare;
#[path = "src/truetype.rs"]
#[expect(dead_code, reason = "the program leaves instructions out, too")]
mod truetype;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use rustybuzz::ttf_parser::Face;

/// The face that has all usual syllables and no other.
const USUAL: &str = "Baekmuk-Headline.ttf";

/// The faces of which a part is enough for most reports.
const KOREAN: [&str; 4] =
    ["NanumMyeongjo.ttf", "NanumMyeongjoBold.ttf", "NanumGothic.ttf", "NanumGothicBold.ttf"];

/// What is printed for a character that a face does not have.
const NO_GLYPH: usize = 0;

fn main() -> io::Result<()> {
    // Asked when it runs: a checkout that was moved has a new path.
    let manifest = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let root = Path::new(&manifest).join("../..");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/rare.rs");
    println!("cargo::rerun-if-changed=src/truetype.rs");
    write_templates(&root.join("templates"), Path::new(&out))?;
    write_common(&root.join("fonts"), Path::new(&out))
}

fn write_templates(root: &Path, out: &Path) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(root, &mut files)?;
    files.sort();
    let mut list = String::from("&[\n");
    for file in files {
        let relative = file.strip_prefix(root).map_err(io::Error::other)?;
        let name = relative.to_string_lossy().replace('\\', "/");
        let path = file.display().to_string();
        writeln!(list, "    ({name:?}, include_str!({path:?})),").map_err(io::Error::other)?;
    }
    list.push(']');
    fs::write(out.join("templates.rs"), list)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|end| end == "typ" || end == "json") {
            files.push(path);
        }
    }
    Ok(())
}

/// Writes which syllables are usual, and the faces without the outlines of other
/// syllables and of hanja.
fn write_common(fonts: &Path, out: &Path) -> io::Result<()> {
    let mut usual = vec![0; rare::SYLLABLES.count().div_ceil(8)];
    for (code, _) in characters(&read(&fonts.join(USUAL))?)? {
        if rare::SYLLABLES.contains(&code) {
            let index = code - rare::SYLLABLES.start();
            usual[index as usize / 8] |= rare::bit(index);
        }
    }
    for name in KOREAN {
        let font = read(&fonts.join(name))?;
        // Without substitutions, no glyph is printed but a character's own.
        if has_substitutions(&font)? {
            return Err(io::Error::other(format!("{name}: a glyph may stand for another")));
        }
        let is_rare = |code| char::from_u32(code).is_some_and(|own| rare::is_rare(own, &usual));
        let common = characters(&font)?.into_iter().filter(|(code, _)| !is_rare(*code));
        let mut kept: BTreeSet<usize> = common.map(|(_, glyph)| glyph).collect();
        kept.insert(NO_GLYPH);
        let reduced = truetype::reduced(&font, |glyph| kept.contains(&glyph));
        let reduced = reduced.ok_or_else(|| io::Error::other(format!("{name}: no outlines")))?;
        fs::write(out.join(name), reduced)?;
    }
    fs::write(out.join("usual-syllables"), usual)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read(path)
}

/// The characters of a font by their code points, with their glyphs, as the
/// compiler finds them.
fn characters(font: &[u8]) -> io::Result<Vec<(u32, usize)>> {
    let face = Face::parse(font, 0).map_err(io::Error::other)?;
    let glyph = |code| {
        let glyph = face.glyph_index(char::from_u32(code)?)?;
        Some((code, usize::from(glyph.0)))
    };
    Ok((0..0x11_0000).filter_map(glyph).collect())
}

/// Whether a face sets some glyphs in place of others.
fn has_substitutions(font: &[u8]) -> io::Result<bool> {
    let face = Face::parse(font, 0).map_err(io::Error::other)?;
    Ok(face.tables().gsub.is_some_and(|table| !table.lookups.is_empty()))
}
