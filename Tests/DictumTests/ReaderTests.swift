import Dictum
import DictumKit
import Foundation
import Testing

/// What no reader should meet, whatever the article: checked over the articles of the golden reports.
@Suite("nothing absurd, by the standard pipeline")
struct ReaderTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let articles: [String] = {
    let folder = root.appending(path: "Tests/Golden/articles").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".txt") }
      .sorted()
  }()
  private static let yaml = "dictum: 1\nname: n\nstages: [segment, encode, syntax, entities, quotes]\n"
  private static let articlesOfNouns: Set = ["a", "an", "the"]
  private static let marks: Set<Character> = ["\"", "“", "”", "'", "‘", "’"]

  private func document(_ article: String) throws -> Document {
    let dictum = try Dictum(yaml: Array(Self.yaml.utf8), models: [Self.root.appending(path: "Models").path])
    let text = try String(contentsOf: Self.root.appending(path: "Tests/Golden/articles/\(article)"), encoding: .utf8)
    return try dictum.analyse(text, id: article)
  }

  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && !Self.marks.contains($0) }.map(String.init)
  }

  @Test("there are articles")
  func some() { #expect(Self.articles.count >= 6) }

  @Test("contents are more than a word, or marked, and end in no article", arguments: articles)
  func contents(article: String) throws {
    let document = try document(article)
    for quote in document[.quotes] {
      let content = quote.spans.map { document.text[$0.span] }.joined(separator: " ")
      let found = words(content)
      #expect(found.count > 1 || quote.kind != .indirect, "\(content)")
      #expect(!Self.articlesOfNouns.contains(found.last ?? ""), "\(content)")
    }
  }

  @Test("no source is an article alone", arguments: articles)
  func sources(article: String) throws {
    let document = try document(article)
    for quote in document[.quotes] {
      let source = quote.source.map { document.text[$0.span].lowercased() }.joined(separator: " ")
      #expect(!Self.articlesOfNouns.contains(source))
    }
  }

  @Test("nobody is both he and she, and he who speaks is not named in what he says", arguments: articles)
  func people(article: String) throws {
    let document = try document(article)
    let men: Set = ["he", "him", "his", "himself"]
    let women: Set = ["she", "her", "hers", "herself"]
    for (_, mentions) in Dictionary(grouping: document[.mentions].filter { $0.entity != nil }, by: \.entity) {
      let forms = Set(mentions.map { document.text[$0.span].lowercased() })
      #expect(forms.isDisjoint(with: men) || forms.isDisjoint(with: women))
    }
    for quote in document[.quotes] where quote.source.count == 1 {
      let source = document.text[quote.source[0].span].lowercased()
      guard source == "he" || source == "she" else { continue }
      let named = document[.mentions].filter { mention in
        mention.form == .name && quote.spans.contains { $0.span.contains(mention.span) }
      }.compactMap(\.entity)
      #expect(Set(named).isDisjoint(with: quote.speakers))
    }
  }
}
