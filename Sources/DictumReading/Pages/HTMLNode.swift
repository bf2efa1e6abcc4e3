import CXML

/// A node of a page that libxml2 has read; valid as long as the page is.
struct HTMLNode {
  private let pointer: UnsafeMutablePointer<xmlNode>

  init(_ pointer: UnsafeMutablePointer<xmlNode>) { self.pointer = pointer }

  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
  var isText: Bool { pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE }

  /// An element's name in lower case.
  var name: String { pointer.pointee.name.map { Self.string($0).lowercased() } ?? "" }

  /// The characters of a text node.
  var content: String { pointer.pointee.content.map { Self.string($0) } ?? "" }

  var firstChild: HTMLNode? { pointer.pointee.children.map { HTMLNode($0) } }
  var next: HTMLNode? { pointer.pointee.next.map { HTMLNode($0) } }
  var parent: HTMLNode? { pointer.pointee.parent.map { HTMLNode($0) } }

  /// The children, in order.
  var children: some Sequence<HTMLNode> { sequence(first: firstChild) { $0?.next }.lazy.compactMap { $0 } }

  /// The node and all below it in document order, without recursion: pages may be nested thousands deep.
  var descendants: some Sequence<HTMLNode> {
    let root = pointer
    return sequence(first: self) { node in
      if let child = node.firstChild { return child }
      var current = node
      while current.pointer != root {
        if let next = current.next { return next }
        guard let parent = current.parent else { return nil }
        current = parent
      }
      return nil
    }
  }

  /// An attribute's value.
  func attribute(_ name: String) -> String? {
    guard let value = xmlGetProp(pointer, name) else { return nil }
    defer { cxml_free(value) }
    return Self.string(value)
  }

  /// The text of the node and all below it, white space as it is.
  var text: String { descendants.filter(\.isText).map(\.content).joined() }

  /// How many characters other than white space lie below.
  var letterCount: Int {
    descendants.reduce(0) { $0 + ($1.isText ? $1.content.utf8.count { $0 > 0x20 } : 0) }
  }

  private static func string(_ characters: UnsafePointer<xmlChar>) -> String { String(cString: characters) }
}
