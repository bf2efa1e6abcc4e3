/// A half-open range of UTF-8 byte offsets into a document's text.
///
/// Every offset inside Dictum is in this unit; a report converts once, to the unit that the pipeline names.
/// Offsets are kept in 32 bits: a text is limited to `SourceText.maximumByteCount`.
public struct TextSpan: Hashable, Sendable {
  @usableFromInline var lower: Int32
  @usableFromInline var upper: Int32

  /// The first byte's offset.
  @inlinable public var start: Int {
    get { Int(lower) }
    set { lower = Int32(newValue) }
  }

  /// The offset after the last byte.
  @inlinable public var end: Int {
    get { Int(upper) }
    set { upper = Int32(newValue) }
  }

  /// Makes a span of UTF-8 byte offsets; `start` must not exceed `end`.
  @inlinable public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "a span ends where it starts or later")
    lower = Int32(start)
    upper = Int32(end)
  }

  /// Makes a span from a range of UTF-8 byte offsets.
  @inlinable public init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }

  /// The empty span at offset 0.
  @inlinable public init() {
    lower = 0
    upper = 0
  }

  /// The number of UTF-8 bytes.
  @inlinable public var count: Int { Int(upper) - Int(lower) }

  /// Whether the span holds no byte.
  @inlinable public var isEmpty: Bool { lower == upper }

  /// The same offsets as a range.
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether the two spans share at least one byte.
  @inlinable public func overlaps(_ other: TextSpan) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// Whether every byte of `other` lies in this span.
  @inlinable public func contains(_ other: TextSpan) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether the byte at `offset` lies in this span.
  @inlinable public func contains(_ offset: Int) -> Bool {
    start <= offset && offset < end
  }

  /// The smallest span that holds both.
  @inlinable public func union(_ other: TextSpan) -> TextSpan {
    TextSpan(start: min(start, other.start), end: max(end, other.end))
  }
}

extension TextSpan: Comparable {
  /// Orders by start, then by end: the order in which layers are kept.
  @inlinable public static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}
