import Foundation

@testable import DictumNeural

/// The encoder in plain loops and double precision, straight from the model file's contract.
struct ReferenceEncoder {
  let model: TinyModel

  /// `[rows, width]` for one window.
  func run(_ rows: [PieceRow]) -> [[Double]] {
    let width = TinyModel.width
    let tables = ["word", "position", "segment", "shape"].map { table("encoder.embeddings.\($0)", width) }
    var x = rows.map { row in
      let parts = [
        tables[0][Int(row.id)], tables[1][Int(row.position)], tables[2][Int(row.segment)],
        tables[3][Int(row.shape.rawValue)],
      ]
      return norm((0..<width).map { column in parts.reduce(0) { $0 + $1[column] } }, "encoder.embeddings.norm")
    }
    for layer in 0..<TinyModel.layers {
      let prefix = "encoder.layers.\(layer)."
      let context = attention(x.map { linear($0, prefix + "attention.qkv") })
      x = zip(x, context).map { row, found in
        norm(sum(row, linear(found, prefix + "attention.output")), prefix + "attention.norm")
      }
      x = x.map { row in
        let wide = linear(row, prefix + "feed_forward.up").map { 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) }
        return norm(sum(row, linear(wide, prefix + "feed_forward.down")), prefix + "feed_forward.norm")
      }
    }
    return x
  }

  private func attention(_ projected: [[Double]]) -> [[Double]] {
    let width = TinyModel.width
    let part = width / 2
    return projected.map { query in
      (0..<2).flatMap { head -> [Double] in
        let scores = projected.map { key in
          (0..<part).reduce(0) { $0 + query[head * part + $1] * key[width + head * part + $1] }
            / Double(part).squareRoot()
        }
        let powers = scores.map { exp($0 - (scores.max() ?? 0)) }
        let total = powers.reduce(0, +)
        return (0..<part).map { column in
          zip(powers, projected).reduce(0) { $0 + $1.0 / total * $1.1[2 * width + head * part + column] }
        }
      }
    }
  }

  private func linear(_ x: [Double], _ name: String) -> [Double] {
    zip(table(name, x.count), model.values(name + ".bias")).map { row, bias in
      zip(row, x).reduce(Double(bias)) { $0 + $1.0 * $1.1 }
    }
  }

  private func norm(_ x: [Double], _ name: String) -> [Double] {
    let mean = x.reduce(0, +) / Double(x.count)
    let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
    let gain = model.values(name + ".weight")
    let bias = model.values(name + ".bias")
    return x.indices.map { (x[$0] - mean) / (variance + 1e-12).squareRoot() * Double(gain[$0]) + Double(bias[$0]) }
  }

  private func sum(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map(+) }

  private func table(_ name: String, _ columns: Int) -> [[Double]] {
    let values = model.values(name)
    return stride(from: 0, to: values.count, by: columns).map { values[$0..<$0 + columns].map(Double.init) }
  }
}
