public import DictumCorpus
public import DictumKit
import DictumSystem

/// Reports as brat's stand-off files: `ID.txt`, `ID.ann`, and the `annotation.conf` that brat needs to show them.
public enum BratExport {
  /// Writes a folder of files; those of the same names are written over.
  ///
  /// - Parameter report: hears of the reports that cannot be read.
  /// - Returns: how many articles were written.
  /// - Throws: `outputFailed`.
  public static func write(
    _ folder: ReportFolder,
    to path: String,
    jobs: Int,
    report: (DictumError) -> Void
  ) throws(DictumError) -> Int {
    try FileOutput.makeFolder(path)
    try FileOutput.replace("\(path)/annotation.conf", with: Array(BratAnnotations.configuration.utf8), isAlone: true)
    return try eachReport(of: folder, jobs: jobs, report: report) { read in
      .success((text: BratAnnotations.text(read.document), annotations: BratAnnotations(read.document).bytes))
    } write: { (id, made) throws(DictumError) in
      let file = "\(path)/\(name(id))"
      if let slash = file.lastIndex(of: "/") { try FileOutput.makeFolder(String(file[..<slash])) }
      try FileOutput.replace("\(file).txt", with: made.text, isAlone: true)
      try FileOutput.replace("\(file).ann", with: made.annotations, isAlone: true)
    }
  }

  /// An id as a file's name: it stays below the folder.
  private static func name(_ id: String) -> String {
    id.split(separator: "/").map { $0 == "." || $0 == ".." ? "_" : String($0) }.joined(separator: "/")
  }
}
