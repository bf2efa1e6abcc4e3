import DictumKit
import Testing

@testable import Segmentation

@Test func cutsSentences() throws {
  let stage = try SegmentStage(settings: SegmentSettings(), resources: Resources())
  var document = Document(id: "d", text: SourceText("Mr. Aso came. He left.\n\nThe end."))
  try stage.annotate(&document)
  #expect(document[.sentences].map { document.text[$0.span] } == ["Mr. Aso came.", "He left.", "The end."])
  #expect(document[.sentences].map(\.paragraph) == [0, 0, 1])
}
