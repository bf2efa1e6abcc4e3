package import DictumKit
import DictumSystem

/// PDF, read by poppler's `pdftotext`: text in reading order, paragraphs by the gaps between lines, words that lines part
/// joined, the heads and feet that pages repeat left out.
///
/// A program beside Dictum rather than a library in it: poppler's licence is the GPL, and what takes files of strangers
/// apart had better do so in a process of its own.
package enum PDFFile: ArticleFormat {
  package static let name = "PDF"

  private static let tool = "pdftotext"
  private static let limits = FilterChild.Limits(seconds: 120, memory: 4 << 30, answer: 512 << 20)

  package static func recognises(_ start: FileStart) -> Bool {
    start.bytes.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil && start.rootElement == nil
  }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let layout = PDFLayout(try answer(to: bytes, reading))
    guard layout.pages.contains(where: { !$0.isEmpty }) else {
      throw DictumError(.emptyArticle, "\(reading.key): a PDF without text: pictures of pages need OCR first")
    }
    var metadata = Metadata()
    metadata.title = layout.title
    metadata.author = layout.author
    return [.document(reading.document(PDFText(layout.pages).paragraphs.asText, metadata))]
  }

  private static func answer(to bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [UInt8] {
    do throws(FilterChild.Failure) {
      return try FilterChild.run([tool, "-bbox-layout", "-enc", "UTF-8", "-", "-"], input: bytes, limits: limits)
    } catch {
      switch error {
      case .notStarted(let reason):
        throw DictumError(
          .toolMissing,
          "\(reading.key): PDF is read with `\(tool)`, which cannot be started: \(reason)",
          notes: ["install poppler-utils (Debian) or poppler (Homebrew)"]
        )
      case .timeLimit:
        throw reading.damaged(name, "`\(tool)` was not done with it after \(Int(limits.seconds)) seconds")
      case .answerTooLong: throw reading.damaged(name, "it holds more than \(limits.answer >> 20) MB of text")
      case .ended(let end, let said):
        let complaint = said.split(whereSeparator: \.isNewline).first.map { String($0).collapsed } ?? ""
        throw reading.damaged(name, complaint.isEmpty ? "`\(tool)` ended with \(end)" : complaint)
      }
    }
  }
}
