import DictumKit
import DictumRuntime
import DictumSystem
import Foundation
import Testing

@Suite("Reading input")
struct InputTests {
  @Test("a byte order mark is no part of the text")
  func byteOrderMark() throws {
    let text = try TextEncoding.utf8.decode([0xEF, 0xBB, 0xBF] + Array("Ann".utf8))
    #expect(text[text.span] == "Ann")
  }

  @Test("another encoding is an error that names the byte and says what to try")
  func otherEncoding() {
    let bytes =
      Array("Die Ministerin sagte, sie sei f".utf8) + [0xFC] + Array("r Gespr".utf8) + [0xE4] + Array("che.".utf8)
    let error = #expect(throws: DictumError.self) { try TextEncoding.utf8.decode(bytes) }
    #expect(error?.summary.contains("0xFC at offset 31") == true)
    #expect(error?.diagnostics.first?.notes.first?.contains("--encoding") == true)
  }

  @Test("a named or detected encoding is converted")
  func conversion() throws {
    let bytes =
      Array("Die Ministerin sagte, sie sei f".utf8) + [0xFC] + Array("r Gespr".utf8) + [0xE4] + Array("che offen.".utf8)
    for encoding in [TextEncoding.named("windows-1252"), .detect] {
      let text = try encoding.decode(bytes)
      #expect(text[text.span] == "Die Ministerin sagte, sie sei für Gespräche offen.")
    }
    #expect(throws: DictumError.self) { try TextEncoding.named("klingon").decode(bytes) }
    #expect(try TextEncoding.named("utf-16").decode([])[TextSpan()] == "")
  }

  @Test(
    "lines come without their line feeds, the last one too when it has none",
    arguments: [1, 65_535, 65_536, 200_000]
  )
  func lines(_ length: Int) throws {
    let long = String(repeating: "x", count: length)
    let pipe = try TemporaryFile("a\n\n\(long)\nend")
    defer { pipe.remove() }
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: pipe.path))
    var reader = LineReader(descriptor: handle.fileDescriptor)
    var lines: [Int] = []
    while let line = try reader.next() { lines.append(try line.content.get().count) }
    #expect(lines == [1, 0, length, 3])
  }

  @Test("a line over the limit costs that line alone")
  func longLine() throws {
    let file = try TemporaryFile("one\n\(String(repeating: "x", count: 200_000))\nthree\n")
    defer { file.remove() }
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file.path))
    var reader = LineReader(descriptor: handle.fileDescriptor, limit: 100)
    var found: [String] = []
    while let line = try reader.next() {
      switch line.content {
      case .success(let bytes): found.append("\(line.number) \(String(decoding: bytes, as: UTF8.self))")
      case .failure(let error): found.append("\(line.number) \(error.diagnostics[0].code.id)")
      }
    }
    #expect(found == ["1 one", "2 D204", "3 three"])
  }

  @Test("a missing file and a folder are told apart")
  func missing() {
    let missing = #expect(throws: DictumError.self) { try FileInput.read("/no/such/file") }
    #expect(missing?.diagnostics.first?.code == .fileNotFound)
    let folder = #expect(throws: DictumError.self) { try FileInput.read("/") }
    #expect(folder?.diagnostics.first?.code == .fileUnreadable)
  }

  @Test("a report replaces the old one whole, and a failed write leaves nothing behind")
  func replace() throws {
    let file = try TemporaryFile("old")
    defer { file.remove() }
    try FileOutput.replace(file.path, with: Array("new".utf8))
    #expect(try FileInput.read(file.path) == Array("new".utf8))
    let error = #expect(throws: DictumError.self) { try FileOutput.replace("/proc/none/x.json", with: []) }
    #expect(error?.diagnostics.first?.code == .outputFailed)
  }
}

/// A file that a test writes and removes.
struct TemporaryFile {
  let path: String

  init(_ content: String) throws {
    path = NSTemporaryDirectory() + "dictum-\(UUID().uuidString).txt"
    try content.write(toFile: path, atomically: true, encoding: .utf8)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
