import DictumEnglish
import DictumKit

/// “He said”, “who said”: sources that are a pronoun alone.
///
/// Rules that no model may overrule come first: nobody who is named in the pronoun's own statement, nobody of the other
/// sex (Lappin and Leass, “An Algorithm for Pronominal Anaphora Resolution”, CL 1994, filter so before they rank). Of
/// those left, whoever was named since the last statement is kept; else the last speaker goes on.
struct PronounSpeakers {
  /// How many paragraphs may lie between two statements of one turn.
  private static let farthest = 3
  /// How many statements of those paragraphs are looked at, and how many bytes before a pronoun: more than paragraphs
  /// have, unless a text has none.
  private static let reach = (statements: 64, bytes: 6_000)
  /// What a title like “Mrs.” weighs, in pronouns.
  private static let title = 3

  private let reading: Reading
  private let people: Set<String>
  private let contents: [TextSpan]
  private let mentions: [Mention]
  /// Pronouns that were resolved, or opened again: nil.
  private var settled: [TextSpan: Mention?] = [:]
  private var quotes: [Quote]
  /// Above zero for “she”, below for “he”, by entity.
  private var sex: [String: Int] = [:]

  private init(_ document: Document, _ reading: Reading, _ tree: SyntaxTree?) {
    self.reading = reading
    people = Set(document[.entities].filter(\.mayBePerson).map(\.id)).subtracting(
      tree.map { RoleSpeakers(document, $0, reading).groups(of: document[.mentions]) } ?? []
    )
    mentions = document[.mentions]
    quotes = document[.quotes]
    contents = document[.quotes].flatMap { $0.spans.map(\.span) }.sorted()
    var given: Set<String> = []
    for mention in mentions {
      guard let entity = mention.entity, people.contains(entity) else { continue }
      let name = mention.form == .name ? reading.sexOfGivenName(mention.span) : 0
      // Of each person’s names, one.
      if name != 0, given.insert(entity).inserted { sex[entity, default: 0] += name }
      let evidence =
        switch mention.form {
        case .name: Self.titleSex(mention.span, reading)
        case .nominal: tree.map { Self.nounSex(mention.span, $0, reading) } ?? 0
        case .pronoun: Self.sex(ofPronoun: mention.span, reading)
        }
      sex[entity, default: 0] += evidence
    }
  }

  /// Gives such statements their speakers, and their pronouns their entities, where the document has entities. A pronoun
  /// of one sex that stands for somebody of the other is open again.
  static func resolve(in document: inout Document, _ reading: Reading, _ tree: SyntaxTree? = nil) {
    guard document.has(LayerKey.entities.name), document.has(LayerKey.mentions.name) else { return }
    var resolver = PronounSpeakers(document, reading, tree)
    for index in resolver.quotes.indices { resolver.resolve(index) }
    document[.quotes] = resolver.quotes
    let others = resolver.mentions.filter { $0.form != .pronoun || resolver.settled[$0.span] == nil }
    let resolved = resolver.settled.values.compactMap(\.self).sorted { $0.span.start < $1.span.start }
    document[.mentions] = []
    document.insert(mentions: (resolved + others).filter { !resolver.isOfOtherSex($0) })
  }

  private mutating func resolve(_ index: Int) {
    guard quotes[index].source.count == 1, let source = quotes[index].source.first?.span else { return }
    let token = reading.token(from: source.start)
    guard token < reading.count, reading.span(token) == source else { return }
    if ["who", "which", "that"].contains(where: { reading.is(token, $0) }) {
      if reading.is(token, "who"), quotes[index].speakers.isEmpty, let antecedent = antecedent(of: source) {
        quotes[index].speakers = [antecedent]
      }
      return
    }
    let sex = Self.sex(ofPronoun: source, reading)
    guard sex != 0, reading.is(token, in: .subjectPronouns) else { return }
    let speaker = speaker(of: index, source, sex)
    quotes[index].speakers = speaker.map { [$0] } ?? []
    settled.updateValue(nil, forKey: source)
    guard let speaker else { return }
    self.sex[speaker, default: 0] += sex
    let confidence = quotes[index].confidence
    settled[source] = Mention(
      id: "",
      span: source,
      type: .person,
      form: .pronoun,
      entity: speaker,
      confidence: confidence
    )
  }

  private func speaker(of index: Int, _ pronoun: TextSpan, _ sex: Int) -> String? {
    let own = quotes[index].spans.flatMap { names(in: $0.span) }.compactMap(\.entity)
    func fits(_ entity: String) -> Bool {
      people.contains(entity) && !own.contains(entity) && (self.sex[entity] ?? 0) * sex >= 0
    }
    let current = quotes[index].speakers.first.flatMap { fits($0) ? $0 : nil }
    let named = namedSince(index, pronoun).filter(fits)
    if let current, named.contains(current) { return current }
    if Set(named).count == 1, let only = named.first { return only }
    return lastSpeaker(before: index, pronoun, fits) ?? current ?? named.last
      ?? namedInParagraphBefore(pronoun).last(where: fits)
  }

  /// Whoever spoke last and fits, a few paragraphs back at most.
  private func lastSpeaker(before index: Int, _ pronoun: TextSpan, _ fits: (String) -> Bool) -> String? {
    let paragraph = reading.paragraph(at: pronoun.start)
    for quote in quotes[..<index].suffix(Self.reach.statements).reversed() {
      guard let extent = quote.extent, paragraph - reading.paragraph(at: extent.start) <= Self.farthest else {
        return nil
      }
      if quote.speakers.count == 1, let speaker = quote.speakers.first, fits(speaker) { return speaker }
    }
    return nil
  }

  /// Who is named in the pronoun's paragraph before it, behind the statement before and outside of what is said.
  private func namedSince(_ index: Int, _ pronoun: TextSpan) -> [String] {
    var start = reading.paragraphs.isEmpty ? 0 : reading.paragraphs[reading.paragraph(at: pronoun.start)].start
    if index > 0 {
      let before = quotes[index - 1]
      let ends = (before.spans + before.cue + before.source).map(\.span.end).filter { $0 <= pronoun.start }
      start = max(start, ends.max() ?? 0)
    }
    start = max(start, pronoun.start - Self.reach.bytes)
    return namedOutsideStatements(TextSpan(start: min(start, pronoun.start), end: pronoun.start))
  }

  private func namedInParagraphBefore(_ pronoun: TextSpan) -> [String] {
    guard !reading.paragraphs.isEmpty else { return [] }
    let paragraph = max(0, reading.paragraph(at: pronoun.start) - 1)
    let start = max(reading.paragraphs[paragraph].start, pronoun.start - Self.reach.bytes)
    return start < pronoun.start ? namedOutsideStatements(TextSpan(start: start, end: pronoun.start)) : []
  }

  private func namedOutsideStatements(_ span: TextSpan) -> [String] {
    names(in: span).filter { name in
      let place = contents.partitioningIndex { $0.end > name.span.start }
      return place == contents.count || contents[place].start > name.span.start
    }.compactMap(\.entity)
  }

  private func names(in span: TextSpan) -> [Mention] {
    let low = mentions.partitioningIndex { $0.span.start >= span.start }
    return mentions[low...].prefix { $0.span.start < span.end }.filter { $0.form == .name && $0.span.end <= span.end }
  }

  /// The name right before a relative pronoun.
  private func antecedent(of pronoun: TextSpan) -> String? {
    let place = mentions.partitioningIndex { $0.span.start >= pronoun.start }
    guard place > 0 else { return nil }
    let name = mentions[place - 1]
    guard name.form == .name, name.span.end <= pronoun.start, pronoun.start - name.span.end <= 2 else { return nil }
    return name.entity
  }

  private func isOfOtherSex(_ mention: Mention) -> Bool {
    guard mention.form == .pronoun, let entity = mention.entity else { return false }
    let own = Self.sex(ofPronoun: mention.span, reading)
    let sex = sex[entity] ?? 0
    return own != 0 && (sex == 0 ? own > 0 : own * sex < 0)
  }

  /// 1 for “she”, -1 for “he”.
  static func sex(ofPronoun span: TextSpan, _ reading: Reading) -> Int {
    switch reading.text[span].lowercased() {
    case "she", "her", "hers", "herself": 1
    case "he", "him", "his", "himself": -1
    default: 0
    }
  }

  /// “his sister”, “a spokesman”.
  private static func nounSex(_ description: TextSpan, _ tree: SyntaxTree, _ reading: Reading) -> Int {
    guard let head = tree.headWord(of: reading.tokens(in: description)) else { return 0 }
    let noun = tree.lemma(of: head)
    if WordList.nounsOfWomen.contains(noun) { return title }
    return WordList.nounsOfMen.contains(noun) ? -title : 0
  }

  /// What the title before a name says: “Mrs.”
  static func titleSex(_ name: TextSpan, _ reading: Reading) -> Int {
    let token = reading.token(from: name.start)
    let title = reading.is(token - 1, ".") ? token - 2 : token - 1
    if title < 0 { return 0 }
    let word = reading.word(title).filter { $0 != "." }
    if WordList.titlesOfWomen.contains(word) { return Self.title }
    return WordList.titlesOfMen.contains(word) ? -Self.title : 0
  }
}
