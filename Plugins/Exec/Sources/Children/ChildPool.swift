import DictumKit
import DictumSystem
import Synchronization

/// The idle children of a stage: as many as workers were busy at a time. Ended with the stage.
final class ChildPool: Sendable {
  private let command: ExecCommand
  private let environment: ExecEnvironment
  private let idle: Mutex<[ExecChild]>

  /// Starts a first child, so that a command that does not exist is known before any document is read.
  ///
  /// - Throws: `execNotStarted`.
  init(_ command: ExecCommand, _ environment: ExecEnvironment) throws(DictumError) {
    self.command = command
    self.environment = environment
    idle = Mutex([try ExecChild(command, environment)])
  }

  deinit {
    for child in idle.withLock({ $0 }) { child.lines.end(kill: false) }
  }

  /// An idle child, or a new one.
  func take() throws(DictumError) -> ExecChild {
    if let child = idle.withLock({ $0.popLast() }) { return child }
    return try ExecChild(command, environment)
  }

  /// Gives back a child that has answered.
  func giveBack(_ child: ExecChild) {
    var child = child
    child.hasAnswered = true
    idle.withLock { [child] in $0.append(child) }
  }
}

/// A child of a stage.
struct ExecChild: Sendable {
  let lines: LineChild
  /// Until then it may still be loading what it needs.
  var hasAnswered = false

  /// Starts the stage's program.
  ///
  /// - Throws: `execNotStarted` with the system's reason.
  init(_ command: ExecCommand, _ environment: ExecEnvironment) throws(DictumError) {
    do throws(Child.NotStarted) {
      lines = try LineChild(command.words, folder: command.folder, environment: environment.entries)
    } catch {
      let program = command.words.first ?? ""
      throw DictumError(.execNotStarted, "`\(program)` could not be started: \(error.reason)")
    }
  }
}
