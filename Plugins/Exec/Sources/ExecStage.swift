public import DictumKit

/// A stage in any language: for each document, one JSON line to a child process and one back.
///
/// Each worker has a child of its own while it needs one. A child may keep what it has loaded, but its answer must
/// depend on the document alone: which child gets which document is not determined.
public struct ExecStage: Stage {
  public static let name = "exec"
  public static let summary = "A child process in any language: documents in, layers out, as JSON lines."

  private let settings: ExecSettings
  private let children: ChildPool
  private let input: [any Layer]
  private let output: [any Layer]

  public static func contract(for settings: ExecSettings) -> StageContract {
    func names(_ names: [String]) -> [LayerName] { names.map { LayerName(name: $0) } }
    return StageContract(
      requires: names(settings.requires),
      accepts: names(settings.accepts),
      provides: names(settings.provides)
    )
  }

  public static func layers(for settings: ExecSettings) -> [any Layer] {
    settings.provides.filter { ExecLayers.standard($0) == nil }.map(ExecLayers.declaration)
  }

  /// Starts the first child.
  ///
  /// - Throws: `execNotStarted`, `invalidValue` when the settings name no command or no layer.
  public init(settings: ExecSettings, resources: Resources) throws {
    guard !settings.command.words.isEmpty, !settings.provides.isEmpty else {
      throw DictumError(
        .invalidValue,
        "`exec` needs a `command` and what it `provides`",
        notes: ["exec: { command: [python3, keywords.py], provides: [keywords] }"]
      )
    }
    self.settings = settings
    children = try ChildPool(settings.command, ExecEnvironment(adding: settings.env))
    input = (settings.requires + settings.accepts).map(ExecLayers.declaration)
    output = settings.provides.map(ExecLayers.declaration)
  }

  /// Sends the document to a child and takes its layers over.
  ///
  /// - Throws: `execTimeLimit`, `execCrashed`, `execBadAnswer`, `execNotStarted`.
  public func annotate(_ document: inout Document) throws {
    let line = DocumentLine(document)
    let answer = try answer(to: line.json(layers: input))
    document = try line.adding(answer, layers: output)
  }

  private func answer(to line: [UInt8]) throws(DictumError) -> [UInt8] {
    var tries = 0
    while true {
      let child = try children.take()
      do throws(ChildProcess.Failure) {
        let answer = try child.exchange(line, within: settings.timeLimit)
        children.giveBack(child)
        return answer
      } catch {
        child.end(kill: error != .ended)
        tries += 1
        if error == .ended && tries <= settings.restarts { continue }
        throw failure(error, tries: tries)
      }
    }
  }

  private func failure(_ failure: ChildProcess.Failure, tries: Int) -> DictumError {
    let program = settings.command.words.joined(separator: " ")
    switch failure {
    case .ended:
      return DictumError(.execCrashed, "`\(program)` ended before it answered (\(tries) tr\(tries == 1 ? "y" : "ies"))")
    case .timeLimit:
      return DictumError(.execTimeLimit, "`\(program)` did not answer within \(settings.timeLimit) seconds")
    case .answerTooLong:
      return DictumError(
        .execBadAnswer,
        "`\(program)` wrote more than \(ChildProcess.answerLimit >> 20) MiB for one line"
      )
    }
  }
}
