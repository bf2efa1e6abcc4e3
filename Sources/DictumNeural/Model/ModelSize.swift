public import DictumKit

/// What a stage that has both asks its questions of.
public enum ModelSize: String, SettingChoice {
  /// A head on the shared encoder's vectors; needs `encode` before it.
  case standard
  /// Linear models of the stage's own: less accurate, much faster, no encoder.
  case small
}
