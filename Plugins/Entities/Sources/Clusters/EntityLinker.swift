import DictumEnglish
import DictumKit

/// Joins the names of a document into entities.
struct EntityLinker: Sendable {
  private let rules: [any ClusterRule]
  private let territories: Territories

  /// A linker with its rules in order.
  ///
  /// - Throws: `icuFailed`.
  init() throws(DictumError) {
    territories = try Territories()
    rules = [
      DefinedAcronym(), SameName(), TerritoryName(territories: territories), PartOfPersonName(), MiddleOfPersonName(),
      LaterAcronym(),
      PartOfBodyName(),
    ]
  }

  /// Entities of the document's name mentions; fills in each mention's `entity`, whose type it takes on.
  ///
  /// - Parameter mentions: in text order.
  func link(_ mentions: inout [Mention], in text: SourceText) -> [Entity] {
    var clusters: [EntityCluster] = []
    var clusterOf: [Int] = []
    var index = ClusterIndex(territories)
    var definitions: [(acronym: String, cluster: Int)] = []
    for (number, mention) in mentions.enumerated() {
      let form = NameForm(text[mention.span], mention.type)
      let definedBy = definition(before: number, mentions, text).map { clusterOf[$0] }
      let place = NamePlace(definedBy: definedBy)
      var found: Int?
      if isNamed(mention.type) {
        let candidates = index.candidates(for: form)
        found = rules.lazy.compactMap { $0.cluster(for: form, at: place, in: clusters, candidates) }.first
      }
      if let found {
        clusters[found].add(form, mention: number)
        if found == definedBy { definitions.append((form.key, found)) }
      } else {
        clusters.append(EntityCluster(form, mention: number))
      }
      let cluster = found ?? clusters.count - 1
      clusterOf.append(cluster)
      index.add(form, to: cluster)
    }
    join(definitions, &clusters, index)
    let ordered = clusters.filter { !$0.mentions.isEmpty }.sorted { $0.mentions[0] < $1.mentions[0] }
    for (number, cluster) in ordered.enumerated() {
      for mention in cluster.mentions {
        mentions[mention].entity = "e\(number)"
        mentions[mention].type = cluster.type
      }
    }
    return ordered.enumerated().map { entity($0.element, "e\($0.offset)", mentions, text) }
  }

  /// An acronym may stand in the text before the parenthesis that defines it.
  private func join(
    _ definitions: [(acronym: String, cluster: Int)],
    _ clusters: inout [EntityCluster],
    _ index: ClusterIndex
  ) {
    for (acronym, cluster) in definitions {
      for other in index.candidates(for: NameForm(acronym.uppercased(), clusters[cluster].type)) {
        guard other != cluster, !clusters[other].mentions.isEmpty,
          clusters[other].forms.allSatisfy({ $0.key == acronym && $0.isAcronym })
        else { continue }
        clusters[cluster].add(clusters[other])
        clusters[other].clear()
      }
    }
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
    var known: Set = [name, ""]
    func add(_ alias: String) { if known.insert(alias).inserted { aliases.append(alias) } }
    for index in cluster.mentions {
      switch cluster.type {
      case .person: add(titled(mentions[index].span, text))
      case .organization: add(determined(mentions[index].span, text))
      default: break
      }
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

  /// A body's name of one word with the article in front of it: “The Post”.
  private func determined(_ span: TextSpan, _ text: SourceText) -> String {
    guard span.start >= 4 else { return "" }
    let form = text[TextSpan(start: span.start - 4, end: span.end)]
    let name = NameForm(text[span], .organization)
    guard name.words.count == 1, !name.isAcronym else { return "" }
    return form.hasPrefix("the ") || form.hasPrefix("The ") ? form : ""
  }

  /// The name with the capitalised title in front of it: “Secretary Blinken”.
  private func titled(_ span: TextSpan, _ text: SourceText) -> String {
    var start = span.start
    var words: [String] = []
    while start > 1, text.bytes[start - 1] == 0x20, words.count < 4 {
      var from = start - 1
      while from > 0, text.bytes[from - 1] > 0x20 { from -= 1 }
      let word = text[TextSpan(start: from, end: start - 1)]
      guard word.first?.isUppercase == true,
        WordList.titles.contains(word.filter { $0 != "." })
      else { break }
      words.insert(word, at: 0)
      start = from
    }
    return words.isEmpty ? "" : (words + [text[span]]).joined(separator: " ")
  }
}
