import DictumKit
import Exec

extension FuzzTargets {
  /// What a child of `exec` answers, with layers of the report's and of its own.
  static let answer = FuzzTarget("exec-answer") { bytes in
    let text = SourceText("Ann Lee said: “We won – 2:1!” 😀 Bob’s café nodded.")
    let names = ["mentions", "entities", "quotes", "stances", "findings"]
    guard
      let document = try? DocumentLine(Document(id: "d", text: text)).adding(
        bytes,
        layers: names.map(ExecLayers.declaration)
      )
    else { return }
    _ = DocumentLine(document).json(layers: names.map(ExecLayers.declaration))
  }
}
