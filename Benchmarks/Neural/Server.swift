import DictumKit
import DictumModelFile
import DictumNeural
import Glibc

/// Times single rounds on request, so that another program can take turns with it on the same machine.
///
/// Commands on standard input, one a line, each answered by one line: `encode float32`, `encode int8` (processor
/// seconds for all texts), `peak float32`, `peak int8` (10^9 operations a second), `volume` (words and pieces), `windows` (the pieces
/// of all windows and their shapes as JSON), `sentences` (the same, each sentence a window of its own).
struct Server {
  private let corpus: Corpus
  private let encoders: [Precision: Encoder]

  init(_ store: ModelStore, _ corpus: Corpus, _ options: Options) throws(DictumError) {
    self.corpus = corpus
    var encoders: [Precision: Encoder] = [:]
    for precision in Precision.allCases {
      encoders[precision] = try Encoder(store.open(options.model, precision: precision))
    }
    self.encoders = encoders
  }

  func run() throws(DictumError) {
    while let line = readLine() {
      let words = line.split(separator: " ")
      let precision = words.count > 1 ? Precision(rawValue: String(words[1])) : nil
      switch (words.first, precision) {
      case ("encode", let precision?):
        guard let encoder = encoders[precision] else { continue }
        print(try Duration(thread: { () throws(DictumError) in _ = try encode(corpus, encoder) }).processor)
      case ("peak", let precision?): print(productPeak(precision))
      case ("volume", _):
        guard let encoder = encoders[.int8] else { continue }
        let volume = try encode(corpus, encoder)
        print(volume.words, volume.pieces)
      case ("windows", _): print(rows(sentenceWise: false))
      case ("sentences", _): print(rows(sentenceWise: true))
      default: print("unknown command")
      }
      fflush(nil)
    }
  }

  /// `[[[ids], [shapes]], …]`.
  private func rows(sentenceWise: Bool) -> String {
    guard let encoder = encoders[.int8] else { return "[]" }
    var parts: [String] = []
    for text in corpus.texts {
      for window in encoder.inputs(text.bytes, sentences: text.sentences, sentenceWise: sentenceWise) {
        parts.append("[\(window.ids),\(window.shapes)]")
      }
    }
    return "[\(parts.joined(separator: ","))]"
  }
}
