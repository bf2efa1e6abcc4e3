package import DictumKit

/// The door through which `Training/segmentation` reaches the features: training sees the same gaps as the stage.
package struct BoundaryTraining {
  private let stage: SegmentStage

  /// Prepares an English stage under default settings.
  package init() throws { stage = try SegmentStage(settings: SegmentSettings(), classifier: BoundaryClassifier()) }

  /// The number of weights of either look; a feature's is the one at its hash, modulo this.
  package static var sizes: (near: Int, wider: Int) { (BoundaryClassifier.size, BoundaryClassifier.widerSize) }

  /// A gap that the rules leave open.
  package struct OpenGap {
    /// The UTF-8 offsets that enclose it.
    package let start: Int
    package let end: Int
    /// Whether a word or number stands before it, without a mark.
    package let isBare: Bool
    /// Whether a mark that may end a sentence does.
    package let hasMark: Bool
    /// The features of the first look, and of the second.
    package let near: [UInt32]
    package let wider: [UInt32]
  }

  /// Calls `visit` with every gap that the rules leave open. `visit` says whether the sentence ends there, which later
  /// gaps depend on.
  package func gaps(of text: SourceText, visit: (OpenGap) -> Bool) throws {
    try stage.gaps(of: text, visit: visit)
  }
}

extension SegmentStage {
  fileprivate func gaps(of text: SourceText, visit: (BoundaryTraining.OpenGap) -> Bool) throws {
    let splitter = self.splitter
    guard let english else { return }
    try text.bytes.withUnsafeBufferPointer { bytes in
      let tokens = try self.tokens(in: bytes)
      try tokens.withUnsafeBufferPointer { tokens in
        try withoutActuallyEscaping(visit) { visit in
          var judge = TeachingJudge(english: english, visit: visit)
          var sink = NoSentences()
          try splitter.walk(bytes, tokens, &judge, &sink)
        }
      }
    }
  }
}

/// Follows the rules where they answer and the teacher elsewhere.
private struct TeachingJudge: GapJudge {
  let english: EnglishJudge
  let visit: (BoundaryTraining.OpenGap) -> Bool

  func mayEnd(_ left: Piece, _ right: Piece, _ space: GapSpace, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    english.mayEnd(left, right, space, bytes)
  }

  func ends(_ gap: Gap) -> Bool {
    if let verdict = english.rules(gap) { return verdict == .split }
    let place = BoundaryPlace(gap)
    let isSuppressed = english.isSuppressed(gap)
    var near = FeatureList()
    BoundaryFeatures.extract(place, gap, isSuppressed: isSuppressed, into: &near)
    var wider = FeatureList()
    WiderFeatures.extract(place, gap, isSuppressed: isSuppressed, into: &wider)
    return visit(
      BoundaryTraining.OpenGap(
        start: gap.left.span.end,
        end: gap.right.span.start,
        isBare: gap.left.kind == .word && gap.lastByte(gap.index) != UInt8(ascii: ".") || gap.left.kind == .number,
        hasMark: english.hasMark(gap),
        near: near.hashes,
        wider: wider.hashes
      )
    )
  }
}

private struct FeatureList: FeatureSink {
  var hashes: [UInt32] = []
  mutating func add(_ hash: UInt32) { hashes.append(hash) }
}

private struct NoSentences: SentenceSink {
  mutating func sentence(_ tokens: ClosedRange<Int>, endsParagraph: Bool) {}
}
