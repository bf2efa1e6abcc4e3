public import DictumKit

/// A program with its arguments, and the folder in which it runs.
public struct ExecCommand: SettingValue, Equatable {
  public var words: [String]
  /// The pipeline file's folder, where a script beside it is found from anywhere; empty for the current one.
  public var folder: String
  private var digests: String

  /// A command that runs in `folder`.
  public init(words: [String], folder: String) {
    self.words = words
    self.folder = folder
    digests = FileDigests(words, in: folder).text
  }

  public static var typeName: String { "a list (a program and its arguments)" }
  public static var schema: String { [String].schema }

  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> ExecCommand? {
    guard let words = [String].read(node, &problems) else { return nil }
    return ExecCommand(words: words, folder: node.folder)
  }

  /// The words, and what lies in the files that they name: where a checkout lies does not change what a run computes,
  /// another script does.
  public var json: String { words.json + digests }
}

/// Files on which a child's answers depend.
public struct ExecFiles: SettingValue, Equatable {
  public var names: [String]
  private var digests: String

  /// Files of a folder.
  public init(names: [String], folder: String) {
    self.names = names
    digests = FileDigests(names, in: folder).text
  }

  public static var typeName: String { "a list of files" }

  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> ExecFiles? {
    guard let names = [String].read(node, &problems) else { return nil }
    for name in names where !FileDigests.isFile(name, in: node.folder) {
      problems.append(
        Diagnostic(.invalidValue, "there is no file `\(name)` beside the pipeline file", at: node.location)
      )
    }
    return ExecFiles(names: names, folder: node.folder)
  }

  public var json: String { names.json + digests }
}

extension ConfigNode {
  /// The folder of the pipeline file; empty for the current one.
  fileprivate var folder: String {
    let file = location.file
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
    return file.hasPrefix("/") && folder.isEmpty ? "/" : folder
  }
}
