import DictumKit
import DictumReports
import Testing

@Suite("Layers that documents bring along")
struct BroughtLayersTests {
  private func read(_ layers: String, text: String = "Ann met Bob.") throws -> Document {
    let json = #"{"id": "a", "text": "\#(text)", \#(layers)}"#
    return try DocumentReader(layers: StandardLayers.all).document(from: Array(json.utf8), fallbackID: "line-1")
  }

  @Test("mentions in any order are put in the text's; records without ids are numbered")
  func arranged() throws {
    let document = try read(
      #""mentions": [{"start": 8, "end": 11, "entity": "e1"}, {"start": 0, "end": 3, "entity": "e0"}], "#
        + #""entities": [{"id": "e0", "mentions": ["m0"]}, {"id": "e1", "mentions": ["m1"]}]"#
    )
    #expect(document[.mentions].map { document.text[$0.span] } == ["Ann", "Bob"])
    #expect(document[.mentions].map(\.id) == ["m0", "m1"])
  }

  @Test(
    "what cannot be is refused with the record's path, and the document's id is known",
    arguments: [
      (#""tokens": [{"start": 3, "end": 3}]"#, "tokens[0] is empty"),
      (#""tokens": [{"start": 0, "end": 7}, {"start": 4, "end": 11}]"#, "tokens[1] overlaps the one before it"),
      (#""entities": [{"id": "e0"}, {"id": "e0"}]"#, "entities[1]: the id `e0` appears twice"),
      (#""entities": [{"id": "e0"}, {"name": "Bob"}]"#, "entities[1] has no `id`"),
      (
        #""mentions": [{"id": "m0", "start": 0, "end": 3, "entity": "e7"}]"#,
        "mentions[0].entity names `e7`, which is not there"
      ),
      (
        #""stances": [{"of": "document", "confidence": 1e304}]"#,
        "stances[0].confidence is 1e+304, not within 0.0 and 1.0"
      ),
      (#""mentions": [{"start": 0, "end": 3, "type": "animal"}]"#, "found `animal`"),
      (#""mentions": [{"start": 0}]"#, "mentions[0] needs both `start` and `end`"),
    ]
  )
  func refused(_ layers: String, _ expected: String) throws {
    let error = #expect(throws: DictumError.self) { try read(layers) }
    let messages = error?.diagnostics.map(\.message) ?? []
    #expect(messages.contains { $0.contains(expected) }, "\(messages)")
    #expect(error?.diagnostics.first?.code == .invalidLayer)
    #expect(error?.document == "a")
  }

  @Test("an entity's id of any size leaves room for the next")
  func largeIDs() throws {
    let document = try read(#""entities": [{"id": "e9223372036854775807"}, {"id": "e4"}], "mentions": []"#)
    #expect(document.nextEntityNumber == 5)
  }

  @Test("ids of layers that are not read along mean nothing, and are not taken over")
  func cutLoose() throws {
    let json = #"{"text": "Ann met Bob.", "targets": [{"start": 0, "end": 3, "entity": "e9"}]}"#
    let document = try DocumentReader(layers: [LayerKey.targets]).document(from: Array(json.utf8), fallbackID: "x")
    #expect(document[.targets].map(\.entity) == [nil])
  }
}
