/// In which numbers the encoder's products are computed.
public enum Precision: String, Sendable, CaseIterable {
  /// Weights and activations in 32-bit floating point: the reference.
  case float32
  /// Weights in 8 bits with a scale a row, activations in 8 bits with a scale a piece, sums in 32 bits.
  case int8
}
