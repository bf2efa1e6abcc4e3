import DictumKit

/// What an element's class, id and role hint at. They are weak evidence: sites name things as they like.
struct PageHints: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Readers' comments.
  static let comments = PageHints(rawValue: 1)
  /// Around the article: other articles, sharing, subscriptions, advertisements.
  static let frame = PageHints(rawValue: 2)
  /// The article's own text.
  static let body = PageHints(rawValue: 4)
  /// Who wrote it, and when; captions and credits.
  static let aside = PageHints(rawValue: 8)
  /// Not shown.
  static let hidden = PageHints(rawValue: 16)
  /// Marked as the article's body by schema.org's vocabulary.
  static let marked = PageHints(rawValue: 32)

  private static let hints: [String: PageHints] = {
    let groups: [(PageHints, String)] = [
      (
        .comments,
        """
        comment comments commentlist commentaires comentarios kommentare leserkommentare leserbriefe commenti reacties
        disqus respond replies livefyre fb-comments
        """
      ),
      (
        .frame,
        """
        related relatedposts recommended recommendations recommend recirc recirculation share sharing sharebar
        sharedaddy social socials newsletter newsletters signup subscribe subscription promo promos promotion advert
        adverts advertisement advertising ad ads adslot sponsored sponsor sidebar breadcrumb breadcrumbs cookie cookies
        consent gdpr popup modal overlay footer nav navbar navigation menu masthead toolbar tags taglist pagination
        pager trending popular mostread outbrain taboola teaser teasers donate donation readmore skiplink copyright
        disclaimer gallery slideshow carousel playlist ticker poll quiz rating ratings tooltip pullquote addtoany
        morefrom authorbox pull-quote author-bio about-author author-info author-box authorbio sr-only visually-hidden
        screen-reader-text most-read most-popular read-more read-next up-next also-read see-also post-navigation
        related-posts related-links hatnote toc navbox reflist catlinks noprint editsection boilerplate paywall-offer subscriber-offers subscriber-offer appeal
        verwandt verwandte lesetipps mehr-zum-thema abonnement abo-box fusszeile kopfzeile seitenleiste werbung anzeige
        lire-aussi a-lire-aussi publicite pied-de-page te-puede-interesar lea-tambien relacionadas relacionados
        publicidad suscripcion boletin archivado-en leggi-anche correlati pubblicita leia-mais leia-tambem relacionada
        gerelateerd lees-ook advertentie
        """
      ),
      (
        .aside,
        """
        byline bylines author authors dateline timestamp caption captions credit credits bio entry-meta post-meta
        article-meta wp-caption-text photo-credit image-caption
        """
      ),
      (
        .body,
        """
        articlebody article-body story-body storybody entry-content post-content article-content article-text
        articletext story-content post-body entry-body story-text articlecontent body-text article-copy body-copy
        """
      ),
    ]
    var hints: [String: PageHints] = [:]
    for (hint, words) in groups {
      for word in words.split(whereSeparator: \.isWhitespace) { hints[String(word), default: []].insert(hint) }
    }
    return hints
  }()

  /// Reads the hints of a class or id attribute: of its words, and of two or three of them in a row.
  ///
  /// Words count whole: `commentary` is no comment, `contentwithsidebar` no sidebar.
  init(names: String) {
    self = []
    for name in names.split(whereSeparator: \.isWhitespace) {
      formUnion(Self.hints[name.lowercased()] ?? [])
      let parts = Self.parts(of: name)
      for first in parts.indices {
        var compound = parts[first]
        formUnion(Self.hints[compound] ?? [])
        for next in parts[(first + 1)...].prefix(2) {
          compound += "-" + next
          formUnion(Self.hints[compound] ?? [])
        }
      }
    }
  }

  /// `relatedLinks_top-2` gives related, links, top.
  private static func parts(of name: Substring) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    var wasLower = false
    for byte in name.utf8 {
      let isUpper = byte.isASCIICapital
      let isLetter = byte.isASCIILetter || byte >= 0x80
      if !isLetter || isUpper && wasLower {
        if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
        part = []
      }
      if isLetter { part.append(isUpper ? byte | 0x20 : byte) }
      wasLower = isLetter && !isUpper
    }
    if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
    return parts
  }
}
