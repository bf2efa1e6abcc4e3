import DictumKit
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
  @Test("codes are unique and explained")
  func catalogue() {
    let ids = DiagnosticCode.catalogue.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(DiagnosticCode.catalogue.allSatisfy { !$0.title.isEmpty && $0.explanation.count > 40 })
  }

  @Test("a caret stands under the place, after tabs and wide characters too")
  func caret() {
    var diagnostic = Diagnostic(
      .unknownKey,
      "unknown key `lcale`",
      at: SourceLocation(file: "p.yaml", line: 12, column: 4, length: 5),
      notes: ["did you mean `locale`?"]
    )
    diagnostic.sourceLine = "\té lcale: en"
    #expect(
      diagnostic.rendered == """
        p.yaml:12:4: error [D103]: unknown key `lcale`
         12 | \té lcale: en
            | \t  ^~~~~
          did you mean `locale`?
        """
    )
  }

  @Test(
    "the nearest name is suggested, a far one is not",
    arguments: [("qoutes", "quotes"), ("Segment", "segment"), ("entites", "entities"), ("banana", nil), ("", nil)]
  )
  func nearest(_ name: String, _ expected: String?) {
    #expect(nearestName(to: name, among: ["segment", "quotes", "entities"]) == expected)
  }
}
