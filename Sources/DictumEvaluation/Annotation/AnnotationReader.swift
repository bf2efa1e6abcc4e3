import DictumJSON
public import DictumKit

extension Annotation {
  /// Reads gold or a report.
  ///
  /// - Throws: `malformedJSON`; `invalidDocument` for offsets in another unit than Unicode scalars.
  public init(json: [UInt8]) throws(DictumError) {
    self = try JSONValue.parse(json) { object throws(DictumError) in try Annotation(object) }
  }

  private init(_ object: JSONValue) throws(DictumError) {
    guard object.isObject else { throw DictumError(.malformedJSON, "expected a JSON object, found \(object.kindName)") }
    id = object["id"]?.string ?? object["document"]?["id"]?.string
    let unit = object["offsets"]?.string ?? OffsetUnit.unicodeScalar.rawValue
    guard unit == OffsetUnit.unicodeScalar.rawValue else {
      throw DictumError(.invalidDocument, "offsets are in \(unit); figures are computed in unicode-scalar")
    }
    text = Array((object["text"]?.string ?? "").unicodeScalars)
    layers = Set(object.keys)
    types = object["types"].strings
    sentences = object["sentences"].places
    tokens = object["tokens"].items { Token($0) }
    mentions = object["mentions"].items { Mention($0) }
    entities = object["entities"].items { Entity($0) }
    quotes = object["quotes"].items { Quote($0) }
    stances = object["stances"].items { Stance($0) }
    sentiments = object["sentiments"].items {
      Sentiment(of: $0["of"]?.string, label: $0["label"]?.string, score: $0["score"]?.number)
    }
    trees = object["syntax"].items { $0.array?.compactMap { Word($0) } }
    pronoun = object["pronoun"].flatMap { Place($0) }
    candidates = object["candidates"].items { candidate in
      Place(candidate).map { ($0, candidate["coreferent"]?.boolean ?? false) }
    }
  }
}

extension JSONValue? {
  /// The items of a list that can be read; none where there is no list.
  fileprivate func items<Item>(_ read: (JSONValue) -> Item?) -> [Item] { (self?.array ?? []).compactMap(read) }
  fileprivate var strings: [String] { items { $0.string } }
  /// Of a list, or of a single object.
  fileprivate var places: [Annotation.Place] {
    if let self, self.isObject { return Annotation.Place(self).map { [$0] } ?? [] }
    return items { Annotation.Place($0) }
  }
}

extension Annotation.Place {
  fileprivate init?(_ object: JSONValue) {
    guard let start = object["start"]?.integer, let end = object["end"]?.integer else { return nil }
    self.init(start: start, end: end)
  }
}

extension Annotation.Token {
  fileprivate init?(_ object: JSONValue) {
    guard let id = object["id"]?.string, let place = Annotation.Place(object) else { return nil }
    self.init(
      id: id,
      place: place,
      upos: object["upos"]?.string,
      head: object["head"]?.string,
      relation: object["deprel"]?.string
    )
  }
}

extension Annotation.Word {
  /// `[start, end, upos, head, relation]`.
  fileprivate init?(_ value: JSONValue) {
    guard let parts = value.array, parts.count == 5, let start = parts[0].integer, let end = parts[1].integer,
      let upos = parts[2].string, let head = parts[3].integer, let relation = parts[4].string
    else { return nil }
    self.init(place: Annotation.Place(start: start, end: end), upos: upos, head: head, relation: relation)
  }
}

extension Annotation.Mention {
  fileprivate init?(_ object: JSONValue) {
    guard let place = Annotation.Place(object) else { return nil }
    self.init(
      place: place,
      type: object["type"]?.string,
      form: object["form"]?.string ?? "name",
      entity: object["entity"]?.string,
      confidence: object["confidence"]?.number ?? 1
    )
  }
}

extension Annotation.Entity {
  fileprivate init?(_ object: JSONValue) {
    guard let id = object["id"]?.string else { return nil }
    self.init(id: id, names: [object["name"]?.string ?? ""] + object["aliases"].strings)
  }
}

extension Annotation.Quote {
  fileprivate init?(_ object: JSONValue) {
    self.init(
      id: object["id"]?.string ?? "",
      kind: object["kind"]?.string,
      spans: object["spans"].places,
      cue: object["cue"].places,
      source: object["source"].places,
      speakers: object["speakers"].items { $0.string.map { [$0] } ?? Optional($0).strings },
      positions: object["positions"].map { Optional($0).items { Annotation.Stance($0) } },
      confidence: object["confidence"]?.number ?? 1
    )
  }
}

extension Annotation.Stance {
  fileprivate init?(_ object: JSONValue) {
    guard let label = object["label"]?.string, let target = object["target"] else { return nil }
    self.init(
      of: object["of"]?.string,
      target: Annotation.Place(target),
      targetText: target["text"]?.string,
      holder: object["holder"].flatMap { Annotation.Place($0) },
      holders: object["holders"].strings,
      label: label,
      confidence: object["confidence"]?.number
    )
  }
}
