import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Entities

/// What keeps a text made for it from costing time by the square; no article comes near these numbers.
@Suite("Bounds of entities")
struct EntityBoundsTests {
  private func form(_ name: String) -> NameForm { NameForm(name, .person) }

  @Test("of a thousand people with one surname few are compared, and each is found again by the full name")
  func sharedSurname() throws {
    var index = ClusterIndex(try Territories())
    for number in 0..<1_000 { index.add(form("Ann\(number) Smith"), to: number) }
    #expect(index.candidates(for: form("Zoe Smith")).count == ClusterIndex.most)
    #expect(index.candidates(for: form("Ann0 Smith")).contains(0))
    #expect(index.candidates(for: form("Smith")).contains(999))
  }

  @Test("two people who are named in turn a thousand times do not push a third one out")
  func takingTurns() throws {
    var index = ClusterIndex(try Territories())
    for (cluster, name) in ["Cy Smith", "Ann Smith", "Bob Smith"].enumerated() { index.add(form(name), to: cluster) }
    for turn in 0..<1_000 { index.add(form(turn.isMultiple(of: 2) ? "Ann Smith" : "Bob Smith"), to: 1 + turn % 2) }
    #expect(index.candidates(for: form("Smith")) == [0, 1, 2])
  }

  @Test("an entity keeps all of its mentions and a limited number of names")
  func manyNames() {
    var cluster = EntityCluster(form("Smith"), mention: 0)
    for number in 1..<1_000 { cluster.add(form("Ann\(number) Smith"), mention: number) }
    #expect(cluster.forms.count == EntityCluster.mostForms)
    #expect(cluster.mentions.count == 1_000)
  }

  @Test("a name of a thousand words is compared by its first ones")
  func longName() {
    #expect(form(Array(repeating: "Ann", count: 1_000).joined(separator: " ")).words.count == 32)
  }

  @Test("“They” after a list of a hundred people stands for a few")
  func listOfPeople() throws {
    let list = (0..<100).map { "⟦person Ann\($0)⟧" }.joined(separator: " and ")
    let marked = try MarkedText("\(list) met. They left.")
    var document = Document(id: "d", text: SourceText(marked.text))
    let end = marked.text.utf8.count - "They left.".utf8.count
    document[.sentences] = [
      Sentence(id: "s0", span: TextSpan(start: 0, end: end), paragraph: 0),
      Sentence(id: "s1", span: TextSpan(start: end, end: document.text.count), paragraph: 0),
    ]
    document[.tokens] = document.text.simpleTokens
    let people = marked.marks.enumerated().map {
      Mention(id: "m\($0.offset)", span: $0.element.span, type: .person, entity: "e\($0.offset)")
    }
    let found = JointPronouns().mentions(in: document.derived(.reading), people: people)
    #expect((2...24).contains(found.count))
  }

  @Test("of the names with one first word a limited number is looked for elsewhere in the text")
  func echoes() {
    let names = (0..<200).map { "Ann Name\($0)" }
    let text = (names + ["then Ann Name0 and Ann Name199 left"]).joined(separator: " met ")
    var document = Document(id: "d", text: SourceText(text))
    document[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: document.text.count), paragraph: 0)]
    document[.tokens] = document.text.simpleTokens
    var start = 0
    let mentions = names.enumerated().map { number, name in
      defer { start += name.utf8.count + " met ".utf8.count }
      let span = TextSpan(start: start, end: start + name.utf8.count)
      return Mention(id: "m\(number)", span: span, type: .person, confidence: 0.9)
    }
    let found = NameEcho().completed(mentions, in: document.derived(.reading))
    #expect(found.dropFirst(200).map { document.text[$0.span] } == ["Ann Name0"])
  }
}
