import DictumKit
import Foundation
import Segmentation

/// A gap with its answer.
struct Example {
  let near: [UInt32]
  let wider: [UInt32]
  let isBoundary: Bool
  /// Whether a mark stands before the gap that may end a sentence.
  let hasMark: Bool
  /// How much the example counts.
  let weight: Float
}

/// A text with its sentences, in Unicode scalars.
struct GoldDocument: Decodable {
  struct Sentence: Decodable {
    let start: Int
    let end: Int
  }

  let text: String
  let sentences: [Sentence]

  /// The paragraphs between whose sentences a line breaks.
  var paragraphs: [Paragraph] {
    let scalars = Array(text.unicodeScalars)
    var found: [Paragraph] = []
    var start = 0
    var ends: [Int] = []
    for sentence in sentences {
      if ends.isEmpty { start = sentence.start }
      ends.append(sentence.end - start)
      let isLast = sentence.end == scalars.count || scalars[sentence.end] == "\n"
      guard isLast else { continue }
      found.append(Paragraph(scalars: Array(scalars[start..<sentence.end]), ends: ends))
      ends = []
    }
    return found
  }
}

/// A paragraph, with the offsets at which its sentences end.
struct Paragraph {
  let scalars: [Unicode.Scalar]
  let ends: [Int]
}

/// Makes examples of documents.
struct Corpus {
  /// A feature that every example of joined paragraphs has, so that their own share of boundaries stays with it.
  private static let joinedMark: UInt32 = 0x5EED_5EED
  /// What such an example counts.
  private static let joinedWeight: Float = 0.3
  /// How many paragraphs of any documents stand together.
  private static let mixed = 8

  private let training: BoundaryTraining
  private var paragraphs: [Paragraph] = []
  private var random = Shuffle(state: Regression.seed)
  private(set) var examples: [Example] = []

  init() throws { training = try BoundaryTraining() }

  /// Adds the gaps of a line, a document in JSON.
  ///
  /// - Parameter joins: whether the gaps of its joined paragraphs are added too.
  mutating func add(_ line: String, joins: Bool) throws {
    let document = try JSONDecoder().decode(GoldDocument.self, from: Data(line.utf8))
    try add(document.text, Set(document.sentences.map(\.end))) { _, _ in 1 }
    guard joins else { return }
    paragraphs += document.paragraphs
    try add(joined: document.paragraphs[...])
  }

  /// Adds all paragraphs once more, in another order.
  mutating func mix() throws {
    var order = paragraphs
    random.shuffle(&order)
    for start in stride(from: 0, to: order.count, by: Self.mixed) {
      try add(joined: order[start..<min(start + Self.mixed, order.count)])
    }
  }

  /// Adds gaps of paragraphs that are run together, one space between them, as where line breaks were lost: their ends
  /// and, for balance, gaps behind words that end nothing.
  private mutating func add(joined paragraphs: ArraySlice<Paragraph>) throws {
    var text = String.UnicodeScalarView()
    var count = 0
    var ends: Set<Int> = []
    var lost: Set<Int> = []
    for paragraph in paragraphs {
      if count > 0 {
        text.append(" ")
        count += 1
      }
      text.append(contentsOf: paragraph.scalars)
      ends.formUnion(paragraph.ends.map { $0 + count })
      count += paragraph.scalars.count
      lost.insert(count)
    }
    let map = OffsetMap(SourceText(String(text)), unit: .unicodeScalar)
    let places = Set(lost.compactMap { map.utf8(offset: $0) })
    try add(String(text), ends, mark: Self.joinedMark) { gap, isBoundary in
      let isWanted = isBoundary ? places.contains(gap.start) : gap.isBare
      return isWanted ? Self.joinedWeight : nil
    }
  }

  private mutating func add(
    _ string: String,
    _ ends: Set<Int>,
    mark: UInt32? = nil,
    weight: (BoundaryTraining.OpenGap, Bool) -> Float?
  ) throws {
    let text = SourceText(string)
    let map = OffsetMap(text, unit: .unicodeScalar)
    let places = Set(ends.compactMap { map.utf8(offset: $0) })
    var found: [Example] = []
    let marks = mark.map { [$0] } ?? []
    try training.gaps(of: text) { gap in
      let isBoundary = (gap.start...gap.end).contains { places.contains($0) }
      if let weight = weight(gap, isBoundary) {
        found.append(
          Example(
            near: gap.near + marks,
            wider: gap.wider + marks,
            isBoundary: isBoundary,
            hasMark: gap.hasMark,
            weight: weight
          )
        )
      }
      return isBoundary
    }
    examples += found
  }
}

/// An order by chance that is the same each time.
struct Shuffle {
  var state: UInt64

  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      elements.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
    }
  }
}
