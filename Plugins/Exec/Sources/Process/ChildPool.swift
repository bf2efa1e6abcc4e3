import DictumKit
import Synchronization

/// The idle children of a stage: as many as workers were busy at a time. Ended with the stage.
final class ChildPool: Sendable {
  private let command: ExecCommand
  private let environment: ExecEnvironment
  private let idle: Mutex<[ChildProcess]>

  /// Starts a first child, so that a command that does not exist is known before any document is read.
  ///
  /// - Throws: `execNotStarted`.
  init(_ command: ExecCommand, _ environment: ExecEnvironment) throws(DictumError) {
    self.command = command
    self.environment = environment
    idle = Mutex([try ChildProcess(command, environment)])
  }

  deinit {
    for child in idle.withLock({ $0 }) { child.end(kill: false) }
  }

  /// An idle child, or a new one.
  func take() throws(DictumError) -> ChildProcess {
    if let child = idle.withLock({ $0.popLast() }) { return child }
    return try ChildProcess(command, environment)
  }

  /// Gives back a child that has answered.
  func giveBack(_ child: ChildProcess) { idle.withLock { $0.append(child) } }
}
