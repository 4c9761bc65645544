//! Closed vocabularies: enums whose values have the names that the tables publish.

/// Gives an enum `ALL` and `name()`, so that schema, checks and records share one list of values.
macro_rules! vocabulary {
    ($type:ty { $($variant:ident => $name:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of the codebook.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name that the tables use.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}
pub(crate) use vocabulary;
