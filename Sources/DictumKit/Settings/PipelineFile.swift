/// A file that a setting names, relative to the pipeline file: a word list, a model of one's own.
public struct PipelineFile: SettingValue, Equatable {
  /// As the pipeline names it; empty where it names none.
  public var name: String
  /// Where it lies, seen from the current folder or from the root.
  public var path: String

  /// No file.
  public init() {
    name = ""
    path = ""
  }

  /// A file by its path.
  public init(path: String) {
    name = path
    self.path = path
  }

  public static var typeName: String { "a file's path, relative to the pipeline file" }
  public static var schema: String { #"{"type": "string"}"# }

  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> PipelineFile? {
    guard let name = String.read(node, &problems) else { return nil }
    let folder = node.location.file.lastIndex(of: "/").map { String(node.location.file[...$0]) } ?? ""
    var file = PipelineFile(path: name.hasPrefix("/") ? name : folder + name)
    file.name = name
    return file
  }

  /// The name alone: where a checkout lies does not change what a run computes.
  public var json: String { name.json }
}
