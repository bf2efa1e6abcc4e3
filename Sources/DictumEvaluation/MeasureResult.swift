import DictumJSON

/// What comes of a measure.
public struct MeasureResult: Sendable {
  /// A mistake in its context.
  public struct Found: Sendable {
    public let document: String
    public let mistake: Mistake
    /// The text before the place, the place, and what follows, on one line.
    public let context: (before: String, place: String, after: String)

    init(_ mistake: Mistake, in gold: Annotation) {
      document = gold.id ?? ""
      self.mistake = mistake
      func text(_ start: Int, _ end: Int) -> String {
        let string = gold.string(Annotation.Place(start: max(0, start), end: end))
        return string.split(whereSeparator: \.isNewline).joined(separator: " ")
      }
      let end = min(mistake.end, mistake.start + Self.longest)
      context = (
        text(mistake.start - Self.around, mistake.start),
        text(mistake.start, end) + (end < mistake.end ? "…" : ""),
        text(mistake.end, mistake.end + Self.around)
      )
    }

    private static let around = 60
    private static let longest = 160
  }

  public let name: String
  /// The path of the figure that stands for the whole.
  public let headline: String
  public let documents: Int
  public let withoutReport: Int
  public let figures: Figures
  public let intervals: [(path: String, interval: Interval)]
  /// The other system's figures.
  public let otherFigures: Figures?
  public let comparison: Comparison?
  public let mistakeCount: Int
  /// The worst of them.
  public let mistakes: [Found]

  /// The worst of each kind, in turn, so that a frequent kind does not hide the others; a document speaks twice at most.
  static func worst(_ found: [Found], _ count: Int) -> [Found] {
    var queues = Dictionary(grouping: found, by: \.mistake.what).mapValues { $0.sorted(by: isWorse)[...] }
    var chosen: [Found] = []
    var perDocument: [String: Int] = [:]
    while chosen.count < count, !queues.isEmpty {
      for kind in queues.keys.sorted() where chosen.count < count {
        while let next = queues[kind]?.popFirst() {
          guard perDocument[next.document, default: 0] < 2 else { continue }
          perDocument[next.document, default: 0] += 1
          chosen.append(next)
          break
        }
        if queues[kind]?.isEmpty ?? true { queues[kind] = nil }
      }
    }
    return chosen
  }

  /// By weight; among equals by document and place, so that the order is the same each time.
  private static func isWorse(_ left: Found, _ right: Found) -> Bool {
    if left.mistake.weight != right.mistake.weight { return left.mistake.weight > right.mistake.weight }
    return (left.document, left.mistake.start, left.mistake.end, left.mistake.found ?? "")
      < (right.document, right.mistake.start, right.mistake.end, right.mistake.found ?? "")
  }

  /// One JSON object on one line.
  public var json: [UInt8] {
    var json = JSONBuffer()
    json.openObject()
    json.key("task")
    json.string(name)
    json.key("documents")
    json.integer(documents)
    json.key("without_prediction")
    json.integer(withoutReport)
    for (name, value) in figures.entries where name != "documents" { Figures([(name, value)]).write(to: &json) }
    json.key("intervals")
    json.openObject()
    for (path, interval) in intervals {
      json.key(path)
      write(interval, &json)
    }
    json.closeObject()
    if let comparison { write(comparison, &json) }
    json.key("mistake_count")
    json.integer(mistakeCount)
    json.key("mistakes")
    json.openArray()
    for found in mistakes { write(found, &json) }
    json.closeArray()
    json.closeObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ interval: Interval, _ json: inout JSONBuffer) {
    json.openArray()
    json.number(interval.low)
    json.number(interval.high)
    json.closeArray()
  }

  private func write(_ comparison: Comparison, _ json: inout JSONBuffer) {
    json.key("against")
    json.openObject()
    json.key("figure")
    json.string(comparison.figure)
    json.key("difference")
    json.number(comparison.difference)
    json.key("interval")
    write(comparison.interval, &json)
    json.key("probability")
    json.number(comparison.probability)
    json.key("figures")
    json.openObject()
    otherFigures?.write(to: &json)
    json.closeObject()
    json.closeObject()
  }

  private func write(_ found: Found, _ json: inout JSONBuffer) {
    json.openObject()
    json.key("what")
    json.string(found.mistake.what)
    json.key("document")
    json.string(found.document)
    json.key("start")
    json.integer(found.mistake.start)
    json.key("end")
    json.integer(found.mistake.end)
    json.key("text")
    json.string(found.context.place)
    for (name, value) in [("expected", found.mistake.expected), ("found", found.mistake.found)] {
      json.key(name)
      if let value { json.string(value) } else { json.null() }
    }
    json.closeObject()
  }
}
