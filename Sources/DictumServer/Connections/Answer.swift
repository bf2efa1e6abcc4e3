import DictumJSON
import DictumKit
import DictumReports

/// What a client gets.
package struct Answer: Sendable {
  package enum Body: Sendable {
    case bytes([UInt8])
    /// An open file and its length; closed with the answer.
    case file(Int32, Int)
    /// Pieces that are made while they are sent; nil is the end.
    case pieces(@Sendable () -> [UInt8]?)
  }

  package var status: UInt32 = 200
  var type: String
  package var body: Body
  var headers: [(String, String)] = []

  /// JSON in full.
  static func json(_ bytes: [UInt8], status: UInt32 = 200) -> Answer {
    Answer(status: status, type: "application/json; charset=utf-8", body: .bytes(bytes))
  }

  /// A page, with the policy that it may be shown under.
  static func page(_ html: [UInt8], policy: String) -> Answer {
    Answer(
      type: "text/html; charset=utf-8",
      body: .bytes(html),
      headers: [("Content-Security-Policy", policy)]
    )
  }

  /// What went wrong with a document, as a stream's error record says it.
  static func failure(_ error: DictumError, id: String? = nil, status: UInt32) -> Answer {
    json(ErrorRecord(id: id, line: nil, error: error).json, status: status)
  }

  /// A refusal of the request as such.
  static func refusal(_ status: UInt32, _ message: String) -> Answer {
    var json = JSONBuffer()
    json.openObject()
    json.key("error")
    json.openObject()
    json.key("message")
    json.string(message)
    json.closeObject()
    json.closeObject()
    return .json(json.bytes + [UInt8(ascii: "\n")], status: status)
  }
}
