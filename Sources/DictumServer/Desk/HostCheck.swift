/// Turns away what a browser sends for somebody else's page: requests under a foreign name (DNS rebinding) and posts
/// from a foreign page.
struct HostCheck: Sendable {
  private let names: Set<String>

  init(_ options: ServerOptions) {
    names = Set((["localhost", "127.0.0.1", options.address] + options.hosts).map { $0.lowercased() })
  }

  /// The refusal of a request that must not be answered.
  func refusal(_ request: Request) -> Answer? {
    guard let host = request.host, names.contains(Self.name(host)) else {
      return .refusal(421, "this server does not answer to that host; name it with `--host`")
    }
    guard request.method == "POST", let origin = request.origin else { return nil }
    guard let slashes = origin.firstRange(of: "://"), origin[slashes.upperBound...].lowercased() == host.lowercased()
    else { return .refusal(403, "a page of another site may not post here") }
    return nil
  }

  /// The host without its port.
  private static func name(_ host: String) -> String {
    String(host.prefix { $0 != ":" }).lowercased()
  }
}
