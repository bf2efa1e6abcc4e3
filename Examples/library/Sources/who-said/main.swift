// Prints who speaks in an article, and how often: a program over Dictum's library.
import Dictum
import DictumKit
import Foundation

guard let path = CommandLine.arguments.dropFirst().first else {
  print("usage: who-said ARTICLE")
  exit(2)
}
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../..")
  .standardized
let dictum = try Dictum(pipeline: root.path + "/Pipelines/quotes.yaml", models: [root.path + "/Models"])
let document = try dictum.analyse(try String(contentsOfFile: path, encoding: .utf8), id: path)

let names = Dictionary(uniqueKeysWithValues: document[.entities].map { ($0.id, $0.name) })
var statements: [String: Int] = [:]
for quote in document[.quotes] {
  for speaker in quote.speakers { statements[names[speaker] ?? speaker, default: 0] += 1 }
}
for (name, count) in statements.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print(count, name) }
