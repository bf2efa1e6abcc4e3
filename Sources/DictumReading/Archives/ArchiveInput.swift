import CArchive
package import DictumKit
import DictumSystem

/// A file as libarchive reads it: the members of an archive one after the other, or, of a file that is none, the file
/// itself; in either case decompressed.
///
/// A class because libarchive's handle must be freed once.
package final class ArchiveInput {
  /// Guards against bombs: an archive may grow by this factor once it has given more than `freely` bytes.
  private static let growth = 200
  private static let freely = 64 << 20

  /// A member; `isWhole` where the file is no archive, and the member is what it holds.
  package struct Member {
    package let name: String
    package let isWhole: Bool
  }

  private let handle: OpaquePointer
  private let name: String
  private var given = 0
  /// Keeps the bytes that libarchive reads from.
  private let buffer: UnsafeMutableRawBufferPointer?

  /// Opens a file; `name` is what messages call it.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`, `damagedArchive`.
  package init(path: String, name: String) throws(DictumError) {
    self.name = name
    buffer = nil
    handle = try Self.made(name)
    // libarchive's own words for a missing file are those of the system with a path in them.
    try FileAccess.check(path, name: name)
    guard SystemName.withPath(path, { archive_read_open_filename(handle, $0, 1 << 17) }) == ARCHIVE_OK else {
      throw failure
    }
  }

  /// Opens an archive that is in memory.
  ///
  /// - Throws: `damagedArchive`.
  package init(bytes: [UInt8], name: String) throws(DictumError) {
    self.name = name
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    copy.copyBytes(from: bytes)
    buffer = copy
    handle = try Self.made(name)
    guard archive_read_open_memory(handle, copy.baseAddress, bytes.count) == ARCHIVE_OK else { throw failure }
  }

  private static func made(_ name: String) throws(DictumError) -> OpaquePointer {
    guard let handle = archive_read_new() else { throw DictumError(.fileUnreadable, "\(name): no memory to read it") }
    archive_read_support_filter_all(handle)
    // Not all of them: libarchive's WARC leaves pages out whose address ends with a slash, and mtree is no archive.
    archive_read_support_format_zip(handle)
    archive_read_support_format_tar(handle)
    archive_read_support_format_7zip(handle)
    archive_read_support_format_rar(handle)
    archive_read_support_format_rar5(handle)
    archive_read_support_format_cpio(handle)
    archive_read_support_format_raw(handle)
    archive_read_support_format_empty(handle)
    return handle
  }

  deinit {
    archive_read_free(handle)
    buffer?.deallocate()
  }

  /// How many bytes of the file itself have been read.
  package var position: Int { Int(archive_filter_bytes(handle, -1)) }

  /// Whether what comes out is something else than what went in. Known once a member has been asked for.
  var isCompressed: Bool { archive_filter_count(handle) > 1 }

  /// The next member that is a file; nil at the end.
  ///
  /// - Throws: `damagedArchive`.
  package func next() throws(DictumError) -> Member? {
    while true {
      var entry: OpaquePointer?
      let code = archive_read_next_header(handle, &entry)
      if code == ARCHIVE_EOF { return nil }
      guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { throw failure }
      let isWhole = archive_format(handle) == ARCHIVE_FORMAT_RAW
      guard isWhole || archive_entry_filetype(entry) == 0o100000 else { continue }
      if archive_entry_is_encrypted(entry) != 0 {
        throw DictumError(.damagedArchive, "\(name): its members are encrypted")
      }
      let path = archive_entry_pathname(entry).map { SystemName.string($0) } ?? "member"
      return Member(name: Self.inner(path), isWhole: isWhole)
    }
  }

  /// Fills the block from the member and returns how many bytes it holds; 0 at the member's end.
  ///
  /// - Throws: `damagedArchive`.
  package func read(into block: inout [UInt8]) throws(DictumError) -> Int {
    let count = block.withUnsafeMutableBytes { archive_read_data(handle, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw failure }
    given += count
    if given > Self.freely, given / Self.growth > max(1, position) {
      throw DictumError(
        .damagedArchive,
        "\(name): it unpacks to more than \(Self.growth) times its size, as no articles do; the rest is not read"
      )
    }
    return count
  }

  /// All of the member.
  ///
  /// - Throws: `damagedArchive`, `textTooLong`.
  package func bytes(limit: Int, member: String) throws(DictumError) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var bytes: [UInt8] = []
    while true {
      let count = try read(into: &block)
      if count == 0 { return bytes }
      bytes.append(contentsOf: block[..<count])
      guard bytes.count <= limit else {
        throw DictumError(.textTooLong, "\(member): more than \(limit) bytes when decompressed, which is the limit")
      }
    }
  }

  private var failure: DictumError {
    let reason = archive_error_string(handle).map { String(cString: $0) } ?? "it cannot be read"
    return DictumError(.damagedArchive, "\(name): \(reason)")
  }

  /// A member's path without what would lead out of the archive.
  private static func inner(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return parts.isEmpty ? "member" : parts.joined(separator: "/")
  }
}
