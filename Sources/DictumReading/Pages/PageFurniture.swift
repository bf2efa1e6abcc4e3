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

  /// Whether a block says what a site says, not what an article does.
  static func names(_ text: String) -> Bool {
    guard text.utf8.count < 400 else { return false }
    let start = String(text.prefix(40)).lowercased()
    return starts.contains { start.hasPrefix($0) }
  }
}
