import Foundation
import Testing

@Suite("dictum export")
struct ExportTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: url("reports"), withIntermediateDirectories: true)
  }

  private func url(_ name: String) -> URL { folder.url.appendingPathComponent(name) }

  /// A report of an article that says one thing.
  private func report(_ name: String, saying words: String = "We won.", by person: String = "Ann Lee") throws {
    let text = "“\(words)” said \(person)."
    let start = words.unicodeScalars.count + 8
    let end = start + person.unicodeScalars.count
    try folder.write(
      "reports/\(name).json",
      """
      {"report":1,"id":"\(name)","source":null,"title":null,"date":"2024-05-06","url":null,"language":"en",
       "pipeline":{"name":"test","hash":"0"},"models":[],"offsets":"unicode-scalar","text":"\(text)",
       "mentions":[{"id":"m0","start":\(start),"end":\(end),"text":"\(person)","type":"person","form":"name",
        "entity":"e0","confidence":1}],
       "entities":[{"id":"e0","type":"person","name":"\(person)","aliases":[],"mentions":["m0"]}],
       "quotes":[{"id":"q0","kind":"direct","spans":[{"start":1,"end":\(words.unicodeScalars.count + 1)}],"cue":[],
        "source":[{"start":\(start),"end":\(end)}],"speakers":["e0"],"sentences":[],"confidence":1,"by":"test"}],
       "diagnostics":[]}
      """
    )
  }

  private func export(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["export", url("reports").path, "--sqlite", url("corpus.db").path] + arguments)
  }

  private func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  @Test("a second run adds nothing, a changed report replaces the old one")
  func incremental() throws {
    defer { folder.remove() }
    try report("a")
    try report("b")
    #expect(try export().output == "2 reports: 2 new\n")
    #expect(try export().output == "2 reports: 0 new, 2 there already\n")
    try report("b", saying: "We lost.")
    #expect(try export("--csv", url("csv").path).output == "2 reports: 0 new, 1 changed, 1 there already\n")
    let statements = try text("csv/statements.csv")
    #expect(statements.contains("We lost.") && statements.split(separator: "\n").count == 3)
  }

  @Test("a report that cannot be read is named, and the others are exported")
  func unreadable() throws {
    defer { folder.remove() }
    try report("a")
    try folder.write("reports/broken.json", "{\"report\": 1,")
    try folder.write("reports/other.json", "{\"text\": \"no report\"}")
    let result = try export()
    #expect(result.status == 1)
    #expect(result.output == "1 reports: 1 new, 2 unreadable\n")
    #expect(result.errors.contains("[D205]: broken:") && result.errors.contains("[D206]: other:"))
  }

  @Test("a run that is killed leaves a sound file, and the next one ends what it began")
  func killed() throws {
    defer { folder.remove() }
    for number in 0..<1_200 { try report("a\(number)") }
    let command = "timeout -s KILL 0.4 \"$DICTUM\" export \(url("reports").path) --sqlite \(url("corpus.db").path)"
    _ = try Tool.shell(command)
    let result = try export("--csv", url("csv").path)
    #expect(result.status == 0 && result.output.hasPrefix("1200 reports: "))
    #expect(try text("csv/articles.csv").split(separator: "\n").count == 1_201)
    #expect(try text("csv/statements.csv").split(separator: "\n").count == 1_201)
    #expect(try text("csv/corpus_entities.csv").contains("person:ann-lee,person,Ann Lee,1200,"))
  }

  @Test("how sure a statement is and a sentence's tree come along, in the tables and in CoNLL-U")
  func syntax() throws {
    defer { folder.remove() }
    try folder.write(
      "reports/a.json",
      """
      {"report":2,"id":"a","source":null,"title":null,"date":null,"url":null,"language":"en",
       "pipeline":{"name":"test","hash":"0"},"models":[],"offsets":"unicode-scalar","text":"Up. We won.",
       "sentences":[{"id":"s0","start":0,"end":3,"paragraph":0},{"id":"s1","start":4,"end":11,"paragraph":0}],
       "tokens":[
        {"id":"t0","start":0,"end":2,"kind":"word","upos":"ADV","lemma":"up","head":null,"deprel":"root"},
        {"id":"t1","start":2,"end":3,"kind":"punctuation","upos":"PUNCT","lemma":".","head":"t0","deprel":"punct"},
        {"id":"t2","start":4,"end":6,"kind":"word","upos":"PRON","lemma":"we","head":"t3","deprel":"nsubj"},
        {"id":"t3","start":7,"end":10,"kind":"word","upos":"VERB","lemma":"win","head":null,"deprel":"root"},
        {"id":"t4","start":10,"end":11,"kind":"punctuation","upos":"PUNCT","lemma":".","head":"t3","deprel":"punct"}],
       "quotes":[{"id":"q0","kind":"indirect","spans":[{"start":4,"end":10}],"cue":[],"source":[],"speakers":[],
        "sentences":["s1"],"confidence":0.4,"certainty":"possible","by":"test"}],
       "diagnostics":[]}
      """
    )
    let result = try export("--csv", url("csv").path, "--conll", url("a.conllu").path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try text("csv/statements.csv").contains(",q0,indirect,possible,4,10,We won,"))
    #expect(try text("csv/tokens.csv").contains(",2,s1,4,6,word,PRON,we,3,nsubj\n"))
    #expect(try text("csv/tokens.csv").contains(",3,s1,7,10,word,VERB,win,,root\n"))
    let lines = try text("a.conllu").split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("1\tWe\twe\tPRON\t_\t_\t2\tnsubj\t_\t") })
    #expect(lines.contains { $0.hasPrefix("2\twon\twin\tVERB\t_\t_\t0\troot\t_\t") })
  }

  @Test("a cell that a spreadsheet would take for a formula is made harmless")
  func formula() throws {
    defer { folder.remove() }
    try report("a", saying: "=HYPERLINK(1)")
    _ = try export("--csv", url("csv").path)
    #expect(try text("csv/statements.csv").contains(",\"'=HYPERLINK(1)\","))
  }

  @Test("a file of people wins over what the names say")
  func people() throws {
    defer { folder.remove() }
    try report("a", by: "Ann Lee")
    try report("b", by: "The Harbour Queen")
    let file = try folder.write(
      "people.yaml",
      "people:\n  - { name: Ann B. Lee, aliases: [The Harbour Queen], wikidata: Q42 }\n"
    )
    _ = try export("--csv", url("csv").path, "--people", file.path)
    #expect(try text("csv/corpus_entities.csv").contains("person:ann-b-lee,person,Ann B. Lee,2,1.0,Q42"))
  }

  @Test("a file that holds something else is left alone")
  func foreign() throws {
    defer { folder.remove() }
    try report("a")
    try folder.write("corpus.db", "not a database, but somebody's notes, long enough to be read as one")
    let result = try export()
    #expect(result.status == 2 && result.errors.contains("[D50"))
    #expect(try text("corpus.db").hasPrefix("not a database"))
  }

  @Test("CoNLL-U needs tokens and says how to get them")
  func tokens() throws {
    defer { folder.remove() }
    try report("a")
    let result = try export("--conll", url("corpus.conllu").path)
    #expect(result.status == 1)
    #expect(result.errors.contains("[D505]: a: the report has no tokens"))
    #expect(result.errors.contains("tokens: true"))
  }
}
