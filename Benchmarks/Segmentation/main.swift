// Measures stage `segment` on 1, 10 and 100 MB of English text, and asserts what it finds.
//
// The text is written here and varied by a fixed generator: names, abbreviations, numbers, quotations, typographic marks
// and a few words outside ASCII, in paragraphs of the length of a news article's. Times are of the thread's processor
// time, so that a busy machine disturbs them less.
import DictumKit
import Foundation
import Segmentation

func processorSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
}

/// A hash of every sentence's and token's place (FNV-1a over 64-bit words).
func digest(_ document: Document) -> UInt64 {
  var hash: UInt64 = 14_695_981_039_346_656_037
  func add(_ span: TextSpan) {
    hash = (hash ^ UInt64(span.start) << 32 ^ UInt64(span.end)) &* 1_099_511_628_211
  }
  for sentence in document[.sentences] { add(sentence.span) }
  for token in document[.tokens] { add(token.span) }
  return hash
}

let article = ArticleWriter.text(byteCount: 1_000_000)
let stage = try SegmentStage(settings: SegmentSettings(), resources: Resources())
var failed = false

for (factor, rounds) in [(1, 9), (10, 5), (100, 2)] {
  let text = try SourceText(validating: Array(repeating: article, count: factor).flatMap { $0 })
  var best = Double.infinity
  var document = Document(id: "bench", text: text)
  for _ in 0..<rounds {
    document = Document(id: "bench", text: text)
    let start = processorSeconds()
    try stage.annotate(&document)
    best = min(best, processorSeconds() - start)
  }
  let sentences = document[.sentences].count
  let hash = digest(document)
  let expected = Expected.results[factor]
  let isRight = expected.map { $0.sentences == sentences && $0.digest == hash } ?? false
  failed = failed || !isRight
  let speed = Int((Double(text.count) / best / 1e6).rounded())
  print(
    "\(factor) MB: \(speed) MB/s, \(sentences) sentences, \(document[.tokens].count) tokens, digest \(hash)"
      + (isRight ? "" : ", NOT WHAT WAS EXPECTED")
  )
}
exit(failed ? 1 : 0)
