import DictumKit

/// Windows whose rows lie one after another in one matrix.
struct PackedBatch {
  var rows: [PieceRow] = []
  /// Each window's rows.
  var windows: [Range<Int>] = []
}

/// The encoder's computation for one worker: a post-norm BERT encoder (Devlin et al. 2019) over packed windows.
///
/// Linear layers run over all rows in blocks, attention within each window, so windows of any lengths share a batch
/// without padding.
final class ForwardPass {
  private let model: Model
  private let runner: ProductRunner
  private let attention: Attention
  private let space: Workspace

  /// Rows that a batch may have.
  var capacity: Int { space.rows }

  /// Rows of a batch where windows allow it: three full windows of `standard`.
  static let preferredRows = 576

  /// - Throws: `engineFailed`.
  init(_ model: Model) throws(DictumError) {
    self.model = model
    let config = model.config
    runner = try ProductRunner(model.engine)
    let longest = max(config.window, 8)
    attention = Attention(heads: config.attentionHeads, headWidth: config.headWidth, longest: longest)
    space = Workspace(config, rows: max(longest, Self.preferredRows))
  }

  /// Runs all layers.
  ///
  /// - Returns: `[batch.rows, width]`, row-major, valid until the next call.
  /// - Throws: `engineFailed`.
  func run(_ batch: PackedBatch) throws(DictumError) -> UnsafePointer<Float> {
    precondition(batch.rows.count <= space.rows, "a batch that fits")
    ComputeEngine.claimOneThread()
    let width = model.config.width
    for (index, row) in batch.rows.enumerated() {
      model.embeddings.write(row, epsilon: model.config.normEpsilon, to: space.hidden + index * width)
    }
    for layer in model.layers {
      for block in blocks(batch.rows.count) { try project(layer, block) }
      for window in batch.windows {
        attention.apply(
          space.projected + window.lowerBound * 3 * width,
          rows: window.count,
          into: space.context + window.lowerBound * width
        )
      }
      for block in blocks(batch.rows.count) {
        switch model.precision {
        case .float32: try transform(layer, block)
        case .int8: try transformQuantised(layer, block)
        }
      }
    }
    return UnsafePointer(space.hidden)
  }

  /// Runs a small linear layer over `rows` rows; used by heads.
  ///
  /// - Throws: `engineFailed`.
  func multiply(
    _ source: UnsafePointer<Float>,
    rows: Int,
    by layer: LinearLayer,
    into target: UnsafeMutablePointer<Float>
  ) throws(DictumError) {
    for block in blocks(rows) {
      try runner.multiply(
        source + block.lowerBound * layer.inputs,
        rows: block.count,
        by: layer,
        into: target + block.lowerBound * layer.outputs
      )
    }
  }

  /// Runs a layer of 8-bit weights over quantised rows; used by heads.
  ///
  /// - Throws: `engineFailed`.
  func multiply(
    _ source: QuantisedRows,
    rows: Int,
    by layer: LinearLayer,
    into target: UnsafeMutablePointer<Float>
  ) throws(DictumError) {
    guard let columns = layer.columns else { return }
    for block in blocks(rows) { try source.multiply(block, by: layer, columns, into: target, runner) }
  }

  private func blocks(_ rows: Int) -> [Range<Int>] {
    stride(from: 0, to: rows, by: ProductRunner.maximumRows).map { start in
      start..<min(rows, start + ProductRunner.maximumRows)
    }
  }

  private func project(_ layer: EncoderLayer, _ block: Range<Int>) throws(DictumError) {
    let width = model.config.width
    let source = space.hidden + block.lowerBound * width
    let target = space.projected + block.lowerBound * 3 * width
    guard let columns = layer.projection.columns else {
      return try runner.multiply(source, rows: block.count, by: layer.projection, into: target)
    }
    quantise(source, rows: block.count)
    try runner.multiply(space.bytes, rows: block.count, by: layer.projection, into: space.products)
    let sums = space.products.assumingMemoryBound(to: Int32.self)
    for row in 0..<block.count {
      columns.restore(sums + row * 3 * width, row: space.scales[row], into: target + row * 3 * width)
    }
  }

  private func quantise(_ source: UnsafePointer<Float>, rows: Int) {
    let width = model.config.width
    for row in 0..<rows {
      space.scales[row] = DictumNeural.quantise(
        source + row * width,
        count: width,
        levels: model.engine.activationLevels,
        into: space.bytes + row * width
      )
    }
  }

  /// Attention's output and the feed-forward part of a block, in floats.
  private func transform(_ layer: EncoderLayer, _ block: Range<Int>) throws(DictumError) {
    let width = model.config.width
    let epsilon = model.config.normEpsilon
    let hidden = space.hidden + block.lowerBound * width
    let context = space.context + block.lowerBound * width
    let products = space.products.assumingMemoryBound(to: Float.self)
    try runner.multiply(context, rows: block.count, by: layer.attentionOutput, into: products)
    for row in 0..<block.count {
      add(products + row * width, to: hidden + row * width, count: width)
      layer.attentionNorm.apply(hidden + row * width, epsilon: epsilon)
    }
    try runner.multiply(hidden, rows: block.count, by: layer.up, into: space.wide)
    gelu(space.wide, count: block.count * model.config.feedForward)
    try runner.multiply(space.wide, rows: block.count, by: layer.down, into: products)
    for row in 0..<block.count {
      add(products + row * width, to: hidden + row * width, count: width)
      layer.feedForwardNorm.apply(hidden + row * width, epsilon: epsilon)
    }
  }

  /// The same with products in 8 bits; everything between products stays in floats.
  private func transformQuantised(_ layer: EncoderLayer, _ block: Range<Int>) throws(DictumError) {
    guard let output = layer.attentionOutput.columns, let up = layer.up.columns, let down = layer.down.columns else {
      return
    }
    let width = model.config.width
    let feedForward = model.config.feedForward
    let epsilon = model.config.normEpsilon
    let levels = model.engine.activationLevels
    let hidden = space.hidden + block.lowerBound * width
    let sums = space.products.assumingMemoryBound(to: Int32.self)
    quantise(space.context + block.lowerBound * width, rows: block.count)
    try runner.multiply(space.bytes, rows: block.count, by: layer.attentionOutput, into: space.products)
    for row in 0..<block.count {
      let vector = hidden + row * width
      output.restore(sums + row * width, row: space.scales[row], into: space.row)
      add(space.row, to: vector, count: width)
      layer.attentionNorm.apply(vector, epsilon: epsilon)
      space.scales[row] = DictumNeural.quantise(vector, count: width, levels: levels, into: space.bytes + row * width)
    }
    try runner.multiply(space.bytes, rows: block.count, by: layer.up, into: space.products)
    for row in 0..<block.count {
      up.restore(sums + row * feedForward, row: space.scales[row], into: space.row)
      gelu(space.row, count: feedForward)
      space.scales[row] = DictumNeural.quantise(
        space.row,
        count: feedForward,
        levels: levels,
        into: space.bytes + row * feedForward
      )
    }
    try runner.multiply(space.bytes, rows: block.count, by: layer.down, into: space.products)
    for row in 0..<block.count {
      let vector = hidden + row * width
      down.restore(sums + row * width, row: space.scales[row], into: space.row)
      add(space.row, to: vector, count: width)
      layer.feedForwardNorm.apply(vector, epsilon: epsilon)
    }
  }
}
