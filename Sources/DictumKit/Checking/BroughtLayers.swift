/// Puts in order what a document brought along, before it is checked.
public enum BroughtLayers {
  /// Sorts the records of a layer that is in text order by their places, and numbers them where none has an id.
  ///
  /// Records that other tools wrote may come in any order; the stages count on the text's.
  public static func arrange(_ layer: some Layer, of document: inout Document) {
    var records = document[layer.key]
    var isSorted = true
    var hasIDs = false
    var places: [TextSpan] = []
    for index in records.indices {
      var reader = PlaceReader()
      records[index].visit(&reader)
      hasIDs = hasIDs || !(reader.id ?? "-").isEmpty
      let place = reader.place ?? TextSpan()
      if let last = places.last, isBefore(place, last) { isSorted = false }
      places.append(place)
    }
    let sorts = layer.order != .free && !isSorted
    guard sorts || !hasIDs && !records.isEmpty else { return }
    if sorts {
      let order = places.indices.sorted { left, right in
        isBefore(places[left], places[right]) || !isBefore(places[right], places[left]) && left < right
      }
      records = order.map { records[$0] }
    }
    if !hasIDs {
      for index in records.indices {
        var numberer = Numberer(number: index)
        records[index].visit(&numberer)
      }
    }
    document[layer.key] = records
  }

  /// Takes away what a layer's records say of layers that are not read with it: ids that stages will give to others.
  ///
  /// - Parameter names: the layers that are read.
  public static func cutLoose(_ layer: some Layer, of document: inout Document, from names: Set<String>) {
    var records = document[layer.key]
    var cutter = Cutter(names: names)
    for index in records.indices { records[index].visit(&cutter) }
    if cutter.found { document[layer.key] = records }
  }

  /// By start; the longer first.
  private static func isBefore(_ left: TextSpan, _ right: TextSpan) -> Bool {
    (left.start, right.end) < (right.start, left.end)
  }
}

/// Reads a record's own place and id.
private struct PlaceReader: PlainVisitor {
  var place: TextSpan?
  var id: String?
  mutating func span(_ value: inout TextSpan) { place = value }
  mutating func span(_ value: inout TextSpan?) { place = value }
  mutating func identity(_ prefix: StaticString, _ value: inout String, _ summary: StaticString) { id = value }
}

/// Gives a record its id.
private struct Numberer: PlainVisitor {
  let number: Int
  mutating func identity(_ prefix: StaticString, _ value: inout String, _ summary: StaticString) {
    value = "\(prefix)\(number)"
  }
}

/// Empties references into layers that are not there.
private struct Cutter: PlainVisitor {
  let names: Set<String>
  private(set) var found = false

  init(names: Set<String>) { self.names = names }

  mutating func reference(_ name: StaticString, _ value: inout String?, to: Referents, _ summary: StaticString) {
    guard value != nil, names.isDisjoint(with: to.layers) else { return }
    value = nil
    found = true
  }

  mutating func reference(_ name: StaticString, _ value: inout [String], to: Referents, _ summary: StaticString) {
    guard !value.isEmpty, names.isDisjoint(with: to.layers) else { return }
    value = []
    found = true
  }
}
