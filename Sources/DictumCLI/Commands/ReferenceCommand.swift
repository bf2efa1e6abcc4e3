import DictumKit
import DictumRuntime

/// `dictum reference`: all that `help`, `stages` and `explain` say, as one page.
enum ReferenceCommand: Command {
  static let name = "reference"
  static let summary = "Print commands, stages, codes and formats as one page of Markdown."
  static let operands = ""
  static let options: [Option] = []
  static let discussion = """
    Docs/reference.md is this page (`make docs`). It is about what is built in; `dictum stages` knows plugins, too.

      dictum reference > reference.md
    """

  static func usesPlugins(_ arguments: Arguments) -> Bool { false }

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    try session.print(ReferencePage(registry: session.registry).text)
    return .success
  }
}
