// Trains the small model of `syntax`: parts of speech, then noun chunks over them, as two linear-chain CRFs.
//
//   for s in train dev; do for c in ud-ewt ud-gum; do zcat …/syntax/$c.$s.jsonl.gz > plain/$c.$s.jsonl; done; done
//   swift run -c release train-syntax plain clusters.tsv Models/syntax-small.safetensors
//
// `clusters.tsv` comes from Training/entities/clusters.py. The chunks' chain learns from parts of speech that other chains
// found: each half of the training texts is tagged by a chain of the other half. Dev is looked at for the report only.
import DictumKit
import DictumLinear
import Foundation
import LinearTraining
import Syntax

guard CommandLine.arguments.count == 4 else {
  print("usage: train-syntax FOLDER CLUSTERS OUTPUT")
  exit(2)
}
let folder = CommandLine.arguments[1]
let train = try Corpus(paths: ["ud-ewt", "ud-gum"].map { "\(folder)/\($0).train.jsonl" }).items
let clusters = try ClusterTable(path: CommandLine.arguments[2])
let features = PartFeatures(clusters: clusters.words)
let chunkScheme = LinearChain(labels: ChunkFeatures.labels, allows: ChunkFeatures.allows)
let noChunks = LinearModel(rows: [], chain: chunkScheme)

let halves = [0, 1].map { half in train.indices.filter { $0 % 2 == half }.map { train[$0] } }
var found: [(Corpus.Item, [PartOfSpeech])] = []
for (half, other) in [(0, 1), (1, 0)] {
  let tagger = LinearSyntax(parts: parts(of: halves[other], epochs: 3), chunks: noChunks, features: features)
  found += halves[half].map { ($0, tagger.parts($0.text, $0.tokens, $0.sentences)) }
}
let chunkExamples = found.flatMap { item, parts in
  examples(ChunkFeatures.rows(item.text, item.tokens, parts, item.sentences), item.chunkLabels, item.sentences)
}
var chunkTrainer = ChainTrainer(chunkExamples, chain: chunkScheme, minimumCount: 4, sparsity: 1e-4)
for _ in 1...5 { log("chunks: loss a token \(chunkTrainer.epoch())") }
let syntax = LinearSyntax(
  parts: parts(of: train, epochs: 6),
  chunks: chunkTrainer.model(threshold: 0.15, share: 0.5),
  features: features
)
for corpus in ["ud-ewt", "ud-gum"] {
  let dev = try Corpus(paths: ["\(folder)/\(corpus).dev.jsonl"])
  log("\(corpus).dev: \(Evaluation(syntax, dev).text)")
}
var writer = TableWriter()
writer.add(syntax.parts, prefix: "part_")
writer.add(syntax.chunks, prefix: "chunk_")
writer.add(clusters.ids, words: "cluster_words", numbers: "cluster_ids")
try writer.write(to: CommandLine.arguments[3], training: "ud-ewt.train, ud-gum.train, seed 1")

/// A chain for parts of speech.
func parts(of items: [Corpus.Item], epochs: Int) -> LinearModel {
  let labels = PartOfSpeech.allCases.count
  let cut = items.flatMap { item in
    examples(
      features.rows(item.text, item.tokens, item.sentences),
      item.parts.map { PartOfSpeech.allCases.firstIndex(of: $0) ?? 0 },
      item.sentences
    )
  }
  var trainer = ChainTrainer(
    cut,
    chain: LinearChain(labels: labels, allows: { _, _ in true }),
    minimumCount: 4,
    sparsity: 2e-4
  )
  log("parts: \(cut.count) sentences, \(trainer.featureCount) features")
  for _ in 1...epochs { log("parts: loss a token \(trainer.epoch())") }
  return trainer.model(threshold: 0.25, share: 0.5)
}

/// Sentences with their labels.
func examples(_ rows: FeatureRows, _ labels: [Int], _ sentences: [Range<Int>]) -> [Example] {
  sentences.filter { !$0.isEmpty }.map { Example(rows: rows.slice($0), labels: Array(labels[$0])) }
}

func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
