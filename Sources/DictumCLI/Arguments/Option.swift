import DictumCorpus
import DictumKit
import DictumReports
import DictumSystem

/// An option of a command: `--name`, or `--name VALUE`.
struct Option: Sendable {
  let name: String
  /// What to call the value in the help; nil for a switch.
  let value: String?
  let summary: String

  /// An option with a value.
  init(_ name: String, _ value: String, _ summary: String) {
    (self.name, self.value, self.summary) = (name, value, summary)
  }

  /// A switch.
  init(_ name: String, _ summary: String) { (self.name, value, self.summary) = (name, nil, summary) }

  static let models = Option("--models", "FOLDER", "Look for model files here first, then beside the program.")
  static let jobs = Option("--jobs", "N", "Analyse N documents at a time.")
  static let people = Option("--people", "FILE", "Who is known beforehand: names, aliases, Wikidata items (YAML).")
  static let fields = Option(
    "--fields",
    "LIST",
    "Own names of JSON fields and columns: text=main.body,title=headline,…"
  )
  static let encoding = Option("--encoding", "NAME", "How text files are encoded: detect (default), utf-8, or a name.")
  static let limit = Option("--limit", "MB", "The largest article in megabytes (50).")
  static let help = Option("--help", "Show this help.")
}

/// A command line, taken apart by a command's declared options.
struct Arguments {
  /// As they were given.
  let words: [String]
  private(set) var positionals: [String] = []
  private var values: [String: String] = [:]
  private var switches: Set<String> = []

  init(_ words: [String], options: [Option]) throws(DictumError) {
    self.words = words
    let known = options + [.help]
    var index = 0
    var onlyPositionals = false
    while index < words.count {
      let word = words[index]
      index += 1
      if onlyPositionals || !word.hasPrefix("-") || word == "-" {
        positionals.append(word)
        continue
      }
      if word == "--" {
        onlyPositionals = true
        continue
      }
      let (name, attached) = Self.split(Self.short[word] ?? word)
      guard let option = known.first(where: { $0.name == name }) else {
        let near = suggestion(for: name, among: known.map(\.name))
        throw DictumError(.usage, "unknown option `\(name)`", notes: near)
      }
      if option.value == nil {
        guard attached == nil else { throw DictumError(.usage, "`\(name)` takes no value") }
        switches.insert(name)
      } else if let value = attached ?? (index < words.count ? words[index] : nil) {
        if attached == nil { index += 1 }
        values[name] = value
      } else {
        throw DictumError(.usage, "`\(name)` needs a value")
      }
    }
  }

  /// Short forms that people expect.
  private static let short = ["-h": "--help", "-o": "--out"]

  private static func split(_ word: String) -> (String, String?) {
    guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  func has(_ option: Option) -> Bool { switches.contains(option.name) }
  func value(_ option: Option) -> String? { values[option.name] }

  /// The value of an option that takes a number from 1; nil when the option is not given.
  func count(_ option: Option, most: Int = 1_000_000) throws(DictumError) -> Int? {
    guard let value = values[option.name] else { return nil }
    guard let number = Int(value), (1...most).contains(number) else {
      throw DictumError(.usage, "`\(option.name)` takes a whole number from 1 to \(most), not `\(value)`")
    }
    return number
  }

  /// The file that `--people` names; nobody without it.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`, and all that is wrong in the file.
  func people() throws(DictumError) -> People {
    guard let path = value(.people) else { return People() }
    return try People(try FileInput.read(path), file: path)
  }

  /// The names that `--fields` gives.
  func fields() throws(DictumError) -> ArticleFields {
    var fields = ArticleFields()
    for pair in (value(.fields) ?? "").split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, fields.rename(parts[0], to: parts[1]) else {
        throw DictumError(
          .usage,
          "`--fields` takes pairs such as text=body, not `\(pair)`",
          notes: ["what may be named: \(ArticleFields.names.joined(separator: ", "))"]
        )
      }
    }
    return fields
  }

  /// The most bytes that an article may have.
  func limit() throws(DictumError) -> Int {
    min((try count(.limit) ?? SourceText.usualLimit / 1_000_000) * 1_000_000, SourceText.maximumByteCount)
  }
}
