//! Projects.

use super::block::Block;
use super::text::Text;
use crate::json::{Spanned, record};

record! {
    /// A project of the report.
    plain Project: "사업" {
        /// Its place among the projects of its chapter.
        wanted number: Spanned<u32> = "번호: 1, 2, 3 …",
        /// Its title.
        wanted title: Text = "사업 이름",
        /// The team or 과 that it belongs to.
        optional team: Spanned<String> = "팀 또는 과",
        /// The strip above its title.
        optional strip: Strip = "제목 위의 띠: 배지, 체크 칸, 전화",
        /// What it says: 사업개요, 추진실적, 향후추진계획 …
        wanted body: Vec<Block> = "본문: 사업개요, 추진실적 …",
    }
}

record! {
    /// A strip at the head of a project.
    plain Strip: "사업 머리띠" {
        /// The badge at the left.
        optional left: Text = "왼쪽 배지",
        /// Words and check boxes in the middle.
        optional center: Text = "가운데: 2회추경 ☑편성 ☐미편성",
        /// Department and telephone at the right.
        optional right: Text = "오른쪽: 부서 ☎0000",
    }
}
