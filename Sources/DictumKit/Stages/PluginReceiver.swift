/// Where a plugin's library, loaded at run time, puts its declaration.
///
/// The library exposes one C function, which `dictum new-stage --package` writes:
///
///     @c(dictum_plugin)
///     public func dictumPlugin(_ receiver: UnsafeMutableRawPointer) {
///       PluginReceiver.receive(receiver) { WordsPlugin.plugin }
///     }
public final class PluginReceiver {
  /// What the library declared or threw; nil before it was asked.
  public private(set) var result: Result<Plugin, any Error>?

  /// A receiver that has nothing yet.
  public init() {}

  /// Puts the declaration, or what `make` throws, into the receiver that the host handed out.
  ///
  /// - Parameter pointer: the receiver, unretained: what the host passes to the library's entry.
  public static func receive(_ pointer: UnsafeMutableRawPointer, _ make: () throws -> Plugin) {
    Unmanaged<PluginReceiver>.fromOpaque(pointer).takeUnretainedValue().result = Result(catching: make)
  }
}
