//! What is so of any text in any room.

use proptest::prelude::*;

use super::*;
use crate::lines::choice::{Choice, Price, Segment, Ways};
use crate::lines::setting::Spacing;

/// What reports are made of, and what is not.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[가-힣]{1,5}",
        1 => "[가-힣]{6,18}",
        2 => "[△-]?[0-9]{1,3}(,[0-9]{3}){0,3}(\\.[0-9])?(명|천원|억원|%)?",
        1 => "[0-9]{1,4}\\.",
        1 => "\\([가-힣]{1,4}",
        1 => "[가-힣]{1,4}\\)[은는,.]?",
        1 => "[가-힣]{1,3}\\([가-힣0-9·]{1,6}\\)",
        1 => "[a-zA-Z]{1,12}",
        1 => "[:~/,=+×※①→·(「」)]",
        1 => "www\\.[a-z]{2,9}\\.kr/[a-z0-9?=&]{1,9}",
        1 => "(\u{1112}\u{119e}\u{11ab}\u{302e}?){1,4}",
        1 => "[가-힣]{1,2}→[가-힣]{1,2}·[가-힣]{1,2}",
        1 => "[()\\[\\]‘’,.]{1,4}",
    ]
}

fn text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let space = prop_oneof![
        20 => Just(" "),
        1 => Just("\u{a0}"),
        1 => Just("   "),
        1 => Just("\n"),
        1 => Just(""),
    ];
    prop::collection::vec((word(), space), words).prop_map(|words| {
        words.into_iter().flat_map(|(word, space)| [word, space.to_owned()]).collect()
    })
}

fn form() -> impl Strategy<Value = Form> {
    prop_oneof![Just(Form::Justified(LIMITS)), Just(Form::Ragged), Just(Form::Balanced)]
}

fn any_room() -> impl Strategy<Value = Room> {
    let ems = prop_oneof![1.0..6.0, 6.0..40.0];
    (ems, prop_oneof![4 => Just(0.0), 1 => 0.5..4.0], form(), 0.6..1.0).prop_map(
        |(ems, lead, form, least_scale): (f64, f64, _, _)| Room {
            ems,
            lead: lead.min(ems / 2.0),
            form,
            least_scale,
        },
    )
}

/// The text in pieces of seven characters, every third of them bold.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.char_indices().nth(7).map_or(rest.len(), |(at, _)| at);
        pieces.push(Piece { text: &rest[..end], bold: pieces.len() % 3 == 1 });
        rest = &rest[end..];
    }
    pieces
}

/// What a part of a text is like by itself.
fn natural(pieces: &[Piece<'_>], bytes: std::ops::Range<usize>) -> Natural {
    let (mut natural, mut at) = (Natural::default(), 0);
    for piece in pieces {
        let from = bytes.start.clamp(at, at + piece.text.len()) - at;
        let to = bytes.end.clamp(at, at + piece.text.len()) - at;
        let part = &piece.text[from..to.max(from)];
        at += piece.text.len();
        let measured = Fixed.advance(part, "", piece.bold);
        let spaces: Vec<char> = part.chars().filter(|c| matches!(c, ' ' | '\u{a0}')).collect();
        let wide = Fixed.advance(" ", "", piece.bold).ems;
        natural.width += measured.ems;
        natural.spaces += spaces.len() as f64;
        natural.space_ems += spaces.len() as f64 * wide;
        natural.letters += (measured.glyphs - spaces.len()) as f64;
        natural.points += part.chars().filter(|c| matches!(c, '·' | '「' | '」')).count() as f64;
    }
    natural
}

/// A line as it is by itself.
#[derive(Debug, Clone, Copy, Default)]
struct Natural {
    width: f64,
    spaces: f64,
    space_ems: f64,
    letters: f64,
    points: f64,
}

impl Natural {
    /// How wide its spaces are as the compiler justifies it, and by how much
    /// each letter is moved; `None` if it cannot be squeezed so far.
    fn justified(&self, room: f64) -> Option<(f64, f64)> {
        let space = self.space_ems / self.spaces.max(1.0);
        let rest = room - self.width;
        if rest < 0.0 {
            let gives = 0.05 * (self.letters - 1.0).max(0.0)
                + self.spaces * (0.2 * space + 0.05).min(0.75 * space);
            let share = -rest / gives;
            return (share <= 1.0).then_some((space - share * (0.2 * space + 0.05), -0.05 * share));
        }
        let takes = 0.02 * (self.letters - 1.0 - self.points).max(0.0)
            + self.spaces * (0.15 * space + 0.02);
        let share = (rest / takes.max(1e-12)).min(1.0);
        let left = (rest - takes).max(0.0) / (self.spaces + self.points).max(1e-12);
        Some((space + share * (0.15 * space + 0.02) + left, 0.02 * share))
    }
}

/// Each line of a text: its natural measures, its room, whether it is justified.
fn measured(text: &str, lines: &Lines, room: &Room) -> Vec<(Natural, f64, bool)> {
    let pieces = pieces(text);
    let mut from = 0;
    let mut measured = Vec::new();
    let last = (text.len(), 0, lines.squeezes_last);
    let ends = lines.ends.iter().map(|end| (end.at, end.gap, end.justified));
    for (index, (at, gap, justified)) in ends.chain([last]).enumerate() {
        let lead = if index == 0 { room.lead } else { 0.0 };
        let room = (room.ems - lead) / lines.scale;
        measured.push((natural(&pieces, from..at), room, justified));
        from = at + gap;
    }
    measured
}

/// The best choice of all, found by trying each.
fn best_of_all(segment: &Segment<'_>) -> Price {
    let mut best = Price { lines: u32::MAX, cost: f64::INFINITY };
    let mut open = vec![(0, 0, Spacing::default(), Price { lines: 0, cost: 0.0 })];
    while let Some((from, mut good, above, so_far)) = open.pop() {
        if from == segment.stops.len() {
            best = if so_far < best { so_far } else { best };
            continue;
        }
        for to in from + 1..=segment.stops.len() {
            if segment.may_end(from, to, good) {
                for setting in segment.settings(from, to) {
                    if above.goes_with(&setting.spacing) {
                        let Price { lines, cost } = so_far;
                        let price = Price { lines: lines + 1, cost: cost + setting.cost };
                        open.push((to, to, setting.spacing, price));
                    }
                }
            }
            good = if segment.is_good(to) { to } else { good };
        }
    }
    best
}

proptest! {
    #[test]
    fn lines_take_the_place_of_nothing_but_spaces(text in text(0..25), room in any_room()) {
        let paragraph = Paragraph::new(&pieces(&text), FACE, &Fixed);
        let lines = paragraph.lines(&room);
        let mut from = 0;
        for end in &lines.ends {
            prop_assert!(from <= end.at && end.at + end.gap <= text.len());
            prop_assert!(text.is_char_boundary(end.at) && text.is_char_boundary(end.at + end.gap));
            let gap = &text[end.at..end.at + end.gap];
            prop_assert!(gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\n')), "{gap:?}");
            prop_assert!(gap.matches('\n').count() <= 1);
            prop_assert!(!gap.is_empty() || end.at > from || text[..from].ends_with('\n'));
            from = end.at + end.gap;
        }
        for line in cut(&text, &lines) {
            prop_assert!(!line.contains('\n'), "{line}");
            let is_mark = |c| matches!(c, '\u{302e}' | '\u{119e}' | '\u{11ab}');
            prop_assert!(!line.starts_with(is_mark), "{line}");
        }
        prop_assert_eq!(lines, paragraph.lines(&room));
    }

    #[test]
    fn no_line_is_wider_than_its_room(text in text(0..25), room in any_room()) {
        let lines = Paragraph::new(&pieces(&text), FACE, &Fixed).lines(&room);
        prop_assert!(lines.scale <= 1.0 && lines.scale >= room.least_scale - 1e-9);
        let measured = measured(&text, &lines, &room);
        for ((line, room, justified), words) in measured.iter().zip(cut(&text, &lines)) {
            // One character may be wider than all of the room.
            let is_one = cluster_length(words) == words.len();
            let is_squeezed = *justified && line.justified(*room).is_some();
            // So may a group of digits with its sign.
            let is_narrow = *room < 2.7;
            let is_within = line.width <= room + 1e-6 || is_squeezed;
            prop_assert!(is_within || is_one || is_narrow, "{words} in {room}: {line:?}");
        }
    }

    #[test]
    fn spaces_are_pleasant_and_like_those_beside_them(
        text in text(1..40),
        room in any_room(),
    ) {
        let lines = Paragraph::new(&pieces(&text), FACE, &Fixed).lines(&room);
        let mut above: Option<(f64, bool)> = None;
        let mut was_squeezed = false;
        for (line, room, justified) in measured(&text, &lines, &room) {
            let natural = line.space_ems / line.spaces.max(1.0);
            let (space, tracking) = match justified {
                true => line.justified(room).expect("a line that can be squeezed"),
                false => (natural, 0.0),
            };
            prop_assert!((-0.05..=0.02 + 1e-9).contains(&tracking));
            if line.spaces > 0.0 {
                let is_pleasant = (0.2 - 1e-4..=0.42 + 1e-4).contains(&space);
                prop_assert!(is_pleasant || !justified, "{space}");
                let is_alike = above.is_none_or(|(above, was_justified)| {
                    let is_natural = !justified && !was_justified;
                    is_natural || above.max(space) <= 1.4 * above.min(space) + 1e-4
                });
                // A line that cannot come apart has to be squeezed.
                let is_forced = text.contains(['\n', '\u{a0}']) || text.contains("   ");
                let is_squeezed = was_squeezed || justified && line.width > room;
                prop_assert!(is_alike || is_forced && is_squeezed, "{space} below {above:?}");
            }
            above = (line.spaces > 0.0).then_some((space, justified));
            was_squeezed = justified && line.width > room;
        }
    }

    #[test]
    fn as_many_lines_are_counted_as_are_chosen(text in text(0..40), room in any_room()) {
        let paragraph = Paragraph::new(&pieces(&text), FACE, &Fixed);
        let (counted, chosen) = (paragraph.count(&room), paragraph.lines(&room).count());
        match room.form {
            Form::Justified(_) => prop_assert!(counted <= chosen, "{counted} of {chosen}"),
            Form::Ragged | Form::Balanced => prop_assert_eq!(counted, chosen),
        }
    }

    #[test]
    fn the_best_lines_of_all_are_chosen(text in text(1..8), room in any_room()) {
        let paragraph = Paragraph::new(&pieces(&text), FACE, &Fixed);
        let (stops, scale) = paragraph.opened(&room);
        let room = Room { ems: room.ems / scale, lead: room.lead / scale, ..room };
        let is_small = |segment: &Segment<'_>| segment.stops.len() <= 14;
        for segment in paragraph.segments(&stops, &room).filter(is_small).take(1) {
            let ways = segment.ways(&Ways::begin());
            let Choice { price, ends, .. } = ways.choice(ways.best());
            let best = best_of_all(&segment);
            prop_assert_eq!(price.lines, best.lines);
            prop_assert!((price.cost - best.cost).abs() < 1e-6, "{price:?} is not {best:?}");
            prop_assert_eq!(ends.len(), price.lines as usize);
        }
    }

    #[test]
    fn a_room_as_wide_as_asked_for_is_enough(text in text(1..25), form in form()) {
        let paragraph = Paragraph::new(&pieces(&text), FACE, &Fixed);
        let in_room = |ems| paragraph.lines(&Room { least_scale: 1.0, ..room(ems, form) });
        let breaks = text.matches('\n').count();
        prop_assert_eq!(in_room(paragraph.natural()).count(), breaks + 1);
        let lines = in_room(paragraph.least());
        prop_assert_eq!(lines.scale, 1.0);
        for end in &lines.ends {
            let is_syllable = |c: char| ('가'..='힣').contains(&c);
            let parts_word = text[..end.at].ends_with(is_syllable)
                && text[end.at..].starts_with(is_syllable);
            prop_assert!(!parts_word, "{:?}", cut(&text, &lines));
        }
        prop_assert!(paragraph.narrowest() <= paragraph.least() + 1e-9);
        prop_assert!(paragraph.least() <= paragraph.natural() + 1e-9);
        let narrow = in_room(paragraph.narrowest().max(0.1));
        prop_assert_eq!(narrow.scale, 1.0);
    }
}

#[test]
fn the_work_grows_with_the_text_and_not_faster() {
    for (pattern, count) in [
        ("문화예술 교육 ", 2500),
        ("가나다라", 5000),
        ("가 나 ", 5000),
        ("(·", 10000),
        ("1,", 10000),
    ] {
        let text = pattern.repeat(count);
        let paragraph = paragraph(&text);
        for form in [Form::Justified(LIMITS), Form::Ragged] {
            let lines = paragraph.lines(&room(40.0, form));
            assert!(lines.count() > 50, "{pattern}");
        }
    }
}

#[test]
fn no_line_is_lost_where_none_goes_with_the_one_above() {
    let text = "△0,000,000.0 ᄒᆞᆫᄒᆞᆫᄒᆞᆫ ( 가가가)은 가가가가가 가가가가가가가000,000,000.0명 \
                (가가가 aAAAAA -000 www.aaaaaaa.kr/=?&& 가가가(000) www.aaaaaa.kr/?a?0 \
                가(가0·가0) 가가가(·)\n가 ";
    let room = Room { least_scale: 0.6, ..room(39.2774588968933, Form::Justified(LIMITS)) };
    let lines = Paragraph::new(&pieces(text), FACE, &Fixed).lines(&room);
    assert_eq!(cut(text, &lines).last(), Some(&"가 "));
}
