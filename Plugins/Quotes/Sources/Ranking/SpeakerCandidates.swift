import DictumEnglish
import DictumKit
import DictumLinear

/// Who may have said a statement: holders by number, as `Portraits` counts the document's entities. A holder below zero is
/// the source of statement `-1 - number`, which has no entity yet. No holder is nobody.
struct SpeakerCandidate: Hashable {
  var holders: [Int]
}

/// The candidates of one statement, with what its features need.
struct SpeakerCandidates {
  /// How many statements back speakers are remembered, and how many of them.
  private static let memory = (statements: 40, speakers: 8)
  /// So many of the entities named last are asked, so many of those named most, and of so many whether they fit the words.
  private static let most = (recent: 14, frequent: 4, asked: 256)
  /// How far behind a source its name may stand, in bytes.
  private static let ahead = 250
  /// How many names back are looked at: more than articles have between a source and the fourteenth entity.
  private static let widest = 400

  private(set) var all: [SpeakerCandidate] = [SpeakerCandidate(holders: [])]
  /// The source's own phrase as a holder.
  private(set) var itself: Int?
  /// Those who spoke before, the last first, without doubles.
  private(set) var spoke: [[Int]] = []
  private var known: Set<SpeakerCandidate> = [SpeakerCandidate(holders: [])]

  init(
    _ index: Int,
    _ source: AskedSource,
    _ speakers: [[Int]],
    _ features: SpeakerFeatures
  ) {
    let (quotes, rules, portraits, reading) = (
      features.quotes, features.rules[index], features.portraits, features.reading
    )
    if !rules.isEmpty { add(rules) }
    let anchor = source.span?.start ?? quotes[index].spans.first?.span.start ?? 0
    if let phrase = source.span, [.name, .capitals, .role, .other].contains(source.kind),
      source.kind != .other || source.words != 1
    {
      let holder = Self.described(reading.text[phrase], rules, portraits) ?? -1 - index
      itself = holder
      add([holder])
    }
    for before in speakers[max(0, index - Self.memory.statements)..<index].reversed() where !before.isEmpty {
      guard spoke.count < Self.memory.speakers else { break }
      if !spoke.contains(before) { spoke.append(before) }
    }
    spoke.forEach { add($0) }
    if [.none, .we, .i, .relative, .other, .they, .it].contains(source.kind) {
      for next in speakers[min(index + 1, speakers.count)..<min(index + 3, speakers.count)] where !next.isEmpty {
        add(next)
      }
    }
    addNames(around: anchor, isOpen: source.kind == .none, portraits)
    if [.name, .capitals, .role].contains(source.kind) { addRelated(to: source, before: anchor, portraits, reading) }
    dropExcluded(quotes[index], source, portraits)
  }

  private mutating func add(_ holders: [Int]) {
    let candidate = SpeakerCandidate(holders: holders)
    if known.insert(candidate).inserted { all.append(candidate) }
  }

  /// The entity that the words of a source describe; nil where there is none.
  private static func described(_ phrase: String, _ rules: [Int], _ portraits: Portraits) -> Int? {
    let words = Portraits.words(phrase)
    return rules.first { !portraits.isNamed($0) && portraits.forms[$0].contains(words) } ?? portraits.described[words]
  }

  private mutating func addNames(around anchor: Int, isOpen: Bool, _ portraits: Portraits) {
    let next = portraits.names.partitioningIndex { $0.span.start >= anchor + (isOpen ? 1 : 0) }
    var recent: [Int] = []
    for place in (max(0, next - Self.widest)..<next).reversed() where recent.count < Self.most.recent {
      let entity = portraits.entityOfName[place]
      if !recent.contains(entity) { recent.append(entity) }
    }
    recent.forEach { add([$0]) }
    let behind = portraits.names.partitioningIndex { $0.span.start >= anchor }
    for place in behind..<portraits.names.count where portraits.names[place].span.start < anchor + Self.ahead {
      add([portraits.entityOfName[place]])
    }
    for entity in portraits.frequent.prefix(Self.most.frequent) where portraits.first(of: entity) < anchor {
      add([entity])
    }
  }

  /// Those who were introduced with the head noun, and those who share a word with the source.
  private mutating func addRelated(
    to source: AskedSource,
    before anchor: Int,
    _ portraits: Portraits,
    _ reading: Reading
  ) {
    let head = FeatureHash(source.head.utf8).value
    let words = Set(source.tokens.map(reading.lowercased).filter { !Self.small.contains($0) })
    for entity in portraits.frequent.prefix(Self.most.asked) {
      let isIntroduced = portraits.words[entity].contains(head) && portraits.first(of: entity) < anchor
      if isIntroduced || portraits.forms[entity].contains(where: { $0.contains(where: words.contains) }) {
        add([entity])
      }
    }
  }

  private static let small: Set = ["the", "of", "and", "for", "a", "in"]

  /// Who a candidate is: a source that is a name is no description beside it, “The Post” is the Post.
  func meant(by candidate: SpeakerCandidate, _ source: AskedSource, _ portraits: Portraits, _ reading: Reading)
    -> [Int]
  {
    guard let itself, candidate.holders == [itself], let span = source.span else { return candidate.holders }
    let words = Portraits.words(reading.text[span])
    let bare = words.count > 1 && words[0] == "the" ? Array(words.dropFirst()) : words
    func isNamed(_ holder: Int) -> Bool {
      guard holder >= 0, portraits.isNamed(holder) else { return false }
      if portraits.forms[holder].contains(where: { $0 == words || $0 == bare }) { return true }
      return source.headName.map { $0.span.end >= span.end && $0.entity == portraits.entities[holder].id } ?? false
    }
    return all.first { $0.holders.count == 1 && isNamed($0.holders[0]) }?.holders ?? candidate.holders
  }

  /// Rules that no model may overrule: “he” is nobody of the other sex, no group, and nobody who is named in what he says.
  private mutating func dropExcluded(_ quote: Quote, _ source: AskedSource, _ portraits: Portraits) {
    guard [.he, .she, .it, .they].contains(source.kind) else { return }
    let sex = source.kind == .she ? 1 : source.kind == .he ? -1 : 0
    let contents = quote.spans.map(\.span)
    all.removeAll { candidate in
      if sex != 0, candidate.holders.count > 1 { return true }
      return candidate.holders.contains { entity in
        guard entity >= 0 else { return false }
        if portraits.sex[entity] * sex < 0 { return true }
        if sex != 0, !portraits.entities[entity].mayBePerson { return true }
        return contents.contains { portraits.isNamed(entity, in: $0) }
      }
    }
  }
}

extension Portraits {
  /// Where an entity is named first.
  func first(of entity: Int) -> Int { places[entity].first.map { names[$0].span.start } ?? .max }

  /// Whether a name of an entity begins in a span.
  func isNamed(_ entity: Int, in span: TextSpan) -> Bool {
    let next = places[entity].partitioningIndex { names[$0].span.start >= span.start }
    return next < places[entity].count && names[places[entity][next]].span.start < span.end
  }
}
