import DictumEnglish
import Testing

@Suite struct InflectionTests {
  @Test(arguments: [
    ("say", "say says saying said"),
    ("deny", "deny denies denying denied"),
    ("announce", "announce announces announcing announced"),
    ("admit", "admit admits admitting admitted"),
    ("snap", "snap snaps snapping snapped"),
    ("offer", "offer offers offering offered"),
    ("write", "write writes writing wrote written"),
    ("preach", "preach preaches preaching preached"),
    ("agree", "agree agrees agreeing agreed"),
    ("look", "look looks looking looked"),
    ("forget", "forget forgets forgetting forgot forgotten"),
    ("lie", "lie lies lying lay lain"),
  ])
  func aVerbHasItsForms(_ base: String, _ forms: String) {
    #expect(Inflection.forms(base).joined(separator: " ") == forms)
  }
}
