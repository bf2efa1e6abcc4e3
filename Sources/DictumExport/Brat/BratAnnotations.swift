import DictumKit

/// An article's annotations in brat's stand-off format.
///
/// Mentions and the parts of statements are text-bound annotations, `Speaker`, `Favor` and `Against` relations, kind and
/// sentiment attributes; which entity a mention speaks of stands in its note. Offsets count Unicode scalars, and a span
/// over several lines is given in pieces, as brat wants.
struct BratAnnotations {
  private let document: Document
  private let offsets: OffsetMap
  private var lines: [String] = []
  private var counts: [Character: Int] = [:]
  private var mentions: [String: String] = [:]
  private var contents: [String: String] = [:]

  init(_ document: Document) {
    self.document = document
    offsets = OffsetMap(document.text, unit: .unicodeScalar)
    addMentions()
    for quote in document[.quotes] { add(quote) }
    for sentiment in document[.sentiments] {
      if let content = contents[sentiment.of] { add("A", "Sentiment \(content) \(sentiment.label.rawValue)") }
    }
    addStances()
  }

  var bytes: [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }

  /// The text, carriage returns as blanks: readers that translate line ends would count differently.
  static func text(_ document: Document) -> [UInt8] { document.text.bytes.map { $0 == 0x0D ? 0x20 : $0 } }

  /// What brat must know to show the files.
  static let configuration = """
    [entities]
    \(EntityType.allCases.map(\.rawValue).joined(separator: "\n"))
    Content
    Source
    Cue
    Target

    [relations]
    Speaker\tArg1:Content, Arg2:<ENTITY>
    Favor\tArg1:Content, Arg2:<ENTITY>
    Against\tArg1:Content, Arg2:<ENTITY>
    Neutral\tArg1:Content, Arg2:<ENTITY>
    <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

    [events]

    [attributes]
    Form\tArg:<ENTITY>, Value:\(MentionForm.allCases.map(\.rawValue).joined(separator: "|"))
    Kind\tArg:Content, Value:\(QuoteKind.allCases.map(\.rawValue).joined(separator: "|"))
    Sentiment\tArg:Content, Value:\(SentimentLabel.allCases.map(\.rawValue).joined(separator: "|"))

    """

  private mutating func addMentions() {
    let names = Dictionary(document[.entities].map { ($0.id, $0.name) }) { first, _ in first }
    for mention in document[.mentions] {
      guard let id = addText(mention.type.rawValue, [mention.span]) else { continue }
      mentions[mention.id] = id
      add("A", "Form \(id) \(mention.form.rawValue)")
      if let entity = mention.entity { add("#", "AnnotatorNotes \(id)\t\(entity) \(line(names[entity] ?? ""))") }
    }
  }

  private mutating func add(_ quote: Quote) {
    guard let content = addText("Content", quote.spans.map(\.span)) else { return }
    contents[quote.id] = content
    add("A", "Kind \(content) \(quote.kind.rawValue)")
    add("#", "AnnotatorNotes \(content)\t\(quote.id) by \(quote.by)")
    _ = addText("Source", quote.source.map(\.span))
    _ = addText("Cue", quote.cue.map(\.span))
    for speaker in quote.speakers {
      let own = document[.mentions].filter { $0.entity == speaker }
      // The mention in the source says who it is; else the entity's first one.
      let named = own.first { mention in
        quote.source.contains { $0.span.start < mention.span.end && mention.span.start < $0.span.end }
      }
      if let mention = named ?? own.first, let id = mentions[mention.id] {
        add("R", "Speaker Arg1:\(content) Arg2:\(id)")
      }
    }
  }

  private mutating func addStances() {
    var targets: [TextSpan: String] = [:]
    for stance in document[.stances] {
      guard let content = contents[stance.of], let span = stance.target.span else { continue }
      let known = targets[span]
      guard let target = known ?? addText("Target", [span]) else { continue }
      targets[span] = target
      add("R", "\(stance.label.rawValue.capitalizedFirst) Arg1:\(content) Arg2:\(target)")
    }
  }

  /// - Returns: the annotation's id; nil for an empty span.
  private mutating func addText(_ type: String, _ spans: [TextSpan]) -> String? {
    let pieces = spans.flatMap(lines(of:))
    guard !pieces.isEmpty else { return nil }
    let place = pieces.map { "\(offsets.offset(utf8: $0.start)) \(offsets.offset(utf8: $0.end))" }.joined(
      separator: ";"
    )
    return add("T", "\(type) \(place)\t\(pieces.map { line(document.text[$0]) }.joined(separator: " "))")
  }

  /// The parts of a span on each line that are not blank.
  private func lines(of span: TextSpan) -> [TextSpan] {
    var pieces: [TextSpan] = []
    var start = span.start
    for index in span.start...span.end where index == span.end || document.text.bytes[index] == 0x0A {
      if document.text.bytes[start..<index].contains(where: { $0 > 0x20 }) {
        pieces.append(TextSpan(start: start, end: index))
      }
      start = min(index + 1, span.end)
    }
    return pieces
  }

  /// On one line and as long as before.
  private func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  @discardableResult
  private mutating func add(_ kind: Character, _ text: String) -> String {
    counts[kind, default: 0] += 1
    let id = "\(kind)\(counts[kind] ?? 0)"
    lines.append("\(id)\t\(text)")
    return id
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
