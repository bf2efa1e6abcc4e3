public import DictumKit

/// A text whose spans are marked in place: `⟦source Ann⟧ ⟦cue said⟧ ⟦content yes⟧.`
///
/// The label reaches to the first space; markers may be nested. Tests and stage examples use it so that nobody counts
/// offsets by hand.
public struct MarkedText: Sendable {
  /// A marked place.
  public struct Mark: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let label: String
    /// UTF-8 offsets into the plain text.
    public let span: TextSpan

    /// A mark.
    public init(label: String, span: TextSpan) {
      self.label = label
      self.span = span
    }

    public static func < (left: Mark, right: Mark) -> Bool {
      left.span == right.span ? left.label < right.label : left.span < right.span
    }

    public var description: String { "\(label) \(span.start)..<\(span.end)" }
  }

  /// The text without its markers.
  public let text: String
  /// The marks in text order.
  public let marks: [Mark]

  /// Takes a marked text apart.
  ///
  /// - Throws: `MarkedTextError` when the brackets do not match or a label is missing.
  public init(_ marked: String) throws(MarkedTextError) {
    var plain: [UInt8] = []
    var open: [(label: String, start: Int)] = []
    var marks: [Mark] = []
    var rest = marked.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "⟦":
        let label = String(String.UnicodeScalarView(rest.prefix { $0 != " " }))
        rest = rest.dropFirst(label.unicodeScalars.count + 1)
        guard !label.isEmpty, !label.contains("⟧") else { throw MarkedTextError(problem: "a marker has no label") }
        open.append((label, plain.count))
      case "⟧":
        guard let last = open.popLast() else { throw MarkedTextError(problem: "a marker is closed twice") }
        marks.append(Mark(label: last.label, span: TextSpan(start: last.start, end: plain.count)))
      default: plain += Array(String(scalar).utf8)
      }
    }
    guard open.isEmpty else { throw MarkedTextError(problem: "the marker `\(open[0].label)` is not closed") }
    text = String(decoding: plain, as: UTF8.self)
    self.marks = marks.sorted()
  }

  /// The spans with a label, in text order.
  public func spans(_ label: String) -> [TextSpan] { marks.filter { $0.label == label }.map(\.span) }

  /// Writes a text with its marks, for failure messages.
  public static func render(_ text: String, _ marks: [Mark]) -> String {
    var inserts: [Int: String] = [:]
    for mark in marks.sorted(by: { $0.span.count < $1.span.count }) {
      inserts[mark.span.start] = "⟦\(mark.label) " + (inserts[mark.span.start] ?? "")
      inserts[mark.span.end] = (inserts[mark.span.end] ?? "") + "⟧"
    }
    var out: [UInt8] = []
    for (offset, byte) in text.utf8.enumerated() {
      out += Array((inserts[offset] ?? "").utf8) + [byte]
    }
    return String(decoding: out + Array((inserts[text.utf8.count] ?? "").utf8), as: UTF8.self)
  }
}

/// What is wrong with a marked text.
public struct MarkedTextError: Error, Sendable {
  public let problem: String
}
