import DictumKit

/// Gives names to those whom a user's file knows, before anything is guessed.
struct PeopleLinking {
  let people: People
  let census: NameCensus
  let persons: PersonLinking
  let things: ThingLinking

  func link(_ resolution: inout Resolution) {
    guard !people.entries.isEmpty else { return }
    var ids: [String] = []
    var known: [String: Int] = [:]
    var full: [(name: PersonName, entry: Int)] = []
    for (index, entry) in people.entries.enumerated() {
      ids.append(claim(entry, &resolution))
      for name in entry.names {
        known[key(name, entry.isPerson)] = index
        if entry.isPerson, case let name = persons.parse(name), name.isFull { full.append((name, index)) }
      }
    }
    for form in census.forms(where: { _ in true }) {
      let isPerson = form.type == .person
      var found = known[key(form.name, isPerson)]
      if found == nil, isPerson, case let name = persons.parse(form.name), name.isFull {
        let owners = Set(full.filter { $0.name.agrees(with: name) }.map(\.entry))
        if owners.count == 1 { found = owners.first }
      }
      if let found { resolution.join(form, ids[found], certainty: 1) }
    }
  }

  private func claim(_ entry: People.Entry, _ resolution: inout Resolution) -> String {
    let key = entry.isPerson ? persons.parse(entry.name).key : things.parse(entry.name).key
    return resolution.claim("\(entry.type):\(slugged(key))", .init(name: entry.name, wikidata: entry.wikidata))
  }

  private func key(_ name: String, _ isPerson: Bool) -> String {
    isPerson ? "person\n\(persons.parse(name).key)" : "thing\n\(things.parse(name).key)"
  }
}
