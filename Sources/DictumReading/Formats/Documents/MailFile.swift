package import DictumKit

/// Mail (EML) and saved pages (MHTML): the text of the message, plain where it is there, else its page; attachments stay out.
package enum MailFile: ArticleFormat {
  package static let name = "mail"

  private static let fields = [
    "from:", "received:", "return-path:", "mime-version:", "message-id:", "date:", "subject:", "delivered-to:", "to:",
    "x-", "content-type:", "dkim-signature:", "reply-to:", "sender:", "snapshot-content-location:",
  ]

  package static func recognises(_ start: FileStart) -> Bool {
    let known = headFields(start.text[...])
    return known >= 3 || known >= 1 && ["eml", "mht", "mhtml"].contains(start.ending)
  }

  /// How many of the first lines are fields that mails have.
  static func headFields(_ text: Substring) -> Int {
    let lines = text.split(maxSplits: 12, omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(12)
    let head = lines.prefix { !$0.isEmpty && ($0.first == " " || $0.first == "\t" || $0.contains(":")) }
    return head.count { line in fields.contains { line.lowercased().hasPrefix($0) } }
  }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let message = MIMEPart(bytes)
    var metadata = Metadata()
    metadata.title = message.field("subject").map { MIMEWords.decoded($0) }
    metadata.author = message.field("from").map { MIMEWords.decoded($0) }.map(sender)
    metadata.date = message.field("date").flatMap { DateText(language: "en").iso($0) }
    metadata.url = message.field("snapshot-content-location")
    let (parts, isWhole) = message.leaves
    let isPage = message.field("snapshot-content-location") != nil
    let best =
      (isPage ? nil : parts.first { $0.type == "text/plain" && !$0.isAttachment })
      ?? parts.first { $0.type == "text/html" && !$0.isAttachment }
    guard let best else {
      throw reading.damaged(name, "it has no part that is text")
    }
    let text = try TextRepair(best.content, encoding: best.encoding ?? reading.encoding, key: reading.key)
    var diagnostics = text.diagnostics
    if !isWhole { diagnostics.append(reading.cutOff("the message ends within a part")) }
    guard best.type == "text/html" else {
      let body = String(decoding: text.text, as: UTF8.self)
      let shown = best.isFlowed ? body.paragraphsOfLines : body.filter { $0 != "\r" }
      return [.document(reading.document(shown, metadata, diagnostics))]
    }
    let page = PageArticle(text.text)
    metadata.title = isPage ? page.metadata.title ?? metadata.title : metadata.title
    metadata.date = isPage ? page.metadata.date ?? metadata.date : metadata.date
    metadata.author = isPage ? page.metadata.author : metadata.author
    metadata.url = page.metadata.url ?? metadata.url
    metadata.language = page.metadata.language
    metadata.site = page.metadata.site
    return [.document(reading.document(page.text, metadata, diagnostics))]
  }

  /// `"Ann Lee" <ann@example.org>` is Ann Lee.
  private static func sender(_ from: String) -> String {
    let name = String(from.prefix { $0 != "<" }).filter { $0 != "\"" }.collapsed
    return name.isEmpty ? from.filter { $0 != "<" && $0 != ">" } : name
  }
}
