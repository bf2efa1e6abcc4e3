import DictumEnglish
import DictumKit

/// Joins contents, cues and sources into attributions, by nearness within and around the sentence.
struct RoleJoiner {
  /// Bytes between a cue and a content in another sentence count this much more.
  private static let otherSentence = 400
  /// A content between a cue and another content.
  private static let contentBetween = 60
  /// What is farther apart does not belong together.
  private static let farthest = 700

  /// Bytes that may stand between two parts of a statement, beside the cue and the source.
  private static let widestSeam = 24

  private let reading: Reading
  private let roles: RoleSpans

  init(_ roles: RoleSpans, _ reading: Reading) {
    self.roles = roles
    self.reading = reading
  }

  /// An attribution as the tagger sees it.
  struct Joined {
    var contents: [RoleSpan]
    var cue: RoleSpan
    var source: RoleSpan?
  }

  /// The attributions, in text order of their first content. A content without a cue in its paragraph is not said by
  /// anybody, as far as one can tell.
  func joined() -> [Joined] {
    var byCue: [Int: [RoleSpan]] = [:]
    for content in roles.contents {
      if let cue = nearestCue(to: content) { byCue[cue, default: []].append(content) }
    }
    return byCue.flatMap { cue, contents in
      let source = source(of: roles.cues[cue], contents)
      return parts(contents, cue: roles.cues[cue].span, source: source?.span)
        .map { Joined(contents: $0, cue: roles.cues[cue], source: source) }
    }.sorted { ($0.contents.first?.span ?? TextSpan()) < ($1.contents.first?.span ?? TextSpan()) }
  }

  /// Contents of one cue, as the statements that they make: parts of one statement have little between them but the
  /// cue and the source (“If they come,” she said, “we will be ready.”).
  private func parts(_ contents: [RoleSpan], cue: TextSpan, source: TextSpan?) -> [[RoleSpan]] {
    var groups: [[RoleSpan]] = []
    for content in contents {
      guard let last = groups.last?.last else {
        groups.append([content])
        continue
      }
      let between = gap(last.span, content.span)
      let explained = [cue, source].compactMap { $0 }.filter { between.contains($0) }.reduce(0) { $0 + $1.count }
      if between.count - explained <= Self.widestSeam {
        groups[groups.count - 1].append(content)
      } else {
        groups.append([content])
      }
    }
    return groups
  }

  private func nearestCue(to content: RoleSpan) -> Int? {
    let paragraph = reading.paragraphs[reading.paragraph(at: content.span.start)]
    return nearest(roles.cues, to: content.span) { cue in
      guard paragraph.overlaps(cue) else { return Self.farthest }
      let between = gap(cue, content.span)
      let behind = roles.contents.partitioningIndex { $0.span.start >= between.start }
      let blocked = roles.contents[behind...].prefix { $0.span.start <= between.end }.contains { other in
        other.span != content.span && other.span.end <= between.end
      }
      return between.count + (blocked ? Self.contentBetween : 0)
        + (sharesSentence(cue, content.span) ? 0 : Self.otherSentence)
    }
  }

  private func source(of cue: RoleSpan, _ contents: [RoleSpan]) -> RoleSpan? {
    nearest(roles.sources, to: cue.span) { source in
      gap(source, cue.span).count + (sharesSentence(source, cue.span) ? 0 : Self.otherSentence)
        + (contents.contains { $0.span.contains(source) } ? Self.contentBetween : 0)
    }.map { roles.sources[$0] }
  }

  /// The candidate with the least cost among those near the span.
  private func nearest(_ candidates: [RoleSpan], to span: TextSpan, cost: (TextSpan) -> Int) -> Int? {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].span.end + Self.farthest < span.start { low = middle + 1 } else { high = middle }
    }
    var best: (index: Int, cost: Int)?
    for index in low..<candidates.count {
      guard candidates[index].span.start <= span.end + Self.farthest else { break }
      let price = cost(candidates[index].span)
      if price < min(Self.farthest, best?.cost ?? Int.max) { best = (index, price) }
    }
    return best?.index
  }

  /// What lies between two spans; empty when they touch or overlap.
  private func gap(_ one: TextSpan, _ other: TextSpan) -> TextSpan {
    let start = min(one.end, other.end)
    let end = max(one.start, other.start)
    return start < end ? TextSpan(start: start, end: end) : TextSpan(start: start, end: start)
  }

  private func sharesSentence(_ one: TextSpan, _ other: TextSpan) -> Bool {
    reading.sentences(touching: one).overlaps(reading.sentences(touching: other))
  }
}
