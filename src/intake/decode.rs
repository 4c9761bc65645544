//! From bytes to text: which encoding, which line ends, and how sure.
//!
//! Policy: a byte-order mark decides; else what is valid UTF-8 is UTF-8; else the reading that looks most like
//! Chinese wins (see `plausible`). What was found is recorded, a doubtful guess is a finding, and what is no text is
//! refused. Nothing of the text is changed but the mark and the line ends.

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::plausible::plausibility;
use super::{Options, Refusal, Source};
use crate::issue::{Finding, Severity};
use crate::text::Span;

/// How much is looked at to guess an encoding.
const SAMPLE: usize = 64 << 10;
/// Below this, a reading does not look like Chinese.
const PLAUSIBLE: f64 = 0.2;
/// The second best reading must be this much worse for the guess to be sure.
const MARGIN: f64 = 0.15;

/// An encoding, and whether a person should look at the guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    pub encoding: &'static Encoding,
    pub doubtful: bool,
}

impl Guess {
    fn sure(encoding: &'static Encoding) -> Self {
        Self { encoding, doubtful: false }
    }
}

/// Decodes `bytes` into the text, encoding, line ends and findings of `source`.
///
/// # Errors
/// Where there is nothing to read, or it is no text, or too much of it.
pub fn decode_into(source: &mut Source, bytes: &[u8], options: &Options) -> Result<(), Refusal> {
    decode_as(source, bytes, choose(bytes, options)?, options)
}

/// As [`decode_into`], for markup, which may say its encoding: that decides where the bytes leave it open.
pub fn markup_into(source: &mut Source, bytes: &[u8], options: &Options) -> Result<Guess, Refusal> {
    let mut guess = choose(bytes, options)?;
    if let Some(encoding) = declared(bytes).filter(|_| guess.doubtful) {
        guess = Guess::sure(encoding);
    }
    decode_as(source, bytes, guess, options).map(|()| guess)
}

/// The encoding that markup names at its start, as in `charset=gbk` or `encoding="Big5"`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let at = start.find("charset=").map(|at| at + 8).or_else(|| start.find("encoding=").map(|at| at + 9))?;
    let label = start[at..].trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c)).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// The encoding of a stream, told by its first bytes; `is_all` says that there are no others.
///
/// # Errors
/// Where there is nothing, or no text.
pub fn of_stream(head: &[u8], is_all: bool, options: &Options) -> Result<Guess, Refusal> {
    let whole_chars = match std::str::from_utf8(head) {
        // The head may end within a character.
        Err(error) if error.error_len().is_none() && !is_all => &head[..error.valid_up_to()],
        _ => head,
    };
    let guess = choose(whole_chars, options)?;
    let (decoded, _) = guess.encoding.decode_with_bom_removal(head);
    check(head, &decoded)?;
    Ok(guess)
}

/// # Errors
/// Where there is nothing, or it is no text.
fn check(bytes: &[u8], decoded: &str) -> Result<(), Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::new("empty", "expected text, found an empty file: remove it or save the report again"));
    }
    if is_binary(decoded) {
        let message = "expected text, found binary data: convert it to text, HTML, DOCX or PDF";
        return Err(Refusal::new("binary", message));
    }
    Ok(())
}

fn decode_as(source: &mut Source, bytes: &[u8], guess: Guess, options: &Options) -> Result<(), Refusal> {
    let (decoded, _) = guess.encoding.decode_with_bom_removal(bytes);
    check(bytes, &decoded)?;
    let (text, line_ending) = with_lf(decoded);
    if text.len() as u64 > options.max_bytes {
        return Err(Refusal::too_large(options.max_bytes));
    }
    if text.trim().is_empty() {
        let message = "expected text, found only blanks: remove the file or save the report again";
        return Err(Refusal::new("empty", message));
    }
    source.line_ending = line_ending;
    source.text = text;
    tell(source, guess);
    Ok(())
}

/// The encoding that the options name, else the one that is detected.
pub fn choose(bytes: &[u8], options: &Options) -> Result<Guess, Refusal> {
    match &options.encoding {
        Some(label) => Encoding::for_label(label.as_bytes()).map(Guess::sure).ok_or_else(|| {
            let message = format!(
                "the encoding {label:?} is not known: name one such as utf-8, gb18030, big5 or utf-16le, or leave it out"
            );
            Refusal::new("unknown-encoding", message)
        }),
        None => detect(bytes),
    }
}

/// Which encoding `bytes` are in.
///
/// # Errors
/// For UTF-32, which is not read.
pub fn detect(bytes: &[u8]) -> Result<Guess, Refusal> {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Err(Refusal::new("utf-32", "the text is in UTF-32, which is not read: save it as UTF-8"));
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(Guess::sure(encoding));
    }
    let start = sample_start(bytes);
    let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
    if let Some(encoding) = utf16_of_ascii(sample) {
        return Ok(Guess::sure(encoding));
    }
    if !sample.contains(&0) && std::str::from_utf8(bytes).is_ok() {
        return Ok(Guess::sure(UTF_8));
    }
    Ok(most_plausible(sample))
}

/// Where the sample begins: at the first byte beyond ASCII, since a page may open with much markup, and at an even
/// place, so that UTF-16 stays in step.
fn sample_start(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0) & !1
}

/// UTF-16 that begins with much ASCII shows in its zeros.
fn utf16_of_ascii(sample: &[u8]) -> Option<&'static Encoding> {
    let pairs = sample.len() / 2;
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0 | 1 => None,
        _ if odd * 10 > pairs * 4 && even * 50 < pairs => Some(UTF_16LE),
        _ if even * 10 > pairs * 4 && odd * 50 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

fn most_plausible(sample: &[u8]) -> Guess {
    let score = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        (plausibility(&text), encoding)
    };
    // First of equals wins, so the most usual stands first.
    let mut scores = [GB18030, UTF_8, BIG5, UTF_16LE, UTF_16BE].map(score);
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let [best, second, ..] = scores;
    Guess { encoding: best.1, doubtful: best.0 < PLAUSIBLE || best.0 - second.0 < MARGIN }
}

/// Whether decoded text has more controls than a damaged text would have.
fn is_binary(text: &str) -> bool {
    let is_control = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
    let controls = text.chars().filter(is_control).count();
    controls > 0 && controls * 100 > text.chars().count()
}

/// The text with CRLF and CR written as LF, and which of them it had.
pub fn with_lf(text: Cow<'_, str>) -> (String, &'static str) {
    let bytes = text.as_bytes();
    let lf_all = bytes.iter().filter(|&&byte| byte == b'\n').count();
    let cr_all = bytes.iter().filter(|&&byte| byte == b'\r').count();
    let crlf = bytes.windows(2).filter(|pair| pair == b"\r\n").count();
    let kind = match (lf_all - crlf, crlf, cr_all - crlf) {
        (0, 0, 0) => "none",
        (_, 0, 0) => "lf",
        (0, _, 0) => "crlf",
        (0, 0, _) => "cr",
        _ => "mixed",
    };
    let text = if cr_all == 0 { text.into_owned() } else { text.replace("\r\n", "\n").replace('\r', "\n") };
    (text, kind)
}

/// Records how the text of `source` was decoded, and what of it is worth a look.
pub fn tell(source: &mut Source, guess: Guess) {
    guess.encoding.name().clone_into(&mut source.encoding);
    source.replacement_chars = source.text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    if guess.doubtful {
        let message = format!(
            "the text was read as {}, which is a guess that could be wrong: look at it, and name the encoding with \
             --encoding if it is garbled",
            source.encoding
        );
        let finding = Finding { code: "encoding-doubtful", severity: Severity::Warning, message, span: None };
        source.findings.push(finding);
    }
    if source.replacement_chars > 0 {
        let first = source.text.chars().position(|c| c == char::REPLACEMENT_CHARACTER).unwrap_or(0);
        let message = format!(
            "{} characters could not be decoded as {} and stand as U+FFFD, the first at the place given: look for a \
             better copy, or name the encoding with --encoding",
            source.replacement_chars, source.encoding
        );
        let span = Some(Span::new(first, first + 1));
        source.findings.push(Finding { code: "replacement-characters", severity: Severity::Warning, message, span });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIMPLIFIED: &str = "一年来，我们坚持以人民为中心，办理提案120件。\n今年要新建学校20所，改造老旧小区35个。\n";
    const TRADITIONAL: &str = "一年來，我們堅持以人民為中心，辦理提案120件。\n今年要新建學校20所，改造老舊社區35個。\n";

    fn decoded(bytes: &[u8]) -> Source {
        let mut source = Source::default();
        decode_into(&mut source, bytes, &Options::default()).unwrap();
        source
    }

    fn refused(bytes: &[u8]) -> &'static str {
        decode_into(&mut Source::default(), bytes, &Options::default()).unwrap_err().code
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let cases = [
            ("UTF-8", SIMPLIFIED.as_bytes().to_vec()),
            ("UTF-8", [b"\xEF\xBB\xBF", SIMPLIFIED.as_bytes()].concat()),
            ("gb18030", GB18030.encode(SIMPLIFIED).0.into_owned()),
            ("UTF-16LE", [b"\xFF\xFE".to_vec(), utf16(SIMPLIFIED, false)].concat()),
            ("UTF-16BE", [b"\xFE\xFF".to_vec(), utf16(SIMPLIFIED, true)].concat()),
            ("UTF-16LE", utf16(SIMPLIFIED, false)),
            ("UTF-16BE", utf16(SIMPLIFIED, true)),
        ];
        for (encoding, bytes) in cases {
            let source = decoded(&bytes);
            assert_eq!((source.text.as_str(), source.encoding.as_str()), (SIMPLIFIED, encoding));
            assert!(source.findings.is_empty(), "{encoding}: {:?}", source.findings);
        }
    }

    #[test]
    fn big5_is_not_taken_for_gbk_nor_gbk_of_traditional_text_for_big5() {
        for (encoding, name) in [(BIG5, "Big5"), (GB18030, "gb18030")] {
            let source = decoded(&encoding.encode(TRADITIONAL).0);
            assert_eq!((source.text.as_str(), source.encoding.as_str()), (TRADITIONAL, name));
            assert!(source.findings.is_empty(), "{:?}", source.findings);
        }
    }

    #[test]
    fn a_short_title_is_enough() {
        for title in ["政府工作报告", "关于检察工作情况的报告", "2023年工作总结"] {
            assert_eq!(decoded(&GB18030.encode(title).0).text, title);
        }
    }

    #[test]
    fn broken_utf8_stays_utf8_and_is_counted() {
        let mut bytes = SIMPLIFIED.as_bytes().to_vec();
        bytes.truncate(bytes.len() - 2);
        bytes[6] = b'?';
        let source = decoded(&bytes);
        assert_eq!(source.encoding, "UTF-8");
        assert!(source.replacement_chars >= 2);
        assert_eq!(source.findings[0].code, "replacement-characters");
    }

    #[test]
    fn a_guess_that_fits_nothing_is_doubtful() {
        let source = decoded(b"caf\xE9 cr\xE8me \xE0 la carte");
        assert_eq!(source.findings[0].code, "encoding-doubtful");
    }

    #[test]
    fn an_encoding_can_be_given() {
        let options = Options { encoding: Some("windows-1252".to_owned()), ..Options::default() };
        let mut source = Source::default();
        decode_into(&mut source, b"caf\xE9", &options).unwrap();
        assert_eq!((source.text.as_str(), source.encoding.as_str()), ("café", "windows-1252"));
        let options = Options { encoding: Some("gb99".to_owned()), ..Options::default() };
        assert_eq!(decode_into(&mut source, b"caf\xE9", &options).unwrap_err().code, "unknown-encoding");
    }

    #[test]
    fn line_ends_become_lf() {
        let cases = [
            ("甲\n乙", "lf", "甲\n乙"),
            ("甲\r\n乙\r\n", "crlf", "甲\n乙\n"),
            ("甲\r乙", "cr", "甲\n乙"),
            ("甲\r\n乙\n丙\r", "mixed", "甲\n乙\n丙\n"),
            ("甲", "none", "甲"),
        ];
        for (text, kind, expected) in cases {
            let source = decoded(text.as_bytes());
            assert_eq!((source.line_ending, source.text.as_str()), (kind, expected));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(refused(b""), "empty");
        assert_eq!(refused(" \n　\n".as_bytes()), "empty");
        assert_eq!(refused(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0\xd0\x6e"), "binary");
        assert_eq!(refused(b"\xFF\xFE\0\0\x2d\x4e\0\0"), "utf-32");
        let options = Options { max_bytes: 8, ..Options::default() };
        let refusal = decode_into(&mut Source::default(), SIMPLIFIED.as_bytes(), &options).unwrap_err();
        assert_eq!(refusal.code, "too-large");
    }

    #[test]
    fn markup_may_say_its_encoding_where_the_bytes_leave_it_open() {
        let page = b"<meta charset='Windows-1252'><p>caf\xE9";
        let mut source = Source::default();
        markup_into(&mut source, page, &Options::default()).unwrap();
        assert_eq!((source.encoding.as_str(), source.findings.len()), ("windows-1252", 0));
        // What it says is not believed against the bytes.
        let page =
            GB18030.encode("<meta charset=utf-8><p>一年来，我们坚持以人民为中心，办理提案120件。").0.into_owned();
        markup_into(&mut source, &page, &Options::default()).unwrap();
        assert_eq!(source.encoding, "gb18030");
    }

    proptest! {
        #[test]
        fn any_bytes_end_well(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
            let mut source = Source::default();
            if decode_into(&mut source, &bytes, &Options::default()).is_ok() {
                prop_assert!(!source.text.contains('\r'));
                prop_assert!(!source.text.trim().is_empty());
            }
        }
    }
}
