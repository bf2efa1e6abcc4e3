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
let cueScheme = LinearChain(labels: AttributionLabels.cueCount, allows: AttributionLabels.allowsCue)
let roleScheme = LinearChain(labels: AttributionLabels.roleCount, allows: AttributionLabels.allowsRole)

// What the models know of words: clusters of those that training saw, and how often each is part of a cue.
let unrated = AttributionTables(clusters: WordTable([]), cueCounts: WordTable([]))
let lexicon = Lexicon(try GoldCorpus.documents(path: files[0], tables: unrated))
let clusters = try ClusterTable(path: files[2]).ids.filter { lexicon.counts[$0.key] != nil }
let tables = AttributionTables(
  clusters: WordTable(clusters.map { (hash: $0.key, value: $0.value) }),
  cueCounts: WordTable(lexicon.counts.map { (hash: $0.key, value: $0.value) })
)
let train = lexicon.leavingOneOut(try GoldCorpus.documents(path: files[0], tables: tables))
let dev = try GoldCorpus.documents(path: files[1], tables: tables)
log("train: \(train.count) documents, dev: \(dev.count)")

let cueModel = fit("cues", Examples.cues(train), cueScheme, epochs: 8).model(threshold: 0.02)
var examples: [Example] = []
let folds = 3
for fold in 0..<folds {
  let rest = train.enumerated().filter { $0.offset % folds != fold }.map(\.element)
  let part = train.enumerated().filter { $0.offset % folds == fold }.map(\.element)
  let model = fit("cues without part \(fold)", Examples.cues(rest), cueScheme, epochs: 6).model(threshold: 0.02)
  examples += Examples.roles(part, cueModel: model, lift: 1.5)
}
log("\(examples.count) cues")
let roleModel = fit("roles", examples, roleScheme, epochs: 8, sparsity: 0.01).model(threshold: 0.03)

for lift: Float in [0, 0.5, 1, 1.5] {
  var attributor = LinearAttributor(cueModel: cueModel, roleModel: roleModel, tables: tables)
  attributor.lift = lift
  log("dev, cues lifted by \(lift): \(Evaluation(attributor, dev).text)")
}

var writer = TableWriter()
writer.add(cueModel, prefix: "cue_")
writer.add(roleModel, prefix: "role_")
writer.add(lexicon.counts, words: "lexicon_words", numbers: "lexicon_counts")
writer.add(clusters, words: "cluster_words", numbers: "cluster_ids")
try writer.write(to: files[3], training: "polnear.train, seed 1")

func fit(_ name: String, _ examples: [Example], _ scheme: LinearChain, epochs: Int, sparsity: Float = 0)
  -> ChainTrainer
{
  var trainer = ChainTrainer(examples, chain: scheme, minimumCount: 5, sparsity: sparsity)
  for epoch in 1...epochs { log("\(name), epoch \(epoch): loss a token \(trainer.epoch())") }
  log("\(name): \(trainer.featureCount) features")
  return trainer
}

func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
