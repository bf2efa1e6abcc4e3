import CXML

/// A node of a page or an XML document that libxml2 has read; valid as long as the document is.
struct MarkupNode {
  private let pointer: UnsafeMutablePointer<xmlNode>

  init(_ pointer: UnsafeMutablePointer<xmlNode>) { self.pointer = pointer }

  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
  var isText: Bool { pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE }

  /// An element's name without its prefix; in lower case in pages.
  var name: String { pointer.pointee.name.map { Self.string($0) } ?? "" }

  /// The characters of a text node.
  var content: String { pointer.pointee.content.map { Self.string($0) } ?? "" }

  var firstChild: MarkupNode? { pointer.pointee.children.map { MarkupNode($0) } }
  var next: MarkupNode? { pointer.pointee.next.map { MarkupNode($0) } }
  var parent: MarkupNode? { pointer.pointee.parent.map { MarkupNode($0) } }

  /// The children, in order.
  var children: some Sequence<MarkupNode> { sequence(first: firstChild) { $0?.next }.lazy.compactMap { $0 } }

  /// The first child element of a name.
  func child(_ name: String) -> MarkupNode? { children.first { $0.isElement && $0.name == name } }

  /// The node and all below it in document order, without recursion: pages may be nested thousands deep.
  var descendants: some Sequence<MarkupNode> {
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

  /// The first element of a name, the node itself or below it.
  func first(_ name: String) -> MarkupNode? { descendants.first { $0.isElement && $0.name == name } }

  /// An attribute's value, whatever its prefix.
  func attribute(_ name: String) -> String? {
    guard let value = xmlGetProp(pointer, name) else { return nil }
    defer { cxml_free(value) }
    return Self.string(value)
  }

  /// Hands every attribute's name, in lower case, and value on.
  func eachAttribute(_ body: (_ name: String, _ value: String) -> Void) {
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if let name = current.pointee.name,
        let value = xmlNodeListGetString(pointer.pointee.doc, current.pointee.children, 1)
      {
        body(Self.string(name).lowercased(), Self.string(value))
        cxml_free(value)
      }
      attribute = current.pointee.next
    }
  }

  /// The text of the node and all below it, white space as it is.
  var text: String { descendants.filter(\.isText).map(\.content).joined() }

  private static func string(_ characters: UnsafePointer<xmlChar>) -> String { String(cString: characters) }
}
