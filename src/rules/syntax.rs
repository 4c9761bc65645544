//! The lexicons that parse a clause (verbs, words, adverbs, frames), merged into one trie so that a clause
//! is segmented in one pass; [`cut`](super::cut) decides where terms overlap.

use rustc_hash::FxHashMap;

use super::cut::{self, Cutter};
use super::kind::{AdverbClass, FrameClass, NounUse, Sort, TokenKind, VerbClass};
use super::lexicon::{Lexicon, Row};
use super::load::{Fault, Rules};
use super::trie::Trie;
use crate::text::CharSet;

/// What is known of a term. Most terms share theirs with others, and it is held once for all of them: it stays at hand
/// while words are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    pub kind: TokenKind,
    pub traits: Traits,
    /// Whether the words around it may make another kind of it (建议, 提前, 动态), other than 了, 得 and what no lexicon knows
    /// right behind it.
    pub is_open: bool,
    /// Of which sort its kind is.
    pub sort: Sort,
    /// Whether it may do something to the words around it: go with the one before (管起来), part it (上下功夫), settle it
    /// (了, 得, 达), or tell of those behind (被, 其中).
    pub minds_last: bool,
}

impl Entry {
    fn new(term: &str, kind: TokenKind, traits: Traits) -> Self {
        let minds_last = kind == TokenKind::Aspect
            || matches!(term, "得" | "功夫" | "被" | "其中" | "达" | "达到" | "突破")
            || term.ends_with(['来', '去']);
        Self { kind, traits, is_open: is_open(term, kind, traits), sort: kind.sort(), minds_last }
    }
}

/// Common words that no rule is about, one a line. They keep a clause from being cut inside a word (the 同 of 合同);
/// words that need judging stand in words.csv with their examples.
const VOCABULARY: &str = include_str!("vocabulary.txt");

/// Habits of a verb beyond its class, by name in traits.csv.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trait {
    /// Its object is a verbal noun: 开展监督, 加强管理.
    Light,
    /// With its object it is the means of the verb that follows: 采取…方式暗访, 投资…实施….
    Means,
    /// Without an object, what stands before it is the doer: 委员调研, 企业上市.
    Doer,
    /// With it, a promise is an orientation: 坚持, 贯彻.
    Orientation,
    /// Never the second of a verb group: 取得, 给, 进入.
    Alone,
    /// Said of what stands before it without a number, it reports no act: 制度完善, 能力增强.
    Vague,
    /// What stands before it is what it is done to, though something follows: X纳入Y, X编入Y.
    Patient,
    /// It says that a measure meets a benchmark: 与…同步, 平衡.
    Benchmark,
    /// An adverb or preposition that is the verb where a noun follows at once: 统筹资源, 深入企业, 聚焦主业.
    Dual,
    /// It takes what a measure reaches as its object: 实现产值增长5%.
    Embeds,
    /// With a short object it is the predicate, whatever verb stands before it: 企业改制取得进展.
    Attain,
    /// It never acts on what follows: 占…, 高于…, 达到….
    Reach,
    /// Behind a predicate with its object it only bounds the number: 举办学习不少于12次.
    Bounding,
    /// So it does where the verb before it is no noun: 化解债务超过8亿元, but 注册用户突破4万人.
    Exceeding,
    /// What is done for someone, behind all that 为 opens: 为…发挥作用创造条件.
    Serve,
    /// It binds by itself: 确保, 务必做到.
    Duty,
    /// At the end of a clause it praises what stands before it: 成效显著.
    Praise,
    /// A noun that what is done comes to: 取得进展, 迈出步伐.
    Progress,
    /// What it keeps is a state and no act: 保持稳定, 呈现良好态势.
    State,
    /// A noun that closes what a topic is: 围绕…目标, 对标…要求.
    Aim,
    /// A noun phrase that ends so can act (actors.csv).
    Agent,
    /// A noun phrase that ends so is a measure: 失业率, 办结时间.
    Gauge,
    /// A noun that makes a name with a verb before it: 示范工厂, 研发中心.
    Compound,
    /// Behind another verb and before a 的 it says of what kind the object is: 完善促进…的制度, 打造服务全国的基地.
    Relates,
    /// It brings what stands before it to someone who decides: 计划报市委审定.
    Submits,
    /// With it ends what was begun by the verb before it, and no object need follow: 研究处理, 督促整改.
    Settles,
    /// A noun that says how, right before a verb that is none: 动态调整, 阶段性扩大, 现场应答.
    Adverbial,
    /// It only says how soon or how far: the verb behind it is always of its group: 加快推进更高水平的开放.
    Hastens,
    /// Y of 以X为Y: 以民生为导向.
    Part,
    /// A noun for what is laid down or held: 促进消费方案, 庆祝建校活动.
    Plan,
    /// An adverb of how things go, which stands before nouns of verbs too: 任务的顺利完成.
    Course,
    /// It ties what stands before 与 to what stands behind it: 将结果与奖惩挂钩.
    Ties,
}

/// The set of a verb's traits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Traits(u32);

impl Traits {
    /// Whether `one` is in the set.
    pub fn has(self, one: Trait) -> bool {
        self.0 & (1 << one as u8) != 0
    }

    /// What is in either set.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set with `one` in it.
    pub fn with(self, one: Trait) -> Self {
        Self(self.0 | (1 << one as u8))
    }
}

/// The merged lexicons.
#[derive(Default)]
pub struct Syntax {
    entries: Vec<Entry>,
    /// From the last character to the first, as they are cut.
    terms: Trie,
    /// What words end in that say that a measure meets a benchmark.
    benchmark_ends: Box<CharSet>,
}

/// Different entries, each once.
#[derive(Default)]
struct Entries {
    list: Vec<Entry>,
    indices: FxHashMap<Entry, usize>,
}

impl Entries {
    /// Where `entry` stands, whether it stood there before or not.
    fn index(&mut self, entry: Entry) -> usize {
        *self.indices.entry(entry).or_insert_with(|| {
            self.list.push(entry);
            self.list.len() - 1
        })
    }
}

impl Syntax {
    /// Merges the lexicons. A class, noun use or trait that is none is a fault; of a term that stands in two
    /// lexicons the first of frames, adverbs, verbs, words is taken.
    pub(super) fn build(rules: &Rules, faults: &mut Vec<Fault>) -> Self {
        let mut entries = Entries::default();
        let mut terms = std::collections::BTreeMap::new();
        // 协调机制 is laid down as a 机制 is
        let plans: Vec<&str> = with_trait(&rules.traits, "plan").collect();
        let planned = |term: &str, traits: Traits| {
            if plans.iter().any(|plan| term.ends_with(plan)) { traits.with(Trait::Plan) } else { traits }
        };
        let files =
            [("frames", &rules.frames), ("adverbs", &rules.adverbs), ("verbs", &rules.verbs), ("words", &rules.words)];
        for (file, row) in files.iter().flat_map(|(file, lexicon)| lexicon.rows().iter().map(move |row| (*file, row))) {
            match word_kind(file, row) {
                Ok(kind) => {
                    let mut traits = traits_of(&rules.traits, &row.term);
                    if kind == TokenKind::Noun {
                        traits = traits.and(rules.noun_traits(&row.term.chars().collect::<Vec<char>>()));
                        traits = planned(&row.term, traits);
                    }
                    terms.entry(row.term.clone()).or_insert_with(|| {
                        // A verb of one character is most often a part of another word.
                        let is_weak = matches!(kind, TokenKind::Verb(..)) && row.term.chars().count() == 1;
                        cut::number(entries.index(Entry::new(&row.term, kind, traits)), is_weak)
                    });
                }
                Err(message) => faults.push(Fault {
                    file: format!("{file}.csv"),
                    line: 0,
                    column: "class".to_owned(),
                    message: format!("{}: {message}", row.id),
                }),
            }
        }
        for word in VOCABULARY.lines().filter(|word| !word.is_empty()) {
            terms.entry(word.to_owned()).or_insert_with(|| {
                let named = rules.noun_traits(&word.chars().collect::<Vec<char>>());
                let traits = planned(word, traits_of(&rules.traits, word).and(named));
                cut::number(entries.index(Entry::new(word, TokenKind::Noun, traits)), false)
            });
        }
        for row in rules.traits.rows() {
            if named_trait(&row.class).is_none() {
                let message = format!("{}: expected a trait ({TRAIT_NAMES}), found {}", row.id, row.class);
                faults.push(Fault { file: "traits.csv".to_owned(), line: 0, column: "class".to_owned(), message });
            }
        }
        let ends: Vec<char> =
            with_trait(&rules.traits, "benchmark").filter_map(|term| term.chars().next_back()).collect();
        let backwards = terms.into_iter().map(|(term, number)| (term.chars().rev().collect(), number));
        let benchmark_ends = Box::new(CharSet::new(&ends));
        Self { entries: entries.list, terms: Trie::new(backwards), benchmark_ends }
    }

    /// The entry of the term that is exactly `chars`.
    pub fn get(&self, chars: &[char]) -> Option<&Entry> {
        self.terms.exact(chars.iter().rev().copied()).map(|number| &self.entries[cut::index(number)])
    }

    /// Whether a word of two to four characters ends `chars` that says that a measure meets a benchmark.
    pub fn ends_in_benchmark(&self, chars: &[char]) -> bool {
        let meets = |length: usize| {
            self.get(&chars[chars.len() - length..]).is_some_and(|entry| entry.traits.has(Trait::Benchmark))
        };
        // hardly any phrase ends in such a character
        chars.last().is_some_and(|&last| self.benchmark_ends.contains(last)) && (2..=chars.len().min(4)).any(meets)
    }

    /// The terms that `chars` are cut into: the entry and the offsets in characters of each, in order. See
    /// [`cut`](super::cut), whose `cutter` lends its memory.
    pub fn words<'a>(
        &'a self,
        chars: &[char],
        cutter: &'a mut Cutter,
    ) -> impl Iterator<Item = (&'a Entry, usize, usize)> {
        let words = cutter.cheapest(chars, &self.terms).iter();
        words.map(|word| (&self.entries[cut::index(word.number)], word.start, word.end))
    }
}

/// What the grammar settles by the words around it, and passes by all else: it checks that no other word is to be settled.
fn is_open(term: &str, kind: TokenKind, traits: Traits) -> bool {
    let is_long = || term.chars().count() >= 4;
    let by_kind = match kind {
        TokenKind::Verb(VerbClass::Speech | VerbClass::Single, _)
        | TokenKind::Adverb(AdverbClass::Suggest | AdverbClass::Will)
        | TokenKind::Frame(_) => true,
        TokenKind::Verb(VerbClass::Become, NounUse::No) => term.ends_with('为'),
        TokenKind::Verb(VerbClass::Intransitive, NounUse::No) => is_long(),
        TokenKind::Verb(VerbClass::Change, _) => matches!(term, "达" | "达到" | "超过" | "突破" | "过" | "逾"),
        TokenKind::Verb(..) => traits.has(Trait::Patient) && is_long(),
        TokenKind::Adverb(class) => {
            traits.has(Trait::Progress) || traits.has(Trait::Dual) || class == AdverbClass::Manner && is_long()
        }
        TokenKind::Aspect => true,
        TokenKind::Noun => traits.has(Trait::Adverbial),
        _ => false,
    };
    by_kind
        || traits.has(Trait::Benchmark)
        || matches!(term, "稳定" | "系统" | "得" | "须" | "超" | "重点" | "说明" | "发力" | "用力")
}

const TRAIT_NAMES: &str = "light, means, doer, orientation, alone, vague, patient, benchmark, dual, embeds, attain, reach, bounding, serve, \
     duty, praise, progress, aim, state, gauge, \
     compound, exceeding, relates, submits, settles, adverbial, hastens, part, course, plan, ties";

fn named_trait(name: &str) -> Option<Trait> {
    Some(match name {
        "light" => Trait::Light,
        "means" => Trait::Means,
        "doer" => Trait::Doer,
        "orientation" => Trait::Orientation,
        "alone" => Trait::Alone,
        "vague" => Trait::Vague,
        "patient" => Trait::Patient,
        "benchmark" => Trait::Benchmark,
        "dual" => Trait::Dual,
        "embeds" => Trait::Embeds,
        "attain" => Trait::Attain,
        "reach" => Trait::Reach,
        "bounding" => Trait::Bounding,
        "serve" => Trait::Serve,
        "duty" => Trait::Duty,
        "praise" => Trait::Praise,
        "progress" => Trait::Progress,
        "aim" => Trait::Aim,
        "gauge" => Trait::Gauge,
        "compound" => Trait::Compound,
        "exceeding" => Trait::Exceeding,
        "state" => Trait::State,
        "relates" => Trait::Relates,
        "submits" => Trait::Submits,
        "settles" => Trait::Settles,
        "adverbial" => Trait::Adverbial,
        "hastens" => Trait::Hastens,
        "part" => Trait::Part,
        "course" => Trait::Course,
        "plan" => Trait::Plan,
        "ties" => Trait::Ties,
        _ => return None,
    })
}

/// A verb may have several traits: further ones stand in the column `also`, parted by a blank.
fn traits_of(traits: &Lexicon, term: &str) -> Traits {
    let Some(row) = traits.get(term) else { return Traits::default() };
    let names = std::iter::once(row.class.as_str()).chain(row.get("also").split_whitespace());
    names.filter_map(named_trait).fold(Traits::default(), Traits::with)
}

/// The terms that have the trait `name`.
fn with_trait<'a>(traits: &'a Lexicon, name: &'a str) -> impl Iterator<Item = &'a str> {
    let has = move |row: &&Row| row.class == name || row.get("also").split_whitespace().any(|also| also == name);
    traits.rows().iter().filter(has).map(|row| row.term.as_str())
}

fn word_kind(file: &str, row: &Row) -> Result<TokenKind, String> {
    let class = row.class.as_str();
    let unknown = |known: &str| format!("expected one of {known}, found {class}");
    match file {
        "verbs" => {
            let verb = match class {
                "transitive" => VerbClass::Transitive,
                "clausal" => VerbClass::Clausal,
                "intransitive" => VerbClass::Intransitive,
                "become" => VerbClass::Become,
                "change" => VerbClass::Change,
                "stative" => VerbClass::Stative,
                "speech" => VerbClass::Speech,
                "receive" => VerbClass::Receive,
                "single" => VerbClass::Single,
                _ => {
                    return Err(unknown(
                        "transitive, clausal, intransitive, become, change, stative, speech, receive, single",
                    ));
                }
            };
            let noun = match row.get("noun") {
                "no" | "" => NounUse::No,
                "also" => NounUse::Also,
                "mostly" => NounUse::Mostly,
                other => return Err(format!("expected noun to be no, also or mostly, found {other}")),
            };
            Ok(TokenKind::Verb(verb, noun))
        }
        "adverbs" => Ok(TokenKind::Adverb(match class {
            "manner" => AdverbClass::Manner,
            "degree" => AdverbClass::Degree,
            "time" => AdverbClass::Time,
            "scope" => AdverbClass::Scope,
            "connective" => AdverbClass::Connective,
            "must" => AdverbClass::Must,
            "will" => AdverbClass::Will,
            "strive" => AdverbClass::Strive,
            "suggest" => AdverbClass::Suggest,
            "negation" => AdverbClass::Negation,
            _ => return Err(unknown("manner, degree, time, scope, connective, must, will, strive, suggest, negation")),
        })),
        "frames" => Ok(match class {
            "topic" => TokenKind::Frame(FrameClass::Topic),
            "target" => TokenKind::Frame(FrameClass::Target),
            "disposal" => TokenKind::Frame(FrameClass::Disposal),
            "passive" => TokenKind::Frame(FrameClass::Passive),
            "agent" => TokenKind::Frame(FrameClass::Agent),
            "manner" => TokenKind::Frame(FrameClass::Manner),
            "place" => TokenKind::Frame(FrameClass::Place),
            "particle" => match row.term.as_str() {
                "的" => TokenKind::De,
                "了" | "着" | "过" => TokenKind::Aspect,
                term if term.starts_with('等') => TokenKind::Etc,
                _ => TokenKind::And,
            },
            _ => return Err(unknown("topic, target, disposal, passive, agent, manner, place, particle")),
        }),
        _ => Ok(TokenKind::Noun),
    }
}
