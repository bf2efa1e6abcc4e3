// Trains the sentence boundary classifier of the plugin Segmentation.
//
//   zcat …/sentences/*.dev.jsonl.gz > dev.jsonl
//   zcat …/sentences/*.train.jsonl.gz \
//     | swift run -c release train-segmentation Models/sentences-english.safetensors dev.jsonl
//
// Input: one JSON object a line with `text` and `sentences` (offsets in Unicode scalars). Deterministic: the order of
// the examples comes from a fixed seed. With files after the model's, the errors on their gaps are reported as well.
import Foundation
import LinearTraining
import Segmentation

func report(_ name: String, _ examples: [Example], _ regression: Regression) {
  report(name, examples) { regression.score($0) }
}

/// The mistakes from several log-odds on, behind marks and elsewhere.
func report(_ name: String, _ all: [Example], _ score: (Example) -> Float) {
  for hasMark in [true, false] {
    let examples = all.filter { $0.hasMark == hasMark }
    let scores = examples.map(score)
    let boundaries = examples.count { $0.isBoundary }
    var line = "\(name), \(hasMark ? "marked" : "unmarked"): \(examples.count) gaps, \(boundaries) boundaries;"
    for threshold: Float in [0, -0.4, -0.8] {
      let missed = zip(examples, scores).count { $0.isBoundary && $1 <= threshold }
      let wrong = zip(examples, scores).count { !$0.isBoundary && $1 > threshold }
      line += " from \(threshold): \(missed) missed, \(wrong) wrong;"
    }
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}

guard let model = CommandLine.arguments.dropFirst().first else {
  print("usage: train-segmentation OUTPUT [DEV…] < TRAIN")
  exit(2)
}
var train = try Corpus()
while let line = readLine() { try train.add(line, joins: true) }
try train.mix()
var near = Regression(size: BoundaryTraining.sizes.near, penalty: 1) { $0.near }
var wider = Regression(size: BoundaryTraining.sizes.wider, penalty: 3) { $0.wider }
near.train(train.examples)
wider.train(train.examples)
report("train, first look", train.examples, near)
report("train, second look", train.examples, wider)
for path in CommandLine.arguments.dropFirst(2) {
  var dev = try Corpus()
  for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
    try dev.add(String(line), joins: false)
  }
  report(path + ", first look", dev.examples, near)
  report(path + ", second look", dev.examples, wider)
  report(path + ", both", dev.examples) { (near.score($0) + wider.score($0)) / 2 }
}
var writer = TableWriter()
for (name, regression) in [("", near), ("wider.", wider)] {
  let table = WeightTable(regression.weights)
  writer.add(table.steps, name: name + "steps")
  writer.add(table.scale, name: name + "scale")
}
let recipe =
  "two logistic regressions, \(Regression.epochs) epochs of AdaGrad at \(Regression.rate), L2 \(near.penalty) and "
  + "\(wider.penalty), seed \(Regression.seed); train splits of UD English EWT and GUM, with paragraphs and joined"
try writer.write(to: model, training: recipe)
