import Testing

@Suite("dictum stream")
struct StreamTests {
  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  @Test("a line for each line, in order")
  func order() throws {
    let input = (0..<50).map { "{\"id\": \"d\($0)\", \"text\": \"Ann left. Bo stayed.\"}\n" }.joined()
    let result = try Tool.run("stream", "Pipelines/segment.yaml", input: input)
    #expect(result.status == 0)
    let ids = lines(result.output).map { $0.split(separator: "\"")[5] }
    #expect(ids.map(String.init) == (0..<50).map { "d\($0)" })
  }

  @Test("a malformed line is reported with its number and in its place; the others still run")
  func malformed() throws {
    let result = try Tool.run(
      "stream",
      "Pipelines/segment.yaml",
      input: "{\"text\": \"One.\"}\n\n{oops\n{\"id\": \"x\"}\n{\"text\": \"Two.\"}"
    )
    #expect(result.status == 1)
    #expect(result.errors.contains("[D205]: line 3:"))
    #expect(result.errors.contains("[D206]: line 4: the object has no `text`"))
    let out = lines(result.output)
    #expect(out.count == 4)
    #expect(out[0].contains("\"id\":\"line-1\"") && out[3].contains("\"id\":\"line-5\""))
    #expect(out[1].contains("\"error\":{\"code\":\"D205\"") && out[1].contains("\"line\":3"))
  }

  @Test("a lone surrogate costs one character, not the article")
  func surrogate() throws {
    let result = try Tool.run("stream", "Pipelines/segment.yaml", input: "{\"text\": \"A \\ud83d b.\"}\n")
    #expect(result.status == 0)
    #expect(result.output.contains("A \u{FFFD} b."))
    #expect(result.output.contains("\"code\":\"D209\""))
  }

  @Test("the same input gives the same bytes")
  func deterministic() throws {
    let input = "{\"text\": \"“We won,” Ann said. “We are very glad about it.”\"}\n"
    let first = try Tool.run("stream", "Pipelines/news.yaml", input: input)
    #expect(try Tool.run("stream", "Pipelines/news.yaml", input: input).output == first.output)
  }
}
