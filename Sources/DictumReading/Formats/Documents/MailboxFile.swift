package import DictumKit

/// mbox (RFC 4155): mails one after the other, each behind a line that begins with `From `.
package enum MailboxFile: StreamedFormat {
  package static let name = "mbox"

  package static func recognises(_ start: FileStart) -> Bool {
    guard start.begins("From "), let end = start.text.firstIndex(where: \.isNewline) else { return false }
    let time = start.text[..<end].split(separator: " ").contains { $0.split(separator: ":").count == 3 }
    return time && MailFile.headFields(start.text[start.text.index(after: end)...]) >= 2
  }

  package static func parts(of input: MemberBytes, name: String, limit: Int) -> any FileParts {
    MailboxMails(input, name: name, limit: limit)
  }
}

/// The mails of an mbox file, of which no more than one is held.
private struct MailboxMails: FileParts {
  private static let mark = Array("From ".utf8)

  private var input: MemberBytes
  private let name: String
  private let limit: Int
  private var number = 0
  private var isOpen = false

  init(_ input: MemberBytes, name: String, limit: Int) {
    self.input = input
    self.name = name
    self.limit = limit
  }

  var position: Int? { input.consumed }

  mutating func next() -> FilePart {
    do throws(DictumError) {
      // The first mail's line; those of the others end the mails before them.
      if !isOpen { isOpen = try input.line(limit: limit) != nil }
      guard isOpen else { return .end(nil) }
      let (mail, length) = try mail()
      number += 1
      guard length <= limit else {
        let error = DictumError(.textTooLong, "\(name), mail \(number): \(length) bytes; the limit is \(limit)")
        return .article(number: number, .fault(error))
      }
      return .article(number: number, .bytes(mail, MailFile.self, url: nil))
    } catch {
      return .end(error)
    }
  }

  /// The lines up to the next mail's, which a blank line precedes; a `>` before `From ` in a text goes.
  private mutating func mail() throws(DictumError) -> (bytes: [UInt8], length: Int) {
    var bytes: [UInt8] = []
    var length = 0
    var isAfterBlank = false
    isOpen = false
    while let line = try input.line(limit: limit) {
      if isAfterBlank, line.bytes.starts(with: Self.mark) {
        isOpen = true
        break
      }
      isAfterBlank = line.length == 0 || line.bytes == [0x0D]
      length += line.length + 1
      guard length <= limit else {
        bytes = []
        continue
      }
      let quoted = line.bytes.prefix { $0 == UInt8(ascii: ">") }.count
      let isQuotedMark = quoted > 0 && line.bytes.dropFirst(quoted).starts(with: Self.mark)
      bytes += line.bytes.dropFirst(isQuotedMark ? 1 : 0)
      bytes.append(0x0A)
    }
    return (bytes, length)
  }
}
