import CDNNL

/// Scaled dot-product attention (Vaswani et al. 2017) within one window, head by head.
///
/// In long windows oneDNN's products are the faster ones. In short ones their overhead shows: there, keys are
/// transposed and values gathered once a head, all inner loops run over contiguous lanes and four queries share a load.
final class Attention {
  private let heads: Int
  private let headWidth: Int
  private let longest: Int
  /// `[headWidth, rows]`, rows rounded up to whole lanes, zero beyond the window.
  private let keys: UnsafeMutablePointer<Float>
  /// `[rows, headWidth]`.
  private let values: UnsafeMutablePointer<Float>
  /// `[rows, rows]`, rows rounded up to whole lanes; short windows use four at a time.
  private let scores: UnsafeMutablePointer<Float>

  /// Rows from which oneDNN's products are faster (measured: 64 to 128).
  private static let longWindow = 96

  /// Room for windows of at most `longest` rows; `headWidth` is a multiple of 16.
  init(heads: Int, headWidth: Int, longest: Int) {
    precondition(headWidth % 16 == 0, "whole lanes")
    self.heads = heads
    self.headWidth = headWidth
    self.longest = longest
    let padded = (longest + 15) / 16 * 16
    keys = .allocate(capacity: headWidth * padded)
    values = .allocate(capacity: headWidth * padded)
    scores = .allocate(capacity: (longest + 4) * padded)
  }

  deinit {
    keys.deallocate()
    values.deallocate()
    scores.deallocate()
  }

  /// Computes the context vectors of a window.
  ///
  /// - Parameters:
  ///   - projected: `[rows, 3 width]`: queries, keys and values of the window's rows.
  ///   - context: `[rows, width]`.
  func apply(_ projected: UnsafePointer<Float>, rows: Int, into context: UnsafeMutablePointer<Float>) {
    precondition(rows > 0 && rows <= longest, "a window that fits")
    let width = heads * headWidth
    for head in 0..<heads {
      let base = projected + head * headWidth
      let target = context + head * headWidth
      if rows < Self.longWindow {
        applyShort(base, rows: rows, width: width, into: target)
      } else {
        applyLong(base, rows: rows, width: width, into: target)
      }
    }
  }

  private func applyLong(_ base: UnsafePointer<Float>, rows: Int, width: Int, into target: UnsafeMutablePointer<Float>)
  {
    let padded = (rows &+ 15) / 16 * 16
    let scale = 1 / Float(headWidth).squareRoot()
    let (count, inner, stride) = (Int64(rows), Int64(headWidth), Int64(3 * width))
    let (plain, transposed) = (CChar(bitPattern: UInt8(ascii: "N")), CChar(bitPattern: UInt8(ascii: "T")))
    // Both fail on senseless sizes alone.
    dnnl_sgemm(
      plain,
      transposed,
      count,
      count,
      inner,
      scale,
      base,
      stride,
      base + width,
      stride,
      0,
      scores,
      Int64(padded)
    )
    for row in 0..<rows {
      let weights = scores + (row &* padded)
      let inverse = Lanes(repeating: softmax(weights, rows, padded))
      var index = 0
      while index < padded {
        store(load(weights + index) * inverse, to: weights + index)
        index &+= 16
      }
    }
    dnnl_sgemm(
      plain,
      plain,
      count,
      inner,
      count,
      1,
      scores,
      Int64(padded),
      base + (2 &* width),
      stride,
      0,
      target,
      Int64(width)
    )
  }

  private func applyShort(
    _ base: UnsafePointer<Float>,
    rows: Int,
    width: Int,
    into target: UnsafeMutablePointer<Float>
  ) {
    let padded = (rows &+ 15) / 16 * 16
    let scale = 1 / Float(headWidth).squareRoot()
    gather(base, rows: rows, padded: padded, width: width)
    let last = rows &- 1
    var row = 0
    while row < rows {
      score(
        base + row * 3 * width,
        base + min(row &+ 1, last) * 3 * width,
        base + min(row &+ 2, last) * 3 * width,
        base + min(row &+ 3, last) * 3 * width,
        padded: padded,
        scale: scale
      )
      let inverses = SIMD4(
        softmax(scores, rows, padded),
        softmax(scores + padded, rows, padded),
        softmax(scores + (2 &* padded), rows, padded),
        softmax(scores + (3 &* padded), rows, padded)
      )
      mix(
        into: target + row * width,
        stride: width,
        tile: min(4, rows &- row),
        rows: rows,
        padded: padded,
        inverses
      )
      row &+= 4
    }
  }

  private func gather(_ base: UnsafePointer<Float>, rows: Int, padded: Int, width: Int) {
    let headWidth = headWidth
    for row in 0..<rows {
      let key = base + (row &* 3 &* width &+ width)
      let value = key + width
      var column = 0
      while column < headWidth {
        store(load(value + column), to: values + (row &* headWidth &+ column))
        column &+= 16
      }
      column = 0
      while column < headWidth {
        keys[column &* padded &+ row] = key[column]
        column &+= 1
      }
    }
    for column in 0..<headWidth {
      for row in rows..<padded { keys[column &* padded &+ row] = 0 }
    }
  }

  /// Four queries by all keys.
  private func score(
    _ q0: UnsafePointer<Float>,
    _ q1: UnsafePointer<Float>,
    _ q2: UnsafePointer<Float>,
    _ q3: UnsafePointer<Float>,
    padded: Int,
    scale: Float
  ) {
    var column = 0
    while column < padded {
      var s0 = Lanes.zero
      var s1 = Lanes.zero
      var s2 = Lanes.zero
      var s3 = Lanes.zero
      var key = UnsafePointer(keys) + column
      var index = 0
      while index < headWidth {
        let lanes = load(key)
        s0 = s0.addingProduct(lanes, Lanes(repeating: q0[index]))
        s1 = s1.addingProduct(lanes, Lanes(repeating: q1[index]))
        s2 = s2.addingProduct(lanes, Lanes(repeating: q2[index]))
        s3 = s3.addingProduct(lanes, Lanes(repeating: q3[index]))
        key += padded
        index &+= 1
      }
      let factor = Lanes(repeating: scale)
      store(s0 * factor, to: scores + column)
      store(s1 * factor, to: scores + (padded &+ column))
      store(s2 * factor, to: scores + (2 &* padded &+ column))
      store(s3 * factor, to: scores + (3 &* padded &+ column))
      column &+= 16
    }
  }

  /// Turns scores into e^(score - largest), zero beyond `rows`; returns one over their sum.
  private func softmax(_ row: UnsafeMutablePointer<Float>, _ rows: Int, _ padded: Int) -> Float {
    for index in rows..<padded { row[index] = -.greatestFiniteMagnitude }
    var largest = load(row)
    var index = 16
    while index < padded {
      largest = larger(largest, load(row + index))
      index &+= 16
    }
    let offset = Lanes(repeating: maximum(largest))
    var sum = Lanes.zero
    index = 0
    while index < padded {
      let value = exponential(load(row + index) - offset)
      store(value, to: row + index)
      sum += value
      index &+= 16
    }
    // The padding's terms are e^-87 each: nothing in 32 bits.
    return 1 / total(sum)
  }

  /// Weighted sums of the values for up to four queries.
  private func mix(
    into target: UnsafeMutablePointer<Float>,
    stride: Int,
    tile: Int,
    rows: Int,
    padded: Int,
    _ inverses: SIMD4<Float>
  ) {
    var column = 0
    while column < headWidth {
      var c0 = Lanes.zero
      var c1 = Lanes.zero
      var c2 = Lanes.zero
      var c3 = Lanes.zero
      var value = UnsafePointer(values) + column
      var weight = UnsafePointer(scores)
      var index = 0
      while index < rows {
        let lanes = load(value)
        c0 = c0.addingProduct(lanes, Lanes(repeating: weight[0]))
        c1 = c1.addingProduct(lanes, Lanes(repeating: weight[padded]))
        c2 = c2.addingProduct(lanes, Lanes(repeating: weight[2 &* padded]))
        c3 = c3.addingProduct(lanes, Lanes(repeating: weight[3 &* padded]))
        value += headWidth
        weight += 1
        index &+= 1
      }
      store(c0 * Lanes(repeating: inverses[0]), to: target + column)
      if tile > 1 { store(c1 * Lanes(repeating: inverses[1]), to: target + (stride &+ column)) }
      if tile > 2 { store(c2 * Lanes(repeating: inverses[2]), to: target + (2 &* stride &+ column)) }
      if tile > 3 { store(c3 * Lanes(repeating: inverses[3]), to: target + (3 &* stride &+ column)) }
      column &+= 16
    }
  }
}
