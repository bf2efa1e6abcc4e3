/// The full names of people, grouped by who bears them.
struct PersonGroups {
  /// One person's names.
  struct Group {
    var forms: [NamedForm] = []
    var names: [PersonName] = []
    /// Articles with one of the names.
    var articles = 0
    /// Titles that the person is seen with.
    var titles: Set<String> = []
    /// Articles in which a short name stands for the person, by its key.
    var short: [String: Int] = [:]
    var id = ""
  }

  private(set) var groups: [Group] = []
  /// Groups by family and by given name.
  private(set) var byPart: [String: [Int]] = [:]

  /// Groups full names: those that agree, and those that articles give the same entity in either order.
  init(_ full: [(form: NamedForm, name: PersonName)], _ census: NameCensus, _ parse: (String) -> PersonName) {
    var buckets: [String: [(form: NamedForm, name: PersonName)]] = [:]
    for entry in full { buckets["\(entry.name.given)\n\(entry.name.family)", default: []].append(entry) }
    for key in buckets.keys.sorted() { groups += Self.split(buckets[key] ?? []) }
    for index in groups.indices { groups[index].count(census, parse) }
    joinAliases(census, parse)
    for (index, group) in groups.enumerated() {
      for part in Set(group.names.flatMap { [$0.family, $0.given] }).sorted() {
        byPart[part, default: []].append(index)
      }
    }
  }

  /// How many others have the same given and family name.
  func namesakes(of index: Int) -> Int {
    guard let name = groups[index].names.first else { return 0 }
    return (byPart[name.family] ?? []).count { other in
      other != index && groups[other].names.contains { $0.given == name.given && $0.family == name.family }
    }
  }

  mutating func name(_ index: Int, _ id: String) { groups[index].id = id }

  /// Splits names with the same given and family name where their middle names disagree; a name without one belongs to
  /// the only bearer, or else to nobody.
  private static func split(_ entries: [(form: NamedForm, name: PersonName)]) -> [Group] {
    var withMiddle: [Group] = []
    var bare = Group()
    for (form, name) in entries {
      if name.middle.isEmpty {
        bare.add(form, name)
      } else if let index = withMiddle.firstIndex(where: { $0.names.allSatisfy(name.agrees) }) {
        withMiddle[index].add(form, name)
      } else {
        var group = Group()
        group.add(form, name)
        withMiddle.append(group)
      }
    }
    if bare.forms.isEmpty { return withMiddle }
    guard withMiddle.count == 1 else { return [bare] + withMiddle }
    for (form, name) in zip(withMiddle[0].forms, withMiddle[0].names) { bare.add(form, name) }
    return [bare]
  }

  /// “Hayashi Yoshimasa” and “Yoshimasa Hayashi”, “KB Hedgewar” and “Keshav Baliram Hedgewar”: one where an article says
  /// so and the words allow it.
  private mutating func joinAliases(_ census: NameCensus, _ parse: (String) -> PersonName) {
    var place: [String: Int] = [:]
    for (index, group) in groups.enumerated() { for name in group.names { place[name.key] = index } }
    var parent = Array(groups.indices)
    func root(_ index: Int) -> Int { parent[index] == index ? index : root(parent[index]) }
    for (index, group) in groups.enumerated() {
      for (form, name) in zip(group.forms, group.names) {
        for (alias, _) in census.aliases[form] ?? [] {
          let other = parse(alias)
          guard other.isFull, let target = place[other.key], Self.canBeOne(name, other) else { continue }
          let (left, right) = (root(index), root(target))
          parent[max(left, right)] = min(left, right)
        }
      }
    }
    for index in groups.indices.reversed() where root(index) != index {
      groups[root(index)].merge(groups[index])
      groups[index].forms = []
    }
    groups.removeAll { $0.forms.isEmpty }
  }

  private static func canBeOne(_ left: PersonName, _ right: PersonName) -> Bool {
    if left.words.sorted() == right.words.sorted() { return true }
    guard left.family == right.family else { return false }
    let (short, long) = left.given.count < right.given.count ? (left.given, right.given) : (right.given, left.given)
    return long.hasPrefix(short) && short.count >= 3
      || short.first == long.first && short.count <= 2 && left.words.count != right.words.count
  }
}

extension PersonGroups.Group {
  fileprivate mutating func add(_ form: NamedForm, _ name: PersonName) {
    forms.append(form)
    names.append(name)
  }

  fileprivate mutating func count(_ census: NameCensus, _ parse: (String) -> PersonName) {
    for (form, name) in zip(forms, names) {
      articles += census.articles[form] ?? 0
      titles.formUnion(name.titles)
      for (alias, count) in census.aliases[form] ?? [] {
        let other = parse(alias)
        if other.family == name.family || other.given == name.given { titles.formUnion(other.titles) }
        if !other.isFull { short[other.key, default: 0] += count }
      }
    }
  }

  fileprivate mutating func merge(_ other: Self) {
    forms += other.forms
    names += other.names
    articles += other.articles
    titles.formUnion(other.titles)
    short.merge(other.short, uniquingKeysWith: +)
  }
}
