import DictumKit
import DictumModelFile

/// Layer normalisation (Ba et al. 2016): a row is shifted and scaled to mean 0 and variance 1, then by gain and bias.
struct LayerNorm: Sendable {
  let gain: [Float]
  let bias: [Float]

  /// Normalises one row of the norm's width (a multiple of 16) in place.
  func apply(_ row: UnsafeMutablePointer<Float>, epsilon: Float) {
    let width = gain.count
    precondition(width % 16 == 0 && bias.count == width, "whole lanes")
    var sum = Lanes.zero
    var index = 0
    while index < width {
      sum += load(row + index)
      index &+= 16
    }
    let mean = Lanes(repeating: total(sum) / Float(width))
    var squares = Lanes.zero
    index = 0
    while index < width {
      let difference = load(row + index) - mean
      squares = squares.addingProduct(difference, difference)
      index &+= 16
    }
    let scale = Lanes(repeating: 1 / (total(squares) / Float(width) + epsilon).squareRoot())
    gain.withUnsafeBufferPointer { gain in
      bias.withUnsafeBufferPointer { bias in
        guard let gain = gain.baseAddress, let bias = bias.baseAddress else { return }
        var index = 0
        while index < width {
          let normal = (load(row + index) - mean) * scale
          store(load(bias + index).addingProduct(normal, load(gain + index)), to: row + index)
          index &+= 16
        }
      }
    }
  }
}

/// Adds `values` to `row`; `count` is a multiple of 16.
@inline(__always)
func add(_ values: UnsafePointer<Float>, to row: UnsafeMutablePointer<Float>, count: Int) {
  var index = 0
  while index < count {
    store(load(row + index) + load(values + index), to: row + index)
    index &+= 16
  }
}

extension TensorTable {
  /// Gain and bias of a norm.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  func norm(_ name: String, width: Int) throws(DictumError) -> LayerNorm {
    LayerNorm(gain: try floats(name + ".weight", shape: [width]), bias: try floats(name + ".bias", shape: [width]))
  }
}
