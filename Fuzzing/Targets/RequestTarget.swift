import DictumBatch
import DictumServer

extension FuzzTargets {
  /// A request to `serve`: `METHOD PATH TYPE HOST` in the first line, the body below it.
  static let request = FuzzTarget("request") { bytes in
    let head = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let words = head.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    let request = Request(
      method: words.first ?? "POST",
      path: words.count > 1 ? words[1] : "/analyse",
      host: words.count > 3 ? words[3] : "localhost",
      origin: words.count > 4 ? words[4] : nil,
      contentType: words.count > 2 ? words[2] : "",
      body: Array(bytes.dropFirst(head.count + 1))
    )
    let answer = desk.value.answer(request)
    precondition((200...599).contains(answer.status))
    if case .pieces(let next) = answer.body { while next() != nil {} }
  }

  private static let desk = OnDemand {
    let run = Run(Fuzzed.pipeline("[segment, quotes: { model: rules, keep: given }]"))
    return Desk(run.pipeline, reader: run.json, writer: run.writer, corpus: nil, options: ServerOptions())
  }
}
