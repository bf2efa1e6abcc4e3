import DictumCorpus
import DictumKit
import DictumPages
import DictumReports
import DictumSystem
import Glibc

/// `dictum view`: pages for people.
enum ViewCommand: Command {
  static let name = "view"
  static let summary = "Make a page of reports, or a site of a folder of reports, for reading."
  static let operands = "REPORT… -o PAGE.html, or FOLDER -o SITE/"
  static let out = Option("--out", "PATH", "The page or the site's folder to write; also -o.")
  static let title = Option("--title", "TEXT", "The site's name (the folder's).")
  static let options = [out, title, .people, .jobs]
  static func usesPlugins(_ arguments: Arguments) -> Bool { false }
  static let discussion = """
    REPORT is a JSON report that has its text (`report: { text: true }`), or a file of report lines. The page is one file
    that needs no network: the article with its people, statements and positions marked, and a list of who is heard.

    Of a FOLDER of reports, such as `dictum batch` makes, view writes a site: who is heard most, where they stand, who
    backs and blames whom, articles by date, search over statements, and each article's page. Names are joined across
    articles as `dictum export` joins them, with your own people first. It opens from the disk (SITE/index.html) and works
    on any web server.

      dictum run Pipelines/news.yaml article.txt --out reports
      dictum view reports/article.json -o page.html
      dictum view reports -o site
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard let first = arguments.positionals.first, let path = arguments.value(out) else {
      throw DictumError(.usage, "view needs reports and `-o PATH`", notes: ["see `dictum help view`"])
    }
    if isFolder(first) {
      guard arguments.positionals.count == 1 else {
        throw DictumError(.usage, "view takes one folder, or report files, not both")
      }
      return try site(first, path, arguments, session)
    }
    var documents: [Document] = []
    for file in arguments.positionals { documents += try ReportFile.documents(file) }
    try FileOutput.replace(path, with: ArticlePage(documents).html)
    return .success
  }

  private static func site(
    _ folder: String,
    _ out: String,
    _ arguments: Arguments,
    _ session: Session
  ) throws(DictumError) -> ExitCode {
    var options = CorpusSite.Options(
      name: arguments.value(title) ?? folder.split(separator: "/").last.map(String.init) ?? folder
    )
    options.people = try arguments.people()
    options.jobs = try arguments.count(.jobs) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let result = try CorpusSite(ReportFolder(folder), out: out, options: options).write { session.complain($0) }
    guard result.articles > 0 else {
      throw DictumError(.invalidDocument, "\(folder): no report with its text was found")
    }
    try session.print("\(result.articles) articles: open \(out)/index.html")
    return result.failed > 0 ? .someFailed : .success
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
