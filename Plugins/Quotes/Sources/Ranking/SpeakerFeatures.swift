import DictumEnglish
import DictumKit
import DictumLinear

/// What the ranker knows of a statement's candidates: who spoke last and how long ago, who was named last and how often,
/// what the source's noun fits, what the rules would say.
struct SpeakerFeatures {
  /// The numbers are part of the model's format.
  enum Template: UInt64 {
    case type = 1
    case typeOfPhrase, rules, rulesType, rulesPhrase, rulesBy, open, nobodyNames, nobodyKind
    case selfHead, selfWords, selfBeginning, selfNoun, selfNames, selfLast, selfCapital, selfKnown, selfSpoke
    case selfOpens, selfPreposition, selfRelative, holderHead, holderTypeHead, holderKind
    case spoke, spokeAgo, spokeBoth, goesOn, last, spokePhrase, spokeCue, neverSpoke, statements, next, several
    case unnamedHead, unnamedHeadPhrase, unnamedSex, recent, recentPerson, sentences, paragraphs, inContent, beside
    case besideGap, gap, behind, behindDistance, since, sinceHow, opensParagraph, opensBefore, opensOwn, headline
    case rank, count, sofar, onlyOne, saidOf, saidOfRules, sex, sexType, introduced, introducedPhrase, introducedOthers
    case introducedHead, modifiers, sharesWord, sameName, withinName, endsName, beginsName, acronym, inside, insideType
    case isHead, isHeadType, possessor, insidePlace, link, linkRank, linked, subject, subjectRules, subjectSelf
  }

  private(set) var portraits: Portraits
  let quotes: [Quote]
  let rules: [[Int]]
  let reading: Reading
  let contents: [TextSpan]
  let subjects: [CueSubjects.Subject?]

  /// Adds a row for each candidate of a statement.
  ///
  /// - Parameters:
  ///   - speakers: of all statements: those before this one as decided, the others as the rules have them.
  ///   - links: how likely the encoder finds each entity, where it was asked.
  func add(
    _ candidates: SpeakerCandidates,
    of index: Int,
    _ source: AskedSource,
    _ speakers: [[Int]],
    links: [Int: Float]?,
    to rows: inout FeatureRows
  ) {
    let place = SpeakerPlace(index, source, self)
    for candidate in candidates.all {
      var row = SpeakerRow(place: place, source: source)
      row.add(candidate.holders, candidates, speakers, self)
      if let links { row.add(links, of: candidate.holders) }
      rows.hashes += row.hashes
      rows.endToken()
    }
  }

  /// Takes in that a pronoun stands for somebody.
  mutating func count(_ source: AskedSource, for entity: Int) {
    if source.kind == .she { portraits.sex[entity] += 1 }
    if source.kind == .he { portraits.sex[entity] -= 1 }
  }

  /// Whether a place lies in what somebody says.
  func isSaid(_ offset: Int) -> Bool {
    let next = contents.partitioningIndex { $0.start > offset }
    return next > 0 && contents[next - 1].end > offset
  }
}
