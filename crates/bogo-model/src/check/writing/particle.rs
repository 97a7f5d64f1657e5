//! Particles (조사), where it is certain which one belongs.

use std::ops::Range;

use super::words::{before, is_of_word};
use super::{Hit, Reading, write_instead};
use crate::check::listed::rule;
use crate::check::sentences::Sentence;
use crate::korean::hangul::is_syllable;
use crate::korean::particles::{ENDS_OF_PAIRS, Host, LEFT_OPEN, PAIRS, fitting, sound_before};
use crate::message;

rule! {
    /// 앞말의 받침에 맞는 조사인지, 을(를)처럼 정하지 않은 조사가 남았는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 숫자나 이름만 바꾸어 쓰면 조사가 그대로 남습니다. 서식에서 온 ‘을(를)’은 채우지 않은 빈자리로 보입니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                      바른 것
    /// 45.8%을 목표로               45.8%를 목표로
    /// 39,783㎡으로 확대            39,783㎡로 확대
    /// 3를, 10는                    3을, 10은
    /// 「교통국」와 협의            「교통국」과 협의
    /// 공모전를 개최                공모전을 개최
    /// 정책을를 추진                정책을 추진
    /// 주민을(를) 대상으로          주민을 대상으로
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 마을    가을    저녁노을    새로 지을 청사    종로3가    수사2과    가산디지털1로
    /// 농어촌도로102호선(녹촌~창현)을    송파을 선거구    들를 곳
    /// 천안시을 국회의원    국회의원(평택시을)    박다을 주무관    1/2을, 2/3를
    /// ```
    ///
    /// ## 고치기
    ///
    /// 수는 읽는 소리를 따릅니다: 1(일)·7·8은 ㄹ, 0·3·6은 다른 받침, 2·4·5·9는 받침 없음. 분수는 분자를 나중에 읽으므로 보지 않습니다. %는 퍼센트, ㎡는 제곱미터로 읽습니다. `--fix`는 맞는 조사로 바꿉니다.
    ///
    /// 확실한 것만 찾습니다. 보통 말 뒤에서는 을과 를만 보고, 둥근 괄호 뒤의 조사는 읽는 법이 여럿이라 보지 않습니다. 영문자 뒤에서는 AI, CCTV처럼 한 자씩 읽는 것이 분명할 때의 을과 를만 봅니다.
    PARTICLE = "particle": Writing, Warning, mends, "조사", "particles";
    checks: [Sentence(hits)];
}

/// Words that end in 을 behind a vowel.
const WORDS_IN_EUL: [&str; 12] = [
    "마을", "가을", "노을", "고을", "지을", "이을", "나을", "부을", "그을", "저을", "모을", "자을",
];

/// Places whose constituencies are called 갑 and 을: 송파을.
const CONSTITUENCIES: [&str; 26] = [
    "송파",
    "서초",
    "구로",
    "강서",
    "마포",
    "영등포",
    "남양주",
    "파주",
    "광주",
    "군포",
    "김포",
    "의정부",
    "해운대",
    "사하",
    "북구",
    "서구",
    "남구",
    "달서",
    "전주",
    "여수",
    "제주",
    "원주",
    "연수",
    "김해",
    "진주",
    "구미",
];

/// What stands behind a constituency, apart from it.
const OF_A_SEAT: [&str; 12] = [
    "국회의원",
    "선거구",
    "지역구",
    "지역위원",
    "당협",
    "당선",
    "후보",
    "예비후보",
    "출마",
    "재선거",
    "보궐",
    "의원",
];

/// Family names that many people have.
const FAMILIES: &str = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천";

/// Syllables between a family name and 을 that no noun of reports has there:
/// 박다을.
const GIVEN: &str = "다새루채";

/// Titles behind a name of a person.
const TITLES: [&str; 33] = [
    "주무관",
    "사무관",
    "서기관",
    "팀장",
    "과장",
    "국장",
    "실장",
    "계장",
    "부장",
    "차장",
    "반장",
    "원장",
    "관장",
    "소장",
    "센터장",
    "회장",
    "총장",
    "의원",
    "위원",
    "대표",
    "교수",
    "강사",
    "작가",
    "감독",
    "선생",
    "박사",
    "연구원",
    "변호사",
    "기자",
    "선수",
    "씨",
    "님",
    "이사",
];

/// Particles that do not fit what stands before them, or are left open.
fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let mut hits = open_particles(text);
    let open: Vec<Range<usize>> = hits.iter().map(|hit| hit.range.clone()).collect();
    let apart = |hit: &Hit| {
        open.iter().all(|open| hit.range.end <= open.start || open.end <= hit.range.start)
    };
    let closed =
        ends_of_words(text).filter_map(|end| doubled(text, end).or_else(|| misfit(text, end)));
    hits.extend(closed.filter(apart));
    hits
}

/// Particles that are left open, each run of them once.
fn open_particles(text: &str) -> Vec<Hit> {
    let opens: &[_] = if text.contains('(') { &LEFT_OPEN } else { &[] };
    let mut all: Vec<(Range<usize>, usize)> = opens
        .iter()
        .flat_map(|(open, pair)| {
            let starts = text.match_indices(open).map(|(start, _)| start);
            let whole = starts.filter(|start| is_whole(text, *start, open));
            whole.map(|start| (start..start + open.len(), *pair))
        })
        .collect();
    all.sort_by_key(|(range, _)| range.start);
    all.dedup_by(|(next, _), (last, _)| {
        let goes_on = next.start <= last.end;
        last.end = if goes_on { last.end.max(next.end) } else { last.end };
        goes_on
    });
    // One that is typed beside the open one is the same particle again.
    let with_typed = |range: Range<usize>| {
        let typed = text[range.end..].trim_start_matches(['을', '를']);
        text[..range.start].trim_end_matches('를').len()..text.len() - typed.len()
    };
    let all = all.into_iter().map(|(range, pair)| match pair {
        0 => (with_typed(range), pair),
        _ => (range, pair),
    });
    all.map(|(range, pair)| left_open(text, range, pair)).collect()
}

/// Whether the particles left open here are not the end of longer ones, as
/// `로(으로)` is of `으로(으로)`.
fn is_whole(text: &str, start: usize, open: &str) -> bool {
    before(text, start).is_some_and(|c| c != ' ')
        && !(open.starts_with("로(") && text[..start].ends_with('으'))
}

/// Where words end that may end in a particle: before anything that is no letter or digit.
fn ends_of_words(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().filter(|(start, character)| {
        !is_of_word(*character) && text[..*start].ends_with(ENDS_OF_PAIRS)
    });
    ends.map(|(start, _)| start).chain(text.ends_with(ENDS_OF_PAIRS).then_some(text.len()))
}

fn left_open(text: &str, range: Range<usize>, pair: usize) -> Hit {
    let typed = text[range.clone()].to_owned();
    let hit = Hit::new(
        &PARTICLE,
        range.clone(),
        message!("조사를 정하지 않았습니다: {typed}", "the particle is left open: {typed}"),
    );
    match sound_before(text, range.start).map(|(sound, _)| fitting(pair, sound)) {
        Some(right) => hit.with_instead(right).with_help(write_instead(right)),
        None => hit.with_help(message!("하나만 쓰십시오.", "write one of the two")),
    }
}

/// The particle that ends here, if it is not the one that fits.
fn misfit(text: &str, end: usize) -> Option<Hit> {
    PAIRS.iter().enumerate().find_map(|(pair, (consonant, vowel))| {
        // 으로 ends in 로; the longer one is meant.
        let typed = [consonant, vowel].into_iter().find(|typed| text[..end].ends_with(*typed))?;
        let start = end - typed.len();
        let (sound, host) = sound_before(text, start)?;
        let right = fitting(pair, sound);
        let word = spoken(text, start);
        if right == *typed || !is_certain(text, start, typed, host) {
            return None;
        }
        let hit = Hit::new(
            &PARTICLE,
            start..end,
            message!(
                "앞말에 맞지 않는 조사입니다: {word}{typed}",
                "the particle does not fit: {word}{typed}"
            ),
        );
        Some(hit.with_instead(right).with_help(write_instead(&format!("{word}{right}"))))
    })
}

/// A particle that is typed twice or more: `정책을를`. What is typed as 을 alone
/// may end a name.
fn doubled(text: &str, end: usize) -> Option<Hit> {
    let all = text[..end].trim_end_matches(['을', '를']).len();
    // 마을를 has one too few.
    let word = &text[..(all + '을'.len_utf8()).min(end)];
    let named = word.strip_suffix('을').is_some_and(|place| {
        WORDS_IN_EUL.iter().any(|other| word.ends_with(other))
            || CONSTITUENCIES.iter().any(|seat| place.ends_with(seat))
    });
    let start = if named { word.len() } else { all };
    let typed = &text[start..end];
    if typed.chars().count() < 2 || !typed.contains('를') {
        return None;
    }
    let (sound, _) = sound_before(text, start).filter(|(_, host)| *host == Host::Syllable)?;
    let right = fitting(0, sound);
    let word = spoken(text, start);
    let hit = Hit::new(
        &PARTICLE,
        start..end,
        message!("조사가 겹쳤습니다: {word}{typed}", "the particle stands twice: {word}{typed}"),
    );
    Some(hit.with_instead(right).with_help(write_instead(&format!("{word}{right}"))))
}

/// The word that ends at a byte, as messages name it: nothing where it is long,
/// or only the end of what is quoted.
fn spoken(text: &str, end: usize) -> &str {
    let word = text[..end].rsplit(char::is_whitespace).next().unwrap_or_default();
    let inner = word.strip_prefix(['「', '『', '‘', '“', '《', '(']).unwrap_or(word);
    let pairs = [('「', '」'), ('『', '』'), ('‘', '’'), ('“', '”'), ('《', '》'), ('(', ')')];
    let is_cut = pairs
        .iter()
        .any(|(opening, closing)| word.matches(*opening).count() != word.matches(*closing).count());
    if is_cut || inner.chars().count() > 16 { "" } else { word }
}

/// Whether 을 behind these syllables may end a name: of a constituency (천안시을)
/// or of a person (박다을).
fn may_end_name(text: &str, word_start: usize, start: usize, end: usize) -> bool {
    let (word, behind) = (&text[word_start..start], &text[end..]);
    let next = behind.trim_start();
    let apart = next.len() < behind.len() && next.starts_with(is_syllable);
    let seat = word.ends_with(['시', '군', '구'])
        && (!apart || OF_A_SEAT.iter().any(|other| next.starts_with(other)));
    let mut syllables = word.chars();
    let family = syllables.next().is_some_and(|first| FAMILIES.contains(first));
    let given = syllables.next().filter(|_| syllables.next().is_none());
    let titled = !apart || TITLES.iter().any(|title| next.starts_with(title));
    // In a list one name tells what the next one is.
    let listed = text[..word_start].ends_with("을, ") || text[..word_start].ends_with("을·");
    seat || family && given.is_some_and(|given| GIVEN.contains(given) || titled || listed)
}

/// Whether these syllables can only be a particle here.
fn is_certain(text: &str, start: usize, typed: &str, host: Host) -> bool {
    let word_start = text[..start].trim_end_matches(is_syllable).len();
    match host {
        Host::Syllable => {
            let word = &text[word_start..start + typed.len()];
            // 2조를 has a number before it.
            let numbered = before(text, word_start).is_some_and(|c| c.is_ascii_digit());
            let long = numbered || text[word_start..start].chars().count() >= 2;
            let name = may_end_name(text, word_start, start, start + typed.len());
            let seat = CONSTITUENCIES.iter().any(|place| text[..start].ends_with(place));
            typed == "를" && text[word_start..start] != *"들"
                || typed == "을"
                    && long
                    && !WORDS_IN_EUL.iter().any(|w| word.ends_with(w))
                    && !seat
                    && !name
        }
        // 3가, 2과 and 1로 are streets, divisions and roads.
        Host::Digits => {
            let digits = text[..start]
                .trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
            let numbered = digits.ends_with(is_syllable);
            matches!(typed, "을" | "를" | "은" | "는" | "와" | "으로") || typed == "로" && !numbered
        }
        Host::Letters => matches!(typed, "을" | "를"),
        Host::Sign | Host::Name => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent};
    use crate::korean::particles::particle_behind;

    #[test]
    fn particles_fit_what_is_read_before_them() {
        assert_mends(
            "particle",
            &[
                ("전환 45.8%을 목표로", "을", "를"),
                ("연면적 39,783㎡으로 확대", "으로", "로"),
                ("참여자 10는 제외", "는", "은"),
                ("등급 2을 부여", "을", "를"),
                ("총 3로 나눔", "로", "으로"),
                ("「교통국」와 협의", "와", "과"),
                ("『찰칵! 렌즈로 만나는 금천』를 개최", "를", "을"),
                ("‘좋은도시’을 홍보", "을", "를"),
                ("공모전를 개최", "를", "을"),
                ("사업비을 확보", "을", "를"),
                ("주민을(를) 대상으로", "을(를)", "을"),
                ("수강자이(가) 참여", "이(가)", "가"),
                ("서울(으)로 이동", "(으)로", "로"),
                ("20kg를 수거", "를", "을"),
                ("AI을 활용", "을", "를"),
                ("PM를 도입", "를", "을"),
                ("정책을를 추진", "을를", "을"),
                ("자료를을 제출", "를을", "를"),
                ("마을를 가꿈", "를", "을"),
                ("자료를를 제출", "를를", "를"),
                ("마을을를 가꿈", "을를", "을"),
                ("정책을를를 추진", "을를를", "을"),
                ("주민(을)를 대상으로", "(을)를", "을"),
                ("3조을 투입", "을", "를"),
                ("홍보을 실시", "을", "를"),
                ("문화도시을 조성", "을", "를"),
                ("장소을 정함", "을", "를"),
            ],
        );
    }

    #[test]
    fn particles_that_fit_and_words_that_look_like_them_are_right() {
        assert_silent(
            "particle",
            &[
                "마을을 가을에 가꿈",
                "저녁노을",
                "새로 지을 청사, 힘을 그러모을 때",
                "2차선에서 4차선으로 확장",
                "농어촌도로102호선(녹촌~창현)을 확장",
                "다산1동, 다산2동",
                "종로3가 일대",
                "수사2과 협의",
                "가산디지털1로",
                "세종3로 일원",
                "45.8%로 증가",
                "65%이상",
                "「교통국」과 협의",
                "『금천』을 개최",
                "’24년은",
                "3은 홀수, 2는 짝수, 10과 1로",
                "‘지역 맞춤형’ 실현",
                "도시브랜드 홍보 캠페인을 통한 주민 인지도",
                "흐를 물을 모를",
                "전문가가 작가와 참가",
                "중앙로",
                "만 65세",
                "송파을, 서초을 선거구",
                "국회의원(구로을)",
                "들를 곳, 머무를 곳",
                "APEC을 개최, CCTV를 설치",
                "고양시을 국회의원 김누리",
                "제22대 국회의원(용인시을) 김누리",
                "화성시을 지역구, 기흥구을 선거구",
                "안산시을 당선인",
                "담당 : 김새을 주무관",
                "김다을, 이소을 참여",
                "최루을(총무과)",
                "사업비의 1/2을 부담, 2/3를 보조",
                "1/5을 감면, 3/4을 지원",
            ],
        );
    }

    #[test]
    fn messages_choose_the_particle_by_the_last_sound() {
        for (word, asked, right) in [
            ("15:30", "으로", "으로"),
            ("명", "으로", "으로"),
            ("초점", "으로", "으로"),
            ("2024. 9.", "으로", "로"),
            ("건물", "으로", "로"),
            ("12.1%", "을", "를"),
            ("AI", "은", "는"),
            ("전시관", "이", "이"),
            ("", "과", "와"),
        ] {
            assert_eq!(particle_behind(word, asked), right, "{word}");
        }
    }
}
