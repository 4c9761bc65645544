//! Figures as they are read one by one, without a string of them: Arabic ones with their point, and runs of Chinese ones.

use rust_decimal::Decimal;

/// Arabic figures, those before and behind a point alike.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// How many have been read.
    pub count: usize,
    /// None where they are more than any decimal holds.
    value: Option<u128>,
}

impl Default for Figures {
    fn default() -> Self {
        Self { count: 0, value: Some(0) }
    }
}

impl Figures {
    /// Takes one more figure.
    pub fn push(&mut self, figure: u32) {
        self.value = self.value.and_then(|value| value.checked_mul(10)?.checked_add(u128::from(figure)));
        self.count += 1;
    }

    /// Whether a lone 0 has been read.
    pub fn is_zero(&self) -> bool {
        self.count == 1 && self.value == Some(0)
    }

    /// The number with `behind` of the figures behind the point. None where a decimal does not hold them all.
    pub fn decimal(&self, behind: usize) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(i128::try_from(self.value?).ok()?, u32::try_from(behind).ok()?).ok()
    }
}

/// Chinese figures side by side (二〇二一, 三四).
#[derive(Clone, Copy, Debug)]
pub struct Run {
    pub count: usize,
    first: [u8; 2],
    /// What they say one after another; none where that is too much.
    pub value: Option<u64>,
}

impl Default for Run {
    fn default() -> Self {
        Self { count: 0, first: [0; 2], value: Some(0) }
    }
}

impl Run {
    /// Takes one more figure.
    pub fn push(&mut self, figure: u8) {
        if let Some(place) = self.first.get_mut(self.count) {
            *place = figure;
        }
        self.value = self.value.and_then(|value| value.checked_mul(10)?.checked_add(u64::from(figure)));
        self.count += 1;
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The first two figures, as far as there are any.
    pub fn known(&self) -> &[u8] {
        &self.first[..self.count.min(2)]
    }

    /// Whether the run is one figure that says with `next` about how many.
    pub fn goes_on_about(&self, next: u8) -> bool {
        self.count == 1 && approximate(self.first[0], next)
    }
}

/// 三四, 七八 and 三五 say about how many.
pub fn approximate(one: u8, next: u8) -> bool {
    one > 0 && (next == one + 1 || one == 3 && next == 5)
}
