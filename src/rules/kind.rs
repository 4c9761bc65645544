//! What words are to the grammar: the classes of the lexicons that parse a clause, and the kinds of tokens.

/// How a verb takes its object: column `class` of verbs.csv.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerbClass {
    /// A noun object (建立制度).
    Transitive,
    /// Someone or something and what they do, all of it the object (推动企业转型).
    Clausal,
    /// Stands after its doer or what is done (项目竣工).
    Intransitive,
    /// Doer and complement (沈阳入选名单).
    Become,
    /// A measure moves or reaches a value (收入增长5%).
    Change,
    /// States what is: no row.
    Stative,
    /// 强调, 指出: a reporter's frame.
    Speech,
    /// 得到, 受到: a passive with a verbal noun.
    Receive,
    /// A single character that is a verb only where its neighbours make it one.
    Single,
}

/// Whether a verb's form is also a noun in reports: column `noun` of verbs.csv.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NounUse {
    No,
    Also,
    Mostly,
}

/// What stands before a verb and is no part of it: column `class` of adverbs.csv.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AdverbClass {
    Manner,
    Degree,
    Time,
    Scope,
    Connective,
    Must,
    Will,
    Strive,
    Suggest,
    Negation,
}

/// What a preposition or frame word opens: column `class` of frames.csv.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FrameClass {
    /// 围绕X, 就X, 聚焦X.
    Topic,
    /// 向X, 为X, 对X, 与X.
    Target,
    /// 把X, 将X: X is the object.
    Disposal,
    /// 被X: X is the actor.
    Passive,
    /// 由X: X is the actor, the voice active.
    Agent,
    /// 以X, 通过X, 按照X.
    Manner,
    /// 在X, 从X, 到X.
    Place,
}

/// What a token is to the grammar. The words of the lexicons are verbs, adverbs, frames, nouns and particles; what else
/// stands in a text is told by its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    Verb(VerbClass, NounUse),
    Adverb(AdverbClass),
    Frame(FrameClass),
    /// A known word that is no verb.
    Noun,
    /// 和, 及, 以及
    And,
    /// 等
    Etc,
    /// 的
    De,
    /// 了, 着, 过
    Aspect,
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
    /// ，。；：！？ and the like.
    Mark,
}

/// What the grammar looks for in a stretch of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    De,
    Pause,
    And,
    Etc,
    Aspect,
    Number,
    Time,
    Mark,
    Passive,
    /// A frame other than a passive.
    Frame,
    /// What says that something is to be done: 要, 将, 力争, 建议.
    Modal,
    Connective,
    /// Another adverb.
    Adverb,
    Stative,
    /// Another verb whose form is no noun.
    Act,
    /// Another verb.
    Verb,
    /// A noun, or what else may be one: it is never looked for.
    Nominal,
}

impl TokenKind {
    /// Of which sort tokens of this kind are.
    pub fn sort(self) -> Sort {
        match self {
            Self::De => Sort::De,
            Self::Pause => Sort::Pause,
            Self::And => Sort::And,
            Self::Etc => Sort::Etc,
            Self::Aspect => Sort::Aspect,
            Self::Number => Sort::Number,
            Self::Time => Sort::Time,
            Self::Mark => Sort::Mark,
            Self::Frame(FrameClass::Passive) => Sort::Passive,
            Self::Frame(_) => Sort::Frame,
            Self::Adverb(AdverbClass::Must | AdverbClass::Will | AdverbClass::Strive | AdverbClass::Suggest) => {
                Sort::Modal
            }
            Self::Adverb(AdverbClass::Connective) => Sort::Connective,
            Self::Adverb(_) => Sort::Adverb,
            Self::Verb(VerbClass::Stative, _) => Sort::Stative,
            Self::Verb(_, NounUse::No) => Sort::Act,
            Self::Verb(..) => Sort::Verb,
            Self::Noun | Self::Text | Self::Name | Self::Ordinal | Self::Paren => Sort::Nominal,
        }
    }
}
