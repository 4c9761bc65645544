//! Lengths that a PDF states of its streams: one that is longer than the file is damage, and a reader that believes it
//! asks for that much memory.

/// The first stream length that is larger than the file, as far as lengths stand in the open.
pub fn impossible(bytes: &[u8]) -> Option<u64> {
    const KEY: &[u8] = b"/Length";
    let most = bytes.len() as u64;
    bytes.windows(KEY.len()).enumerate().filter(|(_, window)| *window == KEY).find_map(|(at, _)| {
        let rest = &bytes[at + KEY.len()..];
        let from = rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let digits = rest[from..].iter().take_while(|byte| byte.is_ascii_digit());
        let length =
            digits.fold(0_u64, |length, digit| length.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
        // /Length1 and its like are lengths of what is unpacked.
        (from > 0 && length > most).then_some(length)
    })
}

#[cfg(test)]
mod tests {
    use super::impossible;

    #[test]
    fn a_stream_longer_than_its_file_is_told() {
        assert_eq!(impossible(b"<< /Length 699999999992 >> stream"), Some(699_999_999_992));
        assert_eq!(impossible(b"<< /Length 9 /Length1 88888888 >> stream ......... endstream"), None);
        assert_eq!(impossible(b"<< /Length 12 0 R >> stream .........."), None);
    }
}
