import Foundation
import Testing

/// What the main pipelines find in real articles, compared with what they found when somebody last looked.
@Suite("golden reports")
struct GoldenTests {
  @Test("the articles of Tests/Golden say what they said; `make golden` rewrites them")
  func articles() throws {
    let result = try Tool.shell("Scripts/golden \"$DICTUM\" --check")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }
}
