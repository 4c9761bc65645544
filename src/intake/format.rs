//! Which format a file is in: its content decides where it is unmistakable, else its name.
//!
//! What is not read is refused with a sentence that says how to turn it into something that is.

use super::Refusal;

/// How many bytes from the start it takes to tell.
pub const HEAD: usize = 64 << 10;

/// How many bytes from the start hold the signatures.
pub const SIGNATURE: usize = 512;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Html,
    Xml,
    Docx,
    Pdf,
    Csv,
    Tsv,
    /// One JSON value: an object or an array of them.
    Json,
    /// One JSON object a line.
    JsonLines,
    Parquet,
    Zip,
    Gzip,
}

impl Format {
    /// What the tables call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Parquet => "parquet",
            Self::Zip => "zip",
            Self::Gzip => "gzip",
        }
    }

    /// Whether a file of it may hold many reports, so that it is read as a stream.
    pub fn holds_many(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv | Self::Json | Self::JsonLines | Self::Parquet | Self::Zip | Self::Gzip)
    }

    /// The format of a file called `name` that begins with `head` (up to [`HEAD`] bytes).
    ///
    /// # Errors
    /// For formats that are not read.
    pub fn of(name: &str, head: &[u8]) -> Result<Self, Refusal> {
        let extension = extension(name);
        if let Some(format) = by_signature(&extension, head)? {
            return Ok(format);
        }
        Ok(match extension.as_str() {
            "txt" | "text" | "md" | "markdown" => Self::Text,
            "html" | "htm" | "shtml" | "xhtml" => Self::Html,
            "xml" | "rss" | "atom" | "tmx" => Self::Xml,
            "csv" => Self::Csv,
            "tsv" | "tab" => Self::Tsv,
            "json" => Self::Json,
            "jsonl" | "ndjson" => Self::JsonLines,
            "docx" | "docm" | "pdf" | "parquet" | "zip" | "gz" | "png" | "jpg" | "xlsx" | "rar" => {
                let message = format!(
                    "expected a .{extension} file, found something else in it: it may be damaged or half downloaded; \
                     fetch it again"
                );
                return Err(Refusal::new("damaged", message));
            }
            "mht" | "mhtml" => {
                return Err(unread("a web archive (MHT)", "open it in a browser and save the page as HTML"));
            }
            _ => by_markup(head),
        })
    }
}

/// The last extension of `name`, in small letters.
pub fn extension(name: &str) -> String {
    let file = name.rsplit(['/', '!']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_lowercase())
}

fn by_signature(extension: &str, head: &[u8]) -> Result<Option<Format>, Refusal> {
    const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let begins = |signature: &[u8]| head.starts_with(signature);
    let is_picture =
        begins(b"\x89PNG") || begins(b"\xFF\xD8\xFF") || begins(b"GIF8") || begins(b"II*\0") || begins(b"MM\0*");
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return container(extension, head).map(Some);
    }
    if begins(OLE) {
        return Err(old_office(extension));
    }
    if is_picture {
        return Err(unread("a picture", "recognise its text (OCR) and save that as text"));
    }
    if begins(b"Rar!") || begins(b"7z\xBC\xAF") || begins(b"\xFD7zXZ") || begins(b"BZh") {
        return Err(unread("an archive of another kind than .zip and .gz", "unpack it here"));
    }
    if begins(br"{\rtf") {
        return Err(unread("RTF", "open it in Word or WPS and save it as .docx"));
    }
    if head.get(257..262) == Some(b"ustar") {
        return Err(unread("a TAR archive", "unpack it here, or pack the reports as .zip"));
    }
    if begins(b"PAR1") {
        return Ok(Some(Format::Parquet));
    }
    if begins(b"\x1F\x8B") {
        return Ok(Some(Format::Gzip));
    }
    // Some portals put a line of their own before the signature.
    if has(&head[..head.len().min(1024)], b"%PDF-") {
        return Ok(Some(Format::Pdf));
    }
    Ok(None)
}

/// Word writes the list of its parts first, or close to it.
const OFFICE_HEAD: usize = 4 << 10;

/// What a ZIP container is: Word files, spreadsheets and others are ones too.
fn container(extension: &str, head: &[u8]) -> Result<Format, Refusal> {
    // Its own first member: an archive of Word files holds that name too, further down.
    let is_office = has(&head[..head.len().min(OFFICE_HEAD)], b"[Content_Types].xml");
    match extension {
        "docx" | "docm" | "dotx" | "dotm" => Ok(Format::Docx),
        "zip" => Ok(Format::Zip),
        "ofd" => Err(unread("OFD", "export it as PDF with a text layer, or as .docx")),
        "odt" => Err(unread("OpenDocument", "open it and save it as .docx")),
        "epub" => Err(unread("an e-book", "save its text as .html or .txt")),
        _ if is_office && has(head, b"word/") => Ok(Format::Docx),
        _ if is_office && has(head, b"xl/") => {
            Err(unread("a workbook", "save the sheet with the reports as CSV (UTF-8)"))
        }
        _ if is_office => Err(unread("a presentation or drawing", "save it as PDF")),
        _ if has(head, b"application/vnd.oasis") => Err(unread("OpenDocument", "open it and save it as .docx")),
        _ if has(head, b"OFD.xml") => Err(unread("OFD", "export it as PDF with a text layer, or as .docx")),
        _ => Ok(Format::Zip),
    }
}

fn old_office(extension: &str) -> Refusal {
    match extension {
        "docx" | "docm" | "xlsx" => {
            unread("a file locked by a password", "open it in Word or WPS and save it without one")
        }
        "xls" | "et" => unread("an old workbook", "save the sheet with the reports as CSV (UTF-8)"),
        "ppt" | "dps" => unread("an old presentation", "save it as PDF"),
        _ => unread("the old Word or WPS format", "open it in Word or WPS and save it as .docx"),
    }
}

fn unread(what: &str, remedy: &str) -> Refusal {
    Refusal::new("unsupported-format", format!("expected a report that can be read, found {what}: {remedy}"))
}

/// Names that say nothing: markup shows at the start.
fn by_markup(head: &[u8]) -> Format {
    let start = String::from_utf8_lossy(&head[..head.len().min(1024)]).to_lowercase();
    let start = start.trim_start_matches('\u{FEFF}').trim_start();
    match start {
        _ if start.starts_with("<!doctype html") || start.starts_with("<html") => Format::Html,
        _ if start.starts_with("<?xml") && start.contains("<html") => Format::Html,
        _ if ["<?xml", "<rss", "<feed", "<tmx"].iter().any(|root| start.starts_with(root)) => Format::Xml,
        _ => Format::Text,
    }
}

fn has(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_wins_over_names_where_it_is_plain() {
        let cases: [(&str, &[u8], Format); 10] = [
            ("a/报告.TXT", b"<html>", Format::Text),
            ("报告", b" <!DOCTYPE html><p>", Format::Html),
            ("旧.doc", b"<html xmlns:w>", Format::Html),
            ("报告.docx", b"PK\x03\x04....", Format::Docx),
            ("下载", b"PK\x03\x04..[Content_Types].xml..word/document.xml", Format::Docx),
            ("下载.bin", b"PK\x03\x04..a.txt", Format::Zip),
            ("报告.txt", b"\n%PDF-1.4", Format::Pdf),
            ("b.zip!c.jsonl", b"{}", Format::JsonLines),
            ("feed", b"<?xml version='1.0'?><rss>", Format::Xml),
            ("三县.zip", b"PK\x03\x04\0\0a.docx PK\x03\x04 [Content_Types].xml word/", Format::Zip),
        ];
        for (name, head, expected) in cases {
            assert_eq!(Format::of(name, head), Ok(expected), "{name}");
        }
    }

    #[test]
    fn what_is_not_read_says_what_to_do() {
        let ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
        let cases: [(&str, &[u8], &str); 8] = [
            ("a.doc", ole, "save it as .docx"),
            ("a.wps", ole, "save it as .docx"),
            ("a.docx", ole, "without one"),
            ("a.xlsx", b"PK\x03\x04[Content_Types].xml xl/", "CSV"),
            ("a.ofd", b"PK\x03\x04OFD.xml", "PDF"),
            ("a.jpg", b"\xFF\xD8\xFF\xE0", "OCR"),
            ("a.mht", b"MIME-Version: 1.0", "HTML"),
            ("a.pdf", b"<html>404", "fetch it again"),
        ];
        for (name, head, remedy) in cases {
            let message = Format::of(name, head).unwrap_err().message;
            assert!(message.contains(remedy), "{name}: {message}");
        }
    }
}
