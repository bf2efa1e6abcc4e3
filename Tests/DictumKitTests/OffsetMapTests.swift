import DictumKit
import DictumTesting
import Testing

@Suite("Offsets")
struct OffsetMapTests {
  @Test("every scalar boundary has the offset that Swift's own views count", arguments: OddTexts.all)
  func agreesWithStringViews(_ string: String) {
    let text = SourceText(string)
    let scalars = OffsetMap(text, unit: .unicodeScalar)
    let utf16 = OffsetMap(text, unit: .utf16)
    let utf8 = OffsetMap(text, unit: .utf8)
    for index in Array(string.unicodeScalars.indices) + [string.endIndex] {
      let offset = string.utf8.distance(from: string.startIndex, to: index)
      #expect(scalars.offset(utf8: offset) == string.unicodeScalars.distance(from: string.startIndex, to: index))
      #expect(utf16.offset(utf8: offset) == string.utf16.distance(from: string.startIndex, to: index))
      #expect(utf8.offset(utf8: offset) == offset)
    }
  }

  @Test("converting there and back changes nothing", arguments: OddTexts.all, OffsetUnit.allCases)
  func roundTrip(_ string: String, _ unit: OffsetUnit) {
    let text = SourceText(string)
    let map = OffsetMap(text, unit: unit)
    for offset in 0...text.count where text.isScalarBoundary(offset) {
      #expect(map.utf8(offset: map.offset(utf8: offset)) == offset)
    }
  }

  @Test("an offset inside a scalar or outside the text has no place")
  func refusesWhatIsNoBoundary() {
    let text = SourceText("a😀b")
    #expect(OffsetMap(text, unit: .utf16).utf8(offset: 2) == nil)
    #expect(OffsetMap(text, unit: .utf8).utf8(offset: 3) == nil)
    for unit in OffsetUnit.allCases {
      #expect(OffsetMap(text, unit: unit).utf8(offset: -1) == nil)
      #expect(OffsetMap(text, unit: unit).utf8(offset: 99) == nil)
    }
  }
}

@Suite("Source text")
struct SourceTextTests {
  @Test("bytes that are not UTF-8 are refused with the first offending offset")
  func namesTheByte() {
    let bytes = Array("caf".utf8) + [0xE9] + Array(" noir".utf8)
    let error = #expect(throws: DictumError.self) { try SourceText(validating: bytes) }
    #expect(error?.diagnostics.first?.code == .notUTF8)
    #expect(error?.summary.contains("byte 0xE9 at offset 3") == true)
  }

  @Test("valid text keeps its bytes", arguments: OddTexts.all)
  func keepsBytes(_ string: String) throws {
    let text = try SourceText(validating: Array(string.utf8))
    #expect(text[text.span] == string)
    #expect(text.isASCII == string.utf8.allSatisfy { $0 < 0x80 })
  }
}
