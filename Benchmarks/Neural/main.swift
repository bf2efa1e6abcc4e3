import DictumKit
import DictumModelFile
import DictumNeural
import Glibc

// Times Dictum's encoder. `neural_onnx.py` runs this beside ONNX Runtime; `make bench-neural` runs both.
//
// bench-neural --models FOLDER [--model NAME] [--texts FOLDER] [--rounds N] [--memory PRECISION] [--spans PRECISION]
//   [--serve]

do {
  let options = try Options(CommandLine.arguments.dropFirst())
  let store = ModelStore(folders: options.folders)
  let corpus = try Corpus(options)
  if let precision = options.memory {
    try await printMemory(store, corpus, options, precision)
  } else if let precision = options.spans {
    try printSpans(store, corpus, options, precision)
  } else if options.serve {
    try Server(store, corpus, options).run()
  } else {
    try await printTable(store, corpus, options)
  }
} catch let error as DictumError {
  let message = Array("\(error)\n".utf8)
  write(STDERR_FILENO, message, message.count)
  exit(1)
}
