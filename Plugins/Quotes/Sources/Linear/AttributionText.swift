import DictumEnglish
package import DictumKit
package import DictumLinear

/// Sentences of a document as the linear attribution models see them: what each token looks like, is made of, and whether
/// it is quoted. Tokens are counted from the first of these sentences.
package struct AttributionText: Sendable {
  package let tokens: [Token]
  let words: WordWindow
  let classes: [WordClass]
  /// How often the word is part of a cue: 0 for unknown words to 6.
  package var cueRates: [UInt8]
  /// The quotation that a token stands in, counted from 1; 0 outside.
  let quotations: [Int32]
  /// The tokens of each sentence; a monstrous one is cut.
  package let sentences: [Range<Int>]

  /// A longer sentence is none: the models look at so many tokens at a time.
  private static let longestSentence = 400

  /// - Parameters:
  ///   - document: segmented.
  ///   - marks: the document's quotations in text order.
  ///   - cut: the document's sentences that are wanted.
  init(_ document: Document, _ marks: [Quotation], _ cut: ArraySlice<Sentence>, tables: AttributionTables) {
    let extent = TextSpan(start: cut.first?.span.start ?? 0, end: cut.last?.span.end ?? 0)
    let all = document[.tokens]
    let first = all.partitioningIndex { $0.span.start >= extent.start }
    let tokens = Array(all[first...].prefix { $0.span.start < extent.end })
    self.tokens = tokens
    let words = WordWindow(document.text, tokens, clusters: tables.clusters)
    self.words = words
    classes = document.text.bytes.withUnsafeBufferPointer { bytes in
      zip(words.profiles, tokens).map { WordClass($0, $1, bytes) }
    }
    cueRates = words.profiles.map { CueRate(tables.cueCounts[$0.lower] ?? 0).bucket }
    var quotations = [Int32](repeating: 0, count: tokens.count)
    var token = 0
    let firstMark = marks.partitioningIndex { $0.extent.end > extent.start }
    for (number, quotation) in marks[firstMark...].prefix(while: { $0.opening.start < extent.end }).enumerated() {
      for part in quotation.content {
        while token < tokens.count, tokens[token].span.start < part.start { token += 1 }
        while token < tokens.count, tokens[token].span.start < part.end {
          quotations[token] = Int32(number + 1)
          token += 1
        }
      }
    }
    self.quotations = quotations
    var sentences: [Range<Int>] = []
    token = 0
    for sentence in cut {
      let first = token
      while token < tokens.count, tokens[token].span.start < sentence.span.end { token += 1 }
      for start in stride(from: first, to: token, by: Self.longestSentence) {
        sentences.append(start..<min(token, start + Self.longestSentence))
      }
    }
    self.sentences = sentences
  }

  /// A whole segmented document, its quote marks paired.
  package init(_ document: Document, tables: AttributionTables) {
    let marks = QuoteStateMachine(document.text, paragraphs: Reading(document).paragraphs)
    self.init(document, marks.quotations, document[.sentences][...], tables: tables)
  }

  /// The lower-case form of a token as a hash.
  package func word(_ token: Int) -> FeatureHash { words.profiles[token].lower }

  /// The class of the word at a place of a sentence.
  func kind(_ index: Int, _ sentence: Range<Int>) -> FeatureHash {
    (sentence.contains(index) ? classes[index] : .outside).hash
  }
}

/// What the models know of words.
package struct AttributionTables: Sendable {
  package let clusters: WordTable
  /// How often a word was seen in training (upper half) and how often in a cue (lower half).
  package let cueCounts: WordTable

  package init(clusters: WordTable, cueCounts: WordTable) {
    self.clusters = clusters
    self.cueCounts = cueCounts
  }
}

/// How often a word is part of a cue.
package struct CueRate {
  package var seen: Int
  package var inCue: Int

  /// From a table's number.
  package init(_ number: UInt32) {
    seen = Int(number >> 16)
    inCue = Int(number & 0xFFFF)
  }

  /// A word that was seen less often says nothing.
  private static let fewest = 3
  /// The rates from which a word is in the next bucket; part of the model’s format.
  private static let steps = [0.002, 0.02, 0.1, 0.3, 0.6]

  package var bucket: UInt8 {
    guard seen >= Self.fewest else { return 0 }
    let rate = Double(inCue) / Double(seen)
    return UInt8(Self.steps.count { rate >= $0 } + 1)
  }
}
