/// What a name refers to: the nine types of the Worldwide corpus (Shan et al., EMNLP 2023), and `unknown` for who is never
/// named and not described as a person or a body.
public enum EntityType: String, FieldChoice, Hashable {
  case person, organization, location, facility, norp, product, date, money, misc, unknown

  /// The nine types that names have.
  public static let ofNames: [EntityType] = allCases.filter { $0 != .unknown }
}

/// How a mention is put.
public enum MentionForm: String, FieldChoice, Hashable {
  case name, nominal, pronoun
}

/// A place in the text that refers to an entity.
public struct Mention: Record, Hashable {
  public var id = ""
  public var span = TextSpan()
  public var type = EntityType.misc
  public var form = MentionForm.name
  /// The id of the entity that it refers to, when resolved.
  public var entity: String?
  /// How sure the stage is, from 0 to 1.
  public var confidence = 1.0

  public init() {}

  /// A mention at `span` (UTF-8).
  public init(
    id: String,
    span: TextSpan,
    type: EntityType,
    form: MentionForm = .name,
    entity: String? = nil,
    confidence: Double = 1
  ) {
    self.id = id
    self.span = span
    self.type = type
    self.form = form
    self.entity = entity
    self.confidence = confidence
  }

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.identity("m", &id, "m0, m1, … in text order")
    fields.span(&span)
    fields.text(of: span)
    fields.field("type", &type, "what the mention's entity is")
    fields.field("form", &form, "name, nominal (the minister) or pronoun")
    fields.reference("entity", &entity, to: "entities", "id of the entity, when resolved")
    fields.field("confidence", &confidence, in: 0...1, "from 0 to 1")
  }
}

/// Someone or something that mentions refer to.
public struct Entity: Record, Hashable {
  public var id = ""
  public var type = EntityType.misc
  /// The canonical name.
  public var name = ""
  /// Other names under which the text speaks of it.
  public var aliases: [String] = []
  /// Ids of its mentions, in text order.
  public var mentions: [String] = []

  public init() {}

  /// An entity with its names and mentions.
  public init(id: String, type: EntityType, name: String, aliases: [String] = [], mentions: [String] = []) {
    self.id = id
    self.type = type
    self.name = name
    self.aliases = aliases
    self.mentions = mentions
  }

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.identity("e", &id, "e0, e1, … by first mention")
    fields.field("type", &type, "what it is")
    fields.field("name", &name, "the canonical name")
    fields.field("aliases", &aliases, "other names in this text")
    fields.reference("mentions", &mentions, to: "mentions", "ids of its mentions")
  }
}
