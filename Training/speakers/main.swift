// Trains the rankers of speakers: who said a statement, of those whom the article names or describes.
//
//   mkdir plain; zcat …/positions/polnear.train.jsonl.gz > plain/positions-polnear.train.jsonl (world, dev, too)
//   swift run -c release train-speakers standard plain Models Models/speakers-standard.safetensors
//   swift run -c release train-speakers small plain Models Models/speakers-small.safetensors
//
// `plain` also holds `coded-polnear.train.jsonl` and `coded-world.train.jsonl` that Training/positions/join.py writes; Models
// the models of the earlier stages. A first ranker learns with the speakers before as the rules have them, the second as the
// first has them. Dev is looked at for the report only.
import DictumKit
import DictumLinear
import Foundation
import LinearTraining
import Quotes

guard CommandLine.arguments.count == 5, ["standard", "small"].contains(CommandLine.arguments[1]) else {
  print("usage: train-speakers standard|small FOLDER MODELS OUTPUT")
  exit(2)
}
let (kind, folder) = (CommandLine.arguments[1], CommandLine.arguments[2])
let stages = try Articles.stages(kind, Resources(folders: [CommandLine.arguments[3]]))

/// The statements of articles as questions, the speakers before each as a ranker has them, or the rules.
func questions(_ articles: [Articles.Article], _ ranker: SpeakerRanker?, weight: Double) -> [RankTrainer.Question] {
  var questions: [RankTrainer.Question] = []
  for article in articles {
    var ranking = article.ranking
    ranking.decide { statement, names, rows in
      if article.gold[statement] != nil, let right = article.rightCandidates(of: statement, names()),
        right.contains(true)
      {
        questions.append(RankTrainer.Question(rows: rows, isRight: right, weight: weight))
      }
      return ranker?.best(of: rows)
    }
  }
  return questions
}

/// How often the ranker is right, and the rules, of all statements that gold has, too.
func evaluation(_ articles: [Articles.Article], _ ranker: SpeakerRanker) -> String {
  var (count, right, rules, possible) = (0, 0, 0, 0)
  for article in articles {
    var (ranking, plain) = (article.ranking, article.ranking)
    ranking.decide { statement, names, rows in
      let best = ranker.best(of: rows)
      if let answers = article.rightCandidates(of: statement, names()) {
        count += 1
        right += best.map { answers[$0] } ?? false ? 1 : 0
        possible += answers.contains(true) ? 1 : 0
      }
      return best
    }
    plain.decide { statement, _, _ in nil }
    rules += article.gold.keys.count { article.rightCandidates(of: $0, [plain.names(ofStatement: $0)])?[0] ?? false }
  }
  func share(_ part: Int) -> String { String(format: "%.1f", 100 * Double(part) / Double(max(1, count))) }
  return "\(share(right)) right of \(count), rules \(share(rules)), among the candidates \(share(possible))"
}

func articles(_ name: String) throws -> [Articles.Article] {
  let read = try Articles(path: "\(folder)/\(name).jsonl", stages: stages).articles
  log("\(name): \(read.count) articles, \(read.reduce(0) { $0 + $1.gold.count }) statements")
  return read
}

func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

let people = try articles("positions-polnear.train") + articles("positions-world.train")
let coded = try articles("coded-polnear.train") + articles("coded-world.train")
var ranker: SpeakerRanker?
var model: LinearModel?
for round in 1...2 {
  // What people have coded counts twice.
  let asked = questions(people, ranker, weight: 2) + questions(coded, ranker, weight: 1)
  let trainer = RankTrainer(asked, minimumCount: 3, prior: 6)
  let fitted = trainer.model(iterations: 120)
  log("round \(round): \(asked.count) statements, \(trainer.featureCount) features, \(fitted.weightCount) weights")
  (model, ranker) = (fitted, SpeakerRanker(fitted))
}
guard let model, let ranker else { exit(1) }
for name in ["positions-polnear.dev", "positions-world.dev"] {
  log("\(name): \(evaluation(try articles(name), ranker))")
}
var writer = TableWriter()
writer.add(model, prefix: "rank_")
try writer.write(to: CommandLine.arguments[4], training: "see Training/speakers/main.swift; train splits")
