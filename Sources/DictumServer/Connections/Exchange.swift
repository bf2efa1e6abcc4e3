import CMicrohttpd
import DictumSystem

/// A request while it arrives.
///
/// A class because the library keeps a pointer to it between its calls, all of which come from one thread.
final class Exchange {
  private(set) var request: Request
  private let limit: Int
  private let begin = MonotonicClock.now
  /// Whether the body is longer than the server takes.
  private(set) var isTooLong = false

  init(_ connection: OpaquePointer?, method: String, path: String, limit: Int) {
    func header(_ name: String) -> String? {
      microhttpd_header(connection, name).map { String(cString: $0) }
    }
    let type = header("Content-Type")?.split(separator: ";").first.map { $0.lowercased() } ?? ""
    request = Request(
      method: method,
      path: path,
      host: header("Host"),
      origin: header("Origin"),
      contentType: type.filter { !$0.isWhitespace }
    )
    self.limit = limit
    if let length = header("Content-Length").flatMap(Int.init), length > limit { isTooLong = true }
  }

  /// Takes a piece of the body; false when the client has sent too much, or for too long, to be listened to.
  func take(_ piece: UnsafeBufferPointer<UInt8>, within seconds: Double) -> Bool {
    guard request.body.count + piece.count <= limit else {
      isTooLong = true
      return false
    }
    request.body.append(contentsOf: piece)
    return MonotonicClock.now - begin < seconds
  }
}
