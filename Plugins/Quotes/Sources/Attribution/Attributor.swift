import DictumEnglish
import DictumKit

/// Asks the resolvers, in order, and turns what they find into quotes.
struct Attributor {
  /// The order matters: the surest come first.
  private static let resolvers: [any SourceResolver] = [
    CueAfterInverted(), CueAfter(), AccordingTo(), CueBefore(), SpeakerLabel(), DashAfter(), TurnContinues(),
  ]

  /// A quotation that nobody is named for, and that has no cue, says something from so many words on.
  private static let fewestUnattributed = 6

  private let keepsUnattributed: Bool
  private let speakers: SpeakerLinker
  private var context: ResolverContext

  init(_ reading: Reading, _ speakers: SpeakerLinker, keepsUnattributed: Bool) {
    context = ResolverContext(reading: reading)
    self.keepsUnattributed = keepsUnattributed
    self.speakers = speakers
  }

  func quotes(_ statements: [Statement]) -> [Quote] {
    var context = context
    var quotes: [Quote] = []
    var last: Statement?
    for statement in statements {
      let found = resolved(statement, context)
      if let found { context.previous = (statement, found) }
      let attribution = statement.isPhraseOrTitle ? nil : found
      if let last, let index = quotes.indices.last, goesOn(statement, attribution, from: last, quotes[index]) {
        quotes[index].spans += statement.quotation.content.map(TextPart.init)
      } else if let quote = quote(statement, attribution, number: quotes.count) {
        quotes.append(quote)
      } else {
        // A phrase with a speaker of its own: what follows goes on with that speaker, in a statement of its own.
        if found != nil { last = nil }
        continue
      }
      last = statement
    }
    // Once for each: a statement may go on through thousands of parts.
    for index in quotes.indices {
      quotes[index].sentences = context.reading.sentenceIDs(touching: quotes[index].spans.map(\.span))
    }
    return quotes
  }

  private func resolved(_ statement: Statement, _ context: ResolverContext) -> Attribution? {
    Self.resolvers.lazy.compactMap { $0.resolve(statement, in: context) }.first
  }

  /// “If they come,” Blinken said, “we will be ready. ” / “We won,” Ann said. “We are glad.”: one statement in parts. What
  /// opens anew in the next paragraph is a statement of its own.
  private func goesOn(
    _ statement: Statement,
    _ attribution: Attribution?,
    from first: Statement,
    _ quote: Quote
  ) -> Bool {
    guard !statement.startsParagraph else { return false }
    // “…,” Ann said, adding later, “…” are two statements.
    guard context.cueCount(in: statement.before) < 2 else { return false }
    if attribution?.by == "turn-continues" { return true }
    let isBetween = !statement.before.isEmpty && statement.before == first.after && first.ending == UInt8(ascii: ",")
    guard isBetween, let between = context.reading.span(statement.before) else { return false }
    let cueIsBetween = quote.cue.contains { between.contains($0.span) }
    return cueIsBetween && (!statement.startsCapitalised || bytesEndWithComma(between))
  }

  private func bytesEndWithComma(_ span: TextSpan) -> Bool {
    context.reading.tokens(in: span).last.map { context.reading.word($0) == "," } ?? false
  }

  private func quote(_ statement: Statement, _ attribution: Attribution?, number: Int) -> Quote? {
    guard
      attribution != nil
        || (keepsUnattributed && statement.readsLikeSpeech && statement.wordCount >= Self.fewestUnattributed),
      attribution != nil || statement.quotation.closing != nil
    else { return nil }
    var quote = Quote()
    quote.id = "q\(number)"
    quote.spans = statement.quotation.content.map(TextPart.init)
    quote.cue = attribution?.cue.map(TextPart.init) ?? []
    quote.source = attribution?.source.map(TextPart.init) ?? []
    quote.speakers = speakers.speakers(of: quote.source)
    quote.confidence = attribution?.confidence ?? Sureness.unattributed
    quote.by = attribution?.by ?? "unattributed"
    return quote
  }
}
