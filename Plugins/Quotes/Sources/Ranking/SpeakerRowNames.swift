import DictumEnglish
import DictumKit
import DictumLinear

/// The features of candidates with a name.
extension SpeakerRow {
  /// Somebody with a name: where and how often it stands.
  mutating func addNamed(_ entity: Int, _ type: UInt64, _ features: SpeakerFeatures) {
    let (portraits, reading) = (features.portraits, features.reading)
    let turn = place.recent.firstIndex(of: entity)
    both(.recent, turn.map { Self.bucket($0, 0, 1, 2, 4, 8) } ?? 15)
    if let person = place.people.firstIndex(of: entity) { both(.recentPerson, Self.bucket(person, 0, 1, 2, 4)) }
    let names = portraits.places[entity]
    let count = names.partitioningIndex { portraits.names[$0].span.start >= place.anchor }
    if count > 0 {
      let name = portraits.names[names[count - 1]].span
      let sentences = place.sentence - (reading.sentence(at: name.start) ?? place.sentence)
      both(.sentences, Self.bucket(sentences, 0, 1, 2, 4, 8, 16))
      both(.paragraphs, Self.bucket(place.paragraph - reading.paragraph(at: name.start), 0, 1, 2, 4))
      if features.isSaid(name.start) { both(.inContent) }
      if place.anchor - name.end <= 2 {
        put(.beside, kind)
        let gap = name.end < place.anchor ? reading.text[TextSpan(start: name.end, end: place.anchor)] : ""
        put(.besideGap, kind, with: FeatureHash(gap.utf8))
      }
      if sentences == 0, [.relative, .role, .none].contains(source.kind) {
        let words = max(0, reading.token(from: place.anchor) - reading.token(from: name.end))
        put(.gap, Self.bucket(words, 0, 1, 2, 4, 8), with: kind)
      }
    } else {
      both(.behind)
      let distance = portraits.first(of: entity) - place.anchor
      put(.behindDistance, Self.bucket(distance, 40, 120, 300), with: kind)
    }
    if place.since.contains(entity) {
      both(.since)
      let isOnly = Set(place.since).count == 1
      both(.sinceHow, isOnly ? 1 : place.since.last == entity ? 2 : place.since.first == entity ? 3 : 4)
    } else if place.since.isEmpty {
      both(.sinceHow, 0)
    }
    if place.opensParagraph == entity { both(.opensParagraph) }
    if place.opensBefore == entity { both(.opensBefore) }
    if place.opensOwn == entity { both(.opensOwn) }
    if portraits.first(of: entity) < place.headline { both(.headline) }
    both(.rank, Self.bucket(portraits.rank[entity], 0, 1, 2, 4, 8))
    put(.count, Self.bucket(names.count, 1, 2, 4, 8), with: kind)
    both(.sofar, Self.bucket(count, 0, 1, 2, 4, 8))
    let nearest = place.recent.prefix(6)
    if nearest.contains(entity),
      nearest.count(where: { portraits.entities[$0].type == portraits.entities[entity].type }) == 1
    {
      both(.onlyOne, type)
    }
    if place.contents.contains(where: { portraits.isNamed(entity, in: $0) }) {
      both(.saidOf)
      put(.saidOfRules, Self.flag(features.rules[place.index] == [entity]), with: source.kind.rawValue)
    }
    let sex = source.kind == .she ? 1 : source.kind == .he ? -1 : source.kind == .role ? source.sex : 0
    if sex != 0 {
      let agreement = Self.bucket(portraits.sex[entity] * sex, -3, -1, 0, 2)
      put(.sex, agreement, with: source.kind.rawValue)
      put(.sexType, agreement, with: type)
    }
  }

  /// How a name and its introduction fit the source's words.
  mutating func addWords(_ entity: Int, _ type: UInt64, _ features: SpeakerFeatures) {
    guard [.role, .capitals, .name, .none].contains(source.kind) else { return }
    let (portraits, reading) = (features.portraits, features.reading)
    let words = portraits.words[entity]
    if source.kind == .role {
      let isIntroduced = words.contains(head.value)
      put(.introduced, Self.flag(isIntroduced), with: kind)
      put(.introducedPhrase, Self.flag(isIntroduced) << 8 | type, with: phrase)
      if isIntroduced {
        let others = place.recent.count { portraits.words[$0].contains(head.value) } > 1
        put(.introducedOthers, Self.flag(others), with: kind)
        put(.introducedHead, 0, with: head)
      }
      let shared = source.modifiers.count(where: words.contains)
      let modifiers = Self.bucket(shared, 0, 1) << 4 | Self.bucket(source.modifiers.count, 0, 1, 2)
      put(.modifiers, modifiers << 1 | Self.flag(isIntroduced), with: type)
    }
    guard let span = source.span else { return }
    var spoken = Portraits.words(reading.text[span])
    let forms = portraits.forms[entity]
    if forms.contains(where: { !Set($0).isDisjoint(with: spoken) }) { both(.sharesWord) }
    let isSame = forms.contains(spoken)
    if spoken.count > 1, spoken[0] == "the" { spoken.removeFirst() }
    if !spoken.isEmpty {
      if isSame || forms.contains(spoken) {
        both(.sameName)
      } else if forms.contains(where: { $0.holds(spoken) }) {
        both(.withinName)
        if forms.contains(where: { $0.count > spoken.count && $0.suffix(spoken.count) == spoken[...] }) {
          both(.endsName)
        }
        if forms.contains(where: { $0.count > spoken.count && $0.prefix(spoken.count) == spoken[...] }) {
          both(.beginsName)
        }
      }
      let letters = spoken.joined()
      if forms.contains(where: { $0.count > 1 && Self.initials($0) == letters }) { both(.acronym) }
    }
    guard let name = source.names.first(where: { $0.entity == portraits.entities[entity].id }) else { return }
    both(.inside)
    put(.insideType, type, with: kind)
    if source.headName?.entity == name.entity {
      both(.isHead)
      put(.isHeadType, type, with: kind)
    }
    let next = reading.token(from: name.span.end)
    if reading.is(next, "'s"), reading.span(next).start == name.span.end { both(.possessor) }
    let corner: UInt64 = name.span.end >= span.end - 1 ? 2 : name.span.start <= span.start + 4 ? 0 : 1
    put(.insidePlace, corner << 8 | type, with: kind)
  }

  private static func initials(_ words: [String]) -> String {
    String(words.filter { !["of", "the", "and", "for"].contains($0) }.compactMap(\.first))
  }

  /// What the encoder's link head says.
  mutating func add(_ links: [Int: Float], of holders: [Int]) {
    guard holders.count == 1, let entity = holders.first, entity >= 0 else {
      let most = links.values.max() ?? 0
      put(.linked, UInt64(most * 8), with: kind)
      return
    }
    let score = links[entity] ?? 0
    both(.link, score < 0.01 ? 0 : score < 0.05 ? 1 : 2 + UInt64(min(score, 0.999) * 8))
    let better = links.values.count { $0 > score }
    if score > 0.01 { both(.linkRank, Self.bucket(better, 0, 1, 2)) }
  }
}

extension [String] {
  /// Whether some words stand in these, one behind the other.
  fileprivate func holds(_ words: [String]) -> Bool {
    guard words.count < count else { return false }
    return (0...(count - words.count)).contains { Array(self[$0..<$0 + words.count]) == words }
  }
}
