/// The key of a view of a document that is worked out from some of its layers, once, and kept until one of them is
/// written again. It is no layer: no stage declares it, and no report shows it.
public struct DerivedKey<Content: Sendable>: Sendable {
  /// Its name, which no other view may have.
  public let name: String
  /// The names of the layers that it is worked out from.
  let layers: [String]
  let make: @Sendable (Document) -> Content

  /// Declares a view.
  ///
  /// - Parameters:
  ///   - layers: what it is worked out from, besides the text.
  ///   - make: works it out.
  public init(_ name: String, from layers: [LayerName], _ make: @escaping @Sendable (Document) -> Content) {
    self.name = name
    self.layers = layers.map(\.name)
    self.make = make
  }
}
