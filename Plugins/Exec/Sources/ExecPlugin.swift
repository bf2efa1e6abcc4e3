public import DictumKit

/// Stages in any language: a child process that reads documents and writes layers as JSON lines.
public enum ExecPlugin {
  /// The plugin's declaration.
  public static let plugin = Plugin(
    name: "Exec",
    summary: "Stages in any language, as child processes.",
    stages: [StageFactory(ExecStage.self)],
    codes: [.execNotStarted, .execTimeLimit, .execCrashed, .execBadAnswer]
  )
}

extension DiagnosticCode {
  public static let execNotStarted = DiagnosticCode(
    "X101",
    "a child process could not be started",
    "`command` is a program and its arguments. The program is looked for in PATH, and paths are relative to the "
      + "pipeline file. The system's own reason is in the message."
  )
  public static let execTimeLimit = DiagnosticCode(
    "X102",
    "a child process took too long",
    "It did not answer within `time_limit` seconds (`start_limit` more for its first document) and was stopped. Raise "
      + "the limit, or see whether the child waits for more input: it must answer each line before it reads the next, "
      + "and flush its output."
  )
  public static let execCrashed = DiagnosticCode(
    "X103",
    "a child process ended before it answered",
    "It was started again as often as `restarts` allows. The message says how it ended; what it wrote to standard error "
      + "stands above."
  )
  public static let execBadAnswer = DiagnosticCode(
    "X104",
    "a child process gave a wrong answer",
    "For each input line it must write one line: a JSON object with exactly the layers of `provides`, records in the "
      + "report's shape, spans inside the text and on whole characters (unicode-scalar offsets)."
  )
}
