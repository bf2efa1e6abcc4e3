package import DictumKit

/// The door through which `Training/segmentation` reaches the features: training sees the same gaps as the stage.
package struct BoundaryTraining {
  private let stage: SegmentStage

  /// Prepares an English stage under default settings.
  package init() throws { stage = try SegmentStage(settings: SegmentSettings(), classifier: BoundaryClassifier()) }

  /// The number of weights; a feature's is the one at its hash, modulo this.
  package static var size: Int { BoundaryClassifier.size }

  /// Calls `visit` with the features of every gap that the rules leave open. `visit` says whether the sentence ends
  /// there, which later gaps depend on; `start` and `end` (UTF-8) enclose the gap.
  package func gaps(of text: SourceText, visit: (_ start: Int, _ end: Int, _ features: [UInt32]) -> Bool) throws {
    try stage.gaps(of: text, visit: visit)
  }
}

extension SegmentStage {
  fileprivate func gaps(of text: SourceText, visit: (Int, Int, [UInt32]) -> Bool) throws {
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
  let visit: (Int, Int, [UInt32]) -> Bool

  func mayEnd(_ left: Token, _ right: Token, _ space: GapSpace, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    english.mayEnd(left, right, space, bytes)
  }

  func ends(_ gap: Gap) -> Bool {
    if let verdict = english.rules(gap) { return verdict == .split }
    var list = FeatureList()
    BoundaryFeatures.extract(gap, isSuppressed: english.isSuppressed(gap), into: &list)
    return visit(gap.left.span.end, gap.right.span.start, list.hashes)
  }
}

private struct FeatureList: FeatureSink {
  var hashes: [UInt32] = []
  mutating func add(_ hash: UInt32) { hashes.append(hash) }
}

private struct NoSentences: SentenceSink {
  mutating func sentence(_ tokens: ClosedRange<Int>, endsParagraph: Bool) {}
}
