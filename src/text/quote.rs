//! Quotes: the words of a row's cell as the places in the source that they were read from. A cell that is a quote
//! cannot say anything that the source does not.

use std::borrow::Cow;

use super::{Reading, SourceText, Span};

/// The words of one cell: which pieces of the report's [`Quotes`] they are. The default quotes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    from: u32,
    to: u32,
}

impl Quote {
    /// Whether nothing is quoted.
    pub fn is_empty(self) -> bool {
        self.from == self.to
    }
}

/// What the rows of one report quote. All pieces stand in one list, since most cells have one piece and a report has
/// thousands of cells.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    /// Source spans.
    pieces: Vec<Span>,
}

impl Quotes {
    /// Makes room for so many cells of one piece.
    pub fn reserve(&mut self, cells: usize) {
        self.pieces.reserve(cells);
    }

    /// Quotes the words at `spans` of the reading text, one after the other, without what the source has in between
    /// (line wraps, page numbers).
    #[inline]
    pub fn quote(&mut self, spans: &[Span], reading: &Reading) -> Quote {
        // half of all cells are empty
        if spans.is_empty() { Quote::default() } else { self.add(spans, reading) }
    }

    fn add(&mut self, spans: &[Span], reading: &Reading) -> Quote {
        let from = self.pieces.len();
        for &span in spans {
            reading.each_piece(span, |piece| self.pieces.push(piece));
        }
        Quote { from: from as u32, to: self.pieces.len() as u32 }
    }

    /// Whether the source place `at` lies in what is quoted.
    pub fn holds(&self, quote: Quote, at: usize) -> bool {
        self.pieces[quote.from as usize..quote.to as usize].iter().any(|piece| piece.range().contains(&at))
    }

    /// The words as the source writes them.
    pub fn words<'a>(&self, quote: Quote, source: &'a SourceText) -> Cow<'a, str> {
        match self.pieces[quote.from as usize..quote.to as usize] {
            [] => Cow::Borrowed(""),
            [piece] => Cow::Borrowed(source.slice(piece)),
            ref pieces => Cow::Owned(pieces.iter().map(|&piece| source.slice(piece)).collect()),
        }
    }
}
