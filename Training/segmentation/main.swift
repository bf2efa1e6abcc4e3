// Trains the sentence boundary classifier of the plugin Segmentation and prints its table as Swift source.
//
//   zcat …/sentences/*.train.jsonl.gz | swift run -c release train-segmentation > …/Classifier/BoundaryWeights.swift
//
// Input: one JSON object a line with `text` and `sentences` (offsets in Unicode scalars). Deterministic: the order of
// the examples comes from a fixed seed.
import DictumKit
import Foundation
import Segmentation

struct GoldSentence: Decodable {
  let start: Int
  let end: Int
}

struct GoldDocument: Decodable {
  let text: String
  let sentences: [GoldSentence]
}

let training = try BoundaryTraining()
var examples: [Example] = []
while let line = readLine() {
  let gold = try JSONDecoder().decode(GoldDocument.self, from: Data(line.utf8))
  let text = SourceText(gold.text)
  let map = OffsetMap(text, unit: .unicodeScalar)
  let ends = Set(gold.sentences.compactMap { map.utf8(offset: $0.end) })
  try training.gaps(of: text) { start, end, features in
    let isBoundary = (start...end).contains { ends.contains($0) }
    examples.append(Example(features: features, isBoundary: isBoundary))
    return isBoundary
  }
}
let count = examples.count
let boundaries = examples.count { $0.isBoundary }
var regression = Regression()
regression.train(examples)
FileHandle.standardError.write(
  Data("\(count) gaps, \(boundaries) boundaries, errors \(regression.errors(examples))\n".utf8)
)
print(WeightTable(regression.weights).source)
