import DictumJSON
import DictumKit
import DictumModelFile

/// What a head reads and what it says.
public enum HeadKind: String, Sendable, CaseIterable {
  /// A BIO label for each word.
  case tagger
  /// A label for a span of the text.
  case span
  /// A label for a sentence.
  case sentence
  /// A label for a statement beside a text.
  case pair
  /// Scores for pairs of spans: an anaphor and what it may stand for.
  case link
  /// A label for a statement, in a window that was encoded for it.
  case roles
  /// A label for a span of such a window.
  case roleTarget = "role-target"
  /// A label for one span toward another.
  case spans
  /// Parts of speech and a dependency tree.
  case parser
}

/// A head as a model file's `dictum.heads` describes it.
public struct HeadDescription: Sendable, Equatable {
  public var name: String
  public var kind: HeadKind
  /// In the order of the output's rows.
  public var labels: [String]
  /// A parser's parts of speech, in the order of its output's rows; its `labels` are relations. Empty for other heads.
  public var partsOfSpeech: [String]
  /// What logits are divided by before the softmax, so that confidences are calibrated (Guo et al. 2017); 1 unless
  /// the file says otherwise.
  public var temperature: Float

  /// - Throws: `modelMismatch` for an incomplete description, `modelUnsupported` for an unknown kind.
  init(_ json: JSONValue, path: String) throws(DictumError) {
    guard let name = json["name"]?.string, !name.isEmpty else {
      throw DictumError(.modelMismatch, "\(path): a head in dictum.heads has no name")
    }
    self.name = name
    guard let kindName = json["kind"]?.string, let kind = HeadKind(rawValue: kindName) else {
      let known = HeadKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw DictumError(.modelUnsupported, "\(path): head \(name) is of no known kind (\(known))")
    }
    self.kind = kind
    func names(_ key: String) throws(DictumError) -> [String] {
      let listed = json[key]?.array ?? []
      let names = listed.compactMap(\.string)
      guard !names.isEmpty, names.count == listed.count, names.count <= 255, Set(names).count == names.count else {
        throw DictumError(.modelMismatch, "\(path): head \(name) needs 1 to 255 \(key), each once")
      }
      return names
    }
    labels = try names("labels")
    partsOfSpeech = kind == .parser ? try names("upos") : []
    let temperature = json["temperature"].map { $0.number ?? 0 } ?? 1
    guard temperature > 0, temperature.isFinite else {
      throw DictumError(.modelMismatch, "\(path): head \(name) has a temperature that is not above 0")
    }
    self.temperature = Float(temperature)
  }
}
