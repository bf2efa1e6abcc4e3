import DictumKit

/// Puts names, roles and pronouns into one list in text order and tells the entities of their new mentions.
struct ReferenceMerger: Sendable {
  /// The numbered mentions and the entities that they belong to.
  func merge(_ names: [Mention], _ references: [Mention], _ entities: [Entity]) -> ([Mention], [Entity]) {
    var mentions = (names + references).enumerated().sorted {
      ($0.element.span.start, -$0.element.span.end, $0.offset)
        < ($1.element.span.start, -$1.element.span.end, $1.offset)
    }.map(\.element)
    var owned: [String: [String]] = [:]
    for index in mentions.indices {
      mentions[index].id = "m\(index)"
      if let entity = mentions[index].entity { owned[entity, default: []].append(mentions[index].id) }
    }
    let updated = entities.map { entity in
      var entity = entity
      entity.mentions = owned[entity.id] ?? []
      return entity
    }
    return (mentions, updated)
  }
}
