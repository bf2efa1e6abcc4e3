public import DictumKit
import DictumSystem

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
      // What a child loads before its first answer is not the document's fault.
      let limit = settings.timeLimit + (child.hasAnswered ? 0 : settings.startLimit)
      do throws(LineChild.Failure) {
        let answer = try child.lines.exchange(line, within: limit)
        children.giveBack(child)
        return answer
      } catch {
        let end = child.lines.end(kill: error != .ended)
        tries += 1
        if error == .ended && tries <= settings.restarts { continue }
        throw failure(error, end, tries: tries, limit: limit)
      }
    }
  }

  private func failure(_ failure: LineChild.Failure, _ end: Child.End, tries: Int, limit: Double) -> DictumError {
    let program = settings.command.words.joined(separator: " ")
    switch failure {
    case .ended:
      let count = tries == 1 ? "" : "; \(tries) tries"
      return DictumError(.execCrashed, "`\(program)` ended before it answered: \(end)\(count)")
    case .timeLimit:
      return DictumError(.execTimeLimit, "`\(program)` did not answer within \(limit) seconds")
    case .answerTooLong:
      return DictumError(
        .execBadAnswer,
        "`\(program)` wrote more than \(LineChild.answerLimit >> 20) MiB for one line"
      )
    }
  }
}
