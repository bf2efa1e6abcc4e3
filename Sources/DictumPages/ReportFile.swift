import DictumJSON
public import DictumKit
import DictumReports
import DictumSystem

/// Reports as files hold them: one JSON object, or one a line.
public enum ReportFile {
  /// A reader that takes along every layer of the report's contract.
  private static var reader: DocumentReader { DocumentReader(layers: StandardLayers.all) }

  /// The documents of a file of reports, in their order.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`, `malformedJSON`, `invalidDocument`, `invalidLayer`, with the file's name.
  public static func documents(_ path: String) throws(DictumError) -> [Document] {
    let bytes = try FileInput.read(path)
    do throws(DictumError) {
      return try documents(in: bytes, name: path)
    } catch {
      throw error.inFile(path)
    }
  }

  private static func documents(in bytes: [UInt8], name: String) throws(DictumError) -> [Document] {
    let reader = reader
    let isLines = bytes.firstIndex(of: UInt8(ascii: "\n")).map { isObject(bytes[..<$0]) } ?? false
    guard isLines else { return [try document(bytes, reader, name)] }
    var documents: [Document] = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() where !isError(line) {
      documents.append(try document(Array(line), reader, "\(name):\(number + 1)"))
    }
    return documents
  }

  /// One report.
  ///
  /// - Throws: as `documents`; a report without its text cannot be read by people.
  private static func document(_ bytes: [UInt8], _ reader: DocumentReader, _ name: String) throws(DictumError)
    -> Document
  {
    do throws(DictumError) {
      return try reader.document(from: bytes, fallbackID: name)
    } catch {
      throw error.wantingText
    }
  }

  private static func isObject(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "{") && line.last { $0 > 0x20 } == UInt8(ascii: "}")
  }

  /// Whether the line stands in a report's place for a document that failed.
  private static func isError(_ line: ArraySlice<UInt8>) -> Bool {
    (try? JSONValue.parse(Array(line)) { value throws(DictumError) in value["error"] != nil && value["text"] == nil })
      ?? false
  }
}

extension DictumError {
  /// The same error, saying what a report needs to be shown, where that may be what is missing.
  var wantingText: DictumError {
    guard diagnostics.first?.code == .invalidDocument else { return self }
    var error = self
    error.diagnostics[0].notes.append("a page needs reports with their text: `report: { text: true }`")
    return error
  }

  /// The same error, saying which file it is about.
  func inFile(_ file: String) -> DictumError {
    DictumError(
      diagnostics.map { diagnostic in
        guard !diagnostic.message.contains(file) else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.message = "\(file): \(diagnostic.message)"
        return diagnostic
      }
    )
  }
}
