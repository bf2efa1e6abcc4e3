// Trains the sentence boundary classifier of the plugin Segmentation.
//
//   zcat …/sentences/*.dev.jsonl.gz > dev.jsonl
//   zcat …/sentences/*.train.jsonl.gz \
//     | swift run -c release train-segmentation Models/sentences-english.safetensors dev.jsonl
//
// Input: one JSON object a line with `text` and `sentences` (offsets in Unicode scalars). Deterministic: the order of
// the examples comes from a fixed seed. With files after the model's, the errors on their gaps are reported as well.
import DictumKit
import Foundation
import LinearTraining
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

func examples(of line: String) throws -> [Example] {
  let gold = try JSONDecoder().decode(GoldDocument.self, from: Data(line.utf8))
  let text = SourceText(gold.text)
  let map = OffsetMap(text, unit: .unicodeScalar)
  let ends = Set(gold.sentences.compactMap { map.utf8(offset: $0.end) })
  var examples: [Example] = []
  try training.gaps(of: text) { start, end, features in
    let isBoundary = (start...end).contains { ends.contains($0) }
    examples.append(Example(features: features, isBoundary: isBoundary))
    return isBoundary
  }
  return examples
}

func report(_ name: String, _ examples: [Example], _ regression: Regression) {
  let boundaries = examples.count { $0.isBoundary }
  let missed = examples.count { $0.isBoundary && regression.score($0.features) <= 0 }
  let wrong = examples.count { !$0.isBoundary && regression.score($0.features) > 0 }
  let line = "\(name): \(examples.count) gaps, \(boundaries) boundaries, \(missed) missed, \(wrong) wrong\n"
  FileHandle.standardError.write(Data(line.utf8))
}

guard let model = CommandLine.arguments.dropFirst().first else {
  print("usage: train-segmentation OUTPUT [DEV…] < TRAIN")
  exit(2)
}
var train: [Example] = []
while let line = readLine() { train += try examples(of: line) }
var regression = Regression()
regression.train(train)
report("train", train, regression)
for path in CommandLine.arguments.dropFirst(2) {
  let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
  report(path, try lines.flatMap { try examples(of: String($0)) }, regression)
}
let table = WeightTable(regression.weights)
var writer = TableWriter()
writer.add(table.steps, name: "steps")
writer.add(table.scale, name: "scale")
let recipe =
  "logistic regression, \(Regression.epochs) epochs of AdaGrad at \(Regression.rate), L2 \(Regression.shrinkage), "
  + "seed \(Regression.seed); train splits of UD English EWT and GUM"
try writer.write(to: model, training: recipe)
