import DictumKit
import DictumNeural

/// The benchmark's command line.
struct Options {
  var folders: [String] = []
  var model = "standard"
  var texts: String?
  var rounds = 7
  /// Where to write the pieces of all windows, so that another program can time the same work.
  var windows: String?
  /// Answer commands on standard input instead of printing the table; see `Server`.
  var serve = false
  /// Only print the peak memory of two workers at this precision.
  var memory: Precision?

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
      case "--write-windows": windows = try value(flag)
      case "--serve": serve = true
      case "--memory":
        guard let precision = Precision(rawValue: try value(flag)) else {
          throw DictumError(.usage, "--memory needs float32 or int8")
        }
        memory = precision
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
