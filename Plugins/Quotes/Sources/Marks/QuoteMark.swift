import DictumKit

/// A character that may open or close a quotation.
struct QuoteMark {
  /// Marks that can pair with each other.
  enum Family: UInt8 {
    case double, single, angle, singleAngle, corner, whiteCorner
  }

  /// What the mark's shape and neighbours allow it to do.
  enum Role {
    case opens, closes
    /// A straight mark between two letters or two spaces: whichever the state asks for.
    case either
  }

  let family: Family
  var role: Role
  /// UTF-8.
  let span: TextSpan
  /// Whether the mark is the first visible thing of its paragraph, where an open quotation is opened again.
  let startsParagraph: Bool
}

/// The neighbours of a mark, as far as pairing looks at them.
enum Neighbour {
  case edge, space, letter, digit, opener, closer, dash, other

  var isWord: Bool { self == .letter || self == .digit }
  /// What a quotation may directly follow.
  var precedesOpening: Bool { self == .edge || self == .space || self == .opener || self == .dash }
  /// What may directly follow a quotation.
  var followsClosing: Bool { self == .edge || self == .space || self == .closer || self == .dash }
}
