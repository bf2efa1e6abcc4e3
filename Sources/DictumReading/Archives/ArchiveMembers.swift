import DictumKit

/// The members of an archive one by one; of a compressed file, what was compressed.
struct ArchiveMembers: FileParts {
  private let input: ArchiveInput
  private let place: ArticlePlace
  private let limit: Int

  init(_ input: ArchiveInput, _ place: ArticlePlace, limit: Int) {
    self.input = input
    self.place = place
    self.limit = limit
  }

  var position: Int? { input.position }

  mutating func next() -> FilePart {
    do throws(DictumError) {
      guard let member = try input.next() else { return .end(nil) }
      return member.isWhole ? try whole() : try bytes(of: member)
    } catch {
      return .end(error)
    }
  }

  private func bytes(of member: ArchiveInput.Member) throws(DictumError) -> FilePart {
    do throws(DictumError) {
      let bytes = try input.bytes(limit: limit, member: place.member(member.name).name)
      return .file(name: member.name, bytes: bytes, url: nil)
    } catch {
      guard error.diagnostics.first?.code == .textTooLong else { throw error }
      return .article(number: nil, .fault(error))
    }
  }

  private func whole() throws(DictumError) -> FilePart {
    var start: [UInt8] = []
    var block = [UInt8](repeating: 0, count: FileStart.length)
    while start.count < FileStart.length {
      let count = try input.read(into: &block)
      if count == 0 { break }
      start += block[..<count]
    }
    let format = ArticleFormats.format(of: FileStart(start, name: place.fileName))
    if let streamed = format as? any StreamedFormat.Type {
      return .stream(streamed.parts(of: MemberBytes(input, start: start), name: place.name, limit: limit))
    }
    // Looked into again, it would be found to be an archive again.
    guard input.isCompressed else {
      throw DictumError(.damagedArchive, "\(place.name): it begins like a compressed file and is none")
    }
    let rest = try input.bytes(limit: max(0, limit - start.count), member: place.name)
    return .whole(start + rest)
  }
}
