package import DictumLinear

/// A sentence as training sees it.
package struct Example: Sendable {
  package var rows: FeatureRows
  package var labels: [Int]

  /// A sentence's features and gold labels, one for each token.
  package init(rows: FeatureRows, labels: [Int]) {
    self.rows = rows
    self.labels = labels
  }
}
