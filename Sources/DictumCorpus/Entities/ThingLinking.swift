import DictumKit

/// Joins bodies, places and things across articles by their names: acronyms with the names that articles give them, and
/// names that many bodies bear only where the same place is spoken of.
struct ThingLinking {
  /// What share of the articles that spell an acronym out must mean one name.
  private static let clear = 0.9

  let census: NameCensus
  let company: Company
  let words: NameWords
  let folding: NameFolding

  private struct Group {
    var forms: [NamedForm] = []
    var articles = 0
    var isGeneric = false
  }

  func parse(_ text: String) -> ThingName { ThingName(text, folding.words(text), words) }

  func link(_ resolution: inout Resolution) throws(DictumError) {
    let forms = census.forms { $0 != .person }
    let names = Dictionary(uniqueKeysWithValues: forms.map { ($0, parse($0.name)) })
    let spelled = Set(forms.filter { names[$0]?.isAcronym == false }.map { key($0, names) })
    let expansions = expansions(forms, names)
    var groups: [String: Group] = [:]
    for form in forms {
      guard let name = names[form], !name.key.isEmpty else { continue }
      var key = key(form, names)
      if name.isAcronym {
        // Capitals are no acronym where the name is written otherwise, too: “CAIRO”, “NATO” beside “Nato”.
        let plain = "\(form.type.rawValue)\n\(name.key)"
        if spelled.contains(plain) { key = plain } else if let full = expansions[name.key] { key = full }
      }
      groups[key, default: Group()].forms.append(form)
      groups[key, default: Group()].articles += census.articles[form] ?? 0
      groups[key, default: Group()].isGeneric = name.isGeneric && !name.isAcronym && form.type != .norp
    }
    for key in groups.keys.sorted() {
      if let group = groups[key] { try settle(group, names, &resolution) }
    }
  }

  /// Types are told apart only where the name is one plain word: “Amazon” may be a river, “New York Times” is itself.
  private func key(_ form: NamedForm, _ names: [NamedForm: ThingName]) -> String {
    guard let name = names[form] else { return "" }
    let isOwn = form.type == .norp || name.words.count < 2 && !(name.isAcronym && name.key.count > 2)
    return "\(isOwn ? form.type.rawValue : "thing")\n\(name.key)"
  }

  /// The key of the one name that articles mean by an acronym.
  private func expansions(_ forms: [NamedForm], _ names: [NamedForm: ThingName]) -> [String: String] {
    var support: [String: [String: Int]] = [:]
    for form in forms where names[form]?.isAcronym == false {
      for (alias, count) in census.aliases[form] ?? [] {
        let other = parse(alias)
        if other.isAcronym { support[other.key, default: [:]][key(form, names), default: 0] += count }
      }
    }
    return support.compactMapValues { names in
      let total = names.values.reduce(0, +)
      let best = names.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return best.flatMap { Double($0.value) >= Self.clear * Double(total) ? $0.key : nil }
    }
  }

  private func settle(
    _ group: Group,
    _ names: [NamedForm: ThingName],
    _ resolution: inout Resolution
  ) throws(DictumError) {
    var types: [EntityType: Int] = [:]
    for form in group.forms { types[form.type, default: 0] += census.articles[form] ?? 0 }
    let spelled = group.forms.filter { names[$0]?.isAcronym == false }
    let best = (spelled.isEmpty ? group.forms : spelled).max {
      (census.articles[$0] ?? 0, $1.name) < (census.articles[$1] ?? 0, $0.name)
    }
    let type = types.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    guard let best, let type, let name = names[best] else { return }
    let slug = "\(type.rawValue):\(slugged(name.key))"
    // What the user's file knows keeps what it says.
    if let known = resolution.known(group.forms) {
      for form in group.forms where resolution.forms[form] == nil {
        resolution.join(form, known.entity, certainty: 0.97)
      }
      return
    }
    if group.isGeneric { return try settleByPlace(group.forms, slug, &resolution) }
    let id = resolution.claim(slug, .init(name: best.name))
    for form in group.forms {
      let isSame = names[form]?.key == name.key
      resolution.join(form, id, certainty: group.articles < 2 ? 1 : isSame ? 0.97 : 0.95)
    }
  }

  /// “Supreme Court” is one body in the articles that name the place that most of them name; the others' may be others.
  private func settleByPlace(
    _ forms: [NamedForm],
    _ slug: String,
    _ resolution: inout Resolution
  ) throws(DictumError) {
    var left: [(form: NamedForm, article: Int, places: Set<NamedForm>)] = []
    for form in forms {
      for article in try company.articles(of: [form]) {
        let places = try company.names(in: article).filter { $0.type == .location || $0.type == .norp }
        left.append((form, article, places))
      }
    }
    while left.count > 1 {
      var counts: [NamedForm: Int] = [:]
      for entry in left { for place in entry.places { counts[place, default: 0] += 1 } }
      guard let place = counts.max(by: { ($0.value, $1.key.name) < ($1.value, $0.key.name) }), place.value > 1 else {
        break
      }
      let suffix = slugged(folding.words(place.key.name).joined(separator: " "))
      let id = resolution.claim("\(slug)@\(suffix)", .init(name: left[0].form.name))
      for entry in left where entry.places.contains(place.key) {
        resolution.join(entry.form, in: entry.article, id, certainty: 0.85)
      }
      left.removeAll { $0.places.contains(place.key) }
    }
    for entry in left { resolution.keepApart(entry.form, slug, in: entry.article) }
  }
}
