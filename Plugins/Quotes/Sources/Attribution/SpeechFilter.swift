import DictumEnglish
import DictumKit

/// Tells what was said from what was thought, wanted or expected: PolNeAR, on which the tagger learned, counts both as
/// attributions.
struct SpeechFilter {
  let reading: Reading

  /// Whether a statement was said or written, as far as its cue tells: quotations without a cue were.
  func isSpeech(_ quote: Quote) -> Bool {
    let words = quote.cue.flatMap { reading.tokens(in: $0.span) }
    return words.contains { reading.is($0, in: .reportingVerbs) }
      || !words.contains { reading.is($0, in: .mentalVerbs) }
  }
}
