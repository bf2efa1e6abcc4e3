public import DictumKit
import Synchronization

/// Encoders of one model for any number of workers: each call borrows one, so that only as many exist as ever ran at
/// the same time.
public final class EncoderPool: Sendable {
  public let model: Model
  private let idle = Mutex<[Loan]>([])

  // An encoder is in the list or with the one call that took it out, never with two threads.
  private struct Loan: @unchecked Sendable {
    let encoder: Encoder
  }

  /// An empty pool; encoders are made when they are needed.
  public init(_ model: Model) { self.model = model }

  /// Lends an encoder to `body`, which must not keep it.
  ///
  /// - Throws: `engineFailed`, and what `body` throws.
  public func withEncoder<Result>(_ body: (Encoder) throws(DictumError) -> Result) throws(DictumError) -> Result {
    let known = idle.withLock { $0.popLast() }
    let loan = if let known { known } else { Loan(encoder: try Encoder(model)) }
    defer { idle.withLock { $0.append(loan) } }
    return try body(loan.encoder)
  }
}
