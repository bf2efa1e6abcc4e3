import DictumCorpus
import DictumKit
import Testing

@Suite("Entities across articles")
struct EntityLinkingTests {
  @Test("a full name, with and without an initial or a title, is one person")
  func fullNames() throws {
    var articles = try NamingArticles()
    try articles.add("a", .person("Ann B. Lee", "President Ann Lee", "Lee"))
    try articles.add("b", .person("Ann Lee"))
    try articles.add("c", .person("ANN LEE"))
    try articles.add("d", .person("Ann Leigh"))
    let corpus = try articles.link()
    #expect(try corpus.first("a") == "person:ann-lee")
    #expect(try corpus.first("b") == "person:ann-lee")
    #expect(try corpus.first("c") == "person:ann-lee")
    #expect(try corpus.first("d") == "person:ann-leigh")
    let lee = try #require(try corpus.entities().first { $0.id == "person:ann-lee" })
    #expect(lee.articles == 3)
    #expect(lee.certainty > 0.9 && lee.certainty < 1)
  }

  @Test("middle names that disagree keep namesakes apart, and a name without one is nobody's")
  func middleNames() throws {
    var articles = try NamingArticles()
    try articles.add("a", .person("Tom Walker Reed"))
    try articles.add("b", .person("Tom H. Reed"))
    try articles.add("c", .person("Tom Reed"))
    let corpus = try articles.link()
    #expect(Set([try corpus.first("a"), try corpus.first("b"), try corpus.first("c")]).count == 3)
  }

  @Test("names in either order are one where an article says so")
  func order() throws {
    var articles = try NamingArticles()
    try articles.add("a", .person("Sato Kenji", "Kenji Sato"))
    try articles.add("b", .person("Kenji Sato"))
    try articles.add("c", .person("Paul Simon"))
    try articles.add("d", .person("Simon Paul"))
    let corpus = try articles.link()
    #expect(try corpus.first("a") == corpus.first("b"))
    #expect(try corpus.first("c") != corpus.first("d"))
  }

  @Test("a family name means the bearer whom nearly all articles mean")
  func familyName() throws {
    var articles = try NamingArticles()
    try articles.add(times: 20, .person("Ann Lee", "Lee"))
    try articles.add("bob", .person("Bob Lee", "Lee"))
    try articles.add("short", .person("Lee"))
    let corpus = try articles.link()
    #expect(try corpus.first("short") == "person:ann-lee")
    let link = try #require(try corpus.links(of: "short")["e0"])
    #expect(link.certainty < 0.95)
  }

  @Test("a family name of two well-known bearers goes to the one whose company the article keeps, or to nobody")
  func company() throws {
    var articles = try NamingArticles()
    try articles.add(times: 3, .person("Ann Lee"), .body("Harbour Trust"))
    try articles.add(times: 3, .person("Bob Lee"), .body("Opera Guild"))
    try articles.add("guild", .person("Lee"), .body("Opera Guild"))
    try articles.add("other", .person("Lee"), .body("Chess Club"))
    let corpus = try articles.link()
    #expect(try corpus.first("guild") == "person:bob-lee")
    let other = try #require(try corpus.first("other"))
    #expect(other.hasPrefix("person:lee@"))
  }

  @Test("a title that the bearer never has speaks of somebody else")
  func titles() throws {
    var articles = try NamingArticles()
    try articles.add(times: 5, .person("Ann Lee", "Senator Lee"))
    try articles.add("judge", .person("Lee", "Judge Lee"))
    let corpus = try articles.link()
    #expect(try corpus.first("judge") != "person:ann-lee")
  }

  @Test("an acronym is the body that articles spell out, unless they spell out two")
  func acronyms() throws {
    var articles = try NamingArticles()
    try articles.add("a", .body("Harbour Trust Board", "HTB"))
    try articles.add("b", .body("HTB"))
    try articles.add("c", .body("Central Rail Group", "CRG"))
    try articles.add("d", .body("Chess Referees Guild", "CRG"))
    try articles.add("e", .body("CRG"))
    let corpus = try articles.link()
    #expect(try corpus.first("a") == corpus.first("b"))
    #expect(try corpus.first("e") == "organization:crg")
  }

  @Test("a body that every country has is one only where the same place is spoken of")
  func genericNames() throws {
    var articles = try NamingArticles()
    try articles.add("a", .body("Supreme Court"), .place("Norland"))
    try articles.add("b", .body("The Supreme Court"), .place("Norland"))
    try articles.add("c", .body("Supreme Court"), .place("Sudland"))
    let corpus = try articles.link()
    #expect(try corpus.first("a") == corpus.first("b"))
    #expect(try corpus.first("a") != corpus.first("c"))
  }

  @Test("days, sums and people without a name have no entity in the corpus")
  func leftOut() throws {
    var articles = try NamingArticles()
    try articles.add("a", Named(name: "Monday", type: .date, aliases: []), Named(name: "$5", type: .money, aliases: []))
    #expect(try articles.link().links(of: "a").isEmpty)
  }

  @Test("a user's file wins: canonical name, aliases and Wikidata item")
  func people() throws {
    var articles = try NamingArticles(
      people: """
        people:
          - { name: Ann B. Lee, aliases: [The Harbour Queen, Lee], wikidata: Q42 }
          - { name: Harbour Trust, aliases: [HT], type: organization }
        """
    )
    try articles.add("a", .person("Ann Lee"))
    try articles.add("b", .person("The Harbour Queen"))
    try articles.add("c", .person("Lee"))
    try articles.add("d", .body("HT"))
    let corpus = try articles.link()
    for id in ["a", "b", "c"] { #expect(try corpus.first(id) == "person:ann-b-lee") }
    #expect(try corpus.first("d") == "organization:harbour-trust")
    let lee = try #require(try corpus.entities().first { $0.id == "person:ann-b-lee" })
    #expect(lee.name == "Ann B. Lee" && lee.wikidata == "Q42" && lee.certainty == 1)
  }

  @Test("the order of the articles does not matter")
  func orderOfArticles() throws {
    var forward = try NamingArticles()
    var backward = try NamingArticles()
    let names: [Named] = [.person("Ann Lee", "Lee"), .person("Lee"), .person("Ann B. Lee"), .body("HTB")]
    for (index, name) in names.enumerated() { try forward.add("a\(index)", name, .body("Chess Club")) }
    for (index, name) in names.enumerated().reversed() { try backward.add("a\(index)", name, .body("Chess Club")) }
    #expect(try forward.link().entities() == backward.link().entities())
  }
}
