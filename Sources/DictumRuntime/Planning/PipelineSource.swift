import DictumKit
import DictumSystem

/// A pipeline file with those that it extends, as one tree; every value knows its own file.
struct PipelineSource {
  /// Files that extend each other more deeply than this do so in a circle.
  private static let maximumDepth = 8

  private(set) var root: ConfigNode?
  private(set) var problems: [Diagnostic] = []
  /// The lines of each file.
  private var lines: [String: [ArraySlice<UInt8>]] = [:]
  private var order: [String] = []

  /// Reads a file's bytes and the files that it extends.
  ///
  /// - Throws: `notUTF8`.
  init(_ bytes: [UInt8], file: String) throws(DictumError) {
    root = try read(bytes, file: file, depth: 0)
  }

  private mutating func read(_ bytes: [UInt8], file: String, depth: Int) throws(DictumError) -> ConfigNode? {
    do throws(DictumError) {
      _ = try SourceText(validating: bytes)
    } catch {
      throw DictumError(error.diagnostics.map { $0.prefixed(by: file) })
    }
    lines[file] = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    order.insert(file, at: 0)
    let (root, found) = YAMLReader.read(bytes, file: file)
    problems += found
    guard let root, case .mapping(let entries) = root.content,
      let base = entries.first(where: { $0.key == "extends" })?.value
    else { return root }
    guard let name = String.read(base, &problems) else { return root }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let path = name.hasPrefix("/") ? name : folder + name
    guard depth < Self.maximumDepth, lines[path] == nil else {
      problems.append(
        Diagnostic(.invalidValue, "`extends` leads in a circle: \(path) is being read already", at: base.location)
      )
      return root
    }
    do throws(DictumError) {
      let bytes = try FileInput.read(path)
      guard let below = try read(bytes, file: path, depth: depth + 1) else { return root }
      return Self.merge(root, over: below)
    } catch {
      problems += error.diagnostics.map { problem in
        var problem = problem
        problem.location = problem.location ?? base.location
        return problem
      }
      return nil
    }
  }

  /// The tree of a file that extends another one: its keys win, its stages change those of the same name or follow.
  private static func merge(_ above: ConfigNode, over below: ConfigNode) -> ConfigNode {
    guard case .mapping(let new) = above.content, case .mapping(var merged) = below.content else { return above }
    for entry in new {
      guard let index = merged.firstIndex(where: { $0.key == entry.key }) else {
        merged.append(entry)
        continue
      }
      switch entry.key {
      case "stages": merged[index].value = stages(entry.value, over: merged[index].value)
      case "report": merged[index].value = settings(entry.value, over: merged[index].value)
      case "disable", "plugins": merged[index].value = joined(merged[index].value, entry.value)
      default: merged[index] = entry
      }
    }
    return ConfigNode(.mapping(merged), at: above.location)
  }

  private static func stages(_ above: ConfigNode, over below: ConfigNode) -> ConfigNode {
    guard case .sequence(let new) = above.content, case .sequence(var merged) = below.content else { return above }
    for node in new {
      guard let entry = StageEntry(node),
        let index = merged.firstIndex(where: { StageEntry($0)?.name == entry.name }),
        let known = StageEntry(merged[index])
      else {
        merged.append(node)
        continue
      }
      guard let changes = entry.settings else { continue }
      let value = known.settings.map { settings(changes, over: $0) } ?? changes
      let key = ConfigEntry(key: entry.name, keyLocation: entry.location, value: value)
      merged[index] = ConfigNode(.mapping([key]), at: node.location)
    }
    return ConfigNode(.sequence(merged), at: above.location)
  }

  private static func settings(_ above: ConfigNode, over below: ConfigNode) -> ConfigNode {
    guard case .mapping(let new) = above.content, case .mapping(var merged) = below.content else { return above }
    for entry in new {
      if let index = merged.firstIndex(where: { $0.key == entry.key }) {
        merged[index] = entry
      } else {
        merged.append(entry)
      }
    }
    return ConfigNode(.mapping(merged), at: above.location)
  }

  private static func joined(_ first: ConfigNode, _ second: ConfigNode) -> ConfigNode {
    guard case .sequence(let left) = first.content, case .sequence(let right) = second.content else { return second }
    return ConfigNode(.sequence(left + right), at: second.location)
  }

  /// Problems by file and place, each with its line; at most a hundred, and how many more there are.
  func inFileOrder(_ problems: [Diagnostic]) -> [Diagnostic] {
    let sorted = problems.map(withLine).enumerated()
      .sorted { left, right in
        let (first, second) = (place(left.element), place(right.element))
        return first == second ? left.offset < right.offset : first < second
      }
      .map(\.element)
    guard sorted.count > Self.shownProblems, let last = sorted.last else { return sorted }
    let rest = Diagnostic(last.code, "and \(sorted.count - Self.shownProblems) more problems like these")
    return sorted.prefix(Self.shownProblems) + [rest]
  }

  /// More problems than these are counted, and not shown.
  static let shownProblems = 100

  private func place(_ problem: Diagnostic) -> (Int, Int, Int) {
    guard let location = problem.location else { return (-1, 0, 0) }
    return (order.firstIndex(of: location.file) ?? 0, location.line, location.column)
  }

  private func withLine(_ problem: Diagnostic) -> Diagnostic {
    var problem = problem
    if let location = problem.location, let lines = lines[location.file], location.line <= lines.count {
      let line = lines[location.line - 1]
      problem.sourceLine = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
    return problem
  }
}

extension Diagnostic {
  fileprivate func prefixed(by file: String) -> Diagnostic {
    var copy = self
    copy.message = "\(file): \(message)"
    return copy
  }
}
