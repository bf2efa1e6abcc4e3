import DictumKit
import DictumReports

/// The article's text as HTML: paragraphs with their numbers, people, statements, cues and positions marked.
struct ArticleText {
  private let model: ArticleModel
  /// By number, from 1.
  private let paragraphs: [(number: Int, span: TextSpan)]
  private let runs: Runs

  init(_ model: ArticleModel) {
    self.model = model
    paragraphs = Self.paragraphs(model.document)
    runs = Runs(model, paragraphs: paragraphs.map(\.span))
  }

  var html: HTML {
    var html = HTML()
    for (number, span) in paragraphs {
      html.open("p", ["id": "\(model.prefix)p\(number)", "dir": "auto"])
      html.open("span", ["class": "number", "aria-hidden": "true"])
      html.number(number)
      html.close("span")
      for run in runs.runs(in: span) { set(run, &html) }
      html.close("p")
      html.markup("\n")
    }
    return html
  }

  /// As the sentences tell them, else the lines of the text.
  private static func paragraphs(_ document: Document) -> [(Int, TextSpan)] {
    var found: [(Int, TextSpan)] = []
    for sentence in document[.sentences] {
      if let last = found.last, last.0 == sentence.paragraph + 1 {
        found[found.count - 1].1 = last.1.union(sentence.span)
      } else {
        found.append((sentence.paragraph + 1, sentence.span))
      }
    }
    return found.isEmpty ? lines(document.text.bytes) : found
  }

  private static func lines(_ text: [UInt8]) -> [(Int, TextSpan)] {
    var found: [(Int, TextSpan)] = []
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: "\n") {
      if text[start..<end].contains(where: { $0 > 0x20 }) { found.append((found.count + 1, TextSpan(start..<end))) }
      start = end + 1
    }
    return found
  }

  private func set(_ run: Run, _ html: inout HTML) {
    for index in run.begins {
      // Where links to the statement lead.
      html.open("a", ["class": "anchor", "id": model.key(statement: runs.statements[index].id)])
      html.close("a")
    }
    let statements = (run.contents + run.cues).map { runs.statements[$0] }
    let classes = classes(run)
    if classes.isEmpty {
      html.text(model.document.text[run.span])
    } else {
      let speakers = statements.flatMap(\.speakers).compactMap(model.key(entity:))
      html.open(
        "span",
        [
          "class": classes.joined(separator: " "),
          "data-e": run.entity.flatMap(model.key(entity:)),
          "data-by": speakers.isEmpty ? nil : speakers.joined(separator: " "),
          "data-s": statements.isEmpty ? nil : statements.map { model.key(statement: $0.id) }.joined(separator: " "),
        ]
      )
      html.text(model.document.text[run.span])
      html.close("span")
    }
    for position in unique(run.chips) { chip(position, &html) }
    for index in run.ends { tag(runs.statements[index], &html) }
  }

  private func classes(_ run: Run) -> [String] {
    var classes: [String] = []
    let contents = run.contents.map { runs.statements[$0] }
    if let statement = contents.first(where: { !$0.isPossible }) ?? contents.first {
      classes.append(statement.isPossible ? "said possible" : "said")
      if let hue = statement.speakers.compactMap({ model.palette.hue(of: $0) }).first { classes.append("by\(hue)") }
    }
    if !run.cues.isEmpty {
      classes.append(run.cues.allSatisfy { runs.statements[$0].isPossible } ? "cue possible" : "cue")
    }
    if let entity = run.entity {
      classes.append("name")
      if let hue = model.palette.hue(of: entity) { classes.append("is\(hue)") }
    }
    if let position = run.targets.first(where: { !$0.isPossible }) { classes.append("on \(position.label)") }
    return classes
  }

  private func unique(_ positions: [Position]) -> [Position] {
    var seen = Set<String>()
    return positions.filter { seen.insert("\($0.label)\($0.isPossible)").inserted }
  }

  private func chip(_ position: Position, _ html: inout HTML) {
    html.open("span", ["class": "chip \(position.label)\(position.isPossible ? " possible" : "")"])
    html.element("span", ["class": "hidden"], position.label == .favor ? " (for)" : " (against)")
    html.element("span", ["class": "confidence"], percent(position.confidence))
    html.close("span")
  }

  /// Who says so, right after the statement.
  private func tag(_ statement: Statement, _ html: inout HTML) {
    let possible = statement.isPossible ? " possible" : ""
    let speakers = statement.speakers.compactMap { model.entities[$0] }
    for speaker in speakers {
      let hue = model.palette.hue(of: speaker.id).map { " is\($0)" } ?? ""
      let key = model.key(entity: speaker.id) ?? ""
      html.open("a", ["class": "who\(hue)\(possible)", "href": "#\(key)", "data-light": key])
      html.element("span", ["class": "hidden"], " said by ")
      html.open("bdi")
      html.text(model.shortName(speaker))
      html.close("bdi")
      html.element("span", ["class": "confidence"], percent(statement.confidence))
      html.close("a")
    }
    guard speakers.isEmpty else { return }
    html.open("a", ["class": "who open\(possible)", "href": "#\(model.prefix)open"])
    html.text("open")
    html.element("span", ["class": "confidence"], percent(statement.confidence))
    html.close("a")
  }
}

/// A confidence for readers: 0.934 is 93 %.
func percent(_ confidence: Double) -> String {
  "\(Int((min(1, max(0, confidence.isFinite ? confidence : 0)) * 100).rounded())) %"
}
