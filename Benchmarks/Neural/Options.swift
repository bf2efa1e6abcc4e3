import DictumKit
import DictumNeural

/// The benchmark's command line.
struct Options {
  var folders: [String] = []
  var model = "standard"
  var texts: String?
  var rounds = 7
  /// Answer commands on standard input instead of printing the table; see `Server`.
  var serve = false
  /// Only print the peak memory of two workers at this precision.
  var memory: Precision?
  /// Only print what all taggers mark in the texts at this precision.
  var spans: Precision?

  init(_ arguments: ArraySlice<String>) throws(DictumError) {
    var rest = Array(arguments)
    func value(_ flag: String) throws(DictumError) -> String {
      guard !rest.isEmpty else { throw DictumError(.usage, "\(flag) needs a value") }
      return rest.removeFirst()
    }
    while !rest.isEmpty {
      let flag = rest.removeFirst()
      switch flag {
      case "--models": folders.append(try value(flag))
      case "--model": model = try value(flag)
      case "--texts": texts = try value(flag)
      case "--serve": serve = true
      case "--memory", "--spans":
        guard let precision = Precision(rawValue: try value(flag)) else {
          throw DictumError(.usage, "\(flag) needs float32 or int8")
        }
        if flag == "--memory" { memory = precision } else { spans = precision }
      case "--rounds":
        guard let number = Int(try value(flag)), number > 0 else {
          throw DictumError(.usage, "--rounds needs a number above 0")
        }
        rounds = number
      default: throw DictumError(.usage, "unknown option \(flag)")
      }
    }
  }
}
