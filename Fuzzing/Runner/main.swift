// fuzz TARGET [libFuzzer's options, folders and files]. Built by Scripts/fuzz alone.
import CFuzzer
import FuzzTargets
import Glibc

/// The target that the command line names; what libFuzzer calls can hold on to nothing else.
let target = FuzzTargets.all.first { $0.name == CommandLine.arguments.dropFirst().first }

if target == nil {
  print(FuzzTargets.all.map { "\($0.name) \($0.longest)" }.joined(separator: "\n"))
  exit(CommandLine.argc == 1 ? 0 : 2)
}
// A broken pipe to a child that has ended is an error to handle, as in `dictum`.
signal(SIGPIPE, SIG_IGN)
// Models are loaded before the clock for an input runs.
target?.run([])
let arguments = CommandLine.arguments.prefix(1) + CommandLine.arguments.dropFirst(2)
var words = arguments.map { strdup($0) } + [nil]
var count = Int32(words.count - 1)
let status = words.withUnsafeMutableBufferPointer { buffer in
  var base = buffer.baseAddress
  return LLVMFuzzerRunDriver(&count, &base) { data, size in
    target?.run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
  }
}
exit(status)
