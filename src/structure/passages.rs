//! Passages: the words of each block as they are read, with what each stretch of them speaks of.

use super::build::place;
use super::quoted::{arranges, is_told};
use super::role::{REOPENED, opened, opens_plan, passage_role, sums_up};
use super::turn::{may_turn, stretches, turns};
use crate::clean::{Cleaned, read};
use crate::rules::Rules;
use crate::structure::{Passage, Role, Section, SegmentKind};
use crate::text::{Reading, SourceText, length_before};

/// A report taken apart, of which passages are made.
pub struct Built<'a> {
    pub cleaned: &'a Cleaned<'a>,
    pub kinds: &'a [super::build::Kind],
    /// The section of each block.
    pub homes: &'a [usize],
    pub sections: &'a [Section],
    pub year: Option<i32>,
    pub turn: Option<usize>,
    /// Whether the title calls the whole a plan.
    pub plan_alone: bool,
    pub rules: &'a Rules,
}

/// What the paragraphs of a section have opened so far.
#[derive(Default)]
struct Opened {
    role: Option<Role>,
    /// One has opened with the year that is over.
    last_year: bool,
}

impl Opened {
    /// 去年，…; 今年，…: behind a paragraph on the year that is over, one that opens with this year tells what is planned for it.
    fn note_years(&mut self, words: &str) {
        let opens = |times: &[&str]| times.iter().any(|time| words.starts_with(time));
        if opens(&["去年，", "去年全", "过去一年，", "上年，"]) {
            (self.role, self.last_year) = (None, true);
        } else if self.last_year && opens(&["今年，", "今年全", "新的一年，"]) {
            self.role = Some(Role::Plan);
        }
    }
}

impl Built<'_> {
    pub fn passages(&self, source: &SourceText, reading: &mut Reading) -> Vec<Passage> {
        let mut passages = Vec::new();
        let mut open = Opened::default();
        let mut home = 0;
        for (at, block) in self.cleaned.blocks.iter().enumerate() {
            let (kind, section) = (self.kinds[at].0, self.homes[at]);
            if kind == SegmentKind::Noise {
                continue;
            }
            if section != home {
                (home, open) = (section, Opened::default());
            }
            if !reading.is_empty() {
                let end = place(self.cleaned, block).start.saturating_sub(1);
                reading.push('\n', end);
            }
            let running = kind.is_running();
            let span = read(block, self.cleaned, source, !running, reading);
            if !running {
                let role = self.sections[section].role;
                passages.push(Passage { kind, section, span, role });
                continue;
            }
            let role = self.role(at, kind, &reading.chars()[span.range()], &mut open);
            let news = self.sections[section].rule == "no-heading";
            let stretches = stretches(reading, span, role, (news, self.year), self.rules);
            passages.extend(stretches.into_iter().map(|(span, role)| Passage { kind, section, span, role }));
        }
        passages
    }

    /// The role of block `at`, running text of which the `words` are read; `open` is what earlier blocks of its section
    /// have opened.
    fn role(&self, at: usize, kind: SegmentKind, words: &[char], open: &mut Opened) -> Role {
        let (block, section) = (&self.cleaned.blocks[at], &self.sections[self.homes[at]]);
        if section.role == Role::Front && kind == SegmentKind::Paragraph {
            // what was done stands before the first heading, as a summary
            let summed_up = || sums_up(block.words()).then_some(Role::Review);
            open.role = opened(block, self.year, self.rules).or_else(summed_up).or(open.role);
            return match open.role {
                Some(Role::Review) => Role::Review,
                Some(Role::Plan) if self.plan_alone => Role::Plan,
                _ => section.role,
            };
        }
        if section.rule == "no-heading" {
            if is_told(block.words()) || arranges(block.words(), self.year) {
                return Role::Plan;
            }
            open.role = opened(block, self.year, self.rules).or(open.role);
        } else if section.role == Role::Review {
            // 明年，… under a theme: what is planned for it, up to the next heading
            let ahead = || {
                let opening = &words[..length_before(words, |c| matches!(c, '。' | '！' | '？' | '；'))];
                may_turn(opening, self.rules)
                    && turns(block.words(), Role::Review, self.year, self.rules) == Some(Role::Plan)
            };
            let turned = if section.rule == REOPENED {
                opens_plan(block, self.year, self.rules)
            } else {
                self.turn.is_some_and(|turn| at >= turn)
            };
            if turned || ahead() {
                open.role = Some(Role::Plan);
            }
        }
        open.note_years(block.words());
        passage_role(block, words, section.role, open.role, self.year, self.rules)
    }
}
