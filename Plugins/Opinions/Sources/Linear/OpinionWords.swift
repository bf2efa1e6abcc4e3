import DictumEnglish
package import DictumKit
package import DictumLinear

/// The words of a text as the linear models see them, punctuation included.
package struct OpinionWords: Sendable {
  /// How many words a negation reaches unless punctuation ends it.
  private static let reach = 4
  private static let negators = Set(WordList.negators.spellings.map { hash($0.utf8) })
  private static let barriers = hashes(", . ; : ! ? \" “ ” ( ) but")
  static let noCluster: UInt32 = 0

  /// Hashes of the lower-case forms (ASCII letters; others stay).
  let hashes: [FeatureHash]
  /// Whether a negation stands shortly before.
  let isNegated: [Bool]
  /// Coarse and fine cluster; `noCluster` where the table has none.
  let clusters: [UInt32]
  /// UTF-8.
  let spans: [TextSpan]

  /// The tokens of a segmented document.
  package init(_ document: Document, clusters: WordTable) {
    let tokens = document[.tokens]
    self.init(tokens.map { Self.hash(document.text.bytes[$0.span.range]) }, tokens.map(\.span), clusters)
  }

  /// The words of a text of its own.
  package init(_ text: String, clusters: WordTable) {
    let bytes = Array(text.utf8)
    var spans: [TextSpan] = []
    var start = 0
    for index in 0...bytes.count {
      if index < bytes.count, Self.isLetter(bytes[index]) { continue }
      if start < index { spans.append(TextSpan(start: start, end: index)) }
      start = index + 1
    }
    self.init(spans.map { Self.hash(bytes[$0.range]) }, spans, clusters)
  }

  private init(_ words: [FeatureHash], _ spans: [TextSpan], _ table: WordTable) {
    hashes = words
    self.spans = spans
    clusters = words.map { table[$0] ?? Self.noCluster }
    var left = 0
    var flags: [Bool] = []
    flags.reserveCapacity(words.count)
    for word in words {
      let negates = Self.negators.contains(word)
      if Self.barriers.contains(word) { left = 0 }
      flags.append(left > 0 && !negates)
      left = negates ? Self.reach : left - 1
    }
    isNegated = flags
  }

  /// The words that lie in a span (UTF-8).
  package func words(in span: TextSpan) -> Range<Int> {
    let first = spans.partitioningIndex { $0.end > span.start }
    return first..<max(first, spans.partitioningIndex { $0.start >= span.end })
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> FeatureHash {
    FeatureHash(bytes.lazy.map(\.lowercasedASCII))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIILetter || byte >= 0x80 || byte == UInt8(ascii: "'")
  }

  private static func hashes(_ words: String) -> Set<FeatureHash> {
    Set(words.split(separator: " ").map { hash($0.utf8) })
  }
}
