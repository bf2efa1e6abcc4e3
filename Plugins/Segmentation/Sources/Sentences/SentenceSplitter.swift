internal import DictumKit

/// Makes sentences of tokens: walks over the gaps between them, lets the rules and then the classifier judge those at
/// which a sentence could end.
struct SentenceSplitter {
  private let sentenceRules: BreakRules
  private let localRules = LocalSentenceRules()
  /// Nil when the language is not English.
  private let english: EnglishJudge?

  init(rules: BreakRules, english: EnglishJudge?) {
    sentenceRules = rules
    self.english = english
  }

  /// The sentences of a text.
  ///
  /// - Throws: `icuFailed`.
  func split(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ tokens: UnsafeBufferPointer<Piece>
  ) throws(DictumError) -> [Sentence] {
    var sink = SentenceCollector(tokens, capacity: bytes.count / 100 + 4)
    if let english {
      var judge = english
      try walk(bytes, tokens, &judge, &sink)
    } else {
      var judge = ICUJudge()
      try walk(bytes, tokens, &judge, &sink)
    }
    return sink.sentences
  }

  /// Walks over the gaps of a text with any judge; training brings its own, which knows the answers.
  func walk(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ tokens: UnsafeBufferPointer<Piece>,
    _ judge: inout some GapJudge,
    _ sink: inout some SentenceSink
  ) throws(DictumError) {
    guard !tokens.isEmpty else { return }
    var icu = SentenceBreaks(bytes, rules: sentenceRules, local: english == nil ? nil : localRules)
    var wrap = LineWrap(bytes)
    var open = OpenMarks()
    var start = 0
    for index in 0..<(tokens.count - 1) {
      let left = tokens[index]
      let right = tokens[index + 1]
      if left.kind == .punctuation { open.pass(left, bytes) }
      var space = GapSpace.between(left.span.end, right.span.start, bytes)
      if space == .blank {
        sink.sentence(start...index, endsParagraph: true)
        start = index + 1
        open = OpenMarks()
        continue
      }
      let isWrapped = space == .line
      if isWrapped {
        if wrap.isWrapped(left.span.end, right.span.start) {
          space = .space
        } else {
          sink.sentence(start...index, endsParagraph: wrap.isByParagraph)
          start = index + 1
          continue
        }
      }
      guard judge.mayEnd(left, right, space, bytes) else { continue }
      let isICUBreak = isWrapped ? true : try icu.isBreak(left.span.end, right.span.start)
      let gap = Gap(
        bytes: bytes,
        tokens: tokens,
        index: index,
        space: space,
        isICUBreak: isICUBreak,
        sentenceStart: start,
        open: open
      )
      if judge.ends(gap) {
        sink.sentence(start...index, endsParagraph: false)
        start = index + 1
      }
    }
    sink.sentence(start...(tokens.count - 1), endsParagraph: true)
  }
}

/// Decides whether a sentence ends at a gap.
protocol GapJudge {
  /// A cheap test that spares most gaps the second one.
  func mayEnd(_ left: Piece, _ right: Piece, _ space: GapSpace, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool
  /// The decision.
  mutating func ends(_ gap: Gap) -> Bool
}

/// Receives sentences as ranges of token indices.
protocol SentenceSink {
  mutating func sentence(_ tokens: ClosedRange<Int>, endsParagraph: Bool)
}
