/// What the reports of `dictum run --out` are called.
enum RunNames {
  /// A name for the report of each file, none of them twice: the file's own, or, where files share it, its whole path.
  static func reports(of files: [String]) -> [String] {
    let stems = files.map(stem)
    let counts = Dictionary(stems.map { ($0, 1) }, uniquingKeysWith: +)
    var taken = Set(zip(files, stems).compactMap { counts[$1] == 1 ? $1 : nil })
    return zip(files, stems).map { file, stem in
      guard counts[stem] != 1 else { return stem }
      let whole = flat(file)
      var name = whole
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(whole)-\(number)"
        number += 1
      }
      return name
    }
  }

  /// The file's name without its folders and its last extension.
  static func stem(of path: String) -> String {
    if path == "-" { return "stdin" }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func flat(_ path: String) -> String {
    path == "-" ? "stdin" : path.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "-")
  }
}
