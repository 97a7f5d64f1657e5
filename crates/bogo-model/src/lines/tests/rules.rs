//! Each rule, on words as offices write them.

use super::*;

/// The lines of justified text.
fn justified(text: &str, ems: f64) -> String {
    set(text, ems, Form::Justified(LIMITS))
}

fn ragged(text: &str, ems: f64) -> String {
    set(text, ems, Form::Ragged)
}

fn balanced(text: &str, ems: f64) -> String {
    set(text, ems, Form::Balanced)
}

#[test]
fn a_text_that_fits_stands_on_one_line() {
    let text = "지역 문화예술 지원";
    let natural = paragraph(text).natural();
    assert!((natural - (8.0 * 0.95 + 0.6)).abs() < 1e-9);
    assert_eq!(ragged(text, natural), text);
    assert_eq!(ragged(text, natural - 0.01), "지역|문화예술 지원");
    assert_eq!(justified("", 5.0), "");
    assert_eq!(paragraph(text).count(&room(natural, Form::Ragged)), 1);
}

#[test]
fn lines_end_at_spaces_and_at_written_line_breaks() {
    let text = "추진 배경\n주민 의견 수렴 확대";
    assert_eq!(ragged(text, 6.0), "추진 배경|주민 의견|수렴 확대");
    assert_eq!(ragged("하나\n\n둘", 6.0), "하나||둘");
    assert_eq!(ragged("하나 \n 둘", 6.0), "하나|둘");
    assert_eq!(paragraph("하나\n둘\n").lines(&room(9.0, Form::Ragged)).count(), 3);
}

#[test]
fn what_was_typed_to_hold_holds() {
    assert_eq!(ragged("사업 위\u{a0}치 관내", 5.0), "사업|위\u{a0}치 관내");
    assert_eq!(ragged("전체 위    치 관내", 5.2), "전체|위    치|관내");
    assert_eq!(ragged("조사 사 업 명 관내에서", 6.0), "조사 사 업 명|관내에서");
    assert_eq!(ragged("조사 사 업 명 관내에서", 5.0), "조사|사 업 명|관내에서");
}

#[test]
fn a_short_word_comes_apart_only_where_its_line_would_gape() {
    assert_eq!(ragged("정책 협의(국비·도비) 요청", 10.5), "정책|협의(국비·도비) 요청");
    assert_eq!(ragged("정책 수립 후 협의(국비·도비)", 11.0), "정책 수립 후|협의(국비·도비)");
    // Wider than the line by itself.
    assert_eq!(ragged("지역문화(예술교육)", 5.0), "지역문화|(예술교육)");
    assert_eq!(ragged("서울시민~하남시민", 6.0), "서울시민~|하남시민");
}

#[test]
fn a_long_word_comes_apart_at_its_joints() {
    let text = "접수 서울특별시금천구(문화예술과)신청서제출 가능";
    assert_eq!(justified(text, 13.0), "접수 서울특별시금천구|(문화예술과)신청서제출 가능");
}

#[test]
fn a_number_stays_whole_and_is_rather_set_smaller() {
    assert_eq!(ragged("전액 1,234,567,890원", 9.0), "전액|1,234,567,890원");
    let number = paragraph("1,234,567,890");
    let lines = number.lines(&room(6.0, Form::Ragged));
    assert_eq!(lines.ends, []);
    assert!((lines.scale * number.natural() - 6.0).abs() < 1e-6 && lines.scale > 0.8);
    // Too small to be read: behind a comma, never within three digits.
    let lines = number.lines(&room(4.0, Form::Ragged));
    assert_eq!((cut("1,234,567,890", &lines), lines.scale), (vec!["1,234,", "567,890"], 1.0));
    assert!((number.narrowest() - (3.0 * 0.54 + 0.28)).abs() < 1e-9);
    let lines = number.lines(&room(1.0, Form::Ragged));
    assert_eq!(cut("1,234,567,890", &lines).concat(), "1,234,567,890");
}

#[test]
fn brackets_of_a_few_words_stay_whole_where_that_costs_no_line() {
    let text = "여름 음악회 개최 (조회수 5,843회) 등 홍보";
    assert_eq!(ragged(text, 13.0), "여름 음악회 개최|(조회수 5,843회) 등 홍보");
    assert_eq!(ragged("가나다라 (조회수 5,843회)", 8.2), "가나다라|(조회수 5,843회)");
    // Here it would cost one.
    assert_eq!(
        ragged("가나다라마 (조회수 5,843회) 바사아", 9.6),
        "가나다라마 (조회수|5,843회) 바사아"
    );
    let people = "107,876 명 / (환급자 66,926명)";
    assert_eq!(ragged(people, 12.0), "107,876 명 /|(환급자 66,926명)");
    let long = "모집 인원 전체 107,876 명 (지난해 환급을 받은 사람 66,926명) 예정";
    assert_eq!(
        justified(long, 19.0),
        "모집 인원 전체 107,876 명|(지난해 환급을 받은 사람 66,926명) 예정"
    );
}

#[test]
fn figures_stay_with_their_units_signs_and_dates() {
    for (text, ems, lines) in [
        ("예산 증감 약 -234억원 예상", 8.0, "예산 증감|약 -234억원 예상"),
        ("정부 예산 2조 8,240억원 편성", 9.0, "정부 예산|2조 8,240억원 편성"),
        ("참여 인원 총 14 명 내외", 8.0, "참여 인원|총 14 명 내외"),
        ("접수 기한 2024. 9. 30. 까지", 9.0, "접수 기한|2024. 9. 30. 까지"),
        ("지방재정법 제 3 조 적용", 7.0, "지방재정법|제 3 조 적용"),
        ("총사업비: 1,400백만원 확보", 10.5, "총사업비:|1,400백만원 확보"),
    ] {
        assert_eq!(ragged(text, ems), lines);
    }
}

#[test]
fn signs_stay_where_they_belong() {
    assert_eq!(ragged("노선 서울강동 ~ 하남 ~ 남양주", 8.0), "노선 서울강동 ~|하남 ~ 남양주");
    assert_eq!(ragged("차량 전액 지원 ※ 별도 협의 예정", 9.0), "차량 전액 지원|※ 별도 협의 예정");
    assert_eq!(ragged("연면적 39,783 ㎡ 조성", 6.3), "연면적|39,783 ㎡|조성");
    assert_eq!(ragged("지역 ① 안양방향 ② 서울방향", 8.5), "지역 ① 안양방향|② 서울방향");
    assert_eq!(ragged("사업비 : 관내 전체", 5.0), "사업비 :|관내 전체");
}

#[test]
fn no_closing_mark_begins_a_line_and_no_opening_one_ends_it() {
    for ems in 1..30 {
        let ems = f64::from(ems) * 0.5;
        let text = "「도로법」제3조(정의), ‘문화’와 (예술) 100% 달성, 30 ℃ 이상";
        for line in set(text, ems.max(2.7), Form::Ragged).split('|') {
            assert!(!line.starts_with(['」', ')', '’', ',', '%', '℃']), "{line} in {ems}");
            assert!(!line.ends_with(['「', '(', '‘']), "{line} in {ems}");
        }
    }
}

#[test]
fn a_dependent_word_does_not_begin_a_line_if_that_can_be_helped() {
    let text = "주민이 함께 쉽게 참여할 수 있는 기회를 제공하는 것 외에";
    let lines = justified(text, 12.5);
    assert!(!lines.contains("|수") && !lines.contains("|것"), "{lines}");
}

#[test]
fn a_last_line_has_more_than_a_few_characters() {
    assert_eq!(ragged("지역 예산 절감 효과 등", 9.5), "지역 예산|절감 효과 등");
    assert_eq!(balanced("지역 예산 절감 효과 (안)", 10.0), "지역 예산|절감 효과 (안)");
    assert_eq!(justified("지역 예산 절감의 효과를 본다", 10.6), "지역 예산 절감의|효과를 본다");
    // There is no other choice.
    assert_eq!(ragged("가나다 라", 3.0), "가나다|라");
}

#[test]
fn lines_of_titles_are_alike_in_length() {
    assert_eq!(balanced("지역 맞춤형 문화예술 교육", 10.0), "지역 맞춤형|문화예술 교육");
    assert_eq!(ragged("지역 맞춤형 문화예술 교육", 10.0), "지역 맞춤형|문화예술 교육");
    let text = "문화예술교육사 운영 기본 방향과 전문성을 갖춘 지역 기관";
    assert_eq!(balanced(text, 20.0), "문화예술교육사 운영 기본|방향과 전문성을 갖춘 지역 기관");
}

#[test]
fn a_badge_takes_room_from_the_first_line() {
    let text = "문화예술 교육 지원";
    let mut badge = room(8.1, Form::Ragged);
    assert_eq!(cut(text, &paragraph(text).lines(&badge)), ["문화예술", "교육 지원"]);
    badge.lead = 3.0;
    assert_eq!(cut(text, &paragraph(text).lines(&badge)), ["문화예술", "교육 지원"]);
    assert_eq!(paragraph(text).count(&badge), 2);
}

#[test]
fn latin_words_and_addresses_come_apart_by_their_own_rules() {
    assert_eq!(ragged("홍보 Instagram 운영", 5.0), "홍보|Instagram|운영");
    assert_eq!(ragged("Instagram", 2.6), "Inst|agram");
    let address = "www.geumcheon.go.kr/culture/event?id=2024";
    let lines = ragged(address, 10.0);
    assert_eq!(lines, "www.geumcheon.|go.kr/culture/|event?id=2024");
}

#[test]
fn a_word_too_long_for_its_line_comes_apart_between_syllables() {
    let lines = ragged("지역문화예술교육활성화기반조성", 7.0);
    assert_eq!(lines.split('|').count(), 3);
    assert_eq!(ragged("서울시 도시기반시설본부", 7.3), "서울시 도시기|반시설본부");
    assert_eq!(ragged("서울시 도시기반시설본부", 4.0), "서울시|도시기반|시설본부");
    assert_eq!(ragged("지원함", 1.2), "지|원|함");
    // The letters of a syllable and its tone mark stay together.
    let old = "\u{1112}\u{119e}\u{11ab}\u{302e}\u{1112}\u{119e}\u{11ab}\u{302e}";
    assert_eq!(ragged(old, 1.2), [&old[..12], &old[12..]].join("|"));
}

#[test]
fn a_line_that_cannot_reach_its_measure_stands_as_it_is() {
    let lines = |text, ems| paragraph(text).lines(&room(ems, Form::Justified(LIMITS)));
    let gaping = lines("지원 신청서를 문화예술교육담당자에게 제출", 12.0);
    assert!(!gaping.ends[0].justified);
    let near = lines("지원 신청서를 구청 담당자에게 직접 제출", 13.4);
    assert!(near.ends[0].justified);
}

#[test]
fn what_is_bold_is_measured_bold() {
    let pieces = [Piece { text: "금천구", bold: true }, Piece { text: "의 예산", bold: false }];
    let paragraph = Paragraph::new(&pieces, FACE, &Fixed);
    assert!((paragraph.natural() - (3.0 * 0.95 * 1.1 + 3.0 * 0.95 + 0.3)).abs() < 1e-9);
    assert_eq!(paragraph.widest_word(), "금천구의");
    let tracked = Face { tracking: 0.1, ..FACE };
    let tracked = Paragraph::new(&pieces, tracked, &Fixed);
    assert!((tracked.natural() - paragraph.natural() - 0.6).abs() < 1e-9);
}

#[test]
fn a_paragraph_tells_its_widest_word() {
    let paragraph = paragraph("사 업 명 및 문화예술교육 2024. 9. 30.");
    assert_eq!(paragraph.widest_word(), "문화예술교육");
    assert!((paragraph.least() - 6.0 * 0.95).abs() < 1e-9);
    let held = super::paragraph("문화\u{a0}예술\u{a0}교육 지원");
    assert_eq!(held.widest_word(), "문화\u{a0}예술\u{a0}교육");
}
