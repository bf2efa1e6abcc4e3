public import DictumKit

/// The results of analysing documents as they come, in their order: a document, or why it failed.
public struct Analyses<Documents: AsyncSequence>: AsyncSequence where Documents.Element == Document {
  public typealias Element = Result<Document, DictumError>

  private let documents: Documents
  private let jobs: Int
  private let dictum: Dictum

  init(_ documents: Documents, jobs: Int, with dictum: Dictum) {
    self.documents = documents
    self.jobs = Swift.max(1, jobs)
    self.dictum = dictum
  }

  public func makeAsyncIterator() -> Iterator {
    Iterator(documents.makeAsyncIterator(), jobs: jobs, dictum: dictum)
  }

  /// Keeps up to `jobs` documents under way.
  public struct Iterator: AsyncIteratorProtocol {
    private var source: Documents.AsyncIterator
    private let jobs: Int
    private let dictum: Dictum
    private var underWay: [Task<Element, Never>] = []
    private var isLast = false

    fileprivate init(_ source: Documents.AsyncIterator, jobs: Int, dictum: Dictum) {
      self.source = source
      self.jobs = jobs
      self.dictum = dictum
    }

    /// The next result; nil after the last one.
    ///
    /// - Throws: what the sequence of documents throws, `CancellationError`.
    public mutating func next() async throws -> Element? {
      while !isLast, underWay.count < jobs {
        do {
          try Task.checkCancellation()
          guard let document = try await source.next() else {
            isLast = true
            break
          }
          let dictum = dictum
          underWay.append(
            Task.detached {
              do throws(DictumError) {
                return .success(try dictum.analyse(document))
              } catch {
                return .failure(error)
              }
            }
          )
        } catch {
          underWay.forEach { $0.cancel() }
          throw error
        }
      }
      guard !underWay.isEmpty else { return nil }
      return await underWay.removeFirst().value
    }
  }
}
