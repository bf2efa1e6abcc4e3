import Dictum
import DictumKit

struct Length: Record {
  var quote = ""
  var words = 0

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.reference("of", &quote, to: "quotes", "the statement")
    fields.field("words", &words, "how many words it has")
  }
}

struct LengthStage: Stage {
  static let name = "length"
  static let summary = "How long statements are."
  static let lengths = LayerKey<Length>("lengths", "words of each statement")

  static func contract(for settings: NoSettings) -> StageContract {
    StageContract(requires: [LayerKey.quotes, LayerKey.tokens], provides: [lengths])
  }

  init(settings: NoSettings, resources: Resources) {}

  func annotate(_ document: inout Document) {
    document[Self.lengths] = document[.quotes].map { quote in
      var length = Length()
      length.quote = quote.id
      length.words = document[.tokens].count { token in
        token.kind != .punctuation && quote.spans.contains { $0.span.contains(token.span) }
      }
      return length
    }
  }
}

let plugin = Plugin(
  name: "Length",
  version: "1.0.0",
  summary: "How long statements are.",
  stages: [StageFactory(LengthStage.self)],
  layers: [LengthStage.lengths]
)
let yaml = """
  dictum: 1
  name: lengths
  extends: Pipelines/quotes-small.yaml
  stages: [length]
  """
let dictum = try Dictum(yaml: Array(yaml.utf8), models: ["Models"], plugins: [plugin])
let document = try dictum.analyse("“We won,” Ann Lee said.")
for length in document[LengthStage.lengths] { print(length.quote, length.words) }
