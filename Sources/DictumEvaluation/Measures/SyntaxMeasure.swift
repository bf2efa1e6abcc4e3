/// Parts of speech and trees over gold tokens: a report's token counts where it spans the same characters.
struct SyntaxMeasure: Measure {
  static let name = "syntax"
  static let headline = "las"
  static let needs = ["tokens"]
  static func applies(to gold: Annotation) -> Bool { gold.layers.contains("syntax") }
  init(_ options: MeasureOptions) {}

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    let byID = Dictionary(report.tokens.map { ($0.id, $0) }) { $1 }
    let byPlace = Dictionary(report.tokens.map { ($0.place, $0) }) { $1 }
    var counts = Counts()
    for tree in gold.trees {
      for word in tree {
        counts.count("gold")
        guard let token = byPlace[word.place] else {
          mistakes.append(Mistake("no such token", word.place, weight: 0.2))
          continue
        }
        counts.count("aligned")
        counts.count("upos", token.upos == word.upos)
        guard word.upos != "PUNCT" else { continue }
        let expected = word.head > 0 && word.head <= tree.count ? tree[word.head - 1].place : nil
        let found = token.head.flatMap { byID[$0]?.place }
        let isLabelled = expected == found && Self.base(token.relation ?? "") == Self.base(word.relation)
        counts.count("words")
        counts.count("uas", expected == found)
        counts.count("las", isLabelled)
        if !isLabelled {
          let answer = "\(token.relation ?? "none") of \(found.map { gold.string($0) } ?? "the root")"
          let right = "\(word.relation) of \(expected.map { gold.string($0) } ?? "the root")"
          mistakes.append(Mistake("wrong head", word.place, weight: 0.5, expected: right, found: answer))
        }
      }
    }
    return counts
  }

  func figures(_ counts: Counts) -> Figures {
    Figures([
      ("gold", .count(counts["gold"])),
      ("aligned", Figures.share(counts["aligned"], of: counts["gold"])),
      ("upos", Figures.share(counts["upos"], of: counts["gold"])),
      ("uas", Figures.share(counts["uas"], of: counts["words"])),
      ("las", Figures.share(counts["las"], of: counts["words"])),
    ])
  }

  /// A relation without its subtype.
  private static func base(_ relation: String) -> String {
    relation.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? ""
  }
}

extension Annotation {
  /// The text of a place.
  func string(_ place: Place) -> String {
    let start = min(max(0, place.start), text.count)
    var string = String.UnicodeScalarView()
    string.append(contentsOf: text[start..<max(start, min(place.end, text.count))])
    return String(string)
  }
}
