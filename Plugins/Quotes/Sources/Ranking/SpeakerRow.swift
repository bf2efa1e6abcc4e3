import DictumEnglish
import DictumKit
import DictumLinear

/// The features of one candidate.
struct SpeakerRow {
  typealias Template = SpeakerFeatures.Template

  /// How many statements back somebody is said to have spoken.
  private static let memory = 256

  let place: SpeakerPlace
  let source: AskedSource
  private(set) var hashes: [FeatureHash] = []
  /// The source's kind, with its noun and number for a role; and with how the phrase begins.
  let kind: UInt64
  let phrase: UInt64
  let head: FeatureHash

  init(place: SpeakerPlace, source: AskedSource) {
    self.place = place
    self.source = source
    let isRole = source.kind == .role
    kind = source.kind.rawValue | (isRole ? (source.noun.rawValue + 1) << 8 | (source.isPlural ? 1 : 0) << 12 : 0)
    phrase = kind | (isRole ? (source.beginning.rawValue + 1) << 16 : 0)
    head = FeatureHash(source.head.utf8)
  }

  // How features are written.

  private static func number(_ value: UInt64) -> FeatureHash { FeatureHash(value: value &+ 1) }

  mutating func put(_ template: Template, _ value: UInt64 = 0) {
    hashes.append(Self.number(value).tagged(template.rawValue))
  }

  mutating func put(_ template: Template, _ value: UInt64, with other: UInt64) {
    hashes.append(Self.number(value).tagged(template.rawValue, with: Self.number(other)))
  }

  mutating func put(_ template: Template, _ value: UInt64, with word: FeatureHash) {
    hashes.append(Self.number(value).tagged(template.rawValue, with: word))
  }

  /// A feature alone and with the source's kind.
  mutating func both(_ template: Template, _ value: UInt64 = 0) {
    put(template, value)
    put(template, value, with: kind)
  }

  static func bucket(_ value: Int, _ cuts: Int...) -> UInt64 {
    UInt64(cuts.firstIndex { value <= $0 } ?? cuts.count)
  }

  static func flag(_ value: Bool) -> UInt64 { value ? 1 : 0 }

  /// What a candidate is: nobody, several, the phrase itself, described before, or a type of name.
  private func type(of holders: [Int], _ candidates: SpeakerCandidates, _ portraits: Portraits) -> UInt64 {
    guard let first = holders.first else { return 1 }
    if holders.count > 1 { return 2 }
    if first == candidates.itself { return 3 }
    if first < 0 || !portraits.isNamed(first) { return 4 }
    return 16 + UInt64(EntityType.allCases.firstIndex(of: portraits.entities[first].type) ?? 0)
  }

  // The features.

  mutating func add(
    _ holders: [Int],
    _ candidates: SpeakerCandidates,
    _ speakers: [[Int]],
    _ features: SpeakerFeatures
  ) {
    let (quote, rules) = (features.quotes[place.index], features.rules[place.index])
    let type = type(of: holders, candidates, features.portraits)
    put(.type, type, with: kind)
    if source.kind == .role { put(.typeOfPhrase, type, with: phrase) }
    if holders == rules {
      both(.rules)
      put(.rulesType, type, with: kind)
      put(.rulesPhrase, phrase)
      put(.rulesBy, 0, with: FeatureHash(quote.by.utf8))
    }
    if rules.isEmpty { put(.open, type, with: kind) }
    let direct: UInt64 = quote.kind == .direct ? 0 : quote.kind == .mixed ? 1 : 2
    if let subject = features.subjects[place.index] {
      let relation: UInt64 = subject.entities.isEmpty ? 0 : subject.entities == holders ? 1 : 2
      put(.subject, relation << 8 | Self.flag(subject.isSource), with: kind)
      put(.subject, relation << 8 | Self.flag(subject.isSource) | 2)
      put(.subjectRules, relation << 8 | Self.flag(subject.isSource) << 1 | Self.flag(holders == rules))
      if type == 3 { put(.subjectSelf, relation << 8 | Self.flag(subject.isSource), with: phrase) }
    }
    guard let first = holders.first else {
      put(.nobodyNames, Self.bucket(place.recent.count, 0, 1, 3))
      put(.nobodyKind, direct << 4 | Self.bucket(place.away, 0, 1, 2), with: kind)
      return
    }
    if type == 3 {
      addSelf(first, speakers, features)
    } else {
      if source.kind == .role {
        put(.holderHead, 0, with: head)
        put(.holderTypeHead, type, with: head)
      } else {
        put(.holderKind, kind)
      }
    }
    addTurns(holders, type, direct, candidates, speakers, features)
    if holders.count > 1 { return put(.several, Self.bucket(holders.count, 2, 3), with: phrase) }
    if type == 3 { return }
    if type == 4 { return addDescribed(first, features) }
    addNamed(first, type, features)
    addWords(first, type, features)
  }

  /// The source's own phrase.
  private mutating func addSelf(_ holder: Int, _ speakers: [[Int]], _ features: SpeakerFeatures) {
    let reading = features.reading
    let words = Set(source.tokens.map(reading.lowercased))
    put(.selfHead, 0, with: head)
    put(.selfWords, Self.bucket(source.words, 1, 2, 3, 5, 8), with: kind)
    put(.selfBeginning, source.beginning.rawValue)
    put(.selfNoun, source.noun.rawValue << 1 | Self.flag(source.isPlural), with: source.beginning.rawValue)
    put(.selfNames, Self.flag(!source.names.isEmpty), with: kind)
    if let last = source.tokens.last { put(.selfLast, 0, with: FeatureHash(Portraits.lemma(last, reading).utf8)) }
    put(.selfCapital, Self.flag(source.isCapitalised), with: kind)
    let isKnown = place.recent.contains { features.portraits.words[$0].contains(head.value) }
    put(.selfKnown, Self.flag(isKnown), with: phrase)
    if speakers[max(0, place.index - Self.memory)..<place.index].contains(where: { $0.contains(holder) }) {
      both(.selfSpoke)
    }
    if reading.tokens(ofSentence: place.sentence).lowerBound == source.tokens.lowerBound,
      reading.isCapitalised(source.tokens.lowerBound)
    {
      put(.selfOpens, phrase)
    }
    if !words.isDisjoint(with: ["of", "in", "for", "from", "at"]) { put(.selfPreposition, phrase) }
    if !words.isDisjoint(with: ["who", "that", "which", "whose"]) { put(.selfRelative, phrase) }
  }

  /// Who spoke when.
  private mutating func addTurns(
    _ holders: [Int],
    _ type: UInt64,
    _ direct: UInt64,
    _ candidates: SpeakerCandidates,
    _ speakers: [[Int]],
    _ features: SpeakerFeatures
  ) {
    let before = speakers[max(0, place.index - Self.memory)..<place.index]
    if let turn = candidates.spoke.firstIndex(of: holders), let last = before.lastIndex(of: holders) {
      both(.spoke, Self.bucket(turn, 0, 1, 2, 4))
      let end = features.quotes[last].wholeEnd
      let ago = place.paragraph - features.reading.paragraph(at: max(0, end - 1))
      both(.spokeAgo, Self.bucket(ago, 0, 1, 2, 4, 8))
      put(.spokeBoth, Self.bucket(turn, 0, 1, 2) << 8 | Self.bucket(ago, 0, 1, 2, 4) << 4 | direct, with: kind)
      if turn == 0 {
        put(.goesOn, Self.flag(place.goesOn), with: kind)
        let lastDirect: UInt64 =
          features.quotes[last].kind == .direct ? 0 : features.quotes[last].kind == .mixed ? 1 : 2
        put(.last, lastDirect << 8 | direct << 4 | Self.bucket(ago, 0, 1, 2), with: source.kind.rawValue)
      }
      if source.kind == .role { put(.spokePhrase, Self.bucket(turn, 0, 1, 2), with: phrase) }
      put(.spokeCue, Self.flag(turn == 0), with: place.cue)
    } else if type != 3 {
      both(.neverSpoke)
    }
    if type != 3 { both(.statements, Self.bucket(before.count { $0 == holders }, 0, 1, 3, 6)) }
    if place.index + 1 < features.rules.count, features.rules[place.index + 1] == holders { both(.next) }
  }

  /// Somebody described before.
  private mutating func addDescribed(_ holder: Int, _ features: SpeakerFeatures) {
    let words: [String]
    if holder >= 0 {
      words = features.portraits.forms[holder].first ?? []
    } else {
      let quote = features.quotes[-1 - holder]
      words = quote.source.flatMap { Portraits.words(features.reading.text[$0.span]) }
    }
    func isHead(_ word: String) -> Bool { word == source.head || Lemma.of(word, as: .noun) == source.head }
    let hasHead = words.contains(where: isHead)
    both(.unnamedHead, Self.flag(hasHead))
    if source.kind == .role {
      put(.unnamedHeadPhrase, Self.flag(hasHead) << 1 | Self.flag(words.last.map(isHead) ?? false), with: phrase)
    }
    if source.kind == .he || source.kind == .she, holder >= 0 {
      put(.unnamedSex, Self.bucket(features.portraits.sex[holder], -1, 0), with: kind)
    }
  }
}
