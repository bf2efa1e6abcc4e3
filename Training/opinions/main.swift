// Trains the small opinion models: stance toward a span, stance toward a text and polarity; or the sides that statements
// take; or how likely a side is listed.
//
//   mkdir plain; for f in …/stance/*.gz …/sentiment/*.gz; do zcat $f > plain/$(basename $f .gz); done
//   swift run -c release train-opinions stances plain clusters.tsv Models Models/opinions-small.safetensors
//   swift run -c release train-opinions sides plain clusters.tsv Models Models/sides-small.safetensors
//   swift run -c release train-opinions listed|listed-small plain - Models
//
// `plain` also holds `positions-polnear.train.jsonl` and the like of `…/positions/`, and `coded-polnear.train.jsonl`,
// `coded-world.train.jsonl` and `coded-sentences.train.jsonl` that Training/positions/join.py writes. `clusters.tsv` comes from Training/entities/clusters.py;
// Models has the small models of earlier stages. Each is a logistic regression: a chain of one token. Trained on the train
// splits alone; the temperatures, and nothing else, are fitted on dev.
import DictumKit
import DictumLinear
import Foundation
import LinearTraining
import Opinions

if CommandLine.arguments.count == 5, CommandLine.arguments[1].hasPrefix("listed") {
  try fitListed(isSmall: CommandLine.arguments[1] == "listed-small")
  exit(0)
}
guard CommandLine.arguments.count == 6, ["stances", "sides"].contains(CommandLine.arguments[1]) else {
  print("usage: train-opinions stances|sides FOLDER CLUSTERS MODELS OUTPUT, or listed|listed-small FOLDER - MODELS")
  exit(2)
}
let folder = CommandLine.arguments[2]
let clusters = try ClusterTable(path: CommandLine.arguments[3])
let words = clusters.words
var writer = TableWriter()
switch CommandLine.arguments[1] {
case "sides": try trainSides(models: CommandLine.arguments[4])
default: try trainStances()
}
writer.add(clusters.ids, words: "cluster_words", numbers: "cluster_ids")
try writer.write(to: CommandLine.arguments[5], training: "see Training/opinions/main.swift; train splits, seed 1")

@MainActor func add(_ classifier: OpinionClassifier, _ prefix: String) {
  writer.add(classifier.model, prefix: prefix)
  writer.add(classifier.temperature, name: prefix + "temperature")
}

/// How likely a careful reader lists a side: `held-polnear.jsonl` and `held-world.jsonl`, articles that the models did not learn
/// from. Prints the odds as Swift has them.
@MainActor func fitListed(isSmall: Bool) throws {
  let folder = CommandLine.arguments[2]
  let resources = Resources(folders: [CommandLine.arguments[4]])
  var corpus = try ListedCorpus(path: "\(folder)/held-polnear.jsonl", isSmall: isSmall, resources: resources)
  corpus.add(try ListedCorpus(path: "\(folder)/held-world.jsonl", isSmall: isSmall, resources: resources))
  let odds = SideOddsFit(corpus).odds
  print("candidates \(corpus.candidates.count), listed \(corpus.isListed.count { $0 })")
  print(String(format: "intercept: %.3f", odds.intercept))
  for clue in SideClue.allCases { print(String(format: "  .\(clue): %.3f,", odds.weights[clue.rawValue])) }
}

/// Whole articles’ statements: what their holders are for and against.
@MainActor func trainSides(models: String) throws {
  let resources = Resources(folders: [models])
  func sides(_ name: String) throws -> [Example] {
    let corpus = try SideCorpus(path: "\(folder)/\(name).jsonl", clusters: words, resources: resources)
    log("\(name): \(corpus.examples.count) candidates, \(corpus.missed) positions without one")
    return corpus.examples
  }
  let side = fit(
    // What was coded twice counts twice.
    try ["positions-polnear.train", "positions-world.train", "positions-polnear.train", "positions-world.train"]
      .flatMap(sides) + (try ["coded-polnear.train", "coded-world.train", "coded-sentences.train"].flatMap(sides)),
    "sides of statements",
    minimumCount: 4,
    epochs: 4,
    sparsity: 1e-4,
    threshold: 0.06,
    dev: [
      ("positions-polnear", try sides("positions-polnear.dev")), ("positions-world", try sides("positions-world.dev")),
    ]
  )
  add(side, "side_")
}

/// Sentences and statements with a target or a text that is given, and how sentences feel.
@MainActor func trainStances() throws {
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
    try ["perspectrum.train", "valueeval.train", "ibm-claims.train"].flatMap {
      try corpus($0, unrelated: 4).towardText
    },
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
  add(span, "span_")
  add(text, "text_")
  add(polarity, "polarity_")
}

/// Fits a classifier; the temperature is the one with the least loss on the first dev set.
@MainActor func fit(
  _ examples: [Example],
  _ name: String,
  minimumCount: Int,
  epochs: Int,
  sparsity: Float = 0,
  threshold: Float,
  dev: [(name: String, examples: [Example])]
) -> OpinionClassifier {
  let labels = OpinionClassifier.labelCount
  var trainer = ChainTrainer(
    examples,
    chain: LinearChain(labels: labels, allows: { _, _ in true }),
    minimumCount: minimumCount,
    sparsity: sparsity
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
