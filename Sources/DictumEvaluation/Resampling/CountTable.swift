/// The counts of many documents as rows of numbers, so that sums of thousands of samples are quick.
struct CountTable {
  private let names: [String]
  private let rows: [[Int]]

  init(_ documents: [Counts]) {
    let names = Set(documents.flatMap { $0.values.keys }).sorted()
    self.names = names
    rows = documents.map { counts in names.map { counts[$0] } }
  }

  var count: Int { rows.count }

  /// The sum of some rows, each as often as it is named.
  func sum(_ indices: some Sequence<Int>) -> Counts {
    var sums = [Int](repeating: 0, count: names.count)
    for index in indices { for column in sums.indices { sums[column] += rows[index][column] } }
    return counts(sums)
  }

  /// The sum of rows, each from this table or the other, as `isSwapped` says; and what is left.
  func sums(with other: CountTable, isSwapped: [Bool]) -> (Counts, Counts) {
    var own = Counts()
    var others = Counts()
    let indices = rows.indices
    own.add(sum(indices.filter { !isSwapped[$0] }))
    own.add(other.sum(indices.filter { isSwapped[$0] }))
    others.add(sum(indices.filter { isSwapped[$0] }))
    others.add(other.sum(indices.filter { !isSwapped[$0] }))
    return (own, others)
  }

  private func counts(_ sums: [Int]) -> Counts {
    var counts = Counts()
    for (name, sum) in zip(names, sums) { counts[name] = sum }
    return counts
  }
}
