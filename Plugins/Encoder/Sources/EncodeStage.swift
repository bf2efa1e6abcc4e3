public import DictumKit
import DictumNeural

/// How exactly the encoder computes.
public enum EncodePrecision: String, SettingChoice {
  /// 8-bit products: several times faster, within half a point of F1 (the model card says how close).
  case int8
  /// 32-bit floating point: the reference.
  case float32
}

/// What a pipeline may set for `encode`.
public struct EncodeSettings: StageSettings {
  public var model = "standard"
  public var precision = EncodePrecision.int8

  public init() {}

  public static var fields: [SettingField<EncodeSettings>] {
    [
      SettingField("model", \.model, "The model file's name, without `.safetensors`."),
      SettingField("precision", \.precision, "How the encoder computes; float32 is the slow reference."),
    ]
  }
}

/// Runs the encoder over a document, once for all heads.
public struct EncodeStage: Stage {
  public static let name = "encode"
  public static let summary = "Vectors of every word from the shared encoder, for later stages."

  private let encoders: EncoderPool

  public static func contract(for settings: EncodeSettings) -> StageContract {
    StageContract(
      requires: [LayerKey.sentences],
      provides: [TransientKey.encoding],
      models: [settings.model]
    )
  }

  public init(settings: EncodeSettings, resources: Resources) throws {
    encoders = try resources.encoders(settings.model, precision: settings.precision == .int8 ? .int8 : .float32)
    resources.announce(encoders)
  }

  public func annotate(_ document: inout Document) throws {
    let text = document.text.bytes
    let sentences = document[.sentences].map(\.span)
    let encoded = try encoders.withEncoder { encoder throws(DictumError) in
      try encoder.encode(text, sentences: sentences)
    }
    document[.encoding] = Encoding(encoded, by: encoders)
  }
}
