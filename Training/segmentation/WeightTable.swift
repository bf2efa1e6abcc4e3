/// Writes weights as Swift source: one printable byte each, in lines of 110.
struct WeightTable {
  private static let zero = 78
  private static let range = 43
  private let weights: [Float]

  init(_ weights: [Float]) { self.weights = weights }

  /// The largest weight that the scale keeps; what lies beyond is cut off.
  private var limit: Float {
    let sizes = weights.map(abs).sorted()
    return max(sizes[sizes.count - 1 - sizes.count / 2000], 1e-6)
  }

  var source: String {
    let scale = limit / Float(Self.range)
    let bytes = weights.map { weight -> UInt8 in
      let step = max(-Self.range, min(Self.range, Int((weight / scale).rounded())))
      let byte = UInt8(Self.zero + step)
      // The two that a string literal would have to escape become their neighbours.
      return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? byte + 1 : byte
    }
    let lines = stride(from: 0, to: bytes.count, by: 110).map {
      "    " + String(decoding: bytes[$0..<min($0 + 110, bytes.count)], as: UTF8.self) + "\\"
    }
    return """
      // Written by Training/segmentation; not edited by hand.
      // Recipe: logistic regression, \(Regression.epochs) epochs of AdaGrad at \(Regression.rate), L2 \
      \(Regression.shrinkage), seed \(Regression.seed).
      // Data: the train splits of UD English EWT (CC BY-SA 4.0) and GUM (licences by genre).

      /// The boundary classifier's weights.
      enum BoundaryWeights {
        /// A weight is its byte less `zero`, times `scale`.
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
