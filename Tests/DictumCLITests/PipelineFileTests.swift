import Foundation
import Testing

@Suite("pipeline files")
struct PipelineFileTests {
  @Test("the committed schema is the program's, and an independent validator agrees with the planner")
  func schema() throws {
    let committed = try String(
      contentsOf: Tool.root.appendingPathComponent("Docs/pipeline.schema.json"),
      encoding: .utf8
    )
    #expect(try Tool.run("schema", "--pipeline").output == committed, "run `make docs`")
    let checked = try Tool.shell("python3 Scripts/check-pipelines Docs/pipeline.schema.json")
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
  }

  @Test("a file extends another: settings on top, stages that follow, stages left out, a stage under a name of its own")
  func extends() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "base.yaml",
      "dictum: 1\nname: base\nstages:\n  - segment: { suppressions: false }\n  - quotes: { model: rules, speech: true }\n"
    )
    let file = try folder.write(
      "mine.yaml",
      """
      dictum: 1
      name: mine
      extends: base.yaml
      disable: [quotes]
      stages:
        - segment: { locale: de }
        - hard: { stage: reading-grade, words: 3 }
      report: { text: false }

      """
    )
    let drawing = try Tool.run("check", "--explain", file.path).output
    #expect(drawing.hasPrefix("mine"))
    #expect(drawing.contains(#"settings {"locale": "de", "suppressions": false}"#))
    #expect(drawing.contains("┌ hard (reading-grade)"))
    #expect(!drawing.contains("quotes"))
    let report = try Tool.run("run", file.path, "Examples/trilateral.txt").output
    #expect(
      report.contains(#""name":"mine""#) && report.contains(#""readingGrades":["#) && !report.contains(#""text":"The"#)
    )
  }

  @Test("a fault in an extended file is shown there, with its line")
  func faultBelow() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("base.yaml", "dictum: 1\nname: base\nstages:\n  - segmnet\n")
    let file = try folder.write("mine.yaml", "dictum: 1\nname: mine\nextends: base.yaml\n")
    let errors = try Tool.run("check", file.path).errors
    #expect(errors.contains("base.yaml:4:5: error [D106]") && errors.contains("4 |   - segmnet"))
  }

  @Test("a file of two million stages is refused with one message, and a hundred messages are enough for many mistakes")
  func manyStages() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let head = "dictum: 1\nname: many\nstages:\n"
    let huge = try folder.write("huge.yaml", head + String(repeating: "  - segmnet\n", count: 2_000_000))
    let refused = try Tool.run("check", huge.path)
    #expect(refused.status == 2 && refused.errors.contains("error [D204]") && refused.errors.utf8.count < 500)
    let many = try folder.write("many.yaml", head + String(repeating: "  - segmnet\n", count: 500))
    let errors = try Tool.run("check", many.path).errors
    #expect(errors.contains("and 400 more problems like these") && errors.utf8.count < 50_000)
  }

  @Test("init writes a file that runs, with every setting and its default")
  func initialise() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.url.appendingPathComponent("mine.yaml").path
    let written = try Tool.run("init", path, "quotes")
    #expect(written.status == 0, "\(written.errors)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      text.contains("name: mine\n") && text.contains("- segment:\n") && text.contains("      suppressions: true\n")
    )
    #expect(try Tool.run("check", path).status == 0)
    let again = try Tool.run("init", path)
    #expect(again.status == 2 && again.errors.contains("is there already"))
  }

  @Test("a profile has a line and events for each stage")
  func profile() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let trace = folder.url.appendingPathComponent("trace.json").path
    let result = try Tool.run("run", "Pipelines/quotes-rules.yaml", "Examples/trilateral.txt", "--profile", trace)
    #expect(result.errors.contains("segment") && result.errors.contains("quotes"))
    let data = try Data(contentsOf: URL(fileURLWithPath: trace))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let events = try #require(object["traceEvents"] as? [[String: Any]])
    #expect(events.compactMap { $0["name"] as? String } == ["segment", "quotes"])
    #expect(result.output.hasPrefix("{"))
  }
}
