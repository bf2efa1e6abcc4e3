import Foundation
import Testing

/// A block between fences in the README or in Docs.
private struct Excerpt: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  let language: String
  let lines: [String]

  var testDescription: String { "\(file):\(line)" }
  var text: String { lines.joined(separator: "\n") + "\n" }

  static let all: [Excerpt] = {
    let docs = (try? FileManager.default.contentsOfDirectory(atPath: Tool.root.path + "/Docs")) ?? []
    let files = ["README.md", "CONTRIBUTING.md"] + docs.filter { $0.hasSuffix(".md") }.sorted().map { "Docs/\($0)" }
    return files.flatMap { excerpts(of: $0) }
  }()

  private static func excerpts(of file: String) -> [Excerpt] {
    guard let text = try? String(contentsOf: Tool.root.appendingPathComponent(file), encoding: .utf8) else { return [] }
    var found: [Excerpt] = []
    var open: (line: Int, language: String, lines: [String])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          found.append(Excerpt(file: file, line: block.line, language: block.language, lines: block.lines))
          open = nil
        } else {
          open = (index + 1, String(line.dropFirst(3)), [])
        }
      } else {
        open?.lines.append(String(line))
      }
    }
    return found
  }

  static func of(_ languages: String...) -> [Excerpt] { all.filter { languages.contains($0.language) } }

  /// The commands of a shell block without their comments.
  var commands: [[String]] {
    lines.flatMap { line -> [[String]] in
      let command = line.range(of: "  #").map { String(line[..<$0.lowerBound]) } ?? line
      return command.components(separatedBy: "&&").map { $0.split(separator: " ").map(String.init) }
    }
    .filter { !$0.isEmpty && !$0[0].hasPrefix("#") }
  }
}

/// What the README and Docs show is what the program takes, says and does.
@Suite("excerpts of README and Docs")
struct ExcerptTests {
  @Test("commands exist, with their options and the files that they name", arguments: Excerpt.of("sh"))
  fileprivate func commands(_ excerpt: Excerpt) throws {
    let makefile = try String(contentsOf: Tool.root.appendingPathComponent("Makefile"), encoding: .utf8)
    for words in excerpt.commands {
      switch words[0] {
      case "make":
        for target in words.dropFirst() where !target.contains("=") {
          #expect(makefile.contains("\n\(target):"), "make \(target)")
        }
      case "dictum", ".build/debug/dictum":
        guard words.count > 1, words[1] != "help" else { continue }
        let help = try Tool.run("help", words[1])
        #expect(help.status == 0, "\(words.joined(separator: " "))")
        for option in words where option.hasPrefix("--") {
          let name = option.split(separator: "=")[0]
          #expect(help.output.contains("  \(name)"), "\(words[1]) has no \(name)")
        }
      default: break
      }
      for word in words
      where ["Pipelines/", "Examples/", "Scripts/", "Docs/", "Models/"].contains(where: word.hasPrefix) {
        // A file that the excerpt's own command makes is not there yet.
        if word.contains("*") || excerpt.text.contains("new-stage") || words.contains("-o") { continue }
        #expect(FileManager.default.fileExists(atPath: Tool.root.appendingPathComponent(word).path), "\(word)")
      }
    }
  }

  @Test("pipelines are ones that `check` takes", arguments: Excerpt.of("yaml").filter { $0.text.contains("stages:") })
  fileprivate func pipelines(_ excerpt: Excerpt) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for name in try FileManager.default.contentsOfDirectory(atPath: Tool.root.path + "/Pipelines") {
      try folder.write(name, try Data(contentsOf: Tool.root.appendingPathComponent("Pipelines/\(name)")))
    }
    try folder.write("keywords.py", "")
    let whole = excerpt.text.hasPrefix("dictum:") || excerpt.text.contains("\ndictum:")
    let head = whole ? "" : "dictum: 1\nname: excerpt\n"
    let pipeline = try folder.write("excerpt.yaml", head + excerpt.text)
    let result = try Tool.run("check", pipeline.path)
    // A stage or plugin of the reader's own is nothing that this program knows.
    let foreign = ["[D106]", "[D311]", "was not loaded"].contains { result.errors.contains($0) }
    #expect(result.status == 0 || foreign && excerpt.file != "README.md", "\(result.errors)")
  }

  @Test("JSON is JSON", arguments: Excerpt.of("json"))
  fileprivate func json(_ excerpt: Excerpt) throws {
    for line in excerpt.lines where line.hasPrefix("{") {
      #expect(throws: Never.self, "\(line)") {
        try JSONSerialization.jsonObject(with: Data(line.replacingOccurrences(of: "…", with: "").utf8))
      }
    }
  }

  @Test("Swift parses", arguments: Excerpt.of("swift"))
  fileprivate func swift(_ excerpt: Excerpt) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // A protocol's excerpt has requirements alone, a test's stands in a type.
    let file = try folder.write("excerpt.swift", "struct Excerpt {\n\(excerpt.text)}\n")
    let bare = try folder.write("bare.swift", excerpt.text)
    let result = try Tool.shell("swiftc -frontend -parse \(file.path) || swiftc -frontend -parse \(bare.path)")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("the README's summary is the beginning of the sample article's")
  func summary() throws {
    let excerpt = try #require(Excerpt.of("").first { $0.text.contains(" statements by ") })
    let golden = try String(
      contentsOf: Tool.root.appendingPathComponent("Tests/Golden/standard/trilateral.txt"),
      encoding: .utf8
    )
    #expect(golden.contains(excerpt.text), "the summary is now:\n\(golden.prefix(900))")
  }

  @Test(
    "links lead to files that are there",
    arguments: Set(Excerpt.all.map(\.file)).union(["Docs/README.md"]).sorted()
  )
  func links(_ file: String) throws {
    let text = try String(contentsOf: Tool.root.appendingPathComponent(file), encoding: .utf8)
    let folder = Tool.root.appendingPathComponent(file).deletingLastPathComponent()
    for part in text.components(separatedBy: "](").dropFirst() {
      let link = part.prefix { $0 != ")" && $0 != "#" }
      guard !link.isEmpty, !link.contains(":"), part.contains(")") else { continue }
      let path = folder.appendingPathComponent(String(link)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(link) in \(file)")
    }
  }

  @Test("Docs/reference.md is what the program says of itself; `make docs` writes it anew")
  func reference() throws {
    let page = try String(contentsOf: Tool.root.appendingPathComponent("Docs/reference.md"), encoding: .utf8)
    #expect(try Tool.run("reference").output == page)
  }

  @Test("the README's marked tables of figures are excerpts of Docs/benchmarks.md")
  func figures() throws {
    let page = try String(contentsOf: Tool.root.appendingPathComponent("Docs/benchmarks.md"), encoding: .utf8)
    let readme = try String(contentsOf: Tool.root.appendingPathComponent("README.md"), encoding: .utf8)
    let measured = Set(page.split(separator: "\n"))
    let marked = readme.components(separatedBy: "<!-- from Docs/benchmarks.md: ").dropFirst()
    #expect(!marked.isEmpty)
    for block in marked {
      let rows = block.components(separatedBy: "<!-- end -->")[0].split(separator: "\n").filter { $0.hasPrefix("|") }
      #expect(rows.count > 2, "\(block.prefix(60))")
      for row in rows { #expect(measured.contains(row), "not in Docs/benchmarks.md: \(row)") }
    }
  }

  @Test("the README's message is what `check` says")
  func message() throws {
    let excerpt = try #require(Excerpt.of("").first { $0.text.contains("[D106]") })
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let pipeline = try folder.write("news.yaml", "dictum: 1\nname: news\nstages:\n  - segmnet: { locale: en }\n")
    let errors = try Tool.run("check", pipeline.path).errors
    #expect(errors.replacingOccurrences(of: folder.url.path + "/", with: "") == excerpt.text)
  }

  @Test("the README's pipeline is Pipelines/news.yaml")
  func news() throws {
    let excerpt = try #require(Excerpt.of("yaml").first { $0.file == "README.md" && $0.text.contains("name: news\n") })
    let news = try String(contentsOf: Tool.root.appendingPathComponent("Pipelines/news.yaml"), encoding: .utf8)
    let stages = { (text: String) in
      text.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { $0.prefix { $0 != ":" } }
    }
    #expect(stages(news) == stages(excerpt.text))
  }

  @Test("the README's map names folders that are there, and all targets of Sources")
  func map() throws {
    let excerpt = try #require(Excerpt.of("").first { $0.text.contains("Sources/DictumKit ") })
    for line in excerpt.lines {
      for path in line.split(separator: " ") where path.hasPrefix("Sources/") || path.hasSuffix("/") {
        #expect(FileManager.default.fileExists(atPath: Tool.root.appendingPathComponent(String(path)).path), "\(path)")
      }
    }
    let sources = try FileManager.default.contentsOfDirectory(atPath: Tool.root.path + "/Sources")
    for target in sources where target.hasPrefix("Dictum") && target != "Dictum" {
      #expect(excerpt.text.contains(target), "the map leaves \(target) out")
    }
  }
}
