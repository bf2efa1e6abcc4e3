import DictumKit
import DictumModelFile
import DictumNeural

/// Prints the figures that need no other program.
func printTable(_ store: ModelStore, _ corpus: Corpus, _ options: Options) async throws {
  let path = try store.locate(options.model)
  print("model \(path)")
  for precision in Precision.allCases {
    var loads: [Duration] = []
    for _ in 0..<options.rounds + 1 {
      loads.append(
        try Duration(thread: { () throws(DictumError) in _ = try store.open(options.model, precision: precision) })
      )
    }
    let model = try store.open(options.model, precision: precision)
    let encoder = try Encoder(model)
    let volume = try encode(corpus, encoder)
    var times: [Duration] = []
    var peaks: [Double] = []
    var byWall: [Double] = []
    var byProcessor: [Double] = []
    for _ in 0..<options.rounds {
      peaks.append(productPeak(precision))
      times.append(try Duration(thread: { () throws(DictumError) in _ = try encode(corpus, encoder) }))
      let one = try await workers(1, model, corpus)
      let two = try await workers(2, model, corpus)
      byWall.append(2 * one.wall / two.wall)
      byProcessor.append(4 * one.processor / two.processor)
    }
    let time = median(times.map(\.processor))
    let peak = median(peaks)
    let rate = Double(volume.pieces) / time
    let share = rate * linearOperations(model.config) * 1e-9 / peak
    print(
      """
      \(precision.rawValue)
        one worker: \(Int(Double(volume.words) / time)) words/s, \(Int(rate)) pieces/s (processor time)
        products: \(Int(share * 100)) % of oneDNN's own peak of \(Int(peak)) G/s
        load: first \(milliseconds(loads[0].wall)) ms; then median \(milliseconds(median(loads.map(\.wall)))) ms, \
      best \(milliseconds(loads.map(\.wall).min() ?? 0)) ms, processor \(milliseconds(median(loads.map(\.processor)))) ms
        two workers: \(rounded(median(byWall), 2)) x one by the wall (best \(rounded(byWall.max() ?? 0, 2))), \
      \(rounded(median(byProcessor), 2)) x by processor time
      """
    )
  }
}

/// Prints the peak memory of two workers that encode all texts.
func printMemory(_ store: ModelStore, _ corpus: Corpus, _ options: Options, _ precision: Precision) async throws {
  let model = try store.open(options.model, precision: precision)
  _ = try await workers(2, model, corpus)
  print("\(precision.rawValue): \(Int(peakMemory().rounded())) MB peak with two workers")
}

/// Prints what all taggers mark, tab-separated (text's number, head, type, start and end in UTF-8 bytes), so that the
/// two precisions can be compared with each other and with a gold standard.
func printSpans(_ store: ModelStore, _ corpus: Corpus, _ options: Options, _ precision: Precision) throws {
  let model = try store.open(options.model, precision: precision)
  let encoder = try Encoder(model)
  let taggers = try model.heads.filter { $0.kind == .tagger }.map { try Tagger($0.name, of: model) }
  for (number, text) in corpus.texts.enumerated() {
    let document = try encoder.encode(text.bytes, sentences: text.sentences)
    for tagger in taggers {
      for tagged in try tagger.tag(document, with: encoder) {
        let fields = [tagger.description.name, tagged.type, "\(tagged.span.start)", "\(tagged.span.end)"]
        print(([String(number)] + fields).joined(separator: "\t"))
      }
    }
  }
}

private func milliseconds(_ seconds: Double) -> Double { rounded(seconds * 1000, 1) }

private func rounded(_ value: Double, _ digits: Int) -> Double {
  let factor = digits == 1 ? 10.0 : 100.0
  return (value * factor).rounded() / factor
}
