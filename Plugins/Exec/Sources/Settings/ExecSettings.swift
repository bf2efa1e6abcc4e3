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
  /// Files beside the command's own on which answers depend.
  public var files = ExecFiles(names: [], folder: "")
  /// Names of the environment's variables that the child gets besides the usual ones.
  public var env: [String] = []
  /// In seconds.
  public var timeLimit = 60.0
  /// In seconds, added for a child's first document.
  public var startLimit = 60.0
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
      SettingField(
        "files",
        \.files,
        "Files, beside those that `command` names, on which the answers depend: modules, word lists. When one changes, a "
          + "batch makes its reports anew."
      ),
      SettingField(
        "env",
        \.env,
        "Variables of the environment that the child gets besides "
          + ExecEnvironment.usual.joined(separator: ", ") + "."
      ),
      SettingField("time_limit", \.timeLimit, "Seconds within which a document must be answered.") {
        $0 > 0 && $0 <= 86_400 ? nil : "must lie between 0 and 86400"
      },
      SettingField("start_limit", \.startLimit, "Seconds that a child has besides for starting and loading.") {
        0...86_400 ~= $0 ? nil : "must lie between 0 and 86400"
      },
      SettingField("restarts", \.restarts, "How often a document is tried again when the child ends.") {
        0...10 ~= $0 ? nil : "must lie between 0 and 10"
      },
    ]
  }

  /// The report's own fields are taken.
  private static func complaint(_ name: String) -> String? {
    let taken = [
      "report", "id", "source", "title", "date", "url", "language", "author", "site", "pipeline", "plugins", "models",
      "offsets", "text", "diagnostics", "error",
    ]
    if name.isEmpty || taken.contains(name) { return "`\(name)` cannot be a layer's name" }
    return nil
  }
}
