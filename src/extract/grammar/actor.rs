//! Who acts: of the noun phrase before a predicate, the words that name the doer. What is said of how and when they act
//! (我院第一时间派员, 政府坚决…) is no part of it; 各级 and 每 in front of it are.

use std::ops::Range;

use crate::rules::{NounUse, Trait, VerbClass};
use crate::text::{Reading, Span};

use super::sorts::Sort;
use super::token::{Token, TokenKind, Tokens};

/// The doer that `subject` names; none where it names nobody (五年, 既, 首次).
pub fn doer(tokens: &Tokens<'_>, subject: Span) -> Option<Span> {
    let chars = tokens.reading.chars();
    if chars[subject.start] == '我' && chars[subject.range()] == ['我', '们'] {
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
    let times = |token: &Token| {
        token.kind == TokenKind::Number
            && matches!(chars[token.span.end - 1], '次' | '年' | '步')
            && !chars[token.span.range()].ends_with(&['人', '次'])
    };
    let names = |token: &Token| token.is_nominal() && token.span.len() > 1 && !times(token) || token.is_verb();
    let adverb = tokens[end - 1].kind == TokenKind::Text && words.ends_with(&['地']) && tokens[end - 1].span.len() == 1;
    let never = tokens.rules.actors.get_chars(words).is_some_and(|row| row.class == "thing");
    adverb || never || !tokens[start..end].iter().any(names)
}

/// Where 我们 stands, unless it is one of several or owns what follows it in a list: 现在我们, 最重要的就是我们.
fn we(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<usize> {
    let at = (from..to).find(|&at| tokens.is_term(at, ['我', '们']) || tokens.is_term(at, ['我', '院']))?;
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
        && says_which(tokens.words(start - 1))
    {
        start -= 1;
    }
    start
}

/// How many or which of them act.
fn says_which(word: &[char]) -> bool {
    matches!(
        word,
        ['各' | '每']
            | ['各', '级']
            | ['全', '体']
            | ['所', '有']
            | ['每', '个']
            | ['大', '多', '数']
            | ['多', '数']
            | ['有', '些']
            | ['任', '何']
            | ['其', '他']
            | ['大', '部', '分']
    )
}

/// Who acts for a body, and not the body: 院长周文代表市法院报告工作.
fn on_behalf(tokens: &Tokens<'_>, start: usize, to: usize) -> Option<usize> {
    let body = |at: usize| tokens.cover(&(at..to)).is_some_and(|body| tokens.is_reporting(body));
    let at = (start + 1..to).find(|&at| tokens.is_term(at, ['代', '表']));
    at.filter(|&at| tokens.first_char(start) != '我' && tokens[at - 1].is_nominal() && body(at + 1))
}

/// Where the doer's words end: behind an agent at the first word that no noun phrase goes on with, and before the adverbs,
/// times and particles at the end.
fn end(tokens: &Tokens<'_>, start: usize, to: usize) -> usize {
    let goes_on = |at: usize| {
        tokens.any(&(at..to), Sort::De)
            || tokens[at].is_adverb() && !tokens[at].has(Trait::Dual) && at + 1 < to && tokens[at + 1].is_nominal()
            || agent(tokens, at, to) && tokens.words(at) != ['每', '人'] && !goes_to(tokens, at)
    };
    // in this order: what leaves the phrase is rare, and whether words name an agent is dear to ask
    let cut = (start + 1..to).find(|&at| leaves(tokens, at) && agent(tokens, start, at) && !goes_on(at));
    let mut end = on_behalf(tokens, start, to).or(cut).unwrap_or(to);
    // 省委团结带领…: two verbs side by side, of which the parse took the second
    let series = tokens.get(to).is_some_and(|next| next.verb_class() == Some(VerbClass::Clausal));
    if series
        && end == to
        && end > start + 1
        && (tokens[end - 1].is_verb() || tokens.words(end - 1) == ['团', '结'])
        && agent(tokens, start, end - 1)
    {
        end -= 1;
    }
    while end > start + 1
        && (matches!(tokens[end - 1].kind, TokenKind::Adverb(_) | TokenKind::Aspect | TokenKind::Time)
            || matches!(tokens.words(end - 1), ['新'] | ['稳', '定']))
    {
        end -= 1;
    }
    end
}

/// 下沉18个乡镇, 深入企业: what is counted right behind a verb, or gone into, is where the doer goes and no part of the name.
fn goes_to(tokens: &Tokens<'_>, at: usize) -> bool {
    let counted = tokens.get(at + 1).is_some_and(|counted| counted.kind == TokenKind::Number);
    tokens[at].noun_use() == Some(NounUse::No) && counted || tokens.words(at) == ['深', '入']
}

/// Whether the token at `at` cannot go on with the noun phrase of a doer before it.
fn leaves(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = &tokens[at];
    matches!(token.kind, TokenKind::Adverb(_) | TokenKind::Aspect | TokenKind::Frame(_) | TokenKind::Time)
        || token.noun_use() == Some(NounUse::No)
        || token.span.len() == 1 && at + 1 < tokens.len() && tokens.is_word(at + 1, '着')
        || tokens.is_term(at, ['每', '人'])
}

/// Whether these tokens name an agent, 等 at their end aside.
fn agent(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let to = if to > from && tokens[to - 1].kind == TokenKind::Etc { to - 1 } else { to };
    tokens.cover(&(from..to)).is_some_and(|span| tokens.is_agent(span))
}

/// Whether a noun phrase ends in a person's name: two or three characters that no lexicon knows, a surname first, alone or
/// behind other words (局长周文).
pub fn is_person(tokens: &Tokens<'_>, span: Span) -> bool {
    let name = tokens.within(span).next_back().filter(|&last| tokens[last].kind == TokenKind::Text);
    let family = |name: usize| tokens.rules.families.get_chars(&tokens.words(name)[..1]);
    name.filter(|&name| (2..=3).contains(&tokens[name].span.len()))
        .and_then(family)
        .is_some_and(|row| row.class == "frequent")
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

#[cfg(test)]
mod tests {
    use crate::extract::Activity;
    use crate::extract::suite::{REVIEW, document};

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
    fn what_a_clause_only_names_is_told_of_in_the_next() {
        let cases: [(&str, &[&str]); 4] = [
            ("审理的环境污染案，入选全省典型案例。", &["入选 审理的环境污染案"]),
            ("一件关于校园食堂的联名提案，促使部门出台制度。", &["促使 一件关于校园食堂的联名提案"]),
            ("在宣讲感召下，有21名党员干部主动投案。", &["投案 21名党员干部"]),
            ("受援学校，组织教师走访学生家庭。", &["组织 受援学校"]),
        ];
        for (text, expected) in cases {
            assert_eq!(actors(text), expected, "{text}");
        }
    }

    #[test]
    fn attributes_and_places_gone_to_are_no_part_of_the_doer() {
        let cases: [(&str, &[&str]); 10] = [
            ("一份关于改造菜场的提案促使部门出台制度。", &["促使 一份关于改造菜场的提案"]),
            ("法官下沉18个乡镇坐班值守。", &["坐班值守 法官"]),
            ("调研组六下库区，与渔民面对面座谈。", &["座谈 调研组"]),
            ("常委会每逢重大事项必向县委请示汇报。", &["请示汇报 常委会"]),
            ("三水镇、建设办建成蔬菜大棚90亩。", &["建成 三水镇、建设办"]),
            ("中央统筹帮助支持，地方就近统一指挥。", &["统筹帮助支持 中央", "统一指挥 地方"]),
            ("两起案件被省检察院作为典型案例发布。", &["发布 省检察院"]),
            ("列入清单的9个问题销号。", &["销号 "]),
            ("县委书记6次约谈部门负责人。", &["约谈 县委书记"]),
            ("26名委员与农户结对认亲，捐款9万元。", &["结对认亲 26名委员", "捐款 26名委员"]),
        ];
        for (text, expected) in cases {
            assert_eq!(actors(text), expected, "{text}");
        }
    }

    #[test]
    fn how_and_on_what_they_act_is_no_doer() {
        let cases: [(&str, &[&str]); 5] = [
            ("完整、准确、全面贯彻新发展理念。", &["贯彻 "]),
            ("分三批发放补贴资金。", &["发放 "]),
            ("“一企一策”支持企业技改。", &["支持 "]),
            ("集中资源培育优势产业。", &["培育 "]),
            ("我县企业开始形成产业集群。", &["形成 我县企业"]),
        ];
        for (text, expected) in cases {
            assert_eq!(actors(text), expected, "{text}");
        }
    }

    #[test]
    fn who_speaks_for_a_body_acts_in_the_sentence() {
        let text = "县政协主席周文代表县政协常务委员会向大会报告工作，回顾了提案办理情况，并对今后工作提出建议。";
        assert_eq!(actors(text), ["报告 县政协主席周文", "回顾 县政协主席周文", "提出 县政协主席周文"]);
        let lists = "周文在报告中从加强学习、提升质量、凝聚共识等5个方面回顾了五年的工作。";
        assert_eq!(actors(lists), ["回顾 周文"]);
    }

    #[test]
    fn modal_verbs_and_connectives_are_no_part_of_the_doer() {
        let cases: [(&str, &[&str]); 3] = [
            ("各级政府任何时候都坚持厉行节约。", &["坚持 各级政府"]),
            ("我县一贯重视植树造林。", &["重视 我县"]),
            ("大多数企业大都完成技术改造。", &["完成 大多数企业"]),
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
