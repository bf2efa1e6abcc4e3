import DictumKit

/// An article as CoNLL-U with coreference as CorefUD has it (`# global.Entity = eid-etype-head-other`), so that readers of
/// either find what they know. Statements stand in `Statement=` of the last column: `q0.content`, `q0.source`, `q0.cue`.
struct CoNLLText {
  private let id: String
  private let document: Document
  private var entityMarks: [Int: (open: [String], close: [String])] = [:]
  private var statementMarks: [Int: [String]] = [:]

  init(_ id: String, _ document: Document) {
    self.id = id
    self.document = document
    for mention in document[.mentions].sorted(by: { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }) {
      mark(mention)
    }
    for quote in document[.quotes] {
      for (role, parts) in [("content", quote.spans), ("source", quote.source), ("cue", quote.cue)] {
        for part in parts {
          for index in tokens(in: part.span) { statementMarks[index, default: []].append("\(quote.id).\(role)") }
        }
      }
    }
  }

  var bytes: [UInt8] {
    var lines = ["# newdoc id = \(plain(id))", "# global.Entity = eid-etype-head-other"]
    var tokens = document[.tokens][...]
    var paragraph: Int?
    for sentence in document[.sentences] {
      let here = tokens.prefix { $0.span.start < sentence.span.end }
      tokens = tokens.dropFirst(here.count)
      guard !here.isEmpty else { continue }
      if sentence.paragraph != paragraph { lines.append("# newpar") }
      paragraph = sentence.paragraph
      lines += ["# sent_id = \(plain(id))-\(sentence.id)", "# text = \(plain(document.text[sentence.span]))"]
      for (number, index) in here.indices.enumerated() { lines.append(line(number + 1, index, in: here.indices)) }
      lines.append("")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func line(_ number: Int, _ index: Int, in sentence: Range<Int>) -> String {
    let token = document[.tokens][index]
    var notes: [String] = []
    if let marks = entityMarks[index] { notes.append("Entity=" + (marks.open + marks.close).joined()) }
    if let marks = statementMarks[index] { notes.append("Statement=" + marks.joined(separator: ",")) }
    let after = document.text.bytes.dropFirst(token.span.end).first
    if let after, after > 0x20 { notes.append("SpaceAfter=No") }
    let columns = [
      String(number), plain(document.text[token.span]), token.lemma.map(plain) ?? "_", token.part?.rawValue ?? "_", "_",
      "_", head(of: token, in: sentence) ?? "_", token.relation?.rawValue ?? "_", "_",
      notes.isEmpty ? "_" : notes.joined(separator: "|"),
    ]
    return columns.joined(separator: "\t")
  }

  /// The number of a token's head in its sentence, 0 for the root; nil where no stage has parsed it.
  private func head(of token: Token, in sentence: Range<Int>) -> String? {
    guard token.relation != nil else { return nil }
    guard let head = token.head, sentence.contains(head) else { return "0" }
    return String(head - sentence.lowerBound + 1)
  }

  /// Opens and closes a mention; one on a single token is opened and closed at once.
  private mutating func mark(_ mention: Mention) {
    let found = tokens(in: mention.span)
    guard let first = found.first, let last = found.last else { return }
    let entity = "\(plain(mention.entity ?? mention.id)).\(hash)"
    let opening = "(\(entity)-\(mention.type.rawValue)-1-form:\(mention.form.rawValue)"
    if first == last {
      entityMarks[first, default: ([], [])].open.append("\(opening))")
    } else {
      entityMarks[first, default: ([], [])].open.append(opening)
      // What was opened last is closed first.
      entityMarks[last, default: ([], [])].close.insert("\(entity))", at: 0)
    }
  }

  /// Tells the entities of one article from those of the next.
  private var hash: String {
    String(id.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }, radix: 36)
  }

  /// The tokens that a span touches.
  private func tokens(in span: TextSpan) -> Range<Int> {
    let all = document[.tokens]
    let first = all.partitioningIndex { $0.span.end > span.start }
    let last = all.partitioningIndex { $0.span.start >= span.end }
    return first..<max(first, last)
  }

  /// On one line, without the columns' separator.
  private func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
