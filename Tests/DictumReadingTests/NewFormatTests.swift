import DictumKit
import DictumReports
import Foundation
import Testing

@testable import DictumReading

// What Docs/formats.md shows begins here.
enum DiaryFile: ArticleFormat {
  static let name = "diary"

  static func recognises(_ start: FileStart) -> Bool { start.begins("DIARY/1") }

  static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let repair = try TextRepair(bytes, encoding: reading.encoding, key: reading.key)
    guard repair.text.count > 8 else { throw reading.damaged(name, "it ends within its head") }
    let text = String(decoding: repair.text.dropFirst(8), as: UTF8.self)
    return [.document(reading.document(text, Metadata(title: "Diary"), repair.diagnostics))]
  }
}
// And ends here.

@Suite("A format of one's own")
struct NewFormatTests {
  private let reader = ArticleReader(json: DocumentReader(layers: []), encoding: .detect, limit: 1_000)

  @Test("the format that Docs/formats.md adds reads a file, and refuses a damaged one")
  func reads() throws {
    let bytes = Array("DIARY/1\nIt rained.".utf8)
    #expect(DiaryFile.recognises(FileStart(bytes, name: "a")))
    let document = try reader.document(bytes, format: DiaryFile.self, key: "a")
    #expect(document.text[document.text.span] == "It rained." && document.metadata.title == "Diary")
    #expect(throws: DictumError.self) { try reader.document(Array("DIARY/1".utf8), format: DiaryFile.self, key: "a") }
  }

  @Test("Docs/formats.md shows it as it is here")
  func documentation() throws {
    let here = try String(contentsOfFile: #filePath, encoding: .utf8)
    let code = try #require(here.split(separator: "begins here.\n").dropFirst().first?.split(separator: "// And").first)
    let page = FormatFiles.folder.replacing("Tests/Formats", with: "Docs/formats.md")
    #expect(try String(contentsOfFile: page, encoding: .utf8).contains("```swift\n\(code)```"))
  }
}
