import DictumKit
import DictumModelFile
import DictumNeural
import DictumTesting
import Encoder
import Foundation
import Segmentation
import Testing

@Suite("encode")
struct EncodeStageTests {
  private static let resources = Resources()

  private func run() throws -> StageRun {
    StageRun(
      try SegmentStage(settings: SegmentSettings(), resources: Self.resources),
      try EncodeStage(settings: EncodeSettings(), resources: Self.resources)
    )
  }

  @Test("every word of the text has finite vectors and lies where it stands", arguments: OddTexts.all)
  func words(_ text: String) throws {
    let document = try run()(text)
    let encoding = try #require(document[.encoding]).document
    #expect(encoding.vectors.count == encoding.pieceSpans.count * encoding.width)
    #expect(encoding.vectors.allSatisfy { $0.isFinite })
    var end = 0
    for word in encoding.words {
      #expect(word.span.start >= end && word.span.end <= document.text.count)
      #expect(document.text.isScalarBoundary(word.span.start) && document.text.isScalarBoundary(word.span.end))
      end = word.span.end
    }
  }

  @Test("the same text gives the same vectors, also from several tasks at once")
  func deterministic() async throws {
    let stage = try run()
    let text = "Minister Ada Okafor met the board in Lund. “We are ready,” she said."
    let first = try #require(try stage(text)[.encoding]).document.vectors
    let others = try await withThrowingTaskGroup(of: [Float].self) { group in
      for _ in 0..<4 { group.addTask { try stage(text)[.encoding]?.document.vectors ?? [] } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(others.allSatisfy { $0 == first })
  }

  @Test("a broken model file is a coded error, never a crash")
  func broken() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dictum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("not a model".utf8).write(to: folder.appendingPathComponent("standard.safetensors"))
    #expect {
      try EncodeStage(settings: EncodeSettings(), resources: Resources(folders: [folder.path]))
    } throws: {
      ($0 as? DictumError)?.diagnostics.first?.code.id.hasPrefix("D4") == true
    }
  }

  @Test("a model without a head that a later stage needs is refused before the first document")
  func heads() throws {
    let resources = Resources()
    try resources.expect(heads: [("no such head", .tagger)])
    _ = try EncodeStage(settings: EncodeSettings(), resources: resources)
    try resources.expect(heads: [("entities", .tagger)])
    let error = #expect(throws: DictumError.self) { try resources.expect(heads: [("entities", .span)]) }
    #expect(error?.diagnostics.first?.code == .modelLacksHead)
  }

  @Test("a model that is not there is an error that lists where it was looked for")
  func missing() {
    var settings = EncodeSettings()
    settings.model = "gigantic"
    let error = #expect(throws: DictumError.self) {
      try EncodeStage(settings: settings, resources: Resources(folders: ["/no/such/folder"]))
    }
    #expect(error?.diagnostics.first?.code == .modelNotFound)
    #expect(error?.diagnostics.first?.notes.contains { $0.contains("/no/such/folder/gigantic.safetensors") } == true)
  }
}
