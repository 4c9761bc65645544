//! A noun phrase, trimmed to the words that name what is counted: the shortest phrase that heads a column.

use std::ops::Range;

use crate::clean::is_bullet;
use crate::extract::grammar::{Token, TokenKind};
use crate::rules::NounUse;
use crate::text::{Span, compare};

use super::ground::{Ground, joins};

/// A noun phrase as stretches of text; the last one may end inside a token.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    pub spans: Vec<Span>,
    /// Verbs and nothing else (立案187件, 罚款、拘留419人).
    pub is_verbal: bool,
    /// The verb that stands right before the number, its object elsewhere (推动整改68个).
    pub verb: Option<usize>,
}

impl Phrase {
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The phrase that is this stretch and nothing else.
    pub fn of(span: Span) -> Self {
        Self { spans: vec![span], ..Self::default() }
    }

    /// The tokens of a range, as far as `end`, without what no measure begins or ends with.
    pub fn trimmed(ground: Ground<'_>, range: Range<usize>, end: usize) -> Self {
        let tokens = within_edges(ground, behind_what_tells(ground, &ground.tokens[range], end));
        // most are one stretch
        let spans = Vec::with_capacity(tokens.len().min(1));
        let mut phrase = Self { spans, is_verbal: is_verbal(ground, tokens), verb: None };
        for token in tokens {
            let span = Span::new(token.span.start, token.span.end.min(end).max(token.span.start));
            match phrase.spans.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                _ => phrase.spans.push(span),
            }
        }
        phrase
    }

    /// Its conjuncts, parted at 、 and 和.
    pub fn conjuncts(&self, ground: Ground<'_>) -> Vec<Span> {
        let mut out: Vec<Span> = Vec::new();
        for &span in &self.spans {
            let mut open = false;
            for token in &ground.tokens[ground.token_from(span.start)..ground.token_from(span.end)] {
                let end = token.span.end.min(span.end);
                match out.last_mut() {
                    _ if joins(token) => open = false,
                    Some(last) if open => last.end = end,
                    _ => {
                        out.push(Span::new(token.span.start, end));
                        open = true;
                    }
                }
            }
        }
        out
    }
}

/// Behind what only says which of them, in a phrase that ends at the place `end`.
fn behind_what_tells<'t>(ground: Ground<'_>, tokens: &'t [Token], end: usize) -> &'t [Token] {
    // most phrases hold nothing that could end it, and none of the questions below is asked
    let may_end = |token: &Token| {
        matches!(token.kind, TokenKind::De | TokenKind::Etc)
            || ground.first_char(token) == '所'
            || ground.chars[token.span.end - 1] == '内'
    };
    if !tokens.iter().any(may_end) {
        return tokens;
    }
    let tokens = behind_term(ground, behind_examples(ground, tokens));
    let of = tokens.last().is_some_and(|head| ground.names_attribute(head, end));
    if of { behind_acts(ground, tokens) } else { behind_asked(ground, behind_clause(tokens)) }
}

/// 饮料加工等项目: what stands before 等 are examples of the noun behind it, unless they are what it is known by
/// (盗窃、诈骗等犯罪).
fn behind_examples<'t>(ground: Ground<'_>, tokens: &'t [Token]) -> &'t [Token] {
    let Some(etc) = tokens.iter().rposition(|token| token.kind == TokenKind::Etc) else { return tokens };
    let known_by = |head: &Token| ["known_by", "vague"].iter().any(|class| ground.is_of(head, class));
    let rest = &tokens[etc + 1..];
    if rest.is_empty() || rest.len() == 1 && known_by(&rest[0]) { tokens } else { rest }
}

/// 县委任期内巡察覆盖率: over what time.
fn behind_term<'t>(ground: Ground<'_>, tokens: &'t [Token]) -> &'t [Token] {
    let ends_term = |token: &Token| {
        ground.chars[token.span.end - 1] == '内' && compare::ends_with(&ground.chars[..token.span.end], "任期内")
    };
    match tokens.iter().rposition(ends_term) {
        Some(term) if term + 1 < tokens.len() => &tokens[term + 1..],
        _ => tokens,
    }
}

/// 履职不力的代表: a clause in front of 的 says which of them.
fn behind_clause(tokens: &[Token]) -> &[Token] {
    let Some(de) = tokens.iter().rposition(|token| token.kind == TokenKind::De) else { return tokens };
    // 无逮捕必要的不批捕: an act is none of theirs
    let acts_alone =
        de + 1 < tokens.len() && tokens[de + 1..].iter().all(|token| token.noun_use() == Some(NounUse::No));
    let acts = |token: &Token| token.noun_use() == Some(NounUse::No) || token.is_adverb();
    if acts_alone || tokens[..de].iter().any(acts) { &tokens[de + 1..] } else { tokens }
}

/// 所占的比重: what is measured of something is said in front of it, unless that tells of more than one act. Of what
/// something is a share belongs to it in any case.
fn behind_acts<'t>(ground: Ground<'_>, tokens: &'t [Token]) -> &'t [Token] {
    let acts = tokens.iter().filter(|token| token.noun_use() == Some(NounUse::No)).count();
    let share = || tokens.iter().any(|token| ground.is_term(token, ['占']));
    if acts > 1 && !share() { behind_clause(tokens) } else { tokens }
}

/// 代表委员所提意见: 所 and its verb say whose they are.
fn behind_asked<'t>(ground: Ground<'_>, tokens: &'t [Token]) -> &'t [Token] {
    let verb = |at: usize| tokens.get(at).is_some_and(|token| token.is_verb() || token.span.len() == 1);
    let mut asked = (0..tokens.len()).filter(|&at| ground.first_char(&tokens[at]) == '所');
    let end = asked.find_map(|at| match ground.words(&tokens[at]) {
        [_] if verb(at + 1) => Some(at + 2),
        [_, '提' | '办' | '议' | '列' | '涉'] => Some(at + 1),
        _ => None,
    });
    end.filter(|&end| end < tokens.len()).map_or(tokens, |end| &tokens[end..])
}

/// Without the determiners and marks that it begins with, and the marks that it ends with.
fn within_edges<'t>(ground: Ground<'_>, tokens: &'t [Token]) -> &'t [Token] {
    let opens = |token: &&Token| {
        matches!(token.kind, TokenKind::De | TokenKind::Etc | TokenKind::Paren)
            || joins(token)
            || is_bullet(ground.first_char(token)) && token.span.len() == 1
            || token.kind == TokenKind::Ordinal
                && tokens.len() == 1
                && !"奖功".contains(ground.chars[token.span.end - 1])
            || token.is_adverb() && ground.is_term(token, ['约'])
            || ground.chars[token.span.end - 1] == '有' && ground.is_of(token, "reach")
            || ground.is_determiner(token)
    };
    let tokens = &tokens[tokens.iter().take_while(opens).count()..];
    // 全省法院结案率: all of a body
    let all = |token: &Token| {
        let before = token.span.start.checked_sub(1).map(|at| ground.chars[at]);
        before == Some('全') && ground.doer(token.span).is_some()
    };
    let tokens = if tokens.len() > 1 && all(&tokens[0]) { &tokens[1..] } else { tokens };
    // 调研报告中: among what it was
    let closes = |token: &&Token| joins(token) || token.kind == TokenKind::De || ground.is_term(token, ['中']);
    let tokens = &tokens[..tokens.len() - tokens.iter().rev().take_while(closes).count()];
    // 居全国第3位、提升5位: a rank measures nothing
    let rank =
        |token: &Token| token.kind == TokenKind::Ordinal && matches!(ground.chars[token.span.end - 1], '位' | '名');
    if matches!(tokens, [alone] if rank(alone)) { &[] } else { tokens }
}

/// Verbs alone, and none that makes the measure what it is (新增).
fn is_verbal(ground: Ground<'_>, tokens: &[Token]) -> bool {
    !tokens.is_empty()
        && tokens.iter().all(|token| token.is_verb() || joins(token))
        && !tokens.iter().any(|token| ground.is_made(token))
}

/// The words at the end of a conjunct that say what is measured of it (零售额 of 家电类零售额).
pub(super) fn attribute_of(ground: Ground<'_>, conjunct: Span) -> Option<Span> {
    let last = ground.token_before(conjunct.end).filter(|token| ground.names_attribute(token, conjunct.end))?;
    let stem = ground.token_before(last.span.start).filter(|_| last.span.len() == 1);
    let start = stem.map_or(last.span.start, |stem| stem.span.start);
    (start > conjunct.start).then(|| Span::new(start, conjunct.end))
}
