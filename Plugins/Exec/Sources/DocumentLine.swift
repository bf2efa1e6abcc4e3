import DictumJSON
package import DictumKit

/// A document as the child reads it, and its answer as the document takes it: the report's own shape, with
/// unicode-scalar offsets, which are what most languages count.
package struct DocumentLine {
  private let offsets: OffsetMap
  private let document: Document

  package init(_ document: Document) {
    self.document = document
    offsets = OffsetMap(document.text, unit: .unicodeScalar)
  }

  /// One line of JSON, ended by a line feed: id, what is known of the article, offsets, text and the layers that are
  /// there.
  package func json(layers: [any Layer]) -> [UInt8] {
    var writer = RecordWriter(
      json: JSONBuffer(capacity: document.text.count * 9 / 8 + 256),
      text: document.text,
      offsets: offsets
    )
    writer.json.openObject()
    writer.json.key("id")
    writer.json.string(document.id)
    let about = document.metadata
    for (name, value) in [
      ("title", about.title), ("date", about.date), ("url", about.url), ("language", about.language),
      ("author", about.author), ("site", about.site),
    ] {
      writer.json.key(name)
      writer.json.stringOrNull(value)
    }
    writer.json.key("offsets")
    writer.json.string(offsets.unit.rawValue)
    writer.json.key("text")
    document.text.bytes.withUnsafeBufferPointer { writer.json.string($0) }
    for layer in layers {
      writer.write(layer, of: document)
    }
    writer.json.closeObject()
    return writer.json.bytes + [UInt8(ascii: "\n")]
  }

  /// The document with the layers of an answer.
  ///
  /// - Throws: `execBadAnswer` for anything but an object with exactly these layers, whose spans lie in the text.
  package func adding(_ answer: [UInt8], layers: [any Layer]) throws(DictumError) -> Document {
    do throws(DictumError) {
      return try JSONValue.parse(answer) { object throws(DictumError) in
        guard object.isObject else { throw bad("expected a JSON object, found \(object.kindName)") }
        let names = layers.map(\.name)
        for key in object.keys where !names.contains(key) {
          throw bad("`\(key)` is not among the layers of `provides`: \(names.joined(separator: ", "))")
        }
        for name in names where object[name] == nil { throw bad("the layer `\(name)` is missing") }
        var reader = LayerReader(object: object, offsets: offsets, isStrict: true)
        var answered = document
        for layer in layers { reader.read(layer, into: &answered) }
        guard reader.problems.isEmpty else {
          throw DictumError(reader.problems.prefix(5).map { Diagnostic(.execBadAnswer, $0) })
        }
        return answered
      }
    } catch {
      throw error.diagnostics.first?.code == .execBadAnswer
        ? error : bad("the answer is " + (error.diagnostics.first?.message ?? ""))
    }
  }

  private func bad(_ message: String) -> DictumError { DictumError(.execBadAnswer, message) }
}

extension JSONBuffer {
  fileprivate mutating func stringOrNull(_ value: String?) {
    if let value { string(value) } else { null() }
  }
}
