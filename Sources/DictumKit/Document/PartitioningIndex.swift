extension RandomAccessCollection {
  /// The first element that satisfies a predicate which no element fails after one that satisfies it, by binary search;
  /// `endIndex` where none does.
  @inlinable
  public func partitioningIndex(where belongsToRest: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsToRest(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
