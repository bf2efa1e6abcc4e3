import DictumKit
import DictumReports
import DictumRuntime
import Synchronization

/// Lines of documents that are analysed one by one while their answers are sent.
final class LineStream: Sendable {
  private let body: [UInt8]
  private let pipeline: Pipeline
  private let reader: DocumentReader
  private let writer: ReportWriter
  private let end: @Sendable () -> Void
  private let state = Mutex((position: 0, line: 0))

  /// - Parameter end: called once, when the last line is done or the client has gone.
  init(
    _ body: [UInt8],
    pipeline: Pipeline,
    reader: DocumentReader,
    writer: ReportWriter,
    end: @escaping @Sendable () -> Void
  ) {
    self.body = body
    self.pipeline = pipeline
    self.reader = reader
    self.writer = writer
    self.end = end
  }

  deinit { end() }

  /// The next line's report, or what went wrong with it; nil after the last.
  func next() -> [UInt8]? {
    while let (line, number) = nextLine() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      var id: String?
      do throws(DictumError) {
        var document = try reader.document(from: Array(line), fallbackID: "line-\(number)")
        id = document.id
        try pipeline.run(&document)
        return writer.report(on: document)
      } catch {
        return ErrorRecord(id: id, line: number, error: error).json
      }
    }
    return nil
  }

  private func nextLine() -> (ArraySlice<UInt8>, Int)? {
    state.withLock { state in
      guard state.position < body.count else { return nil }
      let rest = body[state.position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? body.count
      state.position = end + 1
      state.line += 1
      return (rest[..<end], state.line)
    }
  }
}
