import DictumKit

/// Cuts a statement’s sentences into windows, as training does (`Docs/model-format.md`).
struct StatementWindowing {
  /// Pieces in a window, without `[CLS]` and `[SEP]`.
  static let capacity = 188

  /// Which sentences stand in which window, by index.
  ///
  /// The first window begins with the sentence of the cue, or of the source where there is no cue, or the first; it takes
  /// in the sentences after it and then those before it, as many as fit. The others follow in order.
  /// - Parameters:
  ///   - sizes: pieces of each sentence; none is empty.
  ///   - anchor: the sentence with which the first window begins.
  static func groups(sizes: [Int], anchor: Int) -> [[Int]] {
    var taken = [Bool](repeating: false, count: sizes.count)
    taken[anchor] = true
    var used = sizes[anchor]
    // The neighbour on either side must be in the window already, so that it holds a run of the text.
    for index in Array(sizes.indices.dropFirst(anchor + 1)) + sizes.indices.prefix(anchor).reversed() {
      let hasNeighbour = index > 0 && taken[index - 1] || index + 1 < sizes.count && taken[index + 1]
      guard hasNeighbour, used + sizes[index] <= capacity else { continue }
      taken[index] = true
      used += sizes[index]
    }
    var groups = [sizes.indices.filter { taken[$0] }]
    var room = 0
    for index in sizes.indices where !taken[index] {
      if groups.count == 1 || room < sizes[index] {
        groups.append([])
        room = capacity
      }
      groups[groups.count - 1].append(index)
      room -= sizes[index]
    }
    return groups
  }
}
