public import DictumKit

/// What was found in a document, in a form for people.
public struct Summary {
  private static let width = 100
  private let document: Document

  /// Summarises an analysed document.
  public init(_ document: Document) { self.document = document }

  /// Several lines: what was counted, then who said what.
  public var text: String {
    ([document.id, "  " + counts] + document[.quotes].flatMap(lines) + diagnostics).joined(separator: "\n")
  }

  private var counts: String {
    let layers: [(String, Int, String)] = [
      ("tokens", document[.tokens].count, "token"), ("sentences", document[.sentences].count, "sentence"),
      ("entities", document[.entities].count, "entit"), ("quotes", document[.quotes].count, "quote"),
    ]
    return layers.filter { document.has($0.0) }.map { name, count, stem in
      let ending = stem == "entit" ? (count == 1 ? "y" : "ies") : (count == 1 ? "" : "s")
      return "\(count) \(stem)\(ending)"
    }.joined(separator: " · ")
  }

  private func lines(_ quote: Quote) -> [String] {
    let source = joined(quote.source)
    let cue = joined(quote.cue)
    let names = quote.speakers.compactMap { id in document[.entities].first { $0.id == id }?.name }
    let speaker = source.isEmpty ? "source not found" : source
    let who = names.isEmpty || names == [speaker] ? speaker : "\(speaker) = \(names.joined(separator: " and "))"
    let content = quote.spans.map { document.text[$0.span] }.joined(separator: " … ")
    return ["", "  \(who)\(cue.isEmpty ? "" : " · \(cue)") · \(quote.kind.rawValue)"] + wrapped("“\(content)”")
      + targets(of: quote, .favor, "for") + targets(of: quote, .against, "against")
  }

  /// What the quote speaks for, or against; each target once.
  private func targets(of quote: Quote, _ label: StanceLabel, _ word: String) -> [String] {
    let stances = document[.stances].filter { $0.of == quote.id && $0.label == label }
    var named = Set<String>()
    let texts = stances.map(\.target.text).filter { named.insert($0).inserted }
    return texts.isEmpty ? [] : wrapped("\(word): \(texts.joined(separator: ", "))")
  }

  private var diagnostics: [String] {
    document.diagnostics.isEmpty ? [] : [""] + document.diagnostics.map { "  \($0.rendered)" }
  }

  private func joined(_ parts: [TextPart]) -> String {
    parts.map { document.text[$0.span] }.joined(separator: " … ")
  }

  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty && line.count + word.count + 1 > Self.width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return (lines + [line]).map { "    " + $0 }
  }
}
