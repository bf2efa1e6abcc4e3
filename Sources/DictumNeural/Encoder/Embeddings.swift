import DictumKit
import DictumModelFile

/// The tables whose rows add up to a piece's first vector.
struct Embeddings: Sendable {
  /// Stays in the mapped file: a text touches a small part of it.
  let word: WeightMatrix
  let position: [Float]
  let segment: [Float]
  let shape: [Float]
  let norm: LayerNorm
  let width: Int

  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ config: ModelConfig, _ tensors: TensorTable) throws(DictumError) {
    let prefix = "encoder.embeddings."
    width = config.width
    word = try WeightMatrix(prefix + "word", rows: config.vocabulary, columns: width, in: tensors)
    position = try tensors.table(prefix + "position", rows: config.positions, columns: width)
    segment = try tensors.table(prefix + "segment", rows: config.segments, columns: width)
    shape = try tensors.table(prefix + "shape", rows: config.shapes, columns: width)
    norm = try tensors.norm(prefix + "norm", width: width)
  }

  /// Writes the normalised sum of a piece's rows.
  func write(_ row: PieceRow, epsilon: Float, to target: UnsafeMutablePointer<Float>) {
    word.copyRow(Int(row.id), to: target)
    add(position, Int(row.position), to: target)
    add(segment, Int(row.segment), to: target)
    add(shape, Int(row.shape.rawValue), to: target)
    norm.apply(target, epsilon: epsilon)
  }

  private func add(_ table: [Float], _ row: Int, to target: UnsafeMutablePointer<Float>) {
    precondition(row >= 0 && (row + 1) * width <= table.count, "a row of the table")
    table.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      DictumNeural.add(base + row * width, to: target, count: width)
    }
  }
}

/// What the encoder reads of one piece.
struct PieceRow: Sendable {
  var id: Int32
  var position: Int32
  var segment: UInt8
  var shape: WordShape
}
