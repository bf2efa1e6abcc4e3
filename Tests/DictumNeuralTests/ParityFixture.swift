import DictumKit
import Foundation

@testable import DictumModelFile
@testable import DictumNeural

/// `Fixtures/parity.*`, written by `Training/parity.py`, and the model that it names.
struct ParityFixture {
  struct Case: Decodable {
    struct Text: Decodable {
      struct Word: Decodable {
        var span: [Int]
        var shape: Int
      }
      struct Piece: Decodable {
        var id: Int
        var span: [Int]
      }
      var text: String
      var words: [Word]
      var pieces: [Piece]
    }

    /// A token of a tree: its span, and what PyTorch makes of it.
    struct Token: Decodable {
      var span: TextSpan
      var part: String
      /// From 1; 0 is the root.
      var head: Int
      var relation: String

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        span = TextSpan(start: try values.decode(Int.self), end: try values.decode(Int.self))
        part = try values.decode(String.self)
        head = try values.decode(Int.self)
        relation = try values.decode(String.self)
      }
    }

    var kind: String
    var ids: [Int]
    var segments: [Int]
    var shapes: [Int]
    var target: [Int]?
    /// A link's anaphor and candidates.
    var spans: [[Int]]?
    /// A tree's tokens.
    var tokens: [Token]?
    /// The text, or statement and text of a pair.
    var texts: [Text]

    private enum Key: String, CodingKey { case kind, ids, segments, shapes, target, spans, tokens, statement, text }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      kind = try values.decode(String.self, forKey: .kind)
      ids = try values.decode([Int].self, forKey: .ids)
      segments = try values.decode([Int].self, forKey: .segments)
      shapes = try values.decode([Int].self, forKey: .shapes)
      target = try values.decodeIfPresent([Int].self, forKey: .target)
      spans = try values.decodeIfPresent([[Int]].self, forKey: .spans)
      tokens = try values.decodeIfPresent([Token].self, forKey: .tokens)
      if kind == "pair" {
        texts = [try values.decode(Text.self, forKey: .statement), try values.decode(Text.self, forKey: .text)]
      } else {
        texts = [try Text(from: decoder)]
      }
    }
  }

  private struct Body: Decodable {
    var model: String
    var sha256: String
    var cases: [Case]
  }

  let cases: [Case]
  private let arrays: SafetensorsFile
  private let modelPath: String

  init() throws {
    let body = try JSONDecoder().decode(
      Body.self,
      from: Data(contentsOf: URL(fileURLWithPath: Self.path("parity.json")))
    )
    cases = body.cases
    arrays = try SafetensorsFile(path: Self.path("parity.safetensors"))
    modelPath = try Self.store.locate(body.model.replacingOccurrences(of: ".safetensors", with: ""))
  }

  func model(_ precision: Precision) throws -> Model { try Model(path: modelPath, precision: precision) }

  func array(_ name: String) throws -> [Float] {
    guard let tensor = arrays.tensors[name] else { throw DictumError(.modelMismatch, "no array \(name)") }
    return try tensor.floats()
  }

  /// `DICTUM_MODELS` names a folder with a model under development.
  private static var store: ModelStore {
    ModelStore(folders: ProcessInfo.processInfo.environment["DICTUM_MODELS"].map { [$0] } ?? [])
  }

  private static func path(_ name: String) -> String {
    (Bundle.module.resourcePath ?? ".") + "/Fixtures/" + name
  }

  /// Whether fixtures and model are here and belong together.
  static var isComplete: Bool {
    guard let data = FileManager.default.contents(atPath: path("parity.json")),
      let body = try? JSONDecoder().decode(Body.self, from: data),
      let modelPath = try? store.locate(body.model.replacingOccurrences(of: ".safetensors", with: "")),
      let file = try? MappedFile(path: modelPath)
    else { return false }
    return (try? Checksum.sha256(file.bytes)) == body.sha256
  }
}
