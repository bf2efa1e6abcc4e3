/// Writes weights as Swift source: one printable byte each, in lines of 1000.
struct WeightTable {
  private static let zero = 78
  private static let range = 43
  private let weights: [Float]

  init(_ weights: [Float]) { self.weights = weights }

  var source: String {
    let limit = max(weights.map(abs).max() ?? 0, 1e-6)
    let scale = limit / Float(Self.range * Self.range)
    let bytes = weights.map { weight -> UInt8 in
      let step = Int((abs(weight) / scale).squareRoot().rounded())
      let byte = UInt8(weight < 0 ? Self.zero - step : Self.zero + step)
      // The two that a string literal would have to escape become their neighbours.
      return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? byte + 1 : byte
    }
    let lines = stride(from: 0, to: bytes.count, by: 1000).map {
      "    " + String(decoding: bytes[$0..<min($0 + 1000, bytes.count)], as: UTF8.self) + "\\"
    }
    return """
      // Written by Training/segmentation; not edited by hand.
      // Recipe: logistic regression, \(Regression.epochs) epochs of AdaGrad at \(Regression.rate), L2 \
      \(Regression.shrinkage), seed \(Regression.seed).
      // Data: the train splits of UD English EWT (CC BY-SA 4.0) and GUM (licences by genre).

      /// The boundary classifier's weights.
      enum BoundaryWeights {
        /// A weight is n|n| times `scale`, n being its byte less `zero`: fine near 0, where most weights are.
        static let scale: Float = \(scale)
        static let zero: Int32 = \(Self.zero)
        // swift-format-ignore
        static let table: StaticString = \"""
      \(lines.joined(separator: "\n"))

          \"""
      }
      """
  }
}
