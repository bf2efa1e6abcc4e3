package import DictumKit

extension Reading {
  /// What the first word of a person’s name says of the person’s sex: above zero for “she”, below for “he”, zero where it
  /// says nothing. A surname alone says nothing.
  package func sexOfGivenName(_ name: TextSpan) -> Int {
    let words = tokens(in: name)
    guard words.count > 1, let first = words.first else { return 0 }
    if self.is(first, in: .givenNamesOfWomen) { return 1 }
    return self.is(first, in: .givenNamesOfMen) ? -1 : 0
  }
}
