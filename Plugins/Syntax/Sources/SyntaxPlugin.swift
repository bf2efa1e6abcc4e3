public import DictumKit

/// Parts of speech and dependency trees.
public enum SyntaxPlugin {
  /// The plugin's declaration.
  public static let plugin = Plugin(
    name: "Syntax",
    summary: "parts of speech, dependency trees and dictionary forms, for the tokens of a text",
    stages: [StageFactory(SyntaxStage.self)],
    layers: [LayerKey.chunks]
  )
}
