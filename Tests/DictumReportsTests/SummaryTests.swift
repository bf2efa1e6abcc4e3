import DictumKit
import DictumReports
import DictumTesting
import Testing

@Suite("Summary")
struct SummaryTests {
  @Test("a statement is shown with its speaker and what it is for and against, each target once")
  func statement() throws {
    let marked = try MarkedText("⟦source Ann⟧ ⟦cue praised⟧ ⟦content Oslo, the sea and Oslo, not the tax⟧.")
    var document = Document(id: "trip", text: SourceText(marked.text))
    var quote = Quote()
    quote.id = "q0"
    quote.kind = .indirect
    quote.spans = marked.spans("content").map(TextPart.init)
    quote.source = marked.spans("source").map(TextPart.init)
    quote.cue = marked.spans("cue").map(TextPart.init)
    document[.quotes] = [quote]
    document[.stances] = [
      stance("Oslo", .favor), stance("the sea", .favor), stance("Oslo", .favor), stance("the tax", .against),
    ]
    let text = Summary(document).text
    #expect(
      text == """
        trip
          1 quote

          Ann · praised · indirect
            “Oslo, the sea and Oslo, not the tax”
            for: Oslo, the sea
            against: the tax
        """
    )
  }

  private func stance(_ target: String, _ label: StanceLabel) -> Stance {
    var stance = Stance()
    stance.of = "q0"
    stance.target.text = target
    stance.label = label
    return stance
  }
}
