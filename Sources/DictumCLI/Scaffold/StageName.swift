import DictumKit

/// The name of a new stage's module, and what follows from it.
struct StageName {
  /// The module and plugin: `LongWords`.
  let module: String
  /// The stage, its layer and the pipeline: `longwords`.
  var stage: String { module.lowercased() }

  /// Modules of the language and its packages; a second one of that name would hide them.
  private static let taken = [
    "Swift", "Foundation", "Testing", "Glibc", "Synchronization", "Dispatch", "Span", "TextSpan", "Document", "Stage",
    "Plugin",
    "Record", "Resources", "Sources", "Tests", "dictum", "Type", "Self", "Any",
  ]

  /// The layer's key is named like the stage, which a keyword cannot be.
  private static let keywords = [
    "actor", "any", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
    "do", "else", "enum", "extension", "fallthrough", "false", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "private", "protocol", "public", "repeat", "rethrows",
    "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias",
    "var", "where", "while", "name", "summary", "key",
  ]

  /// Checks a name.
  ///
  /// - Throws: `usage` for anything but an upper-case letter and letters or digits.
  init(_ name: String) throws(DictumError) {
    let isWord = name.utf8.allSatisfy { byte in
      byte.isASCIILetter || byte.isASCIIDigit
    }
    guard let first = name.utf8.first, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first, isWord, name.utf8.count < 60
    else {
      throw DictumError(
        .usage,
        "`\(name)` cannot be a module's name",
        notes: ["use an upper-case letter, then letters or digits, such as LongWords"]
      )
    }
    guard !Self.taken.contains(name), !Self.keywords.contains(name.lowercased()), !name.hasPrefix("Dictum") else {
      throw DictumError(.usage, "the name `\(name)` is taken", notes: ["choose another, such as My\(name)"])
    }
    module = name
  }

  /// The name that a package's folder suggests: `long-words` is `LongWords`.
  static func suggested(by folder: String) -> String {
    let last = folder.split(separator: "/").last.map(String.init) ?? ""
    return last.split { !($0.isLetter || $0.isNumber) }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
