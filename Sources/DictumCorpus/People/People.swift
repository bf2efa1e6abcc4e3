public import DictumKit
import DictumRuntime

/// Who is known beforehand: canonical names, other names and Wikidata items, from a file of the user's own.
///
/// ```yaml
/// people:
///   - name: Antony J. Blinken
///     aliases: [Blinken, Tony Blinken]
///     wikidata: Q7821917
///   - { name: United Nations, aliases: [UN, U.N.], type: organization }
/// ```
public struct People: Sendable {
  /// One entry of the file.
  public struct Entry: StageSettings {
    public var name = ""
    public var aliases: [String] = []
    public var wikidata: String?
    public var type = EntityType.person.rawValue

    public init() {}

    public static var fields: [SettingField<Entry>] {
      [
        SettingField("name", \.name, "The name under which tables and pages show it.") {
          $0.isEmpty ? "must not be empty" : nil
        },
        SettingField("aliases", \.aliases, "Other names; each means this entry wherever it is the name of an entity."),
        SettingField("wikidata", \.wikidata, "Its item on Wikidata, such as Q42.") { $0.map(complaint) ?? nil },
        SettingField("type", \.type, "What it is; person unless given.") {
          EntityType(rawValue: $0) == nil
            ? "expected one of \(EntityType.allCases.map(\.rawValue).joined(separator: ", "))" : nil
        },
      ]
    }

    private static func complaint(_ item: String) -> String? {
      item.first == "Q" && item.count > 1 && item.dropFirst().allSatisfy { ("0"..."9").contains($0) }
        ? nil : "expected an item such as Q42, found `\(item)`"
    }

    var isPerson: Bool { type == EntityType.person.rawValue }
    var names: [String] { [name] + aliases }
  }

  /// In the file's order.
  public private(set) var entries: [Entry] = []

  /// Nobody.
  public init() {}

  /// Reads a file.
  ///
  /// - Parameter file: the name that diagnostics show.
  /// - Throws: all that is wrong, each with its place.
  public init(_ bytes: [UInt8], file: String) throws(DictumError) {
    let text = try SourceText(validating: bytes)
    var (root, problems) = YAMLReader.read(bytes, file: file)
    var owners: [String: String] = [:]
    for node in Self.nodes(root, file, &problems) {
      let entry = Entry.read(node, stage: "people", &problems)
      if entry.name.isEmpty, problems.isEmpty {
        problems.append(Diagnostic(.missingKey, "the key `name` is missing", at: node.location))
      }
      for name in entry.names {
        let key = "\(entry.isPerson)\n\(name.lowercased())"
        if let owner = owners[key], owner != entry.name {
          problems.append(
            Diagnostic(
              .invalidValue,
              "`\(name)` is a name of `\(owner)` already; it can mean one only",
              at: node.location
            )
          )
        }
        owners[key] = entry.name
      }
      entries.append(entry)
    }
    guard problems.isEmpty else { throw DictumError(problems.inFileOrder(withLinesOf: text)) }
  }

  private static func nodes(_ root: ConfigNode?, _ file: String, _ problems: inout [Diagnostic]) -> [ConfigNode] {
    guard let root else {
      if problems.isEmpty { problems.append(Diagnostic(.missingKey, "\(file) is empty; it begins with `people:`")) }
      return []
    }
    guard case .mapping(let entries) = root.content else {
      problems.append(Diagnostic(.wrongType, "expected a mapping, found \(root.kind)", at: root.location))
      return []
    }
    for entry in entries where entry.key != "people" {
      problems.append(unknownKey(entry, in: "a file of people", known: ["people"]))
    }
    guard let list = entries.first(where: { $0.key == "people" })?.value else { return [] }
    guard case .sequence(let nodes) = list.content else {
      problems.append(Diagnostic(.wrongType, "expected a list of people, found \(list.kind)", at: list.location))
      return []
    }
    return nodes
  }
}
