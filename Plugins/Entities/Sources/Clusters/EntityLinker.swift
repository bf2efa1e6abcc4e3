import DictumKit

/// Joins the names of a document into entities.
struct EntityLinker: Sendable {
  private let rules: [any ClusterRule]

  /// A linker with its rules in order.
  ///
  /// - Throws: `icuFailed`.
  init() throws(DictumError) {
    rules = [
      DefinedAcronym(), SameName(), TerritoryName(territories: try Territories()), PartOfPersonName(), LaterAcronym(),
      PartOfBodyName(),
    ]
  }

  /// Entities of the document's name mentions; fills in each mention's `entity`.
  ///
  /// - Parameter mentions: in text order.
  func link(_ mentions: inout [Mention], in text: SourceText) -> [Entity] {
    var clusters: [EntityCluster] = []
    var clusterOf: [Int] = []
    for (index, mention) in mentions.enumerated() {
      let form = NameForm(text[mention.span], mention.type)
      let place = NamePlace(definedBy: definition(before: index, mentions, text), clusterOf: clusterOf)
      let found =
        isNamed(mention.type) ? rules.lazy.compactMap { $0.cluster(for: form, at: place, in: clusters) }.first : nil
      if let found {
        clusters[found].add(form, mention: index)
        clusterOf.append(found)
      } else {
        clusterOf.append(clusters.count)
        clusters.append(EntityCluster(form, mention: index))
      }
    }
    for (index, cluster) in clusterOf.enumerated() { mentions[index].entity = "e\(cluster)" }
    return clusters.enumerated().map { entity($0.element, "e\($0.offset)", mentions, text) }
  }

  /// Dates and sums of money are not joined: “Monday” twice need not be one day.
  private func isNamed(_ type: EntityType) -> Bool { type != .date && type != .money }

  /// The mention before, when this one is given in parentheses right behind it.
  private func definition(before index: Int, _ mentions: [Mention], _ text: SourceText) -> Int? {
    guard index > 0, Parenthesis.defines(mentions[index - 1].span, mentions[index].span, text) else { return nil }
    return index - 1
  }

  private func entity(_ cluster: EntityCluster, _ id: String, _ mentions: [Mention], _ text: SourceText) -> Entity {
    let name = cluster.canonical
    var aliases: [String] = []
    func add(_ alias: String) {
      if alias != name && !alias.isEmpty && !aliases.contains(alias) { aliases.append(alias) }
    }
    for index in cluster.mentions {
      if cluster.type == .person { add(titled(mentions[index].span, text)) }
    }
    for form in cluster.forms { add(form.text) }
    return Entity(
      id: id,
      type: cluster.type,
      name: name,
      aliases: aliases,
      mentions: cluster.mentions.map { mentions[$0].id }
    )
  }

  /// The name with the capitalised title in front of it: “Secretary Blinken”.
  private func titled(_ span: Span, _ text: SourceText) -> String {
    var start = span.start
    var words: [String] = []
    while start > 1, text.bytes[start - 1] == 0x20, words.count < 4 {
      var from = start - 1
      while from > 0, text.bytes[from - 1] > 0x20 { from -= 1 }
      let word = text[Span(start: from, end: start - 1)]
      guard word.first?.isUppercase == true,
        NameForm.titles.contains(word.lowercased().filter { $0 != "." })
      else { break }
      words.insert(word, at: 0)
      start = from
    }
    return words.isEmpty ? "" : (words + [text[span]]).joined(separator: " ")
  }
}
