public import DictumKit
import Glibc
public import PluginStamp

/// A plugin from a library outside the tree.
public struct LoadedPlugin: Sendable {
  public let plugin: Plugin
  /// The library's real path.
  public let file: String
}

/// Loads plugins' libraries, once their stamps are known to fit.
public struct PluginLoader: Sendable {
  public static let entry = "dictum_plugin"

  /// The stamp of this program.
  public let stamp: PluginStamp
  public let path: PluginPath

  /// A loader for the program that carries `stamp`.
  public init(stamp: PluginStamp, path: PluginPath) {
    self.stamp = stamp
    self.path = path
  }

  /// Loads a library.
  ///
  /// The stamp is read from the file. Only when it fits is the library opened: opening runs its initialisers, and a
  /// Swift library that was built for other layouts must not run at all.
  /// - Throws: `pluginNotFound`, `pluginNotALibrary`, `pluginWithoutStamp`, `pluginStale`, `pluginNotLoadable`,
  ///   `pluginFailed`.
  public func load(_ file: String) throws(DictumError) -> LoadedPlugin {
    guard let resolved = realpath(file, nil) else {
      throw DictumError(
        .pluginNotFound,
        "the plugin \(file) does not exist",
        notes: ["build and install one with `dictum plugin build FOLDER`"]
      )
    }
    let real = String(cString: resolved)
    free(resolved)
    try check(real)
    // The library stays open until the process ends: its code may be on any worker's stack.
    guard let library = dlopen(real, RTLD_NOW | RTLD_LOCAL) else { throw notLoadable(real, Self.loaderMessage) }
    guard let symbol = dlsym(library, Self.entry) else {
      throw notLoadable(real, "it has no function `\(Self.entry)`; `dictum new-stage --package` shows how to write it")
    }
    typealias Entry = @convention(c) (UnsafeMutableRawPointer) -> Void
    let receiver = PluginReceiver()
    // `dlsym` gives an address and no type; the stamp says that the library has a function of this one.
    unsafeBitCast(symbol, to: Entry.self)(Unmanaged.passUnretained(receiver).toOpaque())
    switch receiver.result {
    case .success(let plugin): return LoadedPlugin(plugin: plugin, file: real)
    case .failure(let error): throw failed(real, error)
    case nil: throw notLoadable(real, "its `\(Self.entry)` declared nothing")
    }
  }

  private func check(_ file: String) throws(DictumError) {
    let found: PluginStamp?
    do throws(ELFSection.Failure) {
      found = PluginStamp(bytes: try ELFSection.read(PluginStamp.section, ofFile: file))
    } catch .notELF {
      throw DictumError(
        .pluginNotALibrary,
        "\(file) is not a shared library",
        notes: ["name the .so file that `dictum plugin build` made"]
      )
    } catch .otherMachine(let machine) {
      throw DictumError(
        .pluginStale,
        "\(file) is a library for \(machine), and this Dictum runs on \(ELFSection.machineName)",
        notes: ["build it on this machine with `dictum plugin build FOLDER`, FOLDER being the plugin's package"]
      )
    } catch {
      found = nil
    }
    guard let found else {
      throw DictumError(
        .pluginWithoutStamp,
        "\(file) carries no Dictum stamp and was not loaded",
        notes: ["build it with `dictum plugin build FOLDER`, or take it out of the plugin path"]
      )
    }
    if found != stamp {
      throw DictumError(
        .pluginStale,
        "\(file) was built for another Dictum and was not loaded",
        notes: [
          "the plugin: \(found.description)", "this Dictum: \(stamp.description)",
          "rebuild it with `dictum plugin build FOLDER`, FOLDER being the plugin's package",
        ]
      )
    }
  }

  private static var loaderMessage: String { dlerror().map { String(cString: $0) } ?? "no reason was given" }

  private func notLoadable(_ file: String, _ reason: String) -> DictumError {
    DictumError(
      .pluginNotLoadable,
      "\(file) could not be loaded: \(reason)",
      notes: ["rebuild it with `dictum plugin build FOLDER`, or take it out of the plugin path"]
    )
  }

  private func failed(_ file: String, _ error: any Error) -> DictumError {
    let reason = (error as? DictumError)?.summary ?? "\(error)"
    return DictumError(
      .pluginFailed,
      "the plugin \(file) failed while it was loaded: \(reason)",
      notes: ["fix the cause, or take the plugin out of the plugin path and the pipeline"]
    )
  }
}
