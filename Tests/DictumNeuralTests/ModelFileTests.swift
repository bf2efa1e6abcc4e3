import DictumKit
import Foundation
import Testing

@testable import DictumModelFile
@testable import DictumNeural

/// What a user sees when a model file is missing or broken.
@Suite struct ModelFileTests {
  let tiny = TinyModel()

  private func code(of bytes: [UInt8], sha256: String? = nil) throws -> String? {
    let file = try TemporaryFile(bytes)
    do throws(DictumError) {
      _ = try Model(path: file.path, sha256: sha256)
      return nil
    } catch {
      #expect(error.summary.contains("/"), "the message names the file")
      return error.diagnostics.first?.code.id
    }
  }

  private func code(after change: (inout TinyModel) -> Void) throws -> String? {
    var changed = tiny
    change(&changed)
    return try code(of: changed.bytes())
  }

  @Test func aSoundFileOpens() throws {
    #expect(try code(of: tiny.bytes()) == nil)
  }

  @Test func truncatedFilesAreDamaged() throws {
    let bytes = try tiny.bytes()
    for count in [1, 7, 8, 9, 500, bytes.count / 2, bytes.count - 1] {
      #expect(try code(of: Array(bytes[..<count])) == "D403", "\(count) bytes")
    }
    #expect(try code(of: []) == "D403")
    #expect(try code(of: bytes + [0]) == "D403")
  }

  @Test func missingOrMisshapenTensorsAreNamed() throws {
    #expect(try code { $0.tensors["encoder.layers.1.attention.qkv.bias"] = nil } == "D404")
    #expect(try code { $0.tensors["encoder.embeddings.norm.bias"]?.shape = [1, 32] } == "D404")
    #expect(try code { $0.tensors["heads.mood.output.bias"]?.type = .i32 } == "D404")
    #expect(try code { $0.metadata["dictum.config"] = "{}" } == "D404")
    #expect(try code { $0.metadata["dictum.config"] = nil } == "D404")
    #expect(try code { $0.tensors["tokenizer.vocabulary"] = nil } == "D404")
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func numbersThatAreNotFiniteAreFound(value: Float) throws {
    for name in ["encoder.embeddings.norm.bias", "encoder.layers.0.feed_forward.up.scale", "heads.people.shape.weight"]
    {
      let found = try code { model in
        withUnsafeBytes(of: value) { model.tensors[name]?.bytes.replaceSubrange(8..<12, with: $0) }
      }
      #expect(found == "D405", "\(name)")
    }
  }

  @Test func anotherChecksumIsRefused() throws {
    let bytes = try tiny.bytes()
    let digest = try bytes.withUnsafeBytes { try Checksum.sha256($0) }
    #expect(try code(of: bytes, sha256: digest) == nil)
    #expect(try code(of: bytes, sha256: String(digest.reversed())) == "D406")
  }

  @Test func theDigestIsThatOfFIPS180() throws {
    let digest = try Array("abc".utf8).withUnsafeBytes { try Checksum.sha256($0) }
    #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func otherVersionsAndHeadsAreRefused() throws {
    #expect(try code { $0.metadata["dictum.format"] = "2" } == "D407")
    #expect(try code { $0.metadata["dictum.heads"] = #"[{"name":"x","kind":"oracle","labels":["a"]}]"# } == "D407")
  }

  @Test func aHeadThatTheModelLacksIsNamed() throws {
    let model = try tiny.open(.int8)
    #expect(throws: DictumError.self) { try Tagger("entities", of: model) }
    #expect(throws: DictumError.self) { try Tagger("stance", of: model) }
  }

  @Test func theStoreFindsVerifiesAndReports() throws {
    let bytes = try tiny.bytes()
    let file = try TemporaryFile(bytes, name: "tiny.safetensors")
    let store = ModelStore(folders: [file.folder], executable: "/nowhere/bin/dictum")
    #expect(try store.open("tiny").name == "tiny")
    let list = URL(fileURLWithPath: file.folder + "/" + ModelStore.checksumFile)
    let digest = try bytes.withUnsafeBytes { try Checksum.sha256($0) }
    try Data("\(digest)  tiny.safetensors\n".utf8).write(to: list)
    #expect(try store.open("tiny").name == "tiny")
    try Data("\(String(repeating: "0", count: 64)) *tiny.safetensors\n".utf8).write(to: list)
    let wrong = #expect(throws: DictumError.self) { try store.open("tiny") }
    #expect(wrong?.diagnostics.first?.code == .modelChecksum)
    let missing = #expect(throws: DictumError.self) { try store.open("huge") }
    #expect(missing?.diagnostics.first?.code == .modelNotFound)
    #expect(missing?.description.contains("/nowhere/bin/../share/dictum/models/huge.safetensors") == true)
  }

  /// Thousands of damaged files: each opens or gives a coded error.
  @Test func damagedFilesNeverCrash() throws {
    let sound = try tiny.bytes()
    let headerEnd = 8 + Int(sound[0]) + Int(sound[1]) << 8
    var state: UInt64 = 11
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let folder = try TemporaryFile([0])
    let path = folder.folder + "/fuzzed.safetensors"
    let tokens = [
      "\"", "{", "}", "[", "]", ",", ":", "-1", "0", "9223372036854775807", "1e9", "\"F32\"", "\"I8\"", "null",
    ]
    var refused = 0
    for round in 0..<2400 {
      var bytes = sound
      switch round % 4 {
      case 0:  // A byte of the header.
        bytes[pick(headerEnd)] = UInt8(pick(256))
      case 1:  // A piece of JSON over another.
        let token = Array(tokens[pick(tokens.count)].utf8)
        let at = 8 + pick(headerEnd - 8 - token.count)
        bytes.replaceSubrange(at..<at + token.count, with: token)
      case 2:  // A number of the header.
        let digits = (8..<headerEnd).filter { (0x30...0x39).contains(bytes[$0]) }
        for _ in 0..<1 + pick(3) { bytes[digits[pick(digits.count)]] = UInt8(0x30 + pick(10)) }
      default:  // Any bytes, or an end cut off.
        if pick(2) == 0 { bytes.removeLast(1 + pick(bytes.count - 1)) }
        for _ in 0..<pick(8) { bytes[pick(bytes.count)] = UInt8(pick(256)) }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do throws(DictumError) {
        _ = try Model(path: path, precision: round % 8 == 0 ? .float32 : .int8)
      } catch {
        refused += 1
        #expect(error.diagnostics.first?.code.id.hasPrefix("D4") == true)
      }
    }
    #expect(refused > 600)
  }
}
