import DictumCorpus
import DictumKit
import DictumRuntime

/// Reads the reports of a folder on several threads, makes something of each, and hands that on in order.
///
/// - Returns: how many were handed on.
func eachReport<Made: Sendable>(
  of folder: ReportFolder,
  jobs: Int,
  report: (DictumError) -> Void,
  make: @escaping @Sendable (ReadReport) -> Result<Made, DictumError>,
  write: (String, Made) throws(DictumError) -> Void
) throws(DictumError) -> Int {
  let reader = ReportReader()
  var places = folder.reports[...]
  var count = 0
  try OrderedWorkers(jobs: jobs).run {
    places.popFirst()
  } work: { place -> (String, Result<Made, DictumError>)? in
    switch reader.read(place) {
    case .report(let read): (place.id, make(read))
    case .unreadable(let error): (place.id, .failure(error))
    case .failure, .known: nil
    }
  } take: { (made) throws(DictumError) in
    switch made {
    case .some((let id, .success(let made))):
      try write(id, made)
      count += 1
    case .some((_, .failure(let error))): report(error)
    case nil: break
    }
  }
  return count
}
