import DictumKit
import DictumTesting
import Testing

@Suite("StageRun")
struct StageRunTests {
  /// Writes whatever a test wants.
  struct Faulty: StageSettings {
    var write: @Sendable (inout Document) -> Void = { _ in }
    static var fields: [SettingField<Faulty>] { [] }
  }

  struct FaultyStage: Stage {
    static let name = "faulty"
    static let summary = "writes what it should not"
    let settings: Faulty
    static func contract(for settings: Faulty) -> StageContract { StageContract(provides: [LayerKey.mentions]) }
    init(settings: Faulty, resources: Resources) { self.settings = settings }
    func annotate(_ document: inout Document) { settings.write(&document) }
  }

  private func codes(_ write: @escaping @Sendable (inout Document) -> Void) throws -> [DiagnosticCode] {
    let run = try StageRun(FaultyStage.self, Faulty(write: write))
    let error = #expect(throws: DictumError.self) { try run("Grüße, Ann.") }
    return error?.diagnostics.map(\.code) ?? []
  }

  @Test("a stage is held to its contract and to what records can be, as in a run")
  func contract() throws {
    #expect(try codes { _ in } == [.unwrittenLayer])
    #expect(
      try codes {
        $0[.mentions] = []
        $0[.quotes] = []
      } == [.undeclaredWrite]
    )
    for (start, end) in [(0, 999_999), (3, 5), (4, 4)] {
      #expect(
        try codes { $0[.mentions] = [Mention(id: "m0", span: TextSpan(start: start, end: end), type: .person)] }
          == [.invalidRecord]
      )
    }
    #expect(
      try codes { $0[.mentions] = [Mention(id: "m0", span: TextSpan(start: 0, end: 1), type: .person, entity: "e3")] }
        == [.invalidRecord]
    )
    let run = try StageRun(FaultyStage.self, Faulty { $0[.mentions] = [] })
    #expect(try run("Ann.").has("mentions"))
  }
}
