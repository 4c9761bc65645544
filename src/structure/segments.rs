//! Segments: the ledger in which every character of the source has its place.

use super::build::Kind;
use crate::clean::{Cleaned, Mark};
use crate::structure::{Segment, SegmentKind};
use crate::text::Span;

/// Segments that tile the source: the blocks' words, and between them white space and scraps.
pub fn segments(cleaned: &Cleaned, kinds: &[Kind], homes: &[usize], length: usize) -> Vec<Segment> {
    let mut owners: Vec<usize> = vec![0; cleaned.lines.len()];
    for (at, block) in cleaned.blocks.iter().enumerate() {
        block.lines.iter().for_each(|&line| owners[line] = at);
    }
    let mut tiles = Tiles { marks: &cleaned.marks, segments: Vec::new(), end: 0, last: None };
    for (line, &owner) in cleaned.lines.iter().zip(&owners) {
        if !line.scraps {
            tiles.words(line.span, owner, kinds[owner], homes[owner]);
            continue;
        }
        let mut at = line.span.start;
        while at < line.span.end {
            let scrap = |at: usize| matches!(cleaned.marks[at], Mark::Scrap | Mark::Break);
            if scrap(at) {
                at += 1;
                continue;
            }
            let end = (at..line.span.end).find(|&i| scrap(i)).unwrap_or(line.span.end);
            tiles.words(Span::new(at, end), owner, kinds[owner], homes[owner]);
            at = end;
        }
    }
    tiles.gap(length, tiles.segments.last().map_or(0, |segment| segment.section));
    tiles.segments
}

struct Tiles<'a> {
    marks: &'a [Mark],
    segments: Vec<Segment>,
    /// Where the last segment ends.
    end: usize,
    /// The block that the last segment belongs to.
    last: Option<usize>,
}

impl Tiles<'_> {
    /// Adds words of a block; white space between two stretches of one block belongs to it.
    fn words(&mut self, span: Span, owner: usize, kind: Kind, section: usize) {
        let scraps = self.marks[self.end..span.start].iter().any(|mark| matches!(mark, Mark::Scrap | Mark::Break));
        if self.last == Some(owner) && !scraps {
            self.segments.last_mut().expect("the last owner has a segment").span.end = span.end;
        } else {
            self.gap(span.start, section);
            self.segments.push(Segment { kind: kind.0, section, span, rule: kind.1 });
        }
        self.end = span.end;
        self.last = Some(owner);
    }

    /// Fills up to `to`: scraps are noise, all else is blank.
    fn gap(&mut self, to: usize, section: usize) {
        while self.end < to {
            let scrap = |mark: &Mark| matches!(mark, Mark::Scrap | Mark::Break);
            let noise = scrap(&self.marks[self.end]);
            let rest = &self.marks[self.end..to];
            let end = self.end + rest.iter().position(|mark| scrap(mark) != noise).unwrap_or(rest.len());
            let (kind, rule) = if noise { (SegmentKind::Noise, "scrap") } else { (SegmentKind::Blank, "blank") };
            self.segments.push(Segment { kind, section, span: Span::new(self.end, end), rule });
            self.end = end;
        }
    }
}
