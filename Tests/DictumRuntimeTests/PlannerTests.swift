import DictumHash
import DictumKit
import DictumRuntime
import Testing

@Suite("Pipeline files")
struct PlannerTests {
  private func complaint(_ yaml: String) -> String {
    let error = #expect(throws: DictumError.self) { try samplePlan(yaml) }
    return error?.description ?? ""
  }

  @Test("a good file becomes a plan")
  func plan() throws {
    let plan = try samplePlan("dictum: 1\nname: people\nstages:\n  - split\n  - name: { word: Bo }\n")
    #expect(plan.name == "people")
    #expect(plan.stages.map(\.name) == ["split", "name"])
    #expect(plan.stages[1].configured.settings.contains("\"Bo\""))
    #expect(plan.report.offsets == .unicodeScalar)
  }

  @Test("comments and layout do not change what a pipeline is; settings do")
  func hash() throws {
    let one = try samplePlan("dictum: 1\nname: n\nstages: [split]\n")
    let two = try samplePlan("# why\nname: n\ndictum: 1\nstages:\n  - split: {}\n")
    let three = try samplePlan("dictum: 1\nname: n\nstages: [split]\nreport: { text: false }\n")
    #expect(one.hash == two.hash)
    #expect(one.hash != three.hash)
  }

  @Test("an unknown stage: place, line, caret, suggestion")
  func unknownStage() {
    #expect(
      complaint("dictum: 1\nname: n\nstages:\n  - splti\n") == """
        p.yaml:4:5: error [D106]: unknown stage `splti`
         4 |   - splti
           |     ^~~~~
          did you mean `split`?
          known stages: name, split
          plugins were not loaded; `dictum check --plugins` loads them
        """
    )
  }

  @Test("a stage before the one that provides its layer: who provides it")
  func missingLayer() {
    #expect(
      complaint("dictum: 1\nname: n\nstages: [name, split]\n") == """
        p.yaml:3:10: error [D108]: `name` needs the layer `sentences`, which is provided further down
         3 | stages: [name, split]
           |          ^~~~
          move `split` up (line 3)
        """
    )
  }

  @Test("all errors at once, in file order")
  func allAtOnce() {
    let text = complaint(
      """
      dictum: 2
      nmae: n
      stages:
        - split
        - name: { word: 3, wrod: x, word: y }
        - split
      report: { offsets: bytes }
      """
    )
    let codes = text.split(separator: "[").dropFirst().map { $0.prefix(4) }
    #expect(codes == ["D105", "D110", "D103", "D104", "D103", "D102", "D111", "D109"])
  }

  @Test(
    "a broken file is refused with a place",
    arguments: [
      ("", "D107"), ("stages: [split", "D101"), ("- a\n- b", "D104"), ("dictum: 1\nname: n\nstages: []", "D107"),
      ("dictum: 1\nname: n\nstages:", "D107"), ("dictum: 1\nname: n\nstages: split", "D104"),
      ("dictum: 1\nname: &x n\nstages: [split]", "D101"),
      ("dictum: 1\nname: n\nstages: [split]\ngiven: [mentoins]", "D112"),
      ("dictum: 1\nname: n\nstages:\n  - split: {}\n    name: {}", "D104"),
      ("dictum: 1\nname: n\nstages:\n  - split: { keep: nothing }", "D109"),
      (String(repeating: "[", count: 100), "D101"),
    ]
  )
  func broken(_ yaml: String, _ code: String) {
    #expect(complaint(yaml).contains("[\(code)]"))
  }

  @Test("a file that is not UTF-8 is refused with the byte")
  func notUTF8() throws {
    let registry = try Registry([samplePlugin])
    let error = #expect(throws: DictumError.self) {
      try Planner.plan([0x61, 0xFF], file: "p.yaml", registry: registry)
    }
    #expect(error?.diagnostics.first?.code == .notUTF8)
  }

  @Test("two plugins with one stage name are refused")
  func duplicateStage() {
    let error = #expect(throws: DictumError.self) { try Registry([samplePlugin, samplePlugin]) }
    #expect(error?.diagnostics.map(\.code) == [.duplicateStage, .duplicateStage])
  }

  @Test("random bytes never crash the reader")
  func fuzz() throws {
    let registry = try Registry([samplePlugin])
    let seed = Array("dictum: 1\nname: \"n\"\nstages:\n  - name: { word: [a, *b] }\n  - split\n".utf8)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      var bytes = seed
      for _ in 0..<(1 + Int(random.next() % 4)) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = try? Planner.plan(bytes, file: "p.yaml", registry: registry)
    }
  }
}
