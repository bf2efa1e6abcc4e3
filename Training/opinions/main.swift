// Trains the small opinion models: stance toward a span, stance toward a text, polarity.
//
//   mkdir plain; for f in …/stance/*.gz …/sentiment/*.gz; do zcat $f > plain/$(basename $f .gz); done
//   swift run -c release train-opinions plain clusters.tsv Models/opinions-small.safetensors
//
// `clusters.tsv` comes from Training/entities/clusters.py. Each is a logistic regression: a chain of one token. Trained
// on the train splits alone; the temperatures, and nothing else, are fitted on dev.
import DictumLinear
import Foundation
import LinearTraining
import Opinions

guard CommandLine.arguments.count == 4 else {
  print("usage: train-opinions FOLDER CLUSTERS OUTPUT")
  exit(2)
}
let folder = CommandLine.arguments[1]
let clusters = try ClusterTable(path: CommandLine.arguments[2])
let words = clusters.words

func corpus(_ name: String, unrelated: Int? = nil) throws -> Corpus {
  try Corpus(path: "\(folder)/\(name).jsonl", clusters: words, unrelated: unrelated)
}

let news = try corpus("newsmtsc.train")
let headlines = try corpus("sentfin.train")
let newsDev = try corpus("newsmtsc.dev")
let headlinesDev = try corpus("sentfin.dev")
let span = fit(
  // News counts twice: headlines of companies are many, and another kind of text.
  news.towardSpan + news.towardSpan + headlines.towardSpan + (try corpus("ibm-targets.train")).towardSpan,
  "stance toward a span",
  minimumCount: 3,
  epochs: 2,
  threshold: 0.04,
  dev: [("newsmtsc", newsDev.towardSpan), ("sentfin", headlinesDev.towardSpan)]
)

let pairsDev = [
  ("perspectrum", try corpus("perspectrum.dev").towardText), ("valueeval", try corpus("valueeval.dev").towardText),
]
let text = fit(
  try ["perspectrum.train", "valueeval.train", "ibm-claims.train"].flatMap { try corpus($0, unrelated: 4).towardText },
  "stance toward a text",
  minimumCount: 3,
  epochs: 3,
  threshold: 0.2,
  dev: pairsDev
)

let polarity = fit(
  try corpus("vader-nyt.train").polarity + news.polarity,
  "polarity",
  minimumCount: 2,
  epochs: 5,
  threshold: 0.04,
  dev: [("vader-nyt", try corpus("vader-nyt.dev").polarity)]
)

var writer = TableWriter()
for (prefix, classifier) in [("span_", span), ("text_", text), ("polarity_", polarity)] {
  writer.add(classifier.model, prefix: prefix)
  writer.add(classifier.temperature, name: prefix + "temperature")
}
writer.add(clusters.ids, words: "cluster_words", numbers: "cluster_ids")
try writer.write(
  to: CommandLine.arguments[3],
  training: "newsmtsc, sentfin, ibm-targets, perspectrum, valueeval, ibm-claims, vader-nyt (train), seed 1"
)

/// Fits a classifier; the temperature is the one with the least loss on the first dev set.
func fit(
  _ examples: [Example],
  _ name: String,
  minimumCount: Int,
  epochs: Int,
  threshold: Float,
  dev: [(name: String, examples: [Example])]
) -> OpinionClassifier {
  let labels = OpinionClassifier.labelCount
  var trainer = ChainTrainer(
    examples,
    chain: LinearChain(labels: labels, allows: { _, _ in true }),
    minimumCount: minimumCount
  )
  log("\(name): \(examples.count) examples, \(trainer.featureCount) features")
  for epoch in 1...epochs {
    let loss = trainer.epoch()
    let sofar = OpinionClassifier(trainer.model(threshold: 0), temperature: 1)
    log(
      "epoch \(epoch): loss \(loss) "
        + dev.map { "\($0.name): \(Evaluation(sofar, $0.examples).text)" }.joined(separator: "; ")
    )
  }
  let model = trainer.model(threshold: threshold)
  let temperatures = stride(from: Float(0.3), through: 6, by: 0.05).map { OpinionClassifier(model, temperature: $0) }
  let losses = temperatures.map { Evaluation($0, dev[0].examples).loss }
  let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
  let classifier = temperatures[best]
  log("\(model.weightCount) weights, temperature \(classifier.temperature)")
  for set in dev { log("\(set.name): \(Evaluation(classifier, set.examples).text)") }
  return classifier
}

func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
