package import DictumKit
import DictumRuntime

/// Reads the reports of a folder on several threads, makes something of each, and hands that on in order.
///
/// - Parameters:
///   - report: hears of the reports that cannot be read.
///   - write: gets an article's id and what was made of its report.
/// - Returns: how many were handed on.
package func eachReport<Made: Sendable>(
  of folder: ReportFolder,
  jobs: Int,
  report: (DictumError) -> Void,
  make: @escaping @Sendable (ReadReport) -> Result<Made, DictumError>,
  write: (String, Made) throws(DictumError) -> Void
) throws(DictumError) -> Int {
  try eachReport(folder.reports.map { ($0, ()) }, jobs: jobs, report: report) { read, _ in
    make(read)
  } write: { (place, made) throws(DictumError) in
    try write(place.id, made)
  }
}

/// The same with something that `make` gets beside each report.
package func eachReport<Context: Sendable, Made: Sendable>(
  _ reports: [(ReportFolder.Place, Context)],
  jobs: Int,
  report: (DictumError) -> Void,
  make: @escaping @Sendable (ReadReport, Context) -> Result<Made, DictumError>,
  write: (ReportFolder.Place, Made) throws(DictumError) -> Void
) throws(DictumError) -> Int {
  let reader = ReportReader()
  var left = reports[...]
  var count = 0
  try OrderedWorkers(jobs: jobs).run {
    left.popFirst()
  } work: { (place, context) -> (ReportFolder.Place, Result<Made, DictumError>)? in
    switch reader.read(place) {
    case .report(let read): (place, make(read, context))
    case .unreadable(let error): (place, .failure(error))
    case .failure, .known: nil
    }
  } take: { (made) throws(DictumError) in
    switch made {
    case .some((let place, .success(let made))):
      try write(place, made)
      count += 1
    case .some((_, .failure(let error))): report(error)
    case nil: break
    }
  }
  return count
}
