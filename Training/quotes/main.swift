// Trains the small attribution models: a chain that finds cues, a chain that finds a cue's content and source.
//
//   zcat …/quotes/polnear.train.jsonl.gz > train.jsonl; zcat …/quotes/polnear.dev.jsonl.gz > dev.jsonl
//   swift run -c release train-quotes train.jsonl dev.jsonl clusters.tsv Models/quotes-small.safetensors
//
// `clusters.tsv` comes from Training/entities/clusters.py. The second chain learns from cues as a first chain finds
// them that has not seen their documents. Dev is looked at for the report only.
import DictumKit
import DictumLinear
import Foundation
import LinearTraining
import Quotes

guard CommandLine.arguments.count == 5 else {
  print("usage: train-quotes TRAIN DEV CLUSTERS OUTPUT")
  exit(2)
}
let files = Array(CommandLine.arguments.dropFirst())
let clusters = try ClusterTable(path: files[2])
let lift: Float = 1.5
let folds = 4

let unrated = AttributionTables(clusters: clusters.words, cueCounts: WordTable([]))
let lexicon = Lexicon(try GoldCorpus.documents(path: files[0], tables: unrated))
let tables = AttributionTables(
  clusters: clusters.words,
  cueCounts: WordTable(lexicon.counts.map { (hash: $0.key, value: $0.value) })
)
let train = lexicon.leavingOneOut(try GoldCorpus.documents(path: files[0], tables: tables))
let dev = try GoldCorpus.documents(path: files[1], tables: tables)
log("train: \(train.count) documents, dev: \(dev.count)")

let cueTrainer = fit(Examples.cues(train), AttributionLabels.cueCount, AttributionLabels.allowsCue, "cues", epochs: 8)
var examples: [Example] = []
for fold in 0..<folds {
  let rest = train.enumerated().filter { $0.offset % folds != fold }.map(\.element)
  let part = train.enumerated().filter { $0.offset % folds == fold }.map(\.element)
  let model = fit(Examples.cues(rest), AttributionLabels.cueCount, AttributionLabels.allowsCue, "fold", epochs: 6)
  examples += Examples.roles(part, cueModel: model.model(threshold: 0), lift: lift)
}
log("\(examples.count) cues")
let roleTrainer = fit(examples, AttributionLabels.roleCount, AttributionLabels.allowsRole, "roles", epochs: 8)

let models = [Float](arrayLiteral: 0.08, 0.15, 0.25, 0.4).map {
  ($0, cueTrainer.model(threshold: $0), roleTrainer.model(threshold: $0))
}
for (threshold, cueModel, roleModel) in models {
  for lift: Float in [1, 1.5, 2] {
    var attributor = LinearAttributor(cueModel: cueModel, roleModel: roleModel, tables: tables)
    attributor.lift = lift
    log(
      "weights over \(threshold) (\(cueModel.weightCount), \(roleModel.weightCount)), lift \(lift): \(Evaluation(attributor, dev).text)"
    )
  }
}
let (_, cueModel, roleModel) = models[1]

var writer = TableWriter()
writer.add(cueModel, prefix: "cue_")
writer.add(roleModel, prefix: "role_")
writer.add(lexicon.counts, words: "lexicon_words", numbers: "lexicon_counts")
writer.add(clusters.ids, words: "cluster_words", numbers: "cluster_ids")
try writer.write(to: files[3], training: "polnear.train, seed 1")

func fit(
  _ examples: [Example],
  _ labels: Int,
  _ allows: (Int, Int) -> Bool,
  _ name: String,
  epochs: Int
) -> ChainTrainer {
  var trainer = ChainTrainer(examples, chain: LinearChain(labels: labels, allows: allows), minimumCount: 3)
  for epoch in 1...epochs { log("\(name), epoch \(epoch): loss a token \(trainer.epoch())") }
  log("\(name): \(trainer.featureCount) features")
  return trainer
}

func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
