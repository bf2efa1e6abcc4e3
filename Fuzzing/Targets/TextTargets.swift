import DictumBatch
import DictumKit
import DictumReports

extension FuzzTargets {
  /// Text through the stages that need no encoder. The report must be one that can be fed in again: every span in the
  /// text and between characters, every reference to something that is there.
  static let texts: [FuzzTarget] = [
    text("segment", "[segment]"),
    text("entities", "[segment, entities: { model: small }]"),
    text("quotes", "[segment, quotes: { model: small }]"),
    text("quotes-rules", "[segment, quotes: { model: rules }]"),
    text("syntax", "[segment, syntax: { model: small, chunks: true }]"),
    text("opinions", "[segment, syntax: { model: small }, opinions: { model: small, topics: [war, taxes] }]"),
  ]

  private static func text(_ name: String, _ stages: String) -> FuzzTarget {
    let made = OnDemand { Run(Fuzzed.pipeline(stages)) }
    return FuzzTarget("text-\(name)", longest: 512) { bytes in
      let run = made.value
      var document = Document(id: "fuzzed", text: SourceText(String(decoding: bytes, as: UTF8.self)))
      do throws(DictumError) {
        try run.analyse(&document)
      } catch {
        return
      }
      readAgain(run.report(on: document))
    }
  }

  /// Traps where a report is none.
  static func readAgain(_ report: [UInt8]) {
    do throws(DictumError) {
      _ = try DocumentReader(layers: StandardLayers.all).document(from: report, fallbackID: "")
    } catch {
      preconditionFailure("the report is refused: \(error)\n\(String(decoding: report, as: UTF8.self))")
    }
  }
}
