/// Short lines that sites put into and around articles.
enum PageFurniture {
  /// What such a line begins with, in lower case.
  private static let starts = [
    "advertisement", "read more", "read also", "read next", "also read", "see also", "related:", "related stories",
    "related articles", "more from", "more on this", "more:", "watch:", "listen:", "photos:", "gallery:", "video:",
    "share this", "share on", "share via", "follow us", "follow @", "like us on", "join us on", "sign up", "subscribe",
    "click here", "©", "copyright ©", "copyright 20", "(c) 20", "all rights reserved", "image copyright",
    "image source",
    "image caption", "media caption", "photo by", "photo credit", "photograph:", "story continues below",
    "article continues", "continue reading", "skip to", "scroll down", "download the", "view comments",
    "leave a comment",
    "post a comment", "comments (", "print this", "email this", "tags:", "filed under", "posted in", "topics:",
    "originally published", "this article was originally", "this story was originally", "get our", "get the latest",
    "our website uses cookies", "we use cookies", "this website uses cookies", "this site uses cookies",
    "by continuing to",
    "support our journalism", "become a member", "donate", "lire aussi", "à lire aussi", "lea también", "lee también",
    "leer más", "lesen sie auch", "mehr zum thema", "leggi anche", "leia também", "leia mais",
  ]

  /// What a line holds that asks for money, a name or a password.
  private static let offers = [
    "free articles left", "free articles this month", "free article left", "already a subscriber",
    "already have an account",
    "log in or subscribe", "log in, or sign up", "subscribe now", "subscribe to read", "to continue reading",
    "unlimited access", "sign up for our newsletter", "sign up to our newsletter", "subscribe to our newsletter",
    "straight to your inbox", "to your inbox", "small favour to ask", "small favor to ask", "please support us",
    "support our journalism", "articles gratuits", "abonnez-vous", "jetzt abonnieren", "suscríbete", "assine já",
  ]

  /// Whether a heading begins what a company says of itself below its news.
  static func isAboutCompany(_ heading: String) -> Bool {
    let folded = heading.lowercased()
    return folded.hasPrefix("about ") && heading.split(separator: " ").dropFirst().first?.first?.isUppercase == true
      || ["media contact", "press contact", "notes to editors", "forward-looking statements"].contains {
        folded.hasPrefix($0)
      }
  }

  /// Whether a line at an article's end says who wrote it.
  static func isAuthorNote(_ text: String, by author: String?) -> Bool {
    guard let author, author.utf8.count >= 5, text.utf8.count < 500 else { return false }
    let names = author.replacing(" and ", with: ", ").split(separator: ", ")
    guard let name = names.first(where: { text.hasPrefix($0) }) else { return false }
    let rest = text.dropFirst(name.count).lowercased()
    return [
      " is a", " is an", " is the", " writes", " covers", " has covered", " reports", " has been", " works", " joined",
    ]
    .contains { rest.hasPrefix($0) }
  }

  /// Whether a block says what a site says, not what an article does.
  static func names(_ text: String) -> Bool {
    guard text.utf8.count < 400 else { return false }
    let folded = text.lowercased()
    return starts.contains { folded.hasPrefix($0) } || offers.contains { folded.contains($0) }
  }
}
