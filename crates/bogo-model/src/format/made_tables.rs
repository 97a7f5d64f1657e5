//! Tables that are made of what the data says: of money, with their totals,
//! changes and rates, of duties and of staff.

use super::text::Text;
use super::value::Figure;
use crate::json::{Spanned, record};

/// Figures in a row, each with its place, and where the row stands.
pub type Amounts = Spanned<Vec<Spanned<Figure>>>;

record! {
    /// What a project costs, by source of funds and by year.
    plain Funding: "소요예산 표" {
        /// The name by which the whole report calls its figures: `{=이름.열}`.
        optional name: Spanned<String> = "표의 이름. 보고서 어디서나 {=이름.열}, {=이름.합계}로 수치를 부름",
        /// The unit of all amounts.
        required unit: Text = "단위: 천원, 백만원, 억원",
        /// Heads of the amount columns.
        required columns: Vec<Text> = "금액 열의 이름: 2023년, 2024년 …",
        /// The head that spans them; none if empty.
        optional columns_head: Text = "금액 열 위의 머리글(보통 ‘연차별 소요재원’). \"\"이면 없음",
        /// The sources and their amounts.
        required sources: Vec<FundingSource> = "재원: 국비, 도비, 시비, 구비, 기금 …",
        /// Head of the last column, where sources have notes.
        optional note_head: Text = "비고 열의 이름",
        /// Heads of the first two columns.
        optional head: Vec<Text> = "앞 두 열의 이름: 재원별, 합계",
        /// Whether the row of totals is left out.
        usual without_total: bool = "계 행을 넣지 않음",
        /// The totals as they are known, to be proved; computed otherwise.
        optional total: FundingTotal = "계 행의 값. 적으면 검산하고, 없으면 계산함",
        /// On landscape pages of its own.
        usual landscape: bool = "가로 쪽에 놓는지",
    }
}

record! {
    /// A source of funds.
    plain FundingSource: "재원" {
        /// Its name.
        required name: Text = "이름: 국비, 구비 …",
        /// Its amounts, one for each column.
        required amounts: Amounts = "열마다 하나씩의 금액",
        /// Their sum as it is known, to be proved; computed otherwise.
        optional total: Spanned<Figure> = "합계. 적으면 검산하고, 없으면 계산함",
        /// A word beside it.
        optional note: Text = "비고",
    }
}

record! {
    /// The totals of a table of costs as they are known.
    plain FundingTotal: "소요예산의 계" {
        /// The totals of the columns, one for each.
        optional amounts: Amounts = "열마다 하나씩의 계",
        /// The total of all.
        optional total: Spanned<Figure> = "모두의 합계",
    }
}

record! {
    /// A budget beside an earlier one.
    plain Budget: "예산현황 표" {
        /// The unit of all amounts.
        required unit: Text = "단위: 천원, 백만원, 억원",
        /// Heads of the two amount columns: this budget, then the earlier one.
        required columns: Spanned<Vec<Text>> = "금액 열 둘: 올해, 견줄 해",
        /// The departments and what they spend.
        required departments: Vec<BudgetDepartment> = "부서들",
        /// The totals as they are known, to be proved; computed otherwise.
        optional total: BudgetTotal = "합계 행의 값. 적으면 검산하고, 없으면 계산함",
        /// On landscape pages of its own.
        usual landscape: bool = "가로 쪽에 놓는지",
    }
}

record! {
    /// A department's budget.
    plain BudgetDepartment: "부서 예산" {
        /// Its name.
        required name: Text = "부서 이름",
        /// What it spends.
        required lines: Vec<BudgetLine> = "정책사업비, 행정운영경비, 재무활동비 …",
        /// Its totals as they are known, to be proved; computed otherwise.
        optional total: BudgetTotal = "계 행의 값. 적으면 검산하고, 없으면 계산함",
    }
}

record! {
    /// A line of a budget.
    plain BudgetLine: "예산 줄" {
        /// Its name.
        required name: Text = "이름",
        /// Its amounts: this budget's, then the earlier one's.
        required amounts: Amounts = "금액 둘: 올해, 견줄 해",
        /// The change as it is known, to be proved; computed otherwise.
        optional change: Spanned<Figure> = "증감. 적으면 검산하고, 없으면 계산함",
        /// Its rate in percent, to one decimal; computed if it is not said.
        optional rate: Spanned<Figure> = "증감률(%). 적으면 검산하고, 없으면 계산함",
    }
}

record! {
    /// A row of totals of a budget as it is known.
    plain BudgetTotal: "예산의 계" {
        /// Its amounts: this budget's, then the earlier one's.
        optional amounts: Amounts = "금액 둘: 올해, 견줄 해",
        /// The change.
        optional change: Spanned<Figure> = "증감",
        /// Its rate in percent, to one decimal.
        optional rate: Spanned<Figure> = "증감률(%)",
    }
}

record! {
    /// Who does what, from the duties of the edition's organisation.
    plain Duties: "주요업무 표" {
        /// Heads of the two columns.
        optional head: Vec<Text> = "머리글 둘: 팀 명, 주 요 업 무",
        /// On landscape pages of its own.
        usual landscape: bool = "가로 쪽에 놓는지",
    }
}

record! {
    /// Staff by grade, from the edition's staff.
    plain StaffView: "인력현황 표" {
        /// The grades shown; all if nothing is said.
        optional grades: Vec<Spanned<String>> = "보일 직급들. 없으면 모두",
        /// Head of the first column.
        optional name_head: Text = "첫 열의 머리글: 부서명",
        /// Head of the column of totals.
        optional total_head: Text = "합계 열의 머리글",
        /// Name of the row, where there is one unit only.
        optional row_name: Text = "부서가 하나일 때 행의 이름: 정원(현원)",
        /// The line above the table at its right.
        optional remark: Text = "표 위 오른쪽의 말: 정원(현원), (기준일 : …)",
        /// On landscape pages of its own.
        usual landscape: bool = "가로 쪽에 놓는지",
    }
}
