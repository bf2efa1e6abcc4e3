import DictumKit
import Glibc

/// The network as a drawing, and the same ties as a list.
struct NetworkPage {
  private static let radius = 200.0
  private static let center = 400.0
  let parts: SiteParts

  var html: HTML {
    let network = Network(parts)
    var html = HTML()
    html.markup("<h1>Who backs and blames whom</h1>\n")
    guard !network.ties.isEmpty else {
      html.markup("<p class=\"lead\">No statement of this corpus takes a side on a person, a body or a place.</p>")
      return html
    }
    html.markup(
      "<p class=\"lead\">The strongest ties, from who speaks to whom they speak of: solid for, dashed against, "
    )
    html.markup("thicker the more statements. A line leads to their words.</p>\n")
    html.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Network, drawn\">")
    drawing(network, &html)
    html.markup("</div>\n<h2>The same as a list</h2>\n")
    list(network, &html)
    return html
  }

  private func drawing(_ network: Network, _ html: inout HTML) {
    html.markup(
      "<svg class=\"network\" viewBox=\"0 0 800 800\" role=\"group\" aria-label=\"Ties between names\">\n<defs>"
    )
    for kind in ["favor", "against"] {
      html.open(
        "marker",
        [
          "id": "tip-\(kind)", "class": kind, "viewBox": "0 0 8 8", "refX": "7", "refY": "4", "markerWidth": "14",
          "markerHeight": "14", "markerUnits": "userSpaceOnUse", "orient": "auto",
        ]
      )
      html.markup("<path d=\"M0 0 8 4 0 8z\"></path></marker>")
    }
    html.markup("</defs>\n")
    let most = Double(max(4, network.ties.map(\.count).max() ?? 1))
    for tie in network.ties { line(tie, network, most, &html) }
    for node in network.nodes { label(node, &html) }
    html.markup("</svg>")
  }

  private func line(_ tie: Network.Tie, _ network: Network, _ most: Double, _ html: inout HTML) {
    let from = Self.point(network.nodes[tie.from].angle, Self.radius - 6)
    let to = Self.point(network.nodes[tie.to].angle, Self.radius - 10)
    // Bent towards the middle, and a little to the right of the way, so that two opposite ties lie apart.
    let middle = ((from.0 + to.0) / 2, (from.1 + to.1) / 2)
    let bend = (
      middle.0 + (Self.center - middle.0) * 0.55 - (to.1 - from.1) * 0.06,
      middle.1 + (Self.center - middle.1) * 0.55 + (to.0 - from.0) * 0.06
    )
    let kind = tie.isFavor ? "favor" : "against"
    html.open("a", ["href": parts.path(person: tie.speaker).map { "\($0)#t\(tie.target)" }, "class": "tie \(kind)"])
    html.element("title", [:], sentence(tie))
    html.open(
      "path",
      [
        "d": "M\(Self.text(from)) Q\(Self.text(bend)) \(Self.text(to))",
        "stroke-width": Self.text(1.25 + 4 * (Double(tie.count) / most).squareRoot()),
        "marker-end": "url(#tip-\(kind))",
      ]
    )
    html.markup("</path></a>\n")
  }

  private func label(_ node: Network.Node, _ html: inout HTML) {
    let place = Self.point(node.angle, Self.radius)
    let degrees = node.angle * 180 / Double.pi
    // Names on the left are turned around, so that none stands on its head.
    let isLeft = cos(node.angle) < -0.001
    let turn = isLeft ? degrees + 180 : degrees
    if let path = node.person.flatMap({ parts.path(person: $0) }) {
      html.open("a", ["href": path])
    } else {
      html.open("g")
    }
    html.open("circle", ["cx": Self.text(place.0), "cy": Self.text(place.1), "r": node.person == nil ? "3.5" : "5"])
    html.markup("</circle>")
    html.open(
      "text",
      [
        "transform": "translate(\(Self.text(place))) rotate(\(Self.text(turn))) translate(\(isLeft ? "-10" : "10") 0)",
        "text-anchor": isLeft ? "end" : "start", "dominant-baseline": "middle",
      ]
    )
    html.text(clipped(node.name, 26))
    html.close("text")
    if node.person.flatMap({ parts.path(person: $0) }) != nil { html.close("a") } else { html.close("g") }
    html.markup("\n")
  }

  private func list(_ network: Network, _ html: inout HTML) {
    html.markup("<ul class=\"ties\">\n")
    for tie in network.ties {
      html.open("li")
      parts.name(tie.speaker, root: "", &html)
      html.text(tie.isFavor ? " backs " : " blames ")
      html.element("bdi", [:], parts.corpus.targets[tie.target].name)
      html.markup(" ")
      html.open("a", ["href": parts.path(person: tie.speaker).map { "\($0)#t\(tie.target)" }])
      parts.balance(favor: tie.favor, against: tie.against, &html)
      html.close("a")
      html.close("li")
      html.markup("\n")
    }
    html.markup("</ul>")
  }

  private func sentence(_ tie: Network.Tie) -> String {
    let corpus = parts.corpus
    return "\(corpus.people[tie.speaker].name) on \(corpus.targets[tie.target].name): "
      + "\(tie.favor) for, \(tie.against) against"
  }

  private static func point(_ angle: Double, _ radius: Double) -> (Double, Double) {
    (center + radius * cos(angle), center + radius * sin(angle))
  }

  private static func text(_ point: (Double, Double)) -> String { "\(text(point.0)) \(text(point.1))" }

  /// With one decimal: enough for a drawing, and the same on every machine.
  private static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}
