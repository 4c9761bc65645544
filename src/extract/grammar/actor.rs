//! Who acts: of the noun phrase before a predicate, the words that name the doer. What is said of how and when they act
//! (我院第一时间派员, 政府坚决…) is no part of it; 各级 and 每 in front of it are.

use std::ops::Range;

use crate::rules::{NounUse, Trait, VerbClass};
use crate::text::{Reading, Span, compare};

use super::token::{Token, TokenKind, Tokens};

/// The doer that `subject` names; none where it names nobody (五年, 既, 首次).
pub fn doer(tokens: &Tokens<'_>, subject: Span) -> Option<Span> {
    if compare::is(&tokens.reading.chars()[subject.range()], "我们") {
        return Some(subject);
    }
    let Range { start: from, end: to } = tokens.within(subject);
    let we = we(tokens, from, to);
    let start = we.unwrap_or_else(|| widened(tokens, from));
    let end = match we {
        Some(at) if !owns(tokens, at + 1, to) => at + 1,
        _ => end(tokens, start, to),
    };
    let names = agent(tokens, start, end) || !names_nobody(tokens, start, end);
    names.then(|| Span::new(tokens[start].span.start, tokens[end - 1].span.end.min(subject.end)))
}

/// 五年, 两次, 既, 就是, 历史性地: words that stand where a doer does, and are none.
fn names_nobody(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    let chars = tokens.reading.chars();
    let words = &chars[tokens[start].span.start..tokens[end - 1].span.end];
    let times =
        |token: &Token| token.kind == TokenKind::Number && matches!(chars[token.span.end - 1], '次' | '年' | '步');
    let names = |token: &Token| token.is_nominal() && token.span.len() > 1 && !times(token) || token.is_verb();
    let adverb = tokens[end - 1].kind == TokenKind::Text && words.ends_with(&['地']) && tokens[end - 1].span.len() == 1;
    let never = tokens.rules.actors.get_chars(words).is_some_and(|row| row.class == "thing");
    adverb || never || !tokens[start..end].iter().any(names)
}

/// Where 我们 stands, unless it is one of several or owns what follows it in a list: 现在我们, 最重要的就是我们.
fn we(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<usize> {
    let at = (from..to).find(|&at| is(tokens, at, "我们") || is(tokens, at, "我院"))?;
    let joined = at > from && matches!(tokens[at - 1].kind, TokenKind::Pause | TokenKind::And | TokenKind::De);
    (!joined).then_some(at)
}

/// Whether what follows 我们 belongs to the name of who acts: 我们党, 我们的各级政府, 我院民事部门.
fn owns(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let Some(next) = tokens.get(from).filter(|_| from < to) else { return true };
    next.kind == TokenKind::De
        || tokens[from..to].iter().all(Token::is_nominal)
            && (to == from + 1 && next.span.len() == 1
                || tokens.cover(&(from..to)).is_some_and(|it| tokens.is_agent(it)))
}

/// 各级, 各, 每 right before a doer say which of them act.
fn widened(tokens: &Tokens<'_>, from: usize) -> usize {
    let mut start = from;
    while start > 0
        && tokens[start - 1].span.end == tokens[start].span.start
        && tokens[start - 1].is_adverb()
        && ["各级", "各", "每", "全体"].iter().any(|word| is(tokens, start - 1, word))
    {
        start -= 1;
    }
    start
}

/// Where the doer's words end: behind an agent at the first word that no noun phrase goes on with, and before the adverbs,
/// times and particles at the end.
fn end(tokens: &Tokens<'_>, start: usize, to: usize) -> usize {
    let cut = (start + 1..to).find(|&at| {
        let goes_on = (at..to).any(|i| tokens[i].kind == TokenKind::De)
            || agent(tokens, at, to) && !is(tokens, at, "每人") && !is(tokens, at, "深入")
            || tokens[at].is_adverb() && !tokens[at].has(Trait::Dual) && at + 1 < to && tokens[at + 1].is_nominal();
        leaves(tokens, at) && agent(tokens, start, at) && !goes_on
    });
    let mut end = cut.unwrap_or(to);
    // 省委团结带领…: two verbs side by side, of which the parse took the second
    let series = tokens.get(to).is_some_and(|next| next.verb_class() == Some(VerbClass::Clausal));
    if series
        && end == to
        && end > start + 1
        && (tokens[end - 1].is_verb() || is(tokens, end - 1, "团结"))
        && agent(tokens, start, end - 1)
    {
        end -= 1;
    }
    while end > start + 1
        && (matches!(tokens[end - 1].kind, TokenKind::Adverb(_) | TokenKind::Aspect | TokenKind::Time)
            || is(tokens, end - 1, "新"))
    {
        end -= 1;
    }
    end
}

/// Whether the token at `at` cannot go on with the noun phrase of a doer before it.
fn leaves(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = &tokens[at];
    matches!(token.kind, TokenKind::Adverb(_) | TokenKind::Aspect | TokenKind::Frame(_) | TokenKind::Time)
        || token.noun_use() == Some(NounUse::No)
        || token.span.len() == 1 && is(tokens, at + 1, "着")
        || is(tokens, at, "每人")
}

/// Whether these tokens name an agent, 等 at their end aside.
fn agent(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let to = if to > from && tokens[to - 1].kind == TokenKind::Etc { to - 1 } else { to };
    tokens.cover(&(from..to)).is_some_and(|span| tokens.is_agent(span))
}

/// 我们, 本院: who gives the report.
pub fn is_ours(reading: &Reading, actor: Span) -> bool {
    matches!(reading.chars()[actor.start], '我' | '本')
}

/// Whether a word begins with 我们 and goes on: 我们将.
pub fn opens_with_we(tokens: &Tokens<'_>, at: usize) -> bool {
    let words = tokens.words(at);
    words.len() > 2 && words.starts_with(&['我', '们'])
}

fn is(tokens: &Tokens<'_>, at: usize, words: &str) -> bool {
    at < tokens.len() && compare::is(tokens.words(at), words)
}

#[cfg(test)]
mod tests {
    use crate::extract::Activity;
    use crate::extract::tests::{REVIEW, document};

    /// Verb and actor of each activity of a sentence; the reporting body is not known here.
    fn actors(text: &str) -> Vec<String> {
        let read = document(REVIEW, text);
        let told = |row: &Activity| format!("{} {}", read.words(row.verb), read.actor(row.actor));
        read.records.activities.iter().map(told).collect()
    }

    #[test]
    fn how_and_when_they_act_is_no_part_of_the_doer() {
        let cases: [(&str, &[&str]); 5] = [
            ("我们顶着压力关停煤矿12座，引进企业8家。", &["关停 我们", "引进 我们"]),
            ("案发后，我院第一时间派员引导侦查，批捕嫌疑人6人。", &["派员引导 我院", "批捕 我院"]),
            ("紧急转移群众3万人，五年新增耕地2万亩。", &["转移 ", "新增 "]),
            ("各级党员干部带头认领岗位300个，办结实事80件。", &["认领 各级党员干部", "办结 各级党员干部"]),
            ("执法检查组深入企业、商场，抽查点位140处。", &["抽查 执法检查组"]),
        ];
        for (text, expected) in cases {
            assert_eq!(actors(text), expected, "{text}");
        }
    }

    #[test]
    fn what_progresses_does_not_act_on() {
        assert_eq!(actors("民生改革取得进展，建成学校3所。"), ["取得 民生改革", "建成 "]);
    }

    #[test]
    fn who_was_sent_or_counted_acts_on_in_its_sentence_alone() {
        assert_eq!(
            actors("由检查组对37件案件开展评查，发现瑕疵21处。新招录干警6人。"),
            ["开展 检查组", "发现 检查组", "招录 "]
        );
        assert_eq!(
            actors("26名党员常委认领课题，破解难题34个。举办讲座9期。"),
            ["认领 26名党员常委", "破解 26名党员常委", "举办 "]
        );
    }
}
