import DictumKit

/// Joins people across articles: full names that agree, then family names whose bearer the corpus, the titles or the
/// names beside them tell.
struct PersonLinking {
  /// What share of the articles with a family name must mean one bearer for the name alone to mean them.
  private static let clear = 0.9
  /// Among how many articles.
  private static let known = 3
  /// Beyond that many articles, a name without a full form is taken for one bearer's (“Madonna”).
  private static let chained = 40

  let census: NameCensus
  let company: Company
  let words: NameWords
  let folding: NameFolding

  func link(_ resolution: inout Resolution) throws(DictumError) {
    var parsed: [String: PersonName] = [:]
    let forms = census.forms { $0 == .person }
    for form in forms { parsed[form.name] = parse(form.name) }
    let named = forms.compactMap { form in parsed[form.name].map { (form: form, name: $0) } }
    var groups = PersonGroups(named.filter(\.name.isFull), census, parse)
    for index in groups.groups.indices { claim(index, &groups, &resolution) }
    for entry in named where !entry.name.isFull && !entry.name.key.isEmpty && resolution.forms[entry.form] == nil {
      try link(entry.form, entry.name, groups, &resolution)
    }
  }

  func parse(_ text: String) -> PersonName { PersonName(folding.words(text), words) }

  private func claim(_ index: Int, _ groups: inout PersonGroups, _ resolution: inout Resolution) {
    let group = groups.groups[index]
    let best = zip(group.forms, group.names).max {
      (census.articles[$0.0] ?? 0, $0.0.name.count, $1.0.name) < (
        census.articles[$1.0] ?? 0, $1.0.name.count, $0.0.name
      )
    }
    guard let best else { return }
    // Those whom the user's file knows keep what it says.
    if let known = resolution.known(group.forms) {
      groups.name(index, known.entity)
      for form in group.forms where resolution.forms[form] == nil {
        resolution.join(form, known.entity, certainty: 0.97)
      }
      return
    }
    let isShared = groups.namesakes(of: index) > 0
    let slug = isShared && !best.1.middle.isEmpty ? best.1.words : [best.1.given, best.1.family]
    let id = resolution.claim("person:\(slugged(slug.joined(separator: " ")))", .init(name: best.0.name))
    groups.name(index, id)
    for (form, name) in zip(group.forms, group.names) {
      let isSame = name.key == best.1.key
      resolution.join(
        form,
        id,
        certainty: group.articles < 2 ? 1 : isSame ? (name.words.count > 2 ? 0.99 : 0.97) : 0.95
      )
    }
  }

  /// Decides whose a short name is: for all its articles where that is clear, else in each.
  private func link(
    _ form: NamedForm,
    _ name: PersonName,
    _ groups: PersonGroups,
    _ resolution: inout Resolution
  ) throws(DictumError) {
    let bearers = (groups.byPart[name.key] ?? []).filter { index in
      let group = groups.groups[index]
      return group.names.contains { $0.family == name.key } || (group.short[name.key] ?? 0) >= 2
    }.sorted { groups.groups[$0].articles > groups.groups[$1].articles }
    let titles = (census.aliases[form] ?? []).reduce(into: name.titles) { $0.formUnion(parse($1.alias).titles) }
    let total = (groups.byPart[name.key] ?? []).reduce(0) { $0 + groups.groups[$1].articles }
    if let first = bearers.first, groups.groups[first].articles >= Self.known {
      let share = Double(groups.groups[first].articles) / Double(total)
      let known = groups.groups[first].titles
      let isContradicted = !titles.isEmpty && !known.isEmpty && titles.isDisjoint(with: known)
      if share >= Self.clear && !isContradicted {
        return resolution.join(form, groups.groups[first].id, certainty: 0.98 * share)
      }
    }
    try linkEach(form, name, titles, bearers.prefix(8).map { groups.groups[$0] }, &resolution)
  }

  private func linkEach(
    _ form: NamedForm,
    _ name: PersonName,
    _ titles: Set<String>,
    _ bearers: [PersonGroups.Group],
    _ resolution: inout Resolution
  ) throws(DictumError) {
    let articles = try company.articles(of: [form])
    let slug = "person:\(slugged(name.key))"
    guard !bearers.isEmpty else { return try chain(form, articles, slug, &resolution) }
    var circles: [Set<NamedForm>] = []
    for bearer in bearers {
      circles.append(try company.names(in: try company.articles(of: bearer.forms, limit: Company.enough)))
    }
    for article in articles {
      let here = try company.names(in: article)
      var fitting: [String] = []
      for (bearer, circle) in zip(bearers, circles) {
        // A title that the bearer never has speaks of somebody else.
        guard bearer.titles.isEmpty || titles.isEmpty || !titles.isDisjoint(with: bearer.titles) else { continue }
        if company.agree(here, circle, besides: Set(bearer.forms + [form])) { fitting.append(bearer.id) }
      }
      if fitting.count == 1 {
        resolution.join(form, in: article, fitting[0], certainty: 0.9)
      } else {
        resolution.keepApart(form, slug, in: article)
      }
    }
  }

  /// A name without a full form: one bearer in articles that tell of the same things.
  private func chain(
    _ form: NamedForm,
    _ articles: [Int],
    _ slug: String,
    _ resolution: inout Resolution
  ) throws(DictumError) {
    guard articles.count <= Self.chained else {
      return resolution.join(form, resolution.claim(slug, .init(name: form.name)), certainty: 0.9)
    }
    var chains: [(names: Set<NamedForm>, articles: [Int])] = []
    for article in articles {
      let here = try company.names(in: article)
      var place: Int?
      for index in chains.indices where place == nil {
        if company.agree(here, chains[index].names, besides: [form]) { place = index }
      }
      if let place {
        chains[place].names.formUnion(here)
        chains[place].articles.append(article)
      } else {
        chains.append((here, [article]))
      }
    }
    for chain in chains {
      let id = resolution.claim("\(slug)@\(String(chain.articles[0], radix: 36))", .init(name: form.name))
      for article in chain.articles {
        resolution.join(form, in: article, id, certainty: chain.articles.count > 1 ? 0.9 : 1)
      }
    }
  }
}

/// A folded name as part of an id.
func slugged(_ name: String) -> String { name.split(separator: " ").joined(separator: "-") }
