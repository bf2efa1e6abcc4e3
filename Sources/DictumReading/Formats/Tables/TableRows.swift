import CCSV
import DictumKit

/// The rows of a table, taken apart by libcsv.
enum TableRows {
  /// Gathers what libcsv hands out; a class because it hands it to a C function with a pointer.
  private final class Gatherer {
    var rows: [[String]] = []
    var row: [String] = []
  }

  private static func gatherer(_ context: UnsafeMutableRawPointer?) -> Gatherer? {
    context.map { Unmanaged<Gatherer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// - Throws: `damagedFile` with the row after which the table breaks.
  static func read(_ bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [[String]] {
    let line = bytes.prefix { $0 != 0x0A }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let delimiter = marks.max { a, b in line.count { $0 == a } < line.count { $0 == b } } ?? marks[0]
    guard let parser = csv_make(delimiter) else { throw reading.damaged("CSV", "no memory") }
    defer { csv_unmake(parser) }
    let gatherer = Gatherer()
    let context = Unmanaged.passUnretained(gatherer).toOpaque()
    let field: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      start,
      count,
      context in
      let bytes = UnsafeRawBufferPointer(start: start, count: count)
      TableRows.gatherer(context)?.row.append(String(decoding: bytes, as: UTF8.self))
    }
    let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
      guard let gatherer = TableRows.gatherer(context) else { return }
      gatherer.rows.append(gatherer.row)
      gatherer.row = []
    }
    let taken = bytes.withUnsafeBytes { csv_parse(parser, $0.baseAddress, $0.count, field, row, context) }
    guard taken == bytes.count, csv_fini(parser, field, row, context) == 0 else {
      let reason = String(cString: csv_strerror(csv_error(parser)))
      throw reading.damaged("CSV", "after row \(gatherer.rows.count): \(reason)")
    }
    return gatherer.rows
  }
}
