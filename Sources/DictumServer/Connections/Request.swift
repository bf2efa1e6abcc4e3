/// What a client asks for, with the whole body.
struct Request: Sendable {
  let method: String
  /// Without the query.
  let path: String
  let host: String?
  let origin: String?
  /// Without parameters, in lower case; empty where there is none.
  let contentType: String
  var body: [UInt8] = []
}
