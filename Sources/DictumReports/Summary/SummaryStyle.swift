/// How a summary is set: for a terminal or for a pipe.
public struct SummaryStyle: Sendable {
  /// The columns of a line.
  public var width: Int
  /// Whether colours are used.
  public var isColoured: Bool

  /// A style; widths are kept between 40 and 100 columns, beyond which lines are hard to read.
  public init(width: Int = 100, isColoured: Bool = false) {
    self.width = min(100, max(40, width))
    self.isColoured = isColoured
  }
}

/// What a run of a summary's words is printed in.
enum Ink {
  case plain, strong, faint, favor, against

  /// The ANSI sequence that turns it on; both colours are readable on dark and on light.
  var code: String {
    switch self {
    case .plain: ""
    case .strong: "\u{1B}[1m"
    case .faint: "\u{1B}[2m"
    case .favor: "\u{1B}[32m"
    case .against: "\u{1B}[31m"
    }
  }
}
