//! Translation memories (TMX): the Chinese side, a unit a line.

use quick_xml::events::Event;

use super::{attribute, local, resolve, walk};
use crate::intake::Refusal;

/// Elements whose content is the markup of another format.
const CODES: [&str; 5] = ["bpt", "ept", "ph", "it", "ut"];
const CHINESE: [&str; 4] = ["zh", "cmn", "chi", "zho"];

/// The Chinese text of a memory.
///
/// # Errors
/// Where it is damaged or has none.
pub fn text(xml: &str) -> Result<String, Refusal> {
    let (mut text, mut line) = (String::new(), String::new());
    let (mut is_chinese, mut in_segment, mut codes) = (false, false, 0_usize);
    walk(xml, "the translation memory", |event, _| {
        match event {
            Event::Start(tag) => match local(tag) {
                "tuv" => is_chinese = attribute(tag, "lang").is_some_and(|lang| is_of(&lang)),
                "seg" => in_segment = is_chinese,
                name if CODES.contains(&name) => codes += 1,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().into_inner() {
                "seg" if in_segment => {
                    in_segment = false;
                    let words: Vec<&str> = line.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
                    text.push_str(&words.join("\n"));
                    text.push('\n');
                    line.clear();
                }
                name if CODES.contains(&name) => codes = codes.saturating_sub(1),
                _ => {}
            },
            _ if !in_segment || codes > 0 => {}
            Event::Text(words) => line.push_str(words),
            Event::CData(words) => line.push_str(words),
            Event::GeneralRef(reference) => line.push_str(&resolve(reference)),
            _ => {}
        }
        Ok(())
    })?;
    if text.trim().is_empty() {
        let message =
            "expected a translation memory with a Chinese side (xml:lang=\"zh-CN\"), found none: look into it";
        return Err(Refusal::new("empty", message));
    }
    Ok(text)
}

fn is_of(lang: &str) -> bool {
    let lang = lang.to_lowercase();
    CHINESE.contains(&lang.split(['-', '_']).next().unwrap_or_default())
}
