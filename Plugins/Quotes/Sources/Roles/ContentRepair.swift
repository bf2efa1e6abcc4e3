import DictumEnglish
import DictumKit

/// Repairs what a tagger that decides word by word does to contents: holes of a word or two, and two statements run
/// into one where a second cue stands inside (“criticised the deal and called for tariffs”).
struct ContentRepair {
  /// A hole of so many bytes, without a cue or source in it, is closed.
  private static let widestHole = 16

  /// So many bytes of a content are left before a second cue and behind it; fewer are part of the cue’s phrase.
  private static let leastRest = (before: 3, behind: 8)
  /// Bytes of an adverb that may stand between “and” and a cue.
  private static let longestAdverb = 12

  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  private var bytes: [UInt8] { reading.text.bytes }

  func repaired(_ roles: RoleSpans) -> RoleSpans {
    var roles = roles
    roles.contents = split(closed(roles).flatMap(byParagraph), at: roles.cues)
    return roles
  }

  private func closed(_ roles: RoleSpans) -> [RoleSpan] {
    var contents: [RoleSpan] = []
    for content in roles.contents {
      if let last = contents.last, content.span.start - last.span.end <= Self.widestHole,
        !isOccupied(TextSpan(start: last.span.end, end: content.span.start), roles)
      {
        contents[contents.count - 1].span = last.span.union(content.span)
        contents[contents.count - 1].confidence = min(last.confidence, content.confidence)
      } else {
        contents.append(content)
      }
    }
    return contents
  }

  /// The parts of a content in each paragraph that it touches: what is said in two paragraphs has marks in both.
  private func byParagraph(_ content: RoleSpan) -> [RoleSpan] {
    let first = reading.paragraph(at: content.span.start)
    let last = reading.paragraph(at: max(content.span.start, content.span.end - 1))
    guard first < last else { return [content] }
    return (first...last).compactMap { paragraph in
      let start = max(content.span.start, reading.paragraphs[paragraph].start)
      let end = min(content.span.end, reading.paragraphs[paragraph].end)
      return start < end ? RoleSpan(span: TextSpan(start: start, end: end), confidence: content.confidence) : nil
    }
  }

  private func isOccupied(_ hole: TextSpan, _ roles: RoleSpans) -> Bool {
    bytes[hole.range].contains { [0x0A, 0x2E, 0x21, 0x3F, 0x3B].contains($0) }
      || roles.cues.contains { $0.span.overlaps(hole) } || roles.sources.contains { $0.span.overlaps(hole) }
  }

  /// A cue inside a content has the rest as its own content; where “and” stands before it the first content ends there.
  private func split(_ contents: [RoleSpan], at cues: [RoleSpan]) -> [RoleSpan] {
    contents.flatMap { content -> [RoleSpan] in
      guard
        let cue = cues.first(where: {
          content.span.contains($0.span) && $0.span.start > content.span.start + Self.leastRest.before
            && $0.span.end + Self.leastRest.behind < content.span.end
        })
      else { return [content] }
      let rest = TextSpan(start: cue.span.end + 1, end: content.span.end)
      guard let end = endBeforeConjunction(content.span, cue.span) else { return [content] }
      return [
        RoleSpan(span: TextSpan(start: content.span.start, end: end), confidence: content.confidence),
        RoleSpan(span: rest, confidence: content.confidence),
      ]
    }
  }

  /// Where a content ends when “and” or “but” joins a further cue to it.
  private func endBeforeConjunction(_ content: TextSpan, _ cue: TextSpan) -> Int? {
    let lead = bytes[content.start..<cue.start]
    for word in [" and ", " but ", ", "].map({ Array($0.utf8) }) {
      // The conjunction stands right before the cue, or an adverb away.
      let first = max(lead.startIndex, cue.start - Self.longestAdverb - word.count)
      guard first <= cue.start - word.count else { continue }
      for start in stride(from: cue.start - word.count, through: first, by: -1)
      where lead[start..<(start + word.count)].elementsEqual(word) && start > content.start {
        return start
      }
    }
    return nil
  }
}
