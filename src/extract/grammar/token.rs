//! Tokens: the words that the lexicons know, the mentions that shield their insides, and the text in between.

use crate::recognise::{Mention, MentionKind};
use std::ops::{Deref, Range};

use crate::rules::{AdverbClass, Cutter, FrameClass, NounUse, Rules, Syntax, Trait, Traits, VerbClass, WordClass};
use crate::text::{Reading, Span};

use super::sorts::{Sort, Sorts};

/// What a token is to the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    Verb(VerbClass, NounUse),
    Adverb(AdverbClass),
    Frame(FrameClass),
    /// A known word that is no verb.
    Noun,
    /// Characters that no lexicon knows.
    Text,
    /// A quoted or otherwise shielded name.
    Name,
    /// A number with its unit.
    Number,
    /// A date or period.
    Time,
    /// An ordinal or a numeral that counts nothing.
    Ordinal,
    /// （…）
    Paren,
    /// 、
    Pause,
    /// 和, 及, 以及
    And,
    /// 等
    Etc,
    /// 的
    De,
    /// 了, 着, 过
    Aspect,
    /// ，。；：！？ and the like.
    Mark,
}

/// One token of a passage.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub kind: TokenKind,
    /// In the reading text.
    pub span: Span,
    pub traits: Traits,
}

impl Token {
    pub fn is_verb(&self) -> bool {
        matches!(self.kind, TokenKind::Verb(..))
    }

    pub fn is_adverb(&self) -> bool {
        matches!(self.kind, TokenKind::Adverb(_))
    }

    pub fn verb_class(&self) -> Option<VerbClass> {
        match self.kind {
            TokenKind::Verb(class, _) => Some(class),
            _ => None,
        }
    }

    pub fn noun_use(&self) -> Option<NounUse> {
        match self.kind {
            TokenKind::Verb(_, noun) => Some(noun),
            _ => None,
        }
    }

    pub fn has(&self, one: Trait) -> bool {
        self.traits.has(one)
    }

    /// Whether it can be (part of) a noun phrase on its own.
    pub fn is_nominal(&self) -> bool {
        matches!(
            self.kind,
            TokenKind::Noun
                | TokenKind::Text
                | TokenKind::Name
                | TokenKind::Number
                | TokenKind::Paren
                | TokenKind::Ordinal
        )
    }
}

/// The tokens of a passage with the text that they stand in.
pub struct Tokens<'a> {
    pub reading: &'a Reading,
    pub rules: &'a Rules,
    list: Vec<Token>,
    sorts: Sorts,
}

impl Deref for Tokens<'_> {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.list
    }
}

impl<'a> Tokens<'a> {
    /// Cuts the passage at `span` into tokens that tile it, blanks aside. `mentions` are those of the whole reading
    /// text, in order; where they nest, the outer one shields. `cutter` lends its memory.
    pub fn of(reading: &'a Reading, span: Span, mentions: &[Mention], rules: &'a Rules, cutter: &mut Cutter) -> Self {
        let list = cut(reading, span, mentions, rules, cutter);
        Self { reading, rules, sorts: Sorts::of(&list), list }
    }

    /// Whether a token of `sort` stands in a range.
    #[inline]
    pub fn any(&self, range: &Range<usize>, sort: Sort) -> bool {
        self.sorts.any(range, sort)
    }

    /// The first character of a token.
    pub fn first_char(&self, at: usize) -> char {
        self.reading.chars()[self.list[at].span.start]
    }

    /// The last character of a token.
    pub fn last_char(&self, at: usize) -> char {
        self.reading.chars()[self.list[at].span.end - 1]
    }

    /// The characters of a token.
    pub fn words(&self, at: usize) -> &[char] {
        &self.reading.chars()[self.list[at].span.range()]
    }

    /// The tokens that begin inside a span.
    pub fn within(&self, span: Span) -> Range<usize> {
        let from = self.list.partition_point(|token| token.span.start < span.start);
        let to = self.list.partition_point(|token| token.span.start < span.end);
        from..to
    }

    /// Whether a number stands in a span.
    pub fn has_number(&self, span: Span) -> bool {
        self.any(&self.within(span), Sort::Number)
    }

    /// Whether 中, 上, 下 and their like stand at `at` as a word.
    pub fn is_place_word(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| {
            token.span.len() == 1
                && matches!(self.first_char(at), '中' | '上' | '下' | '里' | '内' | '前' | '后' | '时')
        })
    }

    /// Whether the token at `at` is the one character `word`.
    pub fn is_word(&self, at: usize, word: char) -> bool {
        // in this order: what the first character is can be foreseen, how long a word is cannot
        self.first_char(at) == word && self.list[at].span.len() == 1
    }

    /// From the first to the last token of a range; none where it is empty.
    pub fn cover(&self, range: &Range<usize>) -> Option<Span> {
        (range.start < range.end)
            .then(|| Span::new(self.list[range.start].span.start, self.list[range.end - 1].span.end))
    }

    /// What the word that ends at the token `at` tells as the head of its phrase (heads.csv).
    pub fn head(&self, at: usize) -> Option<&str> {
        self.rules.head_at_end(self.words(at))
    }

    /// Whether a noun phrase names a body, office or group of people that can act: by how it ends (actors.csv).
    pub fn is_agent(&self, span: Span) -> bool {
        agent(self.reading, span, self.rules).is_some()
    }

    /// Whether a noun phrase names one whose work the report tells: then it stays the actor beyond its sentence. An
    /// enterprise, a school or a town acts in its own sentence alone.
    pub fn is_reporting(&self, span: Span) -> bool {
        agent(self.reading, span, self.rules).is_some_and(|class| matches!(class, "body" | "place" | "member"))
    }
}

/// The class of the actor that a noun phrase ends in, if it does.
fn agent<'a>(reading: &Reading, span: Span, rules: &'a Rules) -> Option<&'a str> {
    rules.actor_at_end(&reading.chars()[span.range()])
}

fn cut(reading: &Reading, span: Span, mentions: &[Mention], rules: &Rules, cutter: &mut Cutter) -> Vec<Token> {
    let syntax = &rules.syntax;
    let mut out = Vec::with_capacity(span.len() / 2);
    let shields = shields(span, mentions);
    let mut at = span.start;
    for (shield, kind) in
        shields.iter().filter_map(|mention| Some((shielded(reading, mention, syntax), shield_kind(mention.kind)?)))
    {
        if shield.start < at {
            continue;
        }
        words(reading, Span::new(at, shield.start), syntax, cutter, &mut out);
        out.push(Token { kind, span: shield, traits: Traits::default() });
        at = shield.end;
    }
    words(reading, Span::new(at, span.end), syntax, cutter, &mut out);
    let mut out = parentheses(reading, out);
    // the nouns that a lexicon knows have theirs from there
    for token in out.iter_mut().filter(|token| token.kind == TokenKind::Text) {
        token.traits = token.traits.and(rules.noun_traits(&reading.chars()[token.span.range()]));
    }
    // 第一时间 is shielded since it counts nothing, and is an adverb all the same
    for at in 0..out.len() {
        let token = &out[at];
        if token.kind != TokenKind::Name {
            continue;
        }
        let words = &reading.chars()[token.span.range()];
        let acts = || out.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No));
        match syntax.get(words).map(|entry| entry.class) {
            Some(WordClass::Adverb(class)) => out[at].kind = TokenKind::Adverb(class),
            _ if names_way(words) && acts() => out[at].kind = TokenKind::Adverb(AdverbClass::Manner),
            _ => {}
        }
    }
    settle(reading, &mut out);
    out
}

/// “一企一策”, “点对点”, “组团式”: a quoted name of a way to do things.
fn names_way(words: &[char]) -> bool {
    matches!(words, ['“', '一', _, '一', _, '”'] | ['“', _, '对', _, '”'] | ['“', .., '式', '”'])
}

/// Words that are one thing or another by their place in the clause are settled here, once.
fn settle(reading: &Reading, tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        if is_settled(&tokens[at]) && !before_de(reading, tokens, at) {
            continue;
        }
        if is_made_adverb(reading, tokens, at) {
            tokens[at].kind = TokenKind::Adverb(AdverbClass::Manner);
        }
        let kind = match tokens[at].kind {
            TokenKind::Adverb(AdverbClass::Suggest) if asks_for(reading, tokens, at) => {
                TokenKind::Verb(VerbClass::Clausal, NounUse::No)
            }
            TokenKind::Adverb(AdverbClass::Suggest | AdverbClass::Will)
                if tokens[at].span.len() > 1 && !proposes(reading, tokens, at) =>
            {
                TokenKind::Noun
            }
            TokenKind::Adverb(_) | TokenKind::Verb(..)
                if tokens[at].has(Trait::Benchmark) && ends_clause(tokens, at) =>
            {
                TokenKind::Verb(VerbClass::Intransitive, NounUse::No)
            }
            // 同步启动二期工程: when it is done
            TokenKind::Verb(..) if tokens[at].has(Trait::Benchmark) && acts_behind(tokens, at) => {
                TokenKind::Adverb(AdverbClass::Manner)
            }
            TokenKind::Adverb(AdverbClass::Must) if is_inside_name(reading, tokens, at) => TokenKind::Text,
            TokenKind::Adverb(_) if tokens[at].has(Trait::Progress) && closes_object(tokens, at) => TokenKind::Noun,
            TokenKind::Adverb(_) if tokens[at].has(Trait::Dual) && ends_clause(tokens, at) && is_led(tokens, at) => {
                TokenKind::Verb(VerbClass::Transitive, NounUse::No)
            }
            TokenKind::Verb(..) if is_stem(reading, tokens, at) => TokenKind::Noun,
            // 对标“四个机关”要求
            TokenKind::Verb(VerbClass::Speech, _)
                if tokens[at].has(Trait::Aim) && ends_clause(tokens, at) && at > 0 && tokens[at - 1].is_nominal() =>
            {
                TokenKind::Noun
            }
            TokenKind::Verb(class, _) if tokens[at].span.len() >= 4 && befalls(tokens, at) => {
                TokenKind::Verb(class, NounUse::No)
            }
            // 回顾了五年的工作: with 了 it is done, and frames no speech
            TokenKind::Adverb(_) | TokenKind::Frame(_) | TokenKind::Verb(VerbClass::Speech, _)
                if is_finished(reading, tokens, at) =>
            {
                TokenKind::Verb(VerbClass::Transitive, NounUse::No)
            }
            TokenKind::Aspect => match passes(reading, tokens, at) {
                Some(kind) => kind,
                None => continue,
            },
            TokenKind::Noun if is_how(tokens, at) => TokenKind::Adverb(AdverbClass::Manner),
            TokenKind::Noun | TokenKind::Text if tokens[at].span.len() == 2 && is_done_to(reading, tokens, at) => {
                TokenKind::Verb(VerbClass::Transitive, NounUse::No)
            }
            TokenKind::Text if is_more(reading, tokens, at) => TokenKind::Adverb(AdverbClass::Degree),
            TokenKind::Text if is_able(reading, tokens, at) => TokenKind::Adverb(AdverbClass::Scope),
            TokenKind::Text | TokenKind::Verb(VerbClass::Single, _) if goes_so_often(reading, tokens, at) => {
                TokenKind::Frame(FrameClass::Place)
            }
            TokenKind::Text if is_adverbial(reading, tokens, at) => TokenKind::Adverb(AdverbClass::Manner),
            TokenKind::Text if is_brought_to(reading, tokens, at) => {
                TokenKind::Verb(VerbClass::Transitive, NounUse::No)
            }
            TokenKind::Frame(_) if ends_clause(tokens, at) => TokenKind::Noun,
            TokenKind::Verb(VerbClass::Intransitive, NounUse::No) if tells_how(tokens, at) => {
                TokenKind::Adverb(AdverbClass::Manner)
            }
            TokenKind::Verb(VerbClass::Single, _) if !stands_alone(reading, tokens, at) => TokenKind::Text,
            TokenKind::Frame(FrameClass::Target) if is_copula(reading, tokens, at) => {
                TokenKind::Verb(VerbClass::Change, NounUse::No)
            }
            _ => continue,
        };
        tokens[at].kind = kind;
    }
}

/// 在转作风上下功夫: 上 closes the phrase of place and 下 is the verb, though 上下 is a word too.
fn effort(reading: &Reading, word: Span, out: &mut Vec<Token>) {
    let chars = reading.chars();
    if chars[word.start] != '功' || chars[word.range()] != ['功', '夫'] {
        return;
    }
    let Some(before) = out.last_mut() else { return };
    let span = before.span;
    if span.end != word.start || chars[span.range()] != ['上', '下'] {
        return;
    }
    before.span = Span::new(span.start, span.end - 1);
    let kind = TokenKind::Verb(VerbClass::Transitive, NounUse::No);
    out.push(Token { kind, span: Span::new(span.end - 1, span.end), traits: Traits::default() });
}

/// 要过“紧日子”, 全部过20万元: with nothing before it that could be done once, 过 is no particle.
fn passes(reading: &Reading, tokens: &[Token], at: usize) -> Option<TokenKind> {
    let leads = at == 0
        || tokens[at - 1].kind == TokenKind::Mark
        || tokens[at - 1].is_adverb() && tokens[at - 1].kind != TokenKind::Adverb(AdverbClass::Negation);
    let class = match tokens.get(at + 1)?.kind {
        TokenKind::Number => VerbClass::Change,
        TokenKind::Name | TokenKind::Noun => VerbClass::Transitive,
        _ => return None,
    };
    let passes = leads && reading.chars()[tokens[at].span.start] == '过';
    passes.then_some(TokenKind::Verb(class, NounUse::No))
}

/// Whether a verb with its object stands right behind the word at `at`, and no noun that a measure is told of before it.
fn acts_behind(tokens: &[Token], at: usize) -> bool {
    let leads = at == 0
        || matches!(
            tokens[at - 1].kind,
            TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::Adverb(_) | TokenKind::Number
        );
    let acts = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.verb_class(), Some(VerbClass::Transitive | VerbClass::Clausal))
            && next.noun_use() != Some(NounUse::Mostly)
    });
    leads && acts && tokens.get(at + 2).is_some_and(|object| object.is_nominal() || object.is_verb())
}

/// 取得胜利并全面巩固: a word that is an adverb before verbs is what was come to before a pause or 并.
fn closes_object(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|next| {
        matches!(
            next.kind,
            TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::Adverb(AdverbClass::Connective)
        )
    })
}

/// 见缝插绿建起公园9座: a phrase of four characters that takes no object tells how the verb right behind it acts.
fn tells_how(tokens: &[Token], at: usize) -> bool {
    let acts = |next: &Token| {
        next.noun_use() == Some(NounUse::No)
            && matches!(next.verb_class(), Some(VerbClass::Transitive | VerbClass::Clausal))
    };
    let leads = at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Adverb(_));
    leads
        && tokens[at].span.len() >= 4
        && !tokens[at].has(Trait::Patient)
        && !tokens[at].has(Trait::Doer)
        && tokens.get(at + 1).is_some_and(acts)
        && tokens.get(at + 2).is_some_and(|object| object.is_nominal() && object.kind != TokenKind::Paren)
}

/// Whether only a preposition's phrase stands before the word at `at`: 向社会公开.
fn is_led(tokens: &[Token], at: usize) -> bool {
    let led = |token: &Token| {
        matches!(token.kind, TokenKind::Frame(FrameClass::Target | FrameClass::Disposal | FrameClass::Passive))
    };
    at > 1 && tokens[at - 1].is_nominal() && led(&tokens[at - 2])
}

/// A verb with a suffix that makes it a noun, where no lexicon has the whole word: 收案数, 回复率, 审判点.
fn is_stem(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    const SUFFIXES: &str = "量数额值度性者员型式制区户品费站点网厂库场馆所室院校局处部权法史奖书证卡税款金物力级类家师群团队池链圈带街桥港票榜单机器具线化会组办委岗台";
    let Some(next) = tokens.get(at + 1).filter(|next| next.kind == TokenKind::Text) else { return false };
    let suffix = reading.chars()[next.span.start];
    if matches!(reading.chars()[tokens[at].span.end - 1], '到' | '在' | '于' | '为') {
        return false;
    }
    next.span.start == tokens[at].span.end && (suffix == '率' || next.span.len() == 1 && SUFFIXES.contains(suffix))
}

/// 可, 能 and 会 as words of their own before an act: 每年可减少支出, 企业和机构可提供服务.
fn is_able(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let word = reading.chars()[tokens[at].span.start];
    if tokens[at].span.len() > 1 || !matches!(word, '可' | '能' | '会') {
        return false;
    }
    let parted = match at.checked_sub(1).map(|before| tokens[before].kind) {
        Some(TokenKind::Adverb(_) | TokenKind::Time) => true,
        None | Some(TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::Number | TokenKind::Noun) => {
            word == '可'
        }
        _ => false,
    };
    parted && tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No))
}

/// 文史馆对外开放: what befalls things, at the end of a clause with no other verb, is no noun there.
fn befalls(tokens: &[Token], at: usize) -> bool {
    let before = || tokens[..at].iter().rev().take_while(|token| token.kind != TokenKind::Mark);
    tokens[at].has(Trait::Patient)
        && ends_clause(tokens, at)
        && at > 0
        && tokens[at - 1].is_nominal()
        && !before().any(|token| token.is_verb() || matches!(token.kind, TokenKind::Frame(_)))
}

/// The 得 of 彼得: a modal word of one character right behind one that no lexicon knows.
fn is_inside_name(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let broken = |before: &Token| {
        before.kind == TokenKind::Text && before.span.len() == 1 && before.span.end == tokens[at].span.start
    };
    reading.chars()[tokens[at].span.start] == '得' && tokens[at].span.len() == 1 && at > 0 && broken(&tokens[at - 1])
}

/// 动态, 现场 before what is done so or there: 动态调整政策, 负责人现场应答.
fn is_how(tokens: &[Token], at: usize) -> bool {
    let act = tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No) && next.span.len() > 1);
    act && tokens[at].has(Trait::Adverbial)
}

/// An adverb or preposition with 了 behind it is a verb, whatever it is elsewhere: 集中了专家, 通过了决定, 提前了10天.
fn is_finished(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let finished = tokens.get(at + 1).is_some_and(|next| {
        next.kind == TokenKind::Aspect
            && next.span.start == tokens[at].span.end
            && reading.chars()[next.span.start] == '了'
    });
    finished && tokens[at].span.len() > 1
}

/// 六下库区, 三进村寨: a place gone to so often.
fn goes_so_often(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    let often = |before: &Token| {
        before.kind == TokenKind::Number && before.span.len() == 1 && before.span.end == tokens[at].span.start
    };
    tokens[at].span.len() == 1
        && matches!(chars[tokens[at].span.start], '下' | '进' | '上' | '访' | '走')
        && at > 0
        && often(&tokens[at - 1])
        && tokens.get(at + 1).is_some_and(|place| matches!(place.kind, TokenKind::Noun | TokenKind::Name))
}

/// A noun that 地 makes an adverb, at the head of its clause or behind an adverb: 胜利地结束了.
fn is_made_adverb(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let leads = || at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Adverb(_));
    let acts = || tokens.get(at + 2).is_some_and(|act| act.noun_use() == Some(NounUse::No) || act.is_adverb());
    tokens[at].kind == TokenKind::Noun && before_de(reading, tokens, at) && leads() && acts()
}

/// Whether 地 follows as a word.
fn before_de(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        reading.chars()[next.span.start] == '地' && next.span.len() == 1 && next.kind == TokenKind::Text
    })
}

/// Whether no neighbour makes anything else of it.
fn is_settled(token: &Token) -> bool {
    !matches!(
        token.kind,
        TokenKind::Verb(..) | TokenKind::Adverb(_) | TokenKind::Frame(_) | TokenKind::Text | TokenKind::Aspect
    ) && !token.has(Trait::Adverbial)
}

/// 地 behind an adverb: 有力地支持.
fn is_adverbial(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at].span.len() == 1 && reading.chars()[tokens[at].span.start] == '地' && tokens[at - 1].is_adverb()
}

/// 把问题摸透、把对策议实: two characters of which the second says what came of it close the phrase of 把.
fn is_brought_to(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    const RESULTS: &str = "透实准好清深细活严牢足稳优强大住";
    let chars = reading.chars();
    let closes = tokens.get(at + 1).is_none_or(|next| matches!(next.kind, TokenKind::Mark | TokenKind::Pause));
    closes
        && tokens[at].span.len() == 2
        && RESULTS.contains(chars[tokens[at].span.end - 1])
        && tokens[..at]
            .iter()
            .rev()
            .take_while(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Pause))
            .any(|token| token.kind == TokenKind::Frame(FrameClass::Disposal))
}

fn ends_clause(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark)
}

/// 建议, 计划, 预期 speak of the future where they open a clause and words follow, or stand after an adverb; elsewhere
/// they are nouns (提出建议80条, 年度协商计划).
fn proposes(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let labelled = at > 0 && reading.chars()[tokens[at - 1].span.end - 1] == '】';
    let opens = at == 0
        || labelled
        || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Paren | TokenKind::Adverb(_) | TokenKind::Time);
    opens && tokens.get(at + 1).is_some_and(|next| !matches!(next.kind, TokenKind::Mark | TokenKind::Number))
}

/// 对9人建议从轻处理: behind so many people, and before what is to be done with them.
fn asks_for(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let people = |before: &Token| {
        before.kind == TokenKind::Number && matches!(reading.chars()[before.span.end - 1], '人' | '名' | '位')
    };
    at > 0 && people(&tokens[at - 1]) && tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No))
}

/// A single character is a verb only behind a pause, an adverb or a preposition's phrase, and before a known word: 建学校.
fn stands_alone(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let before = at == 0
        || matches!(
            tokens[at - 1].kind,
            TokenKind::Mark
                | TokenKind::Pause
                | TokenKind::Adverb(_)
                | TokenKind::Paren
                | TokenKind::Name
                | TokenKind::And
        );
    let after = tokens.get(at + 1).is_some_and(|next| {
        matches!(
            next.kind,
            TokenKind::Noun | TokenKind::Name | TokenKind::Number | TokenKind::Aspect | TokenKind::Adverb(_)
        ) || next.is_verb() && next.span.len() > 1
            || next.kind == TokenKind::Text && next.span.len() > 1
    });
    (before || pairs(tokens, at) || means_before(tokens, at) || on_ground(reading, tokens, at)) && after
        || submits(tokens, at)
        || is_done_to(reading, tokens, at)
}

/// 在县域经济上求突破: the place word that closes the phrase of 在 stands right before.
fn on_ground(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let word = |token: &Token, c: char| token.span.len() == 1 && reading.chars()[token.span.start] == c;
    at > 1
        && word(&tokens[at - 1], '上')
        && tokens[..at - 1]
            .iter()
            .rev()
            .take_while(|token| token.kind != TokenKind::Mark)
            .any(|token| token.kind == TokenKind::Frame(FrameClass::Place) && word(token, '在'))
}

/// 在抓落实上多下功夫: how much, right behind such a phrase and before a verb.
fn is_more(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    tokens[at].span.len() == 1
        && reading.chars()[tokens[at].span.start] == '多'
        && tokens.get(at + 1).is_some_and(Token::is_verb)
        && on_ground(reading, tokens, at)
}

/// 学校换了新锅炉: 了 tells that the character before it is a verb, whatever noun stands in front; 一卖了之 is a phrase.
fn is_done_to(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    let done = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Aspect && chars[next.span.start] == '了');
    done && at > 0
        && tokens[at - 1].is_nominal()
        && tokens[at - 1].span.end == tokens[at].span.start
        && tokens.get(at + 2).is_some_and(|object| object.is_nominal() && chars[object.span.start] != '之')
}

/// 稳外贸稳外资: a verb of one character and a noun of two stand before it, and one such noun behind it.
fn pairs(tokens: &[Token], at: usize) -> bool {
    let noun = |at: usize| tokens.get(at).is_some_and(|noun| noun.is_nominal() && noun.span.len() == 2);
    at >= 2
        && noun(at - 1)
        && noun(at + 1)
        && tokens[at - 2].verb_class() == Some(VerbClass::Single)
        && ends_clause(tokens, at + 1)
}

/// 以 and a few nouns: 以优质供给促消费.
fn means_before(tokens: &[Token], at: usize) -> bool {
    let means = tokens[..at].iter().rposition(|token| token.kind == TokenKind::Frame(FrameClass::Manner));
    means.is_some_and(|means| {
        let between = &tokens[means + 1..at];
        let plain =
            |token: &Token| token.kind == TokenKind::Noun || token.noun_use().is_some_and(|noun| noun != NounUse::No);
        tokens[means].span.len() == 1 && (1..=3).contains(&between.len()) && between.iter().all(plain)
    })
}

/// 报 before someone who decides: 年度计划报市委审定.
fn submits(tokens: &[Token], at: usize) -> bool {
    let agents = tokens[at + 1..].iter().take_while(|next| next.has(Trait::Agent)).count();
    tokens[at].has(Trait::Submits) && agents > 0 && tokens.get(at + 1 + agents).is_some_and(Token::is_verb)
}

/// 为 between a noun and a number at the end of its clause says what a measure is: 增速为7%左右.
fn is_copula(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let number = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
    let ends = tokens
        .get(at + 2)
        .is_none_or(|next| matches!(next.kind, TokenKind::Mark | TokenKind::Paren | TokenKind::Pause));
    number
        && ends
        && at > 0
        && (tokens[at - 1].is_nominal() || tokens[at - 1].kind == TokenKind::Adverb(AdverbClass::Scope))
        && reading.chars()[tokens[at].span.start] == '为'
}

/// The mentions that lie inside `span`, by binary search.
fn shields(span: Span, mentions: &[Mention]) -> &[Mention] {
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    let to = mentions.partition_point(|mention| mention.span.start < span.end);
    &mentions[from..to]
}

/// A number with what bounds it, but for a verb of change that bounds it (控制在5%以内, 突破百亿元, 过千亿元): that is read as one.
fn shielded(reading: &Reading, mention: &Mention, syntax: &Syntax) -> Span {
    let before = &reading.chars()[mention.span.start..mention.core.start.max(mention.span.start)];
    let entry = (!before.is_empty()).then(|| syntax.get(before)).flatten();
    let is_change = entry.is_some_and(|entry| matches!(entry.class, WordClass::Verb(VerbClass::Change, _)));
    if is_change || before == ['过'] { Span::new(mention.core.start, mention.span.end) } else { mention.span }
}

fn shield_kind(kind: MentionKind) -> Option<TokenKind> {
    Some(match kind {
        MentionKind::Number | MentionKind::Quantity | MentionKind::Percent | MentionKind::Duration => TokenKind::Number,
        MentionKind::Date | MentionKind::Period => TokenKind::Time,
        MentionKind::Ordinal => TokenKind::Ordinal,
        MentionKind::Structural | MentionKind::Region | MentionKind::Organ => return None,
        _ => TokenKind::Name,
    })
}

/// Cuts text without shields.
fn words(reading: &Reading, span: Span, syntax: &Syntax, cutter: &mut Cutter, out: &mut Vec<Token>) {
    if span.is_empty() {
        return;
    }
    let mut at = span.start;
    for (entry, start, end) in syntax.words(&reading.chars()[span.range()], cutter) {
        let word = Span::new(span.start + start, span.start + end);
        gap(reading, Span::new(at, word.start), out);
        if goes_with(reading, word, out) {
            at = word.end;
            continue;
        }
        effort(reading, word, out);
        out.push(Token {
            kind: word_kind(entry.class, &reading.chars()[word.range()]),
            span: word,
            traits: entry.traits,
        });
        at = word.end;
    }
    gap(reading, Span::new(at, span.end), out);
}

/// 管起来, 坚持下去: which way an act goes is told by 起来 and its like right behind the verb, and is part of it. Lengthens
/// the verb and says whether it did.
fn goes_with(reading: &Reading, word: Span, out: &mut [Token]) -> bool {
    let ways =
        matches!(reading.chars()[word.range()], ['起' | '下' | '上' | '出' | '进' | '开', '来'] | ['下' | '上', '去']);
    let Some(verb) = out.last_mut().filter(|last| ways && last.span.end == word.start) else { return false };
    let TokenKind::Verb(class, _) = verb.kind else { return false };
    let class = if class == VerbClass::Single { VerbClass::Transitive } else { class };
    (verb.kind, verb.span) = (TokenKind::Verb(class, NounUse::No), Span::new(verb.span.start, word.end));
    true
}

fn word_kind(class: WordClass, term: &[char]) -> TokenKind {
    match class {
        WordClass::Verb(verb, noun) => TokenKind::Verb(verb, noun),
        WordClass::Adverb(class) => TokenKind::Adverb(class),
        WordClass::Frame(class) => TokenKind::Frame(class),
        WordClass::Noun => TokenKind::Noun,
        WordClass::Particle => match term {
            ['的'] => TokenKind::De,
            ['了' | '着' | '过'] => TokenKind::Aspect,
            ['等', ..] => TokenKind::Etc,
            _ => TokenKind::And,
        },
    }
}

/// Parts the characters between known words at marks and blanks.
fn gap(reading: &Reading, span: Span, out: &mut Vec<Token>) {
    let mut start = span.start;
    let text = |start, end, out: &mut Vec<Token>| {
        if start < end {
            out.push(Token { kind: TokenKind::Text, span: Span::new(start, end), traits: Traits::default() });
        }
    };
    for at in span.range() {
        let c = reading.chars()[at];
        let kind = match c {
            '、' => Some(TokenKind::Pause),
            ' ' => None,
            '—' if is_tie(reading, at) => continue,
            '，' | '。' | '；' | '：' | '！' | '？' | '（' | '）' | '…' | '—' => Some(TokenKind::Mark),
            _ => continue,
        };
        text(start, at, out);
        start = at + 1;
        if let Some(kind) = kind {
            out.push(Token { kind, span: Span::new(at, at + 1), traits: Traits::default() });
        }
    }
    text(start, span.end, out);
}

/// 中国—东盟: one dash between words ties them to a name, two part clauses.
fn is_tie(reading: &Reading, at: usize) -> bool {
    let word = |at: usize| reading.chars().get(at).is_some_and(|c| c.is_alphanumeric());
    at > 0 && word(at - 1) && word(at + 1)
}

/// Joins what stands in （…） to one token, so that no clause ends inside. An open bracket without its partner stays a mark.
fn parentheses(reading: &Reading, tokens: Vec<Token>) -> Vec<Token> {
    let opens = |token: &Token| token.kind == TokenKind::Mark && reading.chars()[token.span.start] == '（';
    let closes = |token: &Token| token.kind == TokenKind::Mark && reading.chars()[token.span.start] == '）';
    if !tokens.iter().any(opens) {
        return tokens;
    }
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut open: Vec<usize> = Vec::new();
    for token in tokens {
        if opens(&token) {
            open.push(out.len());
            out.push(token);
        } else if let Some(from) = closes(&token).then(|| open.pop()).flatten() {
            let span = Span::new(out[from].span.start, token.span.end);
            out.truncate(from);
            out.push(Token { kind: TokenKind::Paren, span, traits: Traits::default() });
        } else {
            out.push(token);
        }
    }
    out
}
