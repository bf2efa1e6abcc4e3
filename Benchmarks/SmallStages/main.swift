// Measures the stages that need no encoder, alone and on one core.
//
//   swift run -c release bench-small DOCUMENTS.jsonl [FOLDER OF MODELS]
//
// Prints words (as white space parts them) a second of processor time: the best of five rounds over all documents, which
// are segmented and, for quotes, without mentions.
import DictumKit
import Entities
import Foundation
import Quotes
import Segmentation

struct Line: Decodable {
  let text: String
}

guard (2...3).contains(CommandLine.arguments.count) else {
  print("usage: bench-small DOCUMENTS.jsonl [MODELS]")
  exit(2)
}
let resources = Resources(folders: CommandLine.arguments.count == 3 ? [CommandLine.arguments[2]] : [])
let segment = try SegmentStage(settings: SegmentSettings(), resources: resources)
let texts = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\n").map {
  SourceText(try JSONDecoder().decode(Line.self, from: Data($0.utf8)).text)
}
let words = texts.reduce(0) { $0 + $1.bytes.split { $0 <= 0x20 }.count }
print("\(texts.count) documents, \(words) words")

var entities = EntitiesSettings()
entities.model = .small
var quotes = QuotesSettings()
quotes.model = .small
let blank = texts.enumerated().map { Document(id: "\($0.offset)", text: $0.element) }
let segmented = try measure("segment", segment, on: blank)
_ = try measure("entities small", try EntitiesStage(settings: entities, resources: resources), on: segmented)
_ = try measure("quotes small", try QuotesStage(settings: quotes, resources: resources), on: segmented)

/// Runs a stage over documents, prints its speed and returns the annotated documents.
func measure(_ name: String, _ stage: some Stage, on documents: [Document]) throws -> [Document] {
  var best = Double.infinity
  var done: [Document] = []
  for _ in 0..<5 {
    var copies = documents
    let start = processorSeconds()
    for index in copies.indices { try stage.annotate(&copies[index]) }
    best = min(best, processorSeconds() - start)
    done = copies
  }
  print("\(name): \(Int(Double(words) / best)) words/s")
  return done
}

func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
