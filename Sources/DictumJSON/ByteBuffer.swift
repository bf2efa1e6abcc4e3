/// Bytes in memory that grows at its end.
struct ByteBuffer {
  /// Owns the memory; shared by copies of the buffer.
  private final class Block {
    let start: UnsafeMutablePointer<UInt8>
    init(_ capacity: Int) { start = .allocate(capacity: capacity) }
    deinit { start.deallocate() }
  }

  private var block: Block
  private var start: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity: Int

  init(capacity: Int) {
    block = Block(capacity)
    start = block.start
    self.capacity = capacity
  }

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if count + bytes.count > capacity { grow(by: bytes.count) }
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = Block(capacity)
    larger.start.update(from: start, count: count)
    block = larger
    start = larger.start
  }
}
