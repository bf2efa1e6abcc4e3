import Synchronization

/// What a stage may use while it is made: files by name, and values that stages share (a model is loaded once).
public final class Resources: Sendable {
  /// The folders in which files are looked for, in order.
  public let folders: [String]
  private let shared = Mutex<[String: any Sendable]>([:])

  /// Resources that are looked for in `folders`.
  public init(folders: [String] = []) { self.folders = folders }

  /// The value under `key`, made at the first call: two stages that name one model get the same instance.
  ///
  /// - Throws: what `make` throws.
  public func shared<Value: Sendable>(_ key: String, make: () throws -> Value) throws -> Value {
    if let known = shared.withLock({ $0[key] }) as? Value { return known }
    let made = try make()
    shared.withLock { $0[key] = made }
    return made
  }
}
