import Foundation
import Testing

@Suite("dictum evaluate")
struct EvaluateTests {
  private let folder: TemporaryFolder
  private let gold: String

  init() throws {
    folder = try TemporaryFolder()
    let documents = (0..<6).map { number in
      let text = "“We won game \(number),” Ann Lee said. It rained."
      let end = text.unicodeScalars.count
      return """
        {"id": "d\(number)", "text": "\(text)", "sentences": [{"start": 0, "end": \(end - 11)}, {"start": \(end - 10), "end": \(end)}], \
        "quotes": [{"kind": "direct", "spans": [{"start": 0, "end": 15}], "cue": [], "source": [{"start": 16, "end": 23}]}]}
        """
    }
    gold = try folder.write("gold.jsonl", documents.joined(separator: "\n")).path
  }

  @Test("a pipeline is measured on all that gold and it have, with intervals")
  func measures() throws {
    defer { folder.remove() }
    let result = try Tool.run("evaluate", "Pipelines/quotes-rules.yaml", gold)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("sentences: 6 documents\n  p 100.00  r 100.00  f1 100.00 [100.00 to 100.00]"))
    #expect(result.output.contains("overlap30  p 100.00  r 100.00"))
    #expect(!result.output.contains("mentions"))
  }

  @Test("saved reports are measured as the pipeline was, and compared with another's")
  func against() throws {
    defer { folder.remove() }
    let saved = folder.url.appendingPathComponent("saved.ndjson").path
    let run = try Tool.run("evaluate", "Pipelines/quotes-rules.yaml", gold, "--json", "--save", saved)
    #expect(
      try Tool.run("evaluate", "--reports", saved, gold, "--json", "--task", "sentences,quotes").output == run.output
    )
    let empty = try folder.write("empty.ndjson", "").path
    let compared = try Tool.run("evaluate", "--reports", saved, gold, "--against", empty, "--task", "quotes")
    #expect(compared.output.contains("against: overlap30.f1 +100.00"))
    #expect(compared.output.contains("more than chance"))
  }

  @Test("mistakes are shown where they stand")
  func mistakes() throws {
    defer { folder.remove() }
    let empty = try folder.write("empty.ndjson", "").path
    let result = try Tool.run("evaluate", "--reports", empty, gold, "--task", "quotes", "--errors", "1")
    #expect(result.output.contains("quotes: 6 documents, 6 without a report"))
    #expect(
      result.output.contains(
        "1 of 6 mistakes:\n    missed · right: direct · d0\n      ⟦“We won game 0,⟧” Ann Lee said."
      )
    )
  }

  @Test("what cannot be measured is refused")
  func refused() throws {
    defer { folder.remove() }
    #expect(try Tool.run("evaluate", "Pipelines/segment.yaml").errors.contains("needs a pipeline and a file of gold"))
    #expect(try Tool.run("evaluate", "Pipelines/segment.yaml", gold, "--task", "quotas").errors.contains("`quotes`?"))
    let bare = try folder.write("bare.jsonl", #"{"id": "a", "text": "x"}"#).path
    #expect(try Tool.run("evaluate", "Pipelines/segment.yaml", bare).status == 2)
  }
}
