//! Writes photographs of 12 megapixels, for measurements: the folder, and how
//! many.

#[path = "../tests/suite/photograph.rs"]
mod photograph;

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_default());
    let count = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(0);
    for number in 0..count {
        std::fs::write(folder.join(format!("{number}.jpg")), photograph::photograph(number))?;
    }
    Ok(())
}
