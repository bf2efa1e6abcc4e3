import DictumJSON
import DictumKit

/// The shapes in which others keep articles as JSON: schema.org's NewsArticle, ninjs, and the names that APIs of news
/// have in common.
enum JSONShape {
  private static let texts = [
    "articleBody", "body_text", "bodyText", "body_xhtml", "body_html", "bodies.0.value", "body", "content", "fulltext",
    "full_text", "maintext", "main_text", "story", "fields.bodyText", "fields.body", "content.rendered", "article.body",
  ]

  /// The document of an object; nil where it has no text under a name that is known.
  static func document(_ object: JSONValue, _ reading: Reading) -> Document? {
    func first(_ paths: [String]) -> String? {
      paths.lazy.compactMap { object.at($0) }.compactMap {
        $0.string ?? $0["name"]?.string ?? $0.array?.first?["name"]?.string
      }
      .first { !$0.isEmpty }
    }
    guard let text = texts.lazy.compactMap({ object.at($0)?.string }).first(where: { !$0.isEmpty }) else { return nil }
    var metadata = Metadata()
    metadata.title = first(["headline", "headlines.0.value", "title", "title.rendered", "webTitle", "name"]).map {
      PlainHTML.text($0).collapsed
    }
    let date = first([
      "datePublished", "firstcreated", "versioncreated", "contentcreated", "publish_date", "publishedAt",
      "date_publish", "published", "pub_date", "date", "webPublicationDate",
    ])
    metadata.date = date.map { DateText(language: "en").iso($0) ?? $0 }
    metadata.url = first(["url", "mainEntityOfPage.@id", "link", "webUrl"]).flatMap { $0.contains("://") ? $0 : nil }
    metadata.language = first(["inLanguage", "language", "lang"])
    metadata.author = first(["author", "byline", "bylines.0.by", "authors.0", "by"]).map { $0.droppingBy }
    metadata.site = first(["publisher", "provider", "infosources.0", "source", "media_name", "source_domain"])
    var document = reading.document(text, metadata)
    if let id = first(["id", "@id", "uri", "guid", "stories_id"]) { document.id = id }
    return document
  }
}
