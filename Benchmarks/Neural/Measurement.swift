import CDNNL
import DictumKit
import DictumNeural
import Glibc

/// What something took: by the wall, and of the processor.
///
/// Other work on the machine lengthens the first and hardly the second, so rates are given by processor time.
struct Duration {
  var wall: Double
  var processor: Double

  /// Times `body` on this thread.
  init<Failure: Error>(thread body: () throws(Failure) -> Void) throws(Failure) {
    let wall = Self.clock(CLOCK_MONOTONIC)
    let processor = Self.clock(CLOCK_THREAD_CPUTIME_ID)
    try body()
    self.wall = Self.clock(CLOCK_MONOTONIC) - wall
    self.processor = Self.clock(CLOCK_THREAD_CPUTIME_ID) - processor
  }

  /// Times `body` on all threads of the process.
  init(process body: () async throws -> Void) async throws {
    let wall = Self.clock(CLOCK_MONOTONIC)
    let processor = Self.clock(CLOCK_PROCESS_CPUTIME_ID)
    try await body()
    self.wall = Self.clock(CLOCK_MONOTONIC) - wall
    self.processor = Self.clock(CLOCK_PROCESS_CPUTIME_ID) - processor
  }

  private static func clock(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// The middle value; contended machines give outliers on one side.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}

/// Words and pieces that were encoded.
struct Volume {
  var words = 0
  var pieces = 0
}

/// Encodes all texts once.
func encode(_ corpus: Corpus, _ encoder: Encoder) throws(DictumError) -> Volume {
  var volume = Volume()
  for text in corpus.texts {
    let document = try encoder.encode(text.bytes, sentences: text.sentences)
    volume.words += document.words.count
    volume.pieces += document.pieceSpans.count
  }
  return volume
}

/// The best rate of oneDNN's general product on this machine at this moment: 10^9 multiplications and additions a second.
func productPeak(_ precision: Precision) -> Double {
  omp_set_num_threads(1)
  let rows: Int64 = 768
  let columns: Int64 = 1536
  let inner: Int64 = 1536
  var sums = [Int32](repeating: 0, count: Int(rows * columns))
  var values = [Float](repeating: 0, count: Int(rows * columns))
  let floats = [Float](repeating: 0.5, count: Int(max(rows, columns) * inner))
  let bytes = [UInt8](repeating: 3, count: Int(rows * inner))
  let weights = [Int8](repeating: -2, count: Int(columns * inner))
  var best = Double.infinity
  for _ in 0..<8 {
    let time = Duration(thread: {
      switch precision {
      case .float32:
        // N is 78 in ASCII, T is 84, F is 70: oneDNN takes characters.
        dnnl_sgemm(78, 84, rows, columns, inner, 1, floats, inner, floats, inner, 0, &values, columns)
      case .int8:
        var offset: Int32 = 0
        dnnl_gemm_u8s8s32(
          78,
          84,
          70,
          rows,
          columns,
          inner,
          1,
          bytes,
          inner,
          0,
          weights,
          inner,
          0,
          0,
          &sums,
          columns,
          &offset
        )
      }
    })
    best = min(best, time.processor)
  }
  return 2 * Double(rows * columns * inner) / best * 1e-9
}

/// Multiplications and additions of the encoder's linear layers for one piece.
func linearOperations(_ config: ModelConfig) -> Double {
  2 * Double(config.layers) * Double(4 * config.width * config.width + 2 * config.width * config.feedForward)
}

/// The process's peak resident memory in MB.
func peakMemory() -> Double {
  guard let file = fopen("/proc/self/status", "r") else { return 0 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, Int32(line.count), file) != nil {
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if text.hasPrefix("VmHWM:"), let kilobytes = text.split(whereSeparator: \.isWhitespace).dropFirst().first {
      return (Double(kilobytes) ?? 0) / 1024
    }
  }
  return 0
}

/// Lets some workers encode all texts once each.
func workers(_ count: Int, _ model: Model, _ corpus: Corpus) async throws -> Duration {
  try await Duration(process: {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<count {
        group.addTask { _ = try encode(corpus, try Encoder(model)) }
      }
      try await group.waitForAll()
    }
  })
}
