import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// `dictum new-stage`: writes a stage that builds, is tested and runs.
enum NewStageCommand: Command {
  static let name = "new-stage"
  static let summary = "Write a new stage, ready to build, test and run."
  static let operands = "NAME"
  static func usesPlugins(_ arguments: Arguments) -> Bool { false }
  static let package = Option("--package", "PATH", "Write a package of its own there instead of a folder of the tree.")
  static let options = [package, Workbench.option]
  static let discussion = """
    In Dictum's checkout, Plugins/NAME is part of the next build:

      dictum new-stage LongWords
      swift build && swift test --filter LongWordsTests
      .build/debug/dictum run Pipelines/longwords.yaml article.txt

    A package of its own is built and installed with `dictum plugin build`, without building Dictum:

      dictum new-stage LongWords --package ~/long-words
      dictum plugin build ~/long-words
      dictum run ~/long-words/pipeline.yaml article.txt
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    let path = arguments.value(package)
    guard arguments.positionals.count <= 1,
      let word = arguments.positionals.first ?? path.map({ StageName.suggested(by: $0) })
    else { throw DictumError(.usage, "new-stage needs one name", notes: ["see `dictum help new-stage`"]) }
    let name = try StageName(word)
    let layers = session.registry.layers.map(\.name)
    if session.registry.stage(name.stage) != nil || layers.contains(name.stage)
      || session.registry.plugins.contains(where: { $0.name == word })
    {
      throw DictumError(.usage, "a stage, layer or plugin `\(word)` is there already", notes: ["choose another name"])
    }
    let workbench = try Workbench.find(arguments, session, mayBeElsewhere: path != nil)
    if let path {
      try writePackage(name, to: path, workbench, session)
    } else {
      try writePlugin(name, workbench, session)
    }
    return .success
  }

  private static func writePlugin(_ name: StageName, _ bench: Workbench, _ session: Session) throws(DictumError) {
    let template = StageTemplate(name: name)
    let folder = "Plugins/\(name.module)"
    let pipeline = "Pipelines/\(name.stage).yaml"
    let use = "\nRun it with `dictum run \(pipeline) article.txt`.\n"
    var files = template.sources.map { ("\(folder)/Sources/\($0.path)", $0.text) }
    files.append(("\(folder)/Tests/\(template.test.path)", template.test.text))
    files.append(("\(folder)/README.md", template.readme(use: use)))
    files.append((pipeline, template.pipeline()))
    try write(files, under: bench.folder, session)
    try bench.register(name)
    try session.print(
      "next: swift build && swift test --filter \(name.module)Tests && .build/debug/dictum stages \(name.module)"
    )
  }

  static func writePackage(
    _ name: StageName,
    to path: String,
    _ bench: Workbench,
    _ session: Session
  ) throws(DictumError) {
    let template = StageTemplate(name: name)
    let package = PackageTemplate(name: name, workbench: bench.folder)
    let sources = "Sources/\(name.module)"
    var files = template.sources.map { ("\(sources)/\($0.path)", $0.text) }
    files.append(("\(sources)/Entry.swift", package.entry))
    files.append(("Tests/\(name.module)Tests/\(template.test.path)", template.test.text))
    files.append(("Package.swift", package.manifest))
    files.append(("README.md", template.readme(use: PackageTemplate.use)))
    files.append(("pipeline.yaml", template.pipeline(plugins: "plugins: [\(name.module)]\n")))
    files.append((".gitignore", ".build/\n"))
    try write(files, under: path, session)
    try session.print("next: dictum plugin build \(path)")
  }

  private static func write(_ files: [(String, String)], under root: String, _ session: Session) throws(DictumError) {
    for (path, _) in files where access("\(root)/\(path)", F_OK) == 0 {
      throw DictumError(.usage, "\(root)/\(path) is there already", notes: ["nothing was written; choose another name"])
    }
    for (path, text) in files {
      let file = "\(root)/\(path)"
      try FileOutput.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
      try FileOutput.replace(file, with: Array(text.utf8))
      try session.print("wrote \(file)")
    }
  }
}
