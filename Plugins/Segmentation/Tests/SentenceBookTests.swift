import Testing

@Suite("The sentence book")
struct SentenceBookTests {
  /// What the stage makes of a case, in the book's own notation.
  private func cut(_ marked: String) throws -> String {
    let text = marked.replacing("|", with: " ").replacing("‖", with: "")
    let document = try segmented(text)
    var out = ""
    var end = 0
    for sentence in document[.sentences].map(\.span) {
      if end > 0 { out += sentence.start == end ? "‖" : "|" }
      out += document.text[sentence]
      end = sentence.end
    }
    return out
  }

  /// The share of cases that come out as the book has them, and those that do not.
  private func score(_ cases: [String]) throws -> (share: Double, wrong: [String]) {
    let wrong = try cases.map(cut).enumerated().filter { $0.element != cases[$0.offset] }.map(\.element)
    return (Double(cases.count - wrong.count) / Double(cases.count), wrong)
  }

  @Test("cases that the rules were written with")
  func seen() throws {
    let (share, wrong) = try score(SentenceBook.seen)
    #expect(share >= 0.95, "\(wrong.joined(separator: "\n"))")
  }

  @Test("cases that they were not written with")
  func unseen() throws {
    let (share, wrong) = try score(SentenceBook.unseen)
    #expect(share >= 0.95, "\(wrong.count) of \(SentenceBook.unseen.count) wrong")
  }
}
