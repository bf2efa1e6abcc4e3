/// What a client asks for, with the whole body.
package struct Request: Sendable {
  let method: String
  /// Without the query.
  let path: String
  let host: String?
  let origin: String?
  /// Without parameters, in lower case; empty where there is none.
  let contentType: String
  var body: [UInt8] = []

  /// A request that has arrived.
  package init(
    method: String,
    path: String,
    host: String?,
    origin: String?,
    contentType: String,
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.host = host
    self.origin = origin
    self.contentType = contentType
    self.body = body
  }
}
