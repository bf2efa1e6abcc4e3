public import DictumKit

/// What a pipeline may set for `exec`.
public struct ExecSettings: StageSettings {
  /// The program and its arguments.
  public var command = ExecCommand(words: [], folder: "")
  /// The layers that the child writes.
  public var provides: [String] = []
  /// The layers that it reads and that must be there.
  public var requires: [String] = []
  /// The layers that it reads when they are there.
  public var accepts: [String] = []
  /// In seconds.
  public var timeLimit = 60.0
  /// How often a document is tried again with a new child.
  public var restarts = 1

  public init() {}

  public static var fields: [SettingField<ExecSettings>] {
    [
      SettingField(
        "command",
        \.command,
        "The program and its arguments; it runs in the pipeline file's folder.",
        isRequired: true
      ) {
        $0.words.isEmpty ? "name a program" : nil
      },
      SettingField(
        "provides",
        \.provides,
        "The layers that the child writes: standard ones, or names of its own (records with label, value, of and a span).",
        isRequired: true
      ) { names in names.lazy.compactMap(complaint).first },
      SettingField("requires", \.requires, "Layers that an earlier stage must have provided; the child gets them."),
      SettingField("accepts", \.accepts, "Layers that the child gets when they are there."),
      SettingField("time_limit", \.timeLimit, "Seconds within which a document must be answered.") {
        $0 > 0 && $0 <= 86_400 ? nil : "must lie between 0 and 86400"
      },
      SettingField("restarts", \.restarts, "How often a document is tried again when the child ends.") {
        0...10 ~= $0 ? nil : "must lie between 0 and 10"
      },
    ]
  }

  /// The report's own fields are taken.
  private static func complaint(_ name: String) -> String? {
    let taken = [
      "report", "id", "source", "title", "date", "url", "language", "pipeline", "models", "offsets", "text",
      "diagnostics", "error",
    ]
    if name.isEmpty || taken.contains(name) { return "`\(name)` cannot be a layer's name" }
    return nil
  }
}

/// A program with its arguments, and the folder in which it runs.
public struct ExecCommand: SettingValue, Equatable {
  public var words: [String]
  /// The pipeline file's folder, where a script beside it is found from anywhere; empty for the current one.
  public var folder: String

  /// A command that runs in `folder`.
  public init(words: [String], folder: String) {
    self.words = words
    self.folder = folder
  }

  public static var typeName: String { "a list (a program and its arguments)" }
  public static var schema: String { [String].schema }

  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> ExecCommand? {
    guard let words = [String].read(node, &problems) else { return nil }
    let file = node.location.file
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
    return ExecCommand(words: words, folder: file.hasPrefix("/") && folder.isEmpty ? "/" : folder)
  }

  /// The words alone: where a checkout lies does not change what a run computes.
  public var json: String { words.json }
}
