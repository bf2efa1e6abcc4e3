import DictumKit

extension DictumError {
  /// The same error, saying which file or article it is about.
  func named(_ file: String) -> DictumError {
    DictumError(
      diagnostics.map { diagnostic in
        guard diagnostic.location == nil, !diagnostic.message.contains(file) else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.message = "\(file): \(diagnostic.message)"
        return diagnostic
      }
    )
  }
}
