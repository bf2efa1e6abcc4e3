/// Names: exact spans with types. Gold that knows no facilities has them among its locations.
struct MentionMeasure: Measure {
  static let name = "mentions"
  static let headline = "micro.f1"
  static let needs = ["mentions"]
  static func applies(to gold: Annotation) -> Bool {
    gold.layers.contains("mentions") && gold.mentions.contains { $0.type != nil }
  }
  private let types: [String]

  init(_ options: MeasureOptions) { types = options.types }

  private struct Name: Hashable {
    let place: Annotation.Place
    let type: String
  }

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    let given = types.isEmpty ? gold.types : types
    let types = given.isEmpty ? Set(gold.mentions.compactMap(\.type)) : Set(given)
    func folded(_ type: String?) -> String? {
      guard let type, !types.contains("facility"), type == "facility" || type == "gpe" else { return type }
      return "location"
    }
    func names(_ mentions: [Annotation.Mention]) -> [Name: Double] {
      let names = mentions.compactMap { mention -> (Name, Double)? in
        guard let type = folded(mention.type), types.contains(type) else { return nil }
        return (Name(place: gold.trimmed(mention.place), type: type), mention.confidence)
      }
      return Dictionary(names) { max($0, $1) }
    }
    let expected = names(gold.mentions)
    let found = names(report.mentions.filter { $0.form == "name" })
    var counts = Counts()
    for name in expected.keys { counts.count("type.\(name.type).gold") }
    for name in found.keys { counts.count("type.\(name.type).predicted") }
    for name in found.keys where expected[name] != nil { counts.count("type.\(name.type).right") }
    let places = (gold: Set(expected.keys.map(\.place)), found: Set(found.keys.map(\.place)))
    counts["spans.right"] = places.gold.intersection(places.found).count
    counts["spans.predicted"] = places.found.count
    counts["spans.gold"] = places.gold.count
    note(expected, found, &mistakes)
    return counts
  }

  private func note(_ expected: [Name: Double], _ found: [Name: Double], _ mistakes: inout [Mistake]) {
    let answers = Dictionary(found.map { ($0.key.place, ($0.key.type, $0.value)) }) { $1 }
    let right = Dictionary(expected.keys.map { ($0.place, $0.type) }) { $1 }
    for name in expected.keys where found[name] == nil {
      if let answer = answers[name.place] {
        mistakes.append(
          Mistake("wrong type", name.place, weight: answer.1, expected: name.type, found: answer.0)
        )
      } else {
        mistakes.append(Mistake("missed", name.place, weight: 0.5, expected: name.type))
      }
    }
    for (name, confidence) in found where right[name.place] == nil {
      mistakes.append(Mistake("spurious", name.place, weight: confidence, found: name.type))
    }
  }

  func figures(_ counts: Counts) -> Figures {
    let types = counts.parts(after: "type")
    func sum(_ what: String) -> Int { types.reduce(0) { $0 + counts["type.\($1).\(what)"] } }
    func scores(_ prefix: String) -> Figures.Value {
      Figures.scores(
        right: counts["\(prefix).right"],
        predicted: counts["\(prefix).predicted"],
        gold: counts["\(prefix).gold"]
      )
    }
    return Figures([
      ("micro", Figures.scores(right: sum("right"), predicted: sum("predicted"), gold: sum("gold"))),
      ("spans_only", scores("spans")),
      ("by_type", .group(Figures(types.map { ($0, scores("type.\($0)")) }))),
    ])
  }
}
