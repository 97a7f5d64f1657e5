//! Sections: 조직 및 인력, 예산현황 and whatever else a report has.

use super::block::Block;
use super::text::Text;
use crate::json::{Spanned, record, words};

/// Counts in a row, each with its place, and where the row stands.
pub type Counts = Spanned<Vec<Spanned<u32>>>;

words! {
    /// How a section is headed.
    Head: "절 머리" {
        /// With its number and title, on the running page: `1 조직 및 인력`.
        Numbered = "numbered",
        /// With its title in the middle of a new page.
        Page = "page",
        /// Not at all.
        None = "none",
    }
}

record! {
    /// A section of a chapter.
    plain Section: "절" {
        /// Its title.
        optional title: Text = "제목",
        /// How it is headed; numbered if it has a title.
        optional head: Head = "머리: numbered(번호), page(새 쪽 가운데 제목), none(없음)",
        /// The organisation, which charts and tables of the edition show.
        optional organisation: Organisation = "조직: 조직도·주요업무 표가 이것을 보임",
        /// The staff, which tables of the edition show.
        optional staff: Staff = "인력: 인력현황 표가 이것을 보임",
        /// What it says.
        wanted body: Vec<Block> = "본문",
    }
}

record! {
    /// An office and its units.
    plain Organisation: "조직" {
        /// The office's name.
        required name: Text = "이름",
        /// Bodies beside it: a board, an auditor.
        usual aside: Vec<Text> = "옆에 놓이는 기구: 이사회, 감사 …",
        /// Its units.
        required units: Vec<Unit> = "팀 또는 과",
    }
}

record! {
    /// A team, a 과, or a unit that has units of its own.
    plain Unit: "조직 단위" {
        /// Its name.
        required name: Text = "이름",
        /// A word below the name: a telephone, a remark.
        optional note: Text = "이름 아래의 말: ☎2420, 정원 외 …",
        /// What it does.
        usual duties: Vec<Text> = "주요업무",
        /// Whether it is the one that reports, which charts set off.
        usual own: bool = "보고하는 부서인지: 조직도에서 돋보임",
        /// Its own units.
        usual units: Vec<Unit> = "아래 단위",
    }
}

record! {
    /// People by grade.
    plain Staff: "인력" {
        /// The grades.
        required grades: Vec<Spanned<String>> = "직급들: 5급, 6급 … 또는 팀장, 주임 …",
        /// The units and their people.
        required units: Vec<StaffUnit> = "부서들",
        /// The totals as they are known, to be proved; computed otherwise.
        optional total: StaffTotal = "계 행의 값. 적으면 검산하고, 없으면 계산함",
    }
}

record! {
    /// A unit's people.
    plain StaffUnit: "부서 인력" {
        /// The unit's name.
        required name: Text = "이름",
        /// 정원 by grade, where it is known.
        optional quota: Counts = "정원: 직급마다 하나. 없으면 현원만",
        /// 현원 by grade.
        required current: Counts = "현원: 직급마다 하나",
        /// All of 정원 as it is known, to be proved; computed otherwise.
        optional quota_total: Spanned<u32> = "정원의 합계. 적으면 검산하고, 없으면 계산함",
        /// All of 현원 as it is known, to be proved; computed otherwise.
        optional current_total: Spanned<u32> = "현원의 합계. 적으면 검산하고, 없으면 계산함",
    }
}

record! {
    /// The people of all units as they are known.
    plain StaffTotal: "인력의 계" {
        /// 정원 by grade.
        optional quota: Counts = "정원: 직급마다 하나",
        /// 현원 by grade.
        optional current: Counts = "현원: 직급마다 하나",
        /// All of 정원.
        optional quota_total: Spanned<u32> = "정원의 합계",
        /// All of 현원.
        optional current_total: Spanned<u32> = "현원의 합계",
    }
}
