//! The meeting that a report was given to, and the term of the body that gave it.

use super::front::Front;
use super::number_before;
use super::organ::dense;

/// 第N届 and 第M次 of the meeting, from the first line of the front that says both.
pub fn session(front: &Front) -> Option<(u32, u32)> {
    front.lines().find_map(|line| in_line(&dense(line)))
}

fn in_line(line: &str) -> Option<(u32, u32)> {
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
            let at = rest.find("中全会")?;
            number_before(&rest[..at]).filter(|_| at <= 12)
        };
        let (meeting, _) = meeting.or_else(short)?;
        (term < 100 && meeting < 200).then_some((term, meeting))
    })
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
    fn sessions_are_read_in_their_forms() {
        for (line, session) in [
            ("——2024年1月16日在政协临溪县第十届委员会第三次会议上", Some((10, 3))),
            ("在云河区第八届人民代表大会第二次会议上", Some((8, 2))),
            ("在政协八届二十三次常委会上的讲话", Some((8, 23))),
            ("全国政协十三届五次会议确定的提案", Some((13, 5))),
            ("全年召开两次会议", None),
        ] {
            assert_eq!(in_line(line), session, "{line}");
        }
    }
}
