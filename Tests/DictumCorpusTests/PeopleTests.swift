import DictumCorpus
import DictumKit
import Testing

@Suite("The file of people")
struct PeopleTests {
  private func problems(_ text: String) -> [Diagnostic] {
    do throws(DictumError) {
      _ = try People(Array(text.utf8), file: "people.yaml")
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test("what is wrong is shown at its place, all at once")
  func strict() throws {
    let found = problems(
      """
      people:
        - name: Ann Lee
          aliasses: [Lee]
        - name: Bob Lee
          wikidata: 42
        - aliases: [HT]
      """
    )
    #expect(found.map(\.code.id) == ["D103", "D104"])
    #expect(found.first?.rendered.contains("did you mean `aliases`?") == true)
    #expect(found.first?.location?.line == 3)
    #expect(problems("people:\n  - aliases: [HT]\n").map(\.code.id) == ["D105"])
  }

  @Test("a name can mean one entry only")
  func ambiguous() {
    let found = problems("people:\n  - { name: Ann Lee, aliases: [Lee] }\n  - { name: Bob Lee, aliases: [lee] }\n")
    #expect(found.map(\.code.id) == ["D109"])
    #expect(found.first?.message.contains("a name of `Ann Lee` already") == true)
  }

  @Test("an item on Wikidata is a Q and digits")
  func wikidata() {
    #expect(problems("people:\n  - { name: Ann Lee, wikidata: Q }\n").map(\.code.id) == ["D109"])
    #expect(problems("people:\n  - { name: Ann Lee, wikidata: Q42 }\n").isEmpty)
  }
}
