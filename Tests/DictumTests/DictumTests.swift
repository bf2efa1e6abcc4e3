import Dictum
import DictumKit
import Testing

@Suite("the library")
struct DictumTests {
  private let rules = Array("dictum: 1\nname: n\nstages:\n  - segment\n  - quotes: { model: rules }\n".utf8)

  @Test("a text goes in, layers and a report come out")
  func analyse() throws {
    let dictum = try Dictum(yaml: rules)
    let document = try dictum.analyse("“We won the match,” Ann Lee said.", id: "a")
    #expect(document[.quotes].map { document.text[$0.source[0].span] } == ["Ann Lee"])
    let report = String(decoding: dictum.report(on: document, layout: .ndjson), as: UTF8.self)
    #expect(report.contains(#""id":"a""#) && report.contains(#""speakers""#))
  }

  @Test("many documents come back in their order, a failure in its place")
  func many() async throws {
    let dictum = try Dictum(yaml: rules)
    let documents = AsyncStream<Document> { continuation in
      for number in 0..<20 {
        continuation.yield(Document(id: "\(number)", text: SourceText("“Yes, we do,” Ann said.")))
      }
      continuation.finish()
    }
    var ids: [String] = []
    for try await result in dictum.analyse(documents, jobs: 3) { ids.append(try result.get().id) }
    #expect(ids == (0..<20).map(String.init))
  }

  @Test("a cancelled task asks for no more documents")
  func cancelled() async throws {
    let dictum = try Dictum(yaml: rules)
    let endless = AsyncStream<Document> { Document(id: "x", text: SourceText("“Yes, we do,” Ann said.")) }
    let task = Task {
      var count = 0
      for try await _ in dictum.analyse(endless) {
        count += 1
        if count == 5 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      return count
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("a pipeline that cannot be says everything that is wrong with it")
  func refused() {
    let error = #expect(throws: DictumError.self) {
      try Dictum(yaml: Array("dictum: 1\nstages: [segmnet]\n".utf8), named: "p.yaml")
    }
    #expect(error?.diagnostics.map(\.code) == [.missingKey, .unknownStage])
  }
}
