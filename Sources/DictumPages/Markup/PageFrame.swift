/// What other pages of the program share with these: their style, and slots filled in the same way.
public struct PageFrame: Sendable {
  private let template: Template

  /// A frame of HTML with slots such as `{{title}}`, as UTF-8.
  public init(_ html: [UInt8]) { template = Template(asset: Asset(bytes: html)) }

  /// The frame with every slot filled by HTML.
  public func fill(_ values: [String: String]) -> [UInt8] { template.fill(values) }

  /// Text of any origin as HTML.
  public static func escaped(_ text: String) -> String {
    var html = HTML()
    html.text(text)
    return html.string
  }

  /// The style of an article's page.
  public static var pageStyle: [UInt8] { Asset.pageStyle.bytes }
  /// The style of a corpus's pages, on top of the former.
  public static var siteStyle: [UInt8] { Asset.siteStyle.bytes }
}
