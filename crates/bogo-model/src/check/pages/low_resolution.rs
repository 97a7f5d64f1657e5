//! Pictures that have too few pixels for the size at which they are printed.

use crate::check::listed::rule;
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, PictureUse};
use crate::message;
use crate::quoting::quoted;
use crate::resolve::{Facts, PictureFact};

rule! {
    /// 그림이 찍히는 크기에서 1인치당 150픽셀이 되는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 픽셀이 모자란 그림은 화면에서는 멀쩡해도 종이에서는 흐리고 각이 집니다. 메신저나 누리집에서 내려받은 사진이 그렇습니다. 사무실 인쇄기에는 1인치당 150픽셀, 인쇄소에는 300픽셀이면 넉넉합니다.
    ///
    /// ## 보기
    ///
    /// 한 줄을 다 채우는 사진(너비 166.5mm)은 가로 984픽셀이 있어야 합니다.
    ///
    /// ```text
    /// images/photo-1.jpg   640×480픽셀  → 1인치당 98픽셀: 찾음
    /// images/photo-2.jpg  1600×1200픽셀 → 1인치당 244픽셀: 괜찮음
    /// ```
    ///
    /// 같은 사진도 둘씩 놓으면 너비가 절반이므로 픽셀이 절반이면 됩니다.
    ///
    /// ```json
    /// { "kind": "pictures", "per_row": 2, "photos": [] }
    /// ```
    ///
    /// ## 고치기
    ///
    /// - 찍은 그대로의 원본을 씁니다. 큰 그림은 bogo가 알아서 줄입니다.
    /// - 원본이 없으면 작게 놓습니다: `"per_row"`를 늘리거나 `"width"`를 줄입니다.
    ///
    /// 칸에 맞추어 잘리는 그림은 남는 부분의 픽셀로 셉니다. 꼭 150이면 찾지 않습니다. 픽셀 수만 보므로, 작은 그림을 억지로 키운 파일은 알아보지 못합니다.
    LOW_RESOLUTION = "low-resolution": Pages, Warning,
        "그림의 해상도", "a picture of too few pixels";
    checks: [Edition(findings)];
    wrong: Body [
        r#"[{ "kind": "pictures", "photos": [{ "file": "images/640x480.jpg", "alt": "무대" }] }]"#,
        r#"[{ "kind": "pictures", "ratio": "1:5",
              "photos": [{ "file": "images/640x480.jpg", "alt": "무대" }] }]"#,
    ];
    right: Body [
        r#"[{ "kind": "pictures", "photos": [{ "file": "images/1600x1200.jpg", "alt": "무대" }] }]"#,
        r#"[{ "kind": "pictures", "width": 50,
              "photos": [{ "file": "images/640x480.jpg", "alt": "무대" }] }]"#,
    ];
}

/// A picture of fewer pixels per inch than this looks blurred in print.
const LEAST_PPI: f64 = 150.0;

/// The most pixels that a picture can have; more are not read.
const MOST_PIXELS: f64 = 2e8;

/// Millimetres in an inch.
const INCH_MM: f64 = 25.4;

/// Pictures that would look blurred.
fn findings(edition: &Edition, facts: &Facts<'_>) -> Vec<Diagnostic> {
    edition.every_picture().filter_map(|picture| finding(&picture.used, facts)).collect()
}

/// A picture that has too few pixels for the size at which it is printed.
fn finding(used: &PictureUse, facts: &Facts<'_>) -> Option<Diagnostic> {
    let Some(PictureFact::Readable { width: across, height: down }) =
        facts.pictures.get(&used.file)
    else {
        return None;
    };
    let (wide, high) = (f64::from(*across), f64::from(*down));
    let ratio = used.print.crop.unwrap_or(wide / high);
    let printed = used.print.width_mm.min(used.print.height_mm * ratio);
    let ppi = wide.min(high * ratio) / (printed / INCH_MM);
    // What is lost in reckoning is no pixel.
    if ppi > LEAST_PPI - 1e-6 {
        return None;
    }
    let needed = |pixels: f64| (pixels * LEAST_PPI / ppi - 1e-6).ceil();
    // Rounded up, 149.6 would look as if it were enough.
    let ppi = ppi.floor();
    let (needed_across, needed_down) = (needed(wide), needed(high));
    let file = quoted(&used.file);
    let message = message!(
        "그림의 픽셀이 모자라 흐리게 찍힙니다: {file} {across}×{down}픽셀, 너비 {printed:.0}mm에 1인치당 {ppi:.0}픽셀",
        "the picture has too few pixels to be sharp: {file} has {across}×{down}, which at a width of {printed:.0} mm is {ppi:.0} per inch"
    );
    let help = match needed_across * needed_down > MOST_PIXELS {
        // No picture can have as many.
        true => message!(
            "그림의 꼴이 칸과 너무 다릅니다. \"whole\": true로 자르지 않거나, \"ratio\"를 그림에 맞추거나, 쓸 곳만 잘라 쓰십시오.",
            "its shape is too far from that of its place: set `whole`, choose a `ratio` like its own, or cut out what is to be seen"
        ),
        false => message!(
            "{needed_across}×{needed_down}픽셀 이상이면 1인치당 {LEAST_PPI}픽셀이 됩니다. 원본을 쓰거나 더 작게 놓으십시오.",
            "{needed_across}×{needed_down} or more make {LEAST_PPI} per inch; use the original or set it smaller"
        ),
    };
    Some(LOW_RESOLUTION.finding(used.place.clone(), message).with_help(help))
}
