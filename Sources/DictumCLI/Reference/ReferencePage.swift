import DictumKit
import DictumReading
import DictumRuntime

/// The reference as Markdown, made of the program's own declarations.
struct ReferencePage {
  let registry: Registry

  var text: String {
    let sections = [
      ("Commands", CommandLineTool.commands.map { "### dictum \($0.name)\n\n```text\n\($0.help)```" }),
      ("Exit codes", [exitCodes]),
      ("Stages", registry.stageNames.compactMap { registry.stage($0) }.map(stage)),
      ("Layers", [layers]),
      ("Formats", [formats]),
      ("Codes", [codes]),
    ]
    let body = sections.map { title, parts in "## \(title)\n\n" + parts.joined(separator: "\n\n") }
    return """
      # Reference

      Written by `dictum reference` (`make docs`), not by hand. The [report](report.md), [pipeline files](pipelines.md) and
      [plugins](plugins.md) have pages of their own.

      \(body.joined(separator: "\n\n"))
      """
  }

  private var exitCodes: String {
    table(
      ["code", "means"],
      [
        ["0", "all done"], ["1", "some documents failed, the others are done"],
        ["2", "nothing was done: the command line, the pipeline or a model is wrong"],
        ["3", "a batch was interrupted; the same command goes on from there"],
      ]
    )
  }

  private func stage(_ stage: StageFactory) -> String {
    func names(_ layers: [LayerName]) -> String {
      layers.isEmpty ? "nothing" : layers.map { "`\($0.name)`" }.joined(separator: ", ")
    }
    let contract = stage.defaultContract
    var parts = ["### \(stage.name)\n\n\(sentence(stage.summary))"]
    var facts = "Requires \(names(contract.requires)), provides \(names(contract.provides))"
    if !contract.accepts.isEmpty { facts += ", takes \(names(contract.accepts)) where they are there" }
    if !contract.extends.isEmpty { facts += ", adds to \(names(contract.extends))" }
    parts.append(facts + ".")
    guard !stage.settings.isEmpty else { return (parts + ["No settings."]).joined(separator: "\n\n") }
    let rows = stage.settings.map { ["`\($0.name)`", "`\($0.defaultValue)`", $0.typeName, $0.summary] }
    return (parts + [table(["setting", "default", "takes", "what it does"], rows)]).joined(separator: "\n\n")
  }

  private var layers: String {
    table(["layer", "holds"], registry.layers.map { ["`\($0.name)`", $0.summary] })
  }

  private var formats: String {
    "In the order in which they are tried; [formats.md](formats.md) says what is taken of each: "
      + ArticleFormats.all.map { $0.name }.joined(separator: ", ") + "."
  }

  private var codes: String {
    table(["code", "means", "what to do"], registry.codes.map { ["\($0.id)", $0.title, $0.explanation] })
  }

  private func table(_ head: [String], _ rows: [[String]]) -> String {
    let lines = [head, head.map { _ in "---" }] + rows
    return lines.map { "| " + $0.map(cell).joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func sentence(_ text: String) -> String {
    let capital = text.prefix(1).uppercased() + text.dropFirst()
    return capital.hasSuffix(".") ? capital : capital + "."
  }
}
