import DictumKit

/// What the author's own sentences speak of, for who wants to know how the author stands: names and phrases of several
/// words.
struct TargetFinder {
  /// A sentence that lists more than this is about none of it.
  private static let most = 12

  private let document: Document
  private let candidates: any TargetCandidates
  private let names: TargetNames

  init(_ document: Document, _ candidates: any TargetCandidates) {
    self.document = document
    self.candidates = candidates
    names = TargetNames(document[.mentions].filter { $0.form == .name && $0.type != .date && $0.type != .money })
  }

  /// The questions of all passages, in text order.
  ///
  /// - Parameter tokens: the tokens that begin in a span.
  func targets(of passages: [Passage], _ tokens: (TextSpan) -> Range<Int>) -> [StanceQuestion] {
    passages.flatMap { passage in
      passage.spans.flatMap { candidates.candidates(in: tokens($0)) }.compactMap { span -> StanceQuestion? in
        let name = names.mention(at: span)
        guard name != nil || document.text[span].contains(where: \.isWhitespace) else { return nil }
        return StanceQuestion(passage, target: .span(name?.span ?? span, entity: name?.entity))
      }
      .prefix(Self.most)
    }
  }
}
