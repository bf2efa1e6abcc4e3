import DictumKit
import DictumNeural
import DictumTesting
import Encoder
import Entities
import Foundation
import Segmentation
import Testing

@Suite("entities")
struct EntitiesStageTests {
  private func run(_ model: ModelSize = .small) throws -> StageRun {
    let resources = Resources()
    var settings = EntitiesSettings()
    settings.model = model
    let segment = try SegmentStage(settings: SegmentSettings(), resources: resources)
    guard model == .standard else {
      return StageRun(segment, try EntitiesStage(settings: settings, resources: resources))
    }
    return StageRun(
      segment,
      try EncodeStage(settings: EncodeSettings(), resources: resources),
      try EntitiesStage(settings: settings, resources: resources)
    )
  }

  @Test("small finds what the examples show", arguments: EntitiesStage.examples)
  func examples(_ example: StageExample) throws {
    #expect(try run().difference(example, .mentions, label: "mention") == nil)
  }

  @Test("the sample article's two ministers are one entity each, under all their names")
  func sampleArticle() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Examples/trilateral.txt").path
    let document = try run()(try String(contentsOfFile: path, encoding: .utf8))
    for (surname, full) in [("Blinken", "Antony J. Blinken"), ("Hayashi", "Hayashi Yoshimasa")] {
      let people = document[.entities].filter {
        $0.type == .person && ([$0.name] + $0.aliases).contains { $0.contains(surname) }
      }
      #expect(people.map(\.name) == [full])
      #expect(people.first?.aliases.contains(surname) == true)
    }
    #expect(document[.entities].first { $0.name == "United States" }?.aliases.contains("US") == true)
  }

  @Test("a flood of marks costs little, and the text around it is read")
  func flood() throws {
    let marks = String(repeating: "\"", count: 200_000)
    let document = try run()("Angela Merkel left Paris.\n\n\(marks)\n\nEmmanuel Macron stayed in Lyon.")
    #expect(
      document[.mentions].map { document.text[$0.span] } == ["Angela Merkel", "Paris", "Emmanuel Macron", "Lyon"]
    )
  }

  @Test("mentions and entities point at each other", arguments: OddTexts.all)
  func references(_ text: String) throws {
    let document = try run()(text + " Angela Merkel met Emmanuel Macron. Merkel left Paris.")
    let entities = Dictionary(uniqueKeysWithValues: document[.entities].map { ($0.id, $0) })
    for mention in document[.mentions] {
      let entity = try #require(mention.entity.flatMap { entities[$0] })
      #expect(entity.mentions.contains(mention.id) && entity.type == mention.type)
      #expect((0...1).contains(mention.confidence))
      #expect(document.text.isScalarBoundary(mention.span.start) && document.text.isScalarBoundary(mention.span.end))
    }
    #expect(Set(document[.mentions].map(\.id)).count == document[.mentions].count)
  }

  @Test(
    "a pronoun that begins a sentence is not the one whom its sentence names afterwards",
    arguments: [
      "Antony Blinken flew to Tokyo on Monday. He congratulated Hayashi Yoshimasa on the progress.",
      "The minister spoke in Tokyo. He congratulated Foreign Minister Hayashi Yoshimasa on the progress.",
      "A spokesman opened the meeting. He spoke first. Hayashi Yoshimasa answered and left.",
    ]
  )
  func disjointReference(_ text: String) throws {
    let document = try run(.standard)(text)
    let pronoun = document[.mentions].first { document.text[$0.span].lowercased() == "he" }
    let meant = document[.entities].first { $0.id == pronoun?.entity }
    #expect(meant?.name != "Hayashi Yoshimasa")
    if text.contains("Blinken") { #expect(meant?.name == "Antony Blinken") }
  }

  @Test("a sum and its sign are one mention")
  func joinedSum() throws {
    let document = try run(.standard)("The deal is worth £420m, and $30 billion were lost in Argentina.")
    let sums = document[.mentions].filter { $0.type == .money }.map { document.text[$0.span] }
    #expect(sums == ["£420m", "$30 billion"])
  }
}
