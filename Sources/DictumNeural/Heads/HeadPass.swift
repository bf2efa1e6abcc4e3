import DictumKit

extension Encoder {
  /// Runs a head over rows of features.
  ///
  /// - Parameters:
  ///   - count: the number of rows.
  ///   - fill: writes the features of row `index`, all of them.
  /// - Returns: `[count, labels]`, row-major, before any softmax.
  /// - Throws: `engineFailed`.
  func logits(
    _ head: HeadLayers,
    count: Int,
    fill: (_ index: Int, _ features: UnsafeMutablePointer<Float>) -> Void
  ) throws(DictumError) -> [Float] {
    let block = ProductRunner.maximumRows
    let labels = head.output.outputs
    var logits: [Float] = []
    logits.reserveCapacity(count * labels)
    ComputeEngine.claimOneThread()
    let room = HeadRoom(head, rows: min(block, count) + ProductRunner.rowStep)
    var start = 0
    while start < count {
      let rows = min(block, count - start)
      for row in 0..<rows { fill(start + row, room.features + row * head.features) }
      try pass.multiply(room.features, rows: rows, by: head.hidden, into: room.hidden)
      gelu(room.hidden, count: rows * head.hidden.outputs)
      try pass.multiply(room.hidden, rows: rows, by: head.output, into: room.output)
      logits.append(contentsOf: UnsafeBufferPointer(start: room.output, count: rows * labels))
      start += rows
    }
    return logits
  }
}

/// Room for one block of a head's rows.
private final class HeadRoom {
  let features: UnsafeMutablePointer<Float>
  let hidden: UnsafeMutablePointer<Float>
  let output: UnsafeMutablePointer<Float>

  init(_ head: HeadLayers, rows: Int) {
    func room(_ width: Int) -> UnsafeMutablePointer<Float> {
      let made = UnsafeMutablePointer<Float>.allocate(capacity: rows * width)
      made.initialize(repeating: 0, count: rows * width)
      return made
    }
    features = room(head.features)
    hidden = room(head.hidden.outputs)
    output = room(head.output.outputs)
  }

  deinit {
    features.deallocate()
    hidden.deallocate()
    output.deallocate()
  }
}
