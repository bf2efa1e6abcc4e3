/// The order in which the lines of a page are read: column by column, between lines that span the columns.
enum PDFColumns {
  /// Lines that stand in columns, in that order; others as they came.
  static func ordered(_ lines: [PDFLine]) -> [PDFLine] {
    guard let gutter = gutter(of: lines) else { return lines }
    let byTop = lines.sorted { $0.top < $1.top }
    var result: [PDFLine] = []
    var (left, right): ([PDFLine], [PDFLine]) = ([], [])
    func endBand() {
      result += ordered(left) + ordered(right)
      (left, right) = ([], [])
    }
    for line in byTop {
      if line.right <= gutter {
        left.append(line)
      } else if line.left >= gutter {
        right.append(line)
      } else {
        endBand()
        result.append(line)
      }
    }
    endBand()
    return result
  }

  /// A place that few lines cross, with several lines side by side to its left and right; nil where there is none.
  private static func gutter(of lines: [PDFLine]) -> Double? {
    guard lines.count >= 8, let left = lines.map(\.left).min(), let right = lines.map(\.right).max() else { return nil }
    var best: (place: Double, crossing: Int)?
    for step in 20...80 {
      let place = left + (right - left) * Double(step) / 100
      let crossing = lines.count { $0.left < place && $0.right > place }
      if crossing < best?.crossing ?? Int.max { best = (place, crossing) }
    }
    guard let best, best.crossing * 6 <= lines.count else { return nil }
    let (before, after) = (lines.filter { $0.right <= best.place }, lines.filter { $0.left >= best.place })
    let beside = before.count { line in after.contains { $0.top < line.bottom && $0.bottom > line.top } }
    return before.count >= 4 && after.count >= 4 && beside * 3 >= min(before.count, after.count) ? best.place : nil
  }
}
