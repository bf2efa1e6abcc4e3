package import DictumKit
package import DictumLinear

/// What the linear model knows of a candidate and its statement: where it stands to cue and content, the words around it,
/// the verbs and adjectives nearest to it, and what the statement says besides.
package struct SideFeatures {
  /// The numbers are part of the model's format.
  private enum Template: UInt64 {
    case bias = 100
    case place, cue, cuePlace, cueDistance, head, headCluster, headPart, type, count
    case before, after, verb, verbPreposition, adjective, word, cluster, side, cuePair, verbCue, order, stance, feeling
  }

  /// What a token does in the statement.
  private enum Role: UInt64 {
    case none, source, cue, content
  }

  /// How far verbs and adjectives are looked for.
  private static let reach = 7
  /// So many words of a statement are read: real ones have fewer.
  private static let most = 200

  private let words: OpinionWords
  private let tokens: [Token]
  private let lemmas: [FeatureHash]
  private let sentences: [Sentence]
  private let evidence: SideEvidence

  /// The features of a document whose tokens have parts of speech.
  package init(_ document: Document, words: OpinionWords, evidence: SideEvidence) {
    self.words = words
    self.evidence = evidence
    sentences = document[.sentences]
    tokens = document[.tokens]
    lemmas = tokens.map { token in token.lemma.map { FeatureHash($0.utf8) } ?? FeatureHash() }
  }

  /// Adds a row for each candidate of a statement.
  ///
  /// - Parameters:
  ///   - targets: in text order (UTF-8).
  ///   - types: what kind of name each is; nil for none.
  package func add(_ targets: [TextSpan], _ types: [EntityType?], of quote: Quote, to rows: inout FeatureRows) {
    let content = quote.spans.map { words.words(in: $0.span) }
    let cue = quote.cue.flatMap { Array(words.words(in: $0.span)) }
    let source = quote.source.map { words.words(in: $0.span) }
    func role(_ index: Int) -> Role {
      if source.contains(where: { $0.contains(index) }) { return .source }
      if cue.contains(index) { return .cue }
      return content.contains { $0.contains(index) } ? .content : .none
    }
    let said = Array(content.joined().prefix(Self.most))
    let feeling = evidence.feeling(of: content, in: words)
    for (order, (span, type)) in zip(targets, types).enumerated() {
      let target = words.words(in: span)
      if let head = target.last {
        let place = sentences.partitioningIndex { $0.span.end > span.start }
        let sentence = place < sentences.count ? words.words(in: sentences[place].span) : target
        let stance = evidence.stance(toward: target, of: sentence, in: words)
        let out = Row(role(head), order: order, stance: stance, feeling: feeling)
        add(target, type, cue, said, content, out, to: &rows)
      }
      rows.endToken()
    }
  }

  private struct Row {
    let role: UInt64
    let order: Int
    let stance: UInt64
    let feeling: UInt64

    init(_ role: Role, order: Int, stance: UInt64, feeling: UInt64) {
      self.role = role.rawValue
      self.order = order
      self.stance = stance
      self.feeling = feeling
    }
  }

  private func add(
    _ target: Range<Int>,
    _ type: EntityType?,
    _ cue: [Int],
    _ said: [Int],
    _ content: [Range<Int>],
    _ row: Row,
    to rows: inout FeatureRows
  ) {
    let head = target.upperBound - 1
    func put(_ template: Template, _ hash: FeatureHash) { rows.hashes.append(hash.tagged(template.rawValue)) }
    func put(_ template: Template, _ hash: FeatureHash, _ other: FeatureHash) {
      rows.hashes.append(hash.tagged(template.rawValue, with: other))
    }
    func number(_ value: UInt64) -> FeatureHash { FeatureHash(value: value &+ 1) }
    put(.bias, number(0))
    put(.place, number(row.role))
    put(.order, number(UInt64(min(row.order, 6))))
    put(.count, number(UInt64(min(target.count, 4))))
    put(.stance, number(row.stance), number(row.role))
    put(.feeling, number(row.feeling), number(row.role))
    put(.stance, number(row.stance << 8 | row.feeling))
    for index in cue { put(.stance, number(row.stance << 8 | 0xFF), lemmas[index]) }
    let part = number(UInt64(tokens[head].part.flatMap { PartOfSpeech.allCases.firstIndex(of: $0) } ?? 99))
    let kind = number(UInt64(type.flatMap { EntityType.allCases.firstIndex(of: $0) } ?? 99))
    put(.headPart, part, number(row.role))
    put(.type, kind, number(row.role))
    put(.head, lemmas[head])
    put(.headCluster, cluster(head))
    // What the cue does: “blamed the mayor” acts on what follows it at once.
    for index in cue {
      put(.cue, lemmas[index])
      put(.cuePlace, lemmas[index], number(row.role))
      put(.cuePair, lemmas[index], lemmas[head])
      let distance = target.lowerBound > index ? min(target.lowerBound - index, 6) : 16 + min(index - head, 3)
      put(.cueDistance, lemmas[index], number(UInt64(distance) << 8 | row.role))
    }
    let around = content.first { $0.contains(head) } ?? 0..<tokens.count
    for (side, direction, edge) in [(UInt64(1), -1, target.lowerBound), (2, 1, head)] {
      var joined = FeatureHash()
      var seen: (verb: Bool, adjective: Bool) = (false, false)
      var preposition = FeatureHash()
      for step in 1...Self.reach {
        let index = edge + direction * step
        guard around.contains(index) else { break }
        if step <= 3 {
          joined = joined.tagged(7, with: words.hashes[index])
          put(step == 1 ? .before : .after, joined, number(side << 4 | UInt64(step)))
        }
        switch tokens[index].part {
        case .adposition where step <= 3: preposition = words.hashes[index]
        case .verb where !seen.verb:
          seen.verb = true
          put(.verb, signed(index), number(side))
          put(.verbPreposition, signed(index), preposition.tagged(side))
          put(.verb, cluster(index), number(side + 8))
          for cue in cue { put(.verbCue, signed(index), lemmas[cue].tagged(side)) }
        case .noun where !seen.verb && side == 1 && preposition != FeatureHash():
          put(.verbPreposition, signed(index), preposition.tagged(5))
          put(.verb, cluster(index), number(12))
        case .adjective where !seen.adjective:
          seen.adjective = true
          put(.adjective, signed(index), number(side))
          put(.adjective, cluster(index), number(side + 8))
        default: break
        }
      }
    }
    for index in said where tokens[index].kind == .word {
      let side: UInt64 = index < target.lowerBound ? 1 : index > head ? 2 : 3
      put(.word, signed(index))
      put(.cluster, cluster(index))
      if abs(index - head) < 12 { put(.side, signed(index), number(side)) }
    }
  }

  /// A lemma, apart where it is negated.
  private func signed(_ index: Int) -> FeatureHash { words.isNegated[index] ? lemmas[index].tagged(1) : lemmas[index] }

  private func cluster(_ index: Int) -> FeatureHash {
    FeatureHash(value: UInt64(words.clusters[index] & 0xFFFF) &* 2 &+ (words.isNegated[index] ? 1 : 0))
  }
}
