// Trains the small entity tagger: a linear-chain CRF over hashed features.
//
//   zcat …/ner/worldwide.train.jsonl.gz > train.jsonl; zcat …/ner/worldwide.dev.jsonl.gz > dev.jsonl
//   swift run -c release train-entities train.jsonl dev.jsonl clusters.tsv Models/entities-small.safetensors
//
// `clusters.tsv` comes from clusters.py. AdaGrad (Duchi, Hazan and Singer, JMLR 2011) on single sentences, fixed seed;
// dev is looked at for the report only.
import DictumKit
import DictumLinear
import Entities
import Foundation
import LinearTraining

guard CommandLine.arguments.count == 5 else {
  print("usage: train-entities TRAIN DEV CLUSTERS OUTPUT")
  exit(2)
}
let files = Array(CommandLine.arguments.dropFirst())
let clusters = try ClusterTable(path: files[2])
let extractor = FeatureExtractor(clusters: clusters.words)
let train = try Corpus(path: files[0], extractor: extractor)
let dev = try Corpus(path: files[1], extractor: extractor)
log("train: \(train.tokenCount) tokens, dev: \(dev.tokenCount)")

let scheme = LinearChain(labels: EntityLabels.count, allows: EntityLabels.allows)
var trainer = ChainTrainer(train.examples, chain: scheme, minimumCount: 3)
log("\(trainer.featureCount) features")
for epoch in 1...10 {
  let loss = trainer.epoch()
  log("epoch \(epoch): loss a token \(loss), dev \(Evaluation(trainer.model(threshold: 0), dev).text)")
}
let model = trainer.model(threshold: 0.08)
log("\(model.weightCount) weights")
log(Evaluation(model, dev).table)
var writer = TableWriter()
writer.add(model)
writer.add(clusters.ids, words: "cluster_words", numbers: "cluster_ids")
try writer.write(to: files[3], training: "worldwide.train, 10 epochs, seed 1")

func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
