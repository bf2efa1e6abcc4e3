import DictumKit
import DictumLinear
import DictumModelFile
import DictumNeural
import Glibc

extension FuzzTargets {
  /// A model file, read as an encoder and as a linear model. One that is taken must work.
  static let model = FuzzTarget("model", longest: 1 << 16) { bytes in
    guard let folder = TemporaryModel(bytes) else { return }
    defer { folder.remove() }
    let store = ModelStore(folders: [folder.path])
    if let tables = try? store.tables("m") { _ = try? LinearModel(tables, labels: 3) }
    guard let model = try? store.open("m") else { return }
    let text = SourceText("Ann said nothing new. 😀")
    _ = try? EncoderPool(model).withEncoder { encoder throws(DictumError) in
      try encoder.encode(text.bytes, sentences: [text.span])
    }
  }
}

/// A folder with one model in it.
private struct TemporaryModel {
  let path: String
  private var file: String { path + "/m.safetensors" }

  init?(_ bytes: [UInt8]) {
    var template = Array("\(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")/dictum-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let stream = fopen(file, "w") else { return nil }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
  }

  func remove() {
    unlink(file)
    rmdir(path)
  }
}
