import Foundation
import Testing

@Suite("dictum view and serve")
struct ViewTests {
  @Test("a report becomes a page, a folder of reports a site whose numbers lead to the words")
  func view() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.url.path
    let articles = folder.url.appendingPathComponent("articles")
    try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
    try "“We won the race,” Ann Lee said. Bo Ek said it was raining.".write(
      to: articles.appendingPathComponent("a<b>.txt"),
      atomically: true,
      encoding: .utf8
    )
    #expect(try Tool.run("batch", "Pipelines/news-small.yaml", articles.path, "--out", "\(path)/out").status == 0)
    let page = try Tool.run("view", "\(path)/out/a<b>.txt.json", "-o", "\(path)/page.html")
    #expect(page.status == 0, "\(page.errors)")
    #expect(try String(contentsOfFile: "\(path)/page.html", encoding: .utf8).contains("We won the race"))
    let site = try Tool.run("view", "\(path)/out", "-o", "\(path)/site", "--title", "<Races>")
    #expect(site.status == 0, "\(site.errors)")
    let index = try String(contentsOfFile: "\(path)/site/index.html", encoding: .utf8)
    #expect(index.contains("&lt;Races&gt;"))
    #expect(index.contains("1 article ·"))
    #expect(try String(contentsOfFile: "\(path)/site/articles/0/1.html", encoding: .utf8).contains("We won the race"))
    #expect(
      try String(contentsOfFile: "\(path)/site/data/statements-0.js", encoding: .utf8).contains("We won the race")
    )
  }

  @Test("what is no report is refused with its name")
  func refused() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("r.json", "{\"report\": 1}")
    let path = folder.url.path
    let result = try Tool.run("view", "\(path)/r.json", "-o", "\(path)/page.html")
    #expect(result.status == 2)
    #expect(result.errors.contains("r.json"))
    #expect(result.errors.contains("a page needs reports with their text"))
  }

  @Test("the desk answers articles, lines and pages, refuses foreign hosts and pages, and stops when told to")
  func serve() throws {
    let result = try Tool.shell(
      """
      out=$(mktemp); "$DICTUM" serve Pipelines/quotes-rules.yaml --port 18421 --limit 1 >"$out" & server=$!
      for _ in $(seq 100); do grep -q serving "$out" && break; sleep 0.1; done
      at=http://127.0.0.1:18421; send() { curl -s -w ' %{http_code}\\n' "$@"; }
      send $at/health
      send $at/analyse -H 'Content-Type: application/json' -d '{"id": "a", "text": "“We won,” Ann said."}' | tail -c 200
      printf '{"text": "One."}\\n{"bad"\\n{"text": "Two."}\\n' |
        send $at/analyse -H 'Content-Type: application/x-ndjson' --data-binary @- | cut -c1-60
      send $at/page --data-urlencode 'text=<b>“We won,”</b> Ann said.' | grep -o '&lt;b&gt;\\|<b>'
      send -o /dev/null $at/health -H 'Host: evil.example'
      send -o /dev/null $at/analyse -H 'Origin: http://evil.example' -d x
      head -c 1100000 /dev/zero | send -o /dev/null $at/analyse --data-binary @-
      send -o /dev/null $at/corpus/../../etc/passwd --path-as-is
      kill $server; wait $server; echo "stopped $?"; rm "$out"
      """
    )
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(result.output.contains("\"status\":\"ok\""), "\(result.errors)")
    #expect(result.output.contains("\"diagnostics\":[]}"))
    #expect(lines.contains { $0.hasPrefix("{\"id\":null,\"error\":{\"code\":\"D205\"") || $0.contains("D205") })
    #expect(result.output.contains("&lt;b&gt;"))
    #expect(!result.output.contains("<b>"))
    for status in [" 421", " 403", " 413", " 404", "stopped 0"] { #expect(lines.contains(status), "\(status)") }
  }
}
