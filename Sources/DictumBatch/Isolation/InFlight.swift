import DictumJSON
import DictumKit
import DictumRuntime
import DictumSystem
import Glibc
import Synchronization

/// Which articles are being analysed, and by which stage, in a file of the out folder that is gone once a batch has
/// ended well. Where the process dies, the file says on what.
///
/// The file is mapped, so that a note is a copy of a hundred bytes. It outlives the process, though not a power cut,
/// which is no article's fault.
final class InFlight: Sendable {
  static let name = "in-flight.jsonl"
  /// Bytes of a line. An article whose key does not fit is not noted.
  private static let width = 8_192

  /// What a line says.
  struct Note: Record {
    var article = ""
    var stage = ""
    /// Whether it ran over the time limit, so that there is no need to try again.
    var isOver = false
    /// Whether the article's file was being opened or taken apart, which no other process does.
    var opens = false

    mutating func visit(_ fields: inout some FieldVisitor) {
      fields.field("over", &isOver, "whether it ran over the time limit")
      fields.field("opens", &opens, "whether its file was being opened or taken apart")
      fields.field("stage", &stage, "the stage that ran; empty while the article is read or its report written")
      fields.field("article", &article, "the article's key in the manifest")
    }
  }

  private struct Lines {
    let base: UnsafeMutableRawPointer
    let length: Int
    var free: [Int]
    /// What each line says, since when its stage has run, and how many bytes it has had.
    var notes: [(note: Note?, since: Double, length: Int)]
  }

  private let path: String
  /// The line of whoever finds the articles; nil in a worker process.
  private let finder: Int?
  private let lines: Mutex<Lines>

  /// Makes the file, which keeps what an earlier run has left of it, until this run has ended well.
  ///
  /// - Parameters:
  ///   - own: lines for this process, besides one for whoever finds the articles.
  ///   - others: lines for its worker processes.
  /// - Throws: `outputFailed`.
  init(folder: String, own: Int, others: Int, suspects: [Note]) throws(DictumError) {
    path = "\(folder)/\(Self.name)"
    finder = own
    let count = Self.firstOther(own) + others
    let length = count * Self.width
    try FileOutput.replace(path, isAlone: true) { [path] (descriptor) throws(DictumError) in
      for _ in 0..<count { try FileOutput.write(Self.line(nil), to: descriptor, name: path) }
      for suspect in suspects { try FileOutput.write(Self.line(suspect), to: descriptor, name: path) }
    }
    lines = Mutex(try Self.map(path, length, lines: Array(0..<own)))
  }

  /// The first line of the worker processes.
  static func firstOther(_ own: Int) -> Int { own + 1 }

  /// One line of a file that another process has made.
  ///
  /// - Throws: `outputFailed`.
  init(folder: String, line: Int) throws(DictumError) {
    path = "\(folder)/\(Self.name)"
    finder = nil
    lines = Mutex(try Self.map(path, (line + 1) * Self.width, lines: [line]))
  }

  deinit {
    lines.withLock { _ = munmap($0.base, $0.length) }
  }

  private static func map(_ path: String, _ length: Int, lines: [Int]) throws(DictumError) -> Lines {
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw DictumError(.outputFailed, "\(path): \(systemMessage())") }
    defer { Glibc.close(descriptor) }
    guard let base = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), base != MAP_FAILED else {
      throw DictumError(.outputFailed, "\(path): \(systemMessage())")
    }
    return Lines(
      base: base,
      length: length,
      free: lines.reversed(),
      notes: Array(repeating: (nil, 0, width - 1), count: length / width)
    )
  }

  /// What runs that died have left in a folder.
  static func left(in folder: String) -> [Note] {
    guard let bytes = try? FileInput.read("\(folder)/\(name)", limit: 1 << 30) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      // A line that the process was writing when it died says nothing.
      try? JSONValue.parse(Array(line)) { object throws(DictumError) in RecordReader.record(Note.self, of: object) }
    }
  }

  /// Notes an article that is begun, does the work and takes the note back.
  ///
  /// - Parameter work: is given what must hear of the stages.
  func note<Result>(_ article: String, _ work: (@escaping StageObserver) -> Result) -> Result {
    var note = Note()
    note.article = article
    guard let line = lines.withLock({ $0.free.popLast() }) else { return work { _ in } }
    write(note, line)
    defer {
      write(nil, line)
      lines.withLock { $0.free.append(line) }
    }
    return work { [self] event in
      var note = note
      if case .begins(let stage) = event { note.stage = stage }
      write(note, line)
    }
  }

  /// Notes a file that is opened or read on; nil when that is done.
  func opens(_ file: String?) {
    guard let finder else { return }
    write(
      file.map { file in
        var note = Note()
        note.article = file
        note.opens = true
        return note
      },
      finder
    )
  }

  /// What a line says that another process writes; it is then empty.
  func take(_ line: Int) -> Note? {
    let bytes = lines.withLock { lines in
      Array(UnsafeRawBufferPointer(start: lines.base + line * Self.width, count: Self.width))
    }
    write(nil, line)
    return try? JSONValue.parse(bytes) { object throws(DictumError) in RecordReader.record(Note.self, of: object) }
  }

  private func write(_ note: Note?, _ line: Int) {
    let bytes = Self.text(of: note)
    lines.withLock { lines in
      let rest = lines.notes[line].length - bytes.count
      let blank = [UInt8](repeating: UInt8(ascii: " "), count: max(0, rest))
      lines.notes[line] = (note, MonotonicClock.now, bytes.count)
      (lines.base + line * Self.width).copyMemory(from: bytes + blank, byteCount: bytes.count + blank.count)
    }
  }

  private static func text(of note: Note?) -> [UInt8] {
    let bytes = note.map { Array(RecordWriter.line($0).dropLast()) } ?? []
    return bytes.count < width ? bytes : []
  }

  private static func line(_ note: Note?) -> [UInt8] {
    let text = text(of: note)
    return text + [UInt8](repeating: UInt8(ascii: " "), count: width - 1 - text.count) + [UInt8(ascii: "\n")]
  }

  /// Ends the process as soon as a stage, or reading the file, takes longer than `seconds`: a thread cannot be stopped.
  ///
  /// - Parameter say: is told what ran too long, before the end.
  func limitStages(to seconds: Double, status: Int32, say: @escaping @Sendable (Note) -> Void) {
    let watch: @Sendable () -> Void = { [weak self] in
      while true {
        usleep(UInt32(min(max(seconds / 20, 0.005), 0.2) * 1e6))
        guard let self else { return }
        guard let (line, found) = over(seconds) else { continue }
        var note = found
        note.isOver = true
        write(note, line)
        say(note)
        _exit(status)
      }
    }
    _ = WorkerThread(watch)
  }

  private func over(_ seconds: Double) -> (Int, Note)? {
    let now = MonotonicClock.now
    return lines.withLock { lines in
      for (line, entry) in lines.notes.enumerated() {
        if let note = entry.note, now - entry.since > seconds { return (line, note) }
      }
      return nil
    }
  }

  /// Removes the file.
  func close() { unlink(path) }
}
