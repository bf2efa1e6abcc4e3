public import DictumKit

/// What was found in a document, for a reporter: who is heard, with what, and where it stands.
///
/// Quote marks stand around verbatim words only. What is merely possible is counted, not shown.
public struct Summary {
  private static let nameLimit = 60
  private let document: Document
  private let voices: Voices
  private let names: [String: String]
  private var page: StyledLines

  /// Summarises an analysed document.
  public init(_ document: Document, style: SummaryStyle = SummaryStyle()) {
    self.document = document
    voices = Voices(document)
    names = Dictionary(document[.entities].map { ($0.id, $0.name) }) { first, _ in first }
    page = StyledLines(style)
  }

  /// The lines, without a final line feed; inert, except for the style's colours.
  public var text: String {
    var summary = self
    summary.setAll()
    return summary.page.lines.joined(separator: "\n")
  }

  private mutating func setAll() {
    page.paragraph(indent: "", [(document.metadata.title ?? document.id, .strong)])
    let origin = [document.metadata.date, document.metadata.source].compactMap { $0 }.joined(separator: " · ")
    if !origin.isEmpty { page.paragraph(indent: "", [(origin, .faint)]) }
    page.paragraph(indent: "", [(counts, .faint)])
    for voice in voices.known { set(voice) }
    for voice in voices.open { set(voice) }
    setOwn()
    setPossible()
    for diagnostic in document.diagnostics {
      page.blank()
      page.paragraph(indent: "", [(diagnostic.rendered, .against)])
    }
  }

  /// What was found, in one line; layers that no stage has written are left out.
  private var counts: String {
    var parts: [String] = []
    if document.has("quotes") {
      let heard = voices.known.filter { !$0.sure.isEmpty }.count
      let sure = voices.statements.filter { !$0.isPossible }.count
      parts.append(counted(sure, "statement") + (heard > 0 ? " by \(heard)" : ""))
    } else {
      for (layer, count, noun) in [
        ("tokens", document[.tokens].count, "token"), ("sentences", document[.sentences].count, "sentence"),
        ("mentions", document[.mentions].count, "mention"),
      ] where document.has(layer) { parts.append(counted(count, noun)) }
    }
    if document.has("entities") {
      let people = document[.entities].filter { $0.type == .person }.count
      parts.append("\(counted(document[.entities].count, "name")), \(people) of people")
    }
    if let tone = document[.sentiments].first(where: { $0.of == "document" }) { parts.append("tone \(tone.label)") }
    return parts.joined(separator: " · ")
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private mutating func set(_ voice: Voice) {
    guard !voice.sure.isEmpty else { return }
    page.blank()
    var head: [(String, Ink)] = []
    if voice.entity != nil {
      head.append((voice.name.clipped(Self.nameLimit), .strong))
      if let role = voice.role { head.append(("(\(role.clipped(Self.nameLimit)))", .plain)) }
    } else if voice.name.isEmpty {
      head.append(("Nobody named", .strong))
    } else {
      // Without entities nothing could be resolved, and saying so at every name would tell the reader nothing.
      let isOpen = document.has("entities")
      head.append((isOpen ? "“\(voice.name.clipped(Self.nameLimit))”" : voice.name.clipped(Self.nameLimit), .strong))
      if isOpen { head.append(("(unresolved)", .plain)) }
    }
    head.append(("· \(counted(voice.sure.count, "statement"))", .faint))
    page.paragraph(indent: "", head)
    for statement in voice.sure { set(statement, of: voice) }
  }

  private mutating func set(_ statement: Statement, of voice: Voice) {
    let place = statement.paragraph.map { "¶\($0)" } ?? "–"
    let indent = "  \(place)\(String(repeating: " ", count: max(1, 5 - place.count)))"
    var lead: [String] = []
    if !statement.cue.isEmpty { lead.append(statement.cue) }
    let others = statement.speakers.filter { $0 != voice.entity?.id }.compactMap { names[$0]?.clipped(Self.nameLimit) }
    if !others.isEmpty { lead.append("with \(others.joined(separator: " and "))") }
    if case .resolved(let words) = statement.attribution { lead.append("(from “\(words.clipped(Self.nameLimit))”)") }
    if let last = lead.indices.last { lead[last] += ":" }
    page.paragraph(indent: indent, [(lead.joined(separator: " "), .faint), (statement.text, .plain)])
    var sides = sides(statement.positions)
    if let tone = statement.sentiment, tone.label != .neutral { sides.append((tone.label.rawValue, .faint)) }
    setSides(sides, margin: indent.columns)
  }

  private func sides(_ positions: [Position]) -> [(String, Ink)] {
    [(StanceLabel.favor, "for", Ink.favor), (.against, "against", .against)].compactMap { label, word, ink in
      let targets = positions.filter { $0.label == label && !$0.isPossible }.map { $0.target.clipped(Self.nameLimit) }
      return targets.isEmpty ? nil : ("\(word) \(targets.joined(separator: ", "))", ink)
    }
  }

  private mutating func setSides(_ sides: [(String, Ink)], margin: Int) {
    guard !sides.isEmpty else { return }
    let runs = sides.enumerated().flatMap { index, side in index == 0 ? [side] : [("·", Ink.faint), side] }
    page.paragraph(indent: String(repeating: " ", count: margin), runs)
  }

  /// Whom and what the article's own sentences show as being for or against each other.
  private mutating func setOwn() {
    let sure = voices.own.flatMap { own in own.positions.filter { !$0.isPossible }.map { (own.sentence, $0) } }
    guard !sure.isEmpty else { return }
    page.blank()
    page.paragraph(indent: "", [("In the article’s own words", .strong)])
    for (sentence, position) in sure {
      let holders = position.holders.compactMap { names[$0]?.clipped(Self.nameLimit) }
      let place = "¶\(sentence.paragraph + 1)"
      page.paragraph(
        indent: "  \(place)\(String(repeating: " ", count: max(1, 5 - place.count)))",
        [(holders.isEmpty ? "the author" : holders.joined(separator: " and "), .plain)] + sides([position])
      )
    }
  }

  private mutating func setPossible() {
    let statements = voices.statements.filter(\.isPossible).count
    let positions = (voices.statements.flatMap(\.positions) + voices.own.flatMap(\.positions)).filter(\.isPossible)
      .count
    guard statements + positions > 0 else { return }
    page.blank()
    let counts = [(statements, "statement"), (positions, "position")].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    page.paragraph(indent: "", [("possible, not shown: \(counts.joined(separator: " and "))", .faint)])
  }
}
