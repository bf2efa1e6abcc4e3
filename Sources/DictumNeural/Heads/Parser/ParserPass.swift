import CDNNL
import DictumKit

/// A parser's computation over batches of whole units, with room for one batch.
final class ParserPass {
  private let layers: ParserLayers
  private let encoder: Encoder
  private let features: ParserRoom
  private let hidden: ParserRoom
  private let dependents: ParserRoom
  private let heads: ParserRoom
  private let projected: ParserRoom
  private let relationDependents: ParserRoom
  private let relationHeads: ParserRoom
  /// Logits of parts of speech, then of relations.
  private let logits: ParserRoom
  /// Features in 8 bits; nil where products run in floats.
  private let quantised: QuantisedRows?

  /// Rows of a batch, where its units allow it.
  static let preferredRows = 512

  /// - Parameter rows: the tokens of all batches together.
  init(_ layers: ParserLayers, _ encoder: Encoder, rows: Int) {
    self.layers = layers
    self.encoder = encoder
    let rows = min(rows, Self.preferredRows)
    features = ParserRoom(rows, layers.features)
    hidden = ParserRoom(rows, layers.hidden.outputs)
    dependents = ParserRoom(rows, layers.space)
    heads = ParserRoom(rows, layers.space)
    projected = ParserRoom(rows, layers.space)
    relationDependents = ParserRoom(rows, layers.space)
    relationHeads = ParserRoom(rows, layers.space)
    logits = ParserRoom(rows, max(layers.output.outputs, layers.relationOutput.outputs))
    quantised =
      layers.hidden.precision == .int8
      ? QuantisedRows(rows, layers.features, widest: max(layers.hidden.outputs, layers.space)) : nil
    ComputeEngine.claimOneThread()
  }

  /// Fills in the tokens of some units, whose relations within them are all known then.
  ///
  /// - Parameter root: the label of a root.
  /// - Throws: `engineFailed`.
  func parse(
    _ units: ArraySlice<Range<Int>>,
    of read: ParserUnits,
    in document: EncodedDocument,
    root: Int,
    into parsed: inout [ParsedToken]
  ) throws(DictumError) {
    let tokens = units.flatMap(\.self)
    for unit in zip(units, starts(units)) { write(unit.0, at: unit.1, read, document) }
    try multiply(rows: tokens.count)
    try encoder.pass.multiply(hidden.start, rows: tokens.count, by: layers.output, into: logits.start)
    for (row, token) in tokens.enumerated() {
      parsed[token].part = best(row, layers.output.outputs, but: nil)
    }
    try encoder.pass.multiply(dependents.start, rows: tokens.count, by: layers.arcBilinear, into: projected.start)
    for (unit, start) in zip(units, starts(units)) {
      for (place, head) in SpanningTree.heads(scores(start, unit.count), count: unit.count).enumerated() {
        parsed[unit.lowerBound + place].head = head == 0 ? nil : unit.lowerBound + head - 1
        relate(start + place, to: head == 0 ? nil : start + head - 1)
      }
    }
    gelu(relationDependents.start, count: tokens.count * layers.space)
    try encoder.pass.multiply(
      relationDependents.start,
      rows: tokens.count,
      by: layers.relationOutput,
      into: logits.start
    )
    for (row, token) in tokens.enumerated() {
      parsed[token].relation = parsed[token].head == nil ? root : best(row, layers.relationOutput.outputs, but: root)
    }
  }

  /// The first row of each unit.
  private func starts(_ units: ArraySlice<Range<Int>>) -> [Int] {
    var next = 0
    return units.map { unit in
      defer { next += unit.count }
      return next
    }
  }

  /// Writes the features of a unit's tokens.
  private func write(_ unit: Range<Int>, at start: Int, _ read: ParserUnits, _ document: EncodedDocument) {
    for token in unit {
      let row = features.start + (start + token - unit.lowerBound) * layers.features
      document.writeMean(of: read.pieces[token], to: row)
      for (place, neighbour) in [token - 1, token, token + 1].enumerated() {
        let shape = unit.contains(neighbour) ? read.shapes[neighbour] : .special
        for offset in 0..<layers.tableWidth {
          row[document.width + place * layers.tableWidth + offset] =
            layers.table[Int(shape.rawValue) * layers.tableWidth + offset]
        }
      }
    }
  }

  /// The products that read features, and their GELUs.
  private func multiply(rows: Int) throws(DictumError) {
    let products = [
      (layers.hidden, hidden), (layers.arcDependent, dependents), (layers.arcHead, heads),
      (layers.relationDependent, relationDependents), (layers.relationHead, relationHeads),
    ]
    if let quantised {
      quantised.fill(from: features.start, rows: rows, levels: encoder.model.engine.activationLevels)
      for (layer, target) in products {
        try encoder.pass.multiply(quantised, rows: rows, by: layer, into: target.start)
      }
    } else {
      for (layer, target) in products {
        try encoder.pass.multiply(features.start, rows: rows, by: layer, into: target.start)
      }
    }
    gelu(hidden.start, count: rows * layers.hidden.outputs)
    gelu(dependents.start, count: rows * layers.space)
    gelu(heads.start, count: rows * layers.space)
  }

  /// The scores of a unit's arcs: `[count, 1 + count]`, the root first.
  private func scores(_ start: Int, _ count: Int) -> [Float] {
    let space = layers.space
    let width = count + 1
    let source = projected.start + start * space
    var scores = [Float](repeating: 0, count: count * width)
    scores.withUnsafeMutableBufferPointer { target in
      guard let base = target.baseAddress else { return }
      // It fails on senseless sizes alone.
      dnnl_sgemm(
        CChar(bitPattern: UInt8(ascii: "N")),
        CChar(bitPattern: UInt8(ascii: "T")),
        Int64(count),
        Int64(count),
        Int64(space),
        1,
        source,
        Int64(space),
        heads.start + start * space,
        Int64(space),
        0,
        base + 1,
        Int64(width)
      )
      for row in 0..<count {
        var sum: Float = 0
        for column in 0..<space { sum += source[row * space + column] * layers.root[column] }
        base[row * width] = sum
      }
    }
    return scores
  }

  /// Adds to a row of relation dependents the vector of its head.
  private func relate(_ row: Int, to head: Int?) {
    let space = layers.space
    let target = relationDependents.start + row * space
    if let head {
      add(relationHeads.start + head * space, to: target, count: space)
    } else {
      layers.relationRoot.withUnsafeBufferPointer { root in
        if let base = root.baseAddress { add(base, to: target, count: space) }
      }
    }
  }

  /// The first of the best labels of a row.
  private func best(_ row: Int, _ count: Int, but left: Int?) -> Int {
    let scores = logits.start + row * count
    var best = left == 0 ? min(1, count - 1) : 0
    for label in 0..<count where label != left && scores[label] > scores[best] { best = label }
    return best
  }
}

/// Rows of floats, with room for the rows that products add to make whole blocks.
final class ParserRoom {
  let start: UnsafeMutablePointer<Float>

  init(_ rows: Int, _ width: Int) {
    let count = (rows + ProductRunner.rowStep) * width
    start = .allocate(capacity: count)
    start.initialize(repeating: 0, count: count)
  }

  deinit { start.deallocate() }
}
