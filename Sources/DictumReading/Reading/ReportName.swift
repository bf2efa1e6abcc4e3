import DictumSystem

/// Where an article's report goes below the out folder: the article's path with `.json` behind it, changed where two
/// articles could meet in one place or the system would refuse the name.
enum ReportName {
  /// What the systems in use allow for one name, in bytes.
  private static let longest = 255
  /// What a report is called while it is written.
  private static let partial = ".partial"

  static func of(_ path: String, line: Int?) -> String {
    let parts = SystemName.shown(path).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let folders = parts.dropLast().map { bounded($0 + (looksLikeReport($0) ? "~" : ""), "", of: path) }
    let ending = (line.map { ".\($0)" } ?? "") + ".json"
    return (folders + [bounded(parts.last ?? "", ending, of: path)]).joined(separator: "/")
  }

  /// A folder `a.txt.json` would take the place of the report on `a.txt`; one more `~` keeps it from that, and apart from
  /// a folder that has one already.
  private static func looksLikeReport(_ folder: String) -> Bool {
    let name = String(folder.reversed().drop { $0 == "~" }.reversed())
    return [".json", ".jsonl", ".ndjson", partial].contains { name.hasSuffix($0) }
  }

  /// The name with its ending, cut and given a hash of the whole path where it is too long.
  private static func bounded(_ name: String, _ ending: String, of path: String) -> String {
    let room = longest - partial.utf8.count - ending.utf8.count
    guard name.utf8.count > room else { return name + ending }
    let mark = "~" + SystemName.hash(path)
    var cut = ""
    for character in name {
      guard cut.utf8.count + String(character).utf8.count + mark.utf8.count <= room else { break }
      cut.append(character)
    }
    return cut + mark + ending
  }
}
