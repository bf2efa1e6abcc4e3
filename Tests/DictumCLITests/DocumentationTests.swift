import Foundation
import Testing

/// The commands that the documentation shows, run as they stand there.
@Suite("commands of the documentation", .serialized)
struct DocumentationTests {
  /// A page with the commands of its shell blocks.
  private struct Page {
    let name: String
    let blocks: [String]

    init(_ name: String) throws {
      self.name = name
      let text = try String(contentsOf: Tool.root.appendingPathComponent(name), encoding: .utf8)
      blocks = text.components(separatedBy: "```sh\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] }
    }
  }

  /// A folder like a checkout, with what the pages take for granted.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["Pipelines", "Examples", "Docs", "Models"] {
      let own = folder.url.appendingPathComponent(name)
      try FileManager.default.createSymbolicLink(at: own, withDestinationURL: Tool.root.appendingPathComponent(name))
    }
    let sample = Tool.root.path + "/Examples"
    let prepared = try Tool.shell(
      """
      set -e
      cd '\(folder.url.path)'
      mkdir bin; ln -s "$DICTUM" bin/dictum
      cp -r '\(sample)/articles' articles; cp '\(sample)/trilateral.txt' article.txt
      printf '{"id": "a", "text": "“We won,” Ann Lee said."}\\n' > in.jsonl
      bin/dictum run Pipelines/quotes-small.yaml article.txt > report.json
      bin/dictum stream Pipelines/quotes-small.yaml < in.jsonl > gold.jsonl
      cp Pipelines/news-small.yaml tokens.yaml; echo 'report: { tokens: true }' >> tokens.yaml
      printf 'people:\\n  - name: Ann Lee\\n    aliases: [Lee]\\n' > people.yaml
      """
    )
    try #require(prepared.status == 0, "\(prepared.errors)")
    return folder
  }

  private func run(_ script: String, in folder: TemporaryFolder) throws -> Tool.Result {
    try Tool.shell("set -e; cd '\(folder.url.path)'; export PATH=\"$PWD/bin:$PATH\"\n\(script)")
  }

  @Test("every command of the tutorial does what it should, one after the other")
  func tutorial() throws {
    let folder = try folder()
    defer { folder.remove() }
    let blocks = try Page("Docs/tutorial.md").blocks
    #expect(blocks.count > 6)
    // The first sets the path to a release build.
    let result = try run(blocks.dropFirst().joined(separator: "\n"), in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let chart = try String(contentsOf: folder.url.appendingPathComponent("speakers.svg"), encoding: .utf8)
    #expect(chart.contains("Mara Olsen") && chart.hasSuffix("</svg>\n"))
    let manifest = try String(contentsOf: folder.url.appendingPathComponent("reports/manifest.jsonl"), encoding: .utf8)
    #expect(manifest.components(separatedBy: "\"status\":\"done\"").count == 8)
  }

  @Test(
    "every `dictum` command of the other pages runs",
    arguments: ["README.md", "Docs/evaluation.md", "Docs/export.md", "Docs/queries.md"]
  )
  func pages(_ name: String) throws {
    let folder = try folder()
    defer { folder.remove() }
    // What builds packages is run by the tests of plugins, the desk by those of the server.
    let elsewhere = ["dictum new-stage", "dictum plugin", "dictum serve", "eadability"]
    let commands = try Page(name).blocks.flatMap { $0.components(separatedBy: "\n") }
      .filter { line in line.hasPrefix("dictum ") && !elsewhere.contains { line.contains($0) } }
    #expect(!commands.isEmpty)
    for command in commands {
      // A folder of reports is there where a page begins with one.
      let result = try run(
        "[ -d reports ] || dictum batch tokens.yaml articles --out reports --quiet\n\(command)",
        in: folder
      )
      #expect(result.status == 0, "\(command)\n\(result.errors)")
    }
  }
}
