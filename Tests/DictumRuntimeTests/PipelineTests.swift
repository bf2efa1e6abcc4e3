import DictumKit
import DictumRuntime
import Testing

@Suite("Running a pipeline")
struct PipelineTests {
  private func run(_ stages: String, _ document: Document) throws -> Document {
    let plan = try samplePlan("dictum: 1\nname: n\nstages:\n\(stages)")
    var document = document
    try Pipeline(plan, resources: Resources()).run(&document)
    return document
  }

  private func document(_ text: String) -> Document { Document(id: "d", text: SourceText(text)) }

  @Test("stages add their layers in order")
  func layers() throws {
    let document = try run("  - split\n  - name\n", document("Ann spoke."))
    #expect(document[.sentences].count == 1)
    #expect(document[.mentions].map(\.type) == [.person])
    #expect(!document.has("quotes"))
  }

  @Test("a stage's failure names the stage")
  func failure() {
    let error = #expect(throws: DictumError.self) { try run("  - split\n  - name\n", document("")) }
    #expect(error?.diagnostics.first?.code == .stageFailed)
    #expect(error?.diagnostics.first?.stage == "name")
    #expect(error?.summary.contains("there is no text") == true)
  }

  @Test("a stage that writes what it does not declare fails its document, in release builds, too")
  func undeclared() {
    let error = #expect(throws: DictumError.self) {
      try run("  - split\n  - name: { writes_too: true }\n", document("Ann"))
    }
    #expect(error?.diagnostics.first?.code == .undeclaredWrite)
    #expect(error?.diagnostics.first?.stage == "name")
  }

  @Test("a stage whose layer no plugin declares is refused before anything runs: the report would not show it")
  func lost() {
    let plugin = Plugin(name: "Careless", summary: "for tests", stages: [StageFactory(LostStage.self)])
    let file = Array("dictum: 1\nname: n\nstages:\n  - lost\n".utf8)
    let error = #expect(throws: DictumError.self) {
      try Planner.plan(file, file: "p.yaml", registry: try Registry([plugin]))
    }
    #expect(error?.diagnostics.map(\.code) == [.undeclaredLayer])
    #expect(error?.diagnostics.first?.location?.line == 4)
  }

  @Test("keep: given leaves a layer that came with the document alone")
  func keepGiven() throws {
    var given = document("Ann spoke. Bo too.")
    given[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: 10), paragraph: 0)]
    #expect(try run("  - split: { keep: given }\n", given)[.sentences].first?.span.end == 10)
    #expect(try run("  - split\n", given)[.sentences].first?.span.end == 18)
    #expect(try run("  - split: { keep: given }\n", document("Ann"))[.sentences].first?.span.end == 3)
  }

  @Test("shared resources are made once")
  func sharedResources() throws {
    let resources = Resources()
    var made = 0
    for _ in 0..<3 {
      let value = try resources.shared("model") {
        made += 1
        return "weights"
      }
      #expect(value == "weights")
    }
    #expect(made == 1)
  }
}
