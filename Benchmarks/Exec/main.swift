// bench-exec: how much text an exec stage moves through its pipe, with a Python child that parses every line.
import DictumKit
import Exec
import Foundation

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("bench-exec: \(message)\n".utf8))
  exit(1)
}

let script = """
  import json, sys
  for line in sys.stdin:
      text = json.loads(line)["text"]
      print(json.dumps({"counts": [{"label": "length", "value": len(text), "start": 0, "end": len(text)}]}), flush=True)
  """
let key = LayerKey<Finding>("counts", "")
let sentence = "“We are ready,” the minister said in Zürich on Tuesday, before the talks began. "

func measure(_ bytes: Int, _ documents: Int) throws -> Double {
  var settings = ExecSettings()
  settings.command = ExecCommand(words: ["python3", "-c", script], folder: "")
  settings.provides = [key.name]
  let stage = try ExecStage(settings: settings, resources: Resources())
  let text = SourceText(String(repeating: sentence, count: bytes / sentence.utf8.count))
  // The first document waits for Python's own start.
  var first = Document(id: "first", text: text)
  try stage.annotate(&first)
  let start = ContinuousClock.now
  for number in 0..<documents {
    var document = Document(id: "\(number)", text: text)
    try stage.annotate(&document)
    guard document[key].first?.span == text.span else { fail("the child's answer is not about the whole text") }
  }
  let elapsed = ContinuousClock.now - start
  let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  return Double(text.count * documents) / 1e6 / seconds
}

for (bytes, documents) in [(4_000, 5_000), (100_000, 600), (4_000_000, 20)] {
  let rate = try measure(bytes, documents)
  print("exec, documents of \(bytes / 1_000) kB: \(Int(rate)) MB/s")
  guard bytes < 100_000 || rate >= 20 else { fail("\(Int(rate)) MB/s; 20 is the least") }
}
