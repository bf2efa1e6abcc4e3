import DictumKit

/// Words in ink, set into lines.
struct StyledLines {
  private let style: SummaryStyle
  private(set) var lines: [String] = []

  init(_ style: SummaryStyle) { self.style = style }

  mutating func blank() { lines.append("") }

  /// Sets runs of words as a paragraph.
  ///
  /// White space of any kind separates words, and all characters are made inert, so no text can break the layout.
  /// - Parameters:
  ///   - indent: what stands before the first line; the others get as many spaces.
  ///   - runs: words with their ink; a space stands between runs, too.
  mutating func paragraph(indent: String, _ runs: [(String, Ink)]) {
    let margin = String(repeating: " ", count: indent.columns)
    let room = max(16, style.width - indent.columns)
    var line = ""
    var used = 0
    var isFirst = true
    var current = Ink.plain
    for (text, ink) in runs {
      for word in text.split(whereSeparator: \.isWhitespace).flatMap({ pieces(of: String($0).inert(), room) }) {
        if used > 0 && used + 1 + word.columns > room {
          lines.append((isFirst ? indent : margin) + line + change(from: current, to: .plain))
          (line, used, isFirst, current) = ("", 0, false, .plain)
        }
        if ink != current {
          line += change(from: current, to: .plain)
          current = .plain
        }
        line += (used > 0 ? " " : "") + change(from: current, to: ink) + word
        current = ink
        used += (used > 0 ? 1 : 0) + word.columns
      }
    }
    lines.append((isFirst ? indent : margin) + line + change(from: current, to: .plain))
  }

  private func change(from old: Ink, to new: Ink) -> String {
    guard style.isColoured, old != new else { return "" }
    return (old == .plain ? "" : "\u{1B}[0m") + new.code
  }

  /// A word as it fits a line: one that is longer is cut up.
  private func pieces(of word: String, _ room: Int) -> [String] {
    if word.columns <= room { return [word] }
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      if used + character.columns > room {
        pieces.append(piece)
        (piece, used) = ("", 0)
      }
      piece.append(character)
      used += character.columns
    }
    return pieces + [piece]
  }
}
