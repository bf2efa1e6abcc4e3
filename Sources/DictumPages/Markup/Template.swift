import CCrypto

/// A file of `Resources/`, embedded in the program.
struct Asset: Sendable {
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The source expression under which a Content-Security-Policy lets the text run inline.
  var policySource: String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    var base64 = [UInt8](repeating: 0, count: 45)
    EVP_EncodeBlock(&base64, digest, 32)
    return "'sha256-\(String(decoding: base64.prefix(44), as: UTF8.self))'"
  }

  static let pageTemplate = Asset(bytes: PackageResources.page_html)
  static let pageStyle = Asset(bytes: PackageResources.page_css)
  static let siteTemplate = Asset(bytes: PackageResources.site_html)
  static let siteStyle = Asset(bytes: PackageResources.site_css)
  static let searchScript = Asset(bytes: PackageResources.search_js)
  static let pageScript = Asset(bytes: PackageResources.page_js)
}

/// A page's frame: HTML with slots such as `{{title}}`.
struct Template {
  let asset: Asset

  /// The frame with every slot filled; the values are HTML, or an asset's text, and not looked at again.
  func fill(_ values: [String: String]) -> [UInt8] {
    var page: [UInt8] = []
    for (index, piece) in asset.text.split(separator: "{{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = piece.firstRange(of: "}}") else {
        page += Array(piece.utf8)
        continue
      }
      page += Array((values[String(piece[..<end.lowerBound])] ?? "").utf8)
      page += Array(piece[end.upperBound...].utf8)
    }
    return page
  }
}
