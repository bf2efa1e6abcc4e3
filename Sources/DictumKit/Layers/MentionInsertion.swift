extension Document {
  /// Adds mentions, and entities for those that speak of somebody new: mentions are put in text order and numbered anew,
  /// and every entity's list of mentions is brought up to date.
  ///
  /// - Parameters:
  ///   - mentions: their ids do not matter; their `entity` names an entity of the document or one of `entities`.
  ///   - entities: with ids of their own; `nextEntityNumber` gives the first that is free.
  public mutating func insert(mentions: [Mention], entities: [Entity] = []) {
    var all = (self[.mentions] + mentions).enumerated().sorted {
      ($0.element.span.start, -$0.element.span.end, $0.offset) < (
        $1.element.span.start, -$1.element.span.end, $1.offset
      )
    }.map(\.element)
    var owned: [String: [String]] = [:]
    for index in all.indices {
      all[index].id = "m\(index)"
      if let entity = all[index].entity { owned[entity, default: []].append(all[index].id) }
    }
    self[.mentions] = all
    self[.entities] = (self[.entities] + entities).map { entity in
      var entity = entity
      entity.mentions = owned[entity.id] ?? []
      return entity
    }
  }

  /// One above the largest number among the entities' ids of the form `e12`; ids of another form, brought along, do not
  /// count.
  public var nextEntityNumber: Int {
    let numbers = self[.entities].compactMap { $0.id.first == "e" ? Int32($0.id.dropFirst()) : nil }
    return Int(numbers.max() ?? -1) + 1
  }
}
