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

  @Test("a line over the limit costs that line alone", arguments: ["1", "2"])
  func longLine(_ jobs: String) throws {
    let long = String(repeating: "Ann left. ", count: 110_000)
    let input = #"{"text": "One."}"# + "\n" + #"{"text": "\#(long)"}"# + "\n" + #"{"text": "Three."}"# + "\n"
    let result = try Tool.run("stream", "Pipelines/segment.yaml", "--jobs", jobs, "--limit", "1", input: input)
    #expect(result.status == 1)
    let out = lines(result.output)
    #expect(out.count == 3)
    #expect(out[1].contains("\"error\":{\"code\":\"D204\"") && out[2].contains("Three."))
    #expect(result.errors.contains("[D204]: line 2:"))
  }

  @Test("an answer is there before the next line is asked", arguments: ["1", "3"])
  func prompt(_ jobs: String) throws {
    // Each line is sent only after the answer to the one before has been read.
    let script = """
      coproc "$DICTUM" stream Pipelines/segment.yaml --jobs \(jobs)
      for text in One. Two. Three.; do
        printf '{"text": "%s"}\\n' "$text" >&"${COPROC[1]}"
        read -r -t 60 -u "${COPROC[0]}" answer || exit 9
        case "$answer" in *"$text"*) ;; *) exit 8;; esac
      done
      """
    #expect(try Tool.shell(script).status == 0)
  }

  @Test("a system that gives no more threads is no reason to stop")
  func noThreads() throws {
    let result = try Tool.shell(
      "ulimit -v 3000000; printf '{\"text\": \"One.\"}\\n{\"text\": \"Two.\"}\\n' | $DICTUM stream Pipelines/segment.yaml --jobs 512"
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(lines(result.output).count == 2)
  }

  @Test("pipes that somebody made nonblocking are waited for")
  func nonblocking() throws {
    let script = """
      import os, subprocess, sys, time
      count = 20000
      read, write = os.pipe(); back, out = os.pipe()
      for end in (read, out): os.set_blocking(end, False)
      child = subprocess.Popen([os.environ["DICTUM"], "stream", "Pipelines/segment.yaml"], stdin=read, stdout=out)
      os.close(read); os.close(out)
      if os.fork() == 0:
          os.close(back)
          time.sleep(0.2)
          for _ in range(count // 100): os.write(write, b'{"text": "Ann left."}\\n' * 100)
          os._exit(0)
      os.close(write)
      time.sleep(1)
      answers = 0
      with os.fdopen(back, "rb") as stream:
          for _ in stream: answers += 1
      sys.exit(0 if child.wait() == 0 and answers == count else 1)
      """
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("nonblocking.py", script)
    let result = try Tool.shell("exec python3 '\(file.path)'")
    #expect(result.status == 0, "\(result.errors)")
  }
}
