import DictumKit

/// Pairs quote marks: curly, straight, nested, guillemets, marks that open again at each paragraph and close at the
/// last. Only outermost quotations are reported; what is quoted inside them belongs to their content.
///
/// Linear in the number of marks: each is pushed and popped once, and the stack is bounded.
struct QuoteStateMachine {
  /// Nesting beyond this is noise.
  private static let maximumDepth = 8

  private struct Open {
    let mark: QuoteMark
    var content: [TextSpan]
    /// Where the content of the current paragraph begins.
    var start: Int
    /// Complete quotations inside, kept in case this mark turns out never to be closed.
    var inner: [Quotation] = []
  }

  private(set) var quotations: [Quotation] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var stack: [Open] = []
  private let bytes: [UInt8]

  /// Pairs the marks of a text.
  ///
  /// - Parameter paragraphs: the text's paragraphs (UTF-8), in order.
  init(_ text: SourceText, paragraphs: [TextSpan]) {
    bytes = text.bytes
    var scanner = MarkScanner(text)
    for paragraph in paragraphs {
      scanner.enter(paragraph)
      var upcoming = scanner.next()
      enter(paragraph, upcoming)
      while let mark = upcoming {
        upcoming = scanner.next()
        take(mark, before: upcoming)
      }
      suspend(paragraph)
    }
    while let open = stack.popLast() { abandon(open) }
    quotations.sort { $0.opening < $1.opening }
  }

  /// A quotation that was open at the last paragraph's end goes on only if this paragraph opens it again.
  private mutating func enter(_ paragraph: TextSpan, _ first: QuoteMark?) {
    guard let outer = stack.first else { return }
    let reopens = first.map { $0.startsParagraph && $0.family == outer.mark.family && $0.role != .closes } ?? false
    if !reopens { while let open = stack.popLast() { abandon(open) } }
  }

  private mutating func take(_ mark: QuoteMark, before next: QuoteMark?) {
    let isOpen = stack.contains { $0.mark.family == mark.family }
    if mark.startsParagraph, let outer = stack.first, outer.mark.family == mark.family, outer.start < 0 {
      stack[0].start = mark.span.end
      return
    }
    switch mark.role {
    case .opens where mark.family == .single && isPlausibleSingle(mark, next):
      push(mark)
    case .opens where mark.family != .single:
      if !opensAgain(mark) { push(mark) }
    case .closes where isOpen && !isPossessive(mark, next):
      close(mark)
    case .closes where mark.family != .single:
      stray(mark)
    case .either:
      if isOpen { close(mark) } else { push(mark) }
    default: break
    }
  }

  /// “We won. “We are glad,” she said: a mark behind a sentence of an open quotation goes on with it.
  private func opensAgain(_ mark: QuoteMark) -> Bool {
    guard let open = stack.last, open.mark.family == mark.family, open.start >= 0 else { return false }
    var end = mark.span.start
    while end > open.start, bytes[end - 1] <= 0x20 { end -= 1 }
    return end > open.start && end < mark.span.start && [0x21, 0x2E, 0x3F].contains(bytes[end - 1])
  }

  /// Outside a quotation a single mark is trusted only when something can close it.
  private func isPlausibleSingle(_ mark: QuoteMark, _ next: QuoteMark?) -> Bool {
    next != nil && mark.span.end < bytes.count
  }

  /// “the ministers’ meeting’”: a plural's apostrophe, when the quotation is closed by the very next mark.
  private func isPossessive(_ mark: QuoteMark, _ next: QuoteMark?) -> Bool {
    guard mark.family == .single, let next, next.family == .single, next.role == .closes else { return false }
    let before = mark.span.start - 1
    guard before >= 0, bytes[before] == UInt8(ascii: "s"), mark.span.end + 1 < bytes.count else { return false }
    return bytes[mark.span.end] == 0x20 && bytes[mark.span.end + 1].isASCIISmall
  }

  private mutating func push(_ mark: QuoteMark) {
    guard stack.count < Self.maximumDepth else { return stray(mark) }
    stack.append(Open(mark: mark, content: [], start: mark.span.end))
  }

  private mutating func close(_ mark: QuoteMark) {
    while let open = stack.popLast() {
      guard open.mark.family == mark.family else {
        abandon(open)
        continue
      }
      let content = open.content + [trimmed(open.start, mark.span.start)].compactMap { $0 }
      keep(Quotation(opening: open.mark.span, closing: mark.span, content: content))
      return
    }
  }

  private mutating func keep(_ quotation: Quotation) {
    guard !quotation.content.isEmpty else { return }
    if stack.isEmpty {
      quotations.append(quotation)
    } else {
      stack[stack.count - 1].inner.append(quotation)
    }
  }

  /// At a paragraph's end everything that is open waits for the next paragraph's first mark.
  private mutating func suspend(_ paragraph: TextSpan) {
    while stack.count > 1, let open = stack.popLast() { abandon(open) }
    guard let outer = stack.first else { return }
    if outer.mark.family == .single {
      stack.removeLast()
      abandon(outer)
    } else if outer.start >= 0 {
      if let rest = trimmed(outer.start, paragraph.end) { stack[0].content.append(rest) }
      stack[0].start = -1
    }
  }

  /// An opening mark that nothing closed: its paragraph is left to the resolvers, the quotations inside survive.
  private mutating func abandon(_ open: Open) {
    if open.mark.family != .single {
      diagnostics.append(
        Diagnostic(
          .unclosedQuoteMark,
          "this quote mark is never closed",
          severity: .warning,
          span: open.mark.span
        )
      )
    }
    guard stack.isEmpty else {
      stack[stack.count - 1].inner += open.inner
      return
    }
    quotations += open.inner
    if open.mark.family != .single, open.inner.isEmpty, let first = open.content.first {
      quotations.append(Quotation(opening: open.mark.span, closing: nil, content: [first]))
    }
  }

  private mutating func stray(_ mark: QuoteMark) {
    diagnostics.append(
      Diagnostic(
        .strayQuoteMark,
        "this closing quote mark has no opening partner",
        severity: .warning,
        span: mark.span
      )
    )
  }

  /// The span without white space at its ends; nil when nothing is left.
  private func trimmed(_ start: Int, _ end: Int) -> TextSpan? {
    var lower = start
    var upper = end
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower < upper ? TextSpan(start: lower, end: upper) : nil
  }
}
