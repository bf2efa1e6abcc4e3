import Foundation
import Testing

@Suite("dictum")
struct CommandTests {
  @Test("check prints the plan")
  func check() throws {
    let result = try Tool.run("check", "Pipelines/quotes-rules.yaml")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("pipeline quotes-rules ("))
    #expect(
      lines[2].split(separator: " ") == [
        "segment", "Segmentation", "text", "->", "sentences,", "tokens", "sentences-english",
      ]
    )
  }

  @Test("check shows everything that is wrong and exits with 2")
  func checkRefuses() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("p.yaml", "dictum: 1\nname: n\nstages:\n  - quotes\n  - segmnet: { locael: en }\n")
    let result = try Tool.run("check", file.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("p.yaml:4:5: error [D108]: `quotes` needs the layers `sentences`"))
    #expect(result.errors.contains("put `segment` before it"))
    #expect(result.errors.contains("p.yaml:5:5: error [D106]: unknown stage `segmnet`"))
    #expect(result.errors.contains("did you mean `segment`?"))
  }

  @Test("a broken pipeline stops run and stream before anything is read", arguments: ["run", "stream"])
  func refuses(_ command: String) throws {
    let file = command == "run" ? ["Examples/trilateral.txt"] : []
    let result = try Tool.run([command, "Pipelines/missing.yaml"] + file)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("[D201]"))
  }

  @Test("stages documents a stage from its declaration")
  func stages() throws {
    #expect(try Tool.run("stages").output.contains("segment"))
    let page = try Tool.run("stages", "segment").output
    #expect(page.contains("locale: \"en\"") && page.contains("provides  sentences, tokens"))
    #expect(try Tool.run("stages", "Quotes").output.hasPrefix("quotes (plugin Quotes)"))
    #expect(try Tool.run("stages", "qoutes").errors.contains("did you mean `quotes`?"))
  }

  @Test("explain knows every code, a plugin's too")
  func explain() throws {
    #expect(try Tool.run("explain", "d106").output.hasPrefix("D106: a stage that no loaded plugin declares"))
    #expect(try Tool.run("explain", "Q101").status == 0)
    #expect(try Tool.run("explain", "D999").status == 2)
  }

  @Test("help is there for a newcomer, and mistakes get a suggestion")
  func help() throws {
    let help = try Tool.run("help").output
    for command in ["run", "stream", "check", "stages", "explain", "schema"] {
      #expect(help.contains("\n  \(command) "))
      #expect(try Tool.run("help", command).output == (try Tool.run(command, "--help").output))
    }
    #expect(try Tool.run("rnu").errors.contains("did you mean `run`?"))
    #expect(try Tool.run("run", "--sumary").errors.contains("did you mean `--summary`?"))
    #expect(try Tool.run().status == 2)
    #expect(try Tool.run("version").output.hasPrefix("dictum "))
  }
}
