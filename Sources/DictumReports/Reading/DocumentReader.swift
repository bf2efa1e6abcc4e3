package import DictumJSON
public import DictumKit

/// Reads documents from JSON objects: an article (`text` and what is known of it) or a report, with the layers that
/// the pipeline asks for.
public struct DocumentReader: Sendable {
  private let layers: [any Layer]
  private let fields: ArticleFields

  /// A reader that takes these layers along and leaves others alone.
  public init(layers: [any Layer], fields: ArticleFields = ArticleFields()) {
    self.layers = layers
    self.fields = fields
  }

  /// Reads one object.
  ///
  /// - Parameter fallbackID: the document's id where the object names none.
  /// - Throws: `malformedJSON`, `invalidDocument`, `invalidLayer`, `textTooLong`.
  public func document(from json: [UInt8], fallbackID: String) throws(DictumError) -> Document {
    var json = json
    let replaced = replaceLoneSurrogates(&json)
    return try JSONValue.parse(json) { object throws(DictumError) in
      try document(of: object, fallbackID: fallbackID, replacedSurrogates: replaced)
    }
  }

  /// Reads an object that is parsed already.
  ///
  /// - Throws: as `document(from:fallbackID:)`.
  package func document(
    of object: JSONValue,
    fallbackID: String,
    replacedSurrogates replaced: Int = 0
  ) throws(DictumError) -> Document {
    guard object.isObject else {
      throw DictumError(.malformedJSON, "expected a JSON object, found \(object.kindName)")
    }
    if let version = object["report"]?.integer, version > ReportHeader.version {
      throw DictumError(
        .invalidDocument,
        "a report of version \(version); this Dictum reads those up to version \(ReportHeader.version)"
      )
    }
    guard let text = object.at(fields.text)?.utf8 else {
      let found = object.at(fields.text).map { "`\(fields.text)` must be a string, found \($0.kindName)" }
      throw DictumError(.invalidDocument, found ?? "the object has no `\(fields.text)`")
    }
    let id = try string(fields.id, of: object)
    do throws(DictumError) {
      return try document(id ?? fallbackID, text, object, replaced: replaced)
    } catch {
      var error = error
      error.document = id
      throw error
    }
  }

  private func document(
    _ id: String,
    _ text: [UInt8],
    _ object: JSONValue,
    replaced: Int
  ) throws(DictumError) -> Document {
    var document = Document(id: id, text: try SourceText(validating: text))
    document.metadata = try metadata(of: object)
    if replaced > 0 {
      document.diagnostics.append(
        Diagnostic(
          .replacedSurrogate,
          "\(replaced) lone surrogate\(replaced == 1 ? "" : "s") replaced by U+FFFD",
          severity: .warning
        )
      )
    }
    try readLayers(of: object, into: &document)
    return document
  }

  private func metadata(of object: JSONValue) throws(DictumError) -> Metadata {
    Metadata(
      source: try string("source", of: object),
      title: try string(fields.title, of: object),
      date: try string(fields.date, of: object),
      url: try string(fields.url, of: object),
      language: try string(fields.language, of: object),
      author: try string(fields.author, of: object),
      site: try string(fields.site, of: object)
    )
  }

  private func string(_ name: String, of object: JSONValue) throws(DictumError) -> String? {
    guard let value = object.at(name), !value.isNull else { return nil }
    if let text = value.string { return text }
    if name == fields.id, let number = value.integer { return String(number) }
    throw DictumError(.invalidDocument, "`\(name)` must be a string, found \(value.kindName)")
  }

  private func readLayers(of object: JSONValue, into document: inout Document) throws(DictumError) {
    let present = layers.filter { object[$0.name] != nil }
    guard !present.isEmpty else { return }
    let name = try string("offsets", of: object) ?? OffsetUnit.unicodeScalar.rawValue
    guard let unit = OffsetUnit(rawValue: name) else {
      let units = OffsetUnit.allCases.map(\.rawValue).joined(separator: ", ")
      throw DictumError(.invalidLayer, "`offsets` must be one of \(units), found `\(name)`")
    }
    var reader = LayerReader(object: object, offsets: OffsetMap(document.text, unit: unit))
    for layer in present { reader.read(layer, into: &document) }
    var problems = reader.problems
    if problems.isEmpty {
      var check = LayerProblems(layers: layers)
      let names = Set(layers.map(\.name))
      for layer in present {
        BroughtLayers.arrange(layer, of: &document)
        BroughtLayers.cutLoose(layer, of: &document, from: names)
      }
      for layer in present { check.check(layer, of: document) }
      problems = check.found
    }
    guard problems.isEmpty else {
      throw DictumError(problems.prefix(LayerProblems.limit).map { Diagnostic(.invalidLayer, $0) })
    }
  }
}
