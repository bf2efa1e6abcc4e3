import Synchronization

/// A model file that took part in a run.
public struct ModelIdentity: Sendable, Hashable {
  public let name: String
  /// In lower-case hexadecimal digits.
  public let sha256: String

  /// Names a model file.
  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}

/// What a stage may use while it is made: files by name, and values that stages share (a model is loaded once).
public final class Resources: Sendable {
  /// The folders in which model files are looked for first, in order.
  public let folders: [String]
  private let shared = Mutex<[String: any Sendable]>([:])
  private let used = Mutex<Set<ModelIdentity>>([])

  /// Resources that are looked for in `folders` before the usual places.
  public init(folders: [String] = []) { self.folders = folders }

  /// The value under `key`, made at the first call: two stages that name one model get the same instance.
  ///
  /// Stages are made one after the other, so `make` runs once for a key.
  /// - Throws: what `make` throws.
  public func shared<Value: Sendable>(_ key: String, make: () throws -> Value) throws -> Value {
    if let known: Value = shared(as: key) { return known }
    let made = try make()
    shared.withLock { $0[key] = made }
    return made
  }

  /// The value under `key`, if an earlier stage made or left it.
  public func shared<Value: Sendable>(as key: String) -> Value? { shared.withLock { $0[key] } as? Value }

  /// Leaves a value for later stages, in place of an earlier one.
  public func share(_ value: some Sendable, as key: String) { shared.withLock { $0[key] = value } }

  /// Notes that a model takes part, for the reports.
  public func use(_ model: ModelIdentity) { _ = used.withLock { $0.insert(model) } }

  /// The models in use, by name.
  public var models: [ModelIdentity] { used.withLock { $0 }.sorted { $0.name < $1.name } }
}
