import DictumEnglish
import DictumKit
import Testing

@testable import Quotes

@Suite("Speakers by syntax")
struct TreeSpeakersTests {
  /// The names of those who speak in a sentence of one statement, and its source.
  ///
  /// - Parameters:
  ///   - drawn: one token after the other as `word/UPOS/deprel>head`, heads counted from 1, the root as `word/UPOS`; words
  ///     stand one blank apart.
  ///   - source: the words of the source; `cue` those of the cue.
  ///   - people: names of people.
  private func speakers(_ drawn: String, source: String, cue: String, people: [String]) throws
    -> (names: [String], source: String)
  {
    var text = ""
    var tokens: [Token] = []
    for part in drawn.split(separator: " ") {
      let fields = part.split(separator: "/")
      if !text.isEmpty { text += " " }
      let start = text.utf8.count
      text += fields[0]
      var token = Token(span: TextSpan(start: start, end: text.utf8.count), kind: .word)
      if !fields[0].contains(where: \.isLetter) { token.kind = .punctuation }
      let tag = try #require(PartOfSpeech(rawValue: String(fields[1])))
      token.part = tag
      token.lemma = Lemma.of(String(fields[0]), as: tag)
      token.relation = .root
      if fields.count == 3 {
        let arc = fields[2].split(separator: ">")
        token.relation = try #require(Relation(rawValue: String(arc[0])))
        token.head = try #require(Int(arc[1])) - 1
      }
      tokens.append(token)
    }
    func place(_ words: String) throws -> TextSpan {
      let found = try #require(text.range(of: words))
      return TextSpan(
        start: text.utf8.distance(from: text.startIndex, to: found.lowerBound),
        end: text.utf8.distance(from: text.startIndex, to: found.upperBound)
      )
    }
    var document = Document(id: "d", text: SourceText(text))
    document[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: text.utf8.count), paragraph: 0)]
    document[.tokens] = tokens
    document[.entities] = people.map { Entity(id: $0, type: .person, name: $0) }
    document[.mentions] = try people.map { Mention(id: "", span: try place($0), type: .person, entity: $0) }
      .sorted { $0.span < $1.span }
    var quote = Quote()
    quote.source = [TextPart(try place(source))]
    quote.cue = [TextPart(try place(cue))]
    document[.quotes] = [quote]
    let tree = SyntaxTree(text: document.text, tokens: tokens, sentences: [0..<tokens.count])
    let described = try TreeSpeakers.resolve(in: &document, tree, document.derived(.reading))
    UnnamedSpeakers.add(to: &document, described: described)
    let entities = Dictionary(uniqueKeysWithValues: document[.entities].map { ($0.id, $0.name) })
    return (
      document[.quotes][0].speakers.compactMap { entities[$0] },
      document[.quotes][0].source.first.map { document.text[$0.span] } ?? ""
    )
  }

  @Test("a relative pronoun is whoever its clause describes")
  func relative() throws {
    let drawn = "Two/NUM/nummod>2 donors/NOUN/nsubj>6 who/PRON/nsubj>4 fear/VERB/acl:relcl>2 rain/NOUN/obj>4 left/VERB"
    #expect(try speakers(drawn, source: "who", cue: "fear", people: []).names == ["Two donors"])
  }

  @Test("what somebody owns speaks, however the tree has it")
  func possession() throws {
    let drawn = "Lee/PROPN/nsubj>4 ’s/PART/case>1 campaign/NOUN/nsubj>4 denied/VERB it/PRON/obj>4"
    #expect(try speakers(drawn, source: "Lee ’s campaign", cue: "denied", people: ["Lee"]).names == ["Lee ’s campaign"])
  }

  @Test("nobody who is named in a clause behind the head")
  func clause() throws {
    let drawn =
      "Some/DET/det>2 voters/NOUN/nsubj>7 who/PRON/nsubj>4 met/VERB/acl:relcl>2 Mr./PROPN/nmod:desc>6 Kim/PROPN/obj>4 left/VERB"
    let found = try speakers(drawn, source: "Some voters who met Mr. Kim", cue: "left", people: ["Kim"])
    #expect(found.names == ["Some voters who met Mr. Kim"])
  }

  @Test("a list of people speaks together")
  func list() throws {
    let drawn =
      "Ms./PROPN/nmod:desc>2 Paz/PROPN/nsubj>9 ,/PUNCT/punct>8 Mr./PROPN/nmod:desc>5 Gil/PROPN/flat>2 and/CCONJ/cc>8 "
      + "other/ADJ/amod>8 donors/NOUN/conj>2 agreed/VERB"
    let found = try speakers(
      drawn,
      source: "Ms. Paz , Mr. Gil and other donors",
      cue: "agreed",
      people: ["Paz", "Gil"]
    )
    #expect(found.names.prefix(2) == ["Paz", "Gil"])
  }

  @Test("examples speak together")
  func examples() throws {
    let drawn =
      "Painters/NOUN/nsubj>6 like/ADP/case>3 Paz/PROPN/nmod>1 and/CCONJ/cc>5 Gil/PROPN/conj>3 agreed/VERB ./PUNCT/punct>6"
    let found = try speakers(drawn, source: "Painters like Paz and Gil", cue: "agreed", people: ["Paz", "Gil"])
    #expect(found.names == ["Paz", "Gil"])
  }

  @Test("a name that is part of another phrase makes room for it")
  func cutSource() throws {
    let drawn = "Ann/PROPN/compound>3 Lee/PROPN/compound>3 supporters/NOUN/nsubj>4 agreed/VERB ./PUNCT/punct>4"
    let found = try speakers(drawn, source: "Ann Lee", cue: "agreed", people: ["Ann Lee"])
    #expect(found.source == "Ann Lee supporters")
    #expect(found.names == ["Ann Lee supporters"])
  }

  @Test("what does not belong to a source’s phrase is cut off")
  func tail() throws {
    let drawn =
      "Party/NOUN/compound>2 leaders/NOUN/nsubj>5 long/ADV/advmod>4 ago/ADV/advmod>5 chose/VERB her/PRON/obj>5"
    #expect(try speakers(drawn, source: "Party leaders long", cue: "chose", people: []).source == "Party leaders")
  }
}
