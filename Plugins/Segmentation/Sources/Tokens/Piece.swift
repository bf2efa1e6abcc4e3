internal import DictumKit

/// A token while the stage works: its place and kind alone, since a record's other fields make every copy dear.
struct Piece {
  var span: TextSpan
  var kind: PieceKind

  /// The record.
  var token: Token { Token(span: span, kind: kind.token) }
}

/// A token's kind, of one byte, so that comparing takes no call.
enum PieceKind: UInt8 {
  case word
  case number
  case punctuation
  case symbol

  /// The record's kind.
  var token: TokenKind {
    switch self {
    case .word: .word
    case .number: .number
    case .punctuation: .punctuation
    case .symbol: .symbol
    }
  }
}
