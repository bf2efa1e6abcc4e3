import Foundation
import Testing

@Suite("exec on the command line")
struct ExecTests {
  @Test("the Python example counts keywords")
  func keywords() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = try folder.write("a.txt", "Rivers rise. The river and the rivers fell; rivers froze.")
    let result = try Tool.run("run", "Examples/exec/keywords.yaml", text.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(#""keywords":["#))
    #expect(result.output.contains(#"{"label":"rivers","value":3,"of":null}"#))
  }

  @Test("a child that crashes on one document fails that document alone")
  func crash() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let script = "while read -r l; do case \"$l\" in *bad*) exit 1;; esac; echo '{\"found\": []}'; done"
    try folder.write("child.sh", script)
    let pipeline = try folder.write(
      "p.yaml",
      "dictum: 1\nname: p\nstages:\n  - exec: { command: [sh, child.sh], provides: [found], restarts: 1 }\n"
    )
    let lines = #"{"text": "good"}"# + "\n" + #"{"text": "bad"}"# + "\n" + #"{"text": "good"}"# + "\n"
    let result = try Tool.run("stream", pipeline.path, input: lines)
    let reports = result.output.split(separator: "\n")
    #expect(result.status == 1 && reports.count == 3)
    #expect(result.errors.contains("[X103]"))
    #expect(reports[0].contains(#""found":[]"#) && reports[2].contains(#""found":[]"#))
  }

  @Test("a child gets the usual environment and what `env` names, no more")
  func environment() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "child.sh",
      "while read -r line; do echo \"{\\\"found\\\": [{\\\"label\\\": \\\"$SECRET/$WANTED/${PATH:+path}\\\"}]}\"; done"
    )
    let pipeline = try folder.write(
      "p.yaml",
      "dictum: 1\nname: p\nstages:\n  - exec: { command: [sh, child.sh], provides: [found], env: [WANTED] }\n"
    )
    let result = try Tool.run(
      "stream",
      pipeline.path,
      input: "{\"text\": \"One.\"}\n",
      environment: ["SECRET": "token", "WANTED": "word"]
    )
    #expect(result.output.contains(#""label":"/word/path""#), "\(result.output)\(result.errors)")
  }

  @Test("wrong settings point into the pipeline file")
  func settings() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let pipeline = try folder.write(
      "p.yaml",
      "dictum: 1\nname: p\nstages:\n  - segment\n  - reading-grade\n  - exec: { command: [cat], provides: [readingGrades], time_limit: -1 }\n"
    )
    let result = try Tool.run("check", pipeline.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("p.yaml:6:") && result.errors.contains("`time_limit`: must lie between"))
    #expect(result.errors.contains("a plugin declares the layer `readingGrades`"))
  }
}
