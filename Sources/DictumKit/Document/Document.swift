/// A text with the stand-off layers that stages have added to it.
///
/// The text never changes. A layer is read and written through its typed key:
/// `document[.sentences] = found`.
public struct Document: Sendable {
  /// The name under which the report appears.
  public var id: String
  /// The immutable text; all spans are UTF-8 offsets into it.
  public let text: SourceText
  /// Where the text came from, its title and the like, carried into the report.
  public var metadata: Metadata
  /// What stages had to say about this document.
  public var diagnostics: [Diagnostic] = []

  private var storage: [Slot] = []
  /// How often anything was written: what a stage wrote is told by numbers, not by a copy of what was there before.
  private var writes = 0
  private var views: [View] = []

  /// A document without layers.
  public init(id: String, text: SourceText, metadata: Metadata = Metadata()) {
    self.id = id
    self.text = text
    self.metadata = metadata
  }

  private struct Slot: Sendable {
    let name: String
    var value: any Sendable
    /// The number of the write that it comes from.
    var write: Int
  }

  private struct View: Sendable {
    let name: String
    let layers: [String]
    let value: any Sendable
  }

  /// A layer's records; none before a stage has written.
  public subscript<Element: Record>(key: LayerKey<Element>) -> [Element] {
    get { value(key.name) as? [Element] ?? [] }
    set { write(newValue, key.name) }
  }

  /// A value that stages hand on to each other; nil before a stage has written.
  public subscript<Content: Sendable>(key: TransientKey<Content>) -> Content? {
    get { value(key.name) as? Content }
    set { if let newValue { write(newValue, key.name) } else { remove(key.name) } }
  }

  /// A view of the document's layers, worked out at the first call and kept until one of the layers changes.
  public mutating func derived<Content: Sendable>(_ key: DerivedKey<Content>) -> Content {
    if let known = views.first(where: { $0.name == key.name })?.value as? Content { return known }
    let made = key.make(self)
    views.append(View(name: key.name, layers: key.layers, value: made))
    return made
  }

  private func value(_ name: String) -> (any Sendable)? {
    for index in storage.indices where storage[index].name == name { return storage[index].value }
    return nil
  }

  private mutating func write(_ value: any Sendable, _ name: String) {
    views.removeAll { $0.layers.contains(name) }
    writes += 1
    for index in storage.indices where storage[index].name == name {
      storage[index].value = value
      storage[index].write = writes
      return
    }
    storage.append(Slot(name: name, value: value, write: writes))
  }

  /// Whether anything has been written under the name, be it empty.
  public func has(_ name: String) -> Bool {
    storage.indices.contains { storage[$0].name == name }
  }

  /// Takes a layer or transient value away.
  public mutating func remove(_ name: String) {
    views.removeAll { $0.layers.contains(name) }
    storage.removeAll { $0.name == name }
  }

  /// How much was written up to a moment.
  public struct Revisions: Sendable {
    fileprivate let writes: Int

    /// Whether nothing was written.
    public var isEmpty: Bool { writes == 0 }
  }

  /// What the runner remembers before a stage.
  public var revisions: Revisions { Revisions(writes: writes) }

  /// The names that were written since, in the order in which they first were.
  public func written(since before: Revisions) -> [String] {
    var names: [String] = []
    for index in storage.indices where storage[index].write > before.writes { names.append(storage[index].name) }
    return names
  }
}

/// What is known of a document besides its text. Absent fields are left out of the report.
public struct Metadata: Sendable, Equatable {
  /// The file or stream line that the text came from.
  public var source: String?
  public var title: String?
  public var date: String?
  public var url: String?
  /// The language as a BCP 47 tag.
  public var language: String?
  /// Who wrote it, as its source says: one name, or several with commas between them.
  public var author: String?
  /// The site, paper or agency that published it.
  public var site: String?

  /// Metadata with every field given by the caller.
  public init(
    source: String? = nil,
    title: String? = nil,
    date: String? = nil,
    url: String? = nil,
    language: String? = nil,
    author: String? = nil,
    site: String? = nil
  ) {
    self.source = source
    self.title = title
    self.date = date
    self.url = url
    self.language = language
    self.author = author
    self.site = site
  }
}
