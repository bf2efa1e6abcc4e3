import DictumKit
import DictumTesting
import Testing

@testable import Opinions

/// What decides, beside the model's odds, whether a side is listed.
@Suite("clues of sides")
struct SideCluesTests {
  /// Statements whose content is the whole sentence, each with the candidates in brackets and their sides.
  private func candidates(_ marked: [(text: String, label: StanceLabel, odds: Double)]) -> [[SideCandidate]] {
    var text = ""
    var quotes: [Quote] = []
    var found: [[SideCandidate]] = []
    var tokens: [Token] = []
    for (index, one) in marked.enumerated() {
      let parts = one.text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let start = text.utf8.count
      let target = TextSpan(start: start + parts[0].utf8.count, end: start + (parts[0] + parts[1]).utf8.count)
      text += parts.joined() + "\n"
      var quote = Quote()
      quote.id = "q\(index)"
      quote.spans = [TextPart(TextSpan(start: start, end: text.utf8.count - 1))]
      quotes.append(quote)
      var stance = Stance()
      stance.of = quote.id
      stance.label = one.label
      stance.target.span = target
      stance.target.text = parts[1]
      found.append([SideCandidate(stance, odds: one.odds)])
      var token = Token(span: target, kind: .word)
      token.part = ["We", "this"].contains(parts[1]) ? .pronoun : .noun
      tokens.append(token)
    }
    var document = Document(id: "a", text: SourceText(text))
    document[.tokens] = tokens
    document[.quotes] = quotes
    SideClues(document).add(to: &found, of: quotes)
    return found
  }

  @Test("what other statements of the article are for counts for, what they are against counts against")
  func elsewhere() {
    let found = candidates([
      ("The |bridge| must be built.", .favor, 2), ("Nobody needs a |bridge|.", .against, 1),
      ("We love the |bridge|.", .favor, 3), ("The |mill| burnt.", .against, 0),
    ])
    #expect(found[0][0][.elsewhere] > 0)
    #expect(found[2][0][.elsewhere] > 0)
    #expect(found[1][0][.elsewhere] < 0)
    #expect(found[3][0][.elsewhere] == 0)
  }

  @Test("“we” is the holder's own side, “this” points elsewhere, a noun does neither")
  func pronouns() {
    let found = candidates([
      ("|We| must win.", .favor, 0), ("Stop |this| now.", .against, 0), ("Stop the |war| now.", .against, 0),
    ])
    #expect(found.map { $0[0][.ownSide] } == [1, 0, 0])
    #expect(found.map { $0[0][.pointing] } == [0, 1, 0])
    #expect(found.allSatisfy { $0[0][.content] == 1 && $0[0][.cue] == 0 })
  }

  @Test("with the model's odds alone, a probability is what the model says")
  func plain() {
    let found = candidates([("Stop the |war| now.", .against, SideOdds.odds(of: 0.7))])
    #expect(abs(SideOdds(intercept: 0, [.odds: 1]).probability(found[0][0]) - 0.7) < 1e-6)
    #expect(SideOdds.odds(of: 0).isFinite && SideOdds.odds(of: 1).isFinite)
  }
}
