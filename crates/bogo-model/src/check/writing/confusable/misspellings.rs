//! Wrong spellings, what is meant, and right words that hold them by chance.

/// How certain it is what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// There is no such word; it is spelt another way.
    Certainly,
    /// Likely, but a writer has to say.
    Probably,
}
use Meant::{Certainly, Probably};

/// Where in a run of syllables a wrong spelling is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// It is all of the run.
    Whole,
    /// The run is it and a particle, or nothing more.
    Stem,
    /// It is a word of the run: what stands before it ends in a noun, or is
    /// nothing, and what follows is known.
    Word,
    /// What follows is known; no words before it make it a right one.
    Ends,
    /// Anywhere: no words beside each other ever hold it.
    Anywhere,
}
use Stands::{Anywhere, Ends, Stem, Whole, Word};

/// What is written, what is meant, how certain that is, where it stands, and
/// right words that hold it by chance, with spaces between them.
pub(super) type Misspelling = (&'static str, &'static str, Meant, Stands, &'static str);

/// All wrong spellings that are known.
pub(super) const MISSPELLINGS: [Misspelling; 121] = [
    // Slips of typing and of reading by machine.
    ("전시월", "전시관", Probably, Stem, ""),
    ("솟품", "숏폼", Probably, Anywhere, ""),
    ("찰각", "찰칵", Probably, Whole, ""),
    ("시빅데이터팀", "AI빅데이터팀", Probably, Stem, ""),
    ("시로봇", "AI로봇", Probably, Whole, ""),
    ("추진현항", "추진현황", Certainly, Anywhere, ""),
    ("추진게획", "추진계획", Certainly, Anywhere, ""),
    ("추진개획", "추진계획", Certainly, Anywhere, ""),
    ("주진계획", "추진계획", Certainly, Word, "성주진계획"),
    ("주진실적", "추진실적", Certainly, Word, "파주진실적"),
    ("주진현황", "추진현황", Certainly, Word, "원주진현황"),
    ("항후계획", "향후계획", Certainly, Word, "입항후계획"),
    ("항후추진", "향후추진", Certainly, Word, "출항후추진"),
    ("소요예신", "소요예산", Certainly, Anywhere, ""),
    ("소묘예산", "소요예산", Certainly, Stem, ""),
    ("시업개요", "사업개요", Certainly, Word, "개시업개요"),
    ("시업기간", "사업기간", Probably, Stem, "산림시업기간"),
    ("시업비", "사업비", Probably, Stem, "산림시업비 개시업비용"),
    ("사엄개요", "사업개요", Certainly, Anywhere, ""),
    ("사엄비", "사업비", Certainly, Word, ""),
    ("백만윈", "백만원", Certainly, Ends, ""),
    ("천윈", "천원", Certainly, Word, "금천윈드오케스트라"),
    ("억윈", "억원", Certainly, Word, "추억윈드"),
    ("지윈", "지원", Certainly, Word, "제지윈도"),
    ("민윈", "민원", Certainly, Word, "시민윈드"),
    ("공윈", "공원", Certainly, Word, "인공윈드 시공윈도"),
    ("직윈", "직원", Certainly, Word, "수직윈드"),
    ("정윈", "정원", Certainly, Word, ""),
    ("현윈", "현원", Certainly, Word, "구현윈도"),
    ("운엉", "운영", Certainly, Word, ""),
    ("홈보", "홍보", Certainly, Word, "홈보안 홈보험 스마트홈보급"),
    ("교욱", "교육", Certainly, Word, "학교욱일"),
    ("게최", "개최", Certainly, Word, "가게최고 무게최소화"),
    ("게선", "개선", Certainly, Word, "게선별 게선도 가게선정"),
    ("게획", "계획", Certainly, Word, "가게획일화"),
    ("밎", "및", Certainly, Whole, ""),
    // The standard of spelling.
    ("몇일간", "며칠간", Certainly, Ends, ""),
    ("몇일째", "며칠째", Certainly, Ends, ""),
    ("몇일", "며칠", Certainly, Word, "몇일자리"),
    ("금새", "금세", Certainly, Whole, "요금새로"),
    ("통털어", "통틀어", Certainly, Whole, "고통털어놓기"),
    ("되서", "돼서", Certainly, Ends, "확대되서울"),
    ("되야", "돼야", Certainly, Ends, "연장되야간"),
    ("되야지", "돼야지", Certainly, Anywhere, ""),
    ("됬", "됐", Certainly, Anywhere, ""),
    ("어떻해", "어떡해", Certainly, Anywhere, ""),
    ("왠만", "웬만", Certainly, Anywhere, ""),
    ("웬지", "왠지", Certainly, Whole, ""),
    (
        "역활",
        "역할",
        Certainly,
        Word,
        "지역활성화 구역활용 역활용 지역활력 광역활동 영역활동 권역활력 지역활로 역활력",
    ),
    ("일찌기", "일찍이", Certainly, Anywhere, ""),
    ("오랫만", "오랜만", Certainly, Anywhere, ""),
    ("희안한", "희한한", Certainly, Whole, "강희안한국화전"),
    ("갯수", "개수", Certainly, Word, "갯수로 갯수문"),
    ("댓가", "대가", Certainly, Word, "댓가지 너댓가구 댓가량"),
    ("촛점", "초점", Certainly, Anywhere, ""),
    ("헛점", "허점", Certainly, Word, "헛점프"),
    ("싯가", "시가", Certainly, Word, ""),
    ("잇점", "이점", Certainly, Word, "베갯잇점검"),
    ("갯점", "개점", Certainly, Word, ""),
    ("윗층", "위층", Certainly, Ends, ""),
    ("윗쪽", "위쪽", Certainly, Ends, ""),
    ("뒷쪽", "뒤쪽", Certainly, Ends, ""),
    ("뒷편", "뒤편", Certainly, Ends, "뒷편지"),
    ("아랫층", "아래층", Certainly, Ends, ""),
    ("짜집기", "짜깁기", Certainly, Word, "괴짜집기"),
    ("알맞는", "알맞은", Certainly, Anywhere, ""),
    ("걸맞는", "걸맞은", Certainly, Anywhere, ""),
    ("십시요", "십시오", Certainly, Ends, ""),
    ("있슴", "있음", Certainly, Ends, ""),
    ("없슴", "없음", Certainly, Ends, ""),
    ("하였슴", "하였음", Certainly, Ends, ""),
    ("했슴", "했음", Certainly, Ends, ""),
    ("있읍니다", "있습니다", Certainly, Anywhere, ""),
    ("하였읍니다", "하였습니다", Certainly, Anywhere, ""),
    ("함으로서", "함으로써", Certainly, Word, "투표함으로서 보관함으로서 신청함으로서 군함으로서"),
    ("하므로써", "함으로써", Certainly, Anywhere, ""),
    ("되므로써", "됨으로써", Certainly, Anywhere, ""),
    ("됨으로서", "됨으로써", Certainly, Anywhere, ""),
    ("틈틈히", "틈틈이", Certainly, Whole, ""),
    ("일일히", "일일이", Certainly, Whole, "일일히터"),
    ("곰곰히", "곰곰이", Certainly, Whole, ""),
    ("꼼꼼이", "꼼꼼히", Certainly, Whole, ""),
    ("깨끗히", "깨끗이", Certainly, Whole, ""),
    ("철저이", "철저히", Certainly, Whole, "철저이행"),
    ("더우기", "더욱이", Certainly, Whole, ""),
    ("요컨데", "요컨대", Certainly, Anywhere, ""),
    ("예컨데", "예컨대", Certainly, Anywhere, ""),
    ("유래없", "유례없", Probably, Stem, "지명유래없음"),
    ("내노라하는", "내로라하는", Certainly, Anywhere, ""),
    ("염두해", "염두에", Certainly, Whole, ""),
    ("치룬", "치른", Certainly, Whole, ""),
    ("도데체", "도대체", Certainly, Anywhere, ""),
    ("회계년도", "회계연도", Certainly, Anywhere, ""),
    // The standard of foreign words.
    ("컨텐츠", "콘텐츠", Certainly, Anywhere, ""),
    ("메세지", "메시지", Certainly, Ends, "메세지역 메세지구"),
    ("악세사리", "액세서리", Certainly, Anywhere, ""),
    ("싸이트", "사이트", Certainly, Ends, ""),
    ("캠패인", "캠페인", Certainly, Anywhere, ""),
    ("앵콜", "앙코르", Certainly, Anywhere, ""),
    ("써비스", "서비스", Certainly, Ends, ""),
    ("워크샵", "워크숍", Certainly, Anywhere, ""),
    ("리더쉽", "리더십", Certainly, Ends, "리더쉽게"),
    ("멤버쉽", "멤버십", Certainly, Ends, "멤버쉽게"),
    ("파트너쉽", "파트너십", Certainly, Ends, ""),
    ("인턴쉽", "인턴십", Certainly, Ends, ""),
    ("팜플렛", "팸플릿", Certainly, Anywhere, ""),
    ("리플렛", "리플릿", Certainly, Word, "트리플렛"),
    ("센타", "센터", Probably, Word, "굳센타격"),
    ("안밖", "안팎", Certainly, Stem, "안밖에 방안밖으로 예산안밖"),
    ("카달로그", "카탈로그", Certainly, Anywhere, ""),
    ("플랭카드", "플래카드", Certainly, Anywhere, ""),
    ("플랜카드", "플래카드", Certainly, Stem, "마스터플랜카드"),
    ("앙케이트", "앙케트", Certainly, Anywhere, ""),
    ("심포지움", "심포지엄", Certainly, Anywhere, ""),
    ("디지탈", "디지털", Certainly, Anywhere, ""),
    (
        "데이타",
        "데이터",
        Certainly,
        Word,
        "데이타임 데이타워 홀리데이타운 원데이타로 데이타기관 데이타지역",
    ),
    ("메뉴얼", "매뉴얼", Certainly, Ends, "메뉴얼음"),
    ("렌트카", "렌터카", Certainly, Ends, "렌트카드"),
    ("부페", "뷔페", Certainly, Word, "외교부페루"),
    ("블럭", "블록", Certainly, Word, "더블럭셔리"),
    ("알콜", "알코올", Certainly, Word, "바이알콜드체인"),
];
