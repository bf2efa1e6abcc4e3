import Foundation
import Testing

@testable import DictumNeural

@Suite struct KernelTests {
  @Test func geluIsExactToAMillionth() {
    var values = (0..<16_000).map { Float($0 - 8000) / 1000 }
    let expected = values.map { 0.5 * Double($0) * (1 + erf(Double($0) / 2.0.squareRoot())) }
    values.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { gelu(base, count: buffer.count) }
    }
    #expect((zip(values, expected).map { abs(Double($0) - $1) }.max() ?? 1) < 1e-6)
  }

  @Test func exponentialIsExactToThreeInTenMillion() {
    for start in stride(from: Float(-86), through: 0, by: 0.37) {
      var lanes = Lanes.zero
      for index in 0..<16 { lanes[index] = start + Float(index) * 0.011 - 0.17 }
      let found = exponential(lanes)
      for index in 0..<16 { #expect(abs(Double(found[index]) / exp(Double(lanes[index])) - 1) < 3e-7) }
    }
  }

  @Test(arguments: [Float(254), 126])
  func quantisedRowsComeBackWithinHalfAStep(levels: Float) {
    for (low, high) in [(-1, 1), (-0.17, 8), (0, 3), (-5, 0), (0, 0), (2, 3)] as [(Float, Float)] {
      let row = (0..<64).map { low + (high - low) * Float($0) / 63 }
      var bytes = [UInt8](repeating: 0, count: 64)
      let scale = row.withUnsafeBufferPointer { row in
        bytes.withUnsafeMutableBufferPointer { bytes in
          guard let row = row.baseAddress, let bytes = bytes.baseAddress else { return RowScale(scale: 0, lowest: 0) }
          return quantise(row, count: 64, levels: levels, into: bytes)
        }
      }
      for (value, byte) in zip(row, bytes) {
        #expect(abs(scale.scale * (Float(byte) + scale.lowest) - value) <= scale.scale * 0.51 + 1e-6)
        #expect(Float(byte) <= levels + 1)
      }
    }
  }

  @Test func normsHaveMeanAndVariance() {
    let norm = LayerNorm(gain: [Float](repeating: 1, count: 48), bias: [Float](repeating: 0, count: 48))
    var row = (0..<48).map { Float($0 * $0) }
    row.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { norm.apply(base, epsilon: 1e-12) } }
    #expect(abs(row.reduce(0, +)) < 1e-3)
    #expect(abs(row.reduce(0) { $0 + $1 * $1 } / 48 - 1) < 1e-4)
  }
}
