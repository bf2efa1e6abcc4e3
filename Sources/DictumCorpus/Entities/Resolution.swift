/// What names, and single entities of articles, have been found to be.
struct Resolution {
  /// What a corpus entity is called, as far as the joining decides it.
  struct Identity {
    let name: String
    var wikidata: String?
  }

  /// By name, whatever the article.
  private(set) var forms: [NamedForm: CorpusLink] = [:]
  /// In one article.
  private(set) var single: [(form: NamedForm, article: Int, link: CorpusLink)] = []
  private(set) var identities: [String: Identity] = [:]

  /// What the first name is that is decided already.
  func known(_ names: [NamedForm]) -> CorpusLink? { names.lazy.compactMap { forms[$0] }.first }

  /// An id that nothing else has.
  mutating func claim(_ id: String, _ identity: Identity) -> String {
    var free = id
    var number = 2
    while identities[free] != nil {
      free = "\(id)-\(number)"
      number += 1
    }
    identities[free] = identity
    return free
  }

  mutating func join(_ form: NamedForm, _ entity: String, certainty: Double) {
    forms[form] = CorpusLink(entity: entity, certainty: certainty)
  }

  mutating func join(_ form: NamedForm, in article: Int, _ entity: String, certainty: Double) {
    single.append((form, article, CorpusLink(entity: entity, certainty: certainty)))
  }

  /// Gives a name in an article an entity of its own.
  mutating func keepApart(_ form: NamedForm, _ slug: String, in article: Int) {
    let id = claim("\(slug)@\(String(article, radix: 36))", Identity(name: form.name))
    join(form, in: article, id, certainty: 1)
  }
}
