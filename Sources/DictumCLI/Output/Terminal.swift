import DictumReports
import Glibc

extension SummaryStyle {
  /// The style for a descriptor: a terminal's width and colours, or plain lines of 100 columns for a pipe.
  ///
  /// Colours are off where `NO_COLOR` says so (no-color.org) or the terminal is a dumb one.
  static func terminal(_ descriptor: Int32) -> SummaryStyle {
    guard isatty(descriptor) == 1 else { return SummaryStyle() }
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let isPlain = variable("NO_COLOR") != nil || variable("TERM") == "dumb"
    return SummaryStyle(width: isKnown ? Int(size.ws_col) : 80, isColoured: !isPlain)
  }

  /// An environment variable that says something.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
