import Dictum
import DictumKit

let dictum = try Dictum(pipeline: "Pipelines/quotes-small.yaml", models: ["Models"])
let document = try dictum.analyse("“We won,” Ann Lee said.")

let names = Dictionary(uniqueKeysWithValues: document[.entities].map { ($0.id, $0.name) })
for quote in document[.quotes] {
  let speakers = quote.speakers.compactMap { names[$0] }.joined(separator: ", ")
  let words = quote.spans.map { document.text[$0.span] }.joined(separator: " … ")
  print("\(speakers): \(words)")
}
