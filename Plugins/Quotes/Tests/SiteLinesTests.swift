import DictumKit
import DictumTesting
import Testing

@testable import Quotes

@Suite("Lines of the site")
struct SiteLinesTests {
  /// The marked contents that stand in lines of the site.
  private func held(_ marked: String) throws -> [String] {
    let marked = try MarkedText(marked)
    let text = SourceText(marked.text)
    let site = SiteLines(text)
    return marked.spans("content").filter { span in
      var quote = Quote()
      quote.spans = [TextPart(span)]
      return site.hold(quote)
    }.map { text[$0] }
  }

  @Test(
    "links, captions, notes and pleas are the site's",
    arguments: [
      "Read more: Mayor says ⟦content the bridge is safe⟧",
      "(Additional reporting by Bo Ek; editing by ⟦content Ann Lee⟧)",
      "Correction: an earlier version said ⟦content the bridge was new⟧.",
      "Ann Lee says ⟦content the bridge is safe⟧ at a meeting in May. AP Photo/Bo Ek",
      "Trending now:\nMayor says ⟦content the bridge is safe⟧",
      "Sign up to learn ⟦content what voters want⟧ each week.",
    ]
  )
  func site(_ text: String) throws { #expect(try held(text).count == 1) }

  @Test("what looks a little like them is text")
  func text() throws {
    #expect(try held("Subscribers said ⟦content the price was too high⟧.") == [])
    #expect(try held("Related costs, he said, ⟦content would be paid by the city⟧.") == [])
    #expect(try held("Trending now\nMayor resigns\n\nThe mayor said ⟦content the bridge was safe⟧.") == [])
    #expect(try held("The file photo was old, ⟦content the mayor agreed⟧, he said.") == [])
  }
}
