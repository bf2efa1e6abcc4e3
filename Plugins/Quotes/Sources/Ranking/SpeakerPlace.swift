import DictumEnglish
import DictumKit
import DictumLinear

/// Where a statement's source stands, and who was named around it.
struct SpeakerPlace {
  let index: Int
  let anchor: Int
  let sentence: Int
  let paragraph: Int
  /// The entities named last before the source, the nearest first, without doubles; the people among them.
  private(set) var recent: [Int] = []
  private(set) var people: [Int] = []
  /// Who was named in the paragraph since the statement before, outside of what is said.
  private(set) var since: [Int] = []
  /// Who is named first in the paragraph, in the sentence before, in the source's own.
  private(set) var opensParagraph: Int?
  private(set) var opensBefore: Int?
  private(set) var opensOwn: Int?
  /// The statement's cue: its last word, and whether it says that somebody goes on.
  private(set) var cue = FeatureHash()
  private(set) var goesOn = false
  /// How many paragraphs the statement before is away.
  private(set) var away = 99
  /// Where the headline ends.
  let headline: Int
  let contents: [TextSpan]

  private static let most = 12
  private static let widest = 400
  /// A paragraph is read so many bytes back: real ones are shorter.
  private static let reach = 6_000

  init(_ index: Int, _ source: AskedSource, _ features: SpeakerFeatures) {
    let (quote, reading, portraits) = (features.quotes[index], features.reading, features.portraits)
    self.index = index
    anchor = source.span?.start ?? quote.spans.first?.span.start ?? 0
    sentence = reading.sentence(at: anchor) ?? max(0, reading.sentences.count - 1)
    paragraph = reading.paragraph(at: anchor)
    contents = quote.spans.map(\.span)
    headline = reading.sentences.first?.span.end ?? 0
    let next = portraits.names.partitioningIndex { $0.span.start >= anchor }
    for place in (max(0, next - Self.widest)..<next).reversed() where recent.count < Self.most {
      let entity = portraits.entityOfName[place]
      if !recent.contains(entity) { recent.append(entity) }
      if portraits.names[place].type == .person, !people.contains(entity) { people.append(entity) }
    }
    let start = max(reading.paragraphs.isEmpty ? 0 : reading.paragraphs[paragraph].start, anchor - Self.reach)
    let ends = features.quotes[max(0, index - 3)..<index].flatMap { ($0.spans + $0.cue + $0.source).map(\.span.end) }
    let spokenTo = max(start, ends.filter { $0 <= anchor }.max() ?? 0)
    var place = portraits.names.partitioningIndex { $0.span.start >= start }
    while place < next {
      let entity = portraits.entityOfName[place]
      let offset = portraits.names[place].span.start
      if opensParagraph == nil { opensParagraph = entity }
      if offset >= spokenTo, !features.isSaid(offset) { since.append(entity) }
      place += 1
    }
    guard !reading.sentences.isEmpty else { return }
    let own = reading.sentences[sentence].span.start
    let before = reading.sentences[max(0, sentence - 1)].span.start
    opensOwn = first(from: own, to: anchor, portraits) { _ in true }
    opensBefore = sentence > 0 ? first(from: before, to: own, portraits) { !features.isSaid($0) } : nil
    if let span = quote.cue.first?.span {
      let tokens = reading.tokens(in: span)
      goesOn = tokens.contains { reading.is($0, in: .continuingWords) }
      cue = tokens.last.map { FeatureHash(reading.lowercased($0).utf8) } ?? cue
    }
    if index > 0 { away = paragraph - reading.paragraph(at: max(0, features.quotes[index - 1].wholeEnd - 1)) }
  }

  private func first(from start: Int, to end: Int, _ portraits: Portraits, _ counts: (Int) -> Bool) -> Int? {
    var place = portraits.names.partitioningIndex { $0.span.start >= start }
    while place < portraits.names.count, portraits.names[place].span.start < end {
      if counts(portraits.names[place].span.start) { return portraits.entityOfName[place] }
      place += 1
    }
    return nil
  }
}

extension Quote {
  /// Where content, cue and source end together.
  var wholeEnd: Int { (spans + cue + source).map(\.span.end).max() ?? 0 }
}
