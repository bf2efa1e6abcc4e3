import DictumEnglish
import DictumKit

/// Whoever speaks in a source: somebody the document has as an entity, or somebody described.
enum Holder: Hashable {
  case entity(String)
  /// The place of the description.
  case described(TextSpan)
}

/// Reads off a source's tree who speaks in it: the head of its phrase or what stands in apposition to it, with all that
/// “and” joins to that; never a possessor, a modifier or a name inside it. “Smith’s spokeswoman, Ann Lee” is Ann Lee, “the
/// pro-Smith group” is the group. A poll, report or statement speaks for whoever made it, if its phrase says who.
struct SourceHolders {
  private static let behindTitle: Set<Relation> = [
    .apposition, .flat, .descriptiveModifier, .unmarkedNominalModifier,
  ]
  static let bodies: Set<EntityType> = [.person, .organization, .norp]
  private static let speaking: Set<EntityType> = [.person, .organization, .location, .norp, .facility]

  let tree: SyntaxTree
  let reading: Reading
  private let mentions: [Mention]

  init(_ document: Document, _ tree: SyntaxTree, _ reading: Reading) {
    self.tree = tree
    self.reading = reading
    mentions = document[.mentions].filter { $0.entity != nil && Self.speaking.contains($0.type) }
  }

  /// The holders of a source, in text order; none where its words make no phrase.
  ///
  /// Of several that “and” joins, those without a name are described one by one; where nobody has a name, the source as a
  /// whole is the description.
  func holders(of source: TextSpan) -> [Holder] {
    let tokens = reading.tokens(in: source)
    guard let head = head(of: tokens) else { return [] }
    let joined = tree.conjuncts(of: head).filter { tokens.contains($0) && tree.headsPhrase($0) }
    let parts = joined.prefix(SpeakerLinker.most)
    let named = parts.map { names(at: $0, within: tokens) }
    if named.allSatisfy(\.isEmpty) {
      let apart = namedApart(from: head, within: tokens)
      return apart.isEmpty ? [.described(source)] : apart.map(Holder.entity)
    }
    var found: [Holder] = []
    func add(_ holder: Holder) { if !found.contains(holder) { found.append(holder) } }
    if let head = parts.first, let entity = named[0].first {
      add(.entity(entity))
      titledPerson(after: head, within: tokens).map { add(.entity($0)) }
    }
    for (part, names) in zip(parts, named) {
      names.forEach { add(.entity($0)) }
      if names.count == 1 { listed(after: part, within: tokens).forEach { add(.entity($0)) } }
      // “filmmaker and author Ann Lee” is one person.
      if names.isEmpty, isIntroduced(part), let phrase = description(of: part, within: tokens) {
        add(.described(phrase))
      }
    }
    return found
  }

  /// The noun that a source is about.
  func head(of tokens: Range<Int>) -> Int? {
    if let person = leadingPerson(in: tokens) { return person }
    guard let head = tree.headWord(of: tokens) else { return nil }
    // “Lee’s campaign”, however the tree has it.
    if tokens.contains(head + 1), isPossessive(head + 1), tree.is(head + 1, [.caseMarker]),
      let owned = tokens.first(where: { $0 > head + 1 && tree.headsPhrase($0) })
    {
      return owned
    }
    if tree.headsPhrase(head) { return head }
    // “Asked about it, Trump”: the subject of the verb that is part of it.
    if let subject = tree.subjects(of: head).first(where: tokens.contains), tree.headsPhrase(subject) { return subject }
    return tokens.first { tree.headsPhrase($0) && !tree.is($0, [.possessor]) }
  }

  /// The person whose name ends the first phrase: “Defence Department analyst Ann Lee and others”, “NBC’s Ann Lee”. Titles
  /// before names are what trees have wrong most.
  private func leadingPerson(in tokens: Range<Int>) -> Int? {
    var token = tokens.lowerBound
    while tokens.contains(token) {
      guard let mention = mention(over: token) else {
        if tree.is(token, [.adposition, .pronoun, .auxiliary]) || endsDescription(token) { return nil }
        token += 1
        continue
      }
      let name = reading.tokens(in: mention.span)
      let next = name.upperBound
      if mention.type == .person, mention.form == .name, !isModifier(mention, within: tokens) {
        return tree.headWord(of: name)
      }
      token = max(next, token + 1)
    }
    return nil
  }

  private func isPossessive(_ token: Int) -> Bool { ["’s", "'s", "’", "'"].contains(reading.word(token)) }

  /// The entities that a noun and what belongs to it stand for, read no further than `tokens`; none for a description.
  func names(at head: Int, within tokens: Range<Int>) -> [String] {
    let apposed = several(apposedTo: head, within: tokens)
    if !apposed.isEmpty { return apposed }
    if let entity = named(at: head, within: tokens) { return [entity] }
    if let entity = trailingPerson(of: head, within: tokens) { return [entity] }
    let makers = isUtterance(head) ? makers(of: head, within: tokens) : []
    return makers.isEmpty ? examples(of: head, within: tokens) : makers
  }

  /// “Secretary Lee and Foreign Minister of Japan Mori”: who is joined to a name by “and” and nothing but titles.
  private func titledPerson(after head: Int, within tokens: Range<Int>) -> String? {
    guard let first = mention(over: head) else { return nil }
    let next = reading.token(from: first.span.end)
    guard tokens.contains(next), reading.is(next, "and") else { return nil }
    var token = next + 1
    while tokens.contains(token) {
      if let person = mention(over: token), person.type == .person {
        let after = reading.token(from: person.span.end)
        return tokens.contains(after) && isPossessive(after) ? nil : person.entity
      }
      guard
        reading.isCapitalised(token) || reading.is(token, "of") || reading.is(token, "the") || isPossessive(token)
          || tree.is(token, [.noun, .adjective])
      else { return nil }
      token += 1
    }
    return nil
  }

  /// “Ms. Lee, Mr. Kim and other donors”: further people of a list that “and” ends, however the tree has it.
  private func listed(after head: Int, within tokens: Range<Int>) -> [String] {
    guard var last = mention(over: head), last.type == .person, tokens.contains(where: { reading.is($0, "and") }) else {
      return []
    }
    var found: [String] = []
    while true {
      let end = reading.token(from: last.span.end)
      guard tokens.contains(end), reading.is(end, ",") || reading.is(end, "and") else { return found }
      var token = end + 1
      while tokens.contains(token), mention(over: token)?.type != .person,
        reading.isCapitalised(token) && reading.isWord(token) || reading.is(token, ".") || reading.is(token, "and")
          || isPossessive(token)
      { token += 1 }
      guard tokens.contains(token), let next = mention(over: token), next.type == .person, let entity = next.entity,
        !isModifier(next, within: tokens)
      else { return found }
      found.append(entity)
      last = next
    }
  }

  /// Whether what stands behind a name makes it part of another’s: “Lee’s”, “Lee supporters”.
  private func isModifier(_ name: Mention, within tokens: Range<Int>) -> Bool {
    let next = reading.token(from: name.span.end)
    return tokens.contains(next) && (isPossessive(next) || tree.is(next, [.noun]) || reading.word(next) == "-")
  }

  /// “Al-Shabaab, the group based in …”, “One of the aides, Ann Lee,”: a name at either end of a source, behind or before
  /// a comma.
  private func namedApart(from head: Int, within tokens: Range<Int>) -> [String] {
    if let first = tokens.first(where: { reading.isWord($0) && !reading.is($0, in: .titles) }),
      let mention = mention(over: first), mention.type != .location, mention.type != .norp
    {
      let next = reading.token(from: mention.span.end)
      if tokens.contains(next), reading.is(next, ",") || reading.is(next, "(") {
        return [mention.entity].compactMap(\.self)
      }
    }
    guard let last = tokens.last(where: reading.isWord), let mention = mention(over: last), mention.type == .person
    else {
      return []
    }
    let before = reading.token(from: mention.span.start) - 1
    return tokens.contains(before) && reading.is(before, ",") ? [mention.entity].compactMap(\.self) : []
  }

  /// Whether a noun begins a phrase of its own: it has an article, a possessor or a number, or is a plural.
  private func isIntroduced(_ noun: Int) -> Bool {
    tree.dependents(of: noun).contains { tree.is($0, [.determiner, .possessor, .numericModifier]) }
      || tree.is(noun, [.noun]) && tree.lemma(of: noun) != reading.lowercased(noun)
  }

  /// The entity whose name holds the noun, or stands beside it as its apposition or behind it as behind a title.
  func named(at head: Int, within tokens: Range<Int>) -> String? {
    if let mention = mention(over: head), !isQuantified(head, mention) { return mention.entity }
    for dependent in tree.dependents(of: head) where tokens.contains(dependent) && dependent > head {
      guard tree.is(dependent, Self.behindTitle), let mention = mention(over: dependent),
        mention.type == .person || tree.is(dependent, [.apposition]) && mention.type == .organization
      else { continue }
      return mention.entity
    }
    // “White House spokesman Ann Lee”, however the tree has it.
    if tokens.contains(head + 1), reading.isWord(head + 1), let mention = mention(over: head + 1),
      mention.span.start == reading.span(head + 1).start, [.person, .organization].contains(mention.type)
    {
      return mention.entity
    }
    return nil
  }

  /// “Foreign Minister of Japan Hayashi”: a person’s name that ends the phrase and no preposition or possessor leads.
  private func trailingPerson(of head: Int, within tokens: Range<Int>) -> String? {
    var phrase = tree.wholePhrase(of: head).tokens.clamped(to: tokens)
    if let end = phrase.first(where: { endsDescription($0) || $0 > head && tree.is($0, [.verb, .auxiliary, .pronoun]) })
    {
      phrase = phrase.clamped(to: phrase.lowerBound..<end)
    }
    guard let last = phrase.last, last > head, let name = mention(over: last), name.type == .person else { return nil }
    let before = reading.token(from: name.span.start) - 1
    guard before > head, !tree.is(before, [.adposition, .determiner, .particle, .verb, .coordinator]),
      !isPossessive(before)
    else {
      return nil
    }
    return name.entity
  }

  /// Whether a noun names something written or said.
  func isUtterance(_ head: Int) -> Bool { WordList.utterances.contains(tree.lemma(of: head)) }

  /// Whether a phrase is about something written or said.
  func isUtterance(in phrase: TextSpan) -> Bool {
    tree.headWord(of: reading.tokens(in: phrase)).map(isUtterance) ?? false
  }

  /// “many Republicans” are not the party.
  private func isQuantified(_ head: Int, _ mention: Mention) -> Bool {
    guard mention.type == .norp else { return false }
    return tree.dependents(of: head).contains {
      tree.is($0, [.numericModifier, .relativeClause, .clausalModifier])
        || tree.is($0, [.determiner, .adjectivalModifier]) && !reading.is($0, "the") && !reading.is($0, "all")
    }
  }

  /// The phrase of a noun as a reader would name it: without what a comma, a dash or a clause adds.
  func description(of head: Int, within tokens: Range<Int>) -> TextSpan? {
    let whole = tree.wholePhrase(of: head).tokens.clamped(to: tokens)
    guard whole.contains(head) else { return nil }
    var end = head + 1
    while end < whole.upperBound, reading.isWord(end) || !endsDescription(end) { end += 1 }
    var phrase = whole.lowerBound..<end
    for clause in tree.dependents(of: head)
    where clause > head && tree.is(clause, [.relativeClause, .apposition, .parataxis]) {
      phrase = phrase.lowerBound..<max(head + 1, min(phrase.upperBound, tree.subtree(of: clause).lowerBound))
    }
    return reading.span(phrase).flatMap(reading.trimmedToWords)
  }

  private func endsDescription(_ token: Int) -> Bool {
    [",", "—", "–", "―", "--", "(", ";", ":"].contains(reading.word(token))
  }

  /// The name or role that holds a token.
  func mention(over token: Int) -> Mention? {
    let span = reading.span(token)
    var place = mentions.partitioningIndex { $0.span.start > span.start }
    while place > 0 {
      place -= 1
      if mentions[place].span.contains(span) { return mentions[place] }
      if span.start - mentions[place].span.start > 200 { return nil }
    }
    return nil
  }
}
