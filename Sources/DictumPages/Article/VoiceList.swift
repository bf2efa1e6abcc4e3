import DictumKit
import DictumReports

/// The list beside the article: who is heard, in which role, with what, and where they stand.
struct VoiceList {
  let model: ArticleModel

  var html: HTML {
    var html = HTML()
    html.element("h2", ["class": "aside-title"], model.voices.known.isEmpty ? "Nobody is named" : "Who is heard")
    for voice in model.voices.known { known(voice, &html) }
    open(&html)
    own(&html)
    others(&html)
    return html
  }

  private func known(_ voice: Voice, _ html: inout HTML) {
    guard let entity = voice.entity, let key = model.key(entity: entity.id) else { return }
    html.open("section", ["class": voice.sure.isEmpty ? "voice possible" : "voice", "id": key])
    html.open("h3")
    light(entity, key, &html)
    html.close("h3")
    html.open("p", ["class": "role"])
    let counts = [voice.role.map { clipped($0, 60) }, counted(voice.sure.count, "statement")].compactMap { $0 }
    html.text(counts.joined(separator: " · "))
    let possible = voice.statements.count - voice.sure.count
    if possible > 0 { html.element("span", ["class": "more"], " · \(possible) possible") }
    if let path = model.people[entity.id] {
      html.markup(" · ")
      html.element("a", ["href": "\(ArticleSection.siteRoot)\(path)"], "in all articles")
    }
    html.close("p")
    sides(voice, &html)
    statements(voice.statements, &html)
    html.close("section")
  }

  /// The button that lights a person's places in the text.
  private func light(_ entity: Entity, _ key: String, _ html: inout HTML) {
    let hue = model.palette.hue(of: entity.id).map { " is\($0)" } ?? ""
    html.open("button", ["type": "button", "class": "light\(hue)", "data-light": key, "aria-pressed": "false"])
    html.open("bdi")
    html.text(clipped(entity.name, 60))
    html.close("bdi")
    html.close("button")
  }

  /// All sides that a voice takes, each target once.
  private func sides(_ voice: Voice, _ html: inout HTML) {
    for (label, word) in [(StanceLabel.favor, "For"), (.against, "Against")] {
      var seen = Set<String>()
      let positions = voice.statements.flatMap(\.positions).filter { $0.label == label }
        .sorted { !$0.isPossible && $1.isPossible }
        .filter { seen.insert($0.entity ?? $0.target.lowercased()).inserted }
      guard !positions.isEmpty else { continue }
      html.open("p", ["class": positions.allSatisfy(\.isPossible) ? "sides possible" : "sides"])
      html.element("span", ["class": "label"], word)
      for position in positions {
        html.open("span", ["class": "side \(label)\(position.isPossible ? " possible" : "")"])
        html.open("bdi")
        html.text(clipped(position.target, 40))
        html.close("bdi")
        html.element("span", ["class": "confidence"], percent(position.confidence))
        html.close("span")
        html.markup(" ")
      }
      html.close("p")
    }
  }

  private func statements(_ statements: [Statement], _ html: inout HTML) {
    html.open("ol", ["class": "statements"])
    for statement in statements {
      html.open("li", ["class": statement.isPossible ? "possible" : nil])
      html.open("a", ["href": "#\(model.key(statement: statement.id))", "dir": "auto"])
      if let paragraph = statement.paragraph { html.element("span", ["class": "place"], "¶\(paragraph)") }
      if !statement.cue.isEmpty { html.element("span", ["class": "by-cue"], clipped(statement.cue, 40)) }
      if case .resolved(let words) = statement.attribution {
        html.element("span", ["class": "from"], "(from “\(clipped(words, 40))”)")
      }
      html.markup(" ")
      html.text(clipped(statement.text, 600))
      html.close("a")
      html.element("span", ["class": "confidence"], percent(statement.confidence))
      html.close("li")
    }
    html.close("ol")
  }

  /// Sources that stayed open.
  private func open(_ html: inout HTML) {
    guard !model.voices.open.isEmpty else { return }
    let isSure = model.voices.open.contains { !$0.sure.isEmpty }
    html.open("section", ["class": isSure ? "voice" : "voice possible", "id": "\(model.prefix)open"])
    html.element("h3", [:], "Not resolved")
    for voice in model.voices.open {
      html.open("div", ["class": voice.sure.isEmpty ? "possible" : nil])
      html.element("p", ["class": "role"], voice.name.isEmpty ? "nobody named" : "“\(clipped(voice.name, 60))”")
      statements(voice.statements, &html)
      html.close("div")
    }
    html.close("section")
  }

  /// What the article's own sentences take sides on.
  private func own(_ html: inout HTML) {
    let rows = model.voices.own.flatMap { own in own.positions.map { (own.sentence, $0) } }
    guard !rows.isEmpty else { return }
    html.open("section", ["class": rows.allSatisfy(\.1.isPossible) ? "voice possible" : "voice"])
    html.element("h3", [:], "In the article’s own words")
    html.open("ul", ["class": "statements"])
    for (sentence, position) in rows {
      html.open("li", ["class": position.isPossible ? "possible" : nil])
      html.open("a", ["href": "#\(model.prefix)p\(sentence.paragraph + 1)"])
      html.element("span", ["class": "place"], "¶\(sentence.paragraph + 1)")
      let holders = position.holders.compactMap { model.entities[$0].map { clipped($0.name, 40) } }
      html.text(holders.isEmpty ? "The author" : holders.joined(separator: " and "))
      html.close("a")
      html.markup(" ")
      html.element(
        "span",
        ["class": "side \(position.label)"],
        "\(position.label == .favor ? "for" : "against") \(clipped(position.target, 40))"
      )
      html.element("span", ["class": "confidence"], percent(position.confidence))
      html.close("li")
    }
    html.close("ul")
    html.close("section")
  }

  /// People, bodies and places that are spoken of and not heard.
  private func others(_ html: inout HTML) {
    let heard = Set(model.voices.known.compactMap(\.entity?.id))
    let rest = model.document[.entities].filter { $0.isShown && !heard.contains($0.id) }
    for (title, types) in [
      ("People spoken of", [EntityType.person]), ("Bodies", [.organization]),
      ("Places and other names", EntityType.allCases.filter { ![.person, .organization].contains($0) }),
    ] {
      let group = rest.filter { types.contains($0.type) }
      guard !group.isEmpty else { continue }
      html.open("section", ["class": "others"])
      html.element("h3", [:], title)
      html.open("p")
      for entity in group {
        guard let key = model.key(entity: entity.id) else { continue }
        html.open("span", ["id": key])
        light(entity, key, &html)
        html.close("span")
        html.markup(" ")
      }
      html.close("p")
      html.close("section")
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
