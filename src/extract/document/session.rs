//! The meeting that a report was given to, and the term of the body that gave it.

use super::front::{Front, dense};
use super::numeral::number_before;
use crate::extract::ReportKind;

/// 第N届 and 第M次 of the meeting, from the first line of the front that says both.
pub fn session(front: &Front, kind: ReportKind) -> Option<(u32, u32)> {
    let of_party = matches!(kind, ReportKind::Party | ReportKind::Discipline | ReportKind::Other);
    front.lines().find_map(|line| in_line(&dense(line), of_party))
}

/// What a line says; a plenary meeting of the party (十五届五中全会) is one for a report `of_party` alone.
fn in_line(line: &str, of_party: bool) -> Option<(u32, u32)> {
    line.match_indices('届').find_map(|(at, word)| {
        let (term, _) = number_before(&line[..at])?;
        let rest = &line[at + word.len()..];
        let meeting = rest.match_indices('次').find_map(|(at, word)| {
            let after = &rest[at + word.len()..];
            let meets =
                ["会议", "全体会议", "全会", "常委会", "主席会议", "全体会"].iter().any(|name| after.starts_with(name));
            let near = rest[..at].chars().count() <= 24 && !rest[..at].contains(['，', '。', '届']);
            (meets && near).then(|| number_before(&rest[..at])).flatten()
        });
        let short = || {
            let at = rest.find("中全会").filter(|_| of_party)?;
            number_before(&rest[..at]).filter(|_| at <= 12)
        };
        let (meeting, _) = meeting.or_else(short)?;
        (term < 100 && meeting < 200).then_some((term, meeting))
    })
}

/// The year in which the national congress and conference met for the M-th time in their N-th term: five times a term,
/// each spring, since the sixth began in 1983.
pub fn national_year((term, meeting): (u32, u32)) -> Option<i32> {
    ((6..100).contains(&term) && (1..=5).contains(&meeting)).then(|| 1983 + 5 * (term as i32 - 6) + meeting as i32 - 1)
}

/// N of 中国共产党…第N次代表大会: a party congress counts itself and has no meetings.
pub fn congress(front: &Front) -> Option<u32> {
    front.leads.iter().chain(&front.titles).find_map(|line| {
        let line = dense(line);
        let head = &line[..line.find("次代表大会").or_else(|| line.find("次全国代表大会"))?];
        let party = head.contains("共产党") || head.contains("中共") || head.contains("党的");
        number_before(head).filter(|_| party).map(|(number, _)| number)
    })
}

/// 第N届 in the name of a body.
pub fn term(organ: &str) -> Option<u32> {
    let at = organ.find('届')?;
    number_before(&organ[..at]).map(|(term, _)| term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn national_sessions_are_held_each_spring() {
        for (session, year) in [((7, 1), 1988), ((13, 2), 2019), ((14, 3), 2025)] {
            assert_eq!(national_year(session), Some(year));
        }
        // a session of the standing committee is none
        assert_eq!(national_year((14, 9)), None);
    }

    #[test]
    fn sessions_are_read_in_their_forms() {
        for (line, session) in [
            ("——2024年1月16日在政协临溪县第十届委员会第三次会议上", Some((10, 3))),
            ("在云河区第八届人民代表大会第二次会议上", Some((8, 2))),
            ("在政协八届二十三次常委会上的讲话", Some((8, 23))),
            ("全国政协十三届五次会议确定的提案", Some((13, 5))),
            ("全年召开两次会议", None),
            ("根据党的十五届五中全会精神", None),
        ] {
            assert_eq!(in_line(line, false), session, "{line}");
        }
    }
}
