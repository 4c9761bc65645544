//! How fast reports are read: the whole of `process` and each of its stages, beside jieba's tagging of the same text
//! in the same run. What is quoted is the ratio to the tagging, since machines differ.
//!
//! The text is what a newcomer has: the reports of `raw/`. Where the shared corpus lies beside the checkout, it is the
//! text instead: hundreds of kilobytes that do not repeat, since a text read over and over stays in the cache and
//! flatters every figure.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use baobiao::intake::{self, Options, Source};
use baobiao::rules::Rules;
use baobiao::text::SourceText;
use baobiao::{extract, process, recognise, structure};
use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use jieba_rs::Jieba;

/// The program's own allocator; the tagging is given it too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Folders of the shared corpus with plain reports, each report once.
const CORPUS: [&str; 4] = ["gold/reports", "corpus/provincial-2025", "corpus/hailar", "corpus/national-wikisource"];

fn reports() -> Vec<Source> {
    let shared: Vec<Source> = CORPUS.iter().flat_map(|folder| read(&Path::new("../shared").join(folder))).collect();
    if shared.is_empty() {
        eprintln!("the shared corpus is not here: reading the reports of raw/ alone");
        return read(Path::new("raw"));
    }
    shared
}

fn read(folder: &Path) -> Vec<Source> {
    let Ok((inputs, _)) = intake::discover(folder) else { return Vec::new() };
    let mut sources = Vec::new();
    for input in &inputs {
        intake::read(input, &Options::default(), &mut |read| sources.extend(read));
    }
    sources
}

fn speed(criterion: &mut Criterion) {
    let (rules, jieba, sources) = (Rules::builtin(), Jieba::new(), reports());
    let bytes = sources.iter().map(|source| source.text.len() as u64).sum();
    let mut group = criterion.benchmark_group("reading");
    group.throughput(Throughput::Bytes(bytes)).sampling_mode(SamplingMode::Flat).sample_size(10);
    group.measurement_time(Duration::from_secs(8));

    group.bench_function("jieba_tag", |bench| {
        bench.iter(|| sources.iter().map(|source| jieba.tag(&source.text, true).len()).sum::<usize>());
    });
    group.bench_function("process", |bench| {
        bench.iter_batched(
            || sources.clone(),
            // Each report is let go before the next one is read, as its tags are above.
            |sources| sources.into_iter().map(|source| process(source, &rules).records.counts.len()).sum::<usize>(),
            criterion::BatchSize::PerIteration,
        );
    });

    let texts: Vec<SourceText> = sources.iter().map(|source| SourceText::new(&source.text)).collect();
    let outlines: Vec<_> = texts.iter().map(|text| structure::outline(text, &rules)).collect();
    let mentions: Vec<_> = outlines.iter().map(|outline| recognise::mentions(&outline.reading, &rules)).collect();
    group.bench_function("stage_structure", |bench| {
        bench.iter(|| texts.iter().for_each(|text| drop(black_box(structure::outline(text, &rules)))));
    });
    group.bench_function("stage_recognise", |bench| {
        bench.iter(|| outlines.iter().for_each(|o| drop(black_box(recognise::mentions(&o.reading, &rules)))));
    });
    group.bench_function("stage_extract", |bench| {
        bench.iter(|| {
            for (at, text) in texts.iter().enumerate() {
                let fields = extract::fields(text, &outlines[at], &sources[at].name, &rules);
                black_box(extract::rows(text, &outlines[at], &mentions[at], &fields, &rules));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
