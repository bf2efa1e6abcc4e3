import CYAML
package import DictumKit

/// Reads one YAML document into a tree that remembers every value's place, through libyaml's event parser.
///
/// Anchors, tags and several documents in one file have no use in a pipeline and are refused rather than ignored.
package struct YAMLReader {
  private static let maximumDepth = 32

  private let file: String
  private var parser = yaml_parser_t()
  private var problems: [Diagnostic] = []

  private init(file: String) { self.file = file }

  /// Parses `bytes`; `file` is the name that diagnostics show.
  ///
  /// - Returns: the root value, nil when there is none or the syntax is broken, and everything that is wrong.
  package static func read(_ bytes: [UInt8], file: String) -> (root: ConfigNode?, problems: [Diagnostic]) {
    var reader = YAMLReader(file: file)
    guard yaml_parser_initialize(&reader.parser) == 1 else {
      return (nil, [Diagnostic(.yamlSyntax, "libyaml could not start: out of memory")])
    }
    defer { yaml_parser_delete(&reader.parser) }
    return bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&reader.parser, buffer.baseAddress, buffer.count)
      do throws(DictumError) {
        return (try reader.document(), reader.problems)
      } catch {
        return (nil, reader.problems + error.diagnostics)
      }
    }
  }

  private mutating func document() throws(DictumError) -> ConfigNode? {
    var root: ConfigNode?
    while true {
      let event = try next()
      switch event.kind {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_DOCUMENT_START_EVENT:
        if root != nil { throw refusal("a pipeline file holds one document; remove the second `---`", event.location) }
        root = try value(try next(), depth: 0)
      default: return root
      }
    }
  }

  private mutating func value(_ event: Event, depth: Int) throws(DictumError) -> ConfigNode {
    guard depth < Self.maximumDepth else { throw refusal("nested too deeply", event.location) }
    if event.isTaggedOrAnchored { throw refusal("anchors, aliases and tags are not supported", event.location) }
    switch event.kind {
    case YAML_SCALAR_EVENT:
      return ConfigNode(.scalar(event.text, isPlain: event.isPlain), at: event.location)
    case YAML_SEQUENCE_START_EVENT:
      var nodes: [ConfigNode] = []
      var following = try next()
      while following.kind != YAML_SEQUENCE_END_EVENT {
        nodes.append(try value(following, depth: depth + 1))
        following = try next()
      }
      return ConfigNode(.sequence(nodes), at: event.location)
    case YAML_MAPPING_START_EVENT:
      return ConfigNode(.mapping(try entries(depth: depth)), at: event.location)
    default:
      throw refusal("anchors, aliases and tags are not supported", event.location)
    }
  }

  private mutating func entries(depth: Int) throws(DictumError) -> [ConfigEntry] {
    var entries: [ConfigEntry] = []
    var following = try next()
    while following.kind != YAML_MAPPING_END_EVENT {
      guard following.kind == YAML_SCALAR_EVENT else {
        throw refusal("a key must be a plain word", following.location)
      }
      let key = following.text
      let location = following.location
      if let first = entries.first(where: { $0.key == key }) {
        problems.append(
          Diagnostic(
            .duplicateKey,
            "the key `\(key)` appears twice",
            at: location,
            notes: ["first at line \(first.keyLocation.line)"]
          )
        )
      }
      let node = try value(try next(), depth: depth + 1)
      entries.append(ConfigEntry(key: key, keyLocation: location, value: node))
      following = try next()
    }
    return entries
  }

  /// libyaml's words for the commonest slips, in the words of somebody who edits a file.
  private static func plain(_ reason: String) -> String {
    switch reason {
    case "found character that cannot start any token":
      "a tab or another character that cannot stand here; indent with spaces, and put quotes around text that begins "
        + "with @ or `"
    case "did not find expected ',' or '}'": "a `{` is not closed, or a comma is missing"
    case "did not find expected ',' or ']'": "a `[` is not closed, or a comma is missing"
    case "did not find expected '-' indicator", "did not find expected key":
      "the indentation does not fit the lines above, or a `-` or a `:` is missing"
    case "mapping values are not allowed in this context":
      "a `:` cannot stand here; put text that has one in quotes, and a key on a line of its own"
    case "could not find expected ':'": "a key without `:` after it"
    case "found unexpected end of stream", "found unexpected document indicator": "a quotation mark is not closed"
    default: reason
    }
  }

  private func refusal(_ message: String, _ location: SourceLocation) -> DictumError {
    DictumError([Diagnostic(.yamlSyntax, message, at: location)])
  }

  private mutating func next() throws(DictumError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let mark = parser.problem_mark
      let reason = Self.plain(parser.problem.map { String(cString: $0) } ?? "not valid YAML")
      throw refusal(reason, SourceLocation(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1))
    }
    defer { yaml_event_delete(&event) }
    return Event(event, file: file)
  }
}

/// What the reader needs of a libyaml event, copied out before the event is deleted.
private struct Event {
  let kind: yaml_event_type_t
  let location: SourceLocation
  var text = ""
  var isPlain = false
  var isTaggedOrAnchored = false

  init(_ event: yaml_event_t, file: String) {
    kind = event.type
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      isTaggedOrAnchored = scalar.anchor != nil || scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      isTaggedOrAnchored = event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      isTaggedOrAnchored = event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
    default: break
    }
    let isOneLine = event.start_mark.line == event.end_mark.line
    location = SourceLocation(
      file: file,
      line: Int(event.start_mark.line) + 1,
      column: Int(event.start_mark.column) + 1,
      length: isOneLine ? max(1, Int(event.end_mark.column) - Int(event.start_mark.column)) : 1
    )
  }
}
