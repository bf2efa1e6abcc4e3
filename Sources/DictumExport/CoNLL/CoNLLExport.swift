public import DictumCorpus
public import DictumKit

/// Reports as CoNLL-U: ten columns a token, entities and statements in the last one.
public enum CoNLLExport {
  /// Writes one file with all articles that have tokens, in the order of their ids.
  ///
  /// - Parameter report: hears of the reports that cannot be read or have no tokens.
  /// - Returns: how many articles were written.
  /// - Throws: `outputFailed`.
  public static func write(
    _ folder: ReportFolder,
    to path: String,
    jobs: Int,
    report: (DictumError) -> Void
  ) throws(DictumError) -> Int {
    let file = try PartialFile(path)
    let count = try eachReport(of: folder, jobs: jobs, report: report) { read -> Result<[UInt8], DictumError> in
      guard !read.document[.tokens].isEmpty || read.document.text.count == 0 else {
        return .failure(
          DictumError(
            .missingTokens,
            "\(read.id): the report has no tokens",
            notes: ["put `tokens: true` under `report:` in the pipeline and make the reports again"]
          )
        )
      }
      return .success(CoNLLText(read.id, read.document).bytes)
    } write: { (_, bytes) throws(DictumError) in
      try file.write(bytes)
    }
    try file.finish()
    return count
  }
}
