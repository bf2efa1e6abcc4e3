/// How one row of activations was turned into 8-bit numbers: value = scale x (byte + lowest).
struct RowScale {
  var scale: Float
  /// The row's lowest value in steps of `scale`: a whole number, 0 or below.
  var lowest: Float
}

/// Quantises a row of activations by its own range, widened to hold 0.
///
/// - Parameters:
///   - count: a multiple of 16.
///   - levels: steps between lowest and highest value: 254 where sums of products cannot overflow (VNNI), 126 where
///     two products are added in 16 bits.
func quantise(
  _ row: UnsafePointer<Float>,
  count: Int,
  levels: Float,
  into target: UnsafeMutablePointer<UInt8>
) -> RowScale {
  precondition(count % 16 == 0, "whole lanes")
  var high = Lanes.zero
  var low = Lanes.zero
  var index = 0
  while index < count {
    let value = load(row + index)
    high = larger(high, value)
    low = smaller(low, value)
    index &+= 16
  }
  let lowest = -maximum(-low)
  let range = maximum(high) - lowest
  let inverse: Float = range > 0 ? levels / range : 0
  let offset = Lanes(repeating: roundingOffset)
  let factor = Lanes(repeating: inverse)
  // Rounding the lowest value in the same way as all others makes its byte exactly 0, so no byte wraps around.
  let base = offset.addingProduct(Lanes(repeating: lowest), factor)
  // SIMD vectors have no `bitPattern`; sixteen floats and sixteen words are the same bytes.
  let baseBits = unsafeBitCast(base, to: SIMD16<UInt32>.self)
  index = 0
  while index < count {
    let shifted = offset.addingProduct(load(row + index), factor)
    let bits = unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &- baseBits
    UnsafeMutableRawPointer(target + index).storeBytes(
      of: SIMD16<UInt8>(truncatingIfNeeded: bits),
      as: SIMD16<UInt8>.self
    )
    index &+= 16
  }
  return RowScale(scale: range / levels, lowest: base[0] - roundingOffset)
}

/// What turns a column's integer sums back into numbers, for one layer of 8-bit weights.
struct ColumnScale: Sendable {
  /// The scale of each output's weights.
  let scale: [Float]
  /// The sum of each output's weights.
  let sum: [Float]
  let bias: [Float]

  /// Writes a row of results: row scale x (column scale x sum of products + lowest x column sum) + bias.
  func restore(_ products: UnsafePointer<Int32>, row: RowScale, into target: UnsafeMutablePointer<Float>) {
    let count = scale.count
    precondition(sum.count == count && bias.count == count, "one value a column")
    scale.withUnsafeBufferPointer { scale in
      sum.withUnsafeBufferPointer { sum in
        bias.withUnsafeBufferPointer { bias in
          guard let scale = scale.baseAddress, let sum = sum.baseAddress, let bias = bias.baseAddress else { return }
          let step = row.scale
          let shift = row.lowest
          var index = 0
          while index < count {
            target[index] = (Float(products[index]) + shift * sum[index]) * (scale[index] * step) + bias[index]
            index &+= 1
          }
        }
      }
    }
  }
}
