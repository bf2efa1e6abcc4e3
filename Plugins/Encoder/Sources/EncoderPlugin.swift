public import DictumKit
import DictumModelFile
import DictumNeural

/// The shared encoder, as a stage.
public enum EncoderPlugin {
  /// The plugin's declaration.
  public static let plugin = Plugin(
    name: "Encoder",
    summary: "Vectors of the text, for the heads of later stages.",
    stages: [StageFactory(EncodeStage.self)],
    codes: DiagnosticCode.modelCodes
  )
}
