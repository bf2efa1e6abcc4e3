// bench-plugin-call LIBRARY: what the runner adds to a stage's call with all checks on, and a library to a built-in stage.
import DictumKit
import DictumRuntime
import Foundation

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("bench-plugin-call: \(message)\n".utf8))
  exit(1)
}

/// The declaration of a library, without the loader's checks: Scripts/bench has just built it.
func loadedPlugin(_ path: String) -> Plugin {
  guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL), let symbol = dlsym(library, "dictum_plugin") else {
    fail(dlerror().map { String(cString: $0) } ?? "no entry")
  }
  let receiver = PluginReceiver()
  typealias Entry = @convention(c) (UnsafeMutableRawPointer) -> Void
  unsafeBitCast(symbol, to: Entry.self)(Unmanaged.passUnretained(receiver).toOpaque())
  guard case .success(let plugin)? = receiver.result else { fail("the library declared nothing") }
  return plugin
}

/// A pipeline of the plugin's one stage, as `dictum run` makes it.
func pipeline(of plugin: Plugin) throws -> Pipeline {
  let file = "dictum: 1\nname: note\nstages: [note]\n"
  let plan = try Planner.plan(Array(file.utf8), file: "note.yaml", registry: try Registry([plugin]))
  return try Pipeline(plan, resources: Resources())
}

func stage(of plugin: Plugin) throws -> any Stage {
  var problems: [Diagnostic] = []
  guard let factory = plugin.stages.first else { fail("no stage") }
  return try factory.configure(nil, nil, &problems).make(Resources())
}

/// Nanoseconds for one call. Every call has a document of its own, made before the clock starts.
func time(calls: Int, _ call: (inout Document) throws -> Void) throws -> Double {
  let text = SourceText("A short text.")
  var documents = (0..<calls).map { _ in Document(id: "d", text: text) }
  let elapsed = try documents.withUnsafeMutableBufferPointer { documents in
    try ContinuousClock().measure {
      for index in documents.indices { try call(&documents[index]) }
    }
  }
  guard documents.allSatisfy({ $0.has("note") }) else { fail("a call did nothing") }
  return elapsed / .nanoseconds(1) / Double(calls)
}

guard CommandLine.arguments.count == 2 else { fail("usage: bench-plugin-call LIBRARY") }
let library = loadedPlugin(CommandLine.arguments[1])
let (builtIn, loaded) = (try stage(of: NotePlugin.plugin), try stage(of: library))
let (checked, checkedLoaded) = (try pipeline(of: NotePlugin.plugin), try pipeline(of: library))
let calls = 10_000
var best = (builtIn: Double.infinity, loaded: Double.infinity, run: Double.infinity, runLoaded: Double.infinity)
for _ in 0..<50 {
  best.builtIn = min(best.builtIn, try time(calls: calls) { try builtIn.annotate(&$0) })
  best.loaded = min(best.loaded, try time(calls: calls) { try loaded.annotate(&$0) })
  best.run = min(best.run, try time(calls: calls) { try checked.run(&$0) })
  best.runLoaded = min(best.runLoaded, try time(calls: calls) { try checkedLoaded.run(&$0) })
}
print(
  """
  a stage's call: built in \(Int(best.builtIn)) ns, from a library \(Int(best.loaded)) ns; \
  by the runner, all checks on: \(Int(best.run)) ns and \(Int(best.runLoaded)) ns
  """
)
// In nanoseconds: what Dictum promises of a call.
let limit = 1_000.0
let checking = max(best.run - best.builtIn, best.runLoaded - best.loaded)
guard checking < limit else { fail("the runner adds \(Int(checking)) ns to a call; \(Int(limit)) is the limit") }
let loading = best.loaded - best.builtIn
guard loading < limit else { fail("a library adds \(Int(loading)) ns to a call; \(Int(limit)) is the limit") }
