// bench-plugin-call LIBRARY: what a call of a stage from a library costs over the same stage built in.
import DictumKit
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

func stage(of plugin: Plugin) throws -> any Stage {
  var problems: [Diagnostic] = []
  guard let factory = plugin.stages.first else { fail("no stage") }
  return try factory.configure(nil, nil, &problems).make(Resources())
}

/// Nanoseconds for one call, over a fresh document, with or without the runner's check of what the stage wrote.
func time(_ stage: any Stage, calls: Int, checks: Bool = false) throws -> Double {
  let check = ContractCheck(
    stage: "note",
    contract: StageContract(provides: [NoteStage.key]),
    layers: StandardLayers.all + [NoteStage.key]
  )
  let text = SourceText("A short text.")
  var documents = Array(repeating: Document(id: "d", text: text), count: calls)
  let start = ContinuousClock.now
  for index in documents.indices {
    let before = documents[index].revisions
    try stage.annotate(&documents[index])
    if checks { try check.verify(documents[index], since: before) }
  }
  let elapsed = ContinuousClock.now - start
  guard documents.allSatisfy({ $0.has("note") }) else { fail("a call did nothing") }
  return Double(elapsed.components.attoseconds) / 1e9 / Double(calls) + Double(elapsed.components.seconds) * 1e9
    / Double(calls)
}

guard CommandLine.arguments.count == 2 else { fail("usage: bench-plugin-call LIBRARY") }
let builtIn = try stage(of: NotePlugin.plugin)
let loaded = try stage(of: loadedPlugin(CommandLine.arguments[1]))
var best = (builtIn: Double.infinity, loaded: Double.infinity, checked: Double.infinity)
for _ in 0..<30 {
  best.builtIn = min(best.builtIn, try time(builtIn, calls: 10_000))
  best.checked = min(best.checked, try time(builtIn, calls: 10_000, checks: true))
  best.loaded = min(best.loaded, try time(loaded, calls: 10_000))
}
let difference = best.loaded - best.builtIn
print(
  "a stage's call: built in \(Int(best.builtIn)) ns, from a library \(Int(best.loaded)) ns, checked \(Int(best.checked)) ns"
)
let checking = best.checked - best.builtIn
guard checking < 1_000 else { fail("checking a call costs \(Int(checking)) ns more; 1000 is the limit") }
guard difference < 1_000 else { fail("a library's call costs \(Int(difference)) ns more; 1000 is the limit") }
