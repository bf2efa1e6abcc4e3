import DictumKit
import Glibc
import Segmentation
import Testing

@Suite("The model of sentences")
struct BoundaryModelTests {
  /// A folder with a model of that many weights. (Foundation brings an ICU of its own, which does not go with Dictum's.)
  private func folder(weights: Int) throws -> String {
    var template = Array("/tmp/dictum-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    let header =
      #"{"scale":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"#
      + #""steps":{"dtype":"I8","shape":[\#(weights)],"data_offsets":[4,\#(4 + weights)]}}"#
    let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
    let bytes = length + Array(header.utf8) + [UInt8](repeating: 0, count: 4 + weights)
    let file = try #require(fopen(folder + "/sentences-english.safetensors", "w"))
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    fclose(file)
    return folder
  }

  @Test("one of another size is refused, where English needs it and before a document is read")
  func anotherSize() throws {
    let folder = try folder(weights: 7)
    defer {
      unlink(folder + "/sentences-english.safetensors")
      rmdir(folder)
    }
    let resources = Resources(folders: [folder])
    let error = #expect(throws: DictumError.self) {
      try SegmentStage(settings: SegmentSettings(), resources: resources)
    }
    #expect(error?.diagnostics.first?.message.contains("steps has 7 elements, expected 131072") == true)
    var german = SegmentSettings()
    german.locale = "de"
    #expect(throws: Never.self) { try SegmentStage(settings: german, resources: resources) }
    #expect(SegmentStage.contract(for: german).models.isEmpty)
    #expect(SegmentStage.contract(for: SegmentSettings()).models == ["sentences-english"])
  }

  @Test("reports say which one it was")
  func isNamed() throws {
    let resources = Resources()
    _ = try SegmentStage(settings: SegmentSettings(), resources: resources)
    #expect(resources.models.map(\.name) == ["sentences-english"])
  }
}
