import DictumKit
import Foundation
import Segmentation
import Testing

@Suite("The model of sentences")
struct BoundaryModelTests {
  /// A folder with a model of that many weights.
  private func folder(weights: Int) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dictum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let header =
      #"{"scale":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"#
      + #""steps":{"dtype":"I8","shape":[\#(weights)],"data_offsets":[4,\#(4 + weights)]}}"#
    var file = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
    file.append(Data(header.utf8))
    file.append(Data(repeating: 0, count: 4 + weights))
    try file.write(to: folder.appendingPathComponent("sentences-english.safetensors"))
    return folder
  }

  @Test("one of another size is refused, where English needs it and before a document is read")
  func anotherSize() throws {
    let folder = try folder(weights: 7)
    defer { try? FileManager.default.removeItem(at: folder) }
    let resources = Resources(folders: [folder.path])
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
