/// The short lines that stand by a page's title: who wrote it, and when.
struct PageVicinity {
  /// Those behind the title first, nearest first.
  private let lines: [String]

  init(_ tree: PageTree, _ anchor: PageAnchor?) {
    guard let anchor else {
      lines = []
      return
    }
    var behind: [String] = []
    for block in tree.blocks[(anchor.block + 1)...].prefix(14) where block.size < 220 {
      behind.append(block.text)
      if behind.count == 8 { break }
    }
    let before = tree.blocks[..<anchor.block].suffix(4).reversed().filter { $0.size < 120 && $0.linkShare < 0.5 }
    lines = behind + before.map(\.text)
  }

  /// The day of publication, rather than one on which something was changed.
  func day(_ reader: DateText) -> String? {
    var changed: String?
    for line in lines {
      let folded = line.lowercased()
      let published = Self.published.lazy.compactMap { folded.firstRange(of: $0) }.first
      if let published, let day = reader.firstDay(in: String(folded[published.upperBound...])) { return day }
      guard let day = reader.firstDay(in: line) else { continue }
      // A sentence that names a day is not a date line.
      if line.utf8.count > 140 || line.hasSuffix(".") && line.utf8.count > 60 { continue }
      if !Self.changed.contains(where: { folded.contains($0) }) { return day }
      changed = changed ?? day
    }
    return changed
  }

  /// The names in a byline.
  var author: String? {
    for line in lines {
      let name = PageByline.marked(line) ?? PageByline.dated(line)
      if let name { return name }
    }
    return nil
  }

  private static let published = [
    "published", "posted", "veröffentlicht", "publié", "publicado", "pubblicato", "gepubliceerd", "опубликовано",
  ]
  private static let changed = [
    "updated", "modified", "edited", "aktualisiert", "mis à jour", "actualizado", "atualizado", "aggiornato",
    "обновлено",
  ]
}
