import Testing

@testable import DictumReading

@Suite("Report names")
struct ReportNameTests {
  @Test("a report is named after its article")
  func plain() {
    #expect(ReportName.of("a/b.txt", line: nil) == "a/b.txt.json")
    #expect(ReportName.of("b.jsonl", line: 3) == "b.jsonl.3.json")
  }

  @Test("folders that look like reports make way for them")
  func folders() {
    #expect(ReportName.of("c.txt.json/i.txt", line: nil) == "c.txt.json~/i.txt.json")
    #expect(ReportName.of("c.txt.json~/i.txt", line: nil) == "c.txt.json~~/i.txt.json")
    #expect(ReportName.of("manifest.jsonl/i.txt", line: nil) == "manifest.jsonl~/i.txt.json")
  }

  @Test("long names are cut, and stay apart")
  func long() {
    let one = ReportName.of(String(repeating: "n", count: 250) + "1.txt", line: nil)
    let two = ReportName.of(String(repeating: "n", count: 250) + "2.txt", line: nil)
    #expect(one != two && one.utf8.count <= 247 && one.hasSuffix(".json"))
    #expect(ReportName.of(String(repeating: "é", count: 124) + ".txt", line: nil).utf8.count <= 247)
  }
}
