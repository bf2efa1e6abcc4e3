import Foundation
import Testing

@Suite("dictum run")
struct RunTests {
  @Test("the sample article's summary names who said what")
  func summary() throws {
    let result = try Tool.run("run", "Pipelines/quotes-rules.yaml", "Examples/trilateral.txt", "--summary")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("Secretary Blinken · 1 statement\n  ¶6   said: “The US and Japan share"))
    #expect(result.output.contains("he · 1 statement\n  ¶7   added: “We are grateful"))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test("every pipeline of the repository gives reports that an independent validator accepts")
  func schema() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for pipeline in try FileManager.default.contentsOfDirectory(atPath: Tool.root.path + "/Pipelines").sorted() {
      let name = "Pipelines/" + pipeline
      let result = try Tool.run("run", name, "Examples/trilateral.txt", "--out", folder.url.path)
      #expect(result.status == 0, "\(name): \(result.errors)")
      let validator = Process()
      validator.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      validator.arguments = [
        "python3", "-c",
        "import json,sys,jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))",
        folder.url.appendingPathComponent("trilateral.json").path, Tool.root.path + "/Docs/report.schema.json",
      ]
      try validator.run()
      validator.waitUntilExit()
      #expect(validator.terminationStatus == 0, "\(name) does not fit the schema")
    }
  }

  @Test("a summary has colours on a terminal only, keeps to its width, and has none where NO_COLOR says so")
  func terminal() throws {
    let run = "stty cols 50; $DICTUM run Pipelines/quotes-rules.yaml Examples/trilateral.txt --summary"
    for (name, environment) in [("terminal", ""), ("NO_COLOR", "NO_COLOR=1"), ("dumb", "TERM=dumb")] {
      let result = try Tool.shell("env -u NO_COLOR TERM=xterm \(environment) script -qec '\(run)' /dev/null")
      // A terminal ends lines with both, which are one Character.
      let lines = result.output.split(separator: "\r\n")
      #expect(lines.count > 10, "\(name): \(result.output)\(result.errors)")
      #expect(result.output.contains("\u{1B}[") == (name == "terminal"), "\(name)")
      let plain = lines.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
      #expect(plain.allSatisfy { $0.count <= 50 } && plain.contains { $0.count > 40 }, "\(name): \(plain)")
    }
  }

  @Test("a bad file is named, the others are done, and the exit code tells")
  func badFiles() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("latin.txt", Data([0x63, 0x61, 0x66, 0xE9]))
    try folder.write("good.txt", "“We won,” Ann said.")
    let path = folder.url.path
    let result = try Tool.run(
      "run",
      "Pipelines/quotes-rules.yaml",
      path + "/missing.txt",
      path + "/latin.txt",
      path,
      path + "/good.txt",
      "--format",
      "ndjson",
      "--encoding",
      "utf-8"
    )
    #expect(result.status == 1)
    #expect(result.errors.contains("[D201]: \(path)/missing.txt: no such file"))
    #expect(result.errors.contains("[D203]: \(path)/latin.txt: not UTF-8: byte 0xE9 at offset 3"))
    #expect(result.errors.contains("[D202]: \(path): it is a folder"))
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.contains("\"text\":\"Ann\""))
    let latin = try Tool.run("run", "Pipelines/quotes-rules.yaml", path + "/latin.txt", "--encoding", "windows-1252")
    #expect(latin.status == 0)
    #expect(latin.output.contains("café"))
  }

  @Test("files of one name get a report each")
  func sameNames() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for name in ["a", "b"] {
      try FileManager.default.createDirectory(
        at: folder.url.appendingPathComponent(name),
        withIntermediateDirectories: true
      )
      try folder.write("\(name)/x.txt", "“We won,” Ann said in \(name).")
    }
    try folder.write("b/x.html", "“We lost,” Bo said.")
    try folder.write("b/y.txt", "“We lost,” Bo said.")
    let result = try Tool.shell(
      "cd '\(folder.url.path)' && $DICTUM run '\(Tool.root.path)/Pipelines/segment.yaml' ./a/x.txt b/x.txt b/x.html b/y.txt --out o"
    )
    #expect(result.status == 0, "\(result.errors)")
    let made = try FileManager.default.contentsOfDirectory(atPath: folder.url.appendingPathComponent("o").path)
    #expect(made.sorted() == ["a-x.txt.json", "b-x.html.json", "b-x.txt.json", "y.json"])
  }

  @Test("a models folder that is not there is refused")
  func modelsFolder() throws {
    let result = try Tool.run("run", "Pipelines/segment.yaml", "Examples/trilateral.txt", "--models", "/no/such/folder")
    #expect(result.status == 2 && result.errors.contains("[D201]: `--models` names /no/such/folder"))
  }

  @Test("standard input is a file too, and an empty one is said to be, as in a batch")
  func standardInput() throws {
    let result = try Tool.run("run", "Pipelines/quotes-rules.yaml", "-", input: "“We won,” Ann said.")
    #expect(result.output.contains("\"id\":\"stdin\""))
    let empty = try Tool.run("run", "Pipelines/quotes-rules.yaml", "-", input: "")
    #expect(empty.status == 1 && empty.errors.contains("[D210]"))
  }
}
