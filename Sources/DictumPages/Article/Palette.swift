import DictumKit

/// The colours of an article's people and bodies: one of ten hues each, and none once these are used up.
///
/// A name asks for the hue that its letters give and takes the next free one, so that most people keep their colour from
/// article to article and no two in one article share one.
struct Palette: Sendable {
  private static let hues = 10
  private var taken: [String: Int] = [:]

  /// - Parameter entities: those that get colours, the most important first.
  init(_ entities: [Entity]) {
    var free = Set(0..<Self.hues)
    for entity in entities.prefix(Self.hues) where taken[entity.id] == nil {
      let wish = entity.name.unicodeScalars.reduce(UInt32(7)) { ($0 &* 31) &+ $1.value }
      var hue = Int(wish % UInt32(Self.hues))
      while !free.contains(hue) { hue = (hue + 3) % Self.hues }
      free.remove(hue)
      taken[entity.id] = hue
    }
  }

  /// The number of an entity's hue; nil for those that stay grey.
  func hue(of entity: String) -> Int? { taken[entity] }
}
