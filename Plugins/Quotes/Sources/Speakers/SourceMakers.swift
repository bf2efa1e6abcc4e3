import DictumEnglish
import DictumKit

private let makerPrepositions = WordList(["by", "from", "of", "in", "on", "at"])
private let examplePrepositions = WordList(["including", "like", "as"])

/// Those whom a source names beside its head: who made a poll or letter, who is an example, who stands in apposition.
extension SourceHolders {
  /// Who made what the noun names: “a USA Today poll”, “the group’s letter”, “a study by Lee and Kim”, “a survey conducted
  /// by Pew”.
  func makers(of head: Int, within tokens: Range<Int>) -> [String] {
    for dependent in tree.dependents(of: head) where tokens.contains(dependent) {
      if tree.is(dependent, [.possessor, .compound, .unmarkedNominalModifier, .adjectivalModifier]),
        let mention = mention(over: dependent), Self.bodies.contains(mention.type) && mention.type != .norp,
        !isJoined(mention)
      {
        return [mention.entity].compactMap(\.self)
      }
      if tree.is(dependent, [.nominalModifier, .agent]), isMaker(dependent) {
        let found = names(joinedTo: dependent, within: tokens)
        if !found.isEmpty { return found }
      }
      if tree.is(dependent, [.clausalModifier, .relativeClause]) {
        for agent in tree.dependents(of: dependent) where tree.is(agent, [.agent, .oblique]) && isMaker(agent) {
          let found = names(joinedTo: agent, within: tokens)
          if !found.isEmpty { return found }
        }
      }
    }
    return []
  }

  /// “a Reuters/Ipsos poll” is nobody’s alone.
  private func isJoined(_ mention: Mention) -> Bool {
    let name = reading.tokens(in: mention.span)
    let (before, next) = (name.lowerBound - 1, name.upperBound)
    if reading.is(before, "/") || reading.is(next, "/") { return true }
    if reading.is(next, "-"), next + 1 < reading.count, reading.isCapitalised(next + 1) { return true }
    return reading.is(before, "-") && before > 0 && reading.isCapitalised(before - 1)
  }

  /// “some Republicans, like Lee and Kim”.
  func examples(of head: Int, within tokens: Range<Int>) -> [String] {
    for dependent in tree.dependents(of: head)
    where tokens.contains(dependent) && tree.is(dependent, [.nominalModifier]) {
      guard let preposition = tree.preposition(of: dependent), reading.is(preposition, in: examplePrepositions),
        !reading.is(preposition, "as") || preposition > 0 && reading.is(preposition - 1, "such")
      else { continue }
      return names(joinedTo: dependent, within: tokens)
    }
    return []
  }

  private func isMaker(_ noun: Int) -> Bool {
    tree.preposition(of: noun).map { reading.is($0, in: makerPrepositions) } ?? false
  }

  private func names(joinedTo noun: Int, within tokens: Range<Int>) -> [String] {
    var found: [String] = []
    for part in tree.conjuncts(of: noun) where tokens.contains(part) {
      guard
        let mention = mention(over: part)
          ?? tree.appositions(of: part).lazy.compactMap({ self.mention(over: $0) }).first,
        Self.bodies.contains(mention.type), let entity = mention.entity, !found.contains(entity)
      else { continue }
      found.append(entity)
      // “by Western and Eastern Securities”, where the tree has joined the second elsewhere.
      let next = reading.token(from: mention.span.end)
      if tokens.contains(next + 1), reading.is(next, "and"), let second = self.mention(over: next + 1)?.entity,
        !found.contains(second)
      {
        found.append(second)
      }
    }
    return found
  }

  /// “two ministers, Lee and Kim”.
  func several(apposedTo head: Int, within tokens: Range<Int>) -> [String] {
    guard tree.is(head, [.noun]), tree.lemma(of: head) != reading.lowercased(head) else { return [] }
    return tree.appositions(of: head).lazy.filter(tokens.contains).map { names(joinedTo: $0, within: tokens) }
      .first { $0.count > 1 } ?? []
  }
}
