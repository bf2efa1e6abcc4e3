import CMicrohttpd
public import DictumKit
import Glibc

/// Where a server listens and what it takes.
public struct ServerOptions: Sendable {
  /// An IPv4 address; 127.0.0.1 is this machine alone.
  public var address = "127.0.0.1"
  /// 0 for any that is free.
  public var port: UInt16 = 8420
  /// The most bytes of a request.
  public var limit = 10_000_000
  /// Analyses at a time, and requests that may wait for one.
  public var jobs = 2
  public var queue = 32
  /// How long a request may take to arrive, and how long it may wait for an analysis, in seconds.
  public var patience = 30.0
  /// Names besides `localhost` and the address under which clients may call the server.
  public var hosts: [String] = []

  /// The defaults: for one person at their own machine.
  public init() {}
}

/// An HTTP server over GNU libmicrohttpd. Every request is answered by the `Desk`.
///
/// A class because the library holds on to it until `stop`.
public final class Server {
  private static let connections: UInt32 = 256
  /// Seconds after which a connection that says nothing is closed.
  private static let silence = 15.0
  private let desk: Desk
  private let options: ServerOptions
  private var daemon: OpaquePointer?

  /// A server that does not listen yet.
  public init(_ desk: Desk, options: ServerOptions) {
    self.desk = desk
    self.options = options
  }

  /// Listens from now on.
  ///
  /// - Returns: the port.
  /// - Throws: `serverFailed` with the system's reason.
  public func start() throws(DictumError) -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = options.port.bigEndian
    guard inet_pton(AF_INET, options.address, &address.sin_addr) == 1 else {
      throw DictumError(.serverFailed, "`\(options.address)` is no IPv4 address")
    }
    let context = Unmanaged.passUnretained(self).toOpaque()
    let silence = UInt32(clamping: Int(min(options.patience, Self.silence)))
    daemon = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        microhttpd_start(generic, serverHandle, serverCompleted, context, Self.connections, silence)
      }
    }
    guard let daemon else {
      throw DictumError(
        .serverFailed,
        "cannot listen on \(options.address):\(options.port): \(String(cString: strerror(errno)))"
      )
    }
    return microhttpd_port(daemon)
  }

  /// Takes no more connections, lets what is under way finish, and stops.
  ///
  /// - Parameter seconds: how long to wait for that.
  public func stop(within seconds: Int = 10) {
    guard let daemon else { return }
    let socket = MHD_quiesce_daemon(daemon)
    for _ in 0..<(seconds * 20) where desk.isBusy { usleep(50_000) }
    // A moment for the last answers to leave.
    usleep(100_000)
    MHD_stop_daemon(daemon)
    if socket >= 0 { close(socket) }
    self.daemon = nil
  }

  /// Takes a part of a request; the answer follows the last one.
  fileprivate func handle(
    _ connection: OpaquePointer?,
    _ method: String,
    _ path: String,
    _ piece: UnsafeBufferPointer<UInt8>,
    _ state: inout UnsafeMutableRawPointer?
  ) -> MHD_Result {
    guard let known = state else {
      let exchange = Exchange(connection, method: method, path: path, limit: options.limit)
      state = Unmanaged.passRetained(exchange).toOpaque()
      // A body that announces itself as too long is not even read.
      if exchange.isTooLong { return send(tooLong, connection) }
      return microhttpd_yes
    }
    let exchange = Unmanaged<Exchange>.fromOpaque(known).takeUnretainedValue()
    if !piece.isEmpty { return exchange.take(piece, within: options.patience) ? microhttpd_yes : microhttpd_no }
    return send(exchange.isTooLong ? tooLong : desk.answer(exchange.request), connection)
  }

  private var tooLong: Answer { .refusal(413, "a request may have \(options.limit) bytes") }

  private func send(_ answer: Answer, _ connection: OpaquePointer?) -> MHD_Result {
    guard let response = Self.response(answer.body) else { return microhttpd_no }
    defer { MHD_destroy_response(response) }
    let always = [
      ("Content-Type", answer.type), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
    ]
    for (name, value) in always + answer.headers { MHD_add_response_header(response, name, value) }
    if !answer.headers.contains(where: { $0.0 == "Content-Security-Policy" }) {
      MHD_add_response_header(response, "Content-Security-Policy", "default-src 'none'")
    }
    return MHD_queue_response(connection, answer.status, response)
  }

  private static func response(_ body: Answer.Body) -> OpaquePointer? {
    switch body {
    case .bytes(let bytes):
      return bytes.withUnsafeBytes { raw in
        microhttpd_bytes(raw.count, raw.baseAddress)
      }
    case .file(let descriptor, let length):
      return MHD_create_response_from_fd(length, descriptor)
    case .pieces(let next):
      let pieces = Unmanaged.passRetained(Pieces(next)).toOpaque()
      return MHD_create_response_from_callback(UInt64.max, 1 << 16, serverPiece, pieces) { raw in
        if let raw { Unmanaged<Pieces>.fromOpaque(raw).release() }
      }
    }
  }
}

/// An answer's pieces while they are sent; a class because the library holds on to it.
private final class Pieces {
  private let next: @Sendable () -> [UInt8]?
  private var piece: [UInt8] = []
  private var sent = 0

  init(_ next: @escaping @Sendable () -> [UInt8]?) { self.next = next }

  /// Fills the library's buffer; -1 at the end.
  func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    if sent == piece.count {
      guard let new = next() else { return -1 }
      (piece, sent) = (new, 0)
    }
    let count = min(buffer.count, piece.count - sent)
    for index in 0..<count { buffer[index] = piece[sent + index] }
    sent += count
    return count
  }
}

private func serverHandle(
  _ context: UnsafeMutableRawPointer?,
  _ connection: OpaquePointer?,
  _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?,
  _ version: UnsafePointer<CChar>?,
  _ data: UnsafePointer<CChar>?,
  _ size: UnsafeMutablePointer<Int>?,
  _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let url, let method, let size, let state else { return microhttpd_no }
  let server = Unmanaged<Server>.fromOpaque(context).takeUnretainedValue()
  let count = size.pointee
  let piece = UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : count).assumingMemoryBound(to: UInt8.self)
  size.pointee = 0
  return server.handle(connection, String(cString: method), String(cString: url), piece, &state.pointee)
}

private func serverCompleted(
  _ context: UnsafeMutableRawPointer?,
  _ connection: OpaquePointer?,
  _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ code: MHD_RequestTerminationCode
) {
  guard let known = state?.pointee else { return }
  Unmanaged<Exchange>.fromOpaque(known).release()
  state?.pointee = nil
}

private func serverPiece(
  _ context: UnsafeMutableRawPointer?,
  _ position: UInt64,
  _ buffer: UnsafeMutablePointer<CChar>?,
  _ capacity: Int
) -> Int {
  guard let context, let buffer else { return -1 }
  let pieces = Unmanaged<Pieces>.fromOpaque(context).takeUnretainedValue()
  return buffer.withMemoryRebound(to: UInt8.self, capacity: capacity) {
    pieces.fill(UnsafeMutableBufferPointer(start: $0, count: capacity))
  }
}
